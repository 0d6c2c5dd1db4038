// Keeping what was said of whom: each mention and role phrase makes or renews a referent. Subjects, objects and
// appositions are read off the tree; titles and roles beside a name are kept as its roles.
#include "extract/references/discourse.h"

#include "base/one_of.h"
#include "dissect/words/saying_words.h"
#include "extract/names/grouping.h"
#include "extract/references/reference_words.h"

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t most_recent = 12;  // how many referents back are looked at

}  // namespace

bool reports(std::string_view lemma) { return (saying_words().of(lemma) & SayingSort::speaks) != 0; }

Discourse::Discourse(std::string_view text, const Dissection& dissection, const Names& names, const NameLists& lists,
                     const Gazetteer& gazetteer)
    : text_(text), dissection_(dissection), tree_(dissection), names_(names), lists_(lists), gazetteer_(gazetteer) {
  prepare();
}

void Discourse::prepare() {
  const auto& tokens = dissection_.tokens;
  in_name.assign(tokens.size(), false);
  in_quote.assign(tokens.size(), false);
  bool quoted = false;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = token(i);
    if (i > 0) {
      const std::string_view gap = text_.substr(tokens[i - 1].span.end, tokens[i].span.begin - tokens[i - 1].span.end);
      if (gap.find('\n') != std::string_view::npos) quoted = false;
    }
    if (word == "“" || word == "``" || word == "«")
      quoted = true;
    else if (word == "”" || word == "''" || word == "»")
      quoted = false;
    else if (word == "\"")
      quoted = !quoted;
    in_quote[i] = quoted;
  }
  std::uint32_t i = 0;
  for (const Mention& mention : names_.mentions) {
    while (i < tokens.size() && tokens[i].span.end <= mention.span.begin) ++i;
    mention_first.push_back(i);
    while (i < tokens.size() && tokens[i].span.begin < mention.span.end) in_name[i++] = true;
    mention_last.push_back(i);
  }
  referent_of_named_.assign(names_.named.size(), none);
}

bool Discourse::has_tree(const Sentence& sentence) const {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (tree_.head(i)) return true;
  return false;
}

// "B" of "A and B said" is a subject too.
Discourse::Governor Discourse::governor_of(std::uint32_t first, std::uint32_t last) const {
  const auto outside = [&](std::optional<std::uint32_t> head) { return !head || *head < first || *head >= last; };
  std::uint32_t at = first;
  while (at < last && !outside(tree_.head(at))) ++at;
  if (at == last) return {};
  Governor found;
  for (int steps = 0; steps < 3; ++steps) {
    found.word = tree_.head(at);
    if (!found.word) return found;
    const Relation relation = tree_.token(at).relation;
    if (is_a(relation, Relation::nsubj)) found.of_subject = true;
    if (relation != Relation::conj && relation != Relation::appos && !is_a(relation, Relation::flat)) return found;
    at = *found.word;
  }
  found.word = tree_.head(at);
  return found;
}

bool Discourse::is_object(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    const Relation relation = dissection_.tokens[i].relation;
    if (relation == Relation::obj || relation == Relation::iobj) return true;
  }
  return false;
}

void Discourse::stand(Referent& referent, std::size_t index, std::size_t s, std::uint32_t first, std::uint32_t last) {
  const Sentence& sentence = dissection_.sentences[s];
  const bool again = referent.times > 0 && referent.sentence == s;
  const Governor governor = governor_of(first, last);
  const bool subject = has_tree(sentence) ? governor.of_subject : first <= sentence.first + 1;
  const bool speaks = subject && governor.word && reports(tree_.token(*governor.word).lemma);
  // A name that was the sentence's subject stays so, though it also stands elsewhere in it.
  referent.subject = subject || (again && referent.subject);
  referent.speaker = speaks || (again && referent.speaker);
  const bool object = !subject && is_object(first, last);
  referent.object = object || (again && referent.object);
  if (!again || subject) referent.verb = subject || object ? governor.word : std::nullopt;
  const std::uint32_t next = last;
  referent.possessive = next < sentence.last && is_one_of(token(next), {"'s", "’s", "'", "’"});
  referent.sentence = s;
  referent.token = first;
  referent.token_end = last;
  ++referent.times;
  if (speaks && !in_quote[first]) speaker = index;
  order.push_back(index);
}

