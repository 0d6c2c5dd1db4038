#include "extract/quantities/quantities.h"

#include "dissect/grammar.h"
#include "extract/quantities/rules.h"
#include "extract/quantities/units.h"
#include "hand_trees.h"

#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

std::string number(const std::optional<double>& value) {
  if (!value) return "-";
  std::ostringstream out;
  out.precision(10);
  out << *value;
  return out.str();
}

// "words = low..high unit; ...": "about 30 km = ~30..30 kilometre".
std::string to_text(std::string_view text, const std::vector<Quantity>& quantities) {
  std::string all;
  for (const Quantity& quantity : quantities) {
    if (!all.empty()) all += "; ";
    all += std::string(words_at(text, quantity.span)) + " = " + (quantity.approximate ? "~" : "") +
           number(quantity.low) + ".." + number(quantity.high) + (quantity.unit ? " " + *quantity.unit : "");
  }
  return all;
}

const Grammar& grammar() {
  static const Grammar shared;
  return shared;
}

std::vector<Quantity> find(std::string_view text, const std::vector<Time>& times = {}) {
  static const QuantityFinder finder;
  return finder.find(text, grammar().dissect(text, {}, Depth::tree), times);
}

struct Row {
  const char* text;
  const char* quantities;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(to_text(row.text, find(row.text)), row.quantities) << row.text;
}

TEST(Quantities, numbers_in_digits_and_words_are_read) {
  check({
      {"The ferry carried 412 passengers.", "412 = 412..412"},
      {"The ferry carried 4,120 passengers.", "4,120 = 4120..4120"},
      {"The relief fund holds 1,20,000 letters.", "1,20,000 = 120000..120000"},
      {"They counted 10 000 tents.", "10 000 = 10000..10000"},
      {"They counted 10\u00A0500 tents.", "10\u00A0500 = 10500..10500"},
      {"Twelve goats escaped.", "Twelve = 12..12"},
      {"There were twenty-one boats.", "twenty-one = 21..21"},
      {"There were twenty one boats.", "twenty one = 21..21"},
      {"There were a hundred and five boats.", "a hundred and five = 105..105"},
      {"Two hundred and fifty boats sank.", "Two hundred and fifty = 250..250"},
      {"There were one thousand two hundred boats.", "one thousand two hundred = 1200..1200"},
      {"Three million two hundred thousand votes were cast.", "Three million two hundred thousand = 3200000..3200000"},
      {"The town bought 4 512 000 tulips.", "4 512 000 = 4512000..4512000"},
      {"The town paid $4 512 for tulips.", "$4 512 = 4512..4512 dollar"},
      {"On March 4 512 tulips bloomed.", "512 = 512..512"},
      {"Prices rose 4,5 percent.", "4,5 percent = 4.5..4.5 percent"},
      {"Rows 4,5 and 6 bloomed.", "5 = 5..5; 6 = 6..6"},
      {"A quarter million tulips bloomed.", "A quarter million = 250000..250000"},
      {"Half-a-dozen tulips bloomed.", "Half-a-dozen = 6..6"},
      {"30 thousands of tulips bloomed.", "30 thousands = 30000..30000"},
      {"Some voters wrote 1.2 million letters.", "1.2 million = 1200000..1200000"},
      {"It sold 3m copies and 4bn stamps.", "3m = 3000000..3000000; 4bn = 4000000000..4000000000"},
      {"It has 25k followers.", "25k = 25000..25000"},
      {"Two dozen cows and half a dozen calves were lost.", "Two dozen = 24..24; half a dozen = 6..6"},
      {"A dozen cows were lost.", "A dozen = 12..12"},
      {"Half a million tulips bloomed.", "Half a million = 500000..500000"},
      {"Two and a half million tulips bloomed.", "Two and a half million = 2500000..2500000"},
      {"He ate 2½ pies.", "2½ = 2.5..2.5"},
      {"She ran 6 1/2 miles.", "6 1/2 miles = 6.5..6.5 mile"},
      {"The village lies a mile and a half away.", "a mile and a half = 1.5..1.5 mile"},
      {"A state of 8 crore people.", "8 crore = 80000000..80000000"},
      {"It fell by .5 percent.", ".5 percent = 0.5..0.5 percent"},
      {"Zero tents were left.", "Zero = 0..0"},
      {"A thousand lamps burned.", "A thousand = 1000..1000"},
  });
}

