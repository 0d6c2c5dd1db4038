#include "clean/dates/date_words.h"

#include "base/resources.h"
#include "base/word_lists.h"
#include "clean/dates/calendar_words.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace hearsay {

namespace {

int minutes_in(std::string_view key) {
  int minutes = 0;
  const auto read = std::from_chars(key.data(), key.data() + key.size(), minutes);
  if (read.ec != std::errc() || read.ptr != key.data() + key.size())
    throw std::invalid_argument("not a number of minutes before the \"=\"");
  return minutes;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Where a word last occurs in the text as a whole word; npos if nowhere. Chinese and Japanese words have no spaces
// around them.
std::size_t find_last(std::string_view text, std::string_view word) {
  const bool whole = static_cast<unsigned char>(word.front()) < 0xE0;
  for (std::size_t at = text.rfind(word); at != std::string_view::npos; at = at ? text.rfind(word, at - 1) : at) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
    if (!whole || (begins && ends)) return at;
    if (at == 0) break;
  }
  return std::string_view::npos;
}

// One past the last occurrence of any of the words; 0 if there is none.
std::size_t end_of_last(std::string_view text, const std::vector<std::string>& words) {
  std::size_t last = 0;
  for (const std::string& word : words)
    if (const std::size_t at = find_last(text, word); at != std::string_view::npos)
      last = std::max(last, at + word.size());
  return last;
}

}  // namespace

DateWords::DateWords(std::string_view list, std::string_view file) {
  read_list(list, file, {"published", "modified", "zones", "ago", "back"}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) {
      if (line.section == "published") published_.emplace_back(word);
      if (line.section == "modified") modified_.emplace_back(word);
      if (line.section == "back") back_.emplace_back(word);
      if (line.section == "zones") zones_.emplace(word, minutes_in(line.needed_key()));
      if (line.section == "ago") units_.emplace(word, minutes_in(line.needed_key()));
    }
  });
}

std::optional<std::chrono::minutes> DateWords::zone(std::string_view name) const {
  if (name.empty() || name.size() > 8) return std::nullopt;
  const auto found = zones_.find(in_small_letters(name));
  if (found == zones_.end()) return std::nullopt;
  return std::chrono::minutes(found->second);
}

DayCue DateWords::last_cue(std::string_view text) const {
  const std::string small = in_small_letters(text);
  const std::size_t published = end_of_last(small, published_);
  const std::size_t modified = end_of_last(small, modified_);
  if (published == 0 && modified == 0) return DayCue::none;
  return published > modified ? DayCue::published : DayCue::modified;
}

std::optional<std::chrono::minutes> DateWords::time_back(std::string_view text) const {
  if (text.size() > 60) return std::nullopt;
  const std::string small = in_small_letters(text);
  if (end_of_last(small, back_) == 0) return std::nullopt;
  const std::size_t at = small.find_first_of("0123456789");
  if (at == std::string::npos) return std::nullopt;
  int count = 0;
  const auto read = std::from_chars(small.data() + at, small.data() + small.size(), count);
  const std::string_view rest(read.ptr, static_cast<std::size_t>(small.data() + small.size() - read.ptr));
  const std::size_t begin = std::min(rest.find_first_not_of(" \t\n"), rest.size());
  std::size_t end = begin;
  while (end < rest.size() && is_letter(rest[end])) ++end;
  const auto unit = units_.find(rest.substr(begin, end - begin));
  if (read.ec != std::errc() || count > 60 || unit == units_.end()) return std::nullopt;
  return std::chrono::minutes(count * unit->second);
}

const DateWords& date_words() {
  static const DateWords words(resource("data/date_words.txt"), "data/date_words.txt");
  return words;
}

}  // namespace hearsay
