#include "capture/bytes/compressed.h"

#include "capture/packed.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearsay {
namespace {

std::string unpack(std::string_view bytes) {
  const auto source = unpacked(open_memory(bytes));
  return read_all(*source, 1u << 20);
}

TEST(CompressedTest, packed_bytes_come_back_unpacked) {
  EXPECT_EQ(unpack("plain"), "plain");
  EXPECT_EQ(unpack(""), "");
  EXPECT_EQ(unpack(gzipped("hello")), "hello");
  EXPECT_EQ(unpack(zstandard("hello")), "hello");
  EXPECT_EQ(unpack(gzipped(gzipped("twice"))), "twice");
}

TEST(CompressedTest, members_that_follow_each_other_are_one_stream) {
  EXPECT_EQ(unpack(gzipped("one ") + gzipped("") + gzipped("two")), "one two");
  EXPECT_EQ(unpack(zstandard("one ") + zstandard("two")), "one two");
}

TEST(CompressedTest, zeros_after_the_last_member_are_padding) {
  EXPECT_EQ(unpack(gzipped("one") + std::string(512, '\0')), "one");
}

TEST(CompressedTest, bytes_after_the_last_member_are_told_and_cost_nothing) {
  const struct {
    std::string packed;
    const char* remark;
  } rows[] = {
      {gzipped("one"), ""},
      {gzipped("one") + std::string(9, '\0'), ""},
      {gzipped("one") + "x", "has bytes after its gzip data that are not read"},
      {gzipped("one") + std::string(700'000, '\0') + "more", "has bytes after its gzip data that are not read"},
      {zstandard("one"), ""},
      {zstandard("one") + std::string(9, '\0'), ""},
      {zstandard("one") + "more", "has bytes after its Zstandard data that are not read"},
      {"one", ""},
  };
  for (const auto& row : rows) {
    const auto source = unpacked(open_memory(row.packed));
    EXPECT_EQ(read_all(*source, 1000), "one");
    EXPECT_EQ(source->remark(), row.remark) << row.packed.size();
  }
}

TEST(CompressedTest, broken_and_cut_data_is_told) {
  const std::string packed = gzipped(std::string(5000, 'a') + "end");
  EXPECT_THROW(unpack(packed.substr(0, packed.size() - 9)), Unreadable);
  EXPECT_THROW(unpack("\x1F\x8B and no more"), Unreadable);
  const std::string other = zstandard("hello, hello, hello");
  EXPECT_THROW(unpack(other.substr(0, other.size() - 3)), Unreadable);
}

// Members that fit into the space are unpacked at once, the others piece by piece, and what comes out is the same.
TEST(CompressedTest, the_space_that_is_offered_changes_nothing) {
  std::string packed;
  std::string wanted;
  for (std::size_t size : {1000u, 0u, 200'000u, 70'000u, 3'000'000u, 5u}) {
    std::string part(size, ' ');
    for (std::size_t i = 0; i < size; ++i) part[i] = static_cast<char>('a' + i * i % 26 * (i % 7) % 26);
    packed += gzipped(part);
    wanted += part;
  }
  for (const std::size_t space : {1u, 999u, 64u << 10, 100'000u, 1u << 20, 8u << 20}) {
    const auto source = unpacked(open_memory(packed));
    std::string all;
    std::string block(space, ' ');
    while (const std::size_t got = source->read(block)) all.append(block, 0, got);
    EXPECT_TRUE(all == wanted) << space;
  }
}

// Each record of an archive is a member of its own, so that one broken record does not cost the rest.
TEST(CompressedTest, after_a_broken_member_the_next_is_read) {
  std::string broken = gzipped("two, which is broken");
  std::fill(broken.begin() + 12, broken.end() - 8, '\xFF');
  const std::string packed = gzipped("one ") + broken + "\x1F\x8B" + gzipped("three");
  for (const std::size_t space : {100u, 1u << 20}) {
    const auto source = unpacked(open_memory(packed));
    std::string block(space, ' ');
    EXPECT_EQ(block.substr(0, source->read(block)), "one ");
    EXPECT_THROW(source->read(block), BrokenPart);
    EXPECT_EQ(block.substr(0, source->read(block)), "three");
    EXPECT_EQ(source->read(block), 0u);
  }
}

TEST(CompressedTest, a_bomb_is_told_before_it_fills_the_memory) {
  const std::string bomb = gzipped(std::string(200u << 20, '\0'));
  const auto source = unpacked(open_memory(bomb));
  std::string block(1u << 20, ' ');
  EXPECT_THROW(while (source->read(block) > 0){}, Unreadable);
}

}  // namespace
}  // namespace hearsay