TEST(Quantities, words_before_and_behind_bound_a_number) {
  check({
      {"At least 45 sailors drowned.", "At least 45 = 45..-"},
      {"They lost more than 50 boats.", "more than 50 = 50..-"},
      {"They lost over 50 boats.", "over 50 = 50..-"},
      {"They lost well over 50 boats.", "well over 50 = 50..-"},
      {"They lost upwards of 50 boats.", "upwards of 50 = 50..-"},
      {"They lost no fewer than 50 boats.", "no fewer than 50 = 50..-"},
      {"They lost no more than 50 boats.", "no more than 50 = -..50"},
      {"They lost up to 30 boats.", "up to 30 = -..30"},
      {"They lost as many as 30 boats.", "as many as 30 = -..30"},
      {"They lost fewer than 30 boats.", "fewer than 30 = -..30"},
      {"They lost less than half of the fleet.", "less than half = -..0.5 share"},
      {"They lost just under 30 boats.", "just under 30 = -..30"},
      {"They lost a maximum of 30 boats.", "a maximum of 30 = -..30"},
      {"They lost about 13,000 boats.", "about 13,000 = ~13000..13000"},
      {"They lost some 230 boats.", "some 230 = ~230..230"},
      {"They lost nearly 80 boats.", "nearly 80 = ~80..80"},
      {"They lost almost 80 boats.", "almost 80 = ~80..80"},
      {"They lost roughly 80 boats.", "roughly 80 = ~80..80"},
      {"They lost an estimated 80 boats.", "an estimated 80 = ~80..80"},
      {"They lost close to 80 boats.", "close to 80 = ~80..80"},
      {"They lost up to about 80 boats.", "up to about 80 = ~-..80"},
      {"They lost at least another 20 boats.", "at least another 20 = 20..-"},
      {"They lost 20 or more boats.", "20 or more = 20..-"},
      {"They lost 20 boats or more.", "20 = 20..-"},
      {"They lost 30 or so boats.", "30 or so = ~30..30"},
      {"They lost 60-odd boats.", "60-odd = ~60..60"},
      {"They lost 500+ boats.", "500+ = 500..-"},
      {"The inquiry, spread over three sites, went on.", "three = 3..3"},
      {"It handed over 12 prisoners.", "12 = 12..12"},
      {"He spoke over two days.", "two days = 2..2 day"},
      {"He waited for over two days.", "over two days = 2..- day"},
      {"The toll exceeded 300.", "exceeded 300 = 300..-"},
      {"They lost precisely 9 boats.", "9 = 9..9"},
  });
}

