// Keeps one record in memory. Truncated and segmented records of WARC 1.1 are read as far as they are there.
#include "capture/warc.h"

#include "base/trimmed.h"
#include "capture/header_text.h"

#include <algorithm>
#include <charconv>

namespace hearsay {

namespace {

constexpr std::size_t longest_line = 64u << 10;

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

WarcReader::WarcReader(ByteSource& source) : source_(source) {}

bool WarcReader::fill() {
  block_offset_ += filled_;
  if (block_.empty()) block_.resize(1u << 20);
  filled_ = used_ = 0;  // should read() throw
  filled_ = source_.read(block_);
  return filled_ > 0;
}

// A line without its end, cut to a length that no header has.
bool WarcReader::read_line(std::string& line) {
  line.clear();
  bool any = false;
  for (;;) {
    if (used_ == filled_ && !fill()) return any;
    any = true;
    const std::size_t end = std::string_view(block_.data(), filled_).find('\n', used_);
    const std::size_t stop = std::min(end, filled_);
    if (line.size() < longest_line) line.append(block_, used_, std::min(stop - used_, longest_line));
    used_ = end == std::string::npos ? stop : stop + 1;
    if (end != std::string::npos) break;
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

bool WarcReader::read_content(std::uint64_t size, WarcRecord& record) {
  const bool keep = size <= largest_record_bytes;
  if (!keep) record.fault = "is larger than an article can be (32 MB)";
  while (size > 0) {
    if (used_ == filled_ && !fill()) return false;
    const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(size, filled_ - used_));
    if (keep) record.content.append(block_, used_, take);
    used_ += take;
    size -= take;
  }
  return true;
}

// Reads the header's lines into the record; the length it states, if it does. A line that begins another record ends
// it: then the record is broken, and the line is kept for the next call.
std::optional<std::uint64_t> WarcReader::read_header(WarcRecord& record) {
  std::optional<std::uint64_t> size;
  std::string line;
  for (std::uint64_t begin = block_offset_ + used_; read_line(line) && !line.empty(); begin = block_offset_ + used_) {
    if (line.starts_with("WARC/")) {
      pending_ = std::move(line);
      pending_offset_ = begin;
      record.fault = "has a header that breaks off";
      return std::nullopt;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    const std::string name = small(line.substr(0, colon));
    const std::string_view value = trimmed(std::string_view(line).substr(colon + 1));
    if (name == "warc-type") record.type = small(value);
    if (name == "warc-record-id") record.id = without_brackets(value);
    if (name == "warc-target-uri") record.address = without_brackets(value);
    if (name == "warc-payload-digest") record.digest = value;
    if (name == "warc-date") record.date = value;
    if (name == "content-type") record.content_type = small(value.substr(0, value.find(';')));
    std::uint64_t number = 0;
    if (name == "content-length" &&
        std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc())
      size = number;
  }
  if (!size) record.fault = "does not say how long it is";
  return size;
}

std::optional<WarcRecord> WarcReader::next() {
  std::string line = std::move(pending_);
  pending_.clear();
  WarcRecord record;
  record.offset = pending_offset_;
  while (!line.starts_with("WARC/")) {
    record.offset = block_offset_ + used_;
    if (!read_line(line)) return std::nullopt;
  }
  const auto size = read_header(record);
  if (size && !read_content(*size, record)) {
    record.fault = "is cut short";
    record.content.clear();
  }
  return record;
}

}  // namespace hearsay
