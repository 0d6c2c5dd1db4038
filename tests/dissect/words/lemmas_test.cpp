#include "dissect/words/lemmas.h"

#include "base/resources.h"
#include "dissect/grammar.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

const Lemmas& shipped() {
  static const ModelFile file(resource("models/grammar.bin"));
  static const Lemmas lemmas(file);
  return lemmas;
}

struct Row {
  const char* word;
  Tag tag;
  const char* lemma;
};

void check(std::span<const Row> rows) {
  for (const Row& row : rows)
    EXPECT_EQ(shipped().lemma_of(row.word, row.tag, false), row.lemma) << row.word << ' ' << to_text(row.tag);
}

TEST(Lemmas, of_nouns) {
  const Row rows[] = {
      {"casualties", Tag::NOUN, "casualty"},
      {"fatalities", Tag::NOUN, "fatality"},
      {"leaves", Tag::NOUN, "leaf"},
      {"halves", Tag::NOUN, "half"},
      {"knives", Tag::NOUN, "knife"},
      {"wolves", Tag::NOUN, "wolf"},
      {"bookshelves", Tag::NOUN, "bookshelf"},
      {"gloves", Tag::NOUN, "glove"},
      {"beliefs", Tag::NOUN, "belief"},
      {"heroes", Tag::NOUN, "hero"},
      {"potatoes", Tag::NOUN, "potato"},
      {"photos", Tag::NOUN, "photo"},
      {"shoes", Tag::NOUN, "shoe"},
      {"volcanoes", Tag::NOUN, "volcano"},
      {"volcanos", Tag::NOUN, "volcano"},
      {"buses", Tag::NOUN, "bus"},
      {"bus", Tag::NOUN, "bus"},
      {"gases", Tag::NOUN, "gas"},
      {"viruses", Tag::NOUN, "virus"},
      {"houses", Tag::NOUN, "house"},
      {"causes", Tag::NOUN, "cause"},
      {"boxes", Tag::NOUN, "box"},
      {"churches", Tag::NOUN, "church"},
      {"stomachs", Tag::NOUN, "stomach"},
      {"caches", Tag::NOUN, "cache"},
      {"quizzes", Tag::NOUN, "quiz"},
      {"movies", Tag::NOUN, "movie"},
      {"ties", Tag::NOUN, "tie"},
      {"days", Tag::NOUN, "day"},
      {"axes", Tag::NOUN, "axe"},
      {"bases", Tag::NOUN, "base"},
      {"crises", Tag::NOUN, "crisis"},
      {"analyses", Tag::NOUN, "analysis"},
      {"criteria", Tag::NOUN, "criterion"},
      {"phenomena", Tag::NOUN, "phenomenon"},
      {"bacteria", Tag::NOUN, "bacterium"},
      {"data", Tag::NOUN, "data"},
      {"media", Tag::NOUN, "media"},
      {"police", Tag::NOUN, "police"},
      {"people", Tag::NOUN, "people"},
      {"children", Tag::NOUN, "child"},
      {"schoolchildren", Tag::NOUN, "schoolchild"},
      {"women", Tag::NOUN, "woman"},
      {"gunmen", Tag::NOUN, "gunman"},
      {"mice", Tag::NOUN, "mouse"},
      {"geese", Tag::NOUN, "goose"},
      {"feet", Tag::NOUN, "foot"},
      {"teeth", Tag::NOUN, "tooth"},
      {"oxen", Tag::NOUN, "ox"},
      {"aircraft", Tag::NOUN, "aircraft"},
      {"series", Tag::NOUN, "series"},
      {"species", Tag::NOUN, "species"},
      {"news", Tag::NOUN, "news"},
      {"headquarters", Tag::NOUN, "headquarters"},
      {"barracks", Tag::NOUN, "barracks"},
      {"goods", Tag::NOUN, "goods"},
      {"means", Tag::NOUN, "means"},
      {"politics", Tag::NOUN, "politics"},
      {"glass", Tag::NOUN, "glass"},
      {"losses", Tag::NOUN, "loss"},
      {"passers", Tag::NOUN, "passer"},
      {"evening", Tag::NOUN, "evening"},
      {"shelling", Tag::NOUN, "shelling"},
      {"buildings", Tag::NOUN, "building"},
      {"wounds", Tag::NOUN, "wound"},
      {"lives", Tag::NOUN, "life"},
      {"thieves", Tag::NOUN, "thief"},
      {"colours", Tag::NOUN, "colour"},
      {"colors", Tag::NOUN, "color"},
      {"tyres", Tag::NOUN, "tyre"},
  };
  check(rows);
}

