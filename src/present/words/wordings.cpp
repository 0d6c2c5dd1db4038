// The wordings of a point. Words that the representative does not have are found by the longest common subsequence of
// the two wordings' words, compared without case and punctuation (the plain dynamic programme: a claim has tens of
// words, and pairs beyond a bound are left unmarked).
#include "present/words/wordings.h"

#include "present/words/phrases.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace hearsay {

namespace {

constexpr std::size_t most_comparisons = 250'000;

struct Word {
  Span span;
  std::string folded;
};

bool belongs_to_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); }

std::vector<Word> words_in(std::string_view text, Span span) {
  std::vector<Word> words;
  for (std::size_t at = span.begin; at < span.end;) {
    if (!belongs_to_word(text[at])) {
      ++at;
      continue;
    }
    Word word{{at, at}, {}};
    for (; at < span.end && belongs_to_word(text[at]); ++at)
      word.folded += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
    word.span.end = at;
    words.push_back(word);
  }
  return words;
}

// The words of `b` that no longest common subsequence with `a` (the leftmost one) takes in.
std::vector<Span> not_in_common(const std::vector<Word>& a, const std::vector<Word>& b) {
  if (a.size() * b.size() > most_comparisons) return {};
  const std::size_t width = b.size() + 1;
  std::vector<unsigned> length((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      length[i * width + j] = a[i].folded == b[j].folded
                                  ? length[(i + 1) * width + j + 1] + 1
                                  : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
  std::vector<Span> differing;
  std::size_t i = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    while (i < a.size() && a[i].folded != b[j].folded && length[(i + 1) * width + j] >= length[i * width + j + 1]) ++i;
    if (i < a.size() && a[i].folded == b[j].folded)
      ++i;
    else
      differing.push_back(b[j].span);
  }
  return differing;
}

// Spans in order, those that touch or have only a space between them made one.
std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!result.empty() && span.begin <= result.back().end + 1)
      result.back() = hull(result.back(), span);
    else
      result.push_back(span);
  }
  return result;
}

bool compares_words(const Disagreement& difference) {
  return difference.kind == DisagreementKind::wording || difference.kind == DisagreementKind::actor ||
         difference.kind == DisagreementKind::polarity || difference.relation == DisagreementRelation::translation;
}

// Two claims that print alike: the same words, line ends aside, from the same speaker in the same stance.
std::string printed_form(const Account& account, const Claim& claim) {
  std::string form;
  for (const char c : words_at(account.articles[claim.article].text, claim.span)) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space)
      form += c;
    else if (!form.empty() && form.back() != ' ')
      form += ' ';
  }
  return form + '\n' + chain_phrase(claim) + '\n' + std::string(to_text(claim.stance));
}

// For each claim of the point, the claim in whose words it stands: itself, or a wider one that the same article holds
// on the word of the same speaker. A part of a statement beside the whole of it would be no further wording.
std::map<std::size_t, std::size_t> widest_claims(const Account& account, const Point& point) {
  std::vector<std::size_t> claims = point.claims;
  std::stable_sort(claims.begin(), claims.end(), [&](std::size_t a, std::size_t b) {
    const Claim& x = account.claims[a];
    const Claim& y = account.claims[b];
    if (x.article != y.article) return x.article < y.article;
    return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
  });
  std::map<std::size_t, std::size_t> widest;
  std::size_t open = account.claims.size();
  for (const std::size_t number : claims) {
    const Claim& claim = account.claims[number];
    const bool inside = open < account.claims.size() && account.claims[open].article == claim.article &&
                        account.claims[open].span.contains(claim.span) && account.claims[open].stance == claim.stance &&
                        chain_phrase(account.claims[open]) == chain_phrase(claim);
    if (!inside) open = number;
    widest[number] = open;
  }
  return widest;
}

}  // namespace

std::vector<Span> differing_words(const Account& account, const Point& point, std::size_t claim) {
  const Claim& own = account.claims[claim];
  std::vector<Span> spans;
  bool by_words = false;
  for (const Disagreement& difference : point.disagreements) by_words = by_words || compares_words(difference);
  if (by_words && claim != point.representative) {
    const Claim& best = account.claims[point.representative];
    spans = not_in_common(words_in(account.articles[best.article].text, best.span),
                          words_in(account.articles[own.article].text, own.span));
  } else if (!point.disagreements.empty()) {
    for (const Value& value : own.values) spans.push_back(value.span);
    if (own.cue && own.stance == Stance::denies) spans.push_back(*own.cue);
  }
  return joined(spans);
}

std::vector<std::vector<std::size_t>> wordings_of(const Account& account, const Point& point) {
  const auto widest = widest_claims(account, point);
  const auto form_of = [&](std::size_t claim) {
    const auto wider = widest.find(claim);
    return printed_form(account, account.claims[wider == widest.end() ? claim : wider->second]);
  };
  std::map<std::string, std::size_t> places = {{form_of(point.representative), 0}};
  std::vector<std::vector<std::size_t>> wordings(1);
  for (const std::size_t claim : point.claims) {
    const auto [known, is_new] = places.try_emplace(form_of(claim), wordings.size());
    if (is_new) wordings.emplace_back();
    wordings[known->second].push_back(claim);
  }
  if (wordings.front().empty()) wordings.front().push_back(point.representative);
  return wordings;
}

}  // namespace hearsay
