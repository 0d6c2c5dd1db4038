// What is known of a claim and of the claims around it, for the choice of its speaker.
#include "base/folding.h"
#include "dissect/function_words.h"
#include "itemise/speaker_groups.h"
#include "itemise/speaker_notes.h"

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

Span paragraph_around(std::string_view text, std::size_t byte) {
  return {text.rfind('\n', byte) + 1, std::min(text.find('\n', byte), text.size())};
}

// The speakers' numbers among those of the rules; that of nobody for one to whom the rules give no claim.
std::vector<std::size_t> numbers_of(std::span<const PossibleSpeaker> speakers, const ArticleVoices& voices) {
  constexpr std::size_t nobodys = static_cast<std::size_t>(-1);
  std::vector<std::size_t> numbers;
  for (const PossibleSpeaker& speaker : speakers) {
    const auto known = voices.speaker_numbers.find(speaker.chain.empty() ? "" : key_of(speaker.chain.back()));
    numbers.push_back(known == voices.speaker_numbers.end() ? nobodys : known->second);
  }
  return numbers;
}

void count_up(std::int32_t& number, std::int32_t most) { number = std::min(number + 1, most); }

}  // namespace

void note_other_claims(const DraftPlace& place, std::span<PossibleSpeaker> speakers) {
  const ArticleVoices& voices = place.voices;
  const Span paragraph = paragraph_around(voices.article.text, place.claim.span.begin);
  const std::vector<std::size_t> numbers = numbers_of(speakers, voices);
  std::vector<std::size_t> last_sentence(speakers.size(), 0);
  for (std::size_t d = 0; d < voices.drafts.size(); ++d) {
    if (d == place.number) continue;
    const std::size_t there = voices.draft_sentences[d];
    const std::size_t begin = voices.drafts[d].claim.span.begin;
    for (std::size_t i = 0; i < speakers.size(); ++i) {
      if (numbers[i] != voices.speaker_of[d]) continue;
      SpeakerClues& clues = speakers[i].clues;
      if (d + 1 == place.number) clues[like_last_claim] = 1;
      if (d == place.number + 1) clues[like_next_claim] = 1;
      if (there == place.sentence_number) count_up(clues[sentence_claims], 9);
      if (begin >= paragraph.begin && begin < paragraph.end) count_up(clues[paragraph_claims], 20);
      count_up(clues[d < place.number ? claims_before : claims_after], 60);
      if (there < place.sentence_number) last_sentence[i] = there + 1;
    }
  }
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    speakers[i].clues[speaker_sentences] =
        last_sentence[i] == 0 ? 30 : as_number(place.sentence_number + 1 - last_sentence[i], 29);
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