TEST(Quantities, two_numbers_make_a_range) {
  check({
      {"It may take 4,000 to 6,000 workers.", "4,000 to 6,000 = 4000..6000"},
      {"It may take between 30 and 40 workers.", "between 30 and 40 = 30..40"},
      {"It may take from 30 to 40 workers.", "from 30 to 40 = 30..40"},
      {"It may take 30-40 workers.", "30-40 = 30..40"},
      {"It may take 30–40 workers.", "30–40 = 30..40"},
      {"It may take 4-6,000 workers.", "4-6,000 = 4000..6000"},
      {"It may take 20 to 30,000 workers.", "20 to 30,000 = 20000..30000"},
      {"It rose from 4 to 6,000 workers.", "from 4 to 6,000 = 4..6000"},
      {"It may take 900 to 1,000 workers.", "900 to 1,000 = 900..1000"},
      {"It may take 20 to 1,500 workers.", "20 to 1,500 = 20..1500"},
      {"It may take three or four workers.", "three or four = 3..4"},
      {"It may take about 30 to 40 workers.", "about 30 to 40 = ~30..40"},
      {"It costs 3 to 4 million crowns.", "3 to 4 million = 3000000..4000000"},
      {"It costs $2-3 million.", "$2-3 million = 2000000..3000000 dollar"},
      {"It costs $900 to $1 million.", "$900 to $1 million = 900..1000000 dollar"},
      {"The wall is 18 to 25 metres high.", "18 to 25 metres = 18..25 metre"},
      {"Rates of six per cent to 15 per cent apply.", "six per cent to 15 per cent = 6..15 percent"},
      {"Output rose from 30 tonnes to 45 tonnes.", "from 30 tonnes to 45 tonnes = 30..45 tonne"},
      {"It fell 8% to $4.6 billion.", "8% = 8..8 percent; $4.6 billion = 4600000000..4600000000 dollar"},
      {"Three men and four women came.", "Three = 3..3; four = 4..4"},
      {"He has two dogs or three cats.", "two = 2..2; three = 3..3"},
  });
}

TEST(Quantities, vague_words_have_the_bounds_they_allow) {
  check({
      {"A couple of hundred people marched.", "A couple of hundred = ~200..200"},
      {"They waited a couple of weeks.", "a couple of weeks = ~2..2 week"},
      {"The elderly couple waved.", ""},
      {"Dozens of shops shut.", "Dozens = ~12..-"},
      {"Scores of shops shut.", "Scores = ~20..-"},
      {"He scores often.", ""},
      {"Hundreds marched.", "Hundreds = ~100..1000"},
      {"Tens of thousands of people marched.", "Tens of thousands = ~10000..100000"},
      {"Several thousand people marched.", "Several thousand = ~1000..10000"},
      {"Hundreds of thousands fled.", "Hundreds of thousands = ~100000..1000000"},
  });
}

TEST(Quantities, parts_of_a_whole_are_shares) {
  check({
      {"A third of the town was dark.", "A third = 0.3333333333..0.3333333333 share"},
      {"Two-thirds of the town was dark.", "Two-thirds = 0.6666666667..0.6666666667 share"},
      {"Three quarters of the town was dark.", "Three quarters = 0.75..0.75 share"},
      {"Half of the town was dark.", "Half = 0.5..0.5 share"},
      {"One in five bakers agreed.", "One in five = 0.2..0.2 share"},
      {"Nine out of ten bakers agreed.", "Nine out of ten = 0.9..0.9 share"},
      {"About 3/4 of bakers agreed.", "About 3/4 = ~0.75..0.75 share"},
      {"The second half was dull.", ""},
      {"A third man was held.", ""},
      {"The third quarter was dull.", ""},
      {"Nearly 12.5 percent agreed.", "Nearly 12.5 percent = ~12.5..12.5 percent"},
      {"Rates rose 25 basis points.", "25 basis points = 25..25 basis point"},
      {"Support fell two percentage points.", "two percentage points = 2..2 percentage point"},
  });
}

