// Any bytes as lines of JSON, as one file of JSON (ninjs among them) and as what stands beside a text.
#include "bytes.h"

#include "base/utf8.h"
#include "capture/bytes/lines.h"
#include "capture/bytes/utf16.h"
#include "capture/formats/json_record.h"
#include "clean/clean.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  const auto source = open_memory(bytes);
  LineReader reader(*source, 1000);
  while (const auto line = reader.next()) {
    expect(line->text.size() <= 1000);
    if (auto record = parse_json_record(line->text))
      if (const auto articles = clean(std::move(*record)))
        for (const Article& article : *articles) expect(!first_broken_byte(article.text));
  }
  if (is_utf16(bytes)) {
    const auto units = open_memory(bytes);
    expect(!first_broken_byte(read_all(*from_utf16(*units), 4 << 20)));
  }
  parse_json_file(bytes);
  parse_companion(bytes);
  return 0;
}
