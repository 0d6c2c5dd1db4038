#include "capture/network/robots.h"

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
      {"\xEF\xBB\xBFUser-agent: *\nDisallow: /", "/a", false},  // a byte order mark is no part of the first line
      {"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},   // of two as long the one that allows
      {"User-agent: *\nDisallow: /a$", "/a", false},
      {"User-agent: *\nDisallow: /a$", "/ab", true},
      {"User-agent: *\nDisallow: /a*b$", "/ab/b", false},
      {"User-agent: *\nDisallow: /ab*b$", "/ab", true},  // no letter counts twice
      {"User-agent: *\nDisallow: *private", "/a/private", false},
      {"User-agent: *\nDISALLOW : /a", "/a", false},
      {"User-agent: *\nDisallow: /A", "/a", true},
      {"Disallow: /", "/a", true},  // for nobody
      {"User-agent: hearsay\nDisallow: /a\n\nUser-agent: hearsay\nDisallow: /b", "/a", false},
      {"User-agent: hearsay\nDisallow: /a\n\nUser-agent: hearsay\nDisallow: /b", "/b", false},
      {"User-agent: *\nSitemap: /s\nDisallow: /a", "/a", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(may_fetch(row.robots, "hearsay", row.path), row.may) << row.robots << " " << row.path;
}

}  // namespace
}  // namespace hearsay
