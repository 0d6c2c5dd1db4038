// What the choice of a claim's speaker rests on: for each possible speaker some small whole numbers. Their
// names are those of the features in models/speakers.txt.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// One list for both, so that a number and its name cannot disagree; the order is the model's.
// clang-format off
#define HEARSAY_CLUES_OF_A_SPEAKER(clue) \
  clue(is_outlet) clue(by_rules) clue(by_attribution) clue(attribution_kind) clue(attribution_share) \
  clue(attribution_holds_head) clue(attribution_sentences) clue(attribution_cue_verb) clue(attribution_cue_says) \
  clue(attribution_cue_claims) clue(attribution_cue_denies) clue(attribution_cue_wants) \
  clue(attribution_cue_judges) clue(attribution_cue_believes) clue(attribution_cue_shows) \
  clue(attribution_cue_noun) clue(attribution_cue_accord) clue(attribution_cue_negated) clue(attribution_is_outer) \
  clue(attribution_has_outer) clue(attribution_source_first) clue(by_ancestor) clue(ancestor_relation) \
  clue(ancestor_cue) clue(ancestor_verb) clue(by_subject) clue(by_previous) clue(by_next) clue(speaks_percent) \
  clue(in_sentence) clue(inside_claim) clue(before_claim) clue(distance) clue(relation) clue(preposition) \
  clue(governor_cue) clue(governor_verb) clue(governor_tag) clue(noun) clue(mention_kind) clue(pronoun) \
  clue(definite) clue(plural) clue(document) clue(evidence) clue(body) clue(person_word) clue(none_word) \
  clue(entity_kind) clue(agency) clue(outlet_name) clue(mentions) clue(resolved) clue(chain_length) \
  clue(quoted_source) clue(names_in_chain) clue(by_loudest) clue(by_link) clue(like_last_claim) \
  clue(like_next_claim) clue(sentence_claims) clue(paragraph_claims) clue(claims_before) clue(claims_after) \
  clue(speaker_sentences) clue(pointer_share) clue(pointer_peak) clue(pointer_rank) clue(pointer_said)
#define HEARSAY_CLUES_OF_A_CLAIM(clue) \
  clue(claim_quoted) clue(claim_ends_quoted) clue(claim_rules_outlet) clue(claim_said) clue(claim_relation) \
  clue(claim_tag) clue(claim_depth) clue(claim_verb) clue(claim_cue) clue(claim_sentence) \
  clue(claim_sentences_left) clue(claim_words) clue(claim_sentence_share) clue(claim_attributions) \
  clue(claim_first_person) clue(claim_modal) clue(claim_previous_said) clue(claim_next_said) \
  clue(claim_attributed_share) clue(claim_heading) clue(claim_candidates) clue(claim_by_introduction) \
  clue(pointer_nobody) clue(pointer_elsewhere) clue(pointer_here)
// clang-format on

struct SpeakerClue {
#define HEARSAY_NUMBER(name) name,
  enum Number : std::size_t {
    HEARSAY_CLUES_OF_A_SPEAKER(HEARSAY_NUMBER)  //
    HEARSAY_CLUES_OF_A_CLAIM(HEARSAY_NUMBER)    //
    count
  };
#undef HEARSAY_NUMBER
  static constexpr Number first_of_claim = claim_quoted;
};

using SpeakerClues = std::array<std::int32_t, SpeakerClue::count>;
const std::array<std::string_view, SpeakerClue::count>& speaker_clue_names();

}  // namespace hearsay
