// Two texts aligned on what they share. What stands in both runs across both columns, once; what only one of them has
// stands in its own column, beside the other's. Passages go in the order of the later text; one that the copier moved
// has nothing beside it on the left.
#include "present/page/page_parts.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"

#include <algorithm>
#include <cctype>

namespace hearsay {

namespace {

constexpr std::size_t longest_gap = 300;  // bytes; about three lines in a column

// Without white space at its ends, without the marks that close what stands before it or open what comes after.
Span trimmed(std::string_view text, Span span) {
  static constexpr std::string_view curly = "”";
  const auto blank = [&](std::size_t byte) { return std::isspace(static_cast<unsigned char>(text[byte])) != 0; };
  const auto leads = [&](std::size_t byte) -> std::size_t {
    if (blank(byte) || std::string_view(".,;:!?)").find(text[byte]) != std::string_view::npos) return 1;
    const bool closes = byte + 1 < span.end && text[byte] == '"' && blank(byte + 1);
    return closes ? 1 : words_at(text, {byte, span.end}).starts_with(curly) ? curly.size() : 0;
  };
  for (std::size_t size = 1; span.begin < span.end && size > 0; span.begin += size) size = leads(span.begin);
  while (span.begin < span.end && (blank(span.end - 1) || text[span.end - 1] == '(')) --span.end;
  for (const std::string_view opening : {" “", " ‘", " \"", "\n“", "\n\""}) {
    if (!words_at(text, span).ends_with(opening)) continue;
    span.end -= opening.size();
    break;
  }
  return span;
}

// The span less the boilerplate at its ends, which was not compared.
Span without_boilerplate(std::string_view text, const Article& article, Span span) {
  for (const Boilerplate& part : article.boilerplate)
    if (part.span.begin <= span.begin && span.begin < part.span.end)
      span = trimmed(text, {std::min(part.span.end, span.end), span.end});
  for (auto part = article.boilerplate.rbegin(); part != article.boilerplate.rend(); ++part)
    if (part->span.begin < span.end && span.end <= part->span.end)
      span = trimmed(text, {span.begin, std::max(part->span.begin, span.begin)});
  return span;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

bool has_a_word(std::string_view text, Span span) {
  const std::string_view words = words_at(text, span);
  return std::any_of(words.begin(), words.end(),
                     [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); });
}

std::string_view change_phrase(Change::Kind kind) {
  static constexpr std::string_view phrases[] = {"dropped",       "added",          "number changed",
                                                 "hedge changed", "source changed", "reworded"};
  return phrases[static_cast<std::size_t>(kind)];
}

// The changes that fall into a gap, in words: "hedge changed, reworded". Without any, what the gap itself shows.
std::string gap_phrase(const Copy& copy, Span left, Span right, bool has_left, bool has_right) {
  std::string words;
  for (const Change& change : copy.changes) {
    const bool inside = (!change.from.empty() && has_left && left.overlaps(change.from)) ||
                        (!change.to.empty() && has_right && right.overlaps(change.to));
    const std::string phrase(change_phrase(change.kind));
    if (!inside || words.find(phrase) != std::string::npos) continue;
    words += (words.empty() ? "" : ", ") + phrase;
  }
  if (!words.empty()) return words;
  if (left.size() > longest_gap || right.size() > longest_gap)
    return has_left && has_right ? "different" : has_left ? "dropped" : "added";
  return has_left && has_right ? "reworded" : has_left ? "dropped" : "added";
}

class Collation {
 public:
  Collation(std::string& page, const AccountView& view, const Copy& copy, std::size_t most_bytes)
      : page_(page),
        copy_(copy),
        from_article_(view.account().articles[copy.from]),
        to_article_(view.account().articles[copy.to]),
        from_(from_article_.text),
        to_(to_article_.text),
        bytes_left_(most_bytes) {}

  void write() {
    std::size_t left = 0;
    std::size_t right = 0;
    for (const Passage& passage : copy_.passages) {
      if (passage.to.begin < right) continue;
      // Where the passage stands before what was already shown, the copier moved it: nothing is missing beside it.
      const bool moved = passage.from.begin < left;
      write_gap(moved ? Span{left, left} : Span{left, passage.from.begin}, {right, passage.to.begin});
      write_shared(passage.from, moved);
      left = std::max(left, passage.from.end);
      right = passage.to.end;
      if (cut_) return;
    }
    write_gap({left, from_.size()}, {right, to_.size()});
  }

 private:
  bool spend(std::size_t bytes) {
    if (bytes <= bytes_left_) {
      bytes_left_ -= bytes;
      return true;
    }
    if (!cut_) page_ += "<p class=\"cut\">The rest is not shown here; both articles are given in full below.</p>\n";
    cut_ = true;
    return false;
  }

  void write_gap(Span left, Span right) {
    left = without_boilerplate(from_, from_article_, trimmed(from_, left));
    right = without_boilerplate(to_, to_article_, trimmed(to_, right));
    const bool has_left = has_a_word(from_, left);
    const bool has_right = has_a_word(to_, right);
    if ((!has_left && !has_right) || !spend(std::min(left.size(), longest_gap) + std::min(right.size(), longest_gap)))
      return;
    put(page_, "<div class=\"gap\"><p class=\"tag\">{}</p><div class=\"left\">",
        gap_phrase(copy_, left, right, has_left, has_right));
    if (has_left) write_ends(from_, left);
    page_ += "</div><div class=\"right\">";
    if (has_right) write_ends(to_, right);
    page_ += "</div></div>\n";
  }

  // A long stretch is shown by its first and last words: what was dropped, added or changed shows in short stretches,
  // and the articles stand below in full.
  void write_ends(std::string_view text, Span words) {
    if (words.size() <= longest_gap) return write_quotation(page_, text, words, {});
    const Span first{words.begin, words.begin + beginning_of(words_at(text, words), longest_gap / 3).size()};
    const Span last{words.end - ending_of(words_at(text, words), longest_gap / 3).size(), words.end};
    write_quotation(page_, text, first, {});
    put(page_, " <span class=\"elided\">… {} more …</span> ",
        counted(count_words(words_at(text, {first.end, last.begin})), "word", "words"));
    write_quotation(page_, text, last, {});
  }

  void write_shared(Span words, bool moved) {
    words = trimmed(from_, words);
    if (words.empty() || !spend(std::min(words.size(), longest_gap))) return;
    put(page_, "<div class=\"shared\"><p class=\"tag\">{}</p>", moved ? "in both, moved" : "in both");
    write_ends(from_, words);
    page_ += "</div>\n";
  }

  std::string& page_;
  const Copy& copy_;
  const Article& from_article_;
  const Article& to_article_;
  std::string_view from_;
  std::string_view to_;
  std::size_t bytes_left_;
  bool cut_ = false;
};

}  // namespace

void write_collation(std::string& page, const AccountView& view, const Copy& copy, std::size_t most_bytes) {
  if (copy.passages.empty()) return;
  put(page, "<div class=\"collation\">\n<div class=\"sides\"><p>{}</p><p>{}</p></div>\n",
      newsroom_name(view.account().articles[copy.from]), newsroom_name(view.account().articles[copy.to]));
  Collation(page, view, copy, most_bytes).write();
  page += "</div>\n";
}

}  // namespace hearsay
