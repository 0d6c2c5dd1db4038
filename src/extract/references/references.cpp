// One pass over the text keeps what was named or described so far ("referents"), each with when it last stood, whether
// as a subject, its sex where a forename, title or noun tells it, and the roles given to it. A stand-in is led to the
// referent that fits and is most salient, if that one stands out; else to nothing.
//
// Not done: "who" and "which", "we" and "I", things ("the report ... it"), events ("this").
#include "extract/references/references.h"

#include "dissect/words/function_words.h"
#include "extract/references/discourse.h"
#include "extract/references/phrases.h"
#include "extract/references/reference_words.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t none = Discourse::none;
constexpr double least_score = 4.0;  // below this a referent is too far away
constexpr double least_lead = 1.5;   // by which the best must stand out

class Resolver {
 public:
  Resolver(std::string_view text, const Dissection& dissection, const Names& names, const NameLists& lists,
           const Gazetteer& gazetteer, const RoleSynonyms& synonyms)
      : text_(text),
        dissection_(dissection),
        names_(names),
        lists_(lists),
        synonyms_(synonyms),
        told_(text, dissection, names, lists, gazetteer) {}

  std::vector<Reference> resolve();

 private:
  void read_sentence(std::size_t s);
  void see_phrase(const StandinPhrase& phrase, std::size_t s);
  void see_pronoun(const StandinPhrase& phrase, std::size_t s);
  void answer(const StandinPhrase& phrase, std::size_t s, std::size_t referent, std::string why);

  std::optional<std::size_t> person_for(const StandinPhrase& phrase, std::size_t s);
  std::optional<std::size_t> thing_for(const StandinPhrase& phrase, std::size_t s);
  std::optional<std::size_t> people_for(const StandinPhrase& phrase, std::size_t s);
  std::optional<std::size_t> later_for(const StandinPhrase& phrase, std::size_t s);
  std::optional<std::size_t> role_for(const StandinPhrase& phrase, std::size_t s);
  bool role_fits(const StandinPhrase& phrase, const Referent& referent, bool exactly) const;
  bool place_fits(const StandinPhrase& phrase, const Referent& referent) const;
  double salience(const Referent& referent, std::size_t s) const;
  std::optional<std::size_t> standing_out(const std::vector<std::pair<double, std::size_t>>& scored) const;
  bool is_filler(const StandinPhrase& phrase) const;
  bool plural_things_since(std::uint32_t from, std::uint32_t to) const;

  std::string_view text_;
  const Dissection& dissection_;
  const Names& names_;
  const NameLists& lists_;
  const RoleSynonyms& synonyms_;
  Discourse told_;
  std::vector<Reference> references_;
};

void Resolver::answer(const StandinPhrase& phrase, std::size_t s, std::size_t index, std::string why) {
  Referent& referent = told_.referents[index];
  references_.push_back({told_.span(phrase.first, phrase.last), referent.words, std::move(why)});
  told_.stand(referent, index, s, phrase.first, phrase.last);
}

double Resolver::salience(const Referent& referent, std::size_t s) const {
  double score = 10 - 3.0 * static_cast<double>(s - referent.sentence);
  // An object is nearly as good: "X met Y. He ..." may be either.
  if (referent.subject)
    score += 3;
  else if (referent.object)
    score += 2;
  if (referent.speaker) score += 1;
  if (referent.possessive) score -= 1;
  if (referent.owned) score -= 5;
  return score + 0.2 * static_cast<double>(std::min<std::size_t>(referent.times, 4));
}

std::optional<std::size_t> Resolver::standing_out(const std::vector<std::pair<double, std::size_t>>& scored) const {
  if (scored.empty()) return std::nullopt;
  auto best = scored[0];
  double second = -100;
  for (std::size_t i = 1; i < scored.size(); ++i) {
    if (scored[i].first > best.first) {
      second = best.first;
      best = scored[i];
    } else {
      second = std::max(second, scored[i].first);
    }
  }
  if (best.first < least_score || best.first - second < least_lead) return std::nullopt;
  return best.second;
}

