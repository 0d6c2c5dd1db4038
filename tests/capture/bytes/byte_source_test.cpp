#include "capture/bytes/byte_source.h"

#include "capture/bytes/bomb_guard.h"
#include "capture/scratch_folder.h"

#include <unistd.h>

namespace hearsay {
namespace {

// Gives so many bytes at a time, as pipes do.
class Dripping : public ByteSource {
 public:
  Dripping(std::string_view bytes, std::size_t most) : bytes_(bytes), most_(most) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t size = std::min({into.size(), bytes_.size(), most_});
    std::copy_n(bytes_.data(), size, into.data());
    bytes_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view bytes_;
  std::size_t most_;
};

std::string reason_for(const std::string& path) {
  try {
    const auto source = open_file(path);
    return "read: " + read_all(*source, 100);
  } catch (const Unreadable& error) {
    return error.what();
  }
}

TEST(ByteSourceTest, a_file_is_read_or_the_reason_is_told) {
  ScratchFolder folder;
  const std::string file = folder.write("a.txt", std::string("a\0b", 3));
  EXPECT_EQ(reason_for(file), std::string("read: a\0b", 9));
  EXPECT_EQ(reason_for(folder.write("empty", "")), "read: ");
  EXPECT_EQ(reason_for(folder.file("none")), "does not exist");
  EXPECT_EQ(reason_for(folder.path().string()), "is a folder");
  EXPECT_EQ(reason_for(file + "/below"), "cannot be read: Not a directory");
  std::filesystem::create_symlink("round", folder.file("round"));
  EXPECT_EQ(reason_for(folder.file("round")), "is a link that leads back to itself");
  if (::geteuid() != 0) {
    std::filesystem::permissions(file, std::filesystem::perms::none);
    EXPECT_EQ(reason_for(file), "may not be read (permission denied)");
  }
}

TEST(ByteSourceTest, all_is_read_however_it_drips_and_no_more_than_one_byte_beyond_the_limit) {
  const std::string bytes = "the road is shut";
  for (const std::size_t drip : {1, 3, 16, 100}) {
    for (const auto& [limit, size] : {std::pair{0, 1}, {1, 2}, {15, 16}, {16, 16}, {1000, 16}}) {
      Dripping source(bytes, drip);
      EXPECT_EQ(read_all(source, static_cast<std::size_t>(limit)), bytes.substr(0, static_cast<std::size_t>(size)))
          << drip << " " << limit;
    }
  }
}

TEST(ByteSourceTest, what_was_peeked_at_is_still_read) {
  for (const std::size_t drip : {1, 2, 100}) {
    PeekSource source(std::make_unique<Dripping>("the road is shut", drip));
    EXPECT_EQ(source.peek(3), "the");
    EXPECT_EQ(source.peek(8), "the road");
    EXPECT_EQ(source.peek(3), "the");
    char two[2];
    EXPECT_EQ(source.read(two), 2u);
    EXPECT_EQ(source.peek(4), "e ro");
    EXPECT_EQ(source.peek(0), "");
    EXPECT_EQ(read_all(source, 100), "e road is shut");
    EXPECT_EQ(source.peek(5), "");
  }
  PeekSource shorter(open_memory("ab"));
  EXPECT_EQ(shorter.peek(100), "ab");
  EXPECT_EQ(read_all(shorter, 100), "ab");
}

TEST(ByteSourceTest, bytes_are_counted_as_they_are_read) {
  std::atomic<std::uint64_t> bytes = 5;
  const auto source = counted(open_memory("the road"), bytes);
  char four[4];
  EXPECT_EQ(source->read(four), 4u);
  EXPECT_EQ(bytes, 9u);
  EXPECT_EQ(read_all(*source, 100), "road");
  EXPECT_EQ(bytes, 13u);
}

TEST(BombGuardTest, only_what_is_both_large_and_much_smaller_packed_is_refused) {
  constexpr std::size_t mega = 1u << 20;
  const struct {
    std::size_t packed;
    std::size_t unpacked;
    bool refused;
  } rows[] = {
      {1, 64 * mega, false},  // small enough to be anything
      {1, 64 * mega + 1000, true}, {mega, 299 * mega, false}, {mega, 302 * mega, true}, {100 * mega, 400 * mega, false},
  };
  for (const auto& row : rows) {
    BombGuard guard;
    if (row.refused)
      EXPECT_THROW(guard.add(row.packed, row.unpacked), Unreadable) << row.unpacked;
    else
      EXPECT_NO_THROW(guard.add(row.packed, row.unpacked)) << row.unpacked;
  }
  BombGuard slow;  // in small steps it is the same
  EXPECT_THROW(
      {
        for (int i = 0; i < 100; ++i) slow.add(1, mega);
      },
      Unreadable);
}

}  // namespace
}  // namespace hearsay
