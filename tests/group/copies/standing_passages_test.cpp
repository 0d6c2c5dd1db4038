// What of a text stands under or around all texts of its firm or site.
#include "group/copies/standing_passages.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// The passages, with "|" between them.
std::string passages(const std::string& text) {
  std::string printed;
  for (const Span& part : find_standing_passages(text, fold_words(text)))
    printed += (printed.empty() ? "" : "|") + std::string(words_at(text, part));
  return printed;
}

TEST(standing_passages, end_matter_goes_to_the_end_and_a_wall_by_its_sentences) {
  const struct {
    const char* text;
    const char* passages;
  } rows[] = {
      {"Vex Timber closes a mill. About Vex Timber: It has nine mills.", "About Vex Timber: It has nine mills"},
      {"Vex Timber closes a mill.\nAbout Vex Timber\nIt has nine mills.", "About Vex Timber\nIt has nine mills"},
      {"Vex Timber closes a mill. Forward-looking statements: Results may differ.",
       "Forward-looking statements: Results may differ"},
      {"Vex Timber closes a mill.\nMedia contact:\nIlse Ravnkilde", "Media contact:\nIlse Ravnkilde"},
      {"The lock at Torrin is shut, and the pilots wait. It opens on Monday. We use cookies to know you.",
       "We use cookies to know you"},
      // Where walls are most of it, all of it is.
      {"Welcome. We use cookies to know you. Read our privacy policy before you go on.",
       "Welcome. We use cookies to know you. Read our privacy policy before you go on"},
      {"This report is for subscribers only. Subscribe to read it, if you like our work. Log in to your account. Or "
       "wait.",
       "This report is for subscribers only. Subscribe to read it, if you like our work. Log in to your account. Or "
       "wait"},
      // Of the same words in an article nothing goes.
      {"Vex Timber closes a mill. About 120 workers of Vex Timber: all of them from Torrin, lose their jobs.", ""},
      {"Vex Timber closes a mill. About Torrin: the town has no other mill.", ""},
      {"The court at Torrin said that the shop's use of cookies broke the law.", ""},
      {"About Vex Timber: a film on a mill opens on Monday.", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(passages(row.text), row.passages) << row.text;
}

}  // namespace
}  // namespace hearsay
