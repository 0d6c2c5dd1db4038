// Articles of one time of publication, until all of them have come.
#pragma once

#include "group/held/packed_texts.h"
#include "group/stories/signature.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Where many wait, as where only a day is known, they are held packed, in about 2 KB each.
class WaitingArticles {
 public:
  bool empty() const { return numbers_.empty(); }
  std::size_t size() const { return numbers_.size(); }

  // The numbers given to `add`, in the order they came.
  const std::vector<std::uint32_t>& numbers() const { return numbers_; }

  // Whether the article is of the time of those that wait; any where none do. At most 65,536 wait for each other.
  bool is_of_their_time(const Signature& article) const;

  void add(Signature article, std::uint32_t number);

  // The places in numbers(), in an order that does not depend on how the articles came (by id, then by content), but
  // for those that have both in common.
  std::vector<std::uint32_t> order() const;

  // The article that came as this one, counted from 0; if it must be unpacked, into `room`.
  const Signature& at(std::uint32_t place, Signature& room) const;

  void clear();

  template <class Archive>
  void fields(Archive& archive) {
    archive(numbers_, first_, packed_);
  }

 private:
  static constexpr std::size_t most = 1U << 16;
  static constexpr std::size_t most_unpacked = 64;

  std::vector<std::uint32_t> numbers_;
  std::vector<Signature> first_;
  PackedTexts packed_;  // all that came after
};

}  // namespace hearsay