TEST(Lemmas, of_verbs) {
  const Row rows[] = {
      {"shelled", Tag::VERB, "shell"},
      {"shelling", Tag::VERB, "shell"},
      {"blamed", Tag::VERB, "blame"},
      {"blaming", Tag::VERB, "blame"},
      {"voted", Tag::VERB, "vote"},
      {"voting", Tag::VERB, "vote"},
      {"visiting", Tag::VERB, "visit"},
      {"audited", Tag::VERB, "audit"},
      {"leaves", Tag::VERB, "leave"},
      {"left", Tag::VERB, "leave"},
      {"lying", Tag::VERB, "lie"},
      {"lied", Tag::VERB, "lie"},
      {"lay", Tag::VERB, "lay"},
      {"laid", Tag::VERB, "lay"},
      {"lain", Tag::VERB, "lie"},
      {"fell", Tag::VERB, "fall"},
      {"felled", Tag::VERB, "fell"},
      {"felt", Tag::VERB, "feel"},
      {"found", Tag::VERB, "find"},
      {"founded", Tag::VERB, "found"},
      {"founding", Tag::VERB, "found"},
      {"wound", Tag::VERB, "wound"},
      {"wounded", Tag::VERB, "wound"},
      {"winding", Tag::VERB, "wind"},
      {"saw", Tag::VERB, "see"},
      {"seen", Tag::VERB, "see"},
      {"sawed", Tag::VERB, "saw"},
      {"seed", Tag::VERB, "seed"},
      {"bore", Tag::VERB, "bear"},
      {"bored", Tag::VERB, "bore"},
      {"bases", Tag::VERB, "base"},
      {"dying", Tag::VERB, "die"},
      {"died", Tag::VERB, "die"},
      {"dyed", Tag::VERB, "dye"},
      {"dyeing", Tag::VERB, "dye"},
      {"singing", Tag::VERB, "sing"},
      {"singeing", Tag::VERB, "singe"},
      {"singed", Tag::VERB, "singe"},
      {"travelled", Tag::VERB, "travel"},
      {"traveled", Tag::VERB, "travel"},
      {"cancelling", Tag::VERB, "cancel"},
      {"canceled", Tag::VERB, "cancel"},
      {"focused", Tag::VERB, "focus"},
      {"focussed", Tag::VERB, "focus"},
      {"benefited", Tag::VERB, "benefit"},
      {"kidnapped", Tag::VERB, "kidnap"},
      {"kidnaped", Tag::VERB, "kidnap"},
      {"committed", Tag::VERB, "commit"},
      {"referred", Tag::VERB, "refer"},
      {"offered", Tag::VERB, "offer"},
      {"controlled", Tag::VERB, "control"},
      {"called", Tag::VERB, "call"},
      {"spelled", Tag::VERB, "spell"},
      {"panicked", Tag::VERB, "panic"},
      {"trafficking", Tag::VERB, "traffic"},
      {"hoping", Tag::VERB, "hope"},
      {"hopping", Tag::VERB, "hop"},
      {"planned", Tag::VERB, "plan"},
      {"barred", Tag::VERB, "bar"},
      {"bared", Tag::VERB, "bare"},
      {"quitting", Tag::VERB, "quit"},
      {"agreeing", Tag::VERB, "agree"},
      {"argued", Tag::VERB, "argue"},
      {"denies", Tag::VERB, "deny"},
      {"denied", Tag::VERB, "deny"},
      {"denying", Tag::VERB, "deny"},
      {"buried", Tag::VERB, "bury"},
      {"echoes", Tag::VERB, "echo"},
      {"crushes", Tag::VERB, "crush"},
      {"realised", Tag::VERB, "realise"},
      {"realized", Tag::VERB, "realize"},
      {"analysed", Tag::VERB, "analyse"},
      {"was", Tag::VERB, "be"},
      {"being", Tag::VERB, "be"},
      {"went", Tag::VERB, "go"},
      {"shot", Tag::VERB, "shoot"},
      {"fled", Tag::VERB, "flee"},
      {"slain", Tag::VERB, "slay"},
      {"stricken", Tag::VERB, "strike"},
      {"overthrown", Tag::VERB, "overthrow"},
      {"swing", Tag::VERB, "swing"},
      {"bring", Tag::VERB, "bring"},
      {"retweeted", Tag::VERB, "retweet"},
      {"texting", Tag::VERB, "text"},
  };
  check(rows);
}

