// Names found and grouped, as tables of text and printed result. Every person and body here is invented, and so are the
// places but for countries and large cities. What a trained model does with a single text is no promise, so the table
// of finding is scored as a whole; grouping follows rules, and each of its rows must hold.
#include "extract/names/names.h"

#include "base/resources.h"
#include "dissect/grammar.h"
#include "extract/names/gazetteer.h"
#include "extract/names/grouping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

Dissection dissect(std::string_view text) {
  static const Grammar grammar;
  return grammar.dissect(text, {}, Depth::tree);
}

Names names_in(std::string_view text) {
  static const NameFinder finder;
  return finder.find(text, dissect(text));
}

struct Row {
  std::string_view text;
  std::string_view names;  // "person Tomas Verrin; place Dorvik", without those of kind other
};

constexpr Row found[] = {
    // Persons of the world.
    {"Tomas Verrin lives alone.", "person Tomas Verrin"},
    {"The prize went to Adaeze Okonjuru of Nigeria.", "person Adaeze Okonjuru; place Nigeria"},
    {"Reporters met Rajendra Palwankar in India.", "person Rajendra Palwankar; place India"},
    {"Reporters met Zhao Lingwei in China.", "person Zhao Lingwei; place China"},
    {"Reporters met Kim Joon-seo in South Korea.", "person Kim Joon-seo; place South Korea"},
    {"Reporters met Nguyen Van Hoa in Vietnam.", "person Nguyen Van Hoa; place Vietnam"},
    {"Reporters met Yusuf Demirhan in Turkey.", "person Yusuf Demirhan; place Turkey"},
    {"Reporters met Oleksandr Brovenko in Norway.", "person Oleksandr Brovenko; place Norway"},
    {"Reporters met María José Quintavar in Chile.", "person María José Quintavar; place Chile"},
    {"Reporters met João Ferrazinho in Brazil.", "person João Ferrazinho; place Brazil"},
    {"Reporters met Abdullah Al-Harbani in Kuwait.", "person Abdullah Al-Harbani; place Kuwait"},
    {"Reporters met Sheikh Mohammed bin Rashwan in Oman.", "person Mohammed bin Rashwan; place Oman"},
    {"Reporters met Ludwig van der Hoeven in Belgium.", "person Ludwig van der Hoeven; place Belgium"},
    {"Reporters met Kwame Asantebo in Ghana.", "person Kwame Asantebo; place Ghana"},
    {"Reporters met Wanjiru Mwendeko in Kenya.", "person Wanjiru Mwendeko; place Kenya"},
    {"Reporters met Sitiveni Raluvanu in Fiji.", "person Sitiveni Raluvanu; place Fiji"},
    {"Reporters met Giorgi Tabatashvili in Georgia.", "person Giorgi Tabatashvili; place Georgia"},
    {"Reporters met Siobhan O'Dorrity in Ireland.", "person Siobhan O'Dorrity; place Ireland"},
    {"Reporters met Jean-Luc Ferrandel in Haiti.", "person Jean-Luc Ferrandel; place Haiti"},
    {"Reporters met Somchai Prasertkul in Thailand.", "person Somchai Prasertkul; place Thailand"},
    {"Reporters met Farida Hosseinpur in Iran.", "person Farida Hosseinpur; place Iran"},
    {"Reporters met Bjørn Hallgrimstad in Norway.", "person Bjørn Hallgrimstad; place Norway"},
    {"Reporters met Dr. Anil Kashyapur on Monday.", "person Anil Kashyapur"},
    {"Reporters met Prof Helena Sobrinski on Monday.", "person Helena Sobrinski"},
    {"Reporters met Mrs. Ostel-Wren on Monday.", "person Ostel-Wren"},
    {"\"We lost everything,\" said Maria Sandrel, a farmer.", "person Maria Sandrel"},
    {"\"We lost everything,\" Verrin told reporters. \"The water came fast.\"", "person Verrin"},
    {"Police arrested John R. Pellworth on Friday.", "person John R. Pellworth"},
    {"Police arrested J.K. Pellworth on Friday.", "person J.K. Pellworth"},
    {"Tomas Verrin's house burned down.", "person Tomas Verrin"},
    {"The Verrins' house burned down, said Ana Quillo, 45.", "person Verrins; person Ana Quillo"},
    // Places.
    {"A bomb went off in Nairobi on Sunday.", "place Nairobi"},
    {"A bomb went off in Dar es Salaam on Sunday.", "place Dar es Salaam"},
    {"A bomb went off in Rio de Janeiro on Sunday.", "place Rio de Janeiro"},
    {"A bomb went off near the town of Dorvik on Sunday.", "place Dorvik"},
    {"Villagers in Dorvik fled to Kampala.", "place Dorvik; place Kampala"},
    {"The Orlen River burst its banks in Velmara Province.", "place Orlen River; place Velmara Province"},
    {"Troops crossed Lake Orlen at night.", "place Lake Orlen"},
    {"He was born in Lagos, Nigeria.", "place Lagos; place Nigeria"},
    {"The flight from Paris to New York was late.", "place Paris; place New York"},
    {"The U.S. and the U.K. signed the treaty.", "place U.S.; place U.K."},
    {"The United Arab Emirates signed the treaty.", "place United Arab Emirates"},
    {"Papua New Guinea signed the treaty.", "place Papua New Guinea"},
    {"Trinidad and Tobago signed the treaty.", "place Trinidad and Tobago"},
    {"Japan and Peru signed the treaty.", "place Japan; place Peru"},
    {"Côte d'Ivoire signed the treaty.", "place Côte d'Ivoire"},
    {"The plane landed at Velmara International Airport.", "place Velmara International Airport"},
    {"Protesters gathered in Liberty Square in Tunis.", "place Liberty Square; place Tunis"},
    // Organizations.
    {"The Ministry of Finance published the budget.", "organization Ministry of Finance"},
    {"The Orlen Space Agency launched a rocket.", "organization Orlen Space Agency"},
    {"The University of Velmara closed its doors.", "organization University of Velmara"},
    {"The World Bank lent the money.", "organization World Bank"},
    {"The United Nations condemned the attack.", "organization United Nations"},
    {"The European Union condemned the attack.", "organization European Union"},
    {"Tannic Holdings Ltd bought the mine.", "organization Tannic Holdings Ltd"},
    {"Shares of Brunvik Corp. fell on Tuesday.", "organization Brunvik Corp."},
    {"Velmara Airways cancelled ten flights.", "organization Velmara Airways"},
    {"Dorvik United beat Velmara FC on Saturday.", "organization Dorvik United; organization Velmara FC"},
    {"The Free Orlen Party won the election.", "organization Free Orlen Party"},
    {"The Supreme Court of Orlen rejected the appeal.", "organization Supreme Court of Orlen"},
    {"The Association of Orlen Fishermen called a strike.", "organization Association of Orlen Fishermen"},
    {"The Orlen Institute for Public Health warned of cholera.", "organization Orlen Institute for Public Health"},
    {"The Orlen Red Crescent sent tents.", "organization Orlen Red Crescent"},
    {"The Dorvik Chamber of Commerce and Industry praised the deal.",
     "organization Dorvik Chamber of Commerce and Industry"},
    {"A spokesman for the Orlen Ports Authority (OPA) said so.",
     "organization Orlen Ports Authority; organization OPA"},
    {"The Ministry of Agriculture, Livestock and Fisheries declined to comment.",
     "organization Ministry of Agriculture, Livestock and Fisheries"},
    {"Velmara Bank plc raised its rates.", "organization Velmara Bank plc"},
    {"The army fought the Orlen Liberation Front.", "organization Orlen Liberation Front"},
    // Together.
    {"Health Minister Ana Quillo flew to Geneva.", "person Ana Quillo; place Geneva"},
    {"Prime Minister Paul Rendic of Japan spoke first.", "person Paul Rendic; place Japan"},
    {"Ana Quillo, head of the Orlen Medical Association, resigned.",
     "person Ana Quillo; organization Orlen Medical Association"},
    {"Mark Fennic of the University of Velmara led the study.",
     "person Mark Fennic; organization University of Velmara"},
    {"Tomas Verrin, Ana Quillo and Peter Hollin were there.",
     "person Tomas Verrin; person Ana Quillo; person Peter Hollin"},
    {"According to Orlen Police, the man was from Mexico.", "organization Orlen Police; place Mexico"},
    {"Striker Juan Parvedo left Dorvik United for Velmara FC.",
     "person Juan Parvedo; organization Dorvik United; organization Velmara FC"},
    {"Gen. Omar Haddan seized power in Sudan.", "person Omar Haddan; place Sudan"},
    {"LAGOS, Nigeria - Ten people died on Sunday.", "place LAGOS; place Nigeria"},
    {"NAIROBI (Reuters) - Ten people died on Sunday.", "place NAIROBI; organization Reuters"},
    // Capitals that are no names.
    {"It rained all day.", ""},
    {"However, no one was hurt. Officials said so on Monday, March 3.", ""},
    {"I think that Christmas is over.", ""},
    {"The minister said: \"No comment.\"", ""},
    {"Ten People Die In Fire", ""},
};

