#include "dissect/known_forms.h"

#include "base/resources.h"
#include "dissect/grammar.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

const KnownForms& shipped() {
  static const KnownForms forms(resource("data/irregular_forms.txt"), resource("data/regular_verbs.txt"));
  return forms;
}

std::string base_of(std::string_view word, Tag tag) { return std::string(shipped().find(word, tag).value_or("-")); }

TEST(KnownForms, a_form_on_the_lists_has_its_dictionary_form) {
  struct Row {
    const char* word;
    Tag tag;
    const char* base;
  };
  const Row rows[] = {
      {"risen", Tag::VERB, "rise"},
      {"arisen", Tag::VERB, "arise"},
      {"fled", Tag::VERB, "flee"},
      {"wove", Tag::VERB, "weave"},
      {"overthrown", Tag::VERB, "overthrow"},
      {"lying", Tag::VERB, "lie"},
      {"vied", Tag::VERB, "vie"},
      {"won", Tag::VERB, "win"},
      {"found", Tag::VERB, "find"},
      {"left", Tag::VERB, "leave"},
      {"leaves", Tag::VERB, "leave"},
      {"leaves", Tag::NOUN, "leaf"},
      {"mice", Tag::NOUN, "mouse"},
      {"gunmen", Tag::NOUN, "gunman"},
      {"crises", Tag::NOUN, "crisis"},
      {"heroes", Tag::NOUN, "hero"},
      {"bonuses", Tag::NOUN, "bonus"},
      {"worst", Tag::ADJ, "bad"},
      {"voting", Tag::VERB, "vote"},
      {"voted", Tag::VERB, "vote"},
      {"visiting", Tag::VERB, "visit"},
      {"audited", Tag::VERB, "audit"},
      {"stopped", Tag::VERB, "stop"},
      {"denies", Tag::VERB, "deny"},
      {"denied", Tag::VERB, "deny"},
      {"denying", Tag::VERB, "deny"},
      {"crushes", Tag::VERB, "crush"},
      {"labelled", Tag::VERB, "label"},
      {"labeled", Tag::VERB, "label"},
      {"agreeing", Tag::VERB, "agree"},
      {"patrolled", Tag::VERB, "patrol"},
      {"trafficked", Tag::VERB, "traffic"},
      {"swing", Tag::VERB, "swing"},
      {"brine", Tag::VERB, "-"},
      {"risen", Tag::NOUN, "-"},
      {"", Tag::VERB, "-"},
      {"mice", Tag::PROPN, "-"},
  };
  for (const Row& row : rows) EXPECT_EQ(base_of(row.word, row.tag), row.base) << row.word;
}

TEST(KnownForms, regular_forms_follow_the_spelling) {
  const KnownForms forms("[verb]\nbe: been\n", "# a remark\nbake plot+ try dye echo toil\nfix");
  for (const auto& [word, base] :
       {std::pair{"baking", "bake"}, std::pair{"baked", "bake"}, std::pair{"plotted", "plot"},
        std::pair{"plotting", "plot"}, std::pair{"plots", "plot"}, std::pair{"tries", "try"},
        std::pair{"dyeing", "dye"}, std::pair{"echoes", "echo"}, std::pair{"fixes", "fix"}, std::pair{"toiled", "toil"},
        std::pair{"been", "be"}})
    EXPECT_EQ(forms.find(word, Tag::VERB).value_or("-"), base) << word;
  EXPECT_FALSE(forms.find("ploted", Tag::VERB));
  EXPECT_FALSE(forms.find("bakeing", Tag::VERB));
}

TEST(KnownForms, an_irregular_form_goes_before_a_regular_one) {
  const KnownForms forms("[verb]\nfind: found\n", "found");
  EXPECT_EQ(forms.find("found", Tag::VERB), "find");
  EXPECT_EQ(forms.find("founded", Tag::VERB), "found");
}

TEST(KnownForms, a_broken_line_is_named) {
  const auto reason = [](std::string_view lines) -> std::string {
    try {
      KnownForms(lines, "");
    } catch (const std::runtime_error& problem) {
      return problem.what();
    }
    return "none";
  };
  EXPECT_EQ(reason("[verb]\nsee: saw\n\nsaw: saw\n"),
            "data/irregular_forms.txt:4: \"saw\" is a form of another word too");
  EXPECT_EQ(reason("see: saw\n"), "data/irregular_forms.txt:1: not of the form \"word: its forms\"");
  EXPECT_EQ(reason("[adverb]\n"), "data/irregular_forms.txt:1: only [verb], [noun] and [adjective] are known");
}

TEST(KnownForms, the_grammar_uses_them) {
  const Grammar grammar;
  const std::string text = "The thieves fled after they had forsaken the loaves.";
  const Dissection dissection = grammar.dissect(text, {}, Depth::tree);
  std::string lemmas;
  for (const Token& token : dissection.tokens) lemmas += token.lemma + " ";
  EXPECT_EQ(lemmas, "the thief flee after they have forsake the loaf . ");
}

}  // namespace
}  // namespace hearsay
