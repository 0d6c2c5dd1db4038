// Words by rule: the text comes apart at blanks, each piece is read from left to right, and a run of letters and
// digits takes in the marks that belong to it ("3.5", "U.N.", "O'Hara", "9/11"). Lists under data/ name the
// abbreviations, the clitics and the prefixes. Follows the tokenisation of Universal Dependencies English EWT; words
// that a writer ran together or broke apart by mistake are left as they stand.
#include "dissect/words/tokens.h"

#include "dissect/words/letters.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t longest_looked_up = 64;  // bytes: no list has a longer word

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

class PieceReader {
 public:
  PieceReader(std::string_view text, const WordParts& lists, std::vector<Span>& tokens)
      : text_(text), lists_(lists), tokens_(tokens) {}

  // Cuts a piece of text without blanks into tokens.
  void read(Span piece) {
    end_ = piece.end;
    std::size_t at = piece.begin;
    // An address may stand in brackets or quotes.
    while (at < end_ && std::string_view("<([{\"'*").find(text_[at]) != std::string_view::npos) at = read_mark(at);
    if (const std::size_t address_end = end_of_address({at, end_}); address_end > at) {
      tokens_.push_back({at, address_end});
      at = address_end;
    }
    while (at < end_) at = character_at(text_, at).is_word() ? read_word(at) : read_mark(at);
  }