std::string printed(std::string_view text) {
  std::string list;
  for (const Mention& mention : names_in(text).mentions) {
    if (mention.kind == EntityKind::other) continue;
    if (!list.empty()) list += "; ";
    list += std::string(to_text(mention.kind)) + " " + std::string(words_at(text, mention.span));
  }
  return list;
}

TEST(Names, are_found_with_their_kind) {
  std::size_t right = 0;
  std::string wrong;
  for (const Row& row : found) {
    const std::string list = printed(row.text);
    if (list == row.names)
      ++right;
    else
      wrong += std::string(row.text) + "\n  wanted " + std::string(row.names) + "\n  found  " + list + "\n";
  }
  std::cout << right << " of " << std::size(found) << " texts right\n";
  EXPECT_GE(static_cast<double>(right), 0.85 * static_cast<double>(std::size(found))) << wrong;
}

TEST(Names, a_full_name_keeps_its_given_name_and_particles) {
  constexpr Row rows[] = {
      {"Sergei Voronin said that the road was open.", "person Sergei Voronin"},
      {"Sergei Ivanovich Voronin said that the road was open.", "person Sergei Ivanovich Voronin"},
      {"The ferry of Pieter van der Laan flew no flag.", "person Pieter van der Laan"},
      {"In spring Jan ten Holt flew home.", "person Jan ten Holt"},
      {"On Tuesday Voronin flew home.", "person Voronin"},
  };
  for (const Row& row : rows) EXPECT_EQ(printed(row.text), row.names);
}