TEST(Lemmas, of_adjectives_and_adverbs) {
  const Row rows[] = {
      {"better", Tag::ADJ, "good"},     {"best", Tag::ADJ, "good"},        {"worse", Tag::ADJ, "bad"},
      {"worst", Tag::ADJ, "bad"},       {"bigger", Tag::ADJ, "big"},       {"happiest", Tag::ADJ, "happy"},
      {"larger", Tag::ADJ, "large"},    {"deadliest", Tag::ADJ, "deadly"}, {"freer", Tag::ADJ, "free"},
      {"narrower", Tag::ADJ, "narrow"}, {"sober", Tag::ADJ, "sober"},      {"proper", Tag::ADJ, "proper"},
      {"former", Tag::ADJ, "former"},   {"wounded", Tag::ADJ, "wounded"},  {"injured", Tag::ADJ, "injured"},
      {"united", Tag::ADJ, "united"},   {"modest", Tag::ADJ, "modest"},    {"better", Tag::ADV, "well"},
      {"sooner", Tag::ADV, "soon"},     {"harder", Tag::ADV, "hard"},      {"fastest", Tag::ADV, "fast"},
      {"never", Tag::ADV, "never"},     {"rather", Tag::ADV, "rather"},    {"however", Tag::ADV, "however"},
  };
  check(rows);
}

TEST(Lemmas, of_words_that_the_lexicon_does_not_know) {
  const Row rows[] = {
      // by the known word that they end in
      {"counterstrikes", Tag::NOUN, "counterstrike"},
      {"minidrones", Tag::NOUN, "minidrone"},
      {"megacities", Tag::NOUN, "megacity"},
      {"overcasualties", Tag::NOUN, "overcasualty"},
      {"co-founders", Tag::NOUN, "co-founder"},
      {"redenied", Tag::VERB, "redeny"},
      {"outdebated", Tag::VERB, "outdebate"},
      // by their spelling
      {"plodes", Tag::VERB, "plode"},
      {"snorpus", Tag::VERB, "snorpus"},
      {"ploded", Tag::VERB, "plode"},
      {"grelled", Tag::VERB, "grell"},
      {"blotified", Tag::VERB, "blotify"},
      {"frabulated", Tag::VERB, "frabulate"},
      {"snorpizing", Tag::VERB, "snorpize"},
      {"glopped", Tag::VERB, "glop"},
      {"brastled", Tag::VERB, "brastle"},
      {"morvedities", Tag::NOUN, "morvedity"},
      {"snorgs", Tag::NOUN, "snorg"},
      {"plaxes", Tag::NOUN, "plax"},
      {"grobness", Tag::NOUN, "grobness"},
      {"snorgest", Tag::ADJ, "snorgest"},
  };
  check(rows);
}

TEST(Lemmas, of_names_and_other_words_are_left_to_what_was_learned) {
  const Row rows[] = {
      {"Gates", Tag::PROPN, "Gates"}, {"Leaves", Tag::PROPN, "Leaves"}, {"those", Tag::PRON, "that"},
      {"n't", Tag::PART, "not"},      {"was", Tag::AUX, "be"},          {"", Tag::VERB, ""},
      {"", Tag::PROPN, ""},
  };
  check(rows);
}

TEST(Lemmas, are_small_but_for_names) {
  EXPECT_EQ(shipped().lemma_of("Shelled", Tag::VERB, true), "shell");
  EXPECT_EQ(shipped().lemma_of("CASUALTIES", Tag::NOUN, false), "casualty");
}

TEST(Lemmas, stand_in_what_the_grammar_gives) {
  const Grammar grammar;
  const std::string text = "The thieves fled after they had forsaken the loaves.";
  const Dissection dissection = grammar.dissect(text, {}, Depth::tree);
  std::string lemmas;
  for (const Token& token : dissection.tokens) lemmas += token.lemma + " ";
  EXPECT_EQ(lemmas, "the thief flee after they have forsake the loaf . ");
}

}  // namespace
}  // namespace hearsay
