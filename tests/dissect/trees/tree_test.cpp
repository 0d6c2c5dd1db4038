#include "dissect/trees/tree.h"

#include "hand_trees.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <utility>

namespace hearsay {
namespace {

// Sentences by hand, one a line.
struct Text {
  std::string text;
  Dissection dissection;

  std::uint32_t at(std::string_view word) const {
    const auto& tokens = dissection.tokens;
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.lemma == word; });
    if (found == tokens.end()) throw std::invalid_argument("no word " + std::string(word));
    return static_cast<std::uint32_t>(found - tokens.begin());
  }
  Span span_of(std::string_view words) const { return {text.find(words), text.find(words) + words.size()}; }
};

Text text_of(const std::vector<std::string>& lines) {
  Text made;
  for (const std::string& line : lines) {
    HandTree tree = by_hand(line);
    const std::size_t byte = made.text.size() + (made.text.empty() ? 0 : 1);
    const auto first = static_cast<std::uint32_t>(made.dissection.tokens.size());
    made.text += (made.text.empty() ? "" : "\n") + tree.text;
    for (Token& token : tree.tokens) {
      token.span = {token.span.begin + byte, token.span.end + byte};
      if (token.head != no_head) token.head += static_cast<std::int32_t>(first);
      made.dissection.tokens.push_back(std::move(token));
    }
    const auto last = static_cast<std::uint32_t>(made.dissection.tokens.size());
    made.dissection.sentences.push_back({{byte, made.text.size()}, first, last});
  }
  return made;
}

// What the questions answer, as text: words, "-" for none, "yes" and "no".
class Asked {
 public:
  explicit Asked(const Text& text) : text_(text), tree(text.dissection) {}

  std::string word(std::optional<std::uint32_t> number) const {
    return number ? text_.dissection.tokens[*number].lemma : "-";
  }
  std::string words(std::span<const std::uint32_t> numbers) const {
    std::string out;
    for (const std::uint32_t number : numbers) out += (out.empty() ? "" : " ") + word(number);
    return out.empty() ? "-" : out;
  }
  std::string part(Span span) const { return std::string(words_at(text_.text, span)); }
  static std::string yes(bool holds) { return holds ? "yes" : "no"; }

 private:
  const Text& text_;

 public:
  const Tree tree;
};

