// What one source is said to have said, over all stories of a store.
#pragma once

#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A source as listed: the origins of several stories that have the same name.
struct SourceLine {
  std::string name;
  std::string kind;  // "speaker", "organization", "document", "outlet", "unnamed"
  std::size_t stories = 0;
};

// Those whose name contains these words, those in most stories first; without words, those of the newest 500 stories
// that have an account. At most `most` of them.
std::vector<SourceLine> find_sources(const StoreReader& store, std::string_view words, std::size_t most);

// The standing of a source's points, over all stories.
struct SourceFacts {
  std::size_t stories = 0;
  std::size_t points = 0;
  std::size_t alone = 0;         // nobody else is known to know it
  std::size_t contested = 0;     // accounts differ on it
  std::size_t corroborated = 0;  // others say it too
};

// Finds the source by its name, or by another form of it in stories that have one.
SourceFacts source_facts(const StoreReader& store, std::string_view name);

// What the source said on one point, in the words of the first article that has it.
struct SaidPoint {
  std::string story;  // its id
  std::string title;
  std::string point;  // its address
  std::string standing;
  std::size_t origins_least = 0;
  std::size_t origins_most = 0;
  std::string stance;
  std::size_t articles = 0;  // that have it from this source
  std::string outlet;        // of the words; empty if it is not known
  std::optional<std::string> published;
  std::string words;
};

// Ordered by story, the last changed first, then as in the account. Skips the first `from`.
std::vector<SaidPoint> list_source_words(const StoreReader& store, std::string_view name, std::size_t from,
                                         std::size_t most);

}  // namespace hearsay
