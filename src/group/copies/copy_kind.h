// What kind of copy shared text amounts to, whether whole articles are compared or only what is held of them.
#pragma once

#include "group/copies/copies.h"

#include <cstddef>
#include <cstdint>

namespace hearsay {

// What is known of the text that two articles share.
struct SharedText {
  std::size_t words = 0;
  std::size_t own_voice = 0;    // of these, outside quotation marks in both
  std::size_t smaller = 0;      // words of the shorter article
  bool same_outlet = false;     // is_same_outlet
  bool named = false;           // one names the other as its source
  bool same_agency = false;     // both credit one agency, at least one of them for the whole text
  bool in_other_words = false;  // a statement, or the whole, stands in the other in other words
};

// A revision within one outlet; a copy where one names the other, or where the bulk is the same in the outlets' own
// voice; a common source where both credit one agency, or share quotations and paragraphs but not the bulk.
CopyKind kind_of(const SharedText& shared);

// When an article was published. The seconds count from 1970; a day alone counts as its beginning.
struct PublishedTime {
  std::int64_t seconds = 0;
  bool has_day = false;
  bool has_time = false;
};

// -1: a is earlier, 1: b is earlier, 0: the times do not say. A day alone says nothing about an hour of that day.
int order_in_time(const PublishedTime& a, const PublishedTime& b);

}  // namespace hearsay