TEST(Tree, answers_of_small_trees) {
  const char* const sunk =
      "the/DET/3/det old/ADJ/3/amod boats/NOUN/8/nsubj:pass of/ADP/5/case Brill/PROPN/3/nmod were/AUX/8/aux:pass "
      "not/PART/8/advmod sunk/VERB/0/root by/ADP/12/case the/DET/12/det red/ADJ/12/amod tug/NOUN/8/obl:agent "
      "in/ADP/15/case the/DET/15/det harbour/NOUN/8/obl";
  const char* const said =
      "pilots/NOUN/2/nsubj said/VERB/0/root ,/PUNCT/7/punct to/PART/5/mark warn/VERB/7/advcl crews/NOUN/5/obj "
      "left/VERB/2/ccomp with/ADP/9/case maps/NOUN/7/obl";
  using Question = std::function<std::string(const Asked&, const Text&)>;
  const struct {
    const char* question;
    const char* tree;
    Question ask;
    const char* answer;
  } rows[] = {
      {"what hangs on a word, in text order", sunk,
       [](auto& a, auto& t) { return a.words(a.tree.children(t.at("sunk"))); }, "boats were not tug harbour"},
      {"what hangs on a leaf", sunk, [](auto& a, auto& t) { return a.words(a.tree.children(t.at("of"))); }, "-"},
      {"what a word hangs on", sunk, [](auto& a, auto& t) { return a.word(a.tree.head(t.at("Brill"))); }, "boats"},
      {"what the root hangs on", sunk, [](auto& a, auto& t) { return a.word(a.tree.head(t.at("sunk"))); }, "-"},
      {"a child by its relation", sunk,
       [](auto& a, auto& t) { return a.word(a.tree.child(t.at("sunk"), Relation::obl_agent)); }, "tug"},
      {"a child by a relation is of no subtype", sunk,
       [](auto& a, auto& t) { return a.word(a.tree.child(t.at("sunk"), Relation::obl)); }, "harbour"},
      {"no child of a relation", sunk,
       [](auto& a, auto& t) { return a.word(a.tree.child(t.at("sunk"), Relation::nsubj)); }, "-"},
      {"a child of a kind may be of a subtype", sunk,
       [](auto& a, auto& t) { return a.yes(a.tree.has_child(t.at("sunk"), Relation::nsubj)); }, "yes"},
      {"a child of another kind", sunk,
       [](auto& a, auto& t) { return a.yes(a.tree.has_child(t.at("sunk"), Relation::obj)); }, "no"},
      {"a mark that is a certain word", said,
       [](auto& a, auto& t) { return a.yes(a.tree.has_child(t.at("warn"), Relation::mark, "to")); }, "yes"},
      {"a mark that is another word", said,
       [](auto& a, auto& t) { return a.yes(a.tree.has_child(t.at("warn"), Relation::mark, "that")); }, "no"},
      {"a certain word that is no mark", said,
       [](auto& a, auto& t) { return a.yes(a.tree.has_child(t.at("maps"), Relation::mark, "with")); }, "no"},
      {"the subject of a passive", sunk, [](auto& a, auto& t) { return a.word(a.tree.subject(t.at("sunk"))); },
       "boats"},
      {"the subject of an active verb", said, [](auto& a, auto& t) { return a.word(a.tree.subject(t.at("said"))); },
       "pilots"},
      {"no subject", said, [](auto& a, auto& t) { return a.word(a.tree.subject(t.at("left"))); }, "-"},
      {"the preposition of a noun", sunk, [](auto& a, auto& t) { return a.word(a.tree.preposition(t.at("harbour"))); },
       "in"},
      {"no preposition", sunk, [](auto& a, auto& t) { return a.word(a.tree.preposition(t.at("boats"))); }, "-"},
      {"a negated predicate", sunk, [](auto& a, auto& t) { return a.yes(a.tree.is_negated(t.at("sunk"))); }, "yes"},
      {"a predicate that is not negated", said, [](auto& a, auto& t) { return a.yes(a.tree.is_negated(t.at("said"))); },
       "no"},
      {"words from one down", sunk, [](auto& a, auto& t) { return std::to_string(a.tree.words_below(t.at("boats"))); },
       "5"},
      {"words from the root down", sunk,
       [](auto& a, auto& t) { return std::to_string(a.tree.words_below(t.at("sunk"))); }, "15"},
      {"the first word of a phrase", sunk, [](auto& a, auto& t) { return a.word(a.tree.leftmost(t.at("sunk"))); },
       "the"},
      {"the first word of a leaf", sunk, [](auto& a, auto& t) { return a.word(a.tree.leftmost(t.at("of"))); }, "of"},
      {"a phrase set off by a comma of its own", said,
       [](auto& a, auto& t) { return a.yes(a.tree.follows_punctuation(t.at("left"))); }, "yes"},
      {"a phrase behind a comma", said,
       [](auto& a, auto& t) { return a.yes(a.tree.follows_punctuation(t.at("warn"))); }, "yes"},
      {"a phrase behind a word", said, [](auto& a, auto& t) { return a.yes(a.tree.follows_punctuation(t.at("maps"))); },
       "no"},
      {"a noun with the words before it", sunk,
       [](auto& a, auto& t) { return a.part(a.tree.phrase_up_to(t.at("boats"))); }, "the old boats"},
      {"a word with none of its own before it", said,
       [](auto& a, auto& t) { return a.part(a.tree.phrase_up_to(t.at("left"))); }, "left"},
      {"the head of some words", sunk,
       [](auto& a, auto& t) { return a.word(a.tree.head_of(t.span_of("by the red tug"))); }, "tug"},
      {"the head of words without what they hang on", sunk,
       [](auto& a, auto& t) { return a.word(a.tree.head_of(t.span_of("old boats of Brill"))); }, "boats"},
      {"the head where two words hang on none inside", sunk,
       [](auto& a, auto& t) { return a.word(a.tree.head_of(t.span_of("red tug in the harbour"))); }, "tug"},
      {"no head among small words", sunk, [](auto& a, auto& t) { return a.word(a.tree.head_of(t.span_of("by the"))); },
       "-"},
      {"no head of no words", sunk,
       [](auto& a, auto&) {
         return a.word(a.tree.head_of({0, 0}));
       },
       "-"},
      {"heads before what hangs on them", said,
       [](auto& a, auto& t) { return a.words(a.tree.from_the_root(t.dissection.sentences[0])); },
       "said pilots left , warn maps to crews with"},
  };
  for (const auto& row : rows) {
    const Text text = text_of({row.tree});
    EXPECT_EQ(row.ask(Asked(text), text), row.answer) << row.question;
  }
}

