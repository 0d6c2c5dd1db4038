#include "capture/formats/archive.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdio>

namespace hearsay {
namespace {

std::string entry(const std::string& name, const std::string& content, char kind = '0') {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  char size[12];
  std::snprintf(size, sizeof size, "%011zo", content.size());
  header.replace(124, 11, size);
  header[156] = kind;
  header.replace(257, 5, "ustar");
  header.replace(148, 8, "        ");
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  char checksum[8];
  std::snprintf(checksum, sizeof checksum, "%06o", sum);
  header.replace(148, 7, std::string(checksum, 7));
  return header + content + std::string((512 - content.size() % 512) % 512, '\0');
}

std::string listed(const std::string& archive) {
  const auto source = open_memory(archive);
  std::string result;
  ArchiveReader reader(*source, [&](const std::string& name, const char* reason) {
    result += "(" + name + " " + std::string(reason).substr(0, 9) + ")";
  });
  while (const auto name = reader.next()) {
    const auto file = reader.open();
    result += "<" + *name + ":" + read_all(*file, 1000) + ">";
  }
  return result;
}

TEST(ArchiveTest, files_are_read_in_order) {
  const std::string end(1024, '\0');
  const std::string archive =
      entry("a.txt", "one") + entry("folder/", "", '5') + entry("b.txt", std::string(600, 'b')) + end;
  EXPECT_TRUE(is_tar(archive));
  EXPECT_EQ(listed(archive), "<a.txt:one><b.txt:" + std::string(600, 'b') + ">");
  EXPECT_EQ(listed(entry("././@LongLink", std::string(150, 'n') + '\0', 'L') + entry("short", "x") + end),
            "<" + std::string(150, 'n') + ":x>");
  EXPECT_EQ(listed(entry("h", "21 path=named/so.txt\n", 'x') + entry("short", "x") + end), "<named/so.txt:x>");
}

TEST(ArchiveTest, what_is_no_file_is_told) {
  const std::string end(1024, '\0');
  EXPECT_EQ(listed(entry("a", "", '2') + entry("b", "", '1') + entry("c", "", '3') + entry("d", "", '6') +
                   entry("e", "x") + end),
            "(a is a link)(b is a link)(c is a devi)(d is a pipe)<e:x>");
}

TEST(ArchiveTest, names_are_without_detours) {
  const struct {
    const char* name;
    const char* given;
    bool leads_out;
    bool hidden;
  } rows[] = {
      {"a.txt", "a.txt", false, false},        {"./a.txt", "a.txt", false, false},
      {"b//./a.txt", "b/a.txt", false, false}, {"b/../a.txt", "a.txt", false, false},
      {"../a.txt", "../a.txt", true, true},    {"b/../../a.txt", "../a.txt", true, true},
      {".a.txt", ".a.txt", false, true},       {"./.b/a.txt", ".b/a.txt", false, true},
      {"a..b.txt", "a..b.txt", false, false},  {"..a.txt", "..a.txt", false, true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(listed(entry(row.name, "x") + std::string(1024, '\0')), "<" + std::string(row.given) + ":x>");
    EXPECT_EQ(leads_out(row.given), row.leads_out) << row.given;
    EXPECT_EQ(is_hidden(row.given), row.hidden) << row.given;
  }
}

TEST(ArchiveTest, a_size_in_an_extended_header_goes_before_the_files_own) {
  std::string archive = entry("h", "9 size=5\n", 'x') + entry("a.txt", "");
  archive += "12345" + std::string(507, '\0') + std::string(1024, '\0');
  EXPECT_EQ(listed(archive), "<a.txt:12345>");
}

TEST(ArchiveTest, names_keep_their_bytes_in_any_encoding) {
  const std::string end(1024, '\0');
  EXPECT_EQ(listed(entry("caf\xE9.txt", "x") + end), "<caf\xE9.txt:x>");
  EXPECT_EQ(listed(entry("caf\xC3\xA9.txt", "x") + end), "<caf\xC3\xA9.txt:x>");
}

// One file, packed with deflate (RFC 1951) in stored blocks or as it is.
std::string zip_entry(const std::string& name, const std::string& content, unsigned method = 0) {
  const auto number = [](std::size_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
  };
  return "PK\3\4" + number(20, 2) + number(0, 2) + number(method, 2) + number(0, 4) +
         number(crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())), 4) +
         number(content.size(), 4) + number(content.size(), 4) + number(name.size(), 2) + number(0, 2) + name + content;
}

TEST(ArchiveTest, zip_is_read_as_tar_is) {
  const std::string archive = zip_entry("a.txt", "one") + zip_entry("folder/", "") + zip_entry("folder/b.txt", "two") +
                              "PK\1\2" + std::string(50, '\0');  // the list at the end, which is not read
  EXPECT_TRUE(is_zip(archive));
  EXPECT_FALSE(is_zip("short"));
  const std::string empty = "PK\5\6" + std::string(18, '\0');
  EXPECT_TRUE(is_zip(empty));
  EXPECT_EQ(listed(empty), "");
  EXPECT_EQ(listed(archive), "<a.txt:one><folder/b.txt:two>");
  EXPECT_THROW(listed(archive.substr(0, 34)), Unreadable);
  EXPECT_THROW(listed(zip_entry("a.txt", "one", 99)), Unreadable);  // a method that is not known
}

TEST(ArchiveTest, a_damaged_file_costs_itself_alone) {
  std::string other_sum = zip_entry("a.txt", "one");
  other_sum[14] ^= 1;                                     // of the checksum
  const std::string three_bytes("\1\3\0\xFC\xFFone", 8);  // packed, and the header says that they are eight
  for (const std::string& damaged : {other_sum, zip_entry("a.txt", three_bytes, 8)}) {
    const std::string archive = damaged + zip_entry("b.txt", "two");
    const auto source = open_memory(archive);
    ArchiveReader reader(*source);
    ASSERT_EQ(reader.next(), "a.txt");
    try {
      read_all(*reader.open(), 1000);
      FAIL();
    } catch (const Unreadable& error) {
      EXPECT_TRUE(std::string_view(error.what()).starts_with("is damaged (ZIP ")) << error.what();
    }
    ASSERT_EQ(reader.next(), "b.txt");
    EXPECT_EQ(read_all(*reader.open(), 1000), "two");
  }
}

TEST(ArchiveTest, what_the_source_throws_comes_through) {
  struct Broken : ByteSource {
    std::size_t read(std::span<char>) override { throw Unreadable("is a broken source"); }
  } source;
  try {
    ArchiveReader(source).next();
    FAIL();
  } catch (const Unreadable& error) {
    EXPECT_STREQ(error.what(), "is a broken source");
  }
}

TEST(ArchiveTest, a_broken_archive_is_told) {
  std::string archive = entry("a.txt", std::string(2000, 'a'));
  EXPECT_THROW(listed(archive.substr(0, 1000)), Unreadable);           // cut in a file
  EXPECT_THROW(listed(archive + archive.substr(0, 100)), Unreadable);  // cut in a header
  EXPECT_THROW(listed(entry("././@LongLink", std::string(3 << 20, 'n'), 'L') + archive), Unreadable);
  EXPECT_THROW(listed(std::string(600, 'n')), Unreadable);
  archive[0] = 'z';
  EXPECT_THROW(listed(archive), Unreadable);
  EXPECT_FALSE(is_tar(archive));
  EXPECT_FALSE(is_tar("short"));
}

}  // namespace
}  // namespace hearsay
