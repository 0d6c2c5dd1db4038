// An account begins with its title in quotation marks (below a rule, if it is whole) and the counts of what it was made
// from: "17 articles | 9 newsrooms | 12 origins", perhaps behind its days. No article is likely to.
#include "run/accounts/own_writing.h"

#include "present/words/lines.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t longest_head = 1500;  // of a title over several lines

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Removes "12 articles" from the front.
bool take_count(std::string_view& text, std::string_view thing) {
  const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
  if (size == 0 || !text.substr(size).starts_with(' ') || !text.substr(size + 1).starts_with(thing)) return false;
  text.remove_prefix(size + 1 + thing.size());
  if (text.starts_with('s')) text.remove_prefix(1);
  return true;
}

bool take_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool begins_counts(std::string_view text) {
  return take_count(text, "article") && take_word(text, " | ") && take_count(text, "newsroom") &&
         take_word(text, " | ") && take_count(text, "origin");
}

// With one blank for each run of blanks and line ends: lines are wrapped to the width of a terminal.
std::string unwrapped(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank || !line.ends_with(' ')) line += blank ? ' ' : c;
  }
  return line;
}

}  // namespace

bool begins_printed_account(std::string_view text) {
  text = text.substr(0, longest_head);
  text.remove_prefix(std::min(text.find_first_not_of("=\r\n"), text.size()));
  if (!opens_with_quotation_mark(text)) return false;
  const std::string head = unwrapped(text);
  for (std::size_t at = 1; at < head.size(); ++at)
    if (is_digit(head[at]) && head[at - 1] == ' ' && begins_counts(std::string_view(head).substr(at))) return true;
  return false;
}

bool begins_own_page(std::string_view html) {
  return html.substr(0, 4096).find("<meta name=\"generator\" content=\"Hearsay ") != std::string_view::npos;
}

}  // namespace hearsay
