// Any bytes as packed data (gzip, Zstandard), and what they unpack to as a tar archive.
#include "bytes.h"

#include "capture/bytes/compressed.h"
#include "capture/formats/archive.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto source = unpacked(open_memory(as_text(data, size)));
    if (!is_tar(source->peek(512))) {
      expect(read_all(*source, 4 << 20).size() <= (4 << 20) + 1);
      return 0;
    }
    ArchiveReader files(*source);
    for (int i = 0; i < 1000 && files.next(); ++i) read_all(*files.open(), 1 << 20);
  } catch (const Unreadable&) {
  }
  return 0;
}
