#include "match/candidates.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t words_looked_up = 12;            // of a claim, its rarest
constexpr std::size_t most_claims_of_a_word = 80;      // a word in more claims than this brings nothing together
constexpr std::uint32_t first_happening = 0x80000000;  // numbers of happenings among those of words

// For each claim the claims before it that share a rare word or a happening with it.
class Index {
 public:
  // Those among the claims entered before, in order, each once; then enters it.
  std::vector<std::size_t> look_up(const ClaimProfile& profile, std::size_t number) {
    std::vector<std::size_t> found;
    auto words = profile.words;
    std::stable_sort(words.begin(), words.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    if (words.size() > words_looked_up) words.resize(words_looked_up);
    for (const auto& [word, weight] : words) look_up(word, number, found);
    for (const std::uint16_t happening : profile.happenings) look_up(first_happening + happening, number, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  void look_up(std::uint32_t word, std::size_t number, std::vector<std::size_t>& found) {
    auto& claims = claims_with_[word];
    if (claims.size() < most_claims_of_a_word) found.insert(found.end(), claims.begin(), claims.end());
    claims.push_back(number);
  }

  std::unordered_map<std::uint32_t, std::vector<std::size_t>> claims_with_;
};

}  // namespace

void for_candidates(std::span<const ClaimProfile> profiles, const std::function<void(std::size_t, std::size_t)>& use) {
  Index index;
  for (std::size_t b = 0; b < profiles.size(); ++b) {
    for (const std::size_t a : index.look_up(profiles[b], b)) use(a, b);
  }
}

}  // namespace hearsay