// ---- grouping: the mentions are given, "[p:Tomas Verrin]" in the text.

struct Marked {
  std::string text;
  Names names;
};

Marked marked(std::string_view source) {
  Marked result;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '[') {
      const char kind = source[i + 1];
      const std::size_t end = source.find(']', i);
      Mention mention;
      mention.span.begin = result.text.size();
      result.text += source.substr(i + 3, end - i - 3);
      mention.span.end = result.text.size();
      mention.kind = kind == 'p'   ? EntityKind::person
                     : kind == 'o' ? EntityKind::organization
                     : kind == 'l' ? EntityKind::place
                                   : EntityKind::other;
      result.names.mentions.push_back(mention);
      i = end;
    } else {
      result.text += source[i];
    }
  }
  return result;
}

// "Tomas Verrin = Verrin; Dorvik".
std::string grouped(std::string_view source) {
  static const NameLists lists;
  static const Gazetteer gazetteer(resource("models/gazetteer.bin"));
  Marked given = marked(source);
  group_names(given.text, dissect(given.text), lists, gazetteer, given.names);
  std::string list;
  for (const Named& named : given.names.named) {
    if (!list.empty()) list += "; ";
    list += named.name;
    for (const std::string& variant : named.variants) list += " = " + variant;
  }
  return list;
}

