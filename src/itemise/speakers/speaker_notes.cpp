#include "itemise/speakers/speaker_notes.h"

#include "base/folding.h"
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"
#include "itemise/speakers/source_words.h"
#include "itemise/speakers/speaker_groups.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

namespace hearsay {

namespace {

using enum SpeakerClue::Number;

constexpr std::int32_t farthest = 60;  // words; beyond, all is far

std::int32_t as_number(std::size_t value, std::size_t most) { return static_cast<std::int32_t>(std::min(value, most)); }

std::int32_t kind_of_entity(EntityKind kind) { return 1 + static_cast<std::int32_t>(kind); }

bool is_none_word(std::string_view lemma) {
  return function_words().has(lemma, FunctionWord::negation | FunctionWord::no | FunctionWord::neither |
                                         FunctionWord::nobody | FunctionWord::few);
}

// The three persons that a pronoun may stand for: any, the one who speaks, one named before in the clause.
std::int32_t pronoun_group(std::string_view lemma) {
  if (lemma == "who" || lemma == "which" || lemma == "that") return 3;
  return function_words().has(fold(lemma), FunctionWord::first) ? 2 : 1;
}

void note_cue(const DraftPlace& place, const Attribution& a, SpeakerClues& clues) {
  clues[attribution_source_first] = a.source && a.source->begin < a.cue->begin;
  const auto cue = tokens_in(place.tokens, *a.cue);
  SayingSorts sorts = 0;
  for (const Token& token : cue) {
    sorts |= saying_words().of(token.lemma);
    if (token.tag == Tag::VERB && clues[attribution_cue_verb] == 0)
      clues[attribution_cue_verb] = verb_group(token.lemma);
    if (token.lemma == "accord") clues[attribution_cue_accord] = 1;
  }
  const auto is_of = [&](SayingSorts sort) { return (sorts & sort) != 0; };
  clues[attribution_cue_says] = is_of(SayingSort::say) + 2 * is_of(SayingSort::tell);
  clues[attribution_cue_claims] = is_of(SayingSort::claim);
  clues[attribution_cue_denies] = is_of(SayingSort::deny) + 2 * is_of(SayingSort::silence);
  clues[attribution_cue_wants] = is_of(SayingSort::urge) + 2 * is_of(SayingSort::promise);
  clues[attribution_cue_judges] = is_of(SayingSort::judge);
  clues[attribution_cue_believes] = is_of(SayingSort::believe) + 2 * is_of(SayingSort::feel);
  clues[attribution_cue_shows] = is_of(SayingSort::show);
  clues[attribution_cue_noun] = is_of(SayingSort::noun);
  const auto first = static_cast<std::size_t>(cue.data() - place.tokens.data());
  for (std::size_t t = first < 3 ? 0 : first - 3; t < first + cue.size(); ++t)
    clues[attribution_cue_negated] |=
        is_none_word(place.tokens[t].lemma) || function_words().has(place.tokens[t].lemma, FunctionWord::never);
}
// Of the name, wherever it stands.
void note_name(const DraftPlace& place, PossibleSpeaker& speaker) {
  auto& clues = speaker.clues;
  const Source& source = speaker.chain.back();
  clues[chain_length] = as_number(speaker.chain.size(), 9);
  clues[names_in_chain] = static_cast<std::int32_t>(
      std::count_if(speaker.chain.begin(), speaker.chain.end(), [](const Source& s) { return s.entity.has_value(); }));
  if (source.entity) {
    clues[entity_kind] = kind_of_entity(place.voices.entities[*source.entity].kind);
    clues[mentions] = as_number(place.voices.mentions[*source.entity], 20);
    clues[speaks_percent] =
        as_number(place.voices.speaks[*source.entity] * 100 / std::max<std::size_t>(place.voices.attributed, 1), 100);
  }
  const std::string folded = fold(source.name);
  clues[agency] = place.voices.agencies.contains(folded);
  clues[outlet_name] = place.voices.article.outlet && !folded.empty() &&
                       fold(*place.voices.article.outlet).find(folded) != std::string::npos;
  clues[document] = source_words().is_document(folded);
  clues[evidence] = source_words().is_evidence(folded);
}

// Where the word stands that names him.
void note_place(const DraftPlace& place, std::uint32_t head, SpeakerClues& clues) {
  const Token& word = place.tokens[head];
  const bool here = head >= place.sentence().first && head < place.sentence().last;
  clues[in_sentence] = here;
  clues[inside_claim] = place.claim.span.contains(word.span);
  clues[before_claim] = word.span.begin < place.claim.span.begin;
  const std::uint32_t apart = head < place.first ? place.first - head : head >= place.last ? head - place.last + 1 : 0;
  clues[distance] = std::min<std::int32_t>(static_cast<std::int32_t>(apart), farthest);
}

// What kind of word it is; `folded` is the speaker's name.
void note_kind(const DraftPlace& place, const Token& word, const std::string& folded, SpeakerClues& clues) {
  clues[relation] = noun_relation_group(word.relation);
  clues[noun] = word.tag == Tag::NOUN ? noun_group(word.lemma) : 0;
  clues[pronoun] = word.tag == Tag::PRON ? pronoun_group(word.lemma) : 0;
  clues[body] = source_words().is_body(word.lemma);
  clues[person_word] = source_words().is_person(word.lemma);
  const std::string_view written = words_at(place.voices.article.text, word.span);
  clues[plural] = word.tag == Tag::NOUN && written.ends_with('s') && !std::string_view(word.lemma).ends_with('s');
  clues[resolved] = fold(written) != folded && folded.find(fold(written)) == std::string::npos;
  if (const Mention* mention = mention_at(place.voices.marks, word.span))
    clues[mention_kind] = kind_of_entity(mention->kind);
}

// The words that hang on it, and the word that it hangs on.
void note_surroundings(const DraftPlace& place, std::uint32_t head, SpeakerClues& clues) {
  const Token& word = place.tokens[head];
  for (std::uint32_t t = head > 8 ? head - 8 : 0; t < head; ++t) {
    if (place.tokens[t].head != static_cast<std::int32_t>(head)) continue;
    if (place.tokens[t].lemma == "the") clues[definite] = 1;
    if (is_none_word(place.tokens[t].lemma)) clues[none_word] = 1;
    if (place.tokens[t].relation == Relation::case_) clues[preposition] = preposition_group(place.tokens[t].lemma);
  }
  if (is_none_word(word.lemma)) clues[none_word] = 1;
  if (word.head == no_head) return;
  const Token& governor = place.tokens[static_cast<std::size_t>(word.head)];
  clues[governor_cue] = governor.lemma == "accord" ? 9 : cue_group(governor.lemma);
  clues[governor_verb] = governor.tag == Tag::VERB ? verb_group(governor.lemma) : 0;
  clues[governor_tag] = static_cast<std::int32_t>(governor.tag);
}
}  // namespace

DraftPlace::DraftPlace(const ArticleVoices& all, std::size_t draft)
    : voices(all),
      tokens(all.marks.dissection.tokens),
      claim(all.drafts[draft].claim),
      number(draft),
      head(all.drafts[draft].proposition.head),
      sentence_number(all.draft_sentences[draft]) {
  const auto words = tokens_in(tokens, claim.span);
  first = words.empty() ? head : static_cast<std::uint32_t>(words.data() - tokens.data());
  last = words.empty() ? head + 1 : first + static_cast<std::uint32_t>(words.size());
}

void note_pointed_source(const SentenceReading& sentence, const PointedSource& of_claim, const PointedSource& of_said,
                         std::span<PossibleSpeaker> speakers) {
  constexpr std::int32_t unknown = -1;
  const auto here = std::accumulate(of_claim.at.begin(), of_claim.at.end(), std::int32_t{0});
  for (PossibleSpeaker& speaker : speakers) {
    SpeakerClues& clues = speaker.clues;
    clues[pointer_nobody] = of_claim.nobody;
    clues[pointer_elsewhere] = of_claim.elsewhere;
    clues[pointer_here] = here;
    clues[pointer_share] = clues[pointer_said] = unknown;  // named in another sentence
    if (speaker.chain.empty()) {
      clues[pointer_share] = clues[pointer_peak] = of_claim.nobody;
      if (!of_said.at.empty()) clues[pointer_said] = of_said.nobody;
    } else if (const auto words = sentence.pieces_of(speaker.chain.back().span); !words.empty()) {
      const auto [sum, peak] = of_claim.share_of(words);
      clues[pointer_share] = sum;
      clues[pointer_peak] = peak;
      if (!of_said.at.empty()) clues[pointer_said] = of_said.share_of(words).sum;
    }
  }
  for (PossibleSpeaker& speaker : speakers)
    speaker.clues[pointer_rank] =
        static_cast<std::int32_t>(std::count_if(speakers.begin(), speakers.end(), [&](const PossibleSpeaker& other) {
          return other.clues[pointer_share] > speaker.clues[pointer_share];
        }));
}

const Mention* mention_at(const Marks& marks, Span token) {
  const auto& mentions = marks.names.mentions;
  const auto found = std::lower_bound(mentions.begin(), mentions.end(), token.begin,
                                      [](const Mention& m, std::size_t byte) { return m.span.end <= byte; });
  return found != mentions.end() && found->span.overlaps(token) ? &*found : nullptr;
}

std::int32_t share_in(const DraftPlace& place, std::uint32_t attribution) {
  std::size_t held = 0;
  for (const Span content : place.voices.marks.attributions[attribution].content)
    held += intersection(content, place.claim.span).size();
  return as_number(held * 100 / std::max<std::size_t>(place.claim.span.size(), 1), 100);
}

void note_attribution(const DraftPlace& place, std::uint32_t number, PossibleSpeaker& speaker) {
  const Attribution& a = place.voices.marks.attributions[number];
  auto& clues = speaker.clues;
  clues[by_attribution] = 1;
  clues[attribution_kind] = 1 + static_cast<std::int32_t>(a.kind);
  clues[attribution_share] = share_in(place, number);
  clues[attribution_holds_head] = std::any_of(a.content.begin(), a.content.end(), [&](Span content) {
    return content.overlaps(place.tokens[place.head].span);
  });
  const auto own = static_cast<std::int32_t>(place.voices.sentence_of[number]);
  clues[attribution_sentences] = std::clamp(own - static_cast<std::int32_t>(place.sentence_number), -9, 9);
  clues[attribution_has_outer] = a.outer.has_value();
  clues[attribution_is_outer] =
      std::any_of(place.voices.in[place.sentence_number].begin(), place.voices.in[place.sentence_number].end(),
                  [&](std::uint32_t other) { return place.voices.marks.attributions[other].outer == number; });
  if (a.cue) note_cue(place, a, clues);
}

void note_words(const DraftPlace& place, PossibleSpeaker& speaker) {
  note_name(place, speaker);
  const auto head = place.voices.tree.head_of(speaker.chain.back().span);
  if (!head) return;
  note_place(place, *head, speaker.clues);
  note_kind(place, place.tokens[*head], fold(speaker.chain.back().name), speaker.clues);
  note_surroundings(place, *head, speaker.clues);
}

}  // namespace hearsay
