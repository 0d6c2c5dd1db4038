// Any bytes in the place of a list or rule file that a user may replace (HEARSAY_DATA): the first byte chooses the
// file, the rest is what it holds. It is read as the program reads it, and what was read is asked about one sentence.
// A broken file must end in an error that names it. This program has a resource() of its own, so that a reader gets the
// bytes without the cache that the real one keeps.
#include "bytes.h"

#include "base/embedded.h"
#include "base/named_lists.h"
#include "base/resources.h"
#include "clean/month_names.h"
#include "clean/word_rules.h"
#include "dissect/known_forms.h"
#include "dissect/word_parts.h"
#include "extract/attributions/lexicon.h"
#include "extract/names/lists.h"
#include "extract/quantities/rules.h"
#include "extract/quantities/units.h"
#include "extract/references/references.h"
#include "extract/times/rules.h"
#include "group/held/word_codes.h"
#include "identify/countries.h"
#include "identify/name_words.h"
#include "itemise/agencies.h"
#include "itemise/happenings.h"
#include "itemise/reporting_words.h"
#include "itemise/source_words.h"
#include "itemise/stances.h"
#include "match/likeness.h"
#include "measure/evidence/deeds.h"

#include <cmath>
#include <cstdio>
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

void read_named(std::string_view bytes) {
  for (const NamedList& list : read_named_lists(bytes, replaced_name)) {
    expect(!list.names.empty());
    for (const std::string_view name : list.names)
      expect(!name.empty() && name.data() >= bytes.data() && name.data() + name.size() <= bytes.data() + bytes.size());
  }
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

void read_forms(std::string_view bytes) {
  const bool irregular = replaced_name == "data/irregular_forms.txt";
  const KnownForms forms(irregular ? bytes : std::string_view(), irregular ? std::string_view() : bytes);
  for_each_word([&](std::string_view word) { forms.find(word, Tag::VERB); });
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

void read_points(std::string_view) {
  const LikenessModel model;
  expect(!std::isnan(model.probability(Clues{})));
}

template <class List>
void read(std::string_view) {
  const List list;
}

struct File {
  std::string_view name;
  void (*read)(std::string_view bytes);
};

// New ones go last, so that the seeds go on meaning what they mean.
constexpr File files[] = {
    {"data/families.csv", read_named},
    {"data/outlet_names.csv", read_named},
    {"data/agencies.csv", read<Agencies>},
    {"data/times.txt", read_times},
    {"data/numbers.txt", read_numbers},
    {"data/units.txt", read_units},
    {"data/name_sounds.txt", read_names},
    {"data/name_words.txt", read_names},
    {"data/nicknames.txt", read_names},
    {"data/titles.txt", read_names},
    {"data/roles.txt", read_name_lists},
    {"data/organization_words.txt", read_name_lists},
    {"data/boilerplate.txt", read_phrases},
    {"data/month_names.txt", [](std::string_view bytes) { MonthNames(bytes, replaced_name).number_of("May"); }},
    {"data/abbreviations.txt", read_word_lists},
    {"data/clitics.txt", read_word_lists},
    {"data/irregular_forms.txt", read_forms},
    {"data/regular_verbs.txt", read_forms},
    {"data/copier_words.txt", read_word_codes},
    {"data/common_words.txt", read_word_codes},
    {"data/stances.txt", read_stances},
    {"data/points.txt", read_points},
    {"data/attribution_cues.txt", [](std::string_view bytes) { CueLexicon(bytes).sorts_of("say"); }},
    {"data/role_synonyms.txt", read<RoleSynonyms>},
    {"data/happenings.txt", read<Happenings>},
    {"data/telling_words.txt", read<ReportingWords>},
    {"data/source_words.txt", read<SourceWords>},
    {"data/deeds.txt", read<DeedWords>},
    {"data/governments.txt", [](std::string_view bytes) { Countries(bytes, replaced_name).role_of("Norland"); }},
};

}  // namespace

}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  if (size == 0) return -1;
  const File& file = files[data[0] % std::size(files)];
  const std::string bytes(as_text(data + 1, size - 1));
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
