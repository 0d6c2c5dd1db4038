// ICU converts and guesses; the labels that browsers take for another encoding than their name says are mapped here.
#include "capture/bytes/encoding.h"

#include "base/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace hearsay {

namespace {

struct Choice {
  std::string encoding;
  const char* known_by;
  std::size_t skip_bytes = 0;  // the byte order mark
};

std::string small(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return result;
}

// A label as the WHATWG standard reads it. Empty for a label that ICU does not know.
std::string canonical(std::string_view label) {
  const std::size_t first = label.find_first_not_of(" \t\r\n\"'");
  if (first == std::string_view::npos) return {};
  label = label.substr(first, label.find_first_of(" \t\r\n\"';>/", first) - first);
  const std::string name = small(label);
  if (name == "utf8" || name == "utf-8" || name.starts_with("unicode") || name == "utf-16" || name == "utf-7")
    return "utf-8";  // a page whose <meta> could be read is not UTF-16
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" || name == "iso8859-1" ||
      name == "cp1252")
    return "windows-1252";
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "gb2312" || name == "gbk" || name == "gb_2312-80") return "gb18030";
  if (name == "shift_jis" || name == "sjis" || name == "x-sjis") return "ibm-943_P15A-2003";
  if (name == "euc-kr" || name == "ks_c_5601-1987") return "windows-949";
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &error);
  if (U_FAILURE(error)) return {};
  ucnv_close(converter);
  return name;
}

// The encoding that <meta charset> or <meta http-equiv content="...charset="> near the top states.
std::string stated_in_page(std::string_view bytes) {
  const std::string top = small(bytes.substr(0, 4096));
  for (std::size_t at = 0; (at = top.find("charset", at)) != std::string::npos;) {
    at += 7;
    std::size_t equals = top.find_first_not_of(" \t\r\n", at);
    if (equals == std::string::npos || top[equals] != '=') continue;
    const std::size_t tag = top.rfind('<', at);
    if (tag == std::string::npos || !std::string_view(top).substr(tag).starts_with("<meta")) continue;
    return canonical(std::string_view(top).substr(equals + 1));
  }
  // What stands before the declaration is against the rules of XML, and common.
  const std::size_t begin = std::min(top.find_first_not_of(" \t\r\n"), top.size());
  const bool is_xml = std::string_view(top).substr(begin).starts_with("<?xml");
  const std::size_t declared = is_xml ? top.find("encoding=", begin) : std::string::npos;
  if (declared != std::string::npos && declared < top.find("?>", begin))
    return canonical(std::string_view(top).substr(declared + 9));
  return {};
}

std::string guess(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error), ucsdet_close);
  const std::string_view sample = bytes.substr(0, 64 << 10);
  ucsdet_enableInputFilter(detector.get(), true);  // looks at the text between the tags
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || !match) return {};
  return canonical(ucsdet_getName(match, &error));
}

// What one pass over the bytes tells.
struct Look {
  std::size_t ascii = 0;              // so many bytes from the front are ASCII
  std::optional<std::size_t> broken;  // where they stop being well-formed UTF-8
};

Look look_at(std::string_view bytes) {
  Look look{ascii_prefix(bytes), std::nullopt};
  if (const auto broken = first_broken_byte(bytes.substr(look.ascii))) look.broken = look.ascii + *broken;
  return look;
}

// Has the text a character beyond ASCII, and is all of it well formed? A page may be cut in the middle of its last one.
bool is_surely_utf8(std::string_view bytes, const Look& look) {
  if (look.broken && *look.broken + 4 <= bytes.size()) return false;
  return look.ascii < look.broken.value_or(bytes.size());
}

Choice choose(std::string_view bytes, const Look& look, const std::optional<std::string>& stated) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"utf-8", "byte order mark", 3};
  if (bytes.starts_with("\xFE\xFF")) return {"utf-16be", "byte order mark", 2};
  if (bytes.starts_with("\xFF\xFE")) return {"utf-16le", "byte order mark", 2};
  if (is_surely_utf8(bytes, look)) return {"utf-8", "bytes"};
  if (stated)
    if (const std::string name = canonical(*stated); !name.empty()) return {name, "carrier"};
  if (const std::string name = stated_in_page(bytes); !name.empty()) return {name, "meta"};
  if (const std::string name = guess(bytes); !name.empty()) return {name, "guess"};
  return {"windows-1252", "guess"};
}

