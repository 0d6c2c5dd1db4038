// Names are matched letter by letter against a list, and count only beside what makes them a credit: a dateline's
// brackets, "contributed to this report", a reporting verb. It does not read bylines.
#include "group/credits.h"

#include "base/resources.h"

#include <algorithm>
#include <array>
#include <map>

namespace hearsay {

namespace {

struct AgencyName {
  std::string name;    // as it must stand in the text
  std::string agency;  // the agency's first name
  std::string domain;
};

std::vector<std::string_view> split(std::string_view line, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = line.find(mark);
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

// The names by the hash of their first word, longer names first.
using AgencyNames = std::map<std::uint32_t, std::vector<AgencyName>>;

AgencyNames read_agency_names() {
  AgencyNames names;
  for (const std::string_view line : split(resource("data/agencies.csv"), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = split(line, ',');
    if (fields.size() < 2) continue;
    const auto spellings = split(fields[1], '|');
    for (const std::string_view name : spellings) {
      const auto words = fold_words(name);
      if (!words.empty()) {
        names[words.front().hash].push_back(
            {std::string(name), std::string(spellings.front()), std::string(fields[0])});
      }
    }
  }
  for (auto& [hash, list] : names) {
    std::stable_sort(list.begin(), list.end(),
                     [](const AgencyName& a, const AgencyName& b) { return a.name.size() > b.name.size(); });
  }
  return names;
}

const AgencyNames& agency_names() {
  static const AgencyNames names = read_agency_names();
  return names;
}

bool is_one_of(std::uint32_t hash, std::span<const std::uint32_t> hashes) {
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

// "reported by", "X reported", "told X", "according to X".
bool is_reporting_word(std::uint32_t hash) {
  static const std::array words = {hash_of_word("reported"), hash_of_word("reports"),   hash_of_word("reporting"),
                                   hash_of_word("told"),     hash_of_word("according"), hash_of_word("citing"),
                                   hash_of_word("quoted"),   hash_of_word("cited"),     hash_of_word("said"),
                                   hash_of_word("writes"),   hash_of_word("wrote")};
  return is_one_of(hash, words);
}

bool beside_reporting_word(std::span<const Word> words, std::size_t first, std::size_t last) {
  const std::size_t begin = first < 3 ? 0 : first - 3;
  const std::size_t end = std::min(words.size(), last + 4);
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                     words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Word& word) { return is_reporting_word(word.hash); });
}

// "(Reuters) -" in the first lines.
bool is_dateline(std::string_view text, Span name) {
  constexpr std::size_t first_lines = 400;
  return name.begin > 0 && name.begin < first_lines && text[name.begin - 1] == '(' && name.end < text.size() &&
         (text[name.end] == ')' || text[name.end] == '/');
}

// "The Associated Press contributed to this report", "Source: AFP", "(c) Reuters", "Reporting by X, Reuters".
bool is_credit_line(std::string_view text, std::span<const Word> words, std::size_t first, std::size_t last) {
  static const std::array after = {hash_of_word("contributed")};
  static const std::array before = {hash_of_word("source"), hash_of_word("copyright")};
  const std::size_t end = std::min(words.size(), last + 9);
  for (std::size_t i = last + 1; i < end; ++i) {
    if (is_one_of(words[i].hash, after)) return true;
  }
  if (first > 0 && is_one_of(words[first - 1].hash, before) && words[first - 1].opens) return true;
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
    const auto found = names.find(words[i].hash);
    if (found == names.end()) continue;
    for (const AgencyName& name : found->second) {
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

std::optional<Span> upstream_mention(std::string_view text, std::span<const Word> words, std::string_view outlet) {
  if (outlet.starts_with("www.")) outlet.remove_prefix(4);
  const std::string_view label = outlet.substr(0, outlet.find('.'));
  if (label.size() < 4) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    std::string together;
    for (std::size_t last = i; last < std::min(words.size(), i + 5); ++last) {
      for (const char c : words_at(text, words[last].span()))
        together += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      if (!label.starts_with(together)) break;
      if (together.size() < label.size()) continue;
      if (beside_reporting_word(words, i, last)) return Span{words[i].begin, words[last].end};
    }
  }
  return std::nullopt;
}

}  // namespace hearsay
