#include "dissect/words/lexicon.h"

#include "base/resources.h"

#include <gtest/gtest.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string find(const Lexicon& lexicon, std::string_view word, Tag tag) {
  return lexicon.find(word, tag).value_or("-");
}

TEST(Lexicon, keeps_what_it_was_given) {
  const std::string bytes = Lexicon::write({{"larks", Tag::NOUN, "lark"},
                                            {"lark", Tag::NOUN, "lark"},
                                            {"larks", Tag::VERB, "lark"},
                                            {"lark", Tag::VERB, "lark"},
                                            {"parks", Tag::NOUN, "park"},
                                            {"went", Tag::VERB, "go"},
                                            {"best", Tag::ADJ, "good"},
                                            {"best", Tag::ADV, "well"}});
  const Lexicon lexicon(bytes);
  EXPECT_EQ(find(lexicon, "larks", Tag::NOUN), "lark");
  EXPECT_EQ(find(lexicon, "lark", Tag::NOUN), "lark");
  EXPECT_EQ(find(lexicon, "larks", Tag::VERB), "lark");
  EXPECT_EQ(find(lexicon, "parks", Tag::NOUN), "park");
  EXPECT_EQ(find(lexicon, "went", Tag::VERB), "go");
  EXPECT_EQ(find(lexicon, "best", Tag::ADJ), "good");
  EXPECT_EQ(find(lexicon, "best", Tag::ADV), "well");
  for (const char* word : {"", "l", "lar", "larkss", "parkss", "Larks", "lärks", "larkN", "N"})
    EXPECT_EQ(find(lexicon, word, Tag::NOUN), "-") << word;
  EXPECT_EQ(find(lexicon, "parks", Tag::VERB), "-");
  EXPECT_EQ(find(lexicon, "larks", Tag::PROPN), "-");
}

TEST(Lexicon, without_words_knows_none) {
  const std::string bytes = Lexicon::write({});
  EXPECT_EQ(find(Lexicon(bytes), "lark", Tag::NOUN), "-");
}

TEST(Lexicon, does_not_depend_on_the_order_of_its_entries) {
  EXPECT_EQ(Lexicon::write({{"ran", Tag::VERB, "run"}, {"runs", Tag::NOUN, "run"}}),
            Lexicon::write({{"runs", Tag::NOUN, "run"}, {"ran", Tag::VERB, "run"}}));
}

TEST(Lexicon, refuses_what_it_cannot_hold) {
  EXPECT_THROW(Lexicon::write({{"it's", Tag::NOUN, "it"}}), std::runtime_error);
  EXPECT_THROW(Lexicon::write({{"thus", Tag::CCONJ, "thus"}}), std::runtime_error);
}

TEST(Lexicon, a_broken_file_is_named) {
  const auto reason = [](std::string_view bytes) -> std::string {
    try {
      const Lexicon lexicon(bytes);
    } catch (const std::runtime_error& problem) {
      return problem.what();
    }
    return "none";
  };
  const std::string whole = Lexicon::write({{"went", Tag::VERB, "go"}});
  EXPECT_EQ(reason(whole), "none");
  EXPECT_EQ(reason(""), "models/lemmas.bin: is not a model of words and grammar");
  EXPECT_EQ(reason(whole.substr(0, whole.size() - 8)), "models/lemmas.bin: is cut short");
  ModelWriter other;
  other.add("edges", std::vector<std::uint32_t>{0});
  other.add("endings", std::vector<char>{'0', ' ', '\n'});
  EXPECT_EQ(reason(other.bytes()), "models/lemmas.bin: has no end");
  for (const std::string line : {"x\n", "1\n", "1 y", "-1 y\n"}) {
    other.add("endings", std::vector<char>(line.begin(), line.end()));
    EXPECT_EQ(reason(other.bytes()), "models/lemmas.bin: has a broken ending") << line;
  }
}

TEST(Lexicon, whatever_its_edges_say_stays_within_it) {
  std::vector<std::uint32_t> edges(64);
  std::uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    for (std::uint32_t& edge : edges) {
      state = state * 1664525U + 1013904223U;
      edge = ((state >> 9) % 80) << 9 | (state & 0x100) | ((state >> 3) % 7 == 0 ? 'N' : 'a' + (state >> 5) % 3);
    }
    edges.back() |= 1U << 8;
    ModelWriter file;
    file.add("edges", edges);
    const std::string endings = "9 y\n0 \n";
    file.add("endings", std::vector<char>(endings.begin(), endings.end()));
    const std::string bytes = file.bytes();
    const Lexicon lexicon(bytes);
    for (const char* word : {"a", "abc", "cabbac", "aaaaaaaaaaaaaaaa"})
      EXPECT_LE(find(lexicon, word, Tag::NOUN).size(), std::strlen(word) + 1) << word;
  }
}

TEST(Lexicon, that_ships_knows_a_base_form_as_itself) {
  const Lexicon lexicon(resource("models/lemmas.bin"));
  for (const char* word : {"bus", "glass", "swing", "need", "focus", "lens", "canvas", "wing"})
    EXPECT_TRUE(find(lexicon, word, Tag::NOUN) == word || find(lexicon, word, Tag::VERB) == word) << word;
  EXPECT_EQ(find(lexicon, "brine", Tag::VERB), "brine");
  EXPECT_EQ(find(lexicon, "casualtie", Tag::NOUN), "-");
  EXPECT_EQ(find(lexicon, "shel", Tag::VERB), "-");
  EXPECT_EQ(find(lexicon, "blam", Tag::VERB), "-");
}

}  // namespace
}  // namespace hearsay