TEST(Quantities, units_and_currencies_are_named) {
  check({
      {"It paid $40.", "$40 = 40..40 dollar"},
      {"It paid 40 MUSD.", "40 MUSD = 40000000..40000000 US dollar"},
      {"It paid $4MM.", "$4MM = 4000000..4000000 dollar"},
      {"It paid 40 USD million.", "40 USD million = 40000000..40000000 US dollar"},
      {"It paid 40 million in 2006-07 to 50 owners.", "40 million = 40000000..40000000; 50 = 50..50"},
      {"It paid US$40 million.", "US$40 million = 40000000..40000000 US dollar"},
      {"It paid €40m.", "€40m = 40000000..40000000 euro"},
      {"It paid £1.5bn.", "£1.5bn = 1500000000..1500000000 pound sterling"},
      {"It paid 40 million pounds.", "40 million pounds = 40000000..40000000 pound sterling"},
      {"It weighed 40 pounds.", "40 pounds = 40..40 pound"},
      {"It paid 300 rupees.", "300 rupees = 300..300 Indian rupee"},
      {"It paid RM12.50 and USD10m.", "RM12.50 = 12.5..12.5 Malaysian ringgit; USD10m = 10000000..10000000 US dollar"},
      {"It paid 50,000 Danish crowns.", "50,000 Danish crowns = 50000..50000 Danish krone"},
      {"It paid $80 per barrel.", "$80 per barrel = 80..80 dollar per barrel"},
      {"It paid $80 a barrel.", "$80 a barrel = 80..80 dollar per barrel"},
      {"The loss was $-35m.", "$-35m = -35000000..-35000000 dollar"},
      {"It was 30 kilometres away.", "30 kilometres = 30..30 kilometre"},
      {"It was 30km away.", "30km = 30..30 kilometre"},
      {"It was 30 square miles.", "30 square miles = 30..30 square mile"},
      {"It drove at 42 miles per hour.", "42 miles per hour = 42..42 mile per hour"},
      {"It drove at 42 mph.", "42 mph = 42..42 mile per hour"},
      {"It drove at 68 km/h.", "68 km/h = 68..68 kilometre per hour"},
      {"It was minus 12 degrees Celsius.", "minus 12 degrees Celsius = -12..-12 celsius"},
      {"It was -12°C.", "-12°C = -12..-12 celsius"},
      {"It was 98°F.", "98°F = 98..98 fahrenheit"},
      {"It weighed 2.5 tonnes.", "2.5 tonnes = 2.5..2.5 tonne"},
      {"The baker, 57 years old, won.", "57 years old = 57..57 year of age"},
      {"A 57-year-old baker won.", "57-year-old = 57..57 year of age"},
      {"A 16-inch gun and a 7kW motor.", "16-inch = 16..16 inch; 7kW = 7..7 kilowatt"},
      {"Trade in 30 million-year-old stone.", "30 million-year-old = 30000000..30000000 year of age"},
      {"A wall 5m high held back 5m gallons.", "5m = 5..5 metre; 5m gallons = 5000000..5000000 gallon"},
      {"The plant makes 200 barrels a day.", "200 barrels a day = 200..200 barrel per day"},
      {"The league won 3 games.", "3 = 3..3"},
      {"It paid $US5,100 and $A7,400.", "$US5,100 = 5100..5100 US dollar; $A7,400 = 7400..7400 Australian dollar"},
      {"It paid $6 a year earlier.", "$6 = 6..6 dollar"},
      {"It paid $6 a year.", "$6 a year = 6..6 dollar per year"},
      {"It rose by $3 to $12.", "$3 = 3..3 dollar; $12 = 12..12 dollar"},
  });
}

TEST(Quantities, a_change_and_the_level_reached_are_two_amounts) {
  check({
      {"The shares rose 2.4p to 311p.", "2.4p = 2.4..2.4 penny; 311p = 311..311 penny"},
      {"Silver gained $1.40 to $34 an ounce.", "$1.40 = 1.4..1.4 dollar; $34 an ounce = 34..34 dollar per ounce"},
      {"The toll rose by 3 to 41.", "3 = 3..3; 41 = 41..41"},
      {"The fee fell 3 to 5 percent.", "3 to 5 percent = 3..5 percent"},
      {"The fee rose from $10 to $15.", "from $10 to $15 = 10..15 dollar"},
      {"The error is plus or minus 3 percent.", "3 percent = 3..3 percent"},
      {"The loss was smaller (-8%).", "-8% = -8..-8 percent"},
  });
}

