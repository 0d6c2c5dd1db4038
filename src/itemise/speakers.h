// Who says a claim, chosen among all whom the text offers by a judgement learned from annotated stories
// (models/speakers.txt). The rules' reading is one of those offered; the outlet's own voice is another.
#pragma once

#include "base/boosted_trees.h"
#include "clean/article.h"
#include "dissect/tree.h"
#include "extract/marks.h"
#include "identify/entities.h"
#include "itemise/claim.h"
#include "itemise/propositions.h"
#include "itemise/sources.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What the choice rests on: the names stand in speakers.cpp, the numbers are small and whole.
inline constexpr std::size_t speaker_clue_count = 87;
using SpeakerClues = std::array<std::int32_t, speaker_clue_count>;
const std::array<std::string_view, speaker_clue_count>& speaker_clue_names();

// A claim as the rules leave it, before its speaker is chosen.
struct DraftClaim {
  Claim claim;
  Proposition proposition;
  std::optional<std::uint32_t> said_in;  // the attribution that the rules read
  bool quoted = false;
};

// One who may be saying a claim. An empty chain is the outlet itself.
struct PossibleSpeaker {
  std::vector<Source> chain;                 // as Claim::sources
  std::optional<std::uint32_t> attribution;  // where it comes from one
  std::optional<Span> cue;
  SpeakerClues clues{};

  // Is it what the rules made of the claim?
  bool is_by_rules(const Claim& claim) const;
};

// The possible speakers of one article's claims. All it is made from must outlive it.
class PossibleSpeakers {
 public:
  // `drafts` are all claims of the article, which is `number` of the story, in text order.
  PossibleSpeakers(const Article& article, std::size_t number, const Marks& marks, const Tree& tree,
                   const Entities& entities, const Agencies& agencies, std::span<const DraftClaim> drafts);

  // Those of one of the claims: the outlet first, then the one that the rules name, then the others as the text offers
  // them; each once.
  std::vector<PossibleSpeaker> of(std::size_t draft) const;

 private:
  class Gatherer;

  // The drafts that the rules give to one speaker, in order.
  struct DraftsOfSpeaker {
    std::vector<std::size_t> numbers;
    std::vector<std::size_t> first_sentence;       // of those from each on
    std::map<std::size_t, std::size_t> sentences;  // how many each sentence has

    std::size_t count_before(std::size_t draft) const;
    std::optional<std::size_t> last_before_sentence(std::size_t sentence) const;
  };
  void find_loudest();
  void note_drafts();
  std::size_t sentence_of(std::uint32_t token) const;

  const std::vector<Source>& chain_of(std::uint32_t attribution) const { return chains_[attribution]; }

  const Article& article_;
  const Marks& marks_;
  const Tree& tree_;
  const std::vector<std::size_t>& entity_of_named_;
  const std::vector<Entity>& entities_;
  const Agencies& agencies_;
  const std::span<const DraftClaim> drafts_;
  std::map<std::string, std::size_t> numbers_;  // of the rules' speakers, by what tells them apart; 0 is the outlet
  std::vector<std::size_t> speaker_of_;         // of each draft: the number of its speaker
  std::vector<std::size_t> draft_sentences_;    // of each draft
  std::vector<DraftsOfSpeaker> drafts_of_;      // of each of the rules' speakers
  std::vector<std::size_t> line_ends_;          // of the text
  std::vector<std::vector<Source>> chains_;     // of each attribution
  std::vector<std::size_t> sentence_of_;        // of each attribution: that of its cue, else of its content
  std::vector<std::vector<std::uint32_t>>
      in_;                              // of each sentence: the attributions whose cue, source or content it holds
  std::vector<std::size_t> mentions_;   // of each entity: how often the article names it
  std::vector<std::size_t> speaks_;     // of each entity: how many attributions are its
  std::size_t attributed_ = 0;          // attributions with a source
  std::vector<std::uint32_t> loudest_;  // an attribution of each of the two who speak most
};

// The learned choice. Const after loading, shared by all threads.
class SpeakerChoice {
 public:
  SpeakerChoice();

  // The likeliest of these; the first of equals. At least one is given.
  std::size_t choose(std::span<const PossibleSpeaker> speakers) const;

 private:
  BoostedTrees trees_;
};

}  // namespace hearsay
