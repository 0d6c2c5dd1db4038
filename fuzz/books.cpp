// Any bytes as an electronic book, and as what another program prints of a PDF.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/formats/epub.h"
#include "capture/formats/pdf.h"
#include "clean/clean.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  is_epub(bytes);
  const std::string text = paragraphs_of_pages(bytes);
  expect(text.size() <= 2 * size);
  expect(text.find("\n\n") == std::string::npos && !text.starts_with('\n') && !text.ends_with('\n'));
  try {
    const auto source = open_memory(bytes);
    auto pages = read_epub(*source);
    for (std::size_t i = 0; pages && i < pages->size() && i < 100; ++i) {
      const auto articles = clean(std::move((*pages)[i]));
      if (!articles) continue;
      for (const Article& article : *articles) expect(!first_broken_byte(article.text));
    }
  } catch (const Unreadable&) {
  }
  return 0;
}
