// Newspaper style for long quotations: each paragraph of one opens with a quotation mark and only the last one closes
// (Chicago Manual of Style 13.30); many outlets leave out the marks in between. Embedded posts carry no marks and are
// signed below.
#include "itemise/speakers/quotations.h"

#include "base/trimmed.h"
#include "itemise/words/article_words.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t farthest_close = 4000;  // bytes in which a quotation of several paragraphs must close
constexpr std::size_t most_paragraphs_back = 8;
constexpr std::size_t longest_signature = 160;
constexpr std::string_view opening = "\u201C";
constexpr std::string_view closing = "\u201D";

bool opens_with_quote(std::string_view text) {
  return text.starts_with('"') || text.starts_with(opening) || text.starts_with("''");
}

// A sentence ends in a point, a question or exclamation mark, or the quotation mark behind one; a caption seldom does.
bool ends_like_a_sentence(std::string_view line) {
  while (line.ends_with('"') || line.ends_with(closing) || line.ends_with(')')) {
    line.remove_suffix(line.ends_with(closing) ? closing.size() : 1);
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("\u2026") || line.ends_with(',');
}

// A straight mark with a blank before it and none behind opens; one with none before it closes; others turn round.
bool opens(std::string_view text, std::size_t mark, bool is_open) {
  const auto is_blank = [&](std::size_t i) { return i >= text.size() || text[i] == ' ' || text[i] == '\n'; };
  const bool blank_before = mark == 0 || is_blank(mark - 1);
  const bool blank_after = is_blank(mark + 1);
  return blank_before == blank_after ? !is_open : blank_before;
}

// At the end of a paragraph with an open quotation: is the next mark one that closes it?
bool closes_later(std::string_view text, std::size_t byte) {
  const std::string_view ahead = text.substr(byte, farthest_close);
  const std::size_t close = ahead.find(closing);
  return close != std::string_view::npos && close < ahead.find(opening);
}

}  // namespace

Quotations::Quotations(const Article& article, const Marks& marks) : article_(article), marks_(marks) {
  find_quoted();
  find_paragraphs();
  find_names_beside();
  find_signatures();
}

void Quotations::find_quoted() {
  const std::string_view text = article_.text;
  quoted_.assign(text.size() + 1, false);
  bool open = false;
  bool curly = false;
  std::size_t looked_until = 0;  // no close before here
  for (std::size_t i = 0; i < text.size(); ++i) {
    quoted_[i] = open;
    if (text[i] == '"') {
      open = opens(text, i, open);
      curly = false;
    } else if (text[i] == '\n' && open) {
      const bool goes_on = curly && i >= looked_until && closes_later(text, i);
      if (curly && !goes_on && i >= looked_until) looked_until = std::min(text.find(opening, i), text.size());
      open = goes_on;
    } else if (text.compare(i, opening.size(), opening) == 0) {
      open = curly = true;
    } else if (text.compare(i, closing.size(), closing) == 0) {
      open = false;
    }
  }
}

void Quotations::find_paragraphs() {
  const std::string_view text = article_.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    if (!line.empty()) {
      const std::size_t first = static_cast<std::size_t>(line.data() - text.data());
      Paragraph paragraph{{first, first + line.size()}};
      paragraph.goes_on = quoted_[first] || opens_with_quote(line);
      const bool is_boilerplate = is_mostly_boilerplate(article_, paragraph.span);
      paragraph.passed_over = !paragraph.goes_on && (is_boilerplate || !ends_like_a_sentence(line));
      paragraphs_.push_back(paragraph);
    }
    begin = end + 1;
  }
}

// "'...,' Ada Holm wrote below a picture": a comma before the closing mark and a name within two words behind it,
// whatever she does there.
void Quotations::find_names_beside() {
  const std::string_view text = article_.text;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quoted_[i] && !quoted_[i - 1]) begin = i;
    if (quoted_[i] || !quoted_[i - 1]) continue;
    const std::string_view inside = text.substr(0, i);
    const std::size_t mark = inside.ends_with(closing) ? i - closing.size() : i - 1;
    if (mark == 0 || (text[mark - 1] != ',' && text[mark - 1] != '!' && text[mark - 1] != '?')) continue;
    const auto& mentions = marks_.names.mentions;
    const auto name = std::lower_bound(mentions.begin(), mentions.end(), i,
                                       [](const Mention& m, std::size_t byte) { return m.span.begin < byte; });
    if (name == mentions.end() || name->kind != EntityKind::person) continue;
    const std::string_view between = text.substr(i, name->span.begin - i);
    constexpr std::size_t longest_gap = 12;  // one short word
    if (between.size() <= longest_gap && between.find_first_of(".\n\"") == std::string_view::npos)
      beside_.push_back({{begin, i}, name->span});
  }
}

