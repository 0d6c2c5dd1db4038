#include "clean/dates/calendar_words.h"

#include "base/resources.h"
#include "base/word_lists.h"

#include <charconv>
#include <stdexcept>

namespace hearsay {

namespace {

int number_up_to(int last, std::string_view digits) {
  int number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || number < 1 || number > last)
    throw std::invalid_argument("not a number from 1 to " + std::to_string(last) + " before the \"=\"");
  return number;
}

int found_in(const TextMap<int>& numbers, std::string_view word) {
  const auto found = numbers.find(word);
  return found == numbers.end() ? 0 : found->second;
}

void add(const ListLine& line, std::vector<std::string>& words) {
  words.insert(words.end(), line.words.begin(), line.words.end());
}

bool has_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

CalendarWords::CalendarWords(std::string_view list, std::string_view file) {
  read_list(list, file, {"months", "months in other languages", "weekdays", "published", "of", "roughly"},
            [this](const ListLine& line) {
              if (line.section == "published") return add(line, publication_);
              if (line.section == "roughly") return add(line, rough_);
              if (line.section == "of") return joining_.insert(line.words.begin(), line.words.end());
              const bool weekday = line.section == "weekdays";
              const int number = number_up_to(weekday ? 7 : 12, line.needed_key());
              if (weekday) full_weekdays_[static_cast<std::size_t>(number - 1)] = line.words.front();
              for (const std::string_view word : line.words) {
                (weekday ? weekdays_ : months_).emplace(word, number);
                if (line.section == "months") english_months_.emplace(word, number);
              }
            });
}

bool CalendarWords::tells_publication(std::string_view lower) const { return has_any(lower, publication_); }

bool CalendarWords::is_rough(std::string_view lower) const { return has_any(lower, rough_); }

int CalendarWords::month_of(std::string_view word) const {
  constexpr std::size_t longest_name = 24;
  return word.size() > longest_name ? 0 : found_in(months_, in_small_letters(word));
}

int CalendarWords::english_month_of(std::string_view lower) const { return found_in(english_months_, lower); }

int CalendarWords::weekday_of(std::string_view lower) const { return found_in(weekdays_, lower); }

const CalendarWords& calendar_words() {
  static const CalendarWords words(resource("data/calendar_words.txt"), "data/calendar_words.txt");
  return words;
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const auto c = static_cast<unsigned char>(small[i]);
    if (c >= 'A' && c <= 'Z') small[i] = static_cast<char>(c + 32);
    if (i + 1 == small.size()) break;
    const auto next = static_cast<unsigned char>(small[i + 1]);
    if (c == 0xC3 && next >= 0x80 && next <= 0x9E) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xD0 && next >= 0x90 && next <= 0x9F) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xD0 && next >= 0xA0 && next <= 0xAF) {
      small[i] = '\xD1';
      small[i + 1] = static_cast<char>(next - 32);
    }
    if (c == 0xCE && next >= 0x91 && next <= 0x9F) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xCE && next >= 0xA0 && next <= 0xA9) {
      small[i] = '\xCF';
      small[i + 1] = static_cast<char>(next - 32);
    }
  }
  return small;
}

}  // namespace hearsay
