#include "capture/bytes/lines.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string lines_of(std::string_view bytes) {
  const auto source = open_memory(bytes);
  LineReader reader(*source, 10);
  std::string result;
  while (const auto line = reader.next()) result += line->too_long ? "<long>" : "<" + line->text + ">";
  return result;
}

TEST(LinesTest, a_stream_is_cut_into_lines) {
  const struct {
    const char* bytes;
    const char* lines;
  } rows[] = {{"", ""},
              {"a", "<a>"},
              {"a\n", "<a>"},
              {"a\r\nb", "<a><b>"},
              {"\n\na\n", "<><><a>"},
              {"a\n01234567890123\nb", "<a><long><b>"}};
  for (const auto& row : rows) EXPECT_EQ(lines_of(row.bytes), row.lines) << row.bytes;
}

}  // namespace
}  // namespace hearsay
