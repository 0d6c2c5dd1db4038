// The names in an article: which words are a name, of what kind, and which names in it are one.
#pragma once

#include "base/span.h"
#include "dissect/words/dissection.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class EntityKind : std::uint8_t { person, organization, place, other };
std::string_view to_text(EntityKind kind);

// One place in the text where a name stands.
struct Mention {
  Span span;
  EntityKind kind = EntityKind::other;
  std::uint32_t named = 0;  // an index into Names::named: mentions of one thing share it
  std::string why;          // the rule or model that found it, and why it was joined to the others
};

// One thing named in the article.
struct Named {
  std::string name;  // its fullest form in the article, verbatim: "Anton X" where "Mr. X" and "X" stand too
  EntityKind kind = EntityKind::other;
  std::vector<std::string> variants;  // the other forms, verbatim, each once, in order of appearance
};

struct Names {
  std::vector<Mention> mentions;  // in text order, not overlapping
  std::vector<Named> named;       // in order of first mention
};

class Gazetteer;
class NameLists;

// Finds names. Const after loading, shared by all threads.
class NameFinder {
 public:
  NameFinder();
  ~NameFinder();
  NameFinder(const NameFinder&) = delete;
  NameFinder& operator=(const NameFinder&) = delete;

  // `dissection` is of the same text, with its tree. Linear in the text's length.
  Names find(std::string_view text, const Dissection& dissection) const;

  // What names are recognised by, for later stages; both live as long as the finder.
  const NameLists& lists() const;
  const Gazetteer& gazetteer() const;

 private:
  struct Model;
  std::unique_ptr<const Model> model_;
};

}  // namespace hearsay
