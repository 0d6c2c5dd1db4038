// Which articles a saved state holds already, so that none is added twice.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hearsay {

// Fingerprints of articles under their numbers, counted from 0 as Grouper::add counts them. Twelve bytes each.
class KnownArticles {
 public:
  // Of an article's id and text.
  static std::uint64_t fingerprint(std::string_view id, std::string_view text);

  void add(std::uint64_t fingerprint);

  // Forgets all others of those added so far; the numbers ascend.
  void keep_only(std::span<const std::uint32_t> numbers);

  template <class Archive>
  void fields(Archive& archive) {
    archive(next_, numbers_, fingerprints_);
  }

  // Of all held now; for asking before more are added.
  std::unordered_set<std::uint64_t> all() const { return {fingerprints_.begin(), fingerprints_.end()}; }

 private:
  std::uint32_t next_ = 0;
  std::vector<std::uint32_t> numbers_;       // of those held, ascending
  std::vector<std::uint64_t> fingerprints_;  // in parallel
};

}  // namespace hearsay
