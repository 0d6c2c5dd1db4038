// Turns a list of places with their spellings into models/place_spellings.bin (models/place_spellings.md has the
// command).
//
//   build_place_spellings OUT latin_place_variants.tsv
//
// A line: number, name, country, people, spellings separated by "|"; fields separated by tabs.
#include "base/folding.h"
#include "identify/place_spellings.h"

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "build_place_spellings OUT latin_place_variants.tsv\n";
    return 2;
  }
  std::ifstream places(argv[2]);
  std::vector<hearsay::PlaceSpellings::Entry> entries;
  for (std::string line; std::getline(places, line);) {
    std::istringstream fields(line);
    std::string number, name, country, people, spelling;
    std::getline(fields, number, '\t');
    std::getline(fields, name, '\t');
    std::getline(fields, country, '\t');
    std::getline(fields, people, '\t');
    const auto place = static_cast<std::uint32_t>(std::stoul(number));
    const auto add = [&](const std::string& text) {
      const std::string folded = hearsay::fold(text);
      if (!folded.empty()) entries.push_back({hearsay::PlaceSpellings::fingerprint(folded), place});
    };
    add(name);
    while (std::getline(fields, spelling, '|')) add(spelling);
  }
  const std::vector<char> bytes = hearsay::PlaceSpellings::write(std::move(entries));
  std::ofstream out(argv[1], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::cerr << bytes.size() << " bytes\n";
  return out ? 0 : 1;
}