// "Health Minister", "Gen.", "the striker" right before a name are roles of it.
void Discourse::give_title_roles(Referent& referent, std::uint32_t first) {
  constexpr std::uint16_t any = title | person_role;
  for (std::uint32_t i = first; i > 0 && first - i < 3; --i) {
    const std::string word = small(i - 1);
    const std::string plain = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
    const std::uint16_t facts = lists_.facts_of(plain);
    if (!(facts & any)) break;
    if (facts & (title_of_men | role_of_men)) referent.sex = 'm';
    if (facts & (title_of_women | role_of_women)) referent.sex = 'w';
    if (std::find(referent.roles.begin(), referent.roles.end(), plain) != referent.roles.end()) continue;
    referent.roles.push_back(plain);
    if (i > 1 && (dissection_.tokens[i - 2].tag == Tag::PROPN || dissection_.tokens[i - 2].tag == Tag::NOUN ||
                  dissection_.tokens[i - 2].tag == Tag::ADJ))
      referent.full_roles.push_back(small(i - 2) + " " + plain);
  }
}

std::size_t Discourse::referent_of_mention(std::size_t m) {
  const Mention& mention = names_.mentions[m];
  std::size_t& index = referent_of_named_[mention.named];
  if (index != none) return index;
  if (mention.kind == EntityKind::other) return none;
  index = referents.size();
  Referent referent;
  referent.named = mention.named;
  referent.kind = mention.kind == EntityKind::person         ? Kind::person
                  : mention.kind == EntityKind::organization ? Kind::organization
                                                             : Kind::place;
  const std::string& name = names_.named[mention.named].name;
  if (referent.kind == Kind::person) {
    referent.sex = sex_of_name(name, gazetteer_);
  } else {
    NameHash hash;
    hash.add(name);
    referent.known = gazetteer_.facts(hash.value());
    std::string word;
    for (const char c : folded(name) + " ") {
      if (c != ' ' && c != '-' && c != '.' && c != ',')
        word += c;
      else if (!word.empty())
        referent.name_words.push_back(std::exchange(word, {}));
    }
  }
  referents.push_back(std::move(referent));
  return index;
}

void Discourse::see_mention(std::size_t m, std::size_t s) {
  const std::size_t index = referent_of_mention(m);
  if (index == none) return;
  Referent& referent = referents[index];
  referent.words = names_.mentions[m].span;
  if (referent.kind == Kind::person) give_title_roles(referent, mention_first[m]);
  stand(referent, index, s, mention_first[m], mention_last[m]);
  see_pair(m, s);
}

// "A and B", "A, B and C": the latest mention closes a group of names of one kind.
void Discourse::see_pair(std::size_t m, std::size_t s) {
  const auto joined = [&](std::size_t a, std::size_t b, std::initializer_list<std::string_view> words) {
    if (names_.mentions[a].kind != names_.mentions[b].kind || names_.mentions[a].named == names_.mentions[b].named)
      return false;
    bool found = false;
    if (mention_first[b] > mention_last[a] + 6) return false;
    for (std::uint32_t i = mention_last[a]; i < mention_first[b]; ++i) {
      const std::string word = small(i);
      if (is_one_of(word, words))
        found = true;
      else if (!(lists_.facts_of(word.ends_with('.') ? word.substr(0, word.size() - 1) : word) &
                 (title | person_role)) &&
               dissection_.tokens[i].tag != Tag::ADJ && dissection_.tokens[i].tag != Tag::NOUN &&
               !reference_words().has(word, ReferenceWord::before_name))
        return false;
    }
    return found;
  };
  if (m == 0 || mention_first[m - 1] < dissection_.sentences[s].first || !joined(m - 1, m, {"and", "&"})) return;
  std::size_t first = m - 1;
  while (first > 0 && mention_first[first - 1] >= dissection_.sentences[s].first && joined(first - 1, first, {","}))
    --first;
  if (names_.mentions[m].kind == EntityKind::other) return;
  Referent group;
  group.kind = names_.mentions[m].kind == EntityKind::person         ? Kind::people
               : names_.mentions[m].kind == EntityKind::organization ? Kind::organization
                                                                     : Kind::place;
  group.plural = true;
  group.members = m - first + 1;
  group.words = {names_.mentions[first].span.begin, names_.mentions[m].span.end};
  const std::size_t index = referents.size();
  for (std::size_t i = first; i <= m; ++i) {
    const std::size_t member = referent_of_named_[names_.mentions[i].named];
    if (member == none) continue;
    const char sex = referents[member].sex;
    group.sex = i == first ? sex : group.sex == sex ? sex : '?';
  }
  referents.push_back(std::move(group));
  stand(referents.back(), index, s, mention_first[first], mention_last[first]);
  referents[index].token_end = mention_last[m];
}

