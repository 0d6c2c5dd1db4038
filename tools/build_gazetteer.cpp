// Turns open lists of names into models/gazetteer.bin (models/gazetteer.md has the whole command).
//
//   build_gazetteer OUT cities1000.tsv world-cities.csv countries.json forenames.csv surnames.csv nicknames.csv WGND
//   NEWS...
//
// WGND is the World Gender Name Dictionary as JSON lines. Of its millions of names those are kept whose share of men
// is not one of the plain fractions that a handful of records give, and those of one sex alone that NEWS (JSONL
// articles) has at least twice with a capital letter and hardly ever without. A forename is one of men from a share of
// 0.6, of women below 0.4; between, of both.
#include "extract/names/gazetteer.h"

#include <simdjson.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using hearsay::Gazetteer;
using hearsay::NameHash;
using Entries = std::vector<Gazetteer::Entry>;

void add(Entries& entries, std::string_view name, unsigned facts) {
  NameHash hash;
  hash.add(name);
  if (name.size() >= 2) entries.push_back({hash.value(), static_cast<std::uint16_t>(facts)});
}

// Fields of a line; a comma inside double quotes does not divide.
std::vector<std::string> fields(const std::string& line, char divider) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"' && divider == ',')
      quoted = !quoted;
    else if (c == divider && !quoted)
      out.emplace_back();
    else if (c != '\r')
      out.back() += c;
  }
  return out;
}

template <class Use>
void each_row(const char* path, char divider, std::size_t least, Use use) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot open ") + path);
  for (std::string line; std::getline(file, line);) {
    const auto row = fields(line, divider);
    if (row.size() >= least) use(row);
  }
}

void add_places(Entries& entries, const char* cities, const char* world_cities) {
  each_row(cities, '\t', 7, [&](const auto& row) {
    const long people = std::atol(row[6].c_str());
    if (people < 3000 && row[5] == "PPL") return;
    const unsigned fact = people >= 100000 ? hearsay::large_city : hearsay::town;
    add(entries, row[1], fact);
    if (!row[2].empty()) add(entries, row[2], fact);
  });
  each_row(world_cities, ',', 4, [&](const auto& row) { add(entries, row[2], hearsay::region); });
}

void add_countries(Entries& entries, const char* path) {
  simdjson::dom::parser parser;
  for (auto element : parser.load(path).get_array()) {
    add(entries, std::string_view(element["name"]["common"]), hearsay::country);
    add(entries, std::string_view(element["name"]["official"]), hearsay::country);
    for (std::string_view other : element["altSpellings"])
      if (other.size() > 2) add(entries, other, hearsay::country);
    for (std::string_view capital : element["capital"]) add(entries, capital, hearsay::large_city);
    for (const char* gender : {"m", "f"}) {
      std::string_view people;
      if (!element["demonyms"]["eng"][gender].get(people)) add(entries, people, hearsay::demonym);
    }
  }
}

void add_persons(Entries& entries, char** paths) {
  each_row(paths[0], ',', 12, [&](const auto& row) {
    if (row[9] == "M") add(entries, row[11], hearsay::forename_of_men);
    if (row[9] == "F") add(entries, row[11], hearsay::forename_of_women);
  });
  each_row(paths[1], ',', 6, [&](const auto& row) { add(entries, row[5], hearsay::surname); });
  each_row(paths[2], ',', 3, [&](const auto& row) { add(entries, row[2], hearsay::nickname); });
}

// How often a word stands in the articles' texts with one capital letter, and without.
struct Uses {
  int capitalised = 0;
  int small = 0;
};
using Seen = std::unordered_map<std::string, Uses>;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }
bool is_capital(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

void count_words(std::string_view text, Seen& seen) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - begin > 2 && !is_capital(text[begin + 1])) {
      Uses& uses = seen[hearsay::folded(text.substr(begin, end - begin))];
      ++(is_capital(text[begin]) ? uses.capitalised : uses.small);
    }
    begin = end + 1;
  }
}

Seen words_of(int count, char** paths) {
  Seen seen;
  simdjson::dom::parser parser;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(paths[i]);
    for (std::string line; std::getline(file, line);) {
      std::string_view text;
      if (!parser.parse(line)["text"].get(text)) count_words(text, seen);
    }
  }
  return seen;
}

