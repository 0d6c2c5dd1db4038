// Romanises names (ICU's transliterators, made on first use, as they take long to make), drops accents, and writes each
// sound one way by longest-match rules. Arabic and Hebrew come out without their vowels: such words are compared by
// their consonants. It does not know the readings of Chinese characters in Japanese names.
#include "identify/name_words.h"

#include "base/folding.h"
#include "base/utf8.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <sstream>
#include <stdexcept>

namespace hearsay {

namespace {

const std::size_t longest_spelling = 7;

// Letters that are letters of their own, not others with accents.
std::string_view latin_of(char32_t c) {
  switch (c) {
    case U'ß':
      return "ss";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ı':
      return "i";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ə':
      return "a";
    case U'ħ':
      return "h";
    case U'ŋ':
      return "n";
    default:
      return {};
  }
}

std::string romanised(std::string_view name) {
  static std::mutex guard;
  static std::unique_ptr<icu::Transliterator> latin;
  const std::lock_guard lock(guard);
  if (!latin) {
    UErrorCode error = U_ZERO_ERROR;
    latin.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
    if (U_FAILURE(error)) return std::string(name);
  }
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  latin->transliterate(text);
  std::string result;
  text.toUTF8String(result);
  return result;
}

struct Scripts {
  bool other = false;  // letters that are not Latin
  bool consonants_only = false;
  bool syllables = false;
};

Scripts scripts_of(std::string_view name) {
  Scripts found;
  for (std::size_t byte = 0; byte < name.size();) {
    const CodePoint c = code_point_at(name, byte);
    byte += c.size_bytes;
    if (c.value < 0x250 || !u_isalpha(static_cast<UChar32>(c.value))) continue;
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c.value), &error);
    if (script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    found.other = true;
    found.consonants_only = found.consonants_only || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
    found.syllables = found.syllables || script == USCRIPT_HAN || script == USCRIPT_HANGUL;
  }
  return found;
}

// Small letters of ASCII and digits; words parted by blanks.
std::string plain_words(std::string_view folded) {
  std::string plain;
  for (std::size_t byte = 0; byte < folded.size();) {
    const CodePoint c = code_point_at(folded, byte);
    byte += c.size_bytes;
    if (c.value < 0x80) {
      plain += static_cast<char>(c.value);
    } else {
      plain += latin_of(c.value);
    }
  }
  return plain;
}

// "AnnExample" is two words, "McExample" and "NATO" are one.
std::string parted(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto upper = [&](std::size_t at) { return name[at] >= 'A' && name[at] <= 'Z'; };
    const auto lower = [&](std::size_t at) { return name[at] >= 'a' && name[at] <= 'z'; };
    if (i > 2 && upper(i) && lower(i - 1) && lower(i - 2) && i + 2 < name.size() && lower(i + 1)) text += ' ';
    text += name[i];
  }
  return text;
}

// Apostrophes inside words are dropped, as romanisations set them where they like: "Qal'at". "Brill's" keeps its own.
std::string without_apostrophes(std::string_view name) {
  std::string text;
  for (std::size_t byte = 0; byte < name.size();) {
    const CodePoint c = code_point_at(name, byte);
    const std::string_view letter = name.substr(byte, c.size_bytes);
    byte += c.size_bytes;
    const bool apostrophe = c.value == '\'' || c.value == '`' || c.value == 0x2018 || c.value == 0x2019 ||
                            (c.value >= 0x2B9 && c.value <= 0x2BF);
    const bool genitive = byte < name.size() && name[byte] == 's' && (byte + 1 == name.size() || name[byte + 1] == ' ');
    if (!apostrophe || genitive) text += letter;
  }
  return text;
}

// What words are made of when they are compared: costs are known of such letters only.
const std::string& plain_letters(const std::string& text) {
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    throw std::invalid_argument("letters beyond a to z");
  return text;
}

}  // namespace

NameRules::NameRules() {
  for (int a = 0; a < 128; ++a)
    for (int b = 0; b < 128; ++b) costs_[a][b] = a == b ? 0 : 1;
  read_list("data/name_sounds.txt", {"spelling", "near"}, [this](const ListLine& line) { read_sounds(line); });
  read_list("data/name_words.txt",
            {"light words", "place words", "group words", "words of descent", "leading legal forms", "legal forms",
             "long legal forms", "same words", "capital words"},
            [this](const ListLine& line) { read_words(line); });
  read_list("data/nicknames.txt", {""}, [this](const ListLine& line) {
    auto& nicknames = nicknames_[std::string(line.needed_key())];
    nicknames.insert(nicknames.end(), line.words.begin(), line.words.end());
  });
  std::size_t given_names = 0;
  read_list("data/given_names.txt", {""}, [&](const ListLine& line) {
    ++given_names;
    for (const std::string_view spelling : line.words) {
      if (!given_names_.emplace(plain_letters(std::string(spelling)), given_names).second)
        throw std::invalid_argument("\"" + std::string(spelling) + "\" stands here twice");
    }
  });
  read_list("data/titles.txt", {"man", "woman", "any"}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) titles_.insert(plain_words(fold(word)));
  });
}

void NameRules::read_sounds(const ListLine& line) {
  const std::string left(line.needed_key());
  const std::string right(line.word());
  if (line.section == "spelling") {
    if (left.size() > longest_spelling) throw std::invalid_argument("a spelling that is too long");
    spelling_[plain_letters(left)] = plain_letters(right);
    return;
  }
  if (left.size() != 3 || left[1] != ' ') throw std::invalid_argument("wants two letters");
  plain_letters(left);
  const double cost = number_in(right);
  if (cost < 0 || cost > 1) throw std::invalid_argument("a cost is from 0 to 1");
  costs_[static_cast<int>(left[0])][static_cast<int>(left[2])] = cost;
  costs_[static_cast<int>(left[2])][static_cast<int>(left[0])] = cost;
}

