#include "dissect/words/inflection.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// "visited (visitted)": doubtful forms in brackets.
std::string forms(std::string_view base, Tag tag) {
  std::string text;
  for (const Inflected& it : inflect(base, tag)) {
    if (!text.empty()) text += ' ';
    text += it.doubtful ? '(' + it.form + ')' : it.form;
  }
  return text;
}

TEST(Inflection, follows_the_spelling) {
  struct Row {
    const char* base;
    Tag tag;
    const char* forms;
  };
  const Row rows[] = {
      {"lamp", Tag::NOUN, "lamps"},
      {"city", Tag::NOUN, "cities"},
      {"soliloquy", Tag::NOUN, "soliloquies"},
      {"day", Tag::NOUN, "days"},
      {"box", Tag::NOUN, "boxes"},
      {"quiz", Tag::NOUN, "quizzes quizes"},
      {"church", Tag::NOUN, "churches (churchs)"},
      {"hero", Tag::NOUN, "heroes heros"},
      {"radio", Tag::NOUN, "radios"},
      {"shelf", Tag::NOUN, "shelfs"},
      {"wife", Tag::NOUN, "wifes"},
      {"gunman", Tag::NOUN, "gunmen gunmans"},
      {"visit", Tag::VERB, "visits (visitted) visited (visitting) visiting"},
      {"vote", Tag::VERB, "votes voted voting"},
      {"try", Tag::VERB, "tries tried trying"},
      {"play", Tag::VERB, "plays played playing"},
      {"stop", Tag::VERB, "stops stopped stopping"},
      {"quit", Tag::VERB, "quits quitted quitting"},
      {"bus", Tag::VERB, "buses bussed (bused) bussing (busing)"},
      {"whisper", Tag::VERB, "whispers whispered whispering"},
      {"label", Tag::VERB, "labels labelled labeled labelling labeling"},
      {"toil", Tag::VERB, "toils toiled toiling"},
      {"fix", Tag::VERB, "fixes fixed fixing"},
      {"panic", Tag::VERB, "panics panicked panicking"},
      {"agree", Tag::VERB, "agrees agreed agreeing"},
      {"dye", Tag::VERB, "dyes dyed dyeing"},
      {"tie", Tag::VERB, "ties tied tying"},
      {"singe", Tag::VERB, "singes singed singing singeing"},
      {"queue", Tag::VERB, "queues queued queuing (queueing)"},
      {"echo", Tag::VERB, "echoes echos echoed echoing"},
      {"big", Tag::ADJ, "bigger biggest"},
      {"happy", Tag::ADJ, "happier happiest"},
      {"large", Tag::ADJ, "larger largest"},
      {"slow", Tag::ADJ, "slower slowest"},
      {"narrow", Tag::ADJ, "narrower narrowest"},
      {"wounded", Tag::ADJ, ""},
      {"beautiful", Tag::ADJ, ""},
      {"sadly", Tag::ADV, ""},
      {"soon", Tag::ADV, "sooner soonest"},
      {"x", Tag::NOUN, ""},
      {"", Tag::VERB, ""},
      {"it", Tag::PRON, ""},
  };
  for (const Row& row : rows) EXPECT_EQ(forms(row.base, row.tag), row.forms) << row.base;
}

}  // namespace
}  // namespace hearsay
