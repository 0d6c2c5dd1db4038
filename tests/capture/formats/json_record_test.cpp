#include "capture/formats/json_record.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : "+") + word;
  return result;
}

std::string to_text(const Record& record) {
  constexpr const char* kinds[] = {"text", "html", "fragment"};
  return record.id + "|" + kinds[static_cast<int>(record.kind)] + "|" + record.content + "|" +
         record.title.value_or("-") + "|" + record.outlet.value_or("-") + "|" + record.published.value_or("-") + "|" +
         joined(record.authors) + "|" + joined(record.origins);
}

std::string read(std::string_view json) {
  const auto record = parse_json_record(json);
  return record ? to_text(*record) : "error: " + record.error();
}

TEST(JsonRecordTest, articles_are_read_by_the_keys_of_several_datasets) {
  const struct {
    const char* json;
    const char* record;
  } rows[] = {
      {R"({"id":"a","text":"T","title":"H","outlet":"o.example","published":"2031-05-05"})",
       "a|text|T|H|o.example|2031-05-05||"},
      {R"({"url":"u","maintext":"T","source_domain":"o","date_publish":"d","authors":["A","B"]})",
       "u|text|T|-|o|d|A+B|"},
      {R"({"id":3,"html":"<p>T","publisher":{"name":"P"},"author":{"name":"A"}})", "3|html|<p>T|-|P|-|A|"},
      {R"({"text":"T","title":5,"outlet":null,"date":["x"]})", "|text|T|5|-|-||"},
      {R"({"uri":"n1","headlines":[{"role":"short","value":"S"},{"role":"main","value":"M"}],"versionCreated":"d",
           "bodies":[{"contentType":"text/html","value":"<p>B"},{"contentType":"text/plain","value":"B"}],
           "infoSources":[{"name":"Town council"},{"uri":"i:2"}]})",
       "n1|text|B|M|-|d||Town council+i:2"},
      {R"({"uri":"n2","headline":"H","body_html":"<p>B"})", "n2|fragment|<p>B|H|-|-||"},
      {R"({"uri":"n3","headlines":[]})", "error: is a ninjs item without a body"},
      {R"({"id":"a"})", "error: has neither text nor html"},
      {R"([1])", "error: is JSON, but not an object"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.json), row.record) << row.json;
  EXPECT_TRUE(read(R"({"id":"a")").starts_with("error: is not JSON ("));
}

TEST(JsonRecordTest, a_byte_order_mark_and_a_broken_character_cost_no_article) {
  const struct {
    const char* json;
    const char* record;
  } rows[] = {
      {"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"T\"}", "a|text|T|-|-|-||"},
      {R"({"id":"a","text":"T\ud83d"})", "a|text|T\uFFFD|-|-|-||"},
      {R"({"id":"a","text":"\uDE00T"})", "a|text|\uFFFDT|-|-|-||"},
      {R"({"id":"a","text":"\ud83d\ude00 \ud83d\ud83d\ude00 \ud83d\n"})",
       "a|text|\U0001F600 \uFFFD\U0001F600 \uFFFD\n|-|-|-||"},
      {R"({"id":"a","title":"\ud83dx","text":"\\ud83d"})", "a|text|\\ud83d|\uFFFDx|-|-||"},
      {"{\"id\":\"a\",\"text\":\"T\xED\xA0\xBD.\"}", "a|text|T\uFFFD.|-|-|-||"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"T\"}", "a|text|T|-|-|-||"},
      {"{\"id\":\"a\",\"text\":\"T\xFF.\"}", "a|text|T\uFFFD.|-|-|-||"},
      {"{\"id\":\"a\",\"text\":\"caf\xE9 \xC3\xA9\"}", "a|text|caf\uFFFD \u00E9|-|-|-||"},
      {"{\"id\":\"\xFF\",\"text\":\"T\xE2\x82\"}", "\uFFFD|text|T\uFFFD\uFFFD|-|-|-||"},
      {"{\"id\":\"a\",\"text\":\"T\xED\xA0\"}", "a|text|T\uFFFD\uFFFD|-|-|-||"},  // cut within half a character
      {R"({"id":"a","title":"\u0000","text":"T\u0000.\u0000"})", "a|text|T\uFFFD.\uFFFD|\uFFFD|-|-||"},
      {R"({"id":"a","text":"\\u0000"})", "a|text|\\u0000|-|-|-||"},  // written, not meant
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.json), row.record) << row.json;
  EXPECT_EQ(parse_json_file("\xEF\xBB\xBF[{\"text\":\"T\"},{\"text\":\"\\udc00\"}]")->size(), 2u);
  EXPECT_EQ(parse_companion("\xEF\xBB\xBF{\"title\":\"H\"}").at("").title, "H");
  EXPECT_TRUE(read(R"({"id":"\u12","text":"T"})").starts_with("error: is not JSON ("));
}

TEST(JsonRecordTest, a_file_holds_an_article_or_a_list) {
  EXPECT_EQ(parse_json_file(R"({"id":"a","text":"T"})")->size(), 1u);
  EXPECT_EQ(parse_json_file(R"([{"id":"a","text":"T"},{"id":"b","text":"T"},{"points":[]},7])")->size(), 2u);
  EXPECT_TRUE(parse_json_file(R"({"points":[]})")->empty());
  EXPECT_FALSE(parse_json_file("{"));
}

TEST(JsonRecordTest, a_companion_tells_of_files_by_name) {
  const auto listed = parse_companion(R"([{"id":"1","file":"a.txt","title":"H"},{"title":"no file"},3])");
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed.at("a.txt").title, "H");
  EXPECT_EQ(parse_companion(R"({"title":"H"})").at("").title, "H");
  EXPECT_TRUE(parse_companion("nonsense").empty());
}

}  // namespace
}  // namespace hearsay