TEST(Quantities, powers_and_small_fractions_are_read) {
  check({
      {"It moved at 3\u00D710^8 m/s.", "3\u00D710^8 m/s = 300000000..300000000 metre per second"},
      {"It weighs 9.1 x 10-31 kg.", "9.1 x 10-31 kg = 9.1e-31..9.1e-31 kilogram"},
      {"It took 4.2e-3 joules.", "4.2e-3 joules = 0.0042..0.0042 joule"},
      {"Add 1/4 teaspoon of salt.", "1/4 teaspoon = 0.25..0.25 teaspoon"},
      {"It is 1\u2044128 of a gallon.", "1\u2044128 of a gallon = 0.0078125..0.0078125 gallon"},
      {"A quarter of a million homes were dark.", "A quarter of a million = 250000..250000"},
      {"The rate fell a quarter of a percentage point.",
       "a quarter of a percentage point = 0.25..0.25 percentage point"},
      {"They raised two-and-a-half million.", "two-and-a-half million = 2500000..2500000"},
      {"Sales fell by a third.", "a third = 0.3333333333..0.3333333333 share"},
      {"There is a one-in-three chance.", "one-in-three = 0.3333333333..0.3333333333 share"},
      {"The southern half of the island is dry.", ""},
      {"A few dozen goats remained.", "A few dozen = ~24..-"},
  });
}

TEST(Quantities, letters_behind_a_number_are_read_as_what_they_mean_there) {
  check({
      {"Profit was 40m yuan.", "40m yuan = 40000000..40000000 Chinese yuan"},
      {"The pool is 40m long.", "40m = 40..40 metre"},
      {"Sales hit RM1bil.", "RM1bil = 1000000000..1000000000 Malaysian ringgit"},
      {"The mercury hit 104 F.", "104 F = 104..104 fahrenheit"},
      {"The part holds 2.5 F.", "2.5 F = 2.5..2.5 farad"},
      {"Apartment 4B burned.", ""},
      {"It costs $.99 now.", "$.99 = 0.99..0.99 dollar"},
      {"He plays on the QX7 console.", ""},
      {"She was 8-for-12.", ""},
      {"See http://news.example/story/37945 for more.", ""},
      {"He gained 112 rushing yards.", "112 rushing yards = 112..112 yard"},
      {"It yields 3.2 percent a year.", "3.2 percent a year = 3.2..3.2 percent per year"},
  });
}

TEST(Quantities, numbers_that_count_nothing_are_left_alone) {
  check({
      {"She came 3rd and he 21st.", ""},
      {"The third and the fourth rider fell.", ""},
      {"The Falcon 737 landed at Gate 12.", ""},
      {"Flight 512 left from gate 7.", ""},
      {"It fell on page 31 of chapter 4.", ""},
      {"A category 5 storm hit route 66.", ""},
      {"The won 3-1 against the Herons.", ""},
      {"A 2-1 win for the Herons.", ""},
      {"He lives at 12 Old Mill Lane.", ""},
      {"He lives at 9 East 71st Street.", ""},
      {"She was born in 1987.", ""},
      {"It sold well in the 1990s.", ""},
      {"It happened on 14 October.", ""},
      {"It happened on October 14.", ""},
      {"It happened at 10.45pm.", ""},
      {"It happened at 10:45.", ""},
      {"It happened at about 6.25, on a wet road.", ""},
      {"It happened shortly after 6.25.", ""},
      {"It happened at 5 a.m.", ""},
      {"Dial 555-1234 now.", ""},
      {"The F-16 and the A380 are planes.", ""},
      {"The G20 met over Covid-19.", ""},
      {"1. Wash your hands.", ""},
      {"(2) Wash your hands.", ""},
      {"No one knew, and each one left.", ""},
      {"One of the bakers left.", "One = 1..1"},
      {"At least one baker left.", "At least one = 1..-"},
      {"The bunker from World War Two is dry.", ""},
      {"Version 2.4.1 is out.", ""},
      {"See number 7 on the list.", ""},
      {"He called 911.", ""},
      {"Post #45 was deleted.", ""},
      {"The Big 12 met in Box 9.", ""},
  });
}

