// Looks at few lines only: a text's first and last sentences are near its ends.
#include "clean/pages/page_edges.h"

#include "clean/dates/written_date.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr const char* above_why = "a day or a byline above the text";
constexpr const char* below_why = "left of a box below the text";
constexpr const char* writer_why = "tells of the writer";

constexpr std::size_t longest_label = 120;   // bytes of a line that may give a day and no more
constexpr std::size_t longest_remnant = 40;  // bytes
constexpr std::size_t most_remnants = 2;
constexpr int lines_of_writer = 3;               // the last ones, where there may be a note on the writer
constexpr std::size_t shortest_paragraph = 150;  // bytes of what is one even without a full stop

struct Line {
  Span span;
  bool known = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "22:17"
bool has_clock(std::string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i)
    if (text[i] == ':' && is_digit(text[i - 1]) && is_digit(text[i + 1]) && is_digit(text[i + 2])) return true;
  return false;
}

bool is_paragraph(std::string_view line) {
  if (line.size() >= shortest_paragraph) return true;
  while (!line.empty()) {
    bool taken = false;
    for (const std::string_view mark : {"\"", "'", "”", "’", ")", "]", "»", " ", "\xC2\xA0"})
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        taken = true;
      }
    if (!taken) break;
  }
  for (const std::string_view end : {".", "!", "?", "…", ":", "。", "।"})
    if (line.size() > 30 && line.ends_with(end)) return true;
  return false;
}

// A day or a time in a line that is not much longer than that.
bool tells_when(std::string_view line) {
  if (line.size() > longest_label) return false;
  return has_clock(line) || !find_written_days(line, DayOrder::day_first, 1).empty();
}

std::vector<Line> cut_lines(std::string_view text, const std::vector<Boilerplate>& known) {
  std::vector<Line> lines;
  auto part = known.begin();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    while (part != known.end() && part->span.end <= begin) ++part;
    const bool covered = part != known.end() && part->span.begin <= begin && part->span.end >= end;
    if (end > begin) lines.push_back({{begin, end}, covered});
    begin = end + 1;
  }
  return lines;
}

// "Ida Orre is a reporter for the Wennel Post." A name of one word may be anybody's.
bool begins_with_writer(std::string_view line, const std::vector<std::string>& authors) {
  constexpr std::size_t longest_note = 600;
  if (line.size() > longest_note) return false;
  return std::any_of(authors.begin(), authors.end(), [line](std::string_view author) {
    if (author.starts_with("By ") || author.starts_with("by ")) author.remove_prefix(3);
    if (author.find(' ') == std::string_view::npos || !line.starts_with(author)) return false;
    const std::string_view rest = line.substr(author.size());
    constexpr std::string_view verbs[] = {" is ",    " was ",     " has ",    " covers ", " writes ",
                                          " works ", " reports ", " joined ", " can be "};
    return std::any_of(std::begin(verbs), std::end(verbs),
                       [rest](std::string_view verb) { return rest.starts_with(verb); });
  });
}

}  // namespace

std::vector<Boilerplate> find_page_edges(std::string_view text, const std::vector<Boilerplate>& known,
                                         const std::vector<std::string>& authors) {
  std::vector<Boilerplate> found;
  const std::vector<Line> lines = cut_lines(text, known);
  const auto begins = [&](const Line& line) { return !line.known && is_paragraph(words_at(text, line.span)); };
  const auto first = std::find_if(lines.begin(), lines.end(), begins);
  if (first == lines.end()) return found;
  for (auto line = lines.begin(); line != first; ++line)
    if (!line->known && tells_when(words_at(text, line->span))) found.push_back({line->span, above_why});
  auto last = lines.end();
  while (!begins(*std::prev(last))) --last;
  const auto is_remnant = [&](const Line& line) { return line.known || line.span.size() <= longest_remnant; };
  const auto unknown = std::count_if(last, lines.end(), [](const Line& line) { return !line.known; });
  if (unknown <= static_cast<std::ptrdiff_t>(most_remnants) && std::all_of(last, lines.end(), is_remnant))
    for (auto line = last; line != lines.end(); ++line)
      if (!line->known) found.push_back({line->span, below_why});
  int looked = 0;
  for (auto line = last; line != first && looked < lines_of_writer;) {
    --line;
    looked += !line->known;
    if (!line->known && line != first && begins_with_writer(words_at(text, line->span), authors))
      found.push_back({line->span, writer_why});
  }
  std::sort(found.begin(), found.end(), [](const Boilerplate& a, const Boilerplate& b) { return a.span < b.span; });
  return found;
}

}  // namespace hearsay
