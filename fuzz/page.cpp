// Any bytes as a page: decoded, parsed, cleaned; the text must be well formed and lead back into the page.
#include "base/utf8.h"
#include "capture/encoding.h"
#include "clean/clean.h"
#include "clean/html_tree.h"
#include "clean/main_text.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const DecodedPage page = decode_page(bytes, std::nullopt);
  if (first_broken_byte(page.text)) std::abort();
  const AlignedText text = find_main_text(page.text, parse_html(page.text));
  if (first_broken_byte(text.text())) std::abort();
  for (std::size_t i = 0; i < text.text().size(); i += 7)
    if (text.origin({i, std::min(i + 5, text.text().size())}).end > page.text.size()) std::abort();
  Record record;
  record.kind = Record::Kind::html;
  record.content = bytes;
  const auto articles = clean(std::move(record));
  if (!articles) return 0;
  for (const Article& article : *articles) {
    if (first_broken_byte(article.text)) std::abort();
    if (article.title && first_broken_byte(*article.title)) std::abort();
    for (const Boilerplate& part : article.boilerplate)
      if (part.span.end > article.text.size()) std::abort();
  }
  return 0;
}
