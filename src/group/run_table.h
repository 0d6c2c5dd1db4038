// From the hashes of runs to the articles that hold them.
#pragma once

#include "group/table_parts.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Holds up to eight articles for each run, in the order they came, in six bytes each and the table's room to grow.
// Articles are numbers that ascend; at most eight million may be held, and as many forgotten by one call.
class RunTable {
 public:
  static constexpr std::size_t most_holders = 8;

  // Adds the run's holders to `holders`.
  void look_up(std::uint32_t run, std::vector<std::uint32_t>& holders) const;

  // Brings the run's place into the processor's cache, for a look_up soon to come.
  void prefetch(std::uint32_t run) const { table_.prefetch(mixed(run)); }

  void insert(std::uint32_t run, std::uint32_t article);

  // Forgets all articles before this number.
  void forget_before(std::uint32_t article);

  template <class Archive>
  void fields(Archive& archive) {
    archive(table_, first_, end_, swept_);
  }

 private:
  static constexpr std::uint32_t round = 0xFFFFFFU;  // article numbers are held as what is left when divided by this

  // 24 bits of the key and 24 of the article, which are 0 in a free slot.
  struct Entry {
    std::uint16_t low_key = 0;
    std::uint16_t high_both = 0;
    std::uint16_t low_article = 0;

    static Entry of(std::uint32_t key, std::uint32_t article) {
      return {static_cast<std::uint16_t>(key), static_cast<std::uint16_t>((key >> 16 & 255U) | article >> 16 << 8),
              static_cast<std::uint16_t>(article)};
    }
    std::uint32_t key() const { return low_key | (high_both & 255U) << 16; }
    std::uint32_t article() const { return low_article | static_cast<std::uint32_t>(high_both >> 8) << 16; }
    bool is_free() const { return article() == 0; }
  };

  static std::uint32_t mixed(std::uint32_t run) { return run * 0x9E3779B1U; }
  std::uint32_t article_of(const Entry& entry) const;
  bool is_held(const Entry& entry) const { return article_of(entry) < end_; }

  TableParts<Entry> table_;
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;    // after the last article added
  std::uint32_t swept_ = 0;  // none before this number is left in any slot
};

}  // namespace hearsay
