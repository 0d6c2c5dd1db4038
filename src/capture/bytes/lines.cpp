// Reads in blocks and copies each line once. What is too long is counted and thrown away while it is read.
#include "capture/bytes/lines.h"

namespace hearsay {

LineReader::LineReader(ByteSource& source, std::size_t longest_bytes) : source_(source), longest_(longest_bytes) {}

bool LineReader::fill() {
  if (block_.empty()) block_.resize(256u << 10);
  filled_ = source_.read(block_);
  used_ = 0;
  return filled_ > 0;
}

std::optional<LineReader::Line> LineReader::next() {
  Line line;
  bool any = false;
  for (;;) {
    if (used_ == filled_ && !fill()) break;
    any = true;
    const std::size_t end = std::string_view(block_.data(), filled_).find('\n', used_);
    const std::size_t stop = end == std::string::npos ? filled_ : end;
    if (line.text.size() + (stop - used_) > longest_) line.too_long = true;
    if (!line.too_long) line.text.append(block_, used_, stop - used_);
    used_ = end == std::string::npos ? stop : stop + 1;
    if (end != std::string::npos) break;
  }
  if (!any) return std::nullopt;
  if (line.too_long) line.text = {};
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

}  // namespace hearsay
