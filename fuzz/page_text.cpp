// Any bytes as a page: its text is the one that the tree of the HTML parser Gumbo shows, but for the differences that
// tests/clean/gumbo_page.h lists.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/bytes/encoding.h"
#include "clean/gumbo_page.h"

#include <cstdio>

using namespace hearsay;

namespace {

// Control characters and code points that are no characters become U+FFFD in Gumbo, against the standard.
bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') || (c >= 0x7F && c < 0xA0) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

std::string without_controls(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = code_point_at(text, at);
    if (!is_control(here.value)) kept += text.substr(at, here.size_bytes);
    at += here.size_bytes;
  }
  return kept;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4096) return 0;  // Gumbo's time grows with the square of some pages
  const std::string page = "<!DOCTYPE html>" + without_controls(decode_page(as_text(data, size), "utf-8").text);
  const Comparison found = compare_with_gumbo(page);
  if (!found.fault.empty()) std::fprintf(stderr, "%s\n", found.fault.c_str());
  expect(found.fault.empty());
  return 0;
}
