#include "clean/pages/page_blocks.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace hearsay {
namespace {

std::vector<PageBlock> blocks_of(std::string_view page, const HtmlTree& tree, const std::vector<NodeUse>& uses) {
  return BlockCutter(page, tree, uses).cut(uses);
}

std::string counted(const PageBlock& block) {
  return std::to_string(block.characters) + " " + std::to_string(block.link_characters) + " " +
         std::to_string(block.words);
}

// The plain way: every byte of the texts in turn.
std::string counted_plainly(std::string_view texts) {
  std::size_t characters = 0;
  std::size_t words = 0;
  bool after_space = true;
  for (const char c : texts) {
    const bool space = std::string_view(" \n\t\r\f").find(c) != std::string_view::npos;
    words += !space && after_space;
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) characters += !space || !after_space;
    after_space = space;
  }
  return std::to_string(characters) + " 0 " + std::to_string(words);
}

TEST(PageBlocksTest, characters_and_words_are_counted_over_texts) {
  const std::string_view parts[] = {"a", " ", "  ", "\n", "é", "the bridge over the river ", "\f"};
  std::mt19937 random(2);
  for (int i = 0; i < 1000; ++i) {
    std::string page = "<p>x";
    std::string texts = "x";
    for (std::size_t left = random() % 40; left > 0; --left) {
      const std::string_view part = parts[random() % std::size(parts)];
      if (random() % 4 == 0) page += "<b></b>";
      page += part;
      texts += part;
    }
    const HtmlTree tree = parse_html(page);
    const auto blocks = blocks_of(page, tree, std::vector<NodeUse>(tree.nodes.size()));
    ASSERT_EQ(blocks.size(), 1u);
    EXPECT_EQ(counted(blocks[0]), counted_plainly(texts)) << page;
  }
}

TEST(PageBlocksTest, a_page_cut_again_is_cut_as_if_it_were_the_first_time) {
  const std::string_view page = "<p>one two<i> three</i></p><div>four <a>five</a><p>six</p> seven</div>";
  const HtmlTree tree = parse_html(page);
  std::vector<NodeUse> uses(tree.nodes.size());
  const BlockCutter cutter(page, tree, uses);
  for (std::size_t node = 1; node < tree.nodes.size(); ++node) {
    if (tree.nodes[node].tag == HtmlTag::text) continue;
    auto some = uses;
    std::fill(some.begin() + static_cast<std::ptrdiff_t>(node),
              some.begin() + tree.end_of(static_cast<std::uint32_t>(node)), NodeUse::name);
    const auto again = cutter.cut(some);
    const auto first = blocks_of(page, tree, some);
    ASSERT_EQ(again.size(), first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      EXPECT_EQ(counted(again[i]), counted(first[i]));
      EXPECT_EQ(again[i].first_text, first[i].first_text);
      EXPECT_EQ(again[i].end_text, first[i].end_text);
    }
  }
}

TEST(PageBlocksTest, a_sentence_in_the_midst_of_a_block_is_seen) {
  const struct {
    const char* markup;
    bool holds;
  } rows[] = {
      {"The coast road is shut for the whole of the winter. What the town will do about it next", true},
      {"Is the coast road shut for the winter? \xE2\x80\x9CNo one knows,\xE2\x80\x9D says the engineer of the town of "
       "Orre",
       true},
      {"The coast road is shut. What the town does next", false},  // short
      {"The coast road is shut for the whole of the winter, says the town in its bulletin. Orre", false},
      {"What the envoy of Dr. Orre and the U.S. Navy say of the coast road, which is shut for the winter", false},
      {"The coast road is shut for the whole of the winter. all that the town will do about it next", false},
      {"The coast road is shut for the whole of the winter, the town says, and for the spring too.", false},
      {"shut.", false},
  };
  for (const auto& row : rows) {
    const std::string page = "<p>" + std::string(row.markup) + "</p>";
    const HtmlTree tree = parse_html(page);
    const PageBlock block = blocks_of(page, tree, std::vector<NodeUse>(tree.nodes.size())).back();
    EXPECT_EQ(holds_sentence(page, tree, block), row.holds) << row.markup;
  }
}

TEST(PageBlocksTest, how_a_block_ends_is_told_by_its_last_words) {
  const struct {
    const char* markup;
    const char* end;
  } rows[] = {
      {"It was shut.", "sentence"},
      {"It was shut.&nbsp;", "sentence"},
      {"It was shut.\xC2\xA0 \n", "sentence"},
      {"It was <b>shut.</b>&nbsp;", "sentence"},
      {"\"It was shut.\"", "sentence"},
      {"\"It was <b>shut.</b>\"&nbsp;", "sentence"},
      {"Was it shut?", "question"},
      {"Was it shut? &#160;", "question"},
      {"The <a href=x>Quay Herald</a> reports:", "colon"},
      {"The road is shut", "none"},
      {"&nbsp;", "none"},
  };
  for (const auto& row : rows) {
    const std::string page = "<p>x</p><p>" + std::string(row.markup) + "</p>";
    const HtmlTree tree = parse_html(page);
    const PageBlock block = blocks_of(page, tree, std::vector<NodeUse>(tree.nodes.size())).back();
    const std::string end = ends_as_sentence(page, tree, block)   ? "sentence"
                            : ends_as_question(page, tree, block) ? "question"
                            : ends_with_colon(page, tree, block)  ? "colon"
                                                                  : "none";
    EXPECT_EQ(end, row.end) << row.markup;
  }
}

}  // namespace
}  // namespace hearsay
