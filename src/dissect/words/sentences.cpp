// Sentence boundaries. Rules first: a blank line ends a sentence; so does a line that is no wrapped line of a
// paragraph; so does a stop, a question mark or an exclamation mark, with the quotes and brackets that close after it,
// unless an abbreviation or what follows speaks against it. Where a rule is not sure, a linear model over the words and
// shapes around the place, of which the rule's opinion is one part, has the last word.
#include "dissect/words/sentences.h"

#include "dissect/words/letters.h"
#include "dissect/words/word_features.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

// A line this long without a stop at its end may be the wrapped line of a paragraph; a shorter one is a headline.
constexpr std::size_t wrapped_line_bytes = 50;
constexpr std::size_t longest_wrapped_line_bytes = 100;
constexpr std::size_t most_closers = 6;  // after a stop; more are no text

bool ends_like_sentence(std::string_view word) {
  const char last = word.back();
  if (last != '.' && last != '!' && last != '?') return word == "\u2026" || word == "\u3002";
  return word.find_first_not_of(".!?") == std::string_view::npos;
}

// Is a word one of these marks, once or twice?
template <typename IsMark>
bool is_short_mark(std::string_view word, IsMark is_mark) {
  const auto first = static_cast<unsigned char>(word[0]);
  if (word.size() > 6 || (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
      (first >= 'a' && first <= 'z'))
    return false;
  const Character c = character_at(word, 0);
  return is_mark(c.value) && (c.size_bytes == word.size() || word.substr(c.size_bytes) == word.substr(0, c.size_bytes));
}

bool is_closer(std::string_view word) {
  return is_short_mark(word, [](char32_t c) {
    return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'}' || c == U'\u201D' || c == U'\u2019' ||
           c == U'\u00BB';
  });
}
bool is_quote(std::string_view word) {
  return is_short_mark(word, [](char32_t c) {
    return c == U'"' || c == U'\'' || c == U'`' || c == U'(' || c == U'\u201C' || c == U'\u2018' || c == U'\u00AB' ||
           c == U'\u201E';
  });
}
bool is_opener(std::string_view word) {
  return is_quote(word) || is_short_mark(word, [](char32_t c) {
           return c == U'[' || c == U'{' || c == U'-' || c == U'*' || c == U'\u2022' || c == U'\u2013' ||
                  c == U'\u2014';
         });
}

bool is_pause(std::string_view word) { return word == "," || word == ";" || word == ":" || ends_like_sentence(word); }

bool is_smile(std::string_view word) { return word.size() > 1 && (word[0] == ':' || word[0] == ';' || word[0] == '='); }

// A mark as itself, a word as the kinds of its first two characters.
std::uint64_t shape_of(std::string_view word) {
  const Character first = character_at(word, 0);
  if (first.kind == Letter::mark) return first.value + 64 + (word.size() > first.size_bytes ? 1u << 24 : 0u);
  const Letter second = word.size() > first.size_bytes ? character_at(word, first.size_bytes).kind : Letter::blank;
  const bool stop = word.size() > 1 && word.back() == '.';
  return static_cast<std::uint64_t>(first.kind) * 16 + static_cast<std::uint64_t>(second) * 2 + (stop ? 1 : 0);
}

}  // namespace

// New lines between a token and the one before it.
int BoundaryFinder::lines_before(std::size_t i) const {
  const std::string_view gap = text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
  if (gap == " ") return 0;
  int lines = static_cast<int>(std::count(gap.begin(), gap.end(), '\n'));
  if (lines == 0) lines = static_cast<int>(std::count(gap.begin(), gap.end(), '\r'));
  return gap.find("\u2029") != std::string_view::npos ? 2 : lines;
}

