// Reads forward only. Sparse files and archives in several volumes are not read.
#include "capture/tar.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

constexpr std::size_t block_bytes = 512;
constexpr std::size_t longest_name = 64u << 10;

using Block = std::array<char, block_bytes>;

// A number in octal digits; GNU writes large ones in binary with the first bit set.
std::uint64_t number(std::string_view field) {
  std::uint64_t value = 0;
  if (static_cast<unsigned char>(field[0]) & 0x80) {
    for (const char c : field.substr(field.size() - 8)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  for (const char c : field)
    if (c >= '0' && c <= '7') value = value << 3 | static_cast<std::uint64_t>(c - '0');
  return value;
}

std::string_view text(std::string_view field) { return field.substr(0, field.find('\0')); }

bool checksum_holds(std::string_view block) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < block_bytes; ++i)
    sum += i >= 148 && i < 156 ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(block[i]);
  return sum == number(block.substr(148, 8));
}

// The value of "path" in the records "27 path=some/name\n" of an extended header.
std::string path_of_extended(std::string_view records) {
  for (std::size_t at = 0; at < records.size();) {
    const std::size_t end = std::min(records.find('\n', at), records.size());
    const std::string_view line = records.substr(at, end - at);
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos && line.substr(space + 1).starts_with("path="))
      return std::string(line.substr(space + 6));
    at = end + 1;
  }
  return {};
}

}  // namespace

bool is_tar(std::string_view start) {
  return start.size() >= block_bytes && start.substr(257).starts_with("ustar") && checksum_holds(start);
}

class TarReader::Entry : public ByteSource {
 public:
  explicit Entry(TarReader& reader) : reader_(reader) {}
  std::size_t read(std::span<char> into) override { return reader_.read_some(into); }

 private:
  TarReader& reader_;
};

TarReader::TarReader(ByteSource& source) : source_(source) {}

std::size_t TarReader::read_some(std::span<char> into) {
  const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), left_));
  if (want == 0) return 0;
  const std::size_t got = source_.read(into.subspan(0, want));
  if (got == 0) throw Unreadable("is a tar archive that is cut short");
  left_ -= got;
  return got;
}

void TarReader::skip_rest() {
  left_ += padding_;
  padding_ = 0;
  std::array<char, 16384> waste;
  while (left_ > 0) read_some(waste);
}

std::optional<std::string> TarReader::next() {
  std::string long_name;
  for (;;) {
    skip_rest();
    Block block;
    std::size_t had = 0;
    while (had < block_bytes) {
      const std::size_t got = source_.read(std::span(block).subspan(had));
      if (got == 0) return std::nullopt;
      had += got;
    }
    const std::string_view header(block.data(), block_bytes);
    if (std::all_of(header.begin(), header.end(), [](char c) { return c == '\0'; })) return std::nullopt;
    if (!checksum_holds(header)) throw Unreadable("is a broken tar archive");
    left_ = number(header.substr(124, 12));
    padding_ = (block_bytes - left_ % block_bytes) % block_bytes;
    const char kind = header[156];
    if (kind == 'L' || kind == 'x') {
      Entry entry(*this);
      const std::string content = read_all(entry, longest_name);
      long_name = kind == 'L' ? std::string(text(content)) : path_of_extended(content);
      continue;
    }
    if (kind != '0' && kind != '\0') {
      long_name.clear();
      continue;
    }
    if (!long_name.empty()) return long_name;
    const std::string_view prefix =
        header.substr(257).starts_with("ustar\0") ? text(header.substr(345, 155)) : std::string_view();
    const std::string_view name = text(header.substr(0, 100));
    return prefix.empty() ? std::string(name) : std::string(prefix) + "/" + std::string(name);
  }
}

std::unique_ptr<ByteSource> TarReader::open() { return std::make_unique<Entry>(*this); }

}  // namespace hearsay