// "... — Name (@handle) date" behind a post, or on a line of its own below it: how far up a post of several paragraphs
// reaches is not known, so it is the paragraph above.
void Quotations::find_signatures() {
  const std::string_view text = article_.text;
  for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
    const std::string_view line = words_at(text, paragraphs_[p].span);
    std::size_t begin = 0;
    for (std::size_t handle = line.find("(@"); handle != std::string_view::npos; handle = line.find("(@", handle + 2)) {
      const std::string_view post = line.substr(begin, handle - begin);
      const std::size_t dash = post.rfind("\u2014");
      if (dash == std::string_view::npos || post.size() - dash > longest_signature) continue;
      const std::string_view name = trimmed(post.substr(dash + 3));
      if (name.empty()) continue;
      const std::size_t first = static_cast<std::size_t>(name.data() - text.data());
      const std::size_t from = paragraphs_[p].span.begin + begin;
      const bool alone = trimmed(post.substr(0, dash)).empty();
      if (!alone) signed_.push_back({{from, from + dash}, {first, first + name.size()}});
      if (alone && p > 0 && begin == 0) signed_.push_back({paragraphs_[p - 1].span, {first, first + name.size()}});
      begin = handle + 2;
    }
  }
  std::stable_sort(signed_.begin(), signed_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::size_t Quotations::paragraph_at(std::size_t byte) const {
  const auto after = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), byte,
                                      [](std::size_t b, const Paragraph& p) { return b < p.span.begin; });
  return static_cast<std::size_t>(after - paragraphs_.begin()) - (after == paragraphs_.begin() ? 0 : 1);
}

// The last one named in these words who is quoted.
std::optional<Speaker> Quotations::speaker_in(Span words) const {
  std::optional<Speaker> last;
  std::size_t at = words.begin;
  const auto& all = marks_.attributions;
  const auto after = std::lower_bound(all.begin(), all.end(), words.end, [](const Attribution& a, std::size_t byte) {
    return a.content.front().begin < byte;
  });
  for (auto a = after; a != all.begin();) {
    --a;
    if (a->content.front().begin < words.begin) break;
    if (!a->source || a->kind == AttributionKind::indirect || a->outer) continue;
    last = {static_cast<std::uint32_t>(a - all.begin()), *a->source};
    at = a->content.front().begin;
    break;
  }
  const auto behind = std::lower_bound(beside_.begin(), beside_.end(), words.end,
                                       [](const auto& quote, std::size_t byte) { return quote.first.begin < byte; });
  if (behind != beside_.begin() && (behind - 1)->first.begin >= at && (behind - 1)->first.begin >= words.begin)
    last = {std::nullopt, (behind - 1)->second};
  return last;
}

std::optional<Speaker> Quotations::speaker_at(std::size_t byte) const {
  if (paragraphs_.empty()) return std::nullopt;
  const auto beside = std::upper_bound(beside_.begin(), beside_.end(), byte,
                                       [](std::size_t b, const auto& quote) { return b < quote.first.begin; });
  if (beside != beside_.begin() && byte < (beside - 1)->first.end) return Speaker{std::nullopt, (beside - 1)->second};
  std::size_t p = paragraph_at(byte);
  if (const auto speaker = speaker_in({paragraphs_[p].span.begin, byte})) return speaker;
  for (std::size_t steps = 0; steps < most_paragraphs_back && p > 0 && paragraphs_[p].goes_on; ++steps) {
    --p;
    while (p > 0 && paragraphs_[p].passed_over) --p;
    if (const auto speaker = speaker_in(paragraphs_[p].span)) return speaker;
  }
  return std::nullopt;
}

std::optional<Span> Quotations::signed_by(std::size_t byte) const {
  const auto after = std::upper_bound(signed_.begin(), signed_.end(), byte,
                                      [](std::size_t b, const auto& post) { return b < post.first.begin; });
  if (after == signed_.begin() || byte >= (after - 1)->first.end) return std::nullopt;
  return (after - 1)->second;
}

}  // namespace hearsay
