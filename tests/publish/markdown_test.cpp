#include "publish/markup/markdown.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Markdown, nothing_from_outside_is_markup) {
  const std::pair<const char*, const char*> rows[] = {
      {"plain, text.", "plain, text."},           {"*bold* _it_", "\\*bold\\* \\_it\\_"},
      {"[a](http://b)", "\\[a\\]\\(http://b\\)"}, {"<script>", "\\<script\\>"},
      {"# head\n- item", "\\# head \\- item"},    {"a | b", "a \\| b"},
      {"`code` \\", "\\`code\\` \\\\"},           {"&lt;", "\\&lt;"},
  };
  for (const auto& [text, written] : rows) EXPECT_EQ(escaped_for_markdown(text), written);
}

}  // namespace
}  // namespace hearsay
