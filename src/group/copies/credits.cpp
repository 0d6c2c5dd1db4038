// Names are matched letter by letter against a list, and count only beside what makes them a credit: a dateline's
// brackets, "contributed to this report", a reporting verb. It does not read bylines.
#include "group/copies/credits.h"

#include "base/word_lists.h"
#include "group/copies/upstreams.h"

#include <algorithm>
#include <bitset>
#include <map>

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
  std::vector<std::uint32_t> before, behind;  // hashes of the words that make a credit of a name
  std::bitset<4096> begins;

  const std::vector<AgencyName>* find(std::uint32_t hash) const {
    if (!begins[hash % begins.size()]) return nullptr;
    const auto found = by_word.find(hash);
    return found == by_word.end() ? nullptr : &found->second;
  }
};

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

// "The Associated Press contributed to this report", "Source: AFP", "(c) Reuters", "Reporting by X, Reuters".
bool is_credit_line(std::string_view text, std::span<const Word> words, std::size_t first, std::size_t last) {
  const std::size_t end = std::min(words.size(), last + 9);
  for (std::size_t i = last + 1; i < end; ++i) {
    if (is_one_of(words[i].hash, agency_names().behind)) return true;
  }
  if (first > 0 && is_one_of(words[first - 1].hash, agency_names().before) && words[first - 1].opens) return true;
  const std::size_t name = words[first].begin;
  return name >= 3 && text.substr(name - 3, 2) == "\xC2\xA9";
}

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
      const bool whole = is_dateline(text, where) || is_credit_line(text, words, i, last);
      if (whole || beside_reporting_word(words, i, last))
        keep_strongest(credits, {name.agency, name.domain, where, whole});
      break;
    }
  }
  return credits;
}

std::vector<Credit> find_credits(const Article& article, std::span<const Word> words) {
  std::vector<Credit> credits = find_credits(article.text, words);
  for (const std::string& origin : article.stated_origins) {
    const std::string line = "Source: " + origin;
    for (Credit& credit : find_credits(line, fold_words(line))) {
      credit.where = {};
      keep_strongest(credits, std::move(credit));
    }
  }
  return credits;
}

}  // namespace hearsay
