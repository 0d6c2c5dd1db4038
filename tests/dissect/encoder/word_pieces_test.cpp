#include "dissect/encoder/word_pieces.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hearsay {
namespace {

constexpr const char* known =
    "[PAD] [UNK] [CLS] [SEP] the mayor of kel ##vora said : , . ' \" - $ % 4 ##0 ##5 naive facade cafe ##s un ##able "
    "##ably strike ##rs eu ##ro 東 京 is i ##stan ##bul ß € ά straße … “ ” a ##a ##b b + – don t ##t ﬁ ##re fi re";

struct Vocabulary {
  std::vector<std::string> names;
  std::string bytes;

  explicit Vocabulary(std::string_view text) {
    std::istringstream words{std::string(text)};
    for (std::string name; words >> name;) names.push_back(name);
    ModelWriter file;
    add_pieces(names, file);
    bytes = file.bytes();
  }
};

// Each piece with its first byte and the one behind its last.
std::string split(std::string_view text) {
  static const Vocabulary vocabulary(known);
  static const WordPieces pieces(ModelFile(vocabulary.bytes));
  std::string joined;
  for (const WordPiece& piece : pieces.split(text))
    joined += (joined.empty() ? "" : " ") + vocabulary.names[piece.number] + "@" + std::to_string(piece.bytes.begin) +
              "-" + std::to_string(piece.bytes.end);
  return joined;
}

// What the library `tokenizers` 0.22 gives for the same vocabulary (BertWordPieceTokenizer, lowercase=True).
TEST(WordPieces, are_those_of_the_model_s_own_tokenizer) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view text, pieces;
  } rows[] = {
      {"The mayor of Kelvora said: \"$4.50\"",
       "the@0-3 mayor@4-9 of@10-12 kel@13-16 ##vora@16-20 said@21-25 :@25-26 \"@27-28 $@28-29 4@29-30 .@30-31 "
       "[UNK]@31-33 \"@33-34"},
      {"NAÏVE façades, cafés", "naive@0-6 facade@7-14 ##s@14-15 ,@15-16 cafe@17-22 ##s@22-23"},
      {"nai\u0308ve", "naive@0-7"},
      {"a\u0301\u0301", "a@0-1"},
      {"\u0301", ""},
      {"unable unably unablest", "un@0-2 ##able@2-6 un@7-9 ##ably@9-13 un@14-16 ##able@16-20 ##s@20-21 ##t@21-22"},
      {"strikers' euro", "strike@0-6 ##rs@6-8 '@8-9 eu@10-12 ##ro@12-14"},
      {"un-able", "un@0-2 -@2-3 [UNK]@3-7"},
      {"xyz a", "[UNK]@0-3 a@4-5"},
      {"東京is", "東@0-3 京@3-6 is@6-8"},
      {"İstanbul ISTANBUL", "[UNK]@0-9 [UNK]@10-18"},
      {"straße STRASSE €", "straße@0-7 [UNK]@8-15 €@16-19"},
      {"ﬁre fire", "ﬁ@0-3 ##re@3-5 fi@6-8 ##re@8-10"},
      {"\u03AC \u0391\u0301", "[UNK]@0-2 [UNK]@3-5"},
      {"don't don\u2019t “a” …", "don@0-3 '@3-4 t@4-5 don@6-9 [UNK]@9-12 t@12-13 “@14-17 a@17-18 ”@18-21 …@22-25"},
      {"4+5% – 40", "4@0-1 +@1-2 [UNK]@2-3 %@3-4 –@5-8 4@9-10 ##0@10-11"},
      {"a😀b", "[UNK]@0-6"},
      {"a\tb\nb\r\n b\u00a0a\u2003b", "a@0-1 b@2-3 b@4-5 b@8-9 a@11-12 b@15-16"},
      {"a\u00adb a\u200bb a\0b"sv, "a@0-1 ##b@3-4 a@5-6 ##b@9-10 a@11-12 ##b@13-14"},
      {"b\x0b"
       "b b\u0085b",
       "b@0-1 ##b@2-3 b@4-5 ##b@7-8"},
      {"\ufffda", "a@3-4"},
      {"a\ue000b", "a@0-1 ##b@4-5"},
      {"", ""},
      {"  \n ", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(split(row.text), row.pieces) << row.text;
}

TEST(WordPieces, are_unknown_in_a_word_of_more_than_a_hundred_characters) {
  const std::string at_most = split(std::string(100, 'a'));
  EXPECT_TRUE(at_most.starts_with("a@0-1 ##a@1-2 ##a@2-3")) << at_most;
  EXPECT_TRUE(at_most.ends_with(" ##a@99-100")) << at_most;
  EXPECT_EQ(split(std::string(101, 'a')), "[UNK]@0-101");
}

TEST(WordPieces, pass_over_broken_bytes) { EXPECT_EQ(split("a\xff\xc3 b"), "a@0-1 b@4-5"); }

TEST(WordPieces, name_the_file_that_lacks_a_piece) {
  const Vocabulary vocabulary("a b");
  try {
    WordPieces(ModelFile(vocabulary.bytes, "models/some.bin"));
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "models/some.bin: lacks the piece [UNK]");
  }
}

}  // namespace
}  // namespace hearsay
