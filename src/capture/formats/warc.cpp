// Keeps one record in memory. Truncated and segmented records of WARC 1.1 are read as far as they are there.
#include "capture/formats/warc.h"

#include "base/trimmed.h"
#include "capture/network/header_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t longest_line = 64u << 10;
constexpr std::size_t block_bytes = 1u << 20;
constexpr std::uint64_t longer_than_any_archive = 1ULL << 44;  // 16 TB
constexpr const char* of_another_length = "has a different length than it says";

// Where in the content the next record begins, if the content took it in.
std::size_t next_record_in(std::string_view content) {
  for (std::size_t at = 0; (at = content.find("\nWARC/", at)) != std::string_view::npos; ++at) {
    if (at + 6 < content.size() && (content[at + 6] == '0' || content[at + 6] == '1')) return at + 1;
  }
  return std::string_view::npos;
}

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

WarcReader::WarcReader(ByteSource& source) : source_(source) {}

bool WarcReader::fill() {
  block_offset_ += filled_;
  if (block_.size() != block_bytes) block_ = std::string(block_bytes, '\0');
  filled_ = used_ = 0;  // should read() throw
  if (broken_) std::rethrow_exception(std::exchange(broken_, nullptr));
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

// False when it is cut short. Of what is too large the first part is kept, for go_back().
bool WarcReader::read_content(std::uint64_t size, WarcRecord& record) {
  if (size > largest_record_bytes) record.fault = "is larger than an article can be (32 MB)";
  while (size > 0) {
    if (used_ == filled_ && !fill()) return false;
    const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(size, filled_ - used_));
    const std::size_t room = largest_record_bytes - record.content.size();
    record.content.append(block_, used_, std::min(take, room));
    used_ += take;
    size -= take;
  }
  return true;
}

// So many of the next bytes, fewer at the end or before a broken part, which the next read comes upon.
std::string_view WarcReader::peek(std::size_t bytes) {
  while (filled_ - used_ < bytes && !broken_) {
    const std::string left = block_.substr(used_, filled_ - used_);
    try {
      const bool more = fill();
      block_.insert(0, left);
      block_offset_ -= left.size();
      filled_ += left.size();
      if (!more) break;
    } catch (const BrokenPart&) {
      block_.insert(0, left);
      block_offset_ -= left.size();
      filled_ = left.size();
      broken_ = std::current_exception();
    }
  }
  return std::string_view(block_).substr(used_, std::min(bytes, filled_ - used_));
}

// Is this where a content ends: at a line end and another, or the next record, or the end of all?
bool WarcReader::ends_here() {
  std::string_view next = peek(5);
  if (next.starts_with("WARC/")) return true;
  for (int lines = 0; lines < 2 && !next.empty(); ++lines) {
    if (next.starts_with('\r')) next.remove_prefix(1);
    if (lines == 1 && next.starts_with('W')) return true;
    if (next.empty()) return true;
    if (!next.starts_with('\n')) return false;
    next.remove_prefix(1);
  }
  return true;
}

// Reads on at the record that a content of a wrong length took in, if there is one. Not for longer than reading takes
// some times over, should somebody have made all the lengths.
void WarcReader::go_back(std::string content) {
  constexpr std::uint64_t at_any_rate = 64u << 20;
  const std::size_t size = content.size();
  content += peek(6);  // it may have taken in no more than the record's first letters
  const std::size_t from = next_record_in(content);
  if (from >= size) return;
  const std::string_view back = std::string_view(content).substr(from, size - from);
  if (gone_back_ + back.size() > at_any_rate + 4 * offset()) return;
  gone_back_ += back.size();
  block_offset_ = offset() - back.size();
  block_ = std::string(back) + block_.substr(used_, filled_ - used_);
  used_ = 0;
  filled_ = block_.size();
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
    if (name == "warc-refers-to") record.refers_to = without_brackets(value);
    if (name == "content-type") record.content_type = small(value.substr(0, value.find(';')));
    std::uint64_t number = 0;
    if (name == "content-length" &&
        std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc())
      size = number;
  }
  if (!size) record.fault = "does not say how long it is";
  if (size && *size > longer_than_any_archive) {
    record.fault = "says that it is longer than any archive";
    return std::nullopt;
  }
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
  if (!size) return record;
  const bool whole = read_content(*size, record);
  if (!whole) record.fault = next_record_in(record.content) == std::string::npos ? "is cut short" : of_another_length;
  if (whole && !ends_here()) record.fault = of_another_length;
  if (!whole || record.fault == of_another_length) {
    // Of what was too large to be kept, what lies behind the kept part is gone.
    const bool kept = *size <= largest_record_bytes || offset() - record.offset <= largest_record_bytes;
    if (kept) go_back(std::move(record.content));
  }
  if (record.fault) record.content.clear();
  return record;
}

}  // namespace hearsay
