// Any bytes in the place of a list, rule file or lexicon that a user may replace (HEARSAY_DATA): the first line names
// the file, the rest is what it holds. It is read as the program reads it, and what was read is asked about one
// sentence. A broken file must end in an error that names it. This program has a resource() of its own, so that a
// reader gets the bytes without the cache that the real one keeps.
#include "bytes.h"

#include "base/embedded.h"
#include "base/resources.h"
#include "base/word_lists.h"
#include "clean/dates/calendar_words.h"
#include "clean/dates/date_words.h"
#include "clean/texts/word_rules.h"
#include "dissect/words/lexicon.h"
#include "dissect/words/saying_words.h"
#include "dissect/words/word_parts.h"
#include "extract/names/lists.h"
#include "extract/quantities/rules.h"
#include "extract/quantities/units.h"
#include "extract/references/references.h"
#include "extract/times/rules.h"
#include "group/held/word_codes.h"
#include "identify/countries.h"
#include "identify/name_words.h"
#include "itemise/propositions/asides.h"
#include "itemise/speakers/agencies.h"
#include "itemise/speakers/source_words.h"
#include "itemise/stances/stances.h"
#include "itemise/words/happenings.h"
#include "measure/evidence/deeds.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

std::string_view replaced_name, replacement;

}  // namespace

