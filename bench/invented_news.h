// Invented articles for measuring: not news, but like it in what costs time. Sentences of some 22 words from patterns,
// with invented people, places and bodies that come back within an article, quotations of all kinds, figures, days and
// money.
#pragma once

#include "clean/articles/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace invented {

// A name in braces stands for a word of the list of that name, or for what NewsWriter::made says.
inline constexpr std::array<std::string_view, 40> patterns = {
    "{The} {noun} of the {noun} in {place} was {done} on {day} after {adjective} {noun} had {done} the {noun} for {n} "
    "days, {person} said.",
    "\"{We} {verb} the {noun} and we {verb} the {noun}, and nobody has {done} it since,\" {said} {person}, the {role} "
    "of {body}.",
    "{person}, {n}, a {role} who has {done} the {adjective} {noun} since {year}, told {outlet} that the {noun} would "
    "{verb} before {month}.",
    "At least {n} people were {done} and {n} more are missing after a {noun} {done} the {adjective} {noun} near "
    "{place}, according to {body}.",
    "{The} {role} denied that {body} had {done} a {noun} of {year}, in which two {role}s warned that the {noun} was "
    "{adjective}.",
    "{body} {done} {money} on {adjective} {noun}s last year, {percent} more than in {year}, when the {noun} was {done} "
    "by {surname}.",
    "\"It is {adjective},\" {surname} {said}. \"{We} will {verb} every {noun} until the {noun} has been {done}.\"",
    "{surname}, who was {done} in {month} {year}, is accused of having {done} the {noun} of a {adjective} {role} while "
    "the {noun} was being {done}.",
    "The {noun}, which {verb}s about {n} {noun}s a day, wouldn't {verb} before {day}, a {role} for {body} {said} in a "
    "statement.",
    "He {said} the {noun} between {place} and {place} had cost {money}, and that {n} of the {n} {noun}s had since been "
    "{done}.",
    "She added that {body} \"did not {verb} the {adjective} {noun}\" and called on the {role} to {verb} it within {n} "
    "weeks.",
    "Critics of the {noun} believe that {place} could {verb} its {noun}s by {percent} if the {role}s of {body} {done} "
    "them {n} months earlier.",
    "{adverb}, the {adjective} {noun} and the {noun} were {done} by {role}s from {place}, some of whom had {done} "
    "there for {n} years.",
    "\"If {body} doesn't {verb}, the {noun}s of {place} will have to {verb} their own {noun},\" the {role} warned on "
    "{day}.",
    "Two {adjective} {role}s, speaking on condition of anonymity, {said} that {surname} had {done} the {noun} without "
    "telling {body}.",
    "The {role}'s {noun} came {n} hours after {person} had {done} a {adjective} {noun} in {place}, where {n} {role}s "
    "were {done}.",
    "{place} has {done} {n} {noun}s since {month}, and its {noun} is expected to {verb} by up to {percent} next year.",
    "Asked whether the {noun} had been {done}, {surname} {said} {body} was \"{adverb} {adjective}\" but would not "
    "{verb} any {noun}.",
    "It was the {adjective}est {noun} in {place} since {month} {n}, {year}, when a {noun} {done} {n} {noun}s and {n} "
    "{role}s.",
    "The {noun} {verb}s.",
    "Nobody was {done}.",
    "{role}s in {place} and {place}, two {adjective} towns {n} miles from the {noun}, {done} {noun}s, {noun}s and "
    "{adjective} {noun}s all night.",
    "Under the {adjective} {noun}, which {body} {done} on {day}, every {role} with more than {n} {noun}s must {verb} a "
    "{noun} of {money}.",
    "But {person}, {role} of the {adjective} opposition, accused {surname} of {verb}ing the {noun} \"to {verb} a few "
    "{noun}s\".",
    "{body} did not respond to a request for comment, and the {role} declined to say whether the {noun} would {verb}.",
    "They {done} about {n} {noun}s, a third of them {adjective}, and the rest were {done} to {place} by {role}s at "
    "around {n} p.m. on {day}.",
    "A {adjective} {noun} suggested that {percent} of {role}s want the {noun} to {verb}, while only {percent} think "
    "that {body} should {verb}.",
    "The {noun}, {done} by {person} and {done} in {year}, says that neither the {role} nor {body} knew that the {noun} "
    "had been {done}.",
    "\"{We} are {adverb} {adjective} about the {noun},\" it {said}, \"and they expect {body} to {verb} the {noun}.\"",
    "{person} and {person}, both {role}s at {body} in {place}, {verb} that the {noun} can't {verb} unless its {noun} "
    "is {done}.",
    "Before the {noun} began, {n} {role}s had already {done} the {adjective} {noun} that {surname} had promised them "
    "in {month}.",
    "In a letter to {person}, the {role} wrote that {place} \"has {done} enough {noun}s\" and that its {noun} would "
    "{verb} no more.",
    "Since {year} the price of a {noun} has {done} from {money} to {money}, which {role}s blame on the {adjective} "
    "{noun} in {place}.",
    "According to the {role}, three people were {done}, one of them {adverb}, when a {noun} that was trying to {verb} "
    "slid into the {noun}.",
    "The {adjective} {noun} {done} {adverb} through the {noun} of {place}, {verb}ing {n} {noun}s and a {noun}, before "
    "it {done} the {role}s.",
    "What the {role}s {verb}, {surname} {said}, is a {noun} that will {verb} the {adjective} {noun}s of {place} for "
    "{n} to {n} years.",
    "It is not known who {done} the {noun}; {body} says it was a {role}, but {outlet}, citing a {adjective} {noun}, "
    "reported on {day} that it was not.",
    "This {noun} is {adjective}, and so is the {noun} of the {role}, who {done} it.",
    "That {adjective} {noun} {verb}s what {person} described as \"the {adjective} {noun} of a {adjective} {noun}\", "
    "and it may yet {verb}.",
    "There has been no {noun} in {place} for {n} years, and {role}s there {verb} it {adverb}, as they {verb} the "
    "{noun}.",
};