TEST(Quantities, a_number_inside_a_time_is_none_but_an_amount_of_time_is_one) {
  const std::string_view text = "They met at 1500 on day 12 after 3 weeks.";
  const auto time = [&](std::string_view words) {
    const std::size_t begin = text.find(words);
    Time found;
    found.span = {begin, begin + words.size()};
    return found;
  };
  EXPECT_EQ(to_text(text, find(text, {time("1500"), time("day 12"), time("3 weeks")})), "3 weeks = 3..3 week");
}

// A sentence with its grammar: "word/TAG/head/relation", heads counted from 1, 0 for the root.
struct Parsed {
  std::string text;
  Dissection dissection;
};

Parsed parsed(const std::string& line) {
  HandTree tree = by_hand(line);
  Parsed result{std::move(tree.text), {}};
  result.dissection.tokens = std::move(tree.tokens);
  const auto count = static_cast<std::uint32_t>(result.dissection.tokens.size());
  result.dissection.sentences.push_back({{0, result.text.size()}, 0, count});
  return result;
}

TEST(Quantities, grammar_says_what_is_counted) {
  const QuantityFinder finder;
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"seven/NUM/2/nummod people/NOUN/3/nsubj died/VERB/0/root", "people"},
      {"10,000/NUM/4/nummod North/PROPN/4/compound Korvian/ADJ/4/amod troops/NOUN/5/nsubj came/VERB/0/root",
       "North Korvian troops"},
      {"seven/NUM/6/nsubj of/ADP/5/case the/DET/5/det 48/NUM/5/nummod injured/ADJ/1/nmod left/VERB/0/root",
       "injured; injured"},
      {"it/PRON/2/nsubj killed/VERB/0/root at/ADP/4/case least/ADJ/5/nummod seven/NUM/2/obj", "killed"},
      {"seven/NUM/2/nsubj died/VERB/0/root", "died"},
      {"the/DET/3/det death/NOUN/3/compound toll/NOUN/4/nsubj stood/VERB/0/root at/ADP/6/case 7/NUM/4/obl",
       "death toll"},
      {"seven/NUM/2/nummod dead/ADJ/0/root", "dead"},
      {"12/NUM/0/root of/ADP/3/case Brill/PROPN/5/nmod:poss 's/PART/3/case sailors/NOUN/1/nmod", "Brill 's sailors"},
      {"60/NUM/2/nummod percent/NOUN/0/root of/ADP/6/case its/PRON/6/nmod:poss net/ADJ/6/amod profit/NOUN/2/nmod",
       "net profit"},
      {"one/NUM/0/root of/ADP/5/case the/DET/5/det tallest/ADJ/5/amod towers/NOUN/1/nmod", "tallest towers"},
      {"two/NUM/5/nummod new/ADJ/5/amod 505/NUM/5/nummod Comet/PROPN/5/compound jets/NOUN/0/root",
       "new 505 Comet jets"},
      {"Ada/PROPN/6/nsubj Brill/PROPN/1/flat ,/PUNCT/4/punct 42/NUM/1/appos ,/PUNCT/4/punct won/VERB/0/root",
       "Ada Brill"},
  };
  for (const auto& [line, of] : rows) {
    const Parsed sentence = parsed(line);
    std::string found;
    for (const Quantity& quantity : finder.find(sentence.text, sentence.dissection, {})) {
      if (!found.empty()) found += "; ";
      found += quantity.of.value_or("-");
      EXPECT_EQ(quantity.of.value_or(""),
                quantity.of_span ? std::string(words_at(sentence.text, *quantity.of_span)) : "");
    }
    EXPECT_EQ(found, of) << sentence.text;
  }
}

