// Any bytes as a feed, and its items as articles.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/formats/feed.h"
#include "clean/clean.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  auto feed = is_json_feed(bytes.substr(0, 1024)) ? parse_json_feed(bytes) : parse_feed(bytes);
  if (!feed) return 0;
  for (Record& record : feed->records)
    if (const auto articles = clean(std::move(record)))
      for (const Article& article : *articles) expect(!first_broken_byte(article.text));
  return 0;
}
