#include "narrate/title.h"

#include "base/keep_some.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

// As much of a text as will do for a title, cut between words, and seen to be cut.
std::string first_words(std::string_view text) {
  constexpr std::size_t longest_bytes = 120;
  if (text.size() <= longest_bytes) return std::string(text);
  std::size_t end = text.rfind(' ', longest_bytes);
  if (end == std::string_view::npos || end == 0) {
    end = longest_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  }
  return std::string(text.substr(0, end)) + " ...";
}

}  // namespace

std::string title_of(const Account& account, const Meaning& meaning) {
  std::vector<std::pair<std::string, std::vector<float>>> titles;
  for (const Article& article : account.articles) {
    if (article.title && !article.title->empty())
      titles.emplace_back(*article.title, meaning.vector_of(*article.title));
  }
  constexpr std::size_t most_compared = 400;
  keep_some(titles, most_compared);
  std::string best;
  float best_sum = -1;
  for (const auto& [title, vector] : titles) {
    float sum = 0;
    for (const auto& [other, other_vector] : titles) sum += likeness(vector, other_vector);
    if (sum > best_sum) {
      best = title;
      best_sum = sum;
    }
  }
  if (!best.empty() || account.claims.empty()) return best;
  const auto spread =
      std::max_element(account.points.begin(), account.points.end(),
                       [](const Point& a, const Point& b) { return a.claims.size() < b.claims.size(); });
  const Claim& claim = account.claims[spread->representative];
  return first_words(words_at(account.articles[claim.article].text, claim.span));
}

}  // namespace hearsay
