// Quotation marks by one pass over the text with one bit of state: a quotation is open or not. Newspapers reopen a
// quotation at each paragraph and close it only in the last, so a paragraph's end closes what is open, and an opening
// mark at the next paragraph's start continues it. A straight mark opens or closes by what stands beside it. Single
// marks are quotations only outside double ones, and only with a partner in the same paragraph: most of them are
// apostrophes, and one behind an "s" ('It was the nurses' ward.') closes nothing where a surer partner follows. What it
// does not do: it knows no words, so a quoted title and a quoted remark look the same.
#include "extract/attributions/quotes.h"

#include "base/utf8.h"

#include <cstdint>
#include <optional>

namespace hearsay {

namespace {

enum class Turn : std::uint8_t { opens, closes, either };

struct Mark {
  Span span;
  Turn turn = Turn::either;
  bool single = false;
  bool paragraph_end = false;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; }

// Word characters, and every byte of a non-ASCII character.
bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || ((byte | 32U) >= 'a' && (byte | 32U) <= 'z') || byte >= 0x80;
}

char before(std::string_view text, std::size_t at) { return at == 0 ? '\n' : text[at - 1]; }
char after(std::string_view text, std::size_t at) { return at >= text.size() ? '\n' : text[at]; }

// A dash of three bytes (U+2013, U+2014) or a no-break space counts as a blank beside a mark.
bool blank_before(std::string_view text, std::size_t at) {
  const char c = before(text, at);
  if (is_blank(c) || c == '(' || c == '[' || c == '-' || c == '/') return true;
  if (at >= 3 && text.substr(at - 3, 2) == "\xE2\x80" && (c == '\x93' || c == '\x94')) return true;
  return at >= 2 && text.substr(at - 2, 2) == "\xC2\xA0";
}

Turn turn_of_straight(std::string_view text, Span mark) {
  const bool left_blank = blank_before(text, mark.begin);
  const char next = after(text, mark.end);
  const bool right_word = is_word(next) || next == '[' || next == '(' || next == '$' || next == '.' || next == '\'';
  if (left_blank && !is_blank(next)) return Turn::opens;
  if (!left_blank && !right_word) return Turn::closes;
  return Turn::either;
}

// The mark at a byte, if there is one.
std::optional<Mark> mark_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '"') {
    const Span span{at, at + 1};
    return Mark{span, turn_of_straight(text, span)};
  }
  if (c == '`' && after(text, at + 1) == '`') return Mark{{at, at + 2}, Turn::opens};
  if (c == '\'') {
    const bool doubled = after(text, at + 1) == '\'';
    const Span span{at, at + (doubled ? 2 : 1)};
    return Mark{span, turn_of_straight(text, span), !doubled};
  }
  if (c == '\xC2') {
    const char next = after(text, at + 1);
    if (next == '\xAB') return Mark{{at, at + 2}, Turn::opens};
    if (next == '\xBB') return Mark{{at, at + 2}, Turn::closes};
    return std::nullopt;
  }
  if (text.substr(at, 2) != "\xE2\x80") return std::nullopt;
  switch (after(text, at + 2)) {
    case '\x9C':
    case '\x9E':
    case '\x9F':
      return Mark{{at, at + 3}, Turn::opens};
    case '\x9D':
      return Mark{{at, at + 3}, Turn::closes};
    case '\x98':
      return Mark{{at, at + 3}, Turn::opens, true};
    case '\x99':
      return Mark{{at, at + 3}, Turn::closes, true};
    default:
      return std::nullopt;
  }
}

bool ends_paragraph(std::string_view text, std::size_t at, bool at_each_line) {
  if (text[at] != '\n') return false;
  if (at_each_line) return true;
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
  return next >= text.size() || text[next] == '\n';
}

std::vector<Mark> all_marks(std::string_view text) {
  std::vector<Mark> marks;
  const bool at_each_line = text.find("\n\n") == std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > '`' && byte < 0xC2) continue;
    if (const auto mark = mark_at(text, at)) {
      marks.push_back(*mark);
      at = mark->span.end - 1;
    } else if (ends_paragraph(text, at, at_each_line)) {
      marks.push_back({{at, at}, Turn::closes, false, true});
      while (at + 1 < text.size() && is_blank(text[at + 1])) ++at;
    }
  }
  marks.push_back({{text.size(), text.size()}, Turn::closes, false, true});
  return marks;
}

// Whether a single mark can open a quotation, and whether it can close one, by what stands beside it.
bool at_word_start(std::string_view text, const Mark& mark) {
  return blank_before(text, mark.span.begin) && !is_blank(after(text, mark.span.end));
}
bool at_word_end(std::string_view text, const Mark& mark) {
  return !is_word(after(text, mark.span.end)) && !is_blank(before(text, mark.span.begin));
}

