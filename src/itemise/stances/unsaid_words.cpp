#include "itemise/stances/unsaid_words.h"

#include "base/folding.h"
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"

#include <string>

namespace hearsay {

namespace {

bool is_of(std::string_view lemma, SayingSorts sorts) { return (saying_words().of(lemma) & sorts) != 0; }

// "had he said", "did he say ...?"
Unsaid by_opening(const Tree& tree, const Sentence& sentence) {
  const std::string first = fold(tree.token(sentence.first).lemma);
  if (first == "had" || first == "have") return Unsaid::supposed;
  const bool asked = tree.token(sentence.last - 1).lemma == "?";
  return asked && (first == "do" || first == "be") ? Unsaid::supposed : Unsaid::said;
}

// Verbs between the saying and what takes it back: "nobody has said or confirmed that".
bool is_passed_over(std::string_view lemma) {
  return function_words().has(lemma, FunctionWord::light) || is_of(lemma, SayingSort::confirms);
}

}  // namespace

bool takes_back(std::string_view lemma) {
  return function_words().has(lemma, FunctionWord::negation | FunctionWord::never | FunctionWord::hardly |
                                         FunctionWord::neither | FunctionWord::without);
}

bool is_nobody(std::string_view lemma) {
  return function_words().has(lemma,
                              FunctionWord::nobody | FunctionWord::no | FunctionWord::neither | FunctionWord::few);
}

bool withholds(std::string_view lemma) { return is_of(lemma, SayingSort::withholds | SayingSort::declines); }

bool denies_saying(std::string_view lemma) { return is_of(lemma, SayingSort::denies); }

bool carries_saying(std::string_view lemma) { return is_of(lemma, SayingSort::cue | SayingSort::confirms); }

Unsaid unsaid_before(const Tree& tree, std::uint32_t cue) {
  const Sentence& sentence = tree.sentence_of(cue);
  const auto lemma = [&](std::uint32_t t) { return fold(tree.token(t).lemma); };
  if (const Unsaid found = by_opening(tree, sentence); found != Unsaid::said) return found;
  for (std::uint32_t t = cue; t > sentence.first;) {
    --t;
    const Token& token = tree.token(t);
    const std::string word = lemma(t);
    if (token.tag == Tag::PUNCT) break;
    if (denies_saying(word)) return Unsaid::denied;
    if (word == "true" && t > sentence.first && lemma(t - 1) == "not") return Unsaid::denied;
    if (function_words().has(word, FunctionWord::condition)) return Unsaid::supposed;
    if (is_nobody(word)) return Unsaid::by_none;
    if (takes_back(word) || withholds(word)) return Unsaid::not_said;
    if (token.tag == Tag::VERB && !is_passed_over(word)) break;
  }
  return Unsaid::said;
}

Unsaid unsaid_by_words(const Tree& tree, std::uint32_t predicate) {
  constexpr std::uint32_t farthest = 8;
  const std::uint32_t first = tree.sentence_of(predicate).first;
  for (std::uint32_t t = predicate; t > first && predicate - t < farthest;) {
    --t;
    const Token& token = tree.token(t);
    if (token.tag == Tag::PUNCT) break;
    constexpr auto speaking =
        SayingSort::say | SayingSort::claim | SayingSort::concede | SayingSort::deny | SayingSort::confirms;
    const bool verb = token.tag == Tag::VERB && is_of(token.lemma, speaking);
    const bool noun = token.tag == Tag::NOUN && is_of(token.lemma, SayingSort::proof);
    if (verb || noun) return unsaid_before(tree, t);
  }
  return Unsaid::said;
}

}  // namespace hearsay
