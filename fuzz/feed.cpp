// Any bytes as a feed, and its items as articles.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/feed.h"
#include "clean/clean.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto records = parse_feed(as_text(data, size));
  if (!records) return 0;
  for (Record& record : *records)
    if (const auto articles = clean(std::move(record)))
      for (const Article& article : *articles) expect(!first_broken_byte(article.text));
  return 0;
}
