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

// The headline that a text without a title begins with: a short line of its own that ends as no sentence does, before
// one that does.
std::string first_line(std::string_view text) {
  constexpr std::size_t longest_bytes = 150;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end == 0 || end > longest_bytes) return {};
  if (text.find('.', end) == std::string_view::npos) return {};
  const std::string_view line = text.substr(0, end);
  return std::string_view(".:;,\"").find(line.back()) == std::string_view::npos ? std::string(line) : std::string();
}

std::vector<std::string> headlines_of(const Account& account) {
  std::vector<std::string> titles, first_lines;
  for (const Article& article : account.articles) {
    if (article.title && !article.title->empty()) titles.push_back(*article.title);
    if (std::string line = first_line(article.text); !line.empty()) first_lines.push_back(std::move(line));
  }
  return titles.empty() ? first_lines : titles;
}

}  // namespace

std::string title_of(const Account& account, const Meaning& meaning) {
  std::vector<std::pair<std::string, std::vector<float>>> titles;
  for (const std::string& title : headlines_of(account)) titles.emplace_back(title, meaning.vector_of(title));
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
