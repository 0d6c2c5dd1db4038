// The format of corrections. A line is words and quoted strings, held against a table of forms in which $ stands for a
// name, an id or a passage:
//
//   name "Taras Zhelyabin" is "Jelyabin"
//   claim in 03 "the building held 1,100 tonnes" belongs with 01 "The building held 600 tonnes"
//
// Inside quotation marks \" is a quotation mark and \\ a backslash; nothing else is special.
#include "narrate/corrections.h"

#include "base/lines.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hearsay {

namespace {

constexpr std::size_t most_corrections = 10'000;
constexpr std::size_t longest_line_bytes = 20'000;

struct Piece {
  std::string text;
  bool quoted = false;
};

// What a $ in a form stands for: the article or the words of the first or second thing.
enum class Slot : std::uint8_t { first_article, first_words, second_article, second_words };

struct Form {
  CorrectionKind kind;
  std::string_view words;
  std::array<Slot, 4> slots;
};

// The first form that fits decides.
constexpr Form forms[] = {
    {CorrectionKind::two_names, "name $ is not $", {Slot::first_words, Slot::second_words}},
    {CorrectionKind::one_name, "name $ is $", {Slot::first_words, Slot::second_words}},
    {CorrectionKind::copy, "article $ is a copy of $", {Slot::first_article, Slot::second_article}},
    {CorrectionKind::no_copy, "article $ is not a copy of $", {Slot::first_article, Slot::second_article}},
    {CorrectionKind::ignore, "ignore in $ $", {Slot::first_article, Slot::first_words}},
    {CorrectionKind::belongs,
     "claim in $ $ belongs with $ $",
     {Slot::first_article, Slot::first_words, Slot::second_article, Slot::second_words}},
    {CorrectionKind::apart, "claim in $ $ stands apart", {Slot::first_article, Slot::first_words}},
    {CorrectionKind::own_voice, "claim in $ $ is said by nobody", {Slot::first_article, Slot::first_words}},
    {CorrectionKind::said_by,
     "claim in $ $ is said by $",
     {Slot::first_article, Slot::first_words, Slot::second_words}},
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Nothing when a quotation mark is never closed.
std::optional<std::vector<Piece>> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < line.size();) {
    if (is_blank(line[i])) {
      ++i;
      continue;
    }
    Piece piece;
    piece.quoted = line[i] == '"';
    if (!piece.quoted) {
      while (i < line.size() && !is_blank(line[i])) piece.text += line[i++];
    } else {
      for (++i; i < line.size() && line[i] != '"'; ++i) {
        const bool escapes = line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '"' || line[i + 1] == '\\');
        piece.text += line[escapes ? ++i : i];
      }
      if (i++ == line.size()) return std::nullopt;
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::string& slot_of(Correction& correction, Slot slot) {
  switch (slot) {
    case Slot::first_article:
      return correction.first.article;
    case Slot::first_words:
      return correction.first.words;
    case Slot::second_article:
      return correction.second.article;
    case Slot::second_words:
      break;
  }
  return correction.second.words;
}

bool fits(const Form& form, const std::vector<Piece>& pieces, Correction& correction) {
  std::string_view words = form.words;
  std::size_t slot = 0;
  for (const Piece& piece : pieces) {
    if (words.empty()) return false;
    const std::string_view wanted = next_piece(words, ' ');
    if (wanted == "$") {
      if (piece.text.empty()) return false;
      slot_of(correction, form.slots[slot++]) = piece.text;
    } else if (piece.quoted || piece.text != wanted) {
      return false;
    }
  }
  return words.empty();
}

Correction read_line(std::string_view line, std::size_t number) {
  Correction bad;
  bad.line = number;
  bad.text = std::string(line.substr(0, longest_line_bytes));
  if (line.size() > longest_line_bytes || first_broken_byte(line)) {
    bad.problem = line.size() > longest_line_bytes ? "is too long to be a correction" : "is not UTF-8 text";
    bad.text = line.size() > longest_line_bytes ? "..." : "?";
    return bad;
  }
  const auto pieces = pieces_of(line);
  if (!pieces) {
    bad.problem = "has a quotation mark that is never closed";
    return bad;
  }
  for (const Form& form : forms) {
    Correction correction = bad;
    correction.kind = form.kind;
    if (fits(form, *pieces, correction)) return correction;
  }
  bad.problem =
      "is not a correction: it must begin with name, article, ignore or claim and have one of the forms of "
      "docs/corrections.md";
  return bad;
}

}  // namespace

std::vector<Correction> read_corrections(std::string_view bytes) {
  std::vector<Correction> corrections;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    std::string_view line = next_line(bytes);
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (corrections.size() == most_corrections) {
      Correction rest;
      rest.line = number;
      rest.text = "...";
      rest.problem = "and all after it are not read: a file holds at most 10,000 corrections";
      corrections.push_back(std::move(rest));
      break;
    }
    corrections.push_back(read_line(line, number));
  }
  return corrections;
}

}  // namespace hearsay
