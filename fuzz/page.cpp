// Any bytes as a page: the articles are well formed, and their text leads back into the page without gaps.
#include "bytes.h"

#include "base/utf8.h"
#include "clean/clean.h"

using namespace hearsay;

namespace {

void check_places(const Article& article, std::size_t page_bytes) {
  std::size_t at = 0;
  std::size_t page_at = 0;
  for (const SourceMap::Run& run : article.places->runs) {
    expect(run.text.begin == at && run.text.end > at);
    expect(run.page.begin >= page_at && run.page.end >= run.page.begin && run.page.end <= page_bytes);
    at = run.text.end;
    page_at = run.page.end;
  }
  expect(at == article.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto kind : {Record::Kind::html, Record::Kind::fragment}) {
    Record record;
    record.kind = kind;
    record.content = std::string(as_text(data, size));
    Care care;
    care.places = true;
    care.why = true;
    care.metadata = true;
    const auto articles = clean(std::move(record), care);
    if (!articles) continue;
    for (const Article& article : *articles) {
      expect(!first_broken_byte(article.text));
      expect(!article.title || !first_broken_byte(*article.title));
      for (const PassedOver& part : article.left_out) expect(!first_broken_byte(part.text));
      for (const std::string& origin : article.stated_origins) expect(!first_broken_byte(origin));
      for (const Boilerplate& part : article.boilerplate) expect(part.span.end <= article.text.size());
      check_places(article, size);
    }
  }
  return 0;
}
