// Reads in blocks and copies each line once. What is too long is counted and thrown away while it is read.
#include "capture/lines.h"

namespace hearsay {

LineReader::LineReader(ByteSource& source, std::size_t longest_bytes) : source_(source), longest_(longest_bytes) {}

bool LineReader::fill() {
  block_.resize(256u << 10);
  block_.resize(source_.read(block_));
  used_ = 0;
  return !block_.empty();
}

std::optional<LineReader::Line> LineReader::next() {
  Line line;
  bool any = false;
  for (;;) {
    if (used_ == block_.size() && !fill()) break;
    any = true;
    const std::size_t end = block_.find('\n', used_);
    const std::size_t stop = end == std::string::npos ? block_.size() : end;
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
