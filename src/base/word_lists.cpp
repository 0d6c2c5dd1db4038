// A line is checked as a whole before it is handed on, so that a reader of some list sees well-formed lines only and
// has to check no more than what its own words mean.
#include "base/word_lists.h"

#include "base/lines.h"
#include "base/resources.h"
#include "base/trimmed.h"
#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

// At most 80 bytes, whole letters only.
std::string beginning_of(std::string_view line) {
  constexpr std::size_t longest = 80;
  if (first_broken_byte(line)) return "...";
  std::size_t end = std::min(line.size(), longest);
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end));
}

void begin_section(std::string_view name, const Sections& sections, ListLine& read) {
  read.section = name;
  if (sections.empty()) return;
  const auto known = std::find(sections.begin(), sections.end(), name);
  if (known == sections.end())
    throw std::invalid_argument(name.empty() ? "a line before the first section" : "the section is not known");
  read.sort = static_cast<std::size_t>(known - sections.begin());
}

std::string_view section_in(std::string_view line) {
  if (line.back() != ']') throw std::invalid_argument("no \"]\" after the section's name");
  const std::string_view name = trimmed(line.substr(1, line.size() - 2));
  if (name.empty()) throw std::invalid_argument("a section without a name");
  return name;
}

void read_words(std::string_view line, ListLine& read) {
  read.key = {};
  read.words.clear();
  if (const std::size_t equals = line.find('='); equals != std::string_view::npos) {
    read.key = trimmed(line.substr(0, equals));
    if (read.key.empty()) throw std::invalid_argument("nothing before the \"=\"");
    line = trimmed(line.substr(equals + 1));
    if (line.empty()) throw std::invalid_argument("nothing after the \"=\"");
  }
  for (bool more = true; more;) {
    more = line.find(',') != std::string_view::npos;
    read.words.push_back(trimmed(next_piece(line, ',')));
    if (read.words.back().empty()) throw std::invalid_argument("a comma with no word on one side");
  }
}

}  // namespace

std::string_view ListLine::word() const {
  if (words.size() != 1) throw std::invalid_argument("more than one word");
  return words.front();
}

std::string_view ListLine::needed_key() const {
  if (key.empty()) throw std::invalid_argument("no \"=\"");
  return key;
}

void read_list(std::string_view text, std::string_view file, const Sections& sections,
               const std::function<void(const ListLine&)>& take) {
  ListLine read;
  while (!text.empty()) {
    ++read.number;
    const std::string_view line = trimmed(next_line(text));
    if (line.empty() || line.front() == '#') continue;
    try {
      if (first_broken_byte(line)) throw std::invalid_argument("not UTF-8 text");
      if (line.front() == '[') {
        begin_section(section_in(line), sections, read);
        continue;
      }
      if (read.section.empty()) begin_section({}, sections, read);
      read_words(line, read);
      take(read);
    } catch (const std::invalid_argument& wrong) {
      throw std::runtime_error(std::string(file) + ":" + std::to_string(read.number) + ": " + wrong.what() + ": " +
                               beginning_of(line));
    }
  }
}

void read_list(std::string_view resource_name, const Sections& sections,
               const std::function<void(const ListLine&)>& take) {
  read_list(resource(resource_name), resource_name, sections, take);
}

double number_in(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size() || !std::isfinite(value))
    throw std::invalid_argument("\"" + std::string(text.substr(0, 40)) + "\" is not a number");
  return value;
}

WordSorts::WordSorts(std::string_view resource_name, const Sections& sections) {
  read_list(resource_name, sections, [this](const ListLine& line) {
    const Sorts bit = Sorts{1} << line.sort;
    if (!line.key.empty()) sorts_[std::string(line.key)] |= bit;
    for (const std::string_view word : line.words) sorts_[std::string(word)] |= bit;
  });
}

WordSorts::Sorts WordSorts::of(std::string_view word) const {
  const auto found = sorts_.find(word);
  return found == sorts_.end() ? 0 : found->second;
}

}  // namespace hearsay
