// Who says a thing and how it is held, a sentence or two a row, with the trained models.
#include "identify/identify.h"
#include "itemise/itemise.h"
#include "marked_story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace hearsay {
namespace {

// Of the shortest claim with these words: "stance: outermost reporter > who knows it", "-" for the outlet's own voice.
std::string said(const std::string& text, std::string_view words) {
  static const ClaimRules rules;
  const MarkedStory story({text});
  std::string printed = "no claim";
  std::size_t shortest = text.size() + 1;
  for (const FoundClaim& found : itemise(story.articles, story.marks, identify(story.articles, story.marks), rules)) {
    const Claim& claim = found.claim;
    if (claim.span.size() >= shortest || words_at(text, claim.span).find(words) == std::string_view::npos) continue;
    shortest = claim.span.size();
    std::string chain;
    for (const Source& source : claim.sources) chain += (chain.empty() ? "" : " > ") + source.name;
    printed = fmt::format("{}: {}", to_text(claim.stance), chain.empty() ? "-" : chain);
  }
  return printed;
}

TEST(Said, by_whom_and_how) {
  const struct {
    const char* text;
    const char* words;  // of the claim
    const char* said;
  } rows[] = {
      {"The mayor said the bridge was closed.", "the bridge was closed", "asserts: mayor"},
      {"The bridge was closed, the mayor said.", "The bridge was closed", "asserts: mayor"},
      {"According to the mayor, the bridge was closed.", "the bridge was closed", "asserts: mayor"},
      {"The bridge was closed, according to mayor Ada Holm.", "The bridge was closed", "asserts: Ada Holm"},
      {"Mayor Ada Holm said the bridge was closed.", "the bridge was closed", "asserts: Ada Holm"},
      {"Ada Holm arrived late. She said the bridge was closed.", "the bridge was closed", "asserts: Ada Holm"},
      {"Ada Holm, the mayor, said the bridge was closed.", "the bridge was closed", "asserts: Ada Holm"},
      {"A spokesman for Torvik Lines said the ferry was late.", "the ferry was late",
       "asserts: spokesman for Torvik Lines"},
      {"Torvik Lines said in a statement that the ferry was late.", "the ferry was late", "asserts: Torvik Lines"},
      {"The report said that the pilot slept.", "the pilot slept", "asserts: report"},
      {"\"The pilot slept,\" the report said.", "The pilot slept", "asserts: report"},
      {"\"The ferry was late,\" said Ada Holm.", "The ferry was late", "asserts: Ada Holm"},
      {"Ada Holm told Nordwire that the ferry was late.", "the ferry was late", "asserts: Nordwire > Ada Holm"},
      {"Nordwire reported that the ferry was late.", "the ferry was late", "asserts: Nordwire"},
      {"Police believe the boy fell from the bridge.", "the boy fell from the bridge", "asserts: Police"},
      {"Witnesses said they saw smoke over the mill.", "smoke over the mill", "asserts: Witnesses"},
      {"Two sources close to the bank said the merger had failed.", "the merger had failed",
       "asserts: sources close to the bank"},
      {"The governor was told that the dam was leaking.", "the dam was leaking", "asserts: -"},
      {"The harbour office announced that the lock would close.", "the lock would close", "asserts: harbour office"},
      {"The company's director, Ode Brandt, said sales had doubled.", "sales had doubled", "asserts: Ode Brandt"},
      {"Brandt denied that sales had doubled.", "sales had doubled", "denies: Brandt"},
      {"Ode Brandt denied that sales had doubled.", "sales had doubled", "denies: Ode Brandt"},
      {"Ode Brandt confirmed that sales had doubled.", "sales had doubled", "confirms: Ode Brandt"},
      {"Ode Brandt acknowledged that sales had fallen.", "sales had fallen", "confirms: Ode Brandt"},
      {"Ode Brandt claimed that sales had doubled.", "sales had doubled", "asserts: Ode Brandt"},
      {"Ode Brandt suggested that sales might double.", "sales might double", "hedges: Ode Brandt"},
      {"The fire may have been set on purpose, the police said.", "The fire may have been set on purpose",
       "hedges: police"},
      {"The fire reportedly began in the galley.", "began in the galley", "hedges: -"},
      {"An estimated 300 houses were lost.", "300 houses were lost", "estimates: -"},
      {"The ministry declined to say where the ship was.", "where the ship was", "declines: ministry"},
      {"The ministry did not respond to a request for comment.", "did not respond", "declines: ministry"},
      {"The union's letter said that the roof leaked.", "the roof leaked", "asserts: union's letter"},
      {"The ship has sunk, Norland's navy says.", "The ship has sunk", "asserts: Norland's navy"},
      {"Norland's foreign minister, Ilse Ravn, said the talks had ended.", "the talks had ended", "asserts: Ilse Ravn"},
      {"Ravn, who leads the party, said the talks had ended.", "the talks had ended", "asserts: Ravn"},
      {"Police say the driver was asleep. His lawyer says he was not.", "he was not", "asserts: His lawyer"},
      {"The pilot said that the engineer had said that the valve was open.", "the valve was open",
       "asserts: pilot > engineer"},
      {"He was a quiet man, neighbours said.", "He was a quiet man", "asserts: neighbours"},
      {"\"It was dark,\" one sailor said, \"and we heard a bang.\"", "we heard a bang", "asserts: sailor"},
      {"The court heard that Josef Kalm had sold the letters.", "Josef Kalm had sold the letters", "asserts: court"},
      {"The bridge was closed.", "The bridge was closed", "asserts: -"},
      {"Ferries stopped at noon, the ferry company said on its website.", "Ferries stopped at noon",
       "asserts: ferry company"},
      {"The mill has been sold, two former workers said.", "The mill has been sold", "asserts: former workers"},
      {"The minister of finance, Ode Brandt, warned that taxes would rise.", "taxes would rise", "asserts: Ode Brandt"},
      {"The prince is ill, the palace confirmed.", "The prince is ill", "confirms: palace"},
      {"Doctors at Brill hospital said nine children were ill.", "nine children were ill",
       "asserts: Doctors at Brill hospital"},
      {"Nine children were ill, doctors at Brill hospital said.", "Nine children were ill",
       "asserts: doctors at Brill hospital"},
      {"\"I ran for my life,\" said Josef Kalm, a baker from Torrin.", "I ran for my life", "asserts: Josef Kalm"},
      {"Police arrested a guard on Monday. They said he had a key.", "he had a key", "asserts: Police"},
      {"The court fined Vell Motors. The company said it would appeal.", "it would appeal", "asserts: Vell Motors"},
      {"Ada Holm wrote on her blog that the bank had closed.", "the bank had closed", "asserts: Ada Holm"},
      {"The crew had been drinking, a passenger told Radio Harrow.", "The crew had been drinking",
       "asserts: Radio Harrow > passenger"},
      {"A letter from the auditors says the money is gone.", "the money is gone", "asserts: letter from the auditors"},
      {"The money is gone, says a letter from the auditors.", "The money is gone", "asserts: letter from the auditors"},
      {"The strike is over, the union and the port said.", "The strike is over", "asserts: the union and the port"},
      {"The ministry rejected claims that the water was unsafe.", "the water was unsafe", "denies: ministry"},
      {"The mayor refused to say who had paid.", "who had paid", "declines: mayor"},
      {"The owner could not be reached.", "could not be reached", "declines: -"},
      {"The firm has not commented.", "has not commented", "declines: firm"},
      {"Prosecutors allege that Kalm sold the letters.", "Kalm sold the letters", "asserts: Prosecutors"},
      {"It is believed that the ship was old.", "the ship was old", "hedges: -"},
      {"The harvest is expected to fall by a third.", "expected to fall", "estimates: -"},
      {"About 300 homes are thought to be empty.", "thought to be empty", "hedges: -"},
      {"The council will close the pool.", "will close the pool", "asserts: -"},
      {"The guard said he was not asleep.", "he was not asleep", "asserts: guard"},
      {"The guard denied being asleep.", "being asleep", "denies: guard"},
      {"The airline has neither confirmed nor denied the report.", "neither confirmed nor denied", "declines: airline"},
      {"Officials acknowledged that the siren had failed.", "the siren had failed", "confirms: Officials"},
  };
  for (const auto& row : rows) EXPECT_EQ(said(row.text, row.words), row.said) << row.text;
}

}  // namespace
}  // namespace hearsay
