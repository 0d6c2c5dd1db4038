// Names are matched letter by letter against a list, and count only beside what makes them a credit: a dateline's
// brackets, "contributed to this report", a reporting verb, a byline or a copyright notice. A name that stands alone on
// a line is a credit only next to a byline or at the end: elsewhere it is a picture's.
#include "group/copies/credits.h"

#include "base/word_lists.h"
#include "group/copies/upstreams.h"

#include <algorithm>
#include <bitset>
#include <functional>
#include <map>
#include <set>

namespace hearsay {

namespace {

struct AgencyName {
  std::string name;    // as it must stand in the text
  std::string agency;  // the agency's first name
  std::string domain;
};

// The names by the hash of their first word, longer names first. Of most words a bit says that no name begins so.
struct AgencyNames {
  std::map<std::uint32_t, std::vector<AgencyName>> by_word;
  std::vector<std::uint32_t> before, behind, byline, inside;  // hashes of the words that make a credit of a name
  std::set<std::string, std::less<>> left_out;                // reasons for leaving text out that do not hide a credit
  std::bitset<4096> begins;

  const std::vector<AgencyName>* find(std::uint32_t hash) const {
    if (!begins[hash % begins.size()]) return nullptr;
    const auto found = by_word.find(hash);
    return found == by_word.end() ? nullptr : &found->second;
  }
};

void read_credit_words(AgencyNames& names) {
  read_list("data/credit_words.txt", {"byline", "inside a byline", "left out but read"}, [&](const ListLine& line) {
    if (line.section == "left out but read") return names.left_out.insert(line.words.begin(), line.words.end());
    auto& hashes = line.section == "byline" ? names.byline : names.inside;
    for (const std::string_view word : line.words) hashes.push_back(hash_of_word(word));
  });
}

AgencyNames read_agency_names() {
  AgencyNames names;
  read_list("data/agencies.txt", {"", "before a credit", "behind a credit"}, [&](const ListLine& agency) {
    if (!agency.section.empty()) {
      auto& hashes = agency.section == "before a credit" ? names.before : names.behind;
      for (const std::string_view word : agency.words) hashes.push_back(hash_of_word(word));
      return;
    }
    for (const std::string_view name : agency.words) {
      const auto words = fold_words(name);
      if (words.empty()) continue;
      names.begins.set(words.front().hash % names.begins.size());
      names.by_word[words.front().hash].push_back(
          {std::string(name), std::string(agency.words.front()), std::string(agency.key)});
    }
  });
  for (auto& [hash, list] : names.by_word) {
    std::stable_sort(list.begin(), list.end(),
                     [](const AgencyName& a, const AgencyName& b) { return a.name.size() > b.name.size(); });
  }
  read_credit_words(names);
  return names;
}

const AgencyNames& agency_names() {
  static const AgencyNames names = read_agency_names();
  return names;
}

bool is_one_of(std::uint32_t hash, const std::vector<std::uint32_t>& hashes) {
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

// "(Reuters) -" in the first lines.
bool is_dateline(std::string_view text, Span name) {
  constexpr std::size_t first_lines = 400;
  return name.begin > 0 && name.begin < first_lines && text[name.begin - 1] == '(' && name.end < text.size() &&
         (text[name.end] == ')' || text[name.end] == '/');
}

// An agency's name among the words of a text.
class NamePlace {
 public:
  NamePlace(std::string_view text, std::span<const Word> words, std::size_t first, std::size_t last)
      : text_(text), words_(words), first_(first), last_(last) {}

  // "The Associated Press contributed to this report", "Source: AFP", "Copyright 2031 The Associated Press",
  // "(c) Reuters", "By Pavel Drost, Reuters".
  bool is_credit_line() const {
    const std::size_t end = std::min(words_.size(), last_ + 9);
    for (std::size_t i = last_ + 1; i < end; ++i) {
      if (is_one_of(words_[i].hash, agency_names().behind)) return true;
    }
    return is_owner() || is_in_byline() || is_alone_beside_byline() || is_last_line();
  }

 private:
  // Behind "Source", "Copyright", "(c)" or its sign, a year and an article between them or not.
  bool is_owner() const {
    std::size_t at = first_;
    constexpr std::size_t most_between = 6;
    while (at > 0 && first_ - at < most_between && !words_[at].opens &&
           (words_[at - 1].number || is_one_of(words_[at - 1].hash, inside())))
      --at;
    if (has_sign_before(at)) return true;
    return at > 0 && is_one_of(words_[at - 1].hash, agency_names().before) &&
           (words_[at - 1].opens || has_sign_before(at - 1));
  }

  bool has_sign_before(std::size_t at) const {
    if (at > 0 && is_bracketed_c(words_[at - 1])) return true;
    const std::string_view before = text_.substr(0, words_[at].begin);
    const std::size_t last = before.find_last_not_of(' ');
    return last != std::string_view::npos && before.substr(0, last + 1).ends_with("\xC2\xA9");
  }

  bool is_bracketed_c(const Word& word) const {
    static const std::uint32_t c = hash_of_word("c");
    return word.hash == c && word.begin > 0 && text_[word.begin - 1] == '(' && word.end < text_.size() &&
           text_[word.end] == ')';
  }

  // "By Pavel Drost of Reuters", "Reporting by Pavel Drost, Reuters", "By The Associated Press": names alone stand
  // between. What follows on the line is the text only where the text begins so or all is bracketed: "By Monday Reuters
  // had moved" credits nobody.
  bool is_in_byline() const {
    constexpr std::size_t longest = 12;  // words
    std::size_t names = 0;
    for (std::size_t at = first_; at > 0 && first_ - at < longest; --at) {
      const Word& word = words_[at - 1];
      if (words_[at].opens || !is_on_one_line(at - 1)) return false;
      const bool begins = is_one_of(word.hash, agency_names().byline);
      if (begins && word.opens) return ends_line() || (names > 0 && is_apart(word));
      const bool joins = begins || is_one_of(word.hash, inside());
      if (!word.capital && !joins) return false;
      names += joins ? 0 : 1;
    }
    return false;
  }

  // Agencies' names in a line of their own below a byline or above one: "By PAVEL DROST\nAssociated Press".
  bool is_alone_beside_byline() const {
    return is_alone() && (is_byline(text_line_before()) || is_byline(text_line_after()));
  }

  bool is_last_line() const { return is_alone() && text_line_after().empty() && !text_line_before().empty(); }

  bool is_alone() const {
    for (const Word& word : fold_words(line())) {
      const std::size_t begin = line_begin() + word.begin;
      const bool in_name = begin >= words_[first_].begin && begin < words_[last_].end;
      if (!in_name && !is_one_of(word.hash, inside())) return false;
    }
    return true;
  }

  bool is_apart(const Word& opening) const { return opening.begin == 0 || text_[opening.begin - 1] == '('; }

  static bool is_byline(std::string_view line) {
    constexpr std::size_t longest = 8;  // words
    const std::vector<Word> words = fold_words(line);
    if (words.size() < 2 || words.size() > longest || !is_one_of(words[0].hash, agency_names().byline)) return false;
    return std::all_of(words.begin(), words.end(),
                       [](const Word& word) { return word.capital || is_one_of(word.hash, inside()); });
  }

  static const std::vector<std::uint32_t>& inside() { return agency_names().inside; }

  std::size_t line_begin() const { return begin_of_line(words_[first_].begin); }
  std::size_t line_end() const { return end_of_line(words_[last_].end); }
  std::string_view line() const { return text_.substr(line_begin(), line_end() - line_begin()); }
  bool ends_line() const { return fold_words(text_.substr(words_[last_].end, line_end() - words_[last_].end)).empty(); }
  bool is_on_one_line(std::size_t word) const { return words_[word].begin >= line_begin(); }

  // Lines are looked at no further than this: what is longer is a paragraph, and a text may be all one line.
  static constexpr std::size_t longest_line = 300;  // bytes
  std::size_t begin_of_line(std::size_t byte) const {
    const std::size_t first = byte - std::min(byte, longest_line);
    const std::size_t before = text_.substr(first, byte - first).rfind('\n');
    return before == std::string_view::npos ? first : first + before + 1;
  }
  std::size_t end_of_line(std::size_t byte) const {
    const std::string_view ahead = text_.substr(byte, longest_line);
    return byte + std::min(ahead.find('\n'), ahead.size());
  }

  // The nearest lines that have letters; empty where there is none.
  std::string_view text_line_before() const {
    const std::size_t end = text_.substr(0, line_begin()).find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos) return {};
    const std::size_t begin = begin_of_line(end);
    return text_.substr(begin, end + 1 - begin);
  }
  std::string_view text_line_after() const {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n", line_end());
    if (begin == std::string_view::npos) return {};
    return text_.substr(begin, end_of_line(begin) - begin);
  }

  std::string_view text_;
  std::span<const Word> words_;
  std::size_t first_;
  std::size_t last_;
};

void keep_strongest(std::vector<Credit>& credits, Credit credit) {
  for (Credit& known : credits) {
    if (known.agency != credit.agency) continue;
    if (credit.whole && !known.whole) known = std::move(credit);
    return;
  }
  credits.push_back(std::move(credit));
}

}  // namespace

std::vector<Credit> find_credits(std::string_view text, std::span<const Word> words) {
  std::vector<Credit> credits;
  const AgencyNames& names = agency_names();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto* found = names.find(words[i].hash);
    if (found == nullptr) continue;
    for (const AgencyName& name : *found) {
      const Span where{words[i].begin, words[i].begin + name.name.size()};
      if (where.end > text.size() || words_at(text, where) != name.name) continue;
      std::size_t last = i;
      while (last + 1 < words.size() && words[last].end < where.end) ++last;
      if (words[last].end != where.end) continue;  // "AP's" and "APEC" are not "AP"
      const bool whole = is_dateline(text, where) || NamePlace(text, words, i, last).is_credit_line();
      if (whole || beside_reporting_word(words, i, last))
        keep_strongest(credits, {name.agency, name.domain, where, whole});
      break;
    }
  }
  return credits;
}

namespace {

// Those that a line made for the purpose gives; they stand nowhere in the text.
void add_stated(std::vector<Credit>& credits, const std::string& line) {
  for (Credit& credit : find_credits(line, fold_words(line))) {
    credit.where = {};
    keep_strongest(credits, std::move(credit));
  }
}

// Those of bylines and notices of rights, which are not the article's words but say whose they are.
std::vector<Credit> credits_left_out(const Article& article) {
  const auto& read = agency_names().left_out;
  std::vector<Span> left_out;
  for (const Boilerplate& part : article.boilerplate) {
    if (!read.contains(part.why)) left_out.push_back(part.span);
  }
  if (left_out.size() == article.boilerplate.size()) return {};
  return find_credits(article.text, fold_words(article.text, left_out));
}

}  // namespace

std::vector<Credit> find_credits(const Article& article, std::span<const Word> words) {
  std::vector<Credit> credits = find_credits(article.text, words);
  for (Credit& credit : credits_left_out(article)) keep_strongest(credits, std::move(credit));
  for (const std::string& origin : article.stated_origins) add_stated(credits, "Source: " + origin);
  for (const std::string& author : article.authors) add_stated(credits, "By " + author);
  return credits;
}

}  // namespace hearsay