std::optional<std::size_t> Resolver::person_for(const StandinPhrase& phrase, std::size_t s) {
  const char sex = phrase.kind == Standin::he ? 'm' : 'w';
  const auto verb = told_.governor_of(phrase.first, phrase.last).word;
  const bool quoted = told_.in_quote[phrase.first];
  std::vector<std::pair<double, std::size_t>> scored;
  for (const std::size_t i : told_.recent()) {
    const Referent& referent = told_.referents[i];
    if (referent.kind != Kind::person || referent.plural) continue;
    if (referent.sex != '?' && referent.sex != sex) continue;
    if (s - referent.sentence > 3) continue;
    // Two different arguments of one verb are two persons, but for "his".
    const bool same_verb = referent.sentence == s && verb && referent.verb == verb;
    if (same_verb && !phrase.possessive) continue;
    if (quoted && i == told_.speaker) continue;
    scored.emplace_back(salience(referent, s) + (referent.sex == sex ? 1.5 : 0), i);
  }
  return standing_out(scored);
}

// "it is clear that", "it rained": stands for nothing.
bool Resolver::is_filler(const StandinPhrase& phrase) const {
  const Token& it = dissection_.tokens[phrase.first];
  if (it.relation == Relation::expl) return true;
  if (it.head == no_head) return true;
  return !is_a(it.relation, Relation::nsubj) && !phrase.possessive;
}

std::optional<std::size_t> Resolver::thing_for(const StandinPhrase& phrase, std::size_t s) {
  if (is_filler(phrase)) return std::nullopt;
  const auto verb = told_.governor_of(phrase.first, phrase.last).word;
  const std::string lemma = verb ? dissection_.tokens[*verb].lemma : std::string();
  const bool speaks = !phrase.possessive && reports(lemma);
  std::vector<std::pair<double, std::size_t>> scored;
  for (const std::size_t i : told_.recent()) {
    const Referent& referent = told_.referents[i];
    const bool body = referent.kind == Kind::organization;
    if (referent.plural || (!body && (referent.kind != Kind::place || speaks))) continue;
    if (s - referent.sentence > 1) continue;
    if (referent.sentence == s && verb && referent.verb == verb && !phrase.possessive) continue;
    if (told_.in_quote[phrase.first] && i == told_.speaker && !phrase.possessive) continue;
    scored.emplace_back(salience(referent, s) + (body ? 0.5 : 0), i);
  }
  const auto best = standing_out(scored);
  if (!best) return std::nullopt;
  // Things can be "it" too, so only what was a subject is trusted, or a speaker's own "it".
  const Referent& referent = told_.referents[*best];
  if (!referent.subject) return std::nullopt;
  if (phrase.possessive && referent.sentence != s) {
    // "Its": something else may own between; the sentence's own subject goes first.
    return phrase.first <= dissection_.sentences[s].first ? best : std::nullopt;
  }
  if (phrase.possessive || speaks || referent.speaker) return best;
  if (reference_words().has(lemma, ReferenceWord::impersonal)) return std::nullopt;
  return phrase.first <= dissection_.sentences[s].first + 1 || referent.sentence == s ? best : std::nullopt;
}

// Is there a plural noun that is no role between the tokens? It might be what "they" stands for.
bool Resolver::plural_things_since(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    const Token& word = dissection_.tokens[i];
    if (word.tag != Tag::NOUN || told_.in_name[i]) continue;
    const std::string form = told_.small(i);
    if (form.ends_with("s") && folded(word.lemma) != form && is_a(word.relation, Relation::nsubj)) return true;
  }
  return false;
}

std::optional<std::size_t> Resolver::people_for(const StandinPhrase& phrase, std::size_t s) {
  const auto verb = told_.governor_of(phrase.first, phrase.last).word;
  std::vector<std::pair<double, std::size_t>> scored;
  for (const std::size_t i : told_.recent()) {
    const Referent& referent = told_.referents[i];
    const bool police = referent.kind == Kind::organization && !referent.roles.empty() &&
                        reference_words().has(referent.roles[0], ReferenceWord::plural_body);
    if ((!referent.plural && !police) || s - referent.sentence > 1) continue;
    if (referent.sentence == s && verb && referent.verb == verb && !phrase.possessive) continue;
    if (told_.in_quote[phrase.first] && i == told_.speaker) continue;
    scored.emplace_back(salience(referent, s), i);
  }
  const auto best = standing_out(scored);
  if (!best || !told_.referents[*best].subject) return std::nullopt;
  if (plural_things_since(told_.referents[*best].token_end, phrase.first)) return std::nullopt;
  return best;
}