void NameRules::read_words(const ListLine& line) {
  for (const auto& [section, words] :
       {std::pair{"light words", &light_}, std::pair{"place words", &place_}, std::pair{"group words", &group_},
        std::pair{"words of descent", &descent_}, std::pair{"leading legal forms", &leading_legal_}}) {
    if (line.section == section) words->insert(line.words.begin(), line.words.end());
  }
  if (line.section == "legal forms") {
    for (const std::string_view word : line.words) legal_[std::string(word)] = line.words.front();
  }
  for (const auto& [section, table] : {std::pair{"same words", &same_}, std::pair{"capital words", &capitals_},
                                       std::pair{"long legal forms", &long_legal_}}) {
    if (line.section != section) continue;
    const std::string right(line.word());
    (*table)[std::string(line.needed_key())] = table == &same_ ? plain_letters(right) : right;
  }
}

std::string NameRules::sound_of(std::string_view plain) const {
  std::string sound;
  const std::string marked = "^" + std::string(plain);
  for (std::size_t i = 0; i < marked.size();) {
    std::size_t size = std::min(longest_spelling, marked.size() - i);
    for (; size > 0; --size) {
      const auto rule = spelling_.find(marked.substr(i, size));
      if (rule == spelling_.end()) continue;
      sound += rule->second;
      break;
    }
    if (size == 0) {
      if (marked[i] != '^') sound += marked[i];
      size = 1;
    }
    i += size;
    while (sound.size() > 1 && sound[sound.size() - 1] == sound[sound.size() - 2]) sound.pop_back();
  }
  return sound;
}

bool NameRules::are_nicknames(std::string_view a, std::string_view b) const {
  const auto has = [this](std::string_view name, std::string_view nickname) {
    const auto found = nicknames_.find(std::string(name));
    if (found == nicknames_.end()) return false;
    for (const std::string& one : found->second)
      if (one == nickname) return true;
    return false;
  };
  return has(a, b) || has(b, a);
}

// "Brill, Ada": the words before the comma go last, unless a legal form stands behind it: "Brill, Ltd.".
std::string NameRules::in_spoken_order(std::string_view name) const {
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return std::string(name);
  const std::string after = fold(name.substr(comma + 1));
  if (after.empty() || legal_.contains(after.substr(0, after.find(' ')))) return std::string(name);
  return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

std::string NameRules::with_capitals_spelt_out(std::string_view name) const {
  if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return std::string(name);
  std::istringstream words{std::string(name)};
  std::string text;
  for (std::string word; words >> word;) {
    std::string letters = word;
    std::erase(letters, '.');
    const auto found = capitals_.find(letters);
    text += (text.empty() ? "" : " ") + (found == capitals_.end() ? word : found->second);
  }
  return text;
}

void NameRules::add_words(NameForm& form, std::string_view folded) const {
  std::string text = " " + std::string(folded) + " ";
  for (const auto& [words, legal] : long_legal_) {
    const std::size_t at = text.find(" " + words + " ");
    // The longest of those that are there: "open joint stock company" before "joint stock company".
    if (at == std::string::npos || (!form.legal.empty() && words.size() < form.legal.size())) continue;
    form.legal = words;
  }
  if (!form.legal.empty()) {
    text.erase(text.find(" " + form.legal + " "), form.legal.size() + 1);
    form.legal = long_legal_.at(form.legal);
  }
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    if (const auto same = same_.find(word); same != same_.end()) word = same->second;
    std::istringstream parts{word};
    for (std::string part; parts >> part;) {
      ComparedWord entry{part, sound_of(part), ComparedWordKind::plain};
      if (const auto legal = legal_.find(part);
          legal != legal_.end() && (!form.words.empty() || leading_legal_.contains(part))) {
        entry.kind = group_.contains(part) ? ComparedWordKind::group : ComparedWordKind::legal;
        if (form.legal.empty() && entry.kind == ComparedWordKind::legal) form.legal = legal->second;
      } else if (light_.contains(part)) {
        entry.kind = ComparedWordKind::light;
      } else if (place_.contains(part)) {
        entry.kind = ComparedWordKind::place;
      } else if (group_.contains(part)) {
        entry.kind = ComparedWordKind::group;
      }
      if (entry.kind == ComparedWordKind::legal) continue;
      if (const auto given = given_names_.find(part); given != given_names_.end()) entry.given_name = given->second;
      if (entry.kind != ComparedWordKind::light) form.initials += part.front();
      form.descent = form.descent || descent_.contains(part);
      form.words.push_back(std::move(entry));
    }
  }
}

NameForm NameRules::form_of(std::string_view name) const {
  NameForm form;
  form.folded = fold(name);
  form.has_comma = name.find(',') != std::string_view::npos;
  const Scripts scripts = scripts_of(name);
  form.consonants_only = scripts.consonants_only;
  form.syllables = scripts.syllables;
  const std::string latin =
      without_apostrophes(scripts.other ? romanised(name) : parted(with_capitals_spelt_out(name)));
  add_words(form, plain_words(fold(in_spoken_order(latin))));
  std::size_t titles = 0;
  while (form.legal.empty() && titles + 1 < form.words.size() && titles_.contains(form.words[titles].plain)) ++titles;
  form.words.erase(form.words.begin(), form.words.begin() + static_cast<std::ptrdiff_t>(titles));
  return form;
}

}  // namespace hearsay
