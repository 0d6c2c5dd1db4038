#include "extract/names/lookup.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

Names names_at(std::initializer_list<Span> spans) {
  Names names;
  for (const Span span : spans) names.mentions.push_back({span, EntityKind::place, 0, {}});
  return names;
}

TEST(NameLookup, a_name_stands_where_it_shares_a_byte_with_the_words) {
  const Names names = names_at({{4, 9}, {9, 12}, {20, 25}});
  const struct {
    Span words;
    std::size_t first, count;
  } rows[] = {{{0, 4}, 0, 0},   {{0, 5}, 4, 1},    {{8, 9}, 4, 1},   {{8, 10}, 4, 2}, {{9, 20}, 9, 1},
              {{12, 20}, 0, 0}, {{24, 30}, 20, 1}, {{25, 30}, 0, 0}, {{0, 40}, 4, 3}, {{10, 11}, 9, 1}};
  for (const auto& row : rows) {
    const auto found = mentions_at(names, row.words);
    ASSERT_EQ(found.size(), row.count) << row.words.begin << ' ' << row.words.end;
    const Mention* const first = mention_at(names, row.words);
    ASSERT_EQ(first != nullptr, row.count > 0);
    if (first == nullptr) continue;
    EXPECT_EQ(first->span.begin, row.first);
  }
}

TEST(NameLookup, a_text_without_names_has_none_anywhere) { EXPECT_EQ(mention_at(Names(), {0, 9}), nullptr); }

}  // namespace
}  // namespace hearsay
