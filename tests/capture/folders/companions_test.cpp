#include "capture/folders/companions.h"

#include "capture/scratch_folder.h"

namespace hearsay {
namespace {

// What is known of a text after its companions were asked.
std::string known_of(const ScratchFolder& folder, const std::string& name, Record record = {}) {
  Companions().add_to(record, folder.file(name));
  return record.id + "|" + record.title.value_or("-") + "|" + record.outlet.value_or("-") + "|" +
         record.published.value_or("-");
}

TEST(CompanionsTest, a_text_is_told_of_by_its_folder_and_by_its_own_file) {
  ScratchFolder folder;
  folder.write("articles.json",
               R"([{"id":"A","file":"a.txt","outlet":"Quay Gazette","title":"Slip","published":"2031-05-05"},
                                    {"file":"b.txt","outlet":"Dell Courier"}])");
  EXPECT_EQ(known_of(folder, "a.txt"), "A|Slip|Quay Gazette|2031-05-05");
  EXPECT_EQ(known_of(folder, "b.txt"), "|-|Dell Courier|-");
  EXPECT_EQ(known_of(folder, "c.txt"), "|-|-|-");
  folder.write("a.json", R"({"title":"Its own title"})");
  EXPECT_EQ(known_of(folder, "a.txt"), "A|Its own title|Quay Gazette|2031-05-05");
}

TEST(CompanionsTest, what_the_text_says_of_itself_stays_but_its_id_is_given) {
  ScratchFolder folder;
  folder.write("a.json", R"({"id":"A","title":"told","outlet":"told"})");
  Record record;
  record.id = "a";
  record.title = "own";
  EXPECT_EQ(known_of(folder, "a.txt", record), "A|own|told|-");
  folder.write("b.json", R"({"title":"told"})");
  EXPECT_EQ(known_of(folder, "b.txt", record), "a|own|-|-");
}

TEST(CompanionsTest, companions_that_cannot_be_read_are_passed_over) {
  for (const char* broken : {"", "{", "[1,2]", "\"text\"", "null", R"([{"file":7}])"}) {
    ScratchFolder folder;
    folder.write("articles.json", broken);
    folder.write("a.json", broken);
    EXPECT_EQ(known_of(folder, "a.txt"), "|-|-|-") << broken;
  }
  ScratchFolder folder;
  std::filesystem::create_directories(folder.file("articles.json"));
  EXPECT_EQ(known_of(folder, "a.txt"), "|-|-|-");
}

TEST(CompanionsTest, each_folder_has_its_own_list) {
  ScratchFolder folder;
  folder.write("one/articles.json", R"([{"file":"a.txt","outlet":"Quay Gazette"}])");
  folder.write("two/articles.json", R"([{"file":"a.txt","outlet":"Dell Courier"}])");
  Companions companions;
  std::string outlets;
  for (const char* name : {"one/a.txt", "two/a.txt", "three/a.txt", "one/a.txt"}) {
    Record record;
    companions.add_to(record, folder.file(name));
    outlets += record.outlet.value_or("-") + "|";
  }
  EXPECT_EQ(outlets, "Quay Gazette|Dell Courier|-|Quay Gazette|");
}

TEST(CompanionsTest, a_json_file_is_a_companion_by_its_name_or_by_the_text_beside_it) {
  ScratchFolder folder;
  folder.write("a.txt", "x");
  folder.write("b.html", "x");
  EXPECT_TRUE(is_companion(folder.file("articles.json")));
  EXPECT_TRUE(is_companion(folder.file("a.json")));
  EXPECT_TRUE(is_companion(folder.file("b.json")));
  EXPECT_FALSE(is_companion(folder.file("c.json")));
  EXPECT_FALSE(is_companion(folder.file("my-articles.json")));
}

}  // namespace
}  // namespace hearsay
