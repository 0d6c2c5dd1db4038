// What the grouper holds of articles, copies and stories.
#pragma once

#include "group/copies/copies.h"
#include "group/copies/copy_kind.h"
#include "group/held/name_table.h"
#include "group/stories/signature.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Of an article in the window; its words are with NearDuplicates, its credits among the notes.
struct ArticleRecord {
  std::int64_t seconds = 0;
  std::uint32_t number = 0;       // as add() returned it
  std::uint32_t story = 0;        // as it was placed; later merges are followed through StoryRecord::merged_into
  std::int32_t arrived = 0;       // days of the grouper's own clock
  std::uint32_t outlet : 30 = 0;  // index of the outlet's name; 0 when unknown
  std::uint32_t has_day : 1 = 0;
  std::uint32_t has_time : 1 = 0;

  PublishedTime time() const { return {seconds, has_day != 0, has_time != 0}; }
};

// The names that records hold by their numbers.
struct RecordNames {
  NameTable outlets;
  NameTable agencies;

  template <class Archive>
  void fields(Archive& archive) {
    archive(outlets, agencies);
  }
};

// Whom an article credits and names, a few bytes each.
struct ArticleNotes {
  struct NotedCredit {
    std::uint32_t agency = 0;
    std::uint32_t outlet = 0;  // the agency's own; 0 where it has none
    bool whole = false;
  };
  std::vector<NotedCredit> credits;
  std::vector<std::uint32_t> upstreams;  // 24 bits each of Signature::upstreams
};
ArticleNotes note(const Signature& signature, RecordNames& names);
std::string pack_notes(const ArticleNotes& notes);
ArticleNotes unpack_notes(std::string_view bytes);

// A copy as it is held: numbers as add() returned them, spans packed.
struct CopyRecord {
  // What says that `to` took over from `from`, beside the time.
  enum class Named : std::uint8_t { no, credits_agency, names_outlet };

  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t shared = 0;      // words of `to` that stand in `from`
  std::uint32_t from_words = 0;  // words of `from`
  std::uint32_t to_words = 0;
  std::uint32_t longest = 0;
  std::uint32_t agency = 0;          // that both credit; 0 for none
  std::uint32_t source = 0;          // the agency or outlet that `named` speaks of
  std::uint32_t owner_of = 0;        // an outlet whose owner is the owner of both; 0 for none
  std::uint16_t in_order = 0;        // of a translation: names, numbers and quotations in one order,
  std::uint16_t order_marks = 0;     // and how many the shorter one has;
  std::uint16_t words_in_order = 0;  // words that both say once, in one order,
  std::uint16_t words_once = 0;      // and how many there are; 0 where the marks decided
  CopyKind kind = CopyKind::copy;
  Named named = Named::no;
  bool direction_known = false;
  bool same_outlet = false;
  bool earlier = false;  // `from` was published before `to`
  std::string passages;  // with changes

  template <class Archive>
  void fields(Archive& archive) {
    archive(from, to, shared, from_words, to_words, longest, agency, source, owner_of, in_order, order_marks,
            words_in_order, words_once, kind, named, direction_known, same_outlet, earlier, passages);
  }
};

struct MergeRecord {
  std::uint64_t id = 0;
  float alike = 0;
};

// Most stories have one article, so that what only others have takes no room.
struct StoryRecord {
  static constexpr std::uint32_t itself = 0xFFFFFFFFU;
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  // What a story has beyond its first article.
  struct More {
    std::vector<std::uint32_t> articles;  // numbers, in order of placing
    std::vector<CopyRecord> copies;
    std::vector<MergeRecord> merged;
    std::vector<std::uint32_t> apart;  // numbers of stories told in the same form of words, which are others

    template <class Archive>
    void fields(Archive& archive) {
      archive(articles, copies, merged, apart);
    }
  };

  std::uint64_t id = 0;
  std::uint32_t merged_into = itself;
  std::int32_t arrived = 0;      // its last article
  std::uint32_t first = 0;       // the first article's place in the order of placing
  std::uint32_t article = none;  // its number; none when the story was merged into another or handed over
  std::unique_ptr<More> more;    // none while there is nothing

  bool is_empty() const { return article == none; }
  void add_article(std::uint32_t number);
  void add_copies(std::vector<CopyRecord> copies);
  void keep_apart(const std::vector<std::uint32_t>& stories);
  // Takes over what `other` has, and leaves it empty.
  void merge(StoryRecord& other, MergeRecord record);

  template <class Archive>
  void fields(Archive& archive) {
    bool has_more = more != nullptr;
    archive(id, merged_into, arrived, first, article, has_more);
    if (!has_more) return;
    archive(with_more());
  }

 private:
  More& with_more();
};

std::string pack_spans(const std::vector<Passage>& passages, const std::vector<Change>& changes);
void unpack_spans(std::string_view bytes, Copy& copy);

// The copy as it is handed out.
Copy copy_of(const CopyRecord& record, const RecordNames& names);

}  // namespace hearsay
