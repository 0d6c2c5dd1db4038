// The names of articles, for as long as they may still be printed.
#pragma once

#include "group/held/packed_texts.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// Names under numbers counted from 0, as Grouper::add counts articles. Six bytes each beside the name's own.
class HeldNames {
 public:
  void add(std::string_view name);

  // Must be held. Valid until the next change.
  std::string_view at(std::uint32_t number) const;

  // Forgets all others of those added so far; the numbers ascend and are held.
  void keep_only(std::span<const std::uint32_t> numbers);

  std::size_t size() const { return numbers_.size(); }

  template <class Archive>
  void fields(Archive& archive) {
    archive(next_, numbers_, names_);
  }

 private:
  std::uint32_t next_ = 0;
  std::vector<std::uint32_t> numbers_;  // of those held, ascending
  PackedTexts names_;                   // by their places in the list
};

}  // namespace hearsay