// "When he arrived, X said ...": no one before fits, and the main clause's subject follows the comma.
std::optional<std::size_t> Resolver::later_for(const StandinPhrase& phrase, std::size_t s) {
  const Sentence& sentence = dissection_.sentences[s];
  if (told_.in_quote[phrase.first] || !function_words().has(told_.small(sentence.first), FunctionWord::first_clause))
    return std::nullopt;
  for (std::size_t m = told_.next_mention; m < names_.mentions.size() && told_.mention_first[m] < sentence.last; ++m) {
    if (names_.mentions[m].kind != EntityKind::person) continue;
    const bool subject = told_.governor_of(told_.mention_first[m], told_.mention_last[m]).of_subject;
    const bool comma = [&] {
      for (std::uint32_t i = phrase.last; i < told_.mention_first[m]; ++i)
        if (told_.token(i) == ",") return true;
      return false;
    }();
    if (!subject || !comma) return std::nullopt;
    const std::size_t index = told_.referent_of_mention(m);
    Referent& referent = told_.referents[index];
    const char sex = phrase.kind == Standin::he ? 'm' : 'w';
    if (referent.sex != '?' && referent.sex != sex) return std::nullopt;
    referent.words = names_.mentions[m].span;
    return index;
  }
  return std::nullopt;
}

bool Resolver::place_fits(const StandinPhrase& phrase, const Referent& referent) const {
  if (reference_words().has(phrase.role, ReferenceWord::country)) return referent.known & country;
  if (reference_words().has(phrase.role, ReferenceWord::town))
    return (referent.known & (large_city | town)) && !(referent.known & country);
  return false;
}

bool Resolver::role_fits(const StandinPhrase& phrase, const Referent& referent, bool exactly) const {
  if (referent.plural != phrase.plural) return false;
  if ((phrase.facts & role_of_men) && referent.sex == 'w') return false;
  if ((phrase.facts & role_of_women) && referent.sex == 'm') return false;
  // "the health minister" is not the finance minister; "the former minister" is not the minister.
  const std::string full = phrase.before.empty() ? std::string() : phrase.before + " " + phrase.role;
  const bool narrowed = !phrase.before.empty();
  const auto fits = [&](std::string_view word) {
    return exactly ? phrase.role == word : synonyms_.fits(phrase.role, word);
  };
  bool found = false;
  for (const std::string& role : referent.roles) found = found || fits(role);
  for (const std::string& word : referent.name_words) found = found || fits(word);
  if (!found) return false;
  bool contrary = false;
  for (const std::string& other : referent.full_roles) {
    if (other == full) return true;
    if (other.ends_with(" " + phrase.role))
      contrary = narrowed || other.starts_with("former ") || other.starts_with("ex ");
  }
  return !contrary;
}

