// Who speaks in an article, where and how often: what the search for the speakers of its claims needs to know of the
// whole article.
#pragma once

#include "clean/articles/article.h"
#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "identify/entities.h"
#include "itemise/speakers/possible_speaker.h"
#include "itemise/speakers/sources.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// All it is made from must outlive it.
struct ArticleVoices {
  // `drafts` are all claims of the article, which is `number` of the story, in text order.
  ArticleVoices(const Article& article, std::size_t number, const Marks& marks, const Tree& tree,
                const Entities& entities, const Agencies& agencies, std::span<const DraftClaim> drafts);

  const Article& article;
  const Marks& marks;
  const Tree& tree;
  const std::vector<std::size_t>& entity_of_named;
  const std::vector<Entity>& entities;
  const Agencies& agencies;
  const std::span<const DraftClaim> drafts;

  // Of each attribution: its chain of sources, and the sentence of its cue, else of its content.
  std::vector<std::vector<Source>> chains;
  std::vector<std::size_t> sentence_of;
  std::size_t attributed = 0;                  // attributions with a source
  std::vector<std::vector<std::uint32_t>> in;  // of each sentence: the attributions whose cue or content it holds
  std::vector<std::uint32_t> loudest;          // an attribution of each of the two who speak most, and at least twice

  // Of each entity: how often the article names it, and how many attributions are its.
  std::vector<std::size_t> mentions;
  std::vector<std::size_t> speaks;

  // Of each draft: the number of the speaker that the rules give it, and its sentence. Speakers are numbered by what
  // tells them apart (key_of); "", the outlet, is 0.
  std::map<std::string, std::size_t> speaker_numbers;
  std::vector<std::size_t> speaker_of;
  std::vector<std::size_t> draft_sentences;

  // The drafts that the rules give to one speaker, in order.
  struct DraftsOfSpeaker {
    std::vector<std::size_t> numbers;
    std::vector<std::size_t> first_sentence;       // of those from each on
    std::map<std::size_t, std::size_t> sentences;  // how many each sentence has

    std::size_t count_before(std::size_t draft) const;
    // The last of them whose sentence stands before that one; nothing where none does.
    std::optional<std::size_t> last_before_sentence(std::size_t sentence) const;
  };
  std::vector<DraftsOfSpeaker> drafts_of;  // of each speaker, by number
  std::vector<std::size_t> line_ends;      // of the text, in order

 private:
  std::vector<std::size_t> sentences_touched(const Attribution& attribution) const;
  void read_attribution(std::uint32_t number);
  void find_loudest();
  void read_drafts();
  void sort_drafts_by_speaker();
};

}  // namespace hearsay
