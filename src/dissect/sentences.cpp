// Sentence boundaries by rule: a blank line ends a sentence; so does a line that is no wrapped line of a paragraph; so
// does a stop, a question mark or an exclamation mark, with the quotes and brackets that close after it, unless an
// abbreviation or what follows speaks against it.
#include "dissect/sentences.h"

#include "dissect/letters.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

// A line this long without a stop at its end may be the wrapped line of a paragraph; a shorter one is a headline.
constexpr std::size_t wrapped_line_bytes = 50;

bool is_one_of(std::string_view word, std::string_view spaced_words) {
  const std::size_t found = (std::string(" ") + std::string(spaced_words) + " ").find(" " + std::string(word) + " ");
  return found != std::string::npos;
}

bool ends_like_sentence(std::string_view word) {
  const char last = word.back();
  if (last != '.' && last != '!' && last != '?') return word == "\u2026" || word == "\u3002";
  return word.find_first_not_of(".!?") == std::string_view::npos;
}

bool is_closer(std::string_view word) { return is_one_of(word, "\" ' '' ) ] } \u201D \u2019 \u00BB \u2019\u2019"); }

bool is_opener(std::string_view word) {
  return is_one_of(word, "\" ' `` ` ( [ { \u201C \u2018 \u00AB \u201E - -- * \u2022 \u2013 \u2014 \u2018\u2018");
}

class BoundaryFinder {
 public:
  BoundaryFinder(std::string_view text, const std::vector<Span>& tokens, const WordLists& lists)
      : text_(text), tokens_(tokens), lists_(lists) {}

  std::vector<std::uint32_t> starts() const {
    std::vector<std::uint32_t> found;
    if (tokens_.empty()) return found;
    found.push_back(0);
    for (std::size_t i = 1; i < tokens_.size(); ++i)
      if (begins_sentence(i, found.back())) found.push_back(static_cast<std::uint32_t>(i));
    return found;
  }

 private:
  std::string_view word(std::size_t i) const { return words_at(text_, tokens_[i]); }
  bool blank_before(std::size_t i) const { return tokens_[i].begin > tokens_[i - 1].end; }

  bool begins_sentence(std::size_t i, std::size_t sentence_first) const {
    if (blank_before(i)) {
      const int lines = lines_before(i);
      if (lines >= 2) return true;
      if (lines == 1) return !is_wrapped_line(i);
    }
    return follows_stop(i, sentence_first);
  }

  // New lines between a token and the one before it.
  int lines_before(std::size_t i) const {
    const std::string_view gap = text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
    if (gap == " ") return 0;
    int lines = static_cast<int>(std::count(gap.begin(), gap.end(), '\n'));
    if (lines == 0) lines = static_cast<int>(std::count(gap.begin(), gap.end(), '\r'));
    return gap.find("\u2029") != std::string_view::npos ? 2 : lines;
  }

  // Does the line that ends before token i go on in the line that begins with it?
  bool is_wrapped_line(std::size_t i) const {
    if (begins_lower(word(i))) return true;
    const std::string_view last = word(i - 1);
    if (last == ",") return true;
    if (ends_like_sentence(last) || is_closer(last) || last == ":") return false;
    if (is_opener(word(i)) && !is_one_of(word(i), "\" ' ( \u201C \u2018")) return false;
    const std::size_t line = text_.rfind('\n', tokens_[i - 1].begin);
    const std::size_t line_begin = line == std::string_view::npos ? 0 : line + 1;
    const std::size_t line_bytes = tokens_[i - 1].end - line_begin;
    // Only a text whose lines are all about as long is wrapped; a longer line is a paragraph.
    return line_bytes >= wrapped_line_bytes && line_bytes <= 100 && next_line_is_long(tokens_[i].begin);
  }

  bool next_line_is_long(std::size_t begin) const {
    const std::size_t end = text_.substr(begin, 200).find('\n');
    return end != std::string_view::npos && end >= wrapped_line_bytes && end <= 100;
  }

  // The token with which the sentence before token i ends, closing marks left aside; nothing when only marks stand
  // there.
  std::optional<std::size_t> last_but_closers(std::size_t i, std::size_t sentence_first) const {
    std::size_t last = i - 1;
    while (last > sentence_first && is_closer(word(last)) && !ends_like_sentence(word(last))) --last;
    if (is_closer(word(last))) return std::nullopt;
    return last;
  }

  bool follows_stop(std::size_t i, std::size_t sentence_first) const {
    // A mark that closes belongs to the sentence that it closes.
    if (is_closer(word(i)) && (!blank_before(i) || !opens_here(i))) return false;
    if (ends_like_sentence(word(i))) return false;
    const auto last = last_but_closers(i, sentence_first);
    if (!last) return false;
    const std::string_view stop = word(*last);
    const std::size_t first_word = first_word_from(i);
    const std::string_view next = word(first_word);
    if (!ends_like_sentence(stop)) return abbreviation_ends(i, *last, next);
    if (!blank_before(i)) return begins_upper(next) && stop == "." && i == *last + 1;
    if (begins_lower(next)) return stop == "." && i == *last + 1 && *last > sentence_first + 2 && first_word == i;
    // "1. Wash the car": a number with a stop at the beginning is the item of a list.
    if (stop == "." && *last == sentence_first + 1 && character_at(word(sentence_first), 0).kind == Letter::digit)
      return false;
    // A quoted question in the middle: '"Why?" Smith asked' goes on when no new sentence can be meant.
    return true;
  }

  // The first token from i on that is no opening mark.
  std::size_t first_word_from(std::size_t i) const {
    std::size_t first = i;
    while (first + 1 < tokens_.size() && first < i + 3 && is_opener(word(first))) ++first;
    return first;
  }

  // A mark of ambiguous direction opens when a blank stands before it and none after it.
  bool opens_here(std::size_t i) const { return i + 1 < tokens_.size() && !blank_before(i + 1); }

  // Does a sentence end with the abbreviation at `last`?
  bool abbreviation_ends(std::size_t i, std::size_t last, std::string_view next) const {
    const std::string_view stop = word(last);
    if (stop.back() != '.' || !blank_before(i) || !begins_upper(next)) return false;
    const auto kind = lists_.abbreviation(stop);
    if (kind && *kind != Abbreviation::end) return false;
    const bool initial = stop.size() == 2;
    if (initial) return false;
    return is_one_of(
        next,
        "The A An It He She They We But In This That I These Those There His Her Its Their If When While After "
        "Before At On For And As With Under However Meanwhile Some Many Most You What Who How Why");
  }

  std::string_view text_;
  const std::vector<Span>& tokens_;
  const WordLists& lists_;
};

}  // namespace

std::vector<std::uint32_t> find_sentence_starts(std::string_view text, const std::vector<Span>& tokens,
                                                const WordLists& lists) {
  return BoundaryFinder(text, tokens, lists).starts();
}

}  // namespace hearsay
