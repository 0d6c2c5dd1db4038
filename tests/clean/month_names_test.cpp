#include "clean/month_names.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearsay {
namespace {

TEST(MonthNames, a_month_is_known_in_small_and_capital_letters) {
  const MonthNames names("# months\n1 january \u044f\u043d\u0432\u0430\u0440\u044c\n\n12 d\u00e9cembre\n",
                         "data/m.txt");
  EXPECT_EQ(names.number_of("January"), 1);
  EXPECT_EQ(names.number_of("\u042f\u041d\u0412\u0410\u0420\u042c"), 1);
  EXPECT_EQ(names.number_of("D\u00c9CEMBRE"), 12);
  EXPECT_EQ(names.number_of("wennel"), 0);
  EXPECT_EQ(names.number_of(std::string(1000, 'x')), 0);
}

TEST(MonthNames, a_broken_line_is_told_with_its_file_and_number) {
  for (const char* line : {"january 1", "13 x", "0 x", "-1 x", "1x y", "99999999999999999999 x", " 1 x"}) {
    try {
      MonthNames(std::string("# months\n") + line, "data/m.txt");
      ADD_FAILURE() << line;
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(std::string(error.what()), "data/m.txt:2: does not begin with a month's number and a blank") << line;
    }
  }
}

}  // namespace
}  // namespace hearsay
