// Lays out a dissection for the attribution finder: hashes of words, quotations, name kinds, paragraphs.
#include "extract/attributions/view.h"

#include <algorithm>

namespace hearsay {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

char sign_of(std::string_view word) {
  if (word == "\"" || word == "``" || word == "''" || word == "\xE2\x80\x9C" || word == "\xE2\x80\x9D") return '"';
  if (word == "\xE2\x80\x98" || word == "\xE2\x80\x99") return '\'';
  if (word == "\xE2\x80\x93" || word == "\xE2\x80\x94") return '-';
  return word.empty() ? '\0' : word[0];
}

// The sorts of a dictionary form. A lemma that is not lower case (a name) is of none.
SayingSorts sorts_of(const Token& token) {
  if (token.tag == Tag::PUNCT || token.tag == Tag::NUM || token.tag == Tag::PROPN) return 0;
  return saying_words().of(token.lemma) & SayingSort::cue;
}

ViewedWord viewed(const Token& token, std::string_view form) {
  ViewedWord word;
  word.form = hash_word(form);
  word.lemma = token.lemma.empty() ? word.form : hash_word(token.lemma);
  word.sorts = sorts_of(token);
  word.head = token.head;
  word.relation = token.relation;
  word.tag = token.tag;
  if (token.tag == Tag::PUNCT || token.tag == Tag::SYM) word.sign = sign_of(form);
  return word;
}

void place_quotations(AttributionView& view) {
  std::size_t at = 0;
  for (std::size_t q = 0; q < view.quotations.size(); ++q) {
    const Span whole = view.quotations[q].whole;
    while (at < view.words.size() && view.span(at).end <= whole.begin) ++at;
    for (std::size_t i = at; i < view.words.size() && view.span(i).begin < whole.end; ++i)
      view.words[i].quotation = static_cast<std::int32_t>(q);
  }
}

void place_names(AttributionView& view, const Names& names) {
  std::size_t at = 0;
  for (const Mention& mention : names.mentions) {
    while (at < view.words.size() && view.span(at).end <= mention.span.begin) ++at;
    for (; at < view.words.size() && view.span(at).begin < mention.span.end; ++at)
      view.words[at].name = static_cast<std::uint8_t>(1 + static_cast<int>(mention.kind));
  }
}

void number_paragraphs(AttributionView& view) {
  const auto& sentences = view.dissection->sentences;
  std::uint32_t number = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (s > 0) {
      const std::size_t end = sentences[s - 1].span.end;
      const Span between{end, std::max(end, sentences[s].span.begin)};
      if (words_at(view.text, between).find('\n') != std::string_view::npos) ++number;
    }
    view.paragraph.push_back(number);
  }
}

}  // namespace

std::uint32_t hash_word(std::string_view word) {
  std::uint64_t state = 0xCBF29CE484222325ULL;
  for (const char c : word) state = (state ^ static_cast<unsigned char>(lower(c))) * 0x100000001B3ULL;
  return static_cast<std::uint32_t>(state ^ (state >> 32));
}

AttributionView::AttributionView(std::string_view words_of_article, const Dissection& dissected, const Names& names)
    : text(words_of_article), dissection(&dissected), tree(dissected), quotations(find_quotations(words_of_article)) {
  words.reserve(dissected.tokens.size());
  for (const Token& token : dissected.tokens) words.push_back(viewed(token, words_at(text, token.span)));
  for (std::size_t s = 0; s < dissected.sentences.size(); ++s)
    for (std::uint32_t i = dissected.sentences[s].first; i < dissected.sentences[s].last; ++i)
      words[i].sentence = static_cast<std::uint32_t>(s);
  place_quotations(*this);
  place_names(*this, names);
  number_paragraphs(*this);
}

}  // namespace hearsay
