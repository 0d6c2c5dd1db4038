#include "capture/formats/warc.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// Records as they come, each with what is wrong with it; BROKEN where the stream itself breaks.
std::string listed(ByteSource& source) {
  WarcReader reader(source);
  std::string result;
  for (;;) {
    try {
      const auto record = reader.next();
      if (!record) return result;
      result += "<" + (record->fault ? std::string(record->fault) : record->type + ":" + record->content) + ">";
    } catch (const BrokenPart&) {
      result += "BROKEN";
    }
  }
}

std::string listed(const std::string& archive) {
  const auto source = open_memory(archive);
  return listed(*source);
}

std::string record(const std::string& content, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: resource\r\n" + more + "Content-Length: " + std::to_string(content.size()) +
         "\r\n\r\n" + content + "\r\n\r\n";
}

TEST(WarcDamageTest, headers_are_read_as_archives_write_them) {
  const struct {
    const char* archive;
    const char* printed;
  } rows[] = {
      {"WARC/1.0\nWARC-Type: resource\nContent-Length: 1\n\na\n\n", "<resource:a>"},  // bare line ends
      {"WARC/1.1\r\nwarc-type:RESOURCE\r\ncontent-length:1\r\n\r\na", "<resource:a>"},
      {"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "<:>"},
      {"WARC/1.0\r\nno colon\r\nContent-Length: 1\r\n\r\na", "<:a>"},
      {"WARC/1.0\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "<:ab>"},
      {"WARC/1.0\r\nContent-Length: x\r\n\r\na", "<does not say how long it is>"},
      {"WARC/1.0\r\nContent-Length: -1\r\n\r\na", "<does not say how long it is>"},
      {"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\na", "<does not say how long it is>"},
      {"WARC/1.0\r\nContent-Length: 5\r\n\r\na", "<is cut short>"},
      {"WARC/1.0\r\nContent-Length: 5", "<is cut short>"},
      {"WARC/1.0", "<does not say how long it is>"},
      {"\r\n\r\nWARC/1.0\r\nContent-Length: 1\r\n\r\na", "<:a>"},
  };
  for (const auto& row : rows) EXPECT_EQ(listed(row.archive), row.printed) << row.archive;
}

TEST(WarcDamageTest, what_stands_between_records_is_passed_over) {
  EXPECT_EQ(listed("rubbish\n" + record("one") + "more rubbish\r\n" + record("two") + "end"),
            "<resource:one><resource:two>");
}

TEST(WarcDamageTest, a_record_of_a_wrong_length_costs_itself_alone) {
  const std::string others = record("two") + record("three") + record("four");
  const std::string read = "<resource:two><resource:three><resource:four>";
  const std::string wrong = "<has a different length than it says>";
  for (const int length : {0, 1, 2, 9, 12, 100, 130, 170, 100000}) {
    const std::string head = "WARC/1.0\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
    EXPECT_EQ(listed(head + "abc\r\n\r\n" + others), wrong + read) << length;
  }
  for (const char* const length : {"10000000000000000000", "99999999999999999"}) {
    EXPECT_EQ(listed("WARC/1.0\r\nContent-Length: " + std::string(length) + "\r\n\r\nabc\r\n\r\n" + others),
              "<says that it is longer than any archive>" + read);
  }
  // Each of many is broken; and what is larger than a record may be is looked through as well.
  std::string many;
  for (int i = 0; i < 200; ++i) many += "WARC/1.0\r\nContent-Length: 50000000\r\n\r\nabc\r\n\r\n";
  const std::string found = listed(many + others);
  EXPECT_TRUE(found.ends_with(read));
  // A page may tell of archives: what stands in a content of the right length is the page's own.
  const std::string page = "\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nx\r\n\r\n";
  EXPECT_EQ(listed(record(page) + record("two")), "<resource:" + page + "><resource:two>");
}

TEST(WarcDamageTest, brackets_and_blanks_around_values_are_taken_away) {
  const std::string archive = record("x",
                                     "WARC-Record-ID:  <urn:1> \r\nWARC-Target-URI: http://q.example/\r\nWARC-Date: "
                                     "2031-05-05T10:00:00Z\r\nContent-Type: Text/HTML; charset=x\r\n");
  const auto source = open_memory(archive);
  const auto one = WarcReader(*source).next();
  ASSERT_TRUE(one);
  EXPECT_EQ(one->id, "urn:1");
  EXPECT_EQ(one->address, "http://q.example/");
  EXPECT_EQ(one->date, "2031-05-05T10:00:00Z");
  EXPECT_EQ(one->content_type, "text/html");
}

TEST(WarcDamageTest, what_is_too_large_to_hold_is_told_and_read_over) {
  const std::string large(largest_record_bytes + 1, 'x');
  EXPECT_EQ(listed(record(large) + record("two")), "<is larger than an article can be (32 MB)><resource:two>");
}

// Gives some bytes, breaks once, and goes on with others, as a packed archive with a broken member does.
class BreaksOnce : public ByteSource {
 public:
  BreaksOnce(std::string before, std::string after) : before_(std::move(before)), after_(std::move(after)) {}
  std::size_t read(std::span<char> into) override {
    if (before_.empty() && !broke_) {
      broke_ = true;
      throw BrokenPart("is broken");
    }
    std::string& bytes = broke_ ? after_ : before_;
    const std::size_t size = std::min(into.size(), bytes.size());
    std::copy_n(bytes.data(), size, into.data());
    bytes.erase(0, size);
    return size;
  }

 private:
  std::string before_;
  std::string after_;
  bool broke_ = false;
};

TEST(WarcDamageTest, a_broken_part_costs_the_record_it_is_in_and_no_other) {
  const struct {
    const char* what;
    std::string before;
    std::string after;
    const char* printed;
  } rows[] = {
      {"between records", record("one"), record("two"), "<resource:one>BROKEN<resource:two>"},
      {"within a content", record("one") + record("lost").substr(0, 54), record("two"),
       "<resource:one>BROKEN<resource:two>"},
      {"within a header", record("one") + "WARC/1.0\r\nWARC-Ty", record("two"), "<resource:one>BROKEN<resource:two>"},
      {"at the front", "", record("two"), "BROKEN<resource:two>"},
      {"at the end", record("one"), "", "<resource:one>BROKEN"},
  };
  for (const auto& row : rows) {
    BreaksOnce source(row.before, row.after);
    EXPECT_EQ(listed(source), row.printed) << row.what;
  }
}

}  // namespace
}  // namespace hearsay