// The one referent of the role; the latest of several only when the others are long past.
std::optional<std::size_t> Resolver::role_for(const StandinPhrase& phrase, std::size_t s) {
  const bool pair = reference_words().has(phrase.role, ReferenceWord::two) || phrase.before == "two";
  const bool trio = reference_words().has(phrase.role, ReferenceWord::three) || phrase.before == "three";
  for (const bool exactly : {true, false}) {
    std::vector<std::size_t> found;
    const auto consider = [&](std::size_t i) {
      const Referent& referent = told_.referents[i];
      bool fits = false;
      if (pair || trio) {
        const Kind kind = (phrase.facts & organization_role) ? Kind::organization
                          : (phrase.facts & place_role)      ? Kind::place
                                                             : Kind::people;
        fits = referent.members == (pair ? 2u : 3u) && referent.kind == kind && s - referent.sentence <= 2;
      } else {
        fits = role_fits(phrase, referent, exactly) ||
               (!exactly && place_fits(phrase, referent) && s - referent.sentence <= 2);
      }
      if (fits && std::find(found.begin(), found.end(), i) == found.end()) found.push_back(i);
    };
    for (std::size_t i = told_.order.size(); i-- > 0 && told_.order.size() - i <= 200 && found.size() < 2;)
      consider(told_.order[i]);
    if (found.empty()) continue;
    if (found.size() == 1) return found[0];
    const Referent &latest = told_.referents[found[0]], &other = told_.referents[found[1]];
    if (s - latest.sentence <= 1 && latest.sentence >= other.sentence + 3) return found[0];
    if (s - latest.sentence <= 1 && latest.subject && !other.subject && latest.sentence > other.sentence)
      return found[0];
    return std::nullopt;
  }
  return std::nullopt;
}

void Resolver::see_phrase(const StandinPhrase& phrase, std::size_t s) {
  if (phrase.kind == Standin::role) {
    if (told_.give_role(phrase, s)) return;
    const bool asks = phrase.definite && (!phrase.complete || (phrase.facts & people_role));
    if (const auto found = asks ? role_for(phrase, s) : std::nullopt) {
      const Referent& referent = told_.referents[*found];
      answer(phrase, s, *found,
             referent.named == none ? "the phrase with that role" : "the name with the role “" + phrase.role + "”");
      return;
    }
    const bool bare_plural = phrase.plural && phrase.indefinite;
    if (!phrase.definite && !phrase.indefinite && !phrase.owned && !bare_plural) return;
    told_.new_phrase(phrase, s);
    return;
  }
  see_pronoun(phrase, s);
}

void Resolver::see_pronoun(const StandinPhrase& phrase, std::size_t s) {
  std::optional<std::size_t> found;
  std::string why = "the most salient name before that fits";
  if (phrase.kind == Standin::he || phrase.kind == Standin::she) {
    found = person_for(phrase, s);
    if (!found) {
      bool someone = false;
      for (const std::size_t i : told_.recent())
        someone =
            someone ||
            (told_.referents[i].kind == Kind::person && s - told_.referents[i].sentence <= 2 &&
             told_.referents[i].token < phrase.first &&
             (told_.referents[i].sex == '?' || told_.referents[i].sex == (phrase.kind == Standin::he ? 'm' : 'w')));
      if (!someone) found = later_for(phrase, s);
      why = "the subject of the main clause that follows";
    }
  } else if (phrase.kind == Standin::it) {
    found = thing_for(phrase, s);
  } else {
    found = people_for(phrase, s);
  }
  if (found) answer(phrase, s, *found, std::move(why));
}

void Resolver::read_sentence(std::size_t s) {
  const Sentence& sentence = dissection_.sentences[s];
  const auto phrases = standins_of(text_, dissection_, sentence, told_.in_name, lists_);
  std::size_t p = 0;
  while (p < phrases.size() ||
         (told_.next_mention < names_.mentions.size() && told_.mention_first[told_.next_mention] < sentence.last)) {
    const bool mention = told_.next_mention < names_.mentions.size() &&
                         told_.mention_first[told_.next_mention] < sentence.last &&
                         (p == phrases.size() || told_.mention_first[told_.next_mention] < phrases[p].first);
    if (mention) {
      told_.see_mention(told_.next_mention, s);
      ++told_.next_mention;
    } else {
      see_phrase(phrases[p++], s);
    }
  }
}

std::vector<Reference> Resolver::resolve() {
  for (std::size_t s = 0; s < dissection_.sentences.size(); ++s) read_sentence(s);
  return std::move(references_);
}

}  // namespace

std::vector<Reference> find_references(std::string_view text, const Dissection& dissection, const Names& names,
                                       const NameLists& lists, const Gazetteer& gazetteer,
                                       const RoleSynonyms& synonyms) {
  return Resolver(text, dissection, names, lists, gazetteer, synonyms).resolve();
}

}  // namespace hearsay
