// Rules over the cue, what it is done to and who does it. A use that they do not know stays what the model took it for.
#include "extract/attributions/silent_uses.h"

#include <optional>

namespace hearsay {

namespace {

char first_letter(const AttributionView& view, std::uint32_t word) { return view.text[view.span(word).begin]; }

// "so-called"
bool is_so_called(const AttributionView& view, std::uint32_t cue) {
  static const std::uint32_t so = hash_word("so");
  return cue >= 2 && view.words[cue - 1].sign == '-' && view.words[cue - 2].form == so &&
         view.span(cue - 1).end == view.span(cue).begin;
}

// Quoted words behind the cue that are written as a name: no noun, verb or adjective in small letters.
bool gives_quoted_name(const AttributionView& view, const Draft& draft) {
  bool quoted = false;
  for (const WordRange& range : draft.content)
    for (std::uint32_t word = range.first; word < range.last; ++word) {
      const ViewedWord& here = view.words[word];
      if (here.quotation < 0 || here.sign != 0) continue;
      const bool heavy = is_noun(here) || here.tag == Tag::VERB || here.tag == Tag::ADJ;
      const char letter = first_letter(view, word);
      if (heavy && letter >= 'a' && letter <= 'z') return false;
      quoted = quoted || heavy;
    }
  return quoted;
}

// "dubbed it "a disaster"": a judgement, and no name.
bool calls_it_a_thing(const AttributionView& view, const Draft& draft) {
  static const std::uint32_t a = hash_word("a"), an = hash_word("an");
  for (const WordRange& range : draft.content)
    for (std::uint32_t word = range.first; word < range.last; ++word) {
      const ViewedWord& here = view.words[word];
      if (here.quotation >= 0 && here.sign == 0)
        return (here.form == a || here.form == an) && first_letter(view, word) == 'a';
    }
  return false;
}

bool gives_name(const AttributionView& view, const FormWords& words, const Draft& draft) {
  const std::uint32_t cue = draft.cue_word;
  if (view.words[cue].tag != Tag::VERB) return false;
  if (words.has(view, cue, FormWord::naming)) return !calls_it_a_thing(view, draft);
  return words.has(view, cue, FormWord::calling) && draft.source.empty() && gives_quoted_name(view, draft);
}

// The noun that a verb's deed is done to; none where it has no object.
std::optional<std::uint32_t> object_of(const AttributionView& view, std::uint32_t verb) {
  if (const auto passive = view.tree.child(verb, Relation::nsubj_pass)) return passive;
  return view.tree.child(verb, Relation::obj);
}

// A place's name may stand for those who govern it, so it does not count.
bool is_struck(const AttributionView& view, const FormWords& words, std::uint32_t word) {
  if (view.words[word].name != 0 && view.words[word].tag == Tag::PROPN) return false;
  return words.has(view, word, FormWord::struck) || (words.is_place(view, word) && !words.is_body(view, word));
}

bool strikes(const AttributionView& view, const FormWords& words, std::uint32_t verb) {
  const Subject subject = subject_of(view, verb);
  const bool has_doer = subject.way != SubjectWay::none && subject.way != SubjectWay::described;
  if (has_doer && words.has(view, subject.word, FormWord::striker)) return true;
  const auto object = object_of(view, verb);
  if (object) return is_struck(view, words, *object);
  for (const std::uint32_t at : view.tree.children(verb))
    if (view.words[at].relation == Relation::obl && at > verb && is_struck(view, words, at)) return true;
  return false;
}

// "charges nine crowns a head", "charged a fee"; but not "charged that the firm had lied".
bool takes_price(const AttributionView& view, const FormWords& words, std::uint32_t verb) {
  static const std::uint32_t charge = hash_word("charge");
  if (view.words[verb].lemma != charge || view.tree.child(verb, Relation::ccomp)) return false;
  for (const std::uint32_t at : view.tree.children(verb)) {
    const ViewedWord& word = view.words[at];
    if (at < verb || (word.relation != Relation::obj && word.relation != Relation::obl_unmarked)) continue;
    if (word.tag == Tag::NUM || word.tag == Tag::SYM || words.has(view, at, FormWord::price)) return true;
  }
  const std::uint32_t last = view.sentence(view.words[verb].sentence).last;
  return verb + 1 < last && (view.words[verb + 1].tag == Tag::NUM || view.words[verb + 1].tag == Tag::SYM);
}

}  // namespace

bool says_nothing(const AttributionView& view, const FormWords& words, const Draft& draft) {
  const std::uint32_t cue = draft.cue_word;
  if (is_so_called(view, cue) || gives_name(view, words, draft) || takes_price(view, words, cue)) return true;
  if (is_noun(view.words[cue])) return words.has(view, cue, FormWord::event);
  return words.has(view, cue, FormWord::blow) && strikes(view, words, cue);
}

}  // namespace hearsay
