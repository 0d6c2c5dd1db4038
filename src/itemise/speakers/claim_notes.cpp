// What is known of a claim and of the claims around it, for the choice of its speaker.
#include "base/folding.h"
#include "dissect/words/function_words.h"
#include "itemise/speakers/speaker_groups.h"
#include "itemise/speakers/speaker_notes.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace hearsay {

namespace {

using enum SpeakerClue::Number;

std::int32_t as_number(std::size_t value, std::size_t most) { return static_cast<std::int32_t>(std::min(value, most)); }

// The word that carries the claim, and how its clause stands in the sentence.
void note_head(const DraftPlace& place, SpeakerClues& clues) {
  const Token& head = place.tokens[place.head];
  clues[claim_relation] = clause_relation_group(head.relation);
  clues[claim_tag] = static_cast<std::int32_t>(head.tag);
  std::uint32_t at = place.head;
  while (place.tokens[at].head != no_head && clues[claim_depth] < 9) {
    ++clues[claim_depth];
    at = static_cast<std::uint32_t>(place.tokens[at].head);
  }
  clues[claim_verb] = head.tag == Tag::VERB ? verb_group(head.lemma) : 0;
  clues[claim_cue] = cue_group(head.lemma);
  clues[claim_by_introduction] = head.tag == Tag::PROPN;
}

void note_words(const DraftPlace& place, SpeakerClues& clues) {
  const DraftClaim& draft = place.voices.drafts[place.number];
  const std::string_view words = words_at(place.voices.article.text, place.claim.span);
  clues[claim_quoted] = draft.quoted;
  clues[claim_ends_quoted] =
      words.find('"') != std::string_view::npos || words.find("\u201C") != std::string_view::npos;
  clues[claim_rules_outlet] = place.claim.sources.empty();
  clues[claim_said] = draft.said_in.has_value();
  clues[claim_words] = as_number(place.last - place.first, 99);
  for (std::uint32_t t = place.first; t < place.last; ++t) {
    const Token& token = place.tokens[t];
    const std::string& lemma = token.lemma;
    if (token.tag == Tag::PRON && function_words().has(fold(lemma), FunctionWord::first | FunctionWord::of_first))
      clues[claim_first_person] = 1;
    if (token.head == static_cast<std::int32_t>(place.head) && token.relation == Relation::aux)
      clues[claim_modal] = lemma == "will"                                     ? 1
                           : lemma == "have" || lemma == "be" || lemma == "do" ? clues[claim_modal]
                                                                               : 2;
  }
}

void note_sentence(const DraftPlace& place, SaidNearby said, SpeakerClues& clues) {
  const std::size_t sentences = place.voices.marks.dissection.sentences.size();
  const Sentence& sentence = place.sentence();
  clues[claim_sentence] = as_number(place.sentence_number, 99);
  clues[claim_sentences_left] = as_number(sentences - 1 - place.sentence_number, 99);
  clues[claim_sentence_share] = as_number((place.last - place.first) * 100 / (sentence.last - sentence.first), 100);
  clues[claim_attributions] = as_number(place.voices.in[place.sentence_number].size(), 9);
  clues[claim_previous_said] = said.before;
  clues[claim_next_said] = said.after;
  clues[claim_attributed_share] = as_number(place.voices.attributed * 100 / std::max<std::size_t>(sentences, 1), 200);
  const std::string_view whole = words_at(place.voices.article.text, sentence.span);
  clues[claim_heading] = whole.find_last_of(".!?\"") == std::string_view::npos;
}

// Is a quotation open at a byte of the claim's sentence?
bool is_quoted_at(const DraftPlace& place, std::size_t byte) {
  const Span sentence = place.sentence().span;
  const std::size_t end = std::max(sentence.begin, std::min(byte, sentence.end));
  const std::string_view before = words_at(place.voices.article.text, {sentence.begin, end});
  return std::count(before.begin(), before.end(), '"') % 2 == 1;
}

// The numbers of the claims that begin in this one's paragraph, as [first, last).
std::pair<std::size_t, std::size_t> drafts_in_paragraph(const DraftPlace& place) {
  const ArticleVoices& voices = place.voices;
  const auto& ends = voices.line_ends;
  const std::size_t begin = place.claim.span.begin;
  const auto after = std::upper_bound(ends.begin(), ends.end(), begin);
  const auto at = std::lower_bound(ends.begin(), ends.end(), begin);
  const std::size_t paragraph = after == ends.begin() ? 0 : *(after - 1) + 1;
  const std::size_t paragraph_end = at == ends.end() ? voices.article.text.size() : *at;
  const auto draft_at = [&](std::size_t byte) {
    const auto found = std::lower_bound(voices.drafts.begin(), voices.drafts.end(), byte,
                                        [](const DraftClaim& d, std::size_t b) { return d.claim.span.begin < b; });
    return static_cast<std::size_t>(found - voices.drafts.begin());
  };
  return {draft_at(paragraph), draft_at(paragraph_end)};
}

}  // namespace

void note_other_claims(const DraftPlace& place, std::span<PossibleSpeaker> speakers) {
  const ArticleVoices& voices = place.voices;
  const std::size_t own = voices.speaker_of[place.number];
  const auto [paragraph, paragraph_end] = drafts_in_paragraph(place);
  const auto at_most = [](std::size_t count, std::size_t self, std::size_t most) {
    return as_number(count - std::min(count, self), most);
  };
  for (PossibleSpeaker& speaker : speakers) {
    SpeakerClues& clues = speaker.clues;
    clues[speaker_sentences] = 30;
    const auto known = voices.speaker_numbers.find(speaker.chain.empty() ? "" : key_of(speaker.chain.back()));
    if (known == voices.speaker_numbers.end()) continue;
    const std::size_t number = known->second;
    const ArticleVoices::DraftsOfSpeaker& drafts = voices.drafts_of[number];
    const std::size_t self = number == own ? 1 : 0;
    if (place.number > 0 && voices.speaker_of[place.number - 1] == number) clues[like_last_claim] = 1;
    if (place.number + 1 < voices.drafts.size() && voices.speaker_of[place.number + 1] == number)
      clues[like_next_claim] = 1;
    const auto here = drafts.sentences.find(place.sentence_number);
    if (here != drafts.sentences.end()) clues[sentence_claims] = at_most(here->second, self, 9);
    clues[paragraph_claims] = at_most(drafts.count_before(paragraph_end) - drafts.count_before(paragraph), self, 20);
    const std::size_t before = drafts.count_before(place.number);
    clues[claims_before] = as_number(before, 60);
    clues[claims_after] = at_most(drafts.numbers.size() - before, self, 60);
    if (const auto last = drafts.last_before_sentence(place.sentence_number))
      clues[speaker_sentences] = as_number(place.sentence_number - voices.draft_sentences[*last], 29);
  }
}

void note_claim(const DraftPlace& place, SaidNearby said, std::span<PossibleSpeaker> speakers) {
  SpeakerClues of_claim{};
  note_head(place, of_claim);
  note_words(place, of_claim);
  note_sentence(place, said, of_claim);
  of_claim[claim_candidates] = as_number(speakers.size(), 30);
  for (PossibleSpeaker& speaker : speakers) {
    std::copy(of_claim.begin() + SpeakerClue::first_of_claim, of_claim.end(),
              speaker.clues.begin() + SpeakerClue::first_of_claim);
    if (!speaker.chain.empty()) speaker.clues[quoted_source] = is_quoted_at(place, speaker.chain.back().span.begin);
  }
}

}  // namespace hearsay
