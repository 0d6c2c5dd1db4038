// Which of two articles of a stream copied from the other, judged by what is held of them.
#pragma once

#include "group/stories/grouping_records.h"
#include "group/stories/near_duplicates.h"

#include <optional>

namespace hearsay {

// One of two articles that share text.
struct OverlapSide {
  const ArticleRecord& record;
  const ArticleNotes& notes;
  const PlacedWords& text;
};

// The copy that an overlap between a held article and a new one amounts to; nothing where too little is shared: 57 in a
// hundred of the shorter one's runs of words, a dozen words of them, eight in a row; or, for a
// translation, names, numbers and quotations in one order and under three in ten of the words.
std::optional<CopyRecord> judge_overlap(const Overlap& overlap, const OverlapSide& earlier, const OverlapSide& article,
                                        const RecordNames& names);

}  // namespace hearsay
