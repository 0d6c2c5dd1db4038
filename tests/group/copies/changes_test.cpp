// What a copier did to the words: dropped, added, another number, a hedge or a source gone.
#include "group/copies/changes.h"

#include "group/copies/passages.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// "number: nine -> eleven", a line each.
std::string changes(const std::string& from, const std::string& to) {
  const auto words_from = fold_words(from);
  const auto words_to = fold_words(to);
  const auto runs = RunIndex(words_from, 4).runs_in(words_to);
  std::string printed;
  for (const Change& change : find_changes(words_from, words_to, runs)) {
    printed +=
        fmt::format("{}: {} -> {}\n", to_text(change.kind), words_at(from, change.from), words_at(to, change.to));
  }
  return printed;
}

TEST(Changes, each_is_named_by_what_the_reader_loses) {
  const std::string begin = "The old ferry from Torrin was towed to the shipyard on Monday ";
  const std::string end = " and will be repaired there before the summer begins";
  const struct {
    const char* name;
    const char* from;
    const char* to;
    const char* changes;
  } rows[] = {
      {"the same words", "by two tugs", "by two tugs", ""},
      {"another number", "by 2 tugs", "by 3 tugs", "number: 2 -> 3\n"},
      {"a hedge is gone", "allegedly by two tugs", "by two tugs", "hedge: allegedly -> \n"},
      {"a source is gone", "by two tugs, officials said,", "by two tugs", "source: officials said -> \n"},
      {"words are gone", "by two small red tugs", "by two tugs", "dropped: small red -> \n"},
      {"words are new", "by two tugs", "by two rusty tugs", "added:  -> rusty\n"},
      {"a few words stand for a few others", "by tugs", "behind boats", "reworded: by tugs -> behind boats\n"},
      {"capitals and marks are no change", "by two tugs", "by two TUGS,", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(changes(begin + row.from + end, begin + row.to + end), row.changes) << row.name;
}

TEST(Changes, texts_that_share_no_run_have_none) {
  EXPECT_EQ(changes("Nine goats were stolen near Brill.", "The bridge at Orvik is closed."), "");
  EXPECT_EQ(changes("", ""), "");
}

}  // namespace
}  // namespace hearsay
