#include "dissect/words/tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string words_of(std::string_view text) {
  static const WordParts lists;
  std::string joined;
  for (const Span span : find_tokens(text, {0, text.size()}, lists)) {
    if (!joined.empty()) joined += ' ';
    joined += words_at(text, span);
  }
  return joined;
}

TEST(Tokens, come_apart_as_universal_dependencies_english_has_them) {
  const struct {
    const char* text;
    const char* words;
  } rows[] = {
      {"The bridge fell.", "The bridge fell ."},
      {"don't", "do n't"},
      {"can't won't", "ca n't wo n't"},
      {"cannot", "can not"},
      {"I'm sure they're here", "I 'm sure they 're here"},
      {"Orra\u2019s mayor", "Orra \u2019s mayor"},
      {"didn\u2019t", "did n\u2019t"},
      {"the workers' union", "the workers ' union"},
      {"O'Hallan's", "O'Hallan 's"},
      {"She'd've", "She'd 've"},
      {"gonna", "gon na"},
      {"long-term", "long - term"},
      {"non-lethal", "non-lethal"},
      {"10-12", "10 - 12"},
      {"555-010-7788", "555-010-7788"},
      {"and/or", "and / or"},
      {"9/11", "9/11"},
      {"03/15/2001", "03/15/2001"},
      {"$4.2bn", "$ 4.2 bn"},
      {"US$5", "US$ 5"},
      {"\u20AC1,250.50", "\u20AC 1,250.50"},
      {"3.5%", "3.5 %"},
      {"5pm", "5 pm"},
      {"at 5 p.m.", "at 5 p.m."},
      {"10:32", "10:32"},
      {"the 1990s and the '90s", "the 1990s and the '90s"},
      {"20th", "20th"},
      {"40km", "40 km"},
      {"U.S. troops", "U.S. troops"},
      {"Mr. Holm", "Mr. Holm"},
      {"J. Holm", "J. Holm"},
      {"It was I. They", "It was I . They"},
      {"Holm Inc.", "Holm Inc."},
      {"wait...what", "wait ... what"},
      {"Really?!", "Really ?!"},
      {"(\"yes\")", "( \" yes \" )"},
      {"\u201Cyes,\u201D", "\u201C yes , \u201D"},
      {"--", "--"},
      {"war\u2014and peace", "war \u2014 and peace"},
      {"www.example.org.", "www.example.org ."},
      {"(https://example.org/a-b?c=d)", "( https://example.org/a-b?c=d )"},
      {"<ann@example.org>", "< ann@example.org >"},
      {"@kelvora_news", "@kelvora_news"},
      {"AT&T", "AT&T"},
      {"NOTES.pdf", "NOTES.pdf"},
      {"end.Next", "end . Next"},
      {"caf\u00E9s na\u00EFve", "caf\u00E9s na\u00EFve"},
      {"\u041F\u0440\u0438\u0432\u0435\u0442, \u043C\u0438\u0440",
       "\u041F\u0440\u0438\u0432\u0435\u0442 , \u043C\u0438\u0440"},
      {":-) fine", ":-) fine"},
      {"a\xFF"
       "b",
       "a\xFF"
       "b"},
      {"", ""},
      {" \t\n", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(words_of(row.text), row.words) << row.text;
}

TEST(Tokens, lie_inside_their_part_in_order_and_hold_all_but_blanks) {
  const std::string text = "Odd \"text\" -- with 3.5km, it's...\xF0\x9F\x98\x80 \xFF\xFE and (all) of www.example.org!";
  static const WordParts lists;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const Span part{begin, text.size() - begin / 2};
    if (part.begin > part.end) break;
    std::size_t last = part.begin;
    for (const Span span : find_tokens(text, part, lists)) {
      EXPECT_FALSE(span.empty());
      for (std::size_t between = last; between < span.begin; ++between) EXPECT_EQ(text[between], ' ');
      last = span.end;
    }
    EXPECT_LE(last, part.end);
  }
}

}  // namespace
}  // namespace hearsay