 private:
  char byte_at(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }
  bool word_at(std::size_t at) const { return at < end_ && character_at(text_, at).is_word(); }
  std::string_view words(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  // The end of a web or mail address that fills the piece but for the marks after it; 0 when it is none.
  std::size_t end_of_address(Span piece) const {
    if (piece.empty()) return 0;
    std::size_t end = piece.end;
    while (end > piece.begin && std::string_view(".,;:!?)]}>\"'*").find(text_[end - 1]) != std::string_view::npos)
      --end;
    const std::string_view all = words(piece.begin, end);
    if (all.size() < 2) return 0;
    const bool web = (all.find("://") != std::string_view::npos && is_ascii_letter(all[0])) || all.starts_with("www.");
    const std::size_t at_sign = all.find('@');
    const bool mail = at_sign != std::string_view::npos && at_sign > 0 && is_mail(all, at_sign);
    const bool handle = (all[0] == '@' || all[0] == '#') && word_at(piece.begin + 1) && !is_ascii_digit(all[1]);
    return web || mail || handle ? end : 0;
  }

  static bool is_mail(std::string_view all, std::size_t at_sign) {
    return all.find('.', at_sign) != std::string_view::npos && all.find_first_of(",;()<>\"/") == std::string_view::npos;
  }

  // Reads a run of letters and digits with what belongs to it. Returns where the next token begins.
  std::size_t read_word(std::size_t begin) {
    std::size_t at = begin;
    while (at < end_) {
      const Character here = character_at(text_, at);
      if (!here.is_word() && !joins(begin, at, here)) break;
      at += here.size_bytes;
    }
    if (byte_at(at) == '.' && keeps_stop(begin, at)) {
      tokens_.push_back({begin, at + 1});
      return at + 1;
    }
    // "US$" and the like are one mark of a currency.
    if (byte_at(at) == '$' && at - begin <= 3 &&
        std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char c) { return c >= 'A' && c <= 'Z'; }))
      ++at;
    split_word(begin, at);
    return at;
  }

  // Does the mark at `at`, inside a piece whose run began at `begin`, belong to the run?
  bool joins(std::size_t begin, std::size_t at, const Character& mark) const {
    const std::size_t next = at + mark.size_bytes;
    if (!word_at(next)) return false;
    const char before = text_[at - 1];
    const char after = text_[next];
    switch (mark.value) {
      case U'\'':
      case U'\u2019':
      case U'`':
        return is_ascii_digit(before) ? after == 's' : true;
      case U'.':
        return stop_joins(begin, at);
      case U',':
        return is_ascii_digit(before) && three_digits_at(next);
      case U':':
        return is_ascii_digit(before) && is_ascii_digit(after) && at - begin <= 5;
      case U'/':
        return is_ascii_digit(before) && is_ascii_digit(after) && only_digits_before(begin, at);
      case U'-':
        return hyphen_joins(begin, at);
      case U'&':
        return before >= 'A' && before <= 'Z' && after >= 'A' && after <= 'Z' && at - begin <= 3;
      case U'_':
        return true;
      default:
        return false;
    }
  }

  bool stop_joins(std::size_t begin, std::size_t at) const {
    const char before = text_[at - 1];
    const char after = text_[at + 1];
    if (is_ascii_digit(before)) return is_ascii_digit(after);
    if (!is_ascii_letter(before) || !is_ascii_letter(after)) return false;
    // "U.N", "p.m": single letters with stops between.
    const bool single_before = at == begin + 1 || text_[at - 2] == '.';
    const bool single_after = !word_at(at + 2) || text_[at + 2] == '.';
    if (single_before && single_after) return true;
    if (single_after && at - begin < longest_looked_up &&
        lists_.abbreviation(std::string(words(begin, at)) + "." + std::string(1, after) + "."))
      return true;
    // "example.com" and "NOTES.pdf", but not "end.Next", where only the blank is missing.
    return after >= 'a' && after <= 'z' && is_domain_after(at + 1);
  }

  // A few letters that stand after the last stop of an address or of a file's name.
  bool is_domain_after(std::size_t at) const {
    std::size_t end = at;
    while (end < end_ && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    return end - at >= 2 && end - at <= 4;
  }

  bool three_digits_at(std::size_t at) const {
    return is_ascii_digit(byte_at(at)) && is_ascii_digit(byte_at(at + 1)) && is_ascii_digit(byte_at(at + 2)) &&
           !is_ascii_digit(byte_at(at + 3));
  }

  bool only_digits_before(std::size_t begin, std::size_t at) const {
    if (at - begin > 10) return false;
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                       text_.begin() + static_cast<std::ptrdiff_t>(at),
                       [](char c) { return is_ascii_digit(c) || c == '/'; });
  }

  // "non-lethal" and "555-010-7788" stay whole; "long-term" and "5-10" do not.
  bool hyphen_joins(std::size_t begin, std::size_t at) const {
    if (is_ascii_digit(text_[at - 1])) return is_ascii_digit(byte_at(at + 1)) && is_digits_in_groups(begin);
    return at - begin <= 7 && lists_.is_joined_prefix(small_letters(words(begin, at)));
  }

  // Three or more groups of digits, or a telephone number's two.
  bool is_digits_in_groups(std::size_t begin) const {
    std::size_t hyphens = 0;
    std::size_t at = begin;
    for (; at < end_ && at - begin < 24 && (is_ascii_digit(text_[at]) || text_[at] == '-'); ++at)
      hyphens += text_[at] == '-';
    return hyphens >= 2 || (at - begin == 8 && text_[begin + 3] == '-');
  }

  // Does the run [begin, at) keep the stop that follows it?
  bool keeps_stop(std::size_t begin, std::size_t at) const {
    const std::size_t size = at - begin;
    if (size > longest_looked_up) return false;
    if (words(begin, at).find('.') != std::string_view::npos && is_ascii_letter(text_[at - 1]) &&
        (text_[at - 2] == '.' || lists_.abbreviation(words(begin, at + 1))))
      return true;
    if (byte_at(at + 1) == '.') return false;  // "etc..." ends in an ellipsis
    if (lists_.abbreviation(words(begin, at + 1))) return true;
    return is_initial(begin, at);
  }

  // A single capital before another capital ("J. Kettering"), but not "I." or the letter at the end of "Plan B."
  bool is_initial(std::size_t begin, std::size_t at) const {
    const Character letter = character_at(text_, begin);
    if (letter.kind != Letter::upper || begin + letter.size_bytes != at || letter.value == U'I') return false;
    if (at + 1 < end_) return true;
    std::size_t next = at + 1;
    while (next < text_.size() && next < at + 4 && text_[next] == ' ') ++next;
    if (next == at + 1 || next >= text_.size()) return false;
    const bool capital_next = character_at(text_, next).kind == Letter::upper;
    const bool lower_before =
        begin >= 2 && text_[begin - 1] == ' ' && text_[begin - 2] >= 'a' && text_[begin - 2] <= 'z';
    return capital_next && !(lower_before && is_sentence_opener(next));
  }

  bool is_sentence_opener(std::size_t at) const {
    constexpr std::size_t longest = 16;
    const std::string_view ahead = text_.substr(at, longest);
    const std::size_t end = ahead.find(' ');
    return end != std::string_view::npos && lists_.surely_begins_sentence(ahead.substr(0, end));
  }

  // Takes clitics and units off a run and keeps the parts.
  void split_word(std::size_t begin, std::size_t end) {
    const std::string_view word = words(begin, end);
    if (word.size() > longest_looked_up) {
      tokens_.push_back({begin, end});
      return;
    }
    if (is_ascii_digit(word.front())) return split_number(begin, end);
    const std::size_t clitic = lists_.clitic_bytes(word);
    const std::size_t stem_end = end - clitic;
    const std::size_t first = lists_.first_part_bytes(words(begin, stem_end));
    // "i'm" is split at its clitic only; a list word is split when it stands without one.
    if (clitic == 0 && first > 0 && !is_capitals_pair(word)) {
      tokens_.push_back({begin, begin + first});
      tokens_.push_back({begin + first, end});
      return;
    }
    tokens_.push_back({begin, stem_end});
    if (clitic > 0) tokens_.push_back({stem_end, end});
  }

  // "IM" and "HES" in capitals are abbreviations rather than "I'm" and "he's".
  static bool is_capitals_pair(std::string_view word) {
    return word.size() <= 3 && std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "10km" is two words; "20th" and "1990's" are one.
  void split_number(std::size_t begin, std::size_t end) {
    std::size_t digits_end = begin;
    while (digits_end < end && !is_ascii_letter(text_[digits_end])) ++digits_end;
    const std::string_view rest = words(digits_end, end);
    const bool clean_cut = digits_end > begin && is_ascii_digit(text_[digits_end - 1]);
    if (clean_cut && !rest.empty() && rest.size() <= 8 && lists_.is_unit(small_letters(rest))) {
      // "5p.m." keeps its last stop with the unit.
      tokens_.push_back({begin, digits_end});
      begin = digits_end;
    }
    tokens_.push_back({begin, end});
  }

  // Reads one mark or a run of marks that go together. Returns where the next token begins.
  std::size_t read_mark(std::size_t at) {
    std::size_t next = at + character_at(text_, at).size_bytes;
    if (const std::size_t face = end_of_emoticon(at); face > at) {
      next = face;
    } else if (const std::size_t decade = end_of_decade(at); decade > at) {
      next = decade;
    } else if (std::string_view(".!?").find(text_[at]) != std::string_view::npos) {
      while (next < end_ && std::string_view(".!?").find(text_[next]) != std::string_view::npos) ++next;
    } else if (std::string_view("-=*_~#+<>^'`").find(text_[at]) != std::string_view::npos) {
      const bool pairs = text_[at] == '\'' || text_[at] == '`';
      while (next < end_ && text_[next] == text_[at] && !(pairs && next >= at + 2)) ++next;
    }
    tokens_.push_back({at, next});
    return next;
  }

  // ":-)" and its kin, at the end of a piece.
  std::size_t end_of_emoticon(std::size_t at) const {
    if (std::string_view(":;=").find(text_[at]) == std::string_view::npos) return at;
    std::size_t next = at + 1;
    if (byte_at(next) == '-' || byte_at(next) == '\'') ++next;
    if (next >= end_ || std::string_view(")(DPp/|]").find(text_[next]) == std::string_view::npos) return at;
    ++next;
    while (next < end_ && text_[next] == text_[next - 1]) ++next;
    return next == end_ || !word_at(next) ? next : at;
  }

  // "'90s", with either apostrophe.
  std::size_t end_of_decade(std::size_t at) const {
    const Character mark = character_at(text_, at);
    if (mark.value != U'\'' && mark.value != U'\u2019' && mark.value != U'\u2018') return at;
    std::size_t next = at + mark.size_bytes;
    if (!is_ascii_digit(byte_at(next)) || !is_ascii_digit(byte_at(next + 1))) return at;
    next += 2;
    if (byte_at(next) == 's') ++next;
    return word_at(next) ? at : next;
  }

  std::string_view text_;
  const WordParts& lists_;
  std::vector<Span>& tokens_;
  std::size_t end_ = 0;  // of the piece being read
};

}  // namespace

std::vector<Span> find_tokens(std::string_view text, Span part, const WordParts& lists) {
  std::vector<Span> tokens;
  tokens.reserve(part.size() / 5 + 1);
  const std::string_view seen = text.substr(0, part.end);
  PieceReader reader(seen, lists, tokens);
  std::size_t at = part.begin;
  while (at < part.end) {
    const Character here = character_at(seen, at);
    if (here.kind == Letter::blank) {
      at += here.size_bytes;
      continue;
    }
    std::size_t end = at;
    while (end < part.end) {
      const Character next = character_at(seen, end);
      if (next.kind == Letter::blank) break;
      end += next.size_bytes;
    }
    reader.read({at, end});
    at = end;
  }
  return tokens;
}

}  // namespace hearsay