constexpr Row groups[] = {
    // A person's name and its parts.
    {"[p:Tomas Verrin] spoke. [p:Verrin] left.", "Tomas Verrin = Verrin"},
    {"[p:Verrin] spoke. [p:Tomas Verrin] left.", "Tomas Verrin = Verrin"},
    {"[p:Tomas Verrin] spoke. Mr. [p:Verrin] left.", "Tomas Verrin = Verrin"},
    {"[p:Tomas Verrin] spoke. [p:TOMAS VERRIN] left.", "Tomas Verrin = TOMAS VERRIN"},
    {"[p:Tomás Verrín] spoke. [p:Tomas Verrin] left.", "Tomás Verrín = Tomas Verrin"},
    {"[p:Tomas Verrin] spoke. [p:T. Verrin] left.", "Tomas Verrin = T. Verrin"},
    {"[p:Tomas A. Verrin] spoke. [p:Tomas Verrin] left. [p:Verrin] slept.", "Tomas A. Verrin = Tomas Verrin = Verrin"},
    {"[p:Somchai Prasertkul] spoke. Mr [p:Somchai] left.", "Somchai Prasertkul = Somchai"},
    {"[p:Andrea Luis Perez Obrador] spoke. [p:Perez Obrador] left.", "Andrea Luis Perez Obrador = Perez Obrador"},
    {"[p:Zhao Lingwei] spoke. [p:Zhao] left.", "Zhao Lingwei = Zhao"},
    {"[p:Tomas Verrin]'s house burned. [p:Verrin]'s car did not.", "Tomas Verrin = Verrin"},
    {"[p:Ludwig van der Hoeven] spoke. [p:van der Hoeven] left.", "Ludwig van der Hoeven = van der Hoeven"},
    {"[p:Abdullah Al-Harbani] spoke. [p:Al-Harbani] left.", "Abdullah Al-Harbani = Al-Harbani"},
    // People who share a part of their names are told apart, or left apart.
    {"[p:Peter Hollin] and [p:Maria Hollin] spoke. [p:Hollin] left.", "Peter Hollin; Maria Hollin; Hollin"},
    {"[p:Peter Hollin] and [p:Maria Hollin] spoke. Mr. [p:Hollin] left.", "Peter Hollin = Hollin; Maria Hollin"},
    {"[p:Peter Hollin] and [p:Maria Hollin] spoke. Mrs. [p:Hollin] left.", "Peter Hollin; Maria Hollin = Hollin"},
    {"[p:Peter Hollin] and [p:Maria Hollin] spoke. [p:Maria] left.", "Peter Hollin; Maria Hollin = Maria"},
    {"[p:Maria Hollin] spoke. [p:Hollin] left. [p:Peter Hollin] came. [p:Hollin] slept.",
     "Maria Hollin = Hollin; Peter Hollin; Hollin"},
    {"[p:Hollin] wins. [p:Maria Hollin] spoke. [p:Peter Hollin] slept.", "Maria Hollin = Hollin; Peter Hollin"},
    {"[p:Ada Maria Hollin] spoke. [p:Maria Hollin] left. [p:Ida Maria Hollin] came.",
     "Ada Maria Hollin; Maria Hollin; Ida Maria Hollin"},
    {"[p:Peter Hollin] met [p:Peter Drury].", "Peter Hollin; Peter Drury"},
    {"[p:Peter Hollin] met [p:Ana Quillo]. [p:Hollin] and [p:Quillo] left.",
     "Peter Hollin = Hollin; Ana Quillo = Quillo"},
    {"[p:Verrin] spoke. [l:Verrin] is a town.", "Verrin; Verrin"},
    // Abbreviations.
    {"The [o:Orlen Ports Authority] ([o:OPA]) spoke. The [o:OPA] left.", "Orlen Ports Authority = OPA"},
    {"The [o:Orlen Ports Authority] (OPA) spoke.", "Orlen Ports Authority = OPA"},
    {"The [o:Orlen Ports Authority] spoke. The [o:OPA] left.", "Orlen Ports Authority = OPA"},
    {"The [o:Orlen Ports Authority] spoke. The [o:O.P.A.] left.", "Orlen Ports Authority = O.P.A."},
    {"The [o:Ministry of Fishery] ([o:MoF]) spoke.", "Ministry of Fishery = MoF"},
    {"The [o:Federation of Orlen Guilds] ([o:FOG]) spoke. [o:FOG] left.", "Federation of Orlen Guilds = FOG"},
    {"The [o:Orlen Ports Authority] and the [o:Orlen Police Academy] spoke. The [o:OPA] left.",
     "Orlen Ports Authority; Orlen Police Academy; OPA"},
    {"The [l:United States] spoke. The [l:U.S.] left.", "United States = U.S."},
    {"The [l:United Kingdom] spoke. The [l:UK] left.", "United Kingdom = UK"},
    {"[o:Velmara Bank] ([l:Kenya]) spoke.", "Velmara Bank; Kenya"},
    // Companies.
    {"[o:Tannic Holdings Ltd.] spoke. [o:Tannic] left.", "Tannic Holdings Ltd. = Tannic"},
    {"[o:Tannic] spoke. [o:Tannic Inc.] left.", "Tannic Inc. = Tannic"},
    {"[o:Velmara Bank] spoke. [o:Velmara Airways] left.", "Velmara Bank; Velmara Airways"},
    {"[o:Velmara] spoke. [o:Velmara Airways] left.", "Velmara; Velmara Airways"},
    {"[o:Orlen Space Agency] spoke. [o:ORLEN SPACE AGENCY] left.", "Orlen Space Agency = ORLEN SPACE AGENCY"},
    {"[l:Dorvik] is far. [l:Dorvik] is cold.", "Dorvik"},
    {"[l:Dorvik] is far. [l:North Dorvik] is cold.", "Dorvik; North Dorvik"},
    {"", ""},
};

