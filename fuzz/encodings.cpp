// Any bytes in any encoding: the text is well formed, and each of its characters leads back to bytes that ascend. The
// first byte chooses what the carrier states.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/bytes/encoding.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* names[] = {"utf-8",  "windows-1252", "shift_jis", "gb18030",
                                   "euc-kr", "iso-2022-jp",  "big5",      "koi8-r"};
  std::optional<std::string> stated;
  if (data[0] % 16 < std::size(names)) stated = names[data[0] % 16];
  const std::string_view bytes = as_text(data + 1, size - 1);
  const DecodedPage page = decode_page(bytes, stated);
  expect(!first_broken_byte(page.text));
  std::vector<std::size_t> characters;
  for (std::size_t at = 0; at < page.text.size(); at += code_point_at(page.text, at).size_bytes)
    characters.push_back(at);
  characters.push_back(page.text.size());
  const std::vector<std::size_t> places = bytes_in_page(bytes, stated, characters);
  expect(places.size() == characters.size() && places.back() == bytes.size());
  for (std::size_t i = 1; i < places.size(); ++i) expect(places[i - 1] <= places[i]);
  return 0;
}
