#include "measure/origins/unnamed_bodies.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

TEST(UnnamedBodies, a_phrase_means_the_one_longer_phrase_with_all_its_words) {
  const struct {
    const char* name;
    std::vector<BodyPhrase> phrases;
    std::vector<std::size_t> means;
  } rows[] = {
      {"a spokesman, a place and a nation are left out",
       {{"foreign ministry in selvik"}, {"norlandish foreign ministry"}, {"a spokesman for the foreign ministry"}},
       {1, 1, 1}},
      {"two bodies leave it open", {{"northern police"}, {"southern police"}, {"police"}}, {0, 1, 2}},
      {"one alone does not", {{"police"}, {"northern police"}}, {1, 1}},
      {"a named body is meant by its words", {{"police"}, {"torrin harbour police", true}}, {1, 1}},
      {"a named body means itself", {{"torrin police", true}, {"torrin harbour police", true}}, {0, 1}},
      {"people are no body", {{"officials"}, {"local officials"}, {"witnesses"}}, {0, 1, 2}},
      {"other ministries stay apart", {{"foreign ministry"}, {"interior ministry"}}, {0, 1}},
      {"nothing", {}, {}},
      {"no words", {{""}, {""}}, {0, 1}},
  };
  for (const auto& row : rows) EXPECT_EQ(same_bodies(row.phrases), row.means) << row.name;
}

}  // namespace
}  // namespace hearsay
