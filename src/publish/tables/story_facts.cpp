#include "publish/tables/story_facts.h"

#include "base/directions.h"
#include "itemise/propositions/hosts.h"
#include "present/words/addresses.h"

#include <algorithm>
#include <cctype>

namespace hearsay {

namespace {

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The first `most` words of a text, or the last, verbatim; all of it if it has no more.
std::string_view some_words(std::string_view text, std::size_t most, bool last) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t at = last ? text.size() - 1 - i : i;
    const bool white = is_white(text[at]);
    if (inside && white && ++words == most) return last ? text.substr(at + 1) : text.substr(0, at);
    inside = !white;
  }
  return text;
}

// Percent-encodes a part of a text fragment, including its own special characters ("-", ",", "&").
void add_packed(std::string& address, std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 && byte < 0x80) {
      address += c;
    } else {
      address += '%';
      address += digits[byte >> 4];
      address += digits[byte & 15];
    }
  }
}

// As RFC 3987, 3.1 does for all that a URI cannot hold.
std::string with_packed_turns(const std::string& address) {
  std::string packed;
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (!turns_text_at(address, at)) {
      packed += address[at];
      continue;
    }
    add_packed(packed, std::string_view(address).substr(at, bytes_of_turn));
    at += bytes_of_turn - 1;
  }
  return packed;
}

}  // namespace

StoryFacts::StoryFacts(const Account& told)
    : account(told),
      positions(positions_of(told.articles)),
      hosts(find_hosts(told.claims)),
      addresses(point_addresses(told)) {}

std::optional<std::string_view> known_words(const Article& article, Span span) {
  const std::string_view words = words_at(article.text, span);
  return words.find('\0') == std::string_view::npos ? std::optional(words) : std::nullopt;
}

// Nothing that a browser would run, and nothing that would end the address inside other text.
std::string web_address(const Article& article) {
  for (const std::string& text : {article.address.value_or(""), article.location}) {
    const bool on_the_web = text.starts_with("http://") || text.starts_with("https://");
    const bool clean = text.find_first_of(" \t\r\n\"<>\\^`{|}") == std::string::npos &&
                       std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (on_the_web && clean) return with_packed_turns(text);
  }
  return {};
}

std::string link_to(const Article& article, Span span) {
  std::string address = web_address(article);
  const auto words = known_words(article, span);
  if (address.empty() || !words || words->empty()) return address;
  constexpr std::size_t end_words = 5;
  address += address.find('#') == std::string::npos ? "#:~:text=" : ":~:text=";
  const std::string_view first = some_words(*words, end_words, false);
  const std::string_view last = some_words(*words, end_words, true);
  if (first.size() + last.size() >= words->size()) {
    add_packed(address, *words);
  } else {
    add_packed(address, first);
    address += ',';
    add_packed(address, last);
  }
  return address;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "; ") + word;
  return all;
}

std::string joined_ids(char letter, const std::vector<std::size_t>& indices) {
  std::string all;
  for (const std::size_t index : indices) all += (all.empty() ? "" : "; ") + numbered_id(letter, index);
  return all;
}

Cell id_cell(char letter, const std::optional<std::size_t>& index) {
  return index ? Cell(numbered_id(letter, *index)) : Cell();
}

Cell day_cell(const std::optional<Day>& day) { return day ? Cell(to_iso(*day)) : Cell(); }

Cell moment_cell(const std::optional<Moment>& moment) { return moment ? Cell(to_iso(*moment)) : Cell(); }

}  // namespace hearsay
