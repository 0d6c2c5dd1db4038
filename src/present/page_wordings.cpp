// The wordings of a point. Words that the representative does not have are found by the longest common subsequence of
// the two wordings' words, compared without case and punctuation (the plain dynamic programme: a claim has tens of
// words, and pairs beyond a bound are left unmarked).
#include "present/page_parts.h"
#include "present/phrases.h"

#include <algorithm>
#include <cctype>

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
         difference.relation == DisagreementRelation::translation;
}

// Two claims that print alike: the same words, line ends aside, from the same speaker in the same stance.
std::string printed_form(const PageView& view, const Claim& claim) {
  std::string form;
  for (const char c : view.words_of(claim)) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space)
      form += c;
    else if (!form.empty() && form.back() != ' ')
      form += ' ';
  }
  return form + '\n' + chain_phrase(claim) + '\n' + std::string(to_text(claim.stance));
}

}  // namespace

std::vector<Span> differing_words(const PageView& view, const Point& point, std::size_t claim) {
  const Claim& own = view.account().claims[claim];
  std::vector<Span> spans;
  bool by_words = false;
  for (const Disagreement& difference : point.disagreements) by_words = by_words || compares_words(difference);
  if (by_words && claim != point.representative) {
    const Claim& best = view.account().claims[point.representative];
    spans =
        not_in_common(words_in(view.article_of(best).text, best.span), words_in(view.article_of(own).text, own.span));
  } else if (!point.disagreements.empty()) {
    for (const Value& value : own.values) spans.push_back(value.span);
    if (own.cue && own.stance == Stance::denies) spans.push_back(*own.cue);
  }
  return joined(spans);
}

std::vector<std::size_t> same_as_representative(const PageView& view, const Point& point) {
  const std::string form = printed_form(view, view.account().claims[point.representative]);
  std::vector<std::size_t> same;
  for (const std::size_t claim : point.claims)
    if (printed_form(view, view.account().claims[claim]) == form) same.push_back(claim);
  if (same.empty()) same.push_back(point.representative);
  return same;
}

void write_wordings(std::string& page, const PageView& view, const Point& point, const std::vector<std::size_t>& skip) {
  std::vector<std::string> forms;
  std::vector<std::vector<std::size_t>> groups;
  for (const std::size_t claim : point.claims) {
    if (std::find(skip.begin(), skip.end(), claim) != skip.end()) continue;
    const std::string form = printed_form(view, view.account().claims[claim]);
    const auto known = std::find(forms.begin(), forms.end(), form);
    if (known == forms.end()) {
      forms.push_back(form);
      groups.push_back({claim});
    } else {
      groups[static_cast<std::size_t>(known - forms.begin())].push_back(claim);
    }
  }
  if (groups.empty()) return;
  page += "<ul class=\"wordings\">\n";
  for (const auto& group : groups) {
    const Claim& claim = view.account().claims[group.front()];
    page += "<li>";
    write_quotation(page, view.article_of(claim).text, claim.span, differing_words(view, point, group.front()));
    write_byline(page, view, group);
    page += "</li>\n";
  }
  page += "</ul>\n";
}

}  // namespace hearsay
