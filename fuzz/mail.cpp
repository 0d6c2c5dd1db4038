// Any bytes as mail and mailboxes, and as what a browser recorded.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/formats/har.h"
#include "capture/formats/mail.h"
#include "clean/clean.h"

using namespace hearsay;

namespace {

void check(Record record) {
  const auto articles = clean(std::move(record));
  if (!articles) return;
  for (const Article& article : *articles) {
    expect(!first_broken_byte(article.text));
    expect(!article.title || !first_broken_byte(*article.title));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  is_mail(bytes.substr(0, 1024));
  std::size_t all = 0;
  for (const std::string_view message : messages_of(bytes)) {
    all += message.size();
    if (auto record = parse_mail(message)) check(std::move(*record));
  }
  expect(all == size);
  if (auto pages = parse_har(bytes))
    for (Record& page : *pages) check(std::move(page));
  return 0;
}
