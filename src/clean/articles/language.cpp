// CLD2 scores four-letter sequences by tables of 80 languages. It cannot tell apart languages that share most words.
#include "clean/articles/language.h"

#include "base/text_set.h"
#include "base/word_lists.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace hearsay {

namespace {

// The detector uses some codes that ISO has withdrawn.
std::string current_code(std::string code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "in") return "id";
  return code;
}

const TextSet& english_words() {
  static const TextSet words = [] {
    TextSet read;
    read_list("data/language_words.txt", {""}, [&](const ListLine& line) {
      for (const std::string_view word : line.words) read.emplace(word);
    });
    return read;
  }();
  return words;
}

}  // namespace

bool may_be_in_another(std::string_view text, std::string_view language) {
  constexpr std::size_t most_words = 100;
  constexpr std::size_t fewest_words = 10;
  std::size_t words = 0;
  std::size_t english = 0;
  for (std::size_t at = 0; at < text.size() && words < most_words;) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > at) {
      ++words;
      english += end - at <= 6 && english_words().contains(text.substr(at, end - at));
    }
    at = end + 1;
  }
  if (words < fewest_words) return false;
  return language == "en" ? english * 12 < words : english * 5 > words;
}

std::optional<std::string> language_of_tag(std::string_view tag) {
  while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
  std::string code(tag.substr(0, tag.find_first_of("-_, ;")));
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (code.size() < 2 || code.size() > 3 || !std::all_of(code.begin(), code.end(), letter)) return std::nullopt;
  return current_code(code);
}

std::optional<std::string> detect_language(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 20000);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  bool reliable = false;
  int first_bytes = 0;
  CLD2::Language best[3];
  int percent[3];
  CLD2::DetectLanguageSummary(text.data(), static_cast<int>(size), true, best, percent, &first_bytes, &reliable);
  if (best[0] == CLD2::UNKNOWN_LANGUAGE || (!reliable && percent[0] < 80)) return std::nullopt;
  return language_of_tag(CLD2::LanguageCode(best[0]));
}

}  // namespace hearsay