// Hands over each character of the page in turn, with the byte of `bytes` at which it begins, and at last U+0000 with
// their size. Broken bytes and U+0000 come as U+FFFD.
template <class Take>
void each_of_utf8(std::string_view bytes, const Take& take) {
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    take(point.value ? point.value : 0xFFFD, at);
    at += point.size_bytes;
  }
  take(0, bytes.size());
}

template <class Take>
void each_of(std::string_view bytes, const std::string& encoding, const Take& take) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding.c_str(), &error), ucnv_close);
  if (U_FAILURE(error)) return;
  std::array<UChar, 4096> units;
  std::array<std::int32_t, 4096> offsets;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  char32_t high = 0;
  std::size_t high_at = 0;
  do {
    UChar* target = units.data();
    const auto block = static_cast<std::size_t>(source - bytes.data());
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source_end, offsets.data(), true,
                   &error);
    for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i) {
      const char32_t unit = units[i];
      const std::size_t at = block + static_cast<std::size_t>(std::max<std::int32_t>(offsets[i], 0));
      if (U16_IS_LEAD(unit)) {
        high = unit;
        high_at = at;
        continue;
      }
      const bool pair = U16_IS_TRAIL(unit) && high;
      take(pair ? U16_GET_SUPPLEMENTARY(high, unit) : unit ? unit : 0xFFFD, pair ? high_at : at);
      high = 0;
    }
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  take(0, bytes.size());
}

template <class Take>
void each_character(std::string_view bytes, const std::string& encoding, const Take& take) {
  if (encoding == "utf-8")
    each_of_utf8(bytes, take);
  else
    each_of(bytes, encoding, take);
}

// ICU's name for what the standard calls otherwise.
std::string public_name(const std::string& encoding) {
  if (encoding == "ibm-943_P15A-2003") return "shift_jis";
  if (encoding == "windows-949") return "euc-kr";
  return encoding;
}

bool is_text_already(std::string_view content, const Look& look, const Choice& choice) {
  return choice.encoding == "utf-8" && !look.broken && content.find('\0') == std::string_view::npos;
}

std::string text_of(std::string_view content, const Look& look, const Choice& choice) {
  if (is_text_already(content, look, choice)) return std::string(content);
  std::string text;
  text.reserve(content.size());
  each_character(content, choice.encoding, [&](char32_t character, std::size_t) {
    if (character) append_utf8(text, character);
  });
  return text;
}

}  // namespace

DecodedPage decode_page(std::string_view bytes, const std::optional<std::string>& stated) {
  const Look look = look_at(bytes);
  const Choice choice = choose(bytes, look, stated);
  return {text_of(bytes.substr(choice.skip_bytes), look, choice), public_name(choice.encoding), choice.known_by};
}

DecodedPage decode_page(std::string&& bytes, const std::optional<std::string>& stated) {
  const Look look = look_at(bytes);
  const Choice choice = choose(bytes, look, stated);
  const std::string_view content = std::string_view(bytes).substr(choice.skip_bytes);
  const bool same = choice.skip_bytes == 0 && is_text_already(content, look, choice);
  std::string text = same ? std::move(bytes) : text_of(content, look, choice);
  return {std::move(text), public_name(choice.encoding), choice.known_by};
}

std::vector<std::size_t> bytes_in_page(std::string_view bytes, const std::optional<std::string>& stated,
                                       const std::vector<std::size_t>& text_bytes) {
  const Choice choice = choose(bytes, look_at(bytes), stated);
  std::vector<std::size_t> found;
  found.reserve(text_bytes.size());
  std::size_t text_byte = 0;
  std::string one;
  each_character(bytes.substr(choice.skip_bytes), choice.encoding, [&](char32_t character, std::size_t at) {
    while (found.size() < text_bytes.size() && (text_bytes[found.size()] <= text_byte || character == 0))
      found.push_back(choice.skip_bytes + at);
    one.clear();
    append_utf8(one, character);
    text_byte += one.size();
  });
  return found;
}

}  // namespace hearsay
