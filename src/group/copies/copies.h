// Passages that stand in two articles, and what they say of who copied whom.
#pragma once

#include "base/span.h"
#include "clean/articles/article.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A run of text that stands in two articles.
struct Passage {
  Span from;
  Span to;
};

enum class CopyKind : std::uint8_t { copy, common_source, translation, revision };
std::string_view to_text(CopyKind kind);  // "copy", "common-source", "translation", "revision"

// What a copier did to the words.
struct Change {
  enum class Kind : std::uint8_t { dropped, added, number, hedge, source, reworded };
  Kind kind = Kind::dropped;
  Span from;  // empty where something was added
  Span to;    // empty where something was dropped
};

std::string_view to_text(Change::Kind kind);  // "dropped", "added", "number", ...

struct Copy {
  std::size_t from = 0;  // indices of the articles; `from` is the earlier text where the direction is known
  std::size_t to = 0;
  CopyKind kind = CopyKind::copy;
  double share = 0;  // the part of `to`'s whole text that also stands in `from`, counted in words, 0 to 1
  bool direction_known = false;
  std::vector<Passage> passages;  // in the order of `to`
  std::vector<Change> changes;    // in the order of `from`
  std::string why;                // built from what was found: the credit line, the times, the words shared
};

// The copies among a story's articles, in order of (from, to). Boilerplate is not compared.
std::vector<Copy> find_copies(std::span<const Article> articles);

}  // namespace hearsay