// "the nurses' ward": it may as well be an owner's.
bool may_be_owners(std::string_view text, const Mark& mark) {
  const char owner = before(text, mark.span.begin);
  return (owner == 's' || owner == 'S') && after(text, mark.span.end) == ' ' && is_word(after(text, mark.span.end + 1));
}

// For each mark, whether a single mark that surely closes follows it before one that opens, in its paragraph.
std::vector<bool> surely_closed_later(std::string_view text, const std::vector<Mark>& marks) {
  std::vector<bool> closed(marks.size(), false);
  for (std::size_t i = marks.size(); i-- > 1;) {
    const Mark& mark = marks[i];
    const bool closes = mark.single && mark.turn != Turn::opens && at_word_end(text, mark);
    const bool year = mark.single && after(text, mark.span.end) >= '0' && after(text, mark.span.end) <= '9';  // '90s
    if (closes && !may_be_owners(text, mark))
      closed[i - 1] = true;
    else if (mark.paragraph_end || (mark.single && at_word_start(text, mark) && !year))
      closed[i - 1] = false;
    else
      closed[i - 1] = closed[i];
  }
  return closed;
}

class Reader {
 public:
  explicit Reader(std::string_view text)
      : text_(text), marks_(all_marks(text)), closed_later_(surely_closed_later(text, marks_)) {}

  std::vector<Quotation> read() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const Mark& mark = marks_[i];
      if (mark.paragraph_end) {
        end_paragraph(mark);
      } else if (mark.single) {
        take_single(i);
      } else if (!open_) {
        if (opens(mark)) open(mark);
      } else if (closes(mark)) {
        close(mark.span, true);
      } else if (holds_nested(i)) {
        ++i;  // the inner quote's closing mark
      } else {
        // The first was never closed: it ends where the second begins.
        close({mark.span.begin, mark.span.begin}, false);
        open(mark);
      }
    }
    return std::move(found_);
  }

 private:
  bool opens(const Mark& mark) const {
    if (mark.turn != Turn::closes) return true;
    // A closing mark at a word's start, with nothing to close, was turned the wrong way.
    return blank_before(text_, mark.span.begin) && !is_blank(after(text_, mark.span.end));
  }

  bool closes(const Mark& mark) const {
    // An opening mark at a word's end closes: some languages do so, and some keyboards.
    return mark.turn != Turn::opens || (!blank_before(text_, mark.span.begin) && !is_word(after(text_, mark.span.end)));
  }

  // Two closing marks follow the opening mark number `i`: one for it and one for the quotation around it.
  bool holds_nested(std::size_t i) const { return closes_double(i + 1) && closes_double(i + 2); }
  bool closes_double(std::size_t i) const {
    return i < marks_.size() && !marks_[i].paragraph_end && !marks_[i].single && marks_[i].turn != Turn::opens;
  }

  void open(const Mark& mark) {
    open_ = mark.span;
    single_.reset();
    continued_ = left_open_ && mark.span.begin == paragraph_begin_;
  }

  void close(Span end, bool closed) {
    if (open_->end < end.begin)
      found_.push_back({{open_->begin, end.end}, {open_->end, end.begin}, closed, continued_});
    open_.reset();
    single_.reset();
    continued_ = false;
  }

  void end_paragraph(const Mark& mark) {
    left_open_ = open_.has_value();
    if (open_) close(mark.span, false);
    single_.reset();
    paragraph_begin_ = mark.span.begin;
    while (paragraph_begin_ < text_.size() && is_blank(text_[paragraph_begin_])) ++paragraph_begin_;
  }

  void take_single(std::size_t i) {
    if (open_) return;
    const Mark& mark = marks_[i];
    if (!single_ && at_word_start(text_, mark) && mark.turn != Turn::closes) {
      single_ = mark.span;
    } else if (single_ && at_word_end(text_, mark) && mark.turn != Turn::opens) {
      if (may_be_owners(text_, mark) && closed_later_[i]) return;
      open_ = single_;
      close(mark.span, true);
    }
  }

  std::string_view text_;
  std::vector<Mark> marks_;
  std::vector<bool> closed_later_;
  std::vector<Quotation> found_;
  std::optional<Span> open_;
  std::optional<Span> single_;
  std::size_t paragraph_begin_ = 0;
  bool left_open_ = false;
  bool continued_ = false;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text) { return Reader(text).read(); }

}  // namespace hearsay
