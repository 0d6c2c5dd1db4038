// Any bytes as an HTTP response, and as a body under each coding.
#include "bytes.h"

#include "capture/bytes/byte_source.h"
#include "capture/network/content_coding.h"
#include "capture/network/http_message.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  parse_http(bytes);
  for (const char* codings : {"", "gzip", "deflate", "br", "zstd", "gzip, br", "unheard of"}) {
    const Uncoded found = undo_codings(std::string(bytes), codings);
    expect(found.bytes.size() <= largest_record_bytes);
  }
  return 0;
}