void Discourse::add_role(Referent& referent, const StandinPhrase& phrase) {
  if (referent.roles.size() > 16) return;
  referent.roles.push_back(phrase.role);
  if (!phrase.before.empty()) referent.full_roles.push_back(phrase.before + " " + phrase.role);
  if (phrase.facts & role_of_men) referent.sex = 'm';
  if (phrase.facts & role_of_women) referent.sex = 'w';
}

// "X, the minister", "the minister, X,", "the airline X", "the victim as X", "X is a farmer": the phrase describes the
// name beside it.
bool Discourse::give_role(const StandinPhrase& phrase, std::size_t s) {
  const Sentence& sentence = dissection_.sentences[s];
  const auto suits = [&](std::size_t m) {
    const EntityKind kind = names_.mentions[m].kind;
    return (kind == EntityKind::person && (phrase.facts & person_role)) ||
           (kind == EntityKind::organization && (phrase.facts & organization_role)) ||
           (kind == EntityKind::place && (phrase.facts & place_role));
  };
  const auto give = [&](std::size_t m) {
    if (phrase.plural || !suits(m)) return false;
    const std::size_t index = referent_of_mention(m);
    if (index != none) add_role(referents[index], phrase);
    return index != none;
  };
  // A name behind, with or without a comma: the next mention that begins there.
  for (const std::uint32_t end : {phrase.last, phrase.whole_last}) {
    const bool comma = end < sentence.last && (token(end) == "," || token(end) == "as");
    std::size_t m = next_mention;
    while (m < names_.mentions.size() && mention_first[m] < end) ++m;
    const std::uint32_t at = end + (comma ? 1 : 0);
    if (m < names_.mentions.size() && mention_first[m] == at && at < sentence.last && give(m)) return true;
  }
  // A name before: "X, 43, a farmer", "X is a farmer".
  if (next_mention == 0) return false;
  const std::size_t m = next_mention - 1;
  const std::uint32_t end = mention_last[m];
  if (end <= sentence.first || end > phrase.first || phrase.first - end > 4) return false;
  const std::string next = small(end);
  bool plain = true;
  for (std::uint32_t i = end + 1; i < phrase.first; ++i)
    plain = plain && (token(i) == "," || dissection_.tokens[i].tag == Tag::NUM ||
                      reference_words().has(small(i), ReferenceWord::beside_role));
  const bool apposed = next == "," && phrase.first > end;
  const bool is = reference_words().has(next, ReferenceWord::is);
  // "X, the agency said" is no apposition: the phrase is a subject itself.
  if (apposed && is_a(dissection_.tokens[phrase.head].relation, Relation::nsubj)) return false;
  return (apposed || is) && plain && end < phrase.first && give(m);
}

void Discourse::new_phrase(const StandinPhrase& phrase, std::size_t s) {
  Referent referent;
  referent.kind = phrase.plural                        ? Kind::people
                  : (phrase.facts & person_role)       ? Kind::person
                  : (phrase.facts & organization_role) ? Kind::organization
                  : (phrase.facts & place_role)        ? Kind::place
                                                       : Kind::people;
  if (referent.kind == Kind::people) {
    referent.plural = true;
    const std::string front = small(phrase.first);
    referent.members = front == "two" || phrase.before == "two"       ? 2
                       : front == "three" || phrase.before == "three" ? 3
                                                                      : 0;
  }
  referent.owned = phrase.owned;
  referent.words = span(phrase.first, phrase.whole_last);
  const std::size_t index = referents.size();
  add_role(referent, phrase);
  referents.push_back(std::move(referent));
  stand(referents.back(), index, s, phrase.first, phrase.last);
}

std::vector<std::size_t> Discourse::recent() const {
  std::vector<std::size_t> found;
  for (std::size_t i = order.size(); i-- > 0 && found.size() < most_recent && order.size() - i < 40;)
    if (std::find(found.begin(), found.end(), order[i]) == found.end()) found.push_back(order[i]);
  return found;
}

}  // namespace hearsay