TEST(Names, what_a_sentence_asks_with_is_no_part_of_a_name) {
  constexpr Row rows[] = {
      {"Senator Berit Solle won. Can Solle do it again?", "person Berit Solle; person Solle"},
      {"Senator Berit Solle won.\n\n2) Can Solle do it again?", "person Berit Solle; person Solle"},
      {"Senator Berit Solle won. Will Solle run again?", "person Berit Solle; person Solle"},
      {"Will Marsk said that the road was open.", "person Will Marsk"},
  };
  for (const Row& row : rows) EXPECT_EQ(printed(row.text), row.names);
}

TEST(Names, forms_of_one_name_are_one) {
  for (const Row& row : groups) EXPECT_EQ(grouped(row.text), row.names) << row.text;
}

TEST(Names, a_joined_name_says_why) {
  Marked given = marked("The [o:Orlen Ports Authority] ([o:OPA]) spoke. [p:Tomas Verrin] left. [p:Verrin] slept.");
  static const NameLists lists;
  static const Gazetteer gazetteer(resource("models/gazetteer.bin"));
  group_names(given.text, dissect(given.text), lists, gazetteer, given.names);
  ASSERT_EQ(given.names.mentions.size(), 4u);
  EXPECT_NE(given.names.mentions[1].why.find("abbreviation given for “Orlen Ports Authority”"), std::string::npos);
  EXPECT_NE(given.names.mentions[3].why.find("surname of “Tomas Verrin”"), std::string::npos);
}

TEST(Names, a_text_without_names_has_none) {
  EXPECT_TRUE(names_in("").mentions.empty());
  EXPECT_TRUE(names_in("it rained all day, and then it rained again.").named.empty());
}

TEST(Names, any_bytes_and_long_texts_are_borne) {
  std::string long_text;
  for (int i = 0; i < 4000; ++i) long_text += i % 7 == 0 ? "Tomas " : i % 5 == 0 ? "(OPA) " : "he said ";
  for (const std::string& text : {long_text, std::string(5000, '('), std::string("\xF0\x9F\x98\x80 A\xCC\x81na — Ω")}) {
    const Names names = names_in(text);
    std::size_t last = 0;
    for (const Mention& mention : names.mentions) {
      ASSERT_GE(mention.span.begin, last);
      ASSERT_LE(mention.span.end, text.size());
      ASSERT_LT(mention.named, names.named.size());
      last = mention.span.end;
    }
  }
}

TEST(Names, the_same_text_gives_the_same_names) {
  const std::string_view text =
      "Ana Quillo met Tomas Verrin in Dorvik. Quillo said the Orlen Ports Authority was closed.";
  EXPECT_EQ(printed(text), printed(text));
}

TEST(Names, a_gazetteer_gives_back_what_was_written) {
  std::vector<Gazetteer::Entry> entries;
  NameHash dorvik, saint;
  dorvik.add("Dorvik");
  saint.add("saint remi");
  entries.push_back({dorvik.value(), town});
  entries.push_back({dorvik.value(), surname});
  entries.push_back({saint.value(), country});
  const std::string file = Gazetteer::write(entries);
  std::vector<std::uint32_t> aligned((file.size() + 3) / 4);
  std::copy(file.begin(), file.end(), reinterpret_cast<char*>(aligned.data()));
  const Gazetteer gazetteer({reinterpret_cast<const char*>(aligned.data()), file.size()});
  EXPECT_EQ(gazetteer.facts(dorvik.value()), town | surname);
  NameHash written_otherwise;
  written_otherwise.add("Saint-");
  written_otherwise.add("Rémi");
  EXPECT_EQ(gazetteer.facts(written_otherwise.value()), country);
  EXPECT_EQ(gazetteer.facts(1234567), 0);
  EXPECT_THROW(Gazetteer("nothing of the kind"), std::runtime_error);
}

}  // namespace
}  // namespace hearsay
