// Wordings: one speaker's statement that two articles quote word for word, in words that differ. A cut is no other
// wording: the shorter quotation must have words of its own that the longer lacks, and share half of its words with it.
// Nor is a statement reworded that the other article has in the same words too, or that another spelling sets apart.
#include "measure/disagreements/kinds.h"

#include "base/folded_words.h"
#include "base/folding.h"
#include "dissect/words/function_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t fewest_words = 5;
constexpr std::size_t most_words = 60;
constexpr std::size_t farthest_bytes = 2000;  // from the claim back to where its quotation opens

// Does the text stand in a quotation that is opened in its paragraph and not closed before it ends?
bool is_quoted(std::string_view text, Span words) {
  const std::size_t earliest = words.begin < farthest_bytes ? 0 : words.begin - farthest_bytes;
  bool open = false;
  for (std::size_t i = earliest; i < words.end; ++i) {
    const std::string_view rest = text.substr(i, 3);
    const bool straight = rest.front() == '"';
    const bool opens = rest == "\u201C" || (straight && !open);
    const bool closes = rest == "\u201D" || (straight && open) || rest.front() == '\n';
    if (closes && i >= words.begin && i + 4 < words.end) return false;
    open = opens || (open && !closes);
    if (i == words.begin && !open) return false;
  }
  return true;
}

std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words = folded_words_in_order(text);
  std::sort(words.begin(), words.end());
  return words;
}

// "Travelling" and "traveling": the same but for the end.
bool spelt_alike(const std::string& a, const std::string& b) {
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto shared = static_cast<std::size_t>(differ.first - a.begin());
  return shared >= 4 && 2 * shared >= std::max(a.size(), b.size());
}

std::size_t count_missing(const std::vector<std::string>& of, const std::vector<std::string>& in) {
  std::vector<std::string> missing;
  std::set_difference(of.begin(), of.end(), in.begin(), in.end(), std::back_inserter(missing));
  std::erase_if(missing, [&](const std::string& word) {
    return std::any_of(in.begin(), in.end(), [&](const std::string& other) { return spelt_alike(word, other); });
  });
  return missing.size();
}

std::vector<std::string> telling(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return word.size() < 3 || function_words().of(word) != 0; });
  return words;
}

// Is half of what the shorter tells in the other too?
bool share_half(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::vector<std::string> x = telling(a);
  const std::vector<std::string> y = telling(b);
  return 2 * (x.size() - count_missing(x, y)) >= std::min(x.size(), y.size()) && !x.empty() && !y.empty();
}

// The articles' texts, folded when first asked for: in a point of many quotations each is asked for often.
class FoldedTexts {
 public:
  explicit FoldedTexts(const Evidence& evidence) : evidence_(evidence) {}

  // Do the words of a claim stand in another's article, as they are?
  bool have_the_words(std::size_t article, std::size_t claim) {
    const auto [text, is_new] = texts_.try_emplace(article);
    if (is_new) text->second = fold(evidence_.articles[article].text);
    return text->second.find(fold(words_of(claim, evidence_.claims[claim].span, evidence_))) != std::string::npos;
  }

 private:
  const Evidence& evidence_;
  std::map<std::size_t, std::string> texts_;
};

struct Quoted {
  std::size_t claim;
  std::vector<std::string> words;
};

bool one_speaker(const Claim& a, const Claim& b) {
  if (a.sources.empty() || b.sources.empty()) return false;
  return a.origin == b.origin;
}

}  // namespace

std::vector<Disagreement> differing_wordings(PointClaims point, const Evidence& evidence) {
  std::vector<Quoted> quoted;
  FoldedTexts texts(evidence);
  for (const std::size_t c : point) {
    const Claim& claim = evidence.claims[c];
    if (claim.sources.empty() || !is_quoted(evidence.articles[claim.article].text, claim.span)) continue;
    auto words = sorted_words(words_of(c, claim.span, evidence));
    if (words.size() >= fewest_words && words.size() <= most_words) quoted.push_back({c, std::move(words)});
  }
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    for (std::size_t j = i + 1; j < quoted.size(); ++j) {
      const Quoted& a = quoted[i];
      const Quoted& b = quoted[j];
      if (!one_speaker(evidence.claims[a.claim], evidence.claims[b.claim]) ||
          !surely_of_one_thing(a.claim, b.claim, evidence))
        continue;
      const std::size_t own = count_missing(a.words, b.words);
      const std::size_t other = count_missing(b.words, a.words);
      if (std::min(own, other) < 2 || !share_half(a.words, b.words)) continue;
      if (texts.have_the_words(evidence.claims[b.claim].article, a.claim) ||
          texts.have_the_words(evidence.claims[a.claim].article, b.claim))
        continue;
      Disagreement found{DisagreementKind::wording, DisagreementRelation::translation, {}, {}};
      for (const Quoted& q : quoted) {
        if (one_speaker(evidence.claims[a.claim], evidence.claims[q.claim])) found.claims.push_back(q.claim);
      }
      found.why = fmt::format("{} is quoted in two wordings; {} words of the one are not in the other",
                              evidence.claims[a.claim].sources.back().name, std::max(own, other));
      return {found};
    }
  }
  return {};
}

}  // namespace hearsay
