// Reads the lists of word forms into a table for each kind of word: irregular forms as they stand, regular verbs by the
// spelling rules of English ("try, tries, tried, trying"; "vote, voting"; "stop, stopped"; "label, labeled, labelled").
// Words on neither list are left to what a treebank taught (lemmas.cpp).
#include "dissect/known_forms.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// Cuts the next piece off, up to the mark.
std::string_view next_piece(std::string_view& rest, std::string_view marks) {
  const std::size_t end = rest.find_first_of(marks);
  const std::string_view piece = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return piece;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool hisses(std::string_view base) {
  for (const std::string_view end : {"s", "x", "z", "ch", "sh", "o"})
    if (base.ends_with(end)) return true;
  return false;
}

}  // namespace

KnownForms::KnownForms(std::string_view irregular, std::string_view regular_verbs) {
  verbs_.reserve(8192);
  read_irregular(irregular);
  read_regular_verbs(regular_verbs);
}

void KnownForms::read_irregular(std::string_view lines) {
  Table* table = nullptr;
  std::vector<std::pair<Table*, std::string_view>> bases;
  std::size_t number = 0;
  const auto fail = [&](const std::string& reason) {
    throw std::runtime_error("data/irregular_forms.txt:" + std::to_string(number) + ": " + reason);
  };
  while (!lines.empty()) {
    ++number;
    std::string_view line = trimmed(next_piece(lines, "\n"));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      table = line == "[verb]" ? &verbs_ : line == "[noun]" ? &nouns_ : line == "[adjective]" ? &adjectives_ : nullptr;
      if (table == nullptr) fail("only [verb], [noun] and [adjective] are known");
      continue;
    }
    if (table == nullptr || line.find(':') == std::string_view::npos) fail("not of the form \"word: its forms\"");
    const std::string_view base = trimmed(next_piece(line, ":"));
    bases.emplace_back(table, base);
    while (!line.empty()) {
      const std::string_view form = next_piece(line, blanks);
      if (form.empty()) continue;
      const auto [place, is_new] = table->emplace(form, base);
      if (!is_new && place->second != base) fail("\"" + std::string(form) + "\" is a form of another word too");
    }
  }
  // "Swing" is no "-ing" of anything; but "saw" stays "see".
  for (const auto& [kind, base] : bases) kind->emplace(base, base);
}

void KnownForms::read_regular_verbs(std::string_view lines) {
  while (!lines.empty()) {
    std::string_view line = next_piece(lines, "\n");
    if (line.starts_with('#')) continue;
    while (!line.empty()) {
      std::string_view base = next_piece(line, blanks);
      const bool doubles = base.ends_with('+');
      if (doubles) base.remove_suffix(1);
      if (base.size() > 1) add_regular_verb(base, doubles);
    }
  }
}

// What stands there already, an irregular form or one of a verb further up, stays.
void KnownForms::add_regular_verb(std::string_view base, bool doubles) {
  const auto add = [&](std::string_view stem, std::string_view ending) {
    verbs_.emplace(std::string(stem) + std::string(ending), base);
  };
  const char last = base.back(), before = base[base.size() - 2];
  const std::string_view stem = base.substr(0, base.size() - 1);
  const std::string doubled = std::string(base) + last;
  add(base, "");
  if (last == 'y' && !is_vowel(before)) {
    add(stem, "ies");
    add(stem, "ied");
    add(base, "ing");
    return;
  }
  add(base, hisses(base) ? "es" : "s");
  if (last == 'e') {
    add(base, "d");
    const bool keeps = before == 'e' || before == 'o' || before == 'y';  // "seeing", "dyeing"
    add(keeps ? base : stem, "ing");
    return;
  }
  const bool both = last == 'l' && is_vowel(before);  // "labeled" and "labelled"
  if (doubles || both) {
    add(doubled, "ed");
    add(doubled, "ing");
  }
  if (doubles && !both) return;
  add(base, "ed");
  add(base, "ing");
}

std::optional<std::string_view> KnownForms::find(std::string_view small_word, Tag tag) const {
  const Table* table = table_for(tag);
  if (table == nullptr) return std::nullopt;
  const auto found = table->find(small_word);
  return found == table->end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

const KnownForms::Table* KnownForms::table_for(Tag tag) const {
  switch (tag) {
    case Tag::VERB:
      return &verbs_;
    case Tag::NOUN:
      return &nouns_;
    case Tag::ADJ:
      return &adjectives_;
    default:
      return nullptr;
  }
}

}  // namespace hearsay