std::string_view resource(std::string_view name) {
  if (name == replaced_name) return replacement;
  for (const EmbeddedFile& file : embedded_files()) {
    if (name == file.name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  throw std::runtime_error("the program was built without " + std::string(name));
}

namespace {

constexpr std::string_view sentence =
    "Mr Josef Kalm of the Marrow Wire Ltd said on Monday, 5 May 2031, at 5 p.m. that some twenty-one km and about $3 "
    "million were lost; he could not've denied it, Zsch\u00e4tz-Th\u00f6rl\u2019s spokesman added two days before.";

Pieces pieces_of_sentence() {
  return Pieces(sentence, {0, sentence.size()}, [](std::string_view) { return false; });
}

template <class Function>
void for_each_word(const Function& function) {
  std::string_view rest = sentence;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    function(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// A list whose own reader keeps what it read for the life of the program.
void read_lines(std::string_view bytes) {
  const auto inside = [&](std::string_view word) {
    return !word.empty() && word.data() >= bytes.data() && word.data() + word.size() <= bytes.data() + bytes.size();
  };
  read_list(bytes, replaced_name, {}, [&](const ListLine& line) {
    expect(!line.words.empty() && line.number > 0);
    for (const std::string_view word : line.words) expect(inside(word) && word.find(',') == std::string_view::npos);
    expect(line.key.empty() || inside(line.key));
  });
}

void read_times(std::string_view bytes) {
  const TimeRules rules(replaced_name, bytes);
  const auto words = time_words(sentence, rules.vocabulary());
  TimeMatcher matcher(rules, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto match = matcher.match(i)) expect(match->end > i && match->end <= words.size());
  }
}

void read_numbers(std::string_view bytes) {
  const NumberRules rules(bytes, replaced_name);
  const Pieces pieces = pieces_of_sentence();
  for (std::size_t i = 0; i <= pieces.size(); ++i) {
    if (const auto found = rules.words.from(pieces, i)) expect(std::isfinite(found->meaning) && found->last > i);
    if (const auto found = rules.scales.from(pieces, i)) expect(std::isfinite(found->meaning));
    if (const auto found = rules.before.up_to(pieces, i)) expect(found->first < i);
    rules.after.from(pieces, i);
    rules.vague.from(pieces, i);
    rules.labels.up_to(pieces, i);
  }
}

void read_units(std::string_view bytes) {
  const Units units(bytes, replaced_name);
  const Pieces pieces = pieces_of_sentence();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (const auto found = units.behind(pieces, i, 100)) expect(found->last <= pieces.size());
    units.before(pieces, i);
  }
  for_each_word([&](std::string_view word) {
    if (const auto unit = units.find(word)) expect(std::isfinite(units[*unit].factor) && units[*unit].factor != 0);
  });
}

void read_names(std::string_view) {
  const NameRules rules;
  const NameForm form = rules.form_of(sentence.substr(0, 60));
  for (const ComparedWord& word : form.words) {
    for (const char c : word.sound) expect(std::isfinite(rules.cost(c, 's')));
    rules.are_nicknames(word.plain, "joe");
  }
}

void read_phrases(std::string_view bytes) {
  WordPatterns patterns;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    try {
      if (const std::size_t equals = line.find(" = "); equals != std::string_view::npos)
        patterns.define(line.substr(0, equals), line.substr(equals + 3));
      else
        patterns.add(line);
    } catch (const std::runtime_error&) {
    }
  }
}

void read_word_lists(std::string_view) {
  const WordParts lists;
  for_each_word([&](std::string_view word) {
    lists.abbreviation(word);
    expect(lists.clitic_bytes(word) <= word.size() && lists.first_part_bytes(word) <= word.size());
  });
}

void read_lexicon(std::string_view bytes) {
  const Lexicon lexicon(bytes);
  for_each_word([&](std::string_view word) { lexicon.find(word, Tag::VERB); });
}

void read_name_lists(std::string_view) {
  const NameLists lists;
  for_each_word([&](std::string_view word) { lists.facts_of(word); });
}

void read_word_codes(std::string_view) {
  const WordCodes codes;
  for (const Word& word : fold_words(sentence)) {
    const std::uint16_t code = codes.code_of(word, static_cast<std::uint32_t>(word.end - word.begin));
    codes.senses_of_code(code);
    codes.length_of(code);
  }
}

void read_stances(std::string_view) {
  const StanceRules rules;
  rules.of({}, sentence);
  rules.leave_open(sentence);
}

template <class List>
void read(std::string_view) {
  const List list;
}

struct File {
  std::string_view name;
  void (*read)(std::string_view bytes);
};

constexpr File files[] = {
    {"data/abbreviations.txt", read_word_lists},
    {"data/agencies.txt", read<Agencies>},
    {"data/aside_words.txt", read<Asides>},
    {"data/attribution_words.txt", read_lines},
    {"data/boilerplate.txt", read_phrases},
    {"data/calendar_words.txt", [](std::string_view bytes) { CalendarWords(bytes, replaced_name).month_of("May"); }},
    {"data/clitics.txt", read_word_lists},
    {"data/common_words.txt", read_word_codes},
    {"data/contrary_words.txt", read_lines},
    {"data/copier_words.txt", read_word_codes},
    {"data/counted_words.txt", read_lines},
    {"data/credit_words.txt", read_lines},
    {"data/date_words.txt",
     [](std::string_view bytes) {
       const DateWords words(bytes, replaced_name);
       words.last_cue(sentence);
       words.time_back("3 hours ago");
       words.zone("EST");
     }},
    {"data/deeds.txt", read<DeedWords>},
    {"data/dependent_openings.txt", read_lines},
    {"data/families.txt", read_lines},
    {"data/function_words.txt", read_lines},
    {"data/given_names.txt", read_names},
    {"data/governments.txt", [](std::string_view bytes) { Countries(bytes, replaced_name).role_of("Norland"); }},
    {"data/happenings.txt", read<Happenings>},
    {"data/joined_prefixes.txt", read_word_lists},
    {"data/joining_words.txt", read_name_lists},
    {"data/language_words.txt", read_lines},
    {"data/name_sounds.txt", read_names},
    {"data/name_words.txt", read_names},
    {"data/nicknames.txt", read_names},
    {"data/numbers.txt", read_numbers},
    {"data/order.txt", read_lines},
    {"data/organization_words.txt", read_name_lists},
    {"data/outlet_addresses.txt", read_lines},
    {"data/outlet_names.txt", read_lines},
    {"data/page_dates.txt", read_lines},
    {"data/page_words.txt", read_lines},
    {"data/place_phrases.txt", read_lines},
    {"data/place_words.txt", read_name_lists},
    {"data/reference_words.txt", read_lines},
    {"data/role_synonyms.txt", read<RoleSynonyms>},
    {"data/roles.txt", read_name_lists},
    {"data/saying_words.txt", [](std::string_view) { SayingWords().of("say"); }},
    {"data/sentence_words.txt", read_word_lists},
    {"data/source_words.txt", read<SourceWords>},
    {"data/standing_passages.txt", read_lines},
    {"data/stances.txt", read_stances},
    {"data/tense_words.txt", read_lines},
    {"data/times.txt", read_times},
    {"data/titles.txt", read_names},
    {"data/units.txt", read_units},
    {"data/units_on_numbers.txt", read_word_lists},
    {"models/lemmas.bin", read_lexicon},
};

}  // namespace

}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view input = as_text(data, size);
  const std::size_t line = input.find('\n');
  const std::string_view name = input.substr(0, line);
  const auto* const named =
      std::find_if(std::begin(files), std::end(files), [&](const File& one) { return one.name == name; });
  if (line == std::string_view::npos || named == std::end(files)) return -1;
  const File& file = *named;
  const std::string bytes(input.substr(line + 1));
  replaced_name = file.name;
  replacement = bytes;
  try {
    file.read(bytes);
  } catch (const std::runtime_error& error) {
    if (std::string_view(error.what()).find(file.name) == std::string_view::npos) {
      std::fprintf(stderr, "%s is not named: %s\n", std::string(file.name).c_str(), error.what());
      expect(false);
    }
  }
  return 0;
}
