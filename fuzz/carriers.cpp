// Any bytes as each thing that carries articles: packed data, tar, WARC, HTTP, feed, JSON. The first byte chooses.
#include "capture/compressed.h"
#include "capture/feed.h"
#include "capture/http_message.h"
#include "capture/json_record.h"
#include "capture/lines.h"
#include "capture/tar.h"
#include "capture/warc.h"
#include "clean/clean.h"

#include <cstdint>

namespace hearsay {
namespace {

void read_tar(std::string_view bytes) {
  const auto source = open_memory(bytes);
  TarReader reader(*source);
  for (int i = 0; i < 1000 && reader.next(); ++i) read_all(*reader.open(), 1 << 20);
}

void read_warc(std::string_view bytes) {
  const auto source = open_memory(bytes);
  WarcReader reader(*source);
  while (const auto record = reader.next()) parse_http(record->content);
}

void read_lines(std::string_view bytes) {
  const auto source = open_memory(bytes);
  LineReader reader(*source, 1000);
  while (const auto line = reader.next())
    if (auto record = parse_json_record(line->text)) clean(std::move(*record));
}

void read_feed(std::string_view bytes) {
  if (auto records = parse_feed(bytes))
    for (Record& record : *records) clean(std::move(record));
}

void read_one(std::uint8_t kind, std::string_view bytes) {
  switch (kind % 7) {
    case 0:
      read_all(*unpacked(open_memory(bytes)), 8 << 20);
      break;
    case 1:
      read_tar(bytes);
      break;
    case 2:
      read_warc(bytes);
      break;
    case 3:
      parse_http(bytes);
      break;
    case 4:
      read_feed(bytes);
      break;
    case 5:
      read_lines(bytes);
      break;
    default:
      parse_json_file(bytes);
      parse_companion(bytes);
  }
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  try {
    hearsay::read_one(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1});
  } catch (const hearsay::Unreadable&) {
  }
  return 0;
}