TEST(Quantities, two_units_of_one_measure_compare) {
  EXPECT_NEAR(to_base_unit(1.5, "mile")->value, to_base_unit(2.414016, "kilometre")->value, 1e-6);
  EXPECT_EQ(to_base_unit(1.5, "mile")->unit, to_base_unit(2.4, "kilometre")->unit);
  EXPECT_NEAR(to_base_unit(50, "fahrenheit")->value, 10, 1e-9);
  EXPECT_NEAR(to_base_unit(42, "mile per hour")->value, to_base_unit(67.592448, "kilometre per hour")->value, 1e-6);
  EXPECT_NEAR(to_base_unit(250, "cent")->value, 2.5, 1e-9);
  EXPECT_NE(to_base_unit(1, "euro")->unit, to_base_unit(1, "dollar")->unit);
  EXPECT_EQ(to_base_unit(3, "dollar per share")->unit, "dollar per share");
  EXPECT_EQ(to_base_unit(3, "furrow"), std::nullopt);
}

TEST(Quantities, a_broken_rule_names_its_line) {
  const auto message = [](const auto& compile) -> std::string {
    try {
      compile();
    } catch (const std::runtime_error& problem) {
      return problem.what();
    }
    return "nothing thrown";
  };
  EXPECT_EQ(message([] { Units("[length]\nmetre = m\nmile (far metre) = mile\n", "u.txt"); }),
            "u.txt:3: \"far\" is not a number: mile (far metre) = mile");
  EXPECT_EQ(message([] { Units("[length]\nmile (1609 metre) = mile\n", "u.txt"); }),
            "u.txt:2: \"metre\" is not a unit above this line: mile (1609 metre) = mile");
  EXPECT_EQ(message([] { NumberRules("# words\n[before]\nat least = lower\n", "n.txt"); }),
            "n.txt:3: 'lower' is not low, high, approximate or plain: at least = lower");
  EXPECT_EQ(message([] { NumberRules("[befor]\nat least = low\n", "n.txt"); }),
            "n.txt:2: the section is not known: at least = low");
  EXPECT_EQ(message([] { NumberRules("[scales]\nzillion = inf\n", "n.txt"); }),
            "n.txt:2: \"inf\" is not a number: zillion = inf");
  EXPECT_EQ(message([] { Units("[length]\nmetre = m\nfurrow (0 metre) = furrow\n", "u.txt"); }),
            "u.txt:3: a factor of 0: furrow (0 metre) = furrow");
  EXPECT_EQ(message([] { Units("[length]\nmetre = m, ^\n", "u.txt"); }), "u.txt:2: an empty spelling: metre = m, ^");
  EXPECT_EQ(message([] { NumberRules("x = " + std::string(1000000, 'x'), "n.txt"); }).size(), 115U);
}

TEST(Quantities, quantities_are_in_order_and_inside_the_text) {
  const std::string text =
      "About 3 to 4 million of the 12 dozen \xE2\x82\xAC 5\u00BD 7-8-9 $ $5 %% one half a third minus -3 3-";
  std::size_t end = 0;
  for (const Quantity& quantity : find(text)) {
    EXPECT_GE(quantity.span.begin, end);
    EXPECT_LE(quantity.span.end, text.size());
    end = quantity.span.end;
  }
}

TEST(Quantities, a_text_of_nothing_but_numbers_takes_time_in_proportion) {
  const QuantityFinder finder;
  const auto run = [&](std::size_t bytes, std::string_view unit) {
    std::string text;
    Dissection dissection;
    while (text.size() < bytes) text += unit;
    dissection.sentences.push_back({{0, text.size()}, 0, 0});
    const auto start = std::chrono::steady_clock::now();
    finder.find(text, dissection, {});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const std::string_view unit : {"17 ", "17-", "17,000,", "seven ", "hundred and ", "$5 to ", "at least 7 or "}) {
    const double small = run(30'000, unit);
    EXPECT_LT(run(300'000, unit), 60 * small + 0.5) << unit;
  }
}

}  // namespace
}  // namespace hearsay