// Does the line that ends before token i go on in the line that begins with it?
bool BoundaryFinder::is_wrapped_line(std::size_t i) const {
  if (begins_lower(word(i))) return true;
  const std::string_view last = word(i - 1);
  if (last == "," || lists_.goes_on(last)) return true;
  if (paragraphs_ || ends_like_sentence(last) || is_closer(last) || last == ":") return false;
  if (is_opener(word(i)) && !is_quote(word(i))) return false;
  // Only a text whose lines are all about as long is wrapped; a longer line is a paragraph.
  const std::size_t far =
      tokens_[i - 1].end < longest_wrapped_line_bytes + 2 ? 0 : tokens_[i - 1].end - longest_wrapped_line_bytes - 2;
  const std::size_t line = text_.substr(far, tokens_[i - 1].begin - far).rfind('\n');
  if (line == std::string_view::npos && far > 0) return false;
  const std::size_t line_begin = line == std::string_view::npos ? 0 : far + line + 1;
  return tokens_[i - 1].end - line_begin >= wrapped_line_bytes && next_line_is_long(tokens_[i].begin);
}

bool BoundaryFinder::next_line_is_long(std::size_t begin) const {
  const std::size_t end = text_.substr(begin, longest_wrapped_line_bytes + 1).find('\n');
  return end != std::string_view::npos && end >= wrapped_line_bytes;
}

// The first token from i on that is no opening mark.
std::size_t BoundaryFinder::first_word_from(std::size_t i) const {
  std::size_t first = i;
  while (first + 1 < tokens_.size() && first < i + 3 && is_opener(word(first))) ++first;
  return first;
}

bool BoundaryFinder::follows_stop(std::size_t i, std::size_t sentence_first) const {
  std::size_t last = i - 1;
  while (last > sentence_first && last + most_closers > i && is_closer(word(last)) && !ends_like_sentence(word(last)))
    --last;
  const std::string_view stop = word(last);
  if (is_closer(stop)) return false;
  const std::size_t first_word = first_word_from(i);
  const std::string_view next = word(first_word);
  if (!ends_like_sentence(stop)) return abbreviation_ends(i, last, next);
  if (!blank_before(i)) return begins_upper(next) && stop == "." && i == last + 1;
  if (begins_lower(next))
    return (stop == "." || stop == "?") && i == last + 1 && last > sentence_first + 2 && first_word == i;
  // "1. Wash the car": a number with a stop at the beginning is the item of a list.
  return stop != "." || last != sentence_first + 1 || character_at(word(sentence_first), 0).kind != Letter::digit;
}

// Does a sentence end with the abbreviation at `last`?
bool BoundaryFinder::abbreviation_ends(std::size_t i, std::size_t last, std::string_view next) const {
  const std::string_view stop = word(last);
  if (stop.back() != '.' || !blank_before(i) || !begins_upper(next)) return false;
  const auto kind = lists_.abbreviation(stop);
  if (kind && *kind != Abbreviation::end) return false;
  const bool initial = stop.size() == 2;
  return !initial && lists_.begins_sentence(next);
}

BoundaryFinder::Rule BoundaryFinder::rule(std::size_t i, std::size_t first) const {
  const std::string_view here = word(i);
  if (blank_before(i)) {
    const int lines = lines_before(i);
    if (lines >= 2) return Rule::surely_ends;
    if (lines == 1) return is_wrapped_line(i) ? Rule::goes_on : Rule::surely_ends;
  }
  // A mark that closes belongs to the sentence that it closes, and so do a stop and an emoticon.
  if (is_closer(here) && (!blank_before(i) || !opens_here(i))) return Rule::surely_goes_on;
  if (ends_like_sentence(here) || here == "," || is_smile(here)) return Rule::surely_goes_on;
  const std::string_view before = word(i - 1);
  const auto kind = before.back() == '.' ? lists_.abbreviation(before) : std::nullopt;
  if (kind == Abbreviation::title) return Rule::surely_goes_on;
  if (follows_stop(i, first)) return Rule::ends;
  const bool may_end = blank_before(i) && (!begins_lower(here) || ends_like_sentence(before));
  return may_end ? Rule::goes_on : Rule::surely_goes_on;
}

