// Any bytes as a plain text: taken over unchanged when it is well formed, with its boilerplate and language.
#include "bytes.h"

#include "base/utf8.h"
#include "clean/clean.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  Record record;
  record.content = std::string(bytes);
  const auto articles = clean(std::move(record));
  if (!articles) return 0;
  expect(articles->size() == 1 && articles->front().text == bytes && !first_broken_byte(bytes));
  std::size_t last = 0;
  for (const Boilerplate& part : articles->front().boilerplate) {
    expect(part.span.begin >= last && part.span.begin < part.span.end && part.span.end <= size);
    last = part.span.end;
  }
  return 0;
}