TEST(Tree, each_sentence_has_a_tree_of_its_own) {
  const Text text =
      text_of({"boats/NOUN/2/nsubj sank/VERB/0/root ./PUNCT/2/punct", "crews/NOUN/2/nsubj swam/VERB/0/root"});
  const Asked asked(text);
  EXPECT_EQ(asked.tree.sentence_of(text.at("crews")).first, 3u);
  EXPECT_EQ(asked.tree.sentence_of(text.at(".")).first, 0u);
  EXPECT_EQ(asked.words(asked.tree.children(text.at("swam"))), "crews");
  EXPECT_EQ(asked.words(asked.tree.from_the_root(text.dissection.sentences[1])), "swam crews");
  // The full stop before a sentence sets nothing in it off, and no phrase reaches back over it.
  EXPECT_FALSE(asked.tree.follows_punctuation(text.at("swam")));
  EXPECT_EQ(asked.part(asked.tree.phrase_up_to(text.at("crews"))), "crews");
}

TEST(Tree, an_empty_text_has_no_trees) {
  const Dissection nothing;
  const Tree tree(nothing);
  EXPECT_EQ(tree.head_of({0, 0}), std::nullopt);
}

// Against looking at every word for each question.
TEST(Tree, many_trees_are_read_as_by_looking_at_every_word) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t count = 1 + random() % 12;
    Dissection dissection;
    std::vector<std::uint32_t> order(count);
    for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    dissection.tokens.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      dissection.tokens[i].span = {2 * i, 2 * i + 1};
      // A word hangs on one that comes before it in a random order: a tree.
      if (i > 0) dissection.tokens[order[i]].head = static_cast<std::int32_t>(order[random() % i]);
    }
    dissection.sentences.push_back({{0, 2 * count - 1}, 0, count});
    const Tree tree(dissection);
    for (std::uint32_t word = 0; word < count; ++word) {
      std::vector<std::uint32_t> children;
      std::size_t below = 0;
      std::uint32_t leftmost = word;
      for (std::uint32_t other = 0; other < count; ++other) {
        if (dissection.tokens[other].head == static_cast<std::int32_t>(word)) children.push_back(other);
        std::int32_t at = static_cast<std::int32_t>(other);
        while (at != no_head && at != static_cast<std::int32_t>(word))
          at = dissection.tokens[static_cast<std::size_t>(at)].head;
        if (at == no_head) continue;
        ++below;
        leftmost = std::min(leftmost, other);
      }
      EXPECT_TRUE(std::ranges::equal(tree.children(word), children));
      EXPECT_EQ(tree.words_below(word), below);
      EXPECT_EQ(tree.leftmost(word), leftmost);
    }
    std::vector<bool> seen(count, false);
    for (const std::uint32_t word : tree.from_the_root(dissection.sentences[0])) {
      const auto above = tree.head(word);
      EXPECT_TRUE(!above || seen[*above]);
      EXPECT_FALSE(seen[word]);
      seen[word] = true;
    }
  }
}

}  // namespace
}  // namespace hearsay