bool is_used_as_a_name(const Seen& seen, std::string_view name) {
  const auto found = seen.find(hearsay::folded(name));
  return found != seen.end() && found->second.capitalised >= 2 && found->second.capitalised > 20 * found->second.small;
}

// A company's name with and without the legal form behind it; one of a single common word is left to the context.
void add_companies(Entries& entries, const char* path, const Seen& seen) {
  const std::vector<std::string> forms = {"Inc", "Inc.",    "Corp",     "Corp.",   "Corporation", "Co",
                                          "Co.", "Company", "Ltd",      "Ltd.",    "plc",         "PLC",
                                          "AG",  "SA",      "S.A.",     "SE",      "NV",          "N.V.",
                                          "SpA", "Group",   "Holdings", "Holding", "Limited",     "Class"};
  each_row(path, ' ', 1, [&](std::vector<std::string> words) {
    for (;; words.pop_back()) {
      std::string name;
      for (const std::string& word : words) name += word;
      const auto found = seen.find(hearsay::folded(name));
      const bool common = words.size() == 1 && found != seen.end() && found->second.small > found->second.capitalised;
      if (!common) add(entries, name, hearsay::company);
      if (words.size() < 2 || std::find(forms.begin(), forms.end(), words.back()) == forms.end()) return;
    }
  });
}

// Shares that a handful of records give: halves, thirds, quarters.
bool is_plain_fraction(double share) {
  const double twelfths = share * 12;
  return std::abs(twelfths - std::round(twelfths)) < 0.02;
}

// The names that are surely of one sex.
Entries add_dictionary(Entries& entries, const char* path, const Seen& seen) {
  Entries sure;
  std::ifstream file(path);
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);) {
    const auto row = parser.parse(line);
    std::string_view name;
    if (row["name"].get(name) || name.size() < 3 || name.find(' ') != std::string_view::npos) continue;
    if (static_cast<unsigned char>(name[0]) >= 0xC9) continue;  // beyond the Latin letters
    double men = 0;
    if (row["gender_prob"]["M"].get(men)) men = 0;
    const bool of_one_sex = men <= 0 || men >= 1;
    if (is_plain_fraction(men) && !(of_one_sex && is_used_as_a_name(seen, name))) continue;
    unsigned facts = 0;
    if (men >= 0.4) facts |= hearsay::forename_of_men;
    if (men < 0.6) facts |= hearsay::forename_of_women;
    add(entries, name, facts);
    if (men < 0.05 || men > 0.95) sure.push_back({entries.back().name_hash, static_cast<std::uint16_t>(facts)});
  }
  return sure;
}

// A country where few men have a woman's name does not make it a name of both.
void settle(Entries& entries, const Entries& sure) {
  std::unordered_map<std::uint64_t, std::uint16_t> sex_of;
  for (const auto& entry : sure) sex_of.emplace(entry.name_hash, entry.facts);
  constexpr std::uint16_t both = hearsay::forename_of_men | hearsay::forename_of_women;
  for (auto& entry : entries) {
    const auto found = sex_of.find(entry.name_hash);
    if (found != sex_of.end() && (entry.facts & both))
      entry.facts = static_cast<std::uint16_t>((entry.facts & ~both) | found->second);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 10) {
    std::cerr << "use: build_gazetteer OUT CITIES WORLD-CITIES COUNTRIES FORENAMES SURNAMES NICKNAMES COMPANIES WGND "
                 "NEWS...\n";
    return 2;
  }
  Entries entries;
  add_places(entries, argv[2], argv[3]);
  add_countries(entries, argv[4]);
  add_persons(entries, argv + 5);
  const Seen seen = words_of(argc - 10, argv + 10);
  add_companies(entries, argv[8], seen);
  settle(entries, add_dictionary(entries, argv[9], seen));
  const std::string file = Gazetteer::write(std::move(entries));
  std::ofstream(argv[1], std::ios::binary) << file;
  std::cout << argv[1] << ": " << file.size() << " bytes\n";
}
