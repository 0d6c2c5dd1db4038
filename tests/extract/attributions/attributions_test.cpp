// See attribution_rows.h for the form of the rows.
#include "extract/attributions/attributions.h"

#include "extract/attributions/attribution_rows.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

TEST_F(Attributions, of_plain_sentences_are_always_found) {
  const Row rows[] = {
      {"\"We are safe,\" Mara Lindqvist said.", "Mara Lindqvist | said | \"We are safe,\""},
      {"\"We are safe,\" said Mara Lindqvist.", "Mara Lindqvist | said | \"We are safe,\""},
      {"Police said two people were injured in the crash.", "Police | said | two people were injured in the crash"},
      {"Two people were injured in the crash, police said.", "police | said | Two people were injured in the crash"},
      {"The Veldar Intelligence Office told Corvin Press that one of the men was born in 1994.",
       "The Veldar Intelligence Office | told -> Corvin Press | that one of the men was born in 1994"},
      {"The ship sank at dawn, according to the coast guard.",
       "the coast guard | according to | The ship sank at dawn"},
      {"The army neither confirmed nor denied the strike.", "The army | neither confirmed nor denied | the strike"},
      {"The police could not be reached for comment.", "The police | could not be reached for | comment"},
      {"A senior official familiar with the matter said the deal was close.",
       "A senior official familiar with the matter | said | the deal was close"},
      {"Mara Lindqvist, the mayor of Ostrava Bay, said the bridge was safe.",
       "Mara Lindqvist, the mayor of Ostrava Bay | said | the bridge was safe"},
      {"He said he believed the ship had sunk.",
       "He | said | he believed the ship had sunk // (0) he | believed | the ship had sunk"},
      {"The bridge opened in May.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(show(row.text), row.attributions) << row.text;
}

// What a reader would say. These depend on trained models, which miss some of them, and a new model may miss others:
// seven in eight must hold, and the lost are shown.
TEST_F(Attributions, of_many_forms_are_found) {
  const Row rows[] = {
      // direct
      {"\"We are safe,\" she said. \"We will rebuild the bridge.\"",
       "she | said | \"We are safe,\" ... \"We will rebuild the bridge.\""},
      {"“We are safe,” she said. “We will rebuild the bridge.”",
       "she | said | “We are safe,” ... “We will rebuild the bridge.”"},
      {"\"The dam,\" said the engineer, \"will hold until spring.\"",
       "the engineer | said | \"The dam,\" ... \"will hold until spring.\""},
      {"Mara Lindqvist said: \"The dam will hold until spring.\"",
       "Mara Lindqvist | said: | \"The dam will hold until spring.\""},
      {"\"The dam will hold,\" she told reporters on Monday.", "she | told -> reporters | \"The dam will hold,\""},
      {"\"Nobody was hurt,\" the harbour master wrote on his page.",
       "the harbour master | wrote | \"Nobody was hurt,\""},
      {"\"Is the road open?\" asked a driver.", "a driver | asked | \"Is the road open?\""},
      {"\"The road is closed,\" the police chief replied.", "the police chief | replied | \"The road is closed,\""},
      {"\"We lost everything,\" a farmer cried.", "a farmer | cried | \"We lost everything,\""},
      {"``The road is closed,'' the police chief said.", "the police chief | said | ``The road is closed,''"},
      {"''The road is closed,'' the police chief said.", "the police chief | said | ''The road is closed,''"},
      {"'The road is closed,' the police chief said.", "the police chief | said | 'The road is closed,'"},
      {"\"We have no comment,\" a spokeswoman for Norvik Steel said in an email.",
       "a spokeswoman for Norvik Steel | said in an email | \"We have no comment,\""},
      {"\"It was dark,\" Mr. Aldane recalled.", "Mr. Aldane | recalled | \"It was dark,\""},
      {"The minister was quoted as saying \"the talks are over.\"",
       "The minister | was quoted as saying | \"the talks are over.\""},
      {"“The fire began in the kitchen,” said Ruta Kalnins, the owner of the hotel.",
       "Ruta Kalnins, the owner of the hotel | said | “The fire began in the kitchen,”"},
      {"\"The fire began in the kitchen,\" the owner of the hotel, Ruta Kalnins, said on Tuesday.",
       "the owner of the hotel, Ruta Kalnins | said | \"The fire began in the kitchen,\""},
      {"She added: \"We hope to open again in May.\"", "She | added: | \"We hope to open again in May.\""},
      {"“We will appeal,” the lawyer for the family said.", "the lawyer for the family | said | “We will appeal,”"},
      {"\"The water rose very quickly,\" said Jon Berg, 57, a teacher who lives near the river.",
       "Jon Berg, 57, a teacher who lives near the river | said | \"The water rose very quickly,\""},
      // indirect
      {"Police said that two people were injured in the crash.",
       "Police | said | that two people were injured in the crash"},
      {"Two people were injured, said the mayor of Ostrava Bay.",
       "the mayor of Ostrava Bay | said | Two people were injured"},
      {"The mayor said the bridge would reopen in June.", "The mayor | said | the bridge would reopen in June"},
      {"A spokesman told reporters that the factory would close.",
       "A spokesman | told -> reporters | that the factory would close"},
      {"The minister announced that the border would open on Friday.",
       "The minister | announced | that the border would open on Friday"},
      {"The company confirmed that it had lost the data.", "The company | confirmed | that it had lost the data"},
      {"The army claimed it had taken the village.", "The army | claimed | it had taken the village"},
      {"Officials believe the fire was started on purpose.", "Officials | believe | the fire was started on purpose"},
      {"Investigators suspect that the pilot fell asleep.", "Investigators | suspect | that the pilot fell asleep"},
      {"The coach admitted that the team had played badly.", "The coach | admitted | that the team had played badly"},
      {"The union warned that the strike could last for weeks.",
       "The union | warned | that the strike could last for weeks"},
      {"The bank estimates that the storm cost 40 million euros.",
       "The bank | estimates | that the storm cost 40 million euros"},
      {"Doctors fear that the illness will spread.", "Doctors | fear | that the illness will spread"},
      {"Residents complained that nobody had warned them.", "Residents | complained | that nobody had warned them"},
      {"The court ruled that the law was void.", "The court | ruled | that the law was void"},
      {"The prosecutor alleged that the clerk took the money.",
       "The prosecutor | alleged | that the clerk took the money"},
      {"The governor promised to rebuild the school.", "The governor | promised | to rebuild the school"},
      {"He added that the search would go on.", "He | added | that the search would go on"},
      {"She insisted the election was fair.", "She | insisted | the election was fair"},
      {"The ministry argued that the tax was needed.", "The ministry | argued | that the tax was needed"},
      {"The group vowed to continue its protest.", "The group | vowed | to continue its protest"},
      {"Analysts predict prices will fall next year.", "Analysts | predict | prices will fall next year"},
      {"The report found that the valve had failed.", "The report | found | that the valve had failed"},
      {"A survey showed that most voters want a new law.", "A survey | showed | that most voters want a new law"},
      {"Witnesses reported hearing three loud bangs.", "Witnesses | reported | hearing three loud bangs"},
      {"The pilot reported a problem with the left engine.", "The pilot | reported | a problem with the left engine"},
      {"The senator suggested that the vote be delayed.", "The senator | suggested | that the vote be delayed"},
      {"The chief explained why the alarm had failed.", "The chief | explained | why the alarm had failed"},
      {"The agency asked whether the tests were complete.", "The agency | asked | whether the tests were complete"},
      {"The judge wondered if the witness was telling the truth.",
       "The judge | wondered | if the witness was telling the truth"},
      {"The minister acknowledged that mistakes were made.", "The minister | acknowledged | that mistakes were made"},
      {"The charity noted that many children were still missing.",
       "The charity | noted | that many children were still missing"},
      {"The captain recalled that the sea was calm.", "The captain | recalled | that the sea was calm"},
      {"She hopes that her son will come home.", "She | hopes | that her son will come home"},
      {"The committee concluded that the fall was an accident.",
       "The committee | concluded | that the fall was an accident"},
      {"The teacher thinks the school should close.", "The teacher | thinks | the school should close"},
      {"The firm says it has fixed the fault.", "The firm | says | it has fixed the fault"},
      // according to, nouns, statements
      {"According to the coast guard, the ship sank at dawn.",
       "the coast guard | According to | the ship sank at dawn"},
      {"The ship, according to the coast guard, sank at dawn.",
       "the coast guard | according to | The ship ... sank at dawn"},
      {"According to a report by the Tarn Institute, the ice is melting faster.",
       "a report by the Tarn Institute | According to | the ice is melting faster"},
      {"The trial begins on Monday, according to court papers.",
       "court papers | according to | The trial begins on Monday"},
      {"In a statement, the company said the data was safe.", "the company | said | the data was safe"},
      {"The company said in a statement that the data was safe.",
       "The company | said in a statement | that the data was safe"},
      {"A statement said the data was safe.", "A statement | said | the data was safe"},
      {"A statement from the ministry said that the road was safe.",
       "A statement from the ministry | said | that the road was safe"},
      {"The claim that the water is poisoned has not been proved.", " | claim | that the water is poisoned"},
      {"The minister rejected the accusation that he took bribes.",
       "The minister | rejected | the accusation that he took bribes"},
      {"He repeated his demand that the troops leave.", "He | repeated | his demand that the troops leave"},
      {"Her belief that the mine was safe proved wrong.", "Her | belief | that the mine was safe proved wrong"},
      // passive
      {"The man is believed to be in hiding.", " | is believed | The man ... to be in hiding"},
      {"The suspect was reported to have left the country.", "the country | was reported to have left | The suspect"},
      {"Three climbers are feared dead.", " | are feared | Three climbers ... dead"},
      {"The attack is thought to have killed nine soldiers.",
       " | is thought | The attack ... to have killed nine soldiers"},
      {"The bridge is expected to open in May.", " | is expected | The bridge ... to open in May"},
      {"The family was told that the boy was alive.", " | was told -> The family | that the boy was alive"},
      {"Residents were warned to boil their water.", " | were warned -> Residents | to boil their water"},
      {"The minister was quoted as saying that the talks had failed.",
       " | was quoted as saying | The minister ... that the talks had failed"},
      {"It is believed that the painting was stolen.", " | is believed | that the painting was stolen"},
      {"It was not known how many people were on board.", " | was not known | how many people were on board"},
      {"The firm was accused of hiding the losses.", " | was accused of | The firm ... hiding the losses"},
      // denial, refusal, silence
      {"The ministry denied that its ships were in the area.",
       "The ministry | denied | that its ships were in the area"},
      {"The ministry denied the report.", "The ministry | denied | the report"},
      {"The company denied buying oil from the rebels.", "The company | denied | buying oil from the rebels"},
      {"The embassy declined to comment.", "The embassy | declined | to comment"},
      {"The embassy declined to comment on the arrest.", "The embassy | declined | to comment on the arrest"},
      {"A spokesman refused to say how many were hurt.", "A spokesman | refused to say | how many were hurt"},
      {"The firm did not respond to a request for comment.", "The firm | did not respond to | a request for comment"},
      {"The president rejected claims that he had lied.", "The president | rejected | claims that he had lied"},
      {"The minister dismissed the report as nonsense.", "The minister | dismissed | the report as nonsense"},
      // unnamed sources
      {"The deal was close, a senior official familiar with the matter said.",
       "a senior official familiar with the matter | said | The deal was close"},
      {"Two people briefed on the talks said the deal was close.",
       "Two people briefed on the talks | said | the deal was close"},
      {"The deal was close, according to two people who asked not to be named.",
       "two people who asked not to be named | according to | The deal was close"},
      {"A source close to the family told Corvin Press that he had died.",
       "A source close to the family | told -> Corvin Press | that he had died"},
      {"Witnesses said the shooting began at noon.", "Witnesses | said | the shooting began at noon"},
      {"Local media reported that the bridge had collapsed.", "Local media | reported | that the bridge had collapsed"},
      {"A person who was not allowed to speak in public said the plan was dead.",
       "A person who was not allowed to speak in public | said | the plan was dead"},
      {"Some residents said they heard an explosion.", "Some residents | said | they heard an explosion"},
      // appositions and long sources
      {"The mayor of Ostrava Bay, Mara Lindqvist, said the bridge was safe.",
       "The mayor of Ostrava Bay, Mara Lindqvist | said | the bridge was safe"},
      {"The bridge was safe, said Mara Lindqvist, the mayor of Ostrava Bay.",
       "Mara Lindqvist, the mayor of Ostrava Bay | said | The bridge was safe"},
      {"Colonel Ivo Brandt, who leads the search, said the storm had slowed his men.",
       "Colonel Ivo Brandt, who leads the search | said | the storm had slowed his men"},
      {"Deputy Fire Chief Lena Orlova said the roof had fallen in.",
       "Deputy Fire Chief Lena Orlova | said | the roof had fallen in"},
      {"Norvik Steel spokeswoman Ada Falk said no jobs would be lost.",
       "Norvik Steel spokeswoman Ada Falk | said | no jobs would be lost"},
      {"The head of the Tarn Institute, Professor Aldo Ricci, warned that the lake was dying.",
       "The head of the Tarn Institute, Professor Aldo Ricci | warned | that the lake was dying"},
      {"Mara Lindqvist and her deputy said they would resign.",
       "Mara Lindqvist and her deputy | said | they would resign"},
      {"Both the company and the union said the talks were going well.",
       "Both the company and the union | said | the talks were going well"},
      // nesting and chains
      {"The minister said the army had told him that the town was safe.",
       "The minister | said | the army had told him that the town was safe // (0) the army | had told -> him | that "
       "the town was safe"},
      {"The paper reported that police believe the fire was set on purpose.",
       "The paper | reported | that police believe the fire was set on purpose // (0) police | believe | the fire was "
       "set on purpose"},
      {"Officials say they believe the men are alive.",
       "Officials | say | they believe the men are alive // (0) they | believe | the men are alive"},
      {"The pilot told a passenger that he had dozed off, the passenger said.",
       "the passenger | said | The pilot told a passenger that he had dozed off // (0) The pilot | told -> a "
       "passenger | that he had dozed off"},
      {"Corvin Press quoted a witness as saying that the plane was on fire.",
       "Corvin Press | quoted | a witness as saying that the plane was on fire // (0)  | saying | that the plane was "
       "on fire"},
      {"\"He told me he was leaving,\" she said.",
       "she | said | \"He told me he was leaving,\" // (0) He | told -> me | he was leaving"},
      {"She said her brother hopes to return.", "She | said | her brother hopes to return"},
      // clauses of manner and participles
      {"The minister resigned, saying he was tired.", "The minister | saying | he was tired"},
      {"He defended the plan, adding that it would save money.",
       "He | defended | the plan // He | adding | that it would save money"},
      {"The firm closed the plant, citing high costs.", "The firm | citing | high costs"},
      {"The general spoke on Monday, warning that the war was not over.",
       "The general | warning | that the war was not over"},
      {"Speaking at the harbour, the minister said the port would grow.", "the minister | said | the port would grow"},
      // adverbs and judgement
      {"The singer reportedly left the country.", " | reportedly | The singer ... left the country"},
      {"The clerk allegedly took the money.", " | allegedly | The clerk ... took the money"},
      {"The president praised the rescuers.", "The president | praised | the rescuers"},
      {"The governor condemned the attack.", "The governor | condemned | the attack"},
      {"The minister called the decision a mistake.", "The minister | called | the decision a mistake"},
      {"She described the scene as \"total chaos.\"", "She | described | the scene as \"total chaos.\""},
      {"The mayor called for calm.", "The mayor | called for | calm"},
      {"The council urged residents to stay at home.", "The council | urged | residents to stay at home"},
      {"The general ordered his men to stop.", "The general | ordered | his men to stop"},
      {"The party supports the plan.", "The party | supports | the plan"},
      {"He accused the company of lying.", "He | accused | the company of lying"},
      {"The union demanded higher wages.", "The union | demanded | higher wages"},
      // mixed
      {"The mayor said the bridge was \"in good shape\" and would open in May.",
       "The mayor | said | the bridge was \"in good shape\" and would open in May"},
      {"He called the report \"a pack of lies.\"", "He | called | the report \"a pack of lies.\""},
      {"The company said it was \"deeply sorry\" for the leak.",
       "The company | said | it was \"deeply sorry\" for the leak"},
      {"The judge said the case was \"the saddest of my life,\" and wept.",
       "The judge | said | the case was \"the saddest of my life,\" and wept"},
      // several sentences and paragraphs
      {"\"We are safe,\" the mayor said. \"The water is going down. We thank everyone.\"",
       "the mayor | said | \"We are safe,\" ... \"The water is going down. We thank everyone.\""},
      {"The mayor said: \"We are safe. The water is going down.\"",
       "The mayor | said: | \"We are safe. The water is going down.\""},
      {"\"We are safe. The water is going down,\" the mayor said.",
       "the mayor | said | \"We are safe. The water is going down,\""},
      {"“We are safe,” the mayor said.\n\n“The water is going down,” she added.",
       "the mayor | said | “We are safe,” // she | added | “The water is going down,”"},
      {"“We are safe,” the mayor said. “The water is going down.\n\n“We thank everyone who helped.”",
       "the mayor | said | “We are safe,” ... “The water is going down.\n\n“We thank everyone who helped.”"},
      {"The mayor said:\n\n“We are safe. The water is going down.”",
       "The mayor | said: | “We are safe. The water is going down.”"},
      {"\"We are safe,\" the mayor said. Schools were closed on Monday.", "the mayor | said | \"We are safe,\""},
      {"Police said the road was open. Schools were closed on Monday.", "Police | said | the road was open"},
      // no attribution
      {"The team won the match by two goals.", ""},
      {"It rained for nine days.", ""},
      {"The road from the port to the town is closed.", ""},
  };
  std::string lost;
  int count = 0;
  for (const Row& row : rows) {
    const std::string shown = show(row.text);
    if (shown == row.attributions) continue;
    ++count;
    lost += std::string(row.text) + "\n  found:  " + shown + "\n  wanted: " + row.attributions + "\n";
  }
  EXPECT_LE(count * 8, static_cast<int>(std::size(rows))) << lost;
}

TEST_F(Attributions, tell_direct_from_indirect_and_mixed) {
  const auto kind = [](std::string_view text) {
    const auto found = find(text);
    return found.size() == 1 ? to_text(found[0].kind) : "not one";
  };
  EXPECT_EQ(kind("\"We are safe,\" Mara Lindqvist said."), "direct");
  EXPECT_EQ(kind("Police said two people were injured in the crash."), "indirect");
  EXPECT_EQ(kind("The mayor said the bridge was \"in good shape\" and would open in May."), "mixed");
}

TEST_F(Attributions, say_what_found_them) {
  const auto found = find("The army neither confirmed nor denied the strike.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].why, "cue \"confirm\" by the model; by rule, neither ... nor");
}

TEST_F(Attributions, of_a_silence_hold_what_was_asked) {
  const std::string text =
      "The pier belongs to Ostrel Lines, which runs most of the ferries on the coast. A spokeswoman for Ostrel Lines, "
      "Ada "
      "Rill, neither confirmed nor denied that the company's lease had ended in May.";
  const auto found = find(text);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].content.size(), 1U);
  EXPECT_EQ(words_at(text, found[0].content[0]), "that the company's lease had ended in May");
}

TEST_F(Attributions, point_outwards_only) {
  const std::string text =
      "The paper said the minister had said that the army believes that the police told the mayor that the road was "
      "safe.";
  const auto found = find(text);
  EXPECT_GE(found.size(), 3U);
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::size_t steps = 0;
    for (auto outer = found[i].outer; outer; outer = found[*outer].outer) ASSERT_LT(++steps, found.size());
  }
}

TEST_F(Attributions, of_odd_texts_do_no_harm) {
  for (const char* text :
       {"", " ", "\n\n", "said", "said said said", "\"", "\"\"", "“”“”", ", said", "said,", "\" said \"",
        "according to", "he said she said he said", "\xC3\xA9", "told told told that that that"})
    for (const Attribution& one : find(text)) EXPECT_FALSE(one.content.empty()) << text;
}

TEST_F(Attributions, of_a_hundred_thousand_quotation_marks_come_in_linear_time) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += i % 10 == 0 ? "\"Yes,\" he said. " : "\" \" ";
  find(text);
}

}  // namespace
}  // namespace hearsay
