// Inflected words that are known by heart: "risen" is "rise", "mice" is "mouse", "voting" is "vote".
#pragma once

#include "dissect/dissection.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay {

// Const after loading. The files' form is described at the tops of data/irregular_forms.txt and data/regular_verbs.txt.
class KnownForms {
 public:
  // Throws std::runtime_error naming the line of `irregular` that cannot be read, or that gives a form a second
  // meaning.
  KnownForms(std::string_view irregular, std::string_view regular_verbs);

  // The dictionary form of a word in small letters; nothing where it is not known as a word of that tag.
  std::optional<std::string_view> find(std::string_view small_word, Tag tag) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  using Table = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;  // only asked, never walked

  void read_irregular(std::string_view lines);
  void read_regular_verbs(std::string_view lines);
  void add_regular_verb(std::string_view base, bool doubles);
  const Table* table_for(Tag tag) const;

  Table verbs_, nouns_, adjectives_;
};

}  // namespace hearsay
