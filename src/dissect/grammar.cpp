#include "dissect/grammar.h"

#include "dissect/letters.h"
#include "dissect/sentences.h"
#include "dissect/tokens.h"
#include "dissect/word_lists.h"

#include <algorithm>

namespace hearsay {

struct Grammar::Model {
  WordLists lists;
};

namespace {

bool is_word_of(std::string_view word, std::string_view spaced) {
  return spaced.find(" " + std::string(word) + " ") != std::string_view::npos;
}

// A first guess at the part of speech, until the trained tagger stands.
Tag crude_tag(std::string_view word, std::string_view lower, bool first) {
  const Character c = character_at(word, 0);
  if (c.kind == Letter::digit) return Tag::NUM;
  if (c.kind == Letter::mark && lower != "'s" && lower != "'m" && lower != "'re" && lower != "'ve" && lower != "'ll")
    return is_word_of(word, " $ % £ € # + = ") ? Tag::SYM : Tag::PUNCT;
  if (is_word_of(lower, " the a an this these those every each some any no all ")) return Tag::DET;
  if (is_word_of(lower,
                 " of in on at by with from for about into over after before under between against during through "
                 "since near "))
    return Tag::ADP;
  if (is_word_of(lower, " i you he she it we they me him her us them his its our their my your who which what that "))
    return Tag::PRON;
  if (is_word_of(lower, " and or but nor ")) return Tag::CCONJ;
  if (is_word_of(lower, " if because while although whether as than when ")) return Tag::SCONJ;
  if (is_word_of(lower,
                 " is are was were be been being am 'm 're has have had 've do does did will would can could may might "
                 "shall should must 'll 'd "))
    return Tag::AUX;
  if (is_word_of(lower, " to not n't 's ' ")) return Tag::PART;
  if (is_word_of(lower, " said says say told added ")) return Tag::VERB;
  if (c.kind == Letter::upper && !first) return Tag::PROPN;
  if (lower.ends_with("ly")) return Tag::ADV;
  if (lower.ends_with("ed") || lower.ends_with("ing")) return Tag::VERB;
  return Tag::NOUN;
}

}  // namespace

Grammar::Grammar() : model_(std::make_unique<const Model>()) {}
Grammar::~Grammar() = default;

Dissection Grammar::dissect(std::string_view text, const std::vector<Boilerplate>& boilerplate, Depth depth) const {
  std::vector<std::size_t> cuts = {0, text.size()};
  for (const Boilerplate& part : boilerplate) {
    cuts.push_back(std::min(part.span.begin, text.size()));
    cuts.push_back(std::min(part.span.end, text.size()));
  }
  std::sort(cuts.begin(), cuts.end());
  Dissection all;
  for (std::size_t c = 0; c + 1 < cuts.size(); ++c) {
    if (cuts[c] == cuts[c + 1]) continue;
    const std::vector<Span> tokens = find_tokens(text, {cuts[c], cuts[c + 1]}, model_->lists);
    std::vector<std::uint32_t> starts = find_sentence_starts(text, tokens, model_->lists);
    starts.push_back(static_cast<std::uint32_t>(tokens.size()));
    const auto base = static_cast<std::uint32_t>(all.tokens.size());
    for (std::size_t s = 0; s + 1 < starts.size(); ++s) {
      const std::uint32_t first = base + starts[s];
      for (std::uint32_t t = starts[s]; t < starts[s + 1]; ++t) {
        const std::string_view word = words_at(text, tokens[t]);
        Token token;
        token.span = tokens[t];
        const std::string lower = small_letters(word);
        if (depth != Depth::boundaries) {
          token.tag = crude_tag(word, lower, t == starts[s]);
          token.lemma = token.tag == Tag::PROPN ? std::string(word) : lower;
        }
        if (depth == Depth::tree && t != starts[s]) {
          token.head = static_cast<std::int32_t>(first);
          token.relation = relation_of("dep");
        }
        all.tokens.push_back(std::move(token));
      }
      all.sentences.push_back({{tokens[starts[s]].begin, tokens[starts[s + 1] - 1].end}, first, base + starts[s + 1]});
    }
  }
  return all;
}

}  // namespace hearsay