std::array<std::uint32_t, BoundaryFinder::feature_count> BoundaryFinder::features(std::size_t i, std::size_t first,
                                                                                  Rule rule) const {
  const auto word_hash = [&](std::size_t at) {
    return at < tokens_.size() ? features_of(word(at), false).hashes[0] : std::uint64_t{5};
  };
  const auto shape = [&](std::size_t at) { return at < tokens_.size() ? shape_of(word(at)) : std::uint64_t{3}; };
  const std::uint64_t before = word_hash(i - 1), next = word_hash(i);
  const std::uint64_t shape_before = shape(i - 1), shape_next = shape(i), shape_after = shape(i + 1);
  const std::uint64_t shape_earlier = i >= first + 2 ? shape(i - 2) : 1;
  const std::uint64_t length = std::min<std::size_t>(i - first, 24) / 4;
  const std::uint64_t said = static_cast<std::uint64_t>(rule) + (blank_before(i) ? 2 : 0);
  std::array<std::uint32_t, feature_count> found{};
  std::size_t count = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    std::uint64_t hash = (a * 0x9e3779b97f4a7c15ULL + b) * 0xd6e8feb86659fd93ULL + c + count * 0x632be59bd9b4e019ULL;
    hash ^= hash >> 31;
    hash *= 0x94d049bb133111ebULL;
    found[count++] = static_cast<std::uint32_t>(hash >> 32);
  };
  add(said, 0, 0);
  add(said, shape_before, shape_next);
  add(said, before, 0);
  add(said, next, 0);
  add(before, next, 0);
  add(shape_earlier, shape_before, shape_next);
  add(shape_before, shape_next, shape_after);
  add(before, shape_next, shape_after);
  add(shape_before, next, said);
  add(length, said, shape_before);
  add(length, shape_before, shape_next);
  add(shape_earlier, before, shape_next);
  add(next, shape_after, shape_before);
  add(i >= 2 ? word_hash(i - 2) : 0, shape_before, shape_next);
  return found;
}

bool lines_are_paragraphs(std::string_view text) {
  constexpr std::size_t fewest_lines = 4;
  std::size_t lines = 0;
  std::size_t ended = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t last = text.find_last_not_of(" \t\r", end == begin ? begin : end - 1);
    if (end - begin >= wrapped_line_bytes && last != std::string_view::npos && last > begin) {
      ++lines;
      const std::string_view line = text.substr(begin, last + 1 - begin);
      ended += line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with('"') ||
               line.ends_with(':') || line.ends_with("\u201D") || line.ends_with("\u2019") || line.ends_with(')');
    }
    begin = end + 1;
  }
  return lines >= fewest_lines && ended * 3 >= lines * 2;
}

std::vector<std::uint32_t> find_sentence_starts(std::string_view text, const std::vector<Span>& tokens,
                                                const WordParts& lists, BoundaryWeights weights, bool paragraphs) {
  using Rule = BoundaryFinder::Rule;
  const BoundaryFinder finder(text, tokens, lists, paragraphs);
  std::vector<std::uint32_t> found;
  if (!tokens.empty()) found.push_back(0);
  std::size_t behind_mark = 0;  // the last token that a mark stands before
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (is_pause(words_at(text, tokens[i - 1]))) behind_mark = i;
    if (i - found.back() == most_words_of_a_sentence) {
      const bool near = behind_mark > found.back() + most_words_of_a_sentence / 2;
      found.push_back(static_cast<std::uint32_t>(near ? behind_mark : i));
      if (found.back() == i) continue;
    }
    const Rule rule = finder.rule(i, found.back());
    bool ends = rule == Rule::surely_ends || rule == Rule::ends;
    if (!weights.empty() && (rule == Rule::ends || rule == Rule::goes_on)) {
      std::int32_t score = 0;
      for (const std::uint32_t feature : finder.features(i, found.back(), rule))
        score += weights[feature & (weights.size() - 1)];
      ends = score > 0;
    }
    if (ends) found.push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

}  // namespace hearsay
