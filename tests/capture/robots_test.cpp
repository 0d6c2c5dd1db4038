#include "capture/robots.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(RobotsTest, the_longest_rule_that_fits_decides) {
  const struct {
    const char* robots;
    const char* path;
    bool may;
  } rows[] = {
      {"", "/a", true},
      {"User-agent: *\nDisallow: /", "/a", false},
      {"User-agent: *\nDisallow:", "/a", true},
      {"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
      {"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false},
      {"User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false},
      {"User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true},
      {"User-agent: *\nDisallow: /a*c", "/abbbc/d", false},
      {"User-agent: other\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", true},
      {"User-agent: other\nUser-agent: Hearsay\nDisallow: /x # private\n\nUser-agent: *\nDisallow: /", "/a", true},
      {"User-agent: other\nUser-agent: Hearsay\nDisallow: /x # private\n\nUser-agent: *\nDisallow: /", "/x1", false},
      {"User-agent: hear\nDisallow: /", "/a", true},  // another program, whose name ours begins with
      {"User-agent: HEARSAY/2.0 (all)\nDisallow: /", "/a", false},
      {"nonsense\r\n: :\r\nDisallow: /", "/a", true},
  };
  for (const auto& row : rows)
    EXPECT_EQ(may_fetch(row.robots, "hearsay", row.path), row.may) << row.robots << " " << row.path;
}

}  // namespace
}  // namespace hearsay
