#include "itemise/speakers/speaker_groups.h"

#include "dissect/words/saying_words.h"
#include "itemise/words/word_kinds.h"

namespace hearsay {

std::int32_t noun_relation_group(Relation name) {
  if (name == Relation::nsubj || name == Relation::nsubj_outer) return 1;
  if (name == Relation::obl_agent) return 2;
  if (name == Relation::nsubj_pass) return 3;
  if (name == Relation::obj || name == Relation::iobj) return 4;
  if (is_a(name, Relation::obl)) return 5;
  if (name == Relation::nmod_poss) return 6;
  if (is_a(name, Relation::nmod)) return 7;
  if (name == Relation::appos) return 8;
  if (name == Relation::compound || name == Relation::flat || name == Relation::amod) return 9;
  if (name == Relation::conj) return 10;
  if (name == Relation::root) return 11;
  if (name == Relation::parataxis) return 12;
  return 13;
}

std::int32_t clause_relation_group(Relation name) {
  if (name == Relation::root) return 1;
  if (name == Relation::ccomp) return 2;
  if (name == Relation::parataxis) return 3;
  if (name == Relation::conj) return 4;
  if (name == Relation::xcomp) return 5;
  if (is_a(name, Relation::advcl)) return 6;
  if (name == Relation::acl_relcl) return 7;
  if (name == Relation::acl) return 8;
  if (name == Relation::appos) return 9;
  if (is_a(name, Relation::nsubj) || is_a(name, Relation::csubj)) return 10;
  if (name == Relation::obj) return 11;
  return 12;
}

// The prepositions by which a text leads to a speaker: a closed set, whose numbers the trained trees know.
std::int32_t preposition_group(std::string_view lemma) {
  if (lemma == "by") return 2;
  if (lemma == "from") return 3;
  if (lemma == "of") return 4;
  if (lemma == "to" || lemma == "accord") return 5;
  if (lemma == "per") return 6;
  if (lemma == "in" || lemma == "at" || lemma == "on") return 7;
  if (lemma == "for" || lemma == "with") return 8;
  return 9;
}

std::int32_t noun_group(std::string_view lemma) {
  switch (word_kinds().of_noun(lemma)) {
    case 0:
      return 0;
    case noun_kind::person:
      return 1;
    case noun_kind::group:
      return 2;
    case noun_kind::communication:
      return 3;
    case noun_kind::location:
      return 4;
    case noun_kind::time:
      return 5;
    case noun_kind::act:
      return 6;
    case noun_kind::artifact:
      return 7;
    case noun_kind::quantity:
      return 8;
    default:
      return 9;
  }
}

std::int32_t verb_group(std::string_view lemma) {
  switch (word_kinds().of_verb(lemma)) {
    case 0:
      return 0;
    case verb_kind::communication:
      return 1;
    case verb_kind::cognition:
      return 2;
    case verb_kind::perception:
      return 3;
    default:
      return 4;
  }
}

std::int32_t cue_group(std::string_view lemma) {
  const SayingSorts sorts = saying_words().of(lemma) & SayingSort::cue;
  const auto is_of = [&](SayingSorts sort) { return (sorts & sort) != 0; };
  if (sorts == 0) return 0;
  if (is_of(SayingSort::say) || is_of(SayingSort::tell)) return 1;
  if (is_of(SayingSort::claim) || is_of(SayingSort::concede)) return 2;
  if (is_of(SayingSort::deny) || is_of(SayingSort::silence)) return 3;
  if (is_of(SayingSort::show)) return 4;
  if (is_of(SayingSort::believe) || is_of(SayingSort::feel)) return 5;
  if (is_of(SayingSort::urge) || is_of(SayingSort::promise) || is_of(SayingSort::ask)) return 6;
  if (is_of(SayingSort::judge)) return 7;
  return 8;
}

}  // namespace hearsay
