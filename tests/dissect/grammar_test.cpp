#include "dissect/grammar.h"

#include "dissect/words/sentences.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

const Grammar& grammar() {
  static const Grammar loaded;
  return loaded;
}

// One line a word: word, tag, lemma, relation, head.
std::string printed(const std::string& text, Depth depth) {
  const Dissection found = grammar().dissect(text, {}, depth);
  std::string lines;
  for (const Token& token : found.tokens) {
    lines +=
        std::string(words_at(text, token.span)) + ' ' + std::string(to_text(token.tag)) + ' ' + token.lemma + ' ' +
        std::string(to_text(token.relation)) + ' ' +
        (token.head < 0 ? "-" : std::string(words_at(text, found.tokens[static_cast<std::size_t>(token.head)].span))) +
        '\n';
  }
  return lines;
}

// "said > nsubj > mayor": does the text's tree have a word of this form as this dependent of that one?
bool has_arc(const std::string& text, std::string_view head, std::string_view relation, std::string_view dependent) {
  const Dissection found = grammar().dissect(text, {}, Depth::tree);
  for (const Token& token : found.tokens)
    if (token.head >= 0 && words_at(text, token.span) == dependent && to_text(token.relation) == relation &&
        words_at(text, found.tokens[static_cast<std::size_t>(token.head)].span) == head)
      return true;
  return false;
}

void expect_well_formed(const Dissection& found, std::size_t text_size) {
  std::uint32_t next = 0;
  std::size_t last_end = 0;
  for (const Sentence& sentence : found.sentences) {
    EXPECT_EQ(sentence.first, next);
    EXPECT_LT(sentence.first, sentence.last);
    next = sentence.last;
    int roots = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = found.tokens[i];
      EXPECT_GE(token.span.begin, last_end);
      EXPECT_LT(token.span.begin, token.span.end);
      last_end = token.span.end;
      roots += token.head < 0;
      if (token.head < 0) continue;
      EXPECT_GE(token.head, static_cast<std::int32_t>(sentence.first));
      EXPECT_LT(token.head, static_cast<std::int32_t>(sentence.last));
    }
    EXPECT_EQ(roots, 1);
  }
  EXPECT_EQ(next, found.tokens.size());
  EXPECT_LE(last_end, text_size);
}

TEST(Grammar, gives_a_plain_sentence_its_tags_lemmas_and_tree) {
  EXPECT_EQ(printed("The mayor closed two old bridges.", Depth::tree),
            "The DET the det mayor\n"
            "mayor NOUN mayor nsubj closed\n"
            "closed VERB close root -\n"
            "two NUM two nummod bridges\n"
            "old ADJ old amod bridges\n"
            "bridges NOUN bridge obj closed\n"
            ". PUNCT . punct closed\n");
}

TEST(Grammar, finds_who_says_what) {
  const struct {
    const char* text;
    const char* head;
    const char* relation;
    const char* dependent;
  } rows[] = {
      {"The mayor said that the bridge was closed.", "said", "nsubj", "mayor"},
      {"The mayor said that the bridge was closed.", "said", "ccomp", "closed"},
      {"The mayor said that the bridge was closed.", "closed", "nsubj:pass", "bridge"},
      {"\"We closed the bridge,\" said the mayor.", "said", "nsubj", "mayor"},
      {"\"We closed the bridge,\" said the mayor.", "said", "ccomp", "closed"},
      {"\"We closed the bridge,\" the mayor told reporters on Monday.", "told", "nsubj", "mayor"},
      {"\"We closed the bridge,\" the mayor told reporters on Monday.", "told", "ccomp", "closed"},
      {"\u201CWe closed the bridge,\u201D said Anna Teel, a spokeswoman for the council.", "said", "nsubj", "Anna"},
      {"Police arrested three men who had stolen the statue.", "arrested", "obj", "men"},
      {"Police arrested three men who had stolen the statue.", "men", "acl:relcl", "stolen"},
      {"The army denied that its soldiers had fired on the crowd.", "denied", "ccomp", "fired"},
      {"The army denied that its soldiers had fired on the crowd.", "fired", "nsubj", "soldiers"},
      {"The minister resigned and the council elected a new one.", "resigned", "conj", "elected"},
      {"Workers left the plant after the alarm sounded.", "left", "advcl", "sounded"},
      {"According to police, three people were killed.", "killed", "obl", "police"},
  };
  for (const auto& row : rows)
    EXPECT_TRUE(has_arc(row.text, row.head, row.relation, row.dependent))
        << row.head << " > " << row.relation << " > " << row.dependent << "\n"
        << printed(row.text, Depth::tree);
}

TEST(Grammar, gives_words_their_lemmas) {
  const std::string text = "The children were taking their bags and went home, but the miner's keys weren't found.";
  std::string lemmas;
  for (const Token& token : grammar().dissect(text, {}, Depth::tags).tokens) lemmas += token.lemma + ' ';
  EXPECT_EQ(lemmas, "the child be take their bag and go home , but the miner 's key be not find . ");
}

TEST(Grammar, leaves_out_what_is_not_asked_for) {
  const std::string text = "Rain fell. Roads closed.";
  for (const Token& token : grammar().dissect(text, {}, Depth::boundaries).tokens) {
    EXPECT_EQ(token.head, no_head);
    EXPECT_TRUE(token.lemma.empty());
  }
  for (const Token& token : grammar().dissect(text, {}, Depth::tags).tokens) {
    EXPECT_EQ(token.head, no_head);
    EXPECT_FALSE(token.lemma.empty());
  }
}

TEST(Grammar, gives_the_same_answer_each_time_and_for_each_part_alone) {
  const std::string first = "KELVORA (Agency) - The mayor, who resigned on Monday, said he would sue.";
  const std::string second = "Two of her aides have left too; nobody knows why they did.";
  const std::string both = first + "\n\n" + second;
  EXPECT_EQ(printed(both, Depth::tree), printed(both, Depth::tree));
  EXPECT_EQ(printed(both, Depth::tree), printed(first, Depth::tree) + printed(second, Depth::tree));
}

TEST(Grammar, makes_trees_of_any_bytes) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>((i * 7919 + i / 7) % 256);
  for (const std::string& text : {bytes, std::string("\xFF\xFE\xFD"), std::string(300, '"'), std::string(2000, '-'),
                                  std::string("a.b.c.d.e.f.") + std::string(500, '.'), std::string(3000, 'x')})
    expect_well_formed(grammar().dissect(text, {}, Depth::tree), text.size());
  EXPECT_TRUE(grammar().dissect("", {}, Depth::tree).sentences.empty());
}

TEST(Grammar, parses_a_sentence_of_many_thousand_words_in_windows) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += i % 9 == 8 ? "and the river rose, " : "houses fell ";
  const Dissection found = grammar().dissect(text, {}, Depth::tree);
  EXPECT_GE(found.sentences.size(), found.tokens.size() / most_words_of_a_sentence);
  EXPECT_LE(found.sentences.size(), 2 * found.tokens.size() / most_words_of_a_sentence);
  expect_well_formed(found, text.size());
}

}  // namespace
}  // namespace hearsay
