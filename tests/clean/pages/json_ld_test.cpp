#include "clean/pages/json_ld.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string shown(const LinkedData& data) {
  std::string text;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += std::string(name) + "=" + value + " ";
  };
  add("headline", data.headline);
  add("published", data.published);
  add("modified", data.modified);
  add("publisher", data.publisher);
  add("address", data.address);
  add("language", data.language);
  for (const std::string& name : data.authors) add("author", name);
  for (const std::string& name : data.based_on) add("from", name);
  return text + (data.live_blog ? "live" : "");
}

std::string read(const std::vector<std::string>& scripts) {
  LinkedData data;
  for (const std::string& script : scripts) add_linked_data(script, data);
  return shown(data);
}

std::string of_article(const std::string& rest) { return read({R"({"@type":"NewsArticle",)" + rest + "}"}); }

TEST(LinkedDataTest, an_article_says_what_it_is) {
  const struct {
    const char* rest;
    const char* printed;
  } rows[] = {
      {R"("headline":"Slip")", "headline=Slip "},
      {R"("headline":7)", ""},
      {R"("datePublished":"2031-05-05","dateModified":"2031-05-06")", "published=2031-05-05 modified=2031-05-06 "},
      {R"("inLanguage":"en-GB")", "language=en-GB "},
      {R"("url":"http://q.example/2","mainEntityOfPage":"http://q.example/1")", "address=http://q.example/1 "},
      {R"("url":"http://q.example/2","mainEntityOfPage":{"@id":"x"})", "address=http://q.example/2 "},
      {R"("publisher":"Quay")", "publisher=Quay "},
      {R"("publisher":{"name":"Quay","url":"u"})", "publisher=Quay "},
      {R"("publisher":[{"url":"u"},{"name":"Quay"}])", "publisher=u "},
      {R"("author":"Ann Bo")", "author=Ann Bo "},
      {R"("author":[{"name":"Ann Bo"},"Cy Dun",{"job":"none"},7])", "author=Ann Bo author=Cy Dun "},
      {R"("author":{"@id":"#ann"})", "author=#ann "},
      {R"("isBasedOn":"http://w.example/1")", "from=http://w.example/1 "},
      {R"("isBasedOn":[{"url":"http://w.example/1"},{"name":"The Wire","url":"x"}])",
       "from=http://w.example/1 from=The Wire "},
  };
  for (const auto& row : rows) EXPECT_EQ(of_article(row.rest), row.printed) << row.rest;
}

TEST(LinkedDataTest, only_what_is_an_article_has_a_headline) {
  const struct {
    const char* script;
    const char* printed;
  } rows[] = {
      {R"({"@type":"Article","headline":"a"})", "headline=a "},
      {R"({"@type":"ReportageNewsArticle","headline":"a"})", "headline=a "},
      {R"({"@type":"BlogPosting","headline":"a"})", "headline=a "},
      {R"({"@type":["WebPage","NewsArticle"],"headline":"a"})", "headline=a "},
      {R"({"@type":"WebPage","headline":"a"})", ""},
      {R"({"headline":"a"})", ""},
      {R"({"@type":7,"headline":"a"})", ""},
      {R"({"@type":"LiveBlogPosting","headline":"a"})", "headline=a live"},
      {R"({"@type":["LiveBlogPosting"],"headline":"a"})", "headline=a live"},
      {R"([{"@type":"WebPage"},{"@type":"Article","headline":"a"}])", "headline=a "},
      {R"({"@graph":[{"@type":"Article","headline":"a"}]})", "headline=a "},
      {R"({"mainEntity":{"@type":"Article","headline":"a"}})", "headline=a "},
      {R"({"@type":"WebPage","mainEntityOfPage":{"@type":"Article","headline":"a"}})", "headline=a "},
      {R"({"@type":"WebPage","hasPart":{"@type":"Article","headline":"a"}})", ""},       // of another thing
      {R"({"@type":"WebPage","datePublished":"2031-05-05"})", "published=2031-05-05 "},  // a date is taken from any
      {R"([{"datePublished":"2031-01-01"},{"@type":"Article","datePublished":"2031-05-05"}])", "published=2031-05-05 "},
      {R"([{"@type":"Article","headline":"a"},{"@type":"Article","headline":"b"}])", "headline=a "},
      {"7", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(read({row.script}), row.printed) << row.script;
}

TEST(LinkedDataTest, a_later_script_adds_what_the_first_does_not_say) {
  EXPECT_EQ(read({R"({"@type":"Article","headline":"a"})", R"({"@type":"Article","headline":"b","author":"Ann"})"}),
            "headline=a author=Ann ");
  EXPECT_EQ(read({R"({"@type":"Article","author":"Ann"})", R"({"@type":"Article","author":"Cy"})"}), "author=Ann ");
}

TEST(LinkedDataTest, pages_that_put_catalogues_there_are_bounded) {
  std::string authors = R"({"@type":"Article","author":[)";
  for (int i = 0; i < 100; ++i) authors += (i ? ",\"a\"" : "\"a\"");
  LinkedData data;
  add_linked_data(authors + "]}", data);
  EXPECT_EQ(data.authors.size(), 20u);
  const auto nested = [](int depth) {
    std::string script;
    for (int i = 0; i < depth; ++i) script += R"({"mainEntity":)";
    return script + R"({"@type":"Article","headline":"a"})" + std::string(static_cast<std::size_t>(depth), '}');
  };
  EXPECT_EQ(read({nested(8)}), "headline=a ");
  EXPECT_EQ(read({nested(9)}), "");
  const auto after = [](int others) {
    std::string script = "[";
    for (int i = 0; i < others; ++i) script += "{},";
    return script + R"({"@type":"Article","headline":"a"}])";
  };
  EXPECT_EQ(read({after(499)}), "headline=a ");
  EXPECT_EQ(read({after(500)}), "");
}

TEST(LinkedDataTest, a_key_is_found_in_any_script) {
  const struct {
    const char* script;
    const char* value;
  } rows[] = {
      {R"(var a = {"date": "2031-05-05"};)", "2031-05-05"},
      {R"("date"  :
           "x")",
       "x"},
      {R"("date":7,"date":"x")", "x"},  // the first that is a text
      {R"("date","date":"x")", "x"},
      {R"("mydate":"y","date":"x")", "x"},
      {R"("date":"a\"b\/c")", "a\"b/c"},
      {R"("date":"never ends)", "never ends"},
      {R"("date":)", ""},
      {R"("date")", ""},
      {R"('date':'x')", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(find_json_text(row.script, "date"), row.value) << row.script;
  EXPECT_EQ(find_json_text("\"date\":\"" + std::string(5000, 'x') + "\"", "date").size(), 1000u);
}

}  // namespace
}  // namespace hearsay
