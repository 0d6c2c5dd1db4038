// Works on lines alone: where a word stands on the page is not known.
#include "capture/formats/pdf.h"

#include <algorithm>
#include <map>
#include <vector>

namespace hearsay {

namespace {

using Lines = std::vector<std::string_view>;

std::string_view without_ends(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

template <class Take>
void each_part(std::string_view text, char mark, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Empty lines at the ends left out.
std::vector<Lines> pages_of(std::string_view printed) {
  std::vector<Lines> pages;
  each_part(printed, '\f', [&](std::string_view page) {
    Lines lines;
    each_part(page, '\n', [&](std::string_view line) {
      line = without_ends(line);
      if (!line.empty() || !lines.empty()) lines.push_back(line);
    });
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (!lines.empty()) pages.push_back(std::move(lines));
  });
  return pages;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Page 3 of 12" and "Page 4 of 12" are the same line.
std::string without_numbers(std::string_view line) {
  std::string kept;
  for (const char c : line)
    if (!is_digit(c)) kept += c;
  return kept;
}

// Takes the lines off that stand at the same end of more than half of the pages.
void drop_running_lines(std::vector<Lines>& pages, bool foot) {
  constexpr std::size_t most_lines = 3;
  constexpr std::size_t fewest_pages = 3;
  if (pages.size() < fewest_pages) return;
  for (std::size_t round = 0; round < most_lines; ++round) {
    std::map<std::string, std::size_t> times;
    const auto end_of = [&](const Lines& page) { return foot ? page.back() : page.front(); };
    for (const Lines& page : pages)
      if (!page.empty()) ++times[without_numbers(end_of(page))];
    bool dropped = false;
    for (Lines& page : pages) {
      if (page.empty() || 2 * times[without_numbers(end_of(page))] <= pages.size()) continue;
      page.erase(foot ? page.end() - 1 : page.begin());
      while (!page.empty() && end_of(page).empty()) page.erase(foot ? page.end() - 1 : page.begin());
      dropped = true;
    }
    if (!dropped) return;
  }
}

bool begins_small(std::string_view line) { return !line.empty() && line[0] >= 'a' && line[0] <= 'z'; }

bool ends_as_sentence(std::string_view text) {
  while (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')') || text.ends_with("”") ||
         text.ends_with("’"))
    text.remove_suffix(text.ends_with("”") || text.ends_with("’") ? std::string_view("”").size() : 1);
  for (const char* end : {".", "!", "?", ":", "…", "。"})
    if (text.ends_with(end)) return true;
  return false;
}

// "har-" and "bour" are one word; "Marrow-" and "Orre" keep their hyphen.
void append_line(std::string& paragraph, std::string_view line) {
  const std::size_t size = paragraph.size();
  const bool cut = size >= 2 && paragraph[size - 1] == '-' && paragraph[size - 2] >= 'a' && paragraph[size - 2] <= 'z';
  if (cut && begins_small(line))
    paragraph.pop_back();
  else if (size > 0 && !cut)
    paragraph += ' ';
  paragraph += line;
}

}  // namespace

std::string paragraphs_of_pages(std::string_view printed) {
  std::vector<Lines> pages = pages_of(printed);
  drop_running_lines(pages, false);
  drop_running_lines(pages, true);
  std::vector<std::string> paragraphs;
  for (const Lines& page : pages) {
    bool open = !paragraphs.empty() && !page.empty() && begins_small(page[0]) && !ends_as_sentence(paragraphs.back());
    for (const std::string_view line : page) {
      if (line.empty()) {
        open = false;
        continue;
      }
      if (!open) paragraphs.emplace_back();
      append_line(paragraphs.back(), line);
      open = true;
    }
  }
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + '\n';
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace hearsay