// "name: words"; "_" is a blank inside one of them. The first words of a list come up most.
inline constexpr std::array<std::string_view, 14> lists = {
    "noun: bridge river harbour school hospital road train vote law budget report court trial strike storm flood fire "
    "border market farm factory tower village council inquiry meeting election protest crowd attack rescue engine ship "
    "ferry plane airport station tunnel dam pipeline mine forest field harvest drought price tax wage pension loan "
    "debt bank fund contract deal plan project claim denial letter message speech interview promise threat warning ban "
    "rule order decision ruling appeal sentence charge crime theft fraud investigation search arrest prison cell guard "
    "weapon rocket shell army camp shelter tent blanket medicine vaccine virus disease clinic patient child family "
    "house roof wall window door street square park museum painting film song match goal team season coach league "
    "record race medal winner loss gain share profit company industry union worker job office computer network website "
    "phone camera picture video file document archive map line change reform crisis conflict peace treaty talks border "
    "visit summit alliance mission satellite telescope planet climate wind rain snow heat wave coast island beach lake "
    "fish bird animal horse tree garden bread water power plant cable",
    "adjective: old new large small strong weak early late local national foreign public private legal illegal "
    "political economic military heavy light dark clear dangerous safe difficult easy serious minor major central "
    "northern southern eastern western recent former present future rural urban poor rich cheap dear fast slow deep "
    "high low long short cold warm hard soft quiet loud careful angry hopeful broken empty full open hidden sudden "
    "steady stubborn",
    "verb: close open build repair move leave reach keep hold carry bring take give send receive pay sell buy raise "
    "lower cut end begin start stop change improve protect support reject accept refuse approve suspend cancel delay "
    "review examine watch follow lead join visit cover show hide find lose win fight help save feed plan expect fear "
    "want need use share return",
    "done: closed opened built repaired moved reached kept held carried brought taken given sent received paid sold "
    "bought raised lowered cut ended started stopped changed improved protected supported rejected accepted approved "
    "suspended cancelled delayed reviewed examined watched followed led joined visited covered shown hidden found lost "
    "won fought helped saved damaged destroyed injured arrested elected appointed dismissed evacuated flooded burned "
    "rebuilt searched questioned",
    "role: minister mayor engineer doctor teacher driver captain officer judge lawyer spokesman spokeswoman official "
    "resident witness farmer fisherman nurse scientist economist analyst investor manager director president senator "
    "deputy governor general soldier reporter editor student player coach owner neighbour tourist firefighter",
    "adverb: slowly quickly badly quietly suddenly seriously slightly clearly openly reportedly usually rarely "
    "eventually already",
    "said: said said said said told_reporters added claimed insisted warned argued wrote suggested",
    "month: January February March April May June July August September October November December",
    "day: Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday last_week",
    "forename: Anna Peter Maria John Elena Thomas Sofia David Laura Martin Nina Paul Clara Ivan Helen Mark Julia "
    "Victor Eva Simon",
    "syllable: va ner tol mi ros ka len dor shi bra ul tem quo ari sel gan pe fis ond lu mar zen",
    "body: the_{place}_Port_Authority the_Ministry_of_Transport {place}_University the_{place}_Fire_Service "
    "{surname}_Shipping the_government the_police {place}_City_Council {surname}_&_{surname} the_company "
    "the_Institute_for_{place}_Studies the_ministry",
    "The: The A",
    "We: We They",
};

}  // namespace invented

