// The splitter of BERT's uncased models (Devlin et al. 2019): invisible characters are dropped, letters lower-cased and
// stripped of their accents (canonical decomposition without nonspacing marks), every punctuation mark and every
// Chinese character is a word of its own, and words are cut into pieces from the left, each as long as can be.
#include "dissect/encoder/word_pieces.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t longest_word = 100;  // characters; longer ones are unknown

std::uint32_t fnv1a(std::string_view bytes) {
  std::uint32_t value = 2166136261u;
  for (const char byte : bytes) value = (value ^ static_cast<unsigned char>(byte)) * 16777619u;
  return value;
}

bool is_dropped(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  if (c < 0x7F) return c < 0x20;
  const auto kind = u_charType(static_cast<UChar32>(c));
  return c == 0xFFFD || kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR || kind == U_PRIVATE_USE_CHAR;
}

// The blocks of ideographs, not the scripts of Korean or Japanese syllables.
bool is_ideograph(char32_t c) {
  return c >= 0x3400 &&
         ((c >= 0x4E00 && c <= 0x9FFF) || c <= 0x4DBF || (c >= 0x20000 && c <= 0x2A6DF) ||
          (c >= 0x2A700 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F));
}

// In ASCII all that is neither letter nor digit, such as "$" and "+"; elsewhere only what Unicode calls punctuation.
bool is_mark(char32_t c) {
  if (c < 0x80) return c > ' ' && c < 0x7F && !u_isalnum(static_cast<UChar32>(c));
  return u_ispunct(static_cast<UChar32>(c));
}

// Calls use(code point) for each letter of what c is made of, in lower case; for no nonspacing mark.
template <typename Use>
void fold_letter(char32_t c, const Use& use) {
  if (c < 0x80) return use(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  const auto use_letter = [&](UChar32 part) {
    if (u_charType(part) != U_NON_SPACING_MARK) use(static_cast<char32_t>(u_tolower(part)));
  };
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const canonical = unorm2_getNFDInstance(&error);
  UChar parts[32];
  const int32_t size = unorm2_getDecomposition(canonical, static_cast<UChar32>(c), parts, 32, &error);
  if (size <= 0 || U_FAILURE(error)) return use_letter(static_cast<UChar32>(c));
  for (int32_t i = 0; i < size;) {
    UChar32 part;
    U16_NEXT(parts, i, size, part);
    use_letter(part);
  }
}

// A word as it is looked up, and where it stands in the text.
struct Word {
  std::string folded;
  std::vector<Span> bytes;  // for each byte of `folded` the character of the text that it comes from
  std::size_t characters = 0;

  void add(char32_t c, Span from) {
    append_utf8(folded, c);
    bytes.resize(folded.size(), from);
    ++characters;
  }
  void clear() {
    folded.clear();
    bytes.clear();
    characters = 0;
  }
};

}  // namespace

std::optional<std::uint32_t> PieceTable::find(std::string_view name) const {
  for (std::size_t slot = fnv1a(name) % slots.size(); slots[slot] != 0; slot = (slot + 1) % slots.size()) {
    const std::uint32_t number = slots[slot] - 1;
    if (name == names.substr(begins[number], begins[number + 1] - begins[number])) return number;
  }
  return std::nullopt;
}

std::vector<PieceTable::Part> PieceTable::parts_of(std::string_view word) const {
  std::vector<Part> parts;
  std::string name;
  for (std::size_t begin = 0; begin < word.size(); begin = parts.back().end_byte) {
    std::optional<std::uint32_t> number;
    std::size_t end = word.size();
    for (; end > begin; --end) {
      name.assign(begin == 0 ? "" : "##").append(word.substr(begin, end - begin));
      if ((number = find(name))) break;
    }
    if (!number) return {};
    parts.push_back({*number, end});
  }
  return parts;
}

void add_pieces(std::span<const std::string> names, ModelWriter& file) {
  std::vector<std::uint32_t> slots(2 * names.size() + 1), begins = {0};
  std::vector<char> joined;
  for (std::size_t number = 0; number < names.size(); ++number) {
    std::size_t slot = fnv1a(names[number]) % slots.size();
    while (slots[slot] != 0) slot = (slot + 1) % slots.size();
    slots[slot] = static_cast<std::uint32_t>(number + 1);
    joined.insert(joined.end(), names[number].begin(), names[number].end());
    begins.push_back(static_cast<std::uint32_t>(joined.size()));
  }
  file.add("pieces.slots", slots);
  file.add("pieces.begins", begins);
  file.add("pieces.names", joined);
}

WordPieces::WordPieces(const ModelFile& file)
    : file_(file.name()),
      table_{file.section<std::uint32_t>("pieces.slots"), file.section<std::uint32_t>("pieces.begins"), {}} {
  const std::span<const char> names = file.section<char>("pieces.names");
  table_.names = {names.data(), names.size()};
  if (table_.slots.size() <= table_.size() || table_.begins.back() != names.size())
    throw std::runtime_error(file_ + ": has a broken list of pieces");
  unknown_ = number_of("[UNK]");
}

std::uint32_t WordPieces::number_of(std::string_view name) const {
  const std::optional<std::uint32_t> number = table_.find(name);
  if (!number) throw std::runtime_error(file_ + ": lacks the piece " + std::string(name));
  return *number;
}

std::vector<WordPiece> WordPieces::split(std::string_view text) const {
  std::vector<WordPiece> pieces;
  Word word;
  const auto end_word = [&] {
    if (word.folded.empty()) return;
    const std::vector<PieceTable::Part> parts =
        word.characters > longest_word ? std::vector<PieceTable::Part>() : table_.parts_of(word.folded);
    if (parts.empty()) pieces.push_back({unknown_, hull(word.bytes.front(), word.bytes.back())});
    std::size_t begin = 0;
    for (const PieceTable::Part& part : parts) {
      pieces.push_back({part.number, hull(word.bytes[begin], word.bytes[part.end_byte - 1])});
      begin = part.end_byte;
    }
    word.clear();
  };
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = code_point_at(text, byte);
    const Span here = {byte, byte + c.size_bytes};
    byte = here.end;
    if (is_dropped(c.value)) continue;
    if (u_isUWhiteSpace(static_cast<UChar32>(c.value))) {
      end_word();
      continue;
    }
    const bool alone = is_ideograph(c.value);
    if (alone) end_word();
    fold_letter(c.value, [&](char32_t letter) {
      const bool mark = is_mark(letter);
      if (mark) end_word();
      word.add(letter, here);
      if (mark) end_word();
    });
    if (alone) end_word();
  }
  end_word();
  return pieces;
}

}  // namespace hearsay
