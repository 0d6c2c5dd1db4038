// What the grouper holds of articles, copies and stories.
#pragma once

#include "group/copies.h"
#include "group/near_duplicates.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// Of an article in the window; its words are with NearDuplicates.
struct ArticleRecord {
  std::int64_t seconds = 0;
  std::uint32_t number = 0;  // as add() returned it
  std::uint32_t story = 0;   // as it was placed; later merges are followed through StoryRecord::merged_into
  std::uint32_t outlet = 0;  // index of the outlet's name; 0 when unknown
  std::uint32_t agency = 0;  // that it credits; 0 for none
  std::int32_t arrived = 0;  // days of the grouper's own clock
  bool has_day = false;
  bool has_time = false;
};

// A copy as it is held: numbers as add() returned them, passages packed.
struct CopyRecord {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t shared = 0;  // words of `to` that stand in `from`
  std::uint32_t words = 0;   // of `to`
  std::uint32_t longest = 0;
  std::uint32_t agency = 0;  // that both credit; 0 for none
  CopyKind kind = CopyKind::copy;
  bool direction_known = false;
  bool same_outlet = false;
  bool earlier = false;  // `from` was published before `to`
  std::string passages;

  template <class Archive>
  void fields(Archive& archive) {
    archive(from, to, shared, words, longest, agency, kind, direction_known, same_outlet, earlier, passages);
  }
};

struct MergeRecord {
  std::uint64_t id = 0;
  float alike = 0;
};

struct StoryRecord {
  static constexpr std::uint32_t itself = 0xFFFFFFFFU;

  std::uint64_t id = 0;
  std::uint32_t merged_into = itself;
  std::int32_t arrived = 0;             // its last article
  std::vector<std::uint32_t> articles;  // numbers, in order of placing
  std::uint32_t first = 0;              // the first one's place in the order of placing
  std::vector<CopyRecord> copies;
  std::vector<MergeRecord> merged;

  template <class Archive>
  void fields(Archive& archive) {
    archive(id, merged_into, arrived, articles, first, copies, merged);
  }
};

std::string pack_passages(const std::vector<PlacedPassage>& passages);
std::vector<Passage> unpack_passages(std::string_view bytes);

// The copy that an overlap between a held article and a new one amounts to; nothing where too little is shared: at
// least two in five words of the shorter one, a dozen of them, and eight in a row.
std::optional<CopyRecord> judge_overlap(const Overlap& overlap, const ArticleRecord& earlier,
                                        const ArticleRecord& article, std::size_t article_words);

// The copy as it is handed out. `agencies` holds the names that indices mean.
Copy copy_of(const CopyRecord& record, const std::vector<std::string>& agencies);

}  // namespace hearsay
