#include "run/inputs/reading_shape.h"

#include "capture/scratch_folder.h"

namespace hearsay {
namespace {

const char* name_of(Shape shape) {
  static constexpr const char* names[] = {"text", "json_lines", "json", "html",    "mhtml",  "mail",
                                          "feed", "warc",       "har",  "archive", "unknown"};
  return names[static_cast<std::size_t>(shape)];
}

TEST(ReadingShapeTest, a_name_tells_by_its_ending_under_any_packing) {
  const struct {
    const char* name;
    const char* shape;
    const char* stem;
  } rows[] = {
      {"a.txt", "text", "a"},
      {"in/a.TXT", "text", "a"},
      {"a.txt.gz", "text", "a"},
      {"a.jsonl.zst", "json_lines", "a"},
      {"a.ndjson", "json_lines", "a"},
      {"a.json", "json", "a"},
      {"a.html", "html", "a"},
      {"a.b.htm", "html", "a.b"},
      {"a.xhtml", "html", "a"},
      {"a.xml", "feed", "a"},
      {"a.rss", "feed", "a"},
      {"a.atom", "feed", "a"},
      {"a.warc.gz", "warc", "a"},
      {"a.tar.zstd", "archive", "a"},
      {"a.tgz", "archive", "a"},
      {"a.TGZ", "archive", "a"},
      {"a.opml", "feed", "a"},
      {"a.har", "har", "a"},
      {"a.eml", "mail", "a"},
      {"a.mbox.gz", "mail", "a"},
      {"a.wacz", "archive", "a"},
      {"a.pdf", "unknown", "a.pdf"},
      {"a.gz", "unknown", "a"},
      {"a", "unknown", "a"},
      {"txt", "unknown", "txt"},
      {".txt", "unknown", ".txt"},  // a name that begins with its only dot has no ending
      {"a.txt/b", "unknown", "b"},
      {"-", "unknown", "stdin"},
  };
  for (const auto& row : rows) {
    EXPECT_STREQ(name_of(shape_of_name(row.name)), row.shape) << row.name;
    EXPECT_EQ(stem_of_name(row.name), row.stem) << row.name;
  }
}

TEST(ReadingShapeTest, bytes_tell_by_how_they_begin) {
  const struct {
    std::string_view bytes;
    const char* shape;
  } rows[] = {
      {"The road is shut.", "text"},
      {"", "text"},
      {" \n ", "text"},
      {"{\"text\":\"a\"}\n{\"text\":\"b\"}", "json_lines"},
      {"{\"text\":\"a\"}", "json_lines"},
      {"{\n  \"text\": \"a\"\n}", "json"},
      {"{ \r\n\"text\": \"a\"}", "json"},
      {"[{\"text\":\"a\"}]", "json"},
      {"\n [", "json"},
      {"<!doctype html><p>", "html"},
      {"  <p>", "html"},
      {"<?xml version=\"1.0\"?><html>", "html"},
      {"<?xml version=\"1.0\"?>\n<rss>", "feed"},
      {"<feed xmlns=\"a\">", "feed"},
      {"<rdf:RDF>", "feed"},
      {"<urlset xmlns=\"a\">", "feed"},
      {"<sitemapindex>", "feed"},
      {"<?xml version=\"1.0\"?><opml version=\"2.0\">", "feed"},
      {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}", "json"},
      {"{\"log\":{\"version\":\"1.2\",\"creator\":{}}}", "har"},
      {"From: a@quay.example\nSubject: x\nDate: Mon, 5 May 2031 10:00:00 +0000\n\nx", "mail"},
      {"From a@quay.example Mon May  5 10:00:00 2031\nFrom: a\nDate: b\n\nx", "mail"},
      {"From: nobody\n\nA text that begins like a letter.", "text"},
      {"\xEF\xBB\xBF<feed>", "feed"},
      {"\xEF\xBB\xBF{\"a\":1}", "json_lines"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF{\"a\":1}", "json_lines"},
      {"WARC/1.0\r\n", "warc"},
      {"PK\3\4 and so on", "archive"},
      {"From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=x\r\n", "mhtml"},
      {"From: the harbour office", "text"},
      {"%PDF-1.7", "unknown"},
      {"\r\nWARC/1.1\r\n", "warc"},
      {"about WARC/1.0", "text"},
      {std::string_view("a\0b", 3), "unknown"},
      {std::string_view("\xFF\xFEt\0", 4), "text"},  // UTF-16 has noughts and is text
      {std::string_view("\xFE\xFF\0t", 4), "text"},
  };
  for (const auto& row : rows) EXPECT_STREQ(name_of(shape_of_bytes(row.bytes)), row.shape) << row.bytes;
}

TEST(ReadingShapeTest, in_a_folder_unknown_kinds_and_companions_are_passed_over) {
  ScratchFolder folder;
  folder.write("a.txt", "x");
  EXPECT_TRUE(is_passed_over(folder.file("a.pdf")));
  EXPECT_TRUE(is_passed_over(folder.file("a.json")));
  EXPECT_TRUE(is_passed_over(folder.file("articles.json")));
  EXPECT_FALSE(is_passed_over(folder.file("a.txt")));
  EXPECT_FALSE(is_passed_over(folder.file("b.json")));
}

TEST(ReadingShapeTest, what_a_reader_may_miss_has_a_reason) {
  const struct {
    const char* name;
    const char* reason;
  } rows[] = {
      {"a.pdf", "is a PDF, which is read only if it is named"},
      {"b/a.EPUB", "is an electronic book, which is read only if it is named"},
      {"a.mobi", "is an electronic book, which is not read"},
      {"b/a.DOCX", "is a Word document, which is not read"},
      {"a.md", "is Markdown, which is not read"},
      {"a.zzz", "is of a kind that is not read"},
      {"notes", "is of a kind that is not read"},
      {"a.jpg", ""},
      {"page_files/a.CSS", ""},
      {"a.txt", ""},
      {"articles.json", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(unread_reason(row.name), row.reason) << row.name;
}

}  // namespace
}  // namespace hearsay