// Writes one article after the other, the same ones each time.
class NewsWriter {
 public:
  NewsWriter() {
    for (const std::string_view list : invented::lists) {
      const std::size_t colon = list.find(':');
      lists_[std::string(list.substr(0, colon))] = split(list.substr(colon + 2));
    }
  }

  // About 500 words.
  Article write() {
    Article article;
    article.id = fmt::format("a{}", ++made_);
    article.location = article.id;
    article.published = Moment{Day(std::chrono::days(20000 + made_ % 300)), std::nullopt};
    article.language = "en";
    choose_cast();
    article.text = any(places_) + " (" + any(places_) + " Courier) -";
    std::size_t words = 3;
    for (std::size_t sentence = 1; words < 490; ++sentence) {
      std::string next = fill(invented::patterns[random_() % invented::patterns.size()]);
      next[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(next[0])));
      words += static_cast<std::size_t>(std::count(next.begin(), next.end(), ' ')) + 1;
      article.text += " " + next;
      if (sentence % 3 == 0) article.text += "\n\n";
    }
    return article;
  }

 private:
  using Words = std::vector<std::string>;

  static Words split(std::string_view text) {
    Words words(1);
    for (const char c : text) {
      if (c == ' ')
        words.emplace_back();
      else
        words.back() += c == '_' ? ' ' : c;
    }
    return words;
  }

  // The people and places of one article.
  void choose_cast() {
    forenames_.clear();
    surnames_.clear();
    places_.clear();
    for (int i = 0; i < 5; ++i) {
      forenames_.push_back(any(lists_["forename"]));
      surnames_.push_back(invented_name());
      places_.push_back(invented_name());
    }
  }

  const std::string& any(const Words& words) {
    const double at = std::uniform_real_distribution(0.0, 1.0)(random_);
    return words[static_cast<std::size_t>(at * at * static_cast<double>(words.size()))];
  }

  std::string invented_name() {
    const Words& syllables = lists_["syllable"];
    std::string name;
    for (std::size_t i = 2 + random_() % 2; i > 0; --i) name += syllables[random_() % syllables.size()];
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
  }

  std::string number() {
    const auto size = random_() % 6;
    if (size == 0) return fmt::format("{},{:03}", 1 + random_() % 60, random_() % 1000);
    return fmt::format("{}", size == 1 ? 100 + random_() % 900 : 2 + random_() % 90);
  }

  std::string made(std::string_view slot) {
    if (slot == "place") return any(places_);
    if (slot == "outlet") return any(places_) + " Courier";
    if (slot == "surname") return any(surnames_);
    if (slot == "n") return number();
    if (slot == "year") return fmt::format("{}", 1990 + random_() % 34);
    if (slot == "money") return fmt::format("${}.{}m", 1 + random_() % 40, random_() % 10);
    if (slot == "percent") return fmt::format("{} percent", 1 + random_() % 80);
    if (slot == "person") {
      const std::size_t i = random_() % surnames_.size();
      return forenames_[i] + " " + surnames_[i];
    }
    return fill(any(lists_[std::string(slot)]));
  }

  std::string fill(std::string_view pattern) {
    std::string text;
    while (!pattern.empty()) {
      const std::size_t open = std::min(pattern.find('{'), pattern.size());
      text += pattern.substr(0, open);
      pattern.remove_prefix(open);
      if (pattern.empty()) break;
      const std::size_t close = pattern.find('}');
      text += made(pattern.substr(1, close - 1));
      pattern.remove_prefix(close + 1);
    }
    return text;
  }

  std::mt19937 random_{1};
  std::size_t made_ = 0;
  std::map<std::string, Words> lists_;
  Words forenames_, surnames_, places_;
};

}  // namespace hearsay
