#include "run/inputs/reading.h"

#include "capture/packed.h"
#include "capture/scratch_folder.h"

#include <filesystem>

namespace hearsay {
namespace {

const std::string sentence = "The coast road was closed on Monday, the town said, and nobody was hurt there.";

// What is read below a path: ids with what is known of them, and problems, in order, then what is left out; paths
// without the scratch folder.
std::string read(const ScratchFolder& folder, const std::vector<std::string>& names, const Selection& selection = {},
                 Manner manner = {}) {
  manner.text_only = true;
  std::vector<std::string> paths;
  for (const std::string& name : names) paths.push_back(folder.file(name));
  std::string result;
  const std::string root = folder.path().string() + "/";
  manner.on_set_aside = [&](std::string told) {
    if (const std::size_t at = told.find(root); at != std::string::npos) told.erase(at, root.size());
    result += "[" + told + "] ";
  };
  read_articles(
      paths, selection, manner, [&](const Article& article) { result += article.id + " "; },
      [&](const Problem& problem) {
        const std::string where = problem.where.starts_with(root) ? problem.where.substr(root.size()) : problem.where;
        result += "(" + where + " " + problem.reason + ") ";
      });
  return result;
}

const std::string german = "Die Küstenstraße wurde am Montag nach einem Erdrutsch gesperrt, teilte die Stadt mit.";

std::string json(const std::string& rest) { return "{\"text\":\"" + sentence + "\"" + rest + "}"; }

const std::string printed_account = std::string(100, '=') + "\n\"Road shut\"\n1 article | 1 newsroom | 1 origin\n";

// Of ASCII.
std::string in_utf16(const std::string& text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += {c, '\0'};
  return bytes;
}

TEST(ReadingTest, each_kind_of_file_gives_its_articles) {
  const struct {
    const char* name;
    std::string bytes;
    const char* printed;
  } rows[] = {
      {"a.txt", sentence, "a "},
      {"a.txt.gz", gzipped(sentence), "a "},
      {"a.html", "<p>" + sentence + "</p>", "a "},
      {"a.jsonl", json("") + "\n" + json(",\"id\":\"x\"") + "\n", "a:1 x "},
      {"a.json", json(""), "a "},
      {"a.json", "[" + json("") + "," + json("") + "]", "a:1 a:2 "},
      {"a.rss",
       "<rss><channel><item><guid>g</guid><description>" + sentence + "</description></item><item><description>" +
           sentence + "</description></item></channel></rss>",
       "g a:2 "},
      {"a.xml", "<?xml version=\"1.0\"?><html><p>" + sentence + "</p></html>", "a "},
      {"a.xml", "<p>" + sentence + "</p>", "a "},  // a page under a feed's name
      {"a.bin", sentence, "a.bin "},
      {"a.jsonl", in_utf16(json(",\"id\":\"x\"") + "\r\n" + json("")), "x a:2 "},
      {"a.json", in_utf16("[" + json("") + "]"), "a "},
      {"a.dat", in_utf16(json("")), "a.dat:1 "},
      {"a.html", in_utf16("<p>" + sentence), "a "},
      {"a.dat", "{\"text\":\"" + sentence + "\"}", "a.dat:1 "},
      {"a.warc",
       "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nWARC-Record-ID: <w>\r\nContent-Length: " +
           std::to_string(sentence.size() + 3) + "\r\n\r\n<p>" + sentence + "\r\n\r\n",
       "w "},
      {"a.json",
       "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"i\",\"content_text\":\"" + sentence +
           "\"}]}",
       "i "},
      {"a.har",
       "{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[{\"request\":{\"url\":\"https://q.example/"
       "1\"},\"response\":"
       "{\"status\":200,\"content\":{\"mimeType\":\"text/html\",\"text\":\"<p>" +
           sentence + "\"}}}]}}",
       "https://q.example/1 "},
      {"a.eml", "From: a@quay.example\nMessage-ID: <m@q>\n\n" + sentence, "m@q "},
      {"a.mbox",
       "From a Mon May  5 10:00:00 2031\nSubject: x\n\n" + sentence +
           "\n\nFrom a Mon May  5 10:00:00 2031\nSubject: y\n\n" + sentence,
       "a:1 a:2 "},
  };
  for (const auto& row : rows) {
    ScratchFolder folder;
    folder.write(row.name, row.bytes);
    EXPECT_EQ(read(folder, {row.name}), row.printed) << row.name;
  }
}

TEST(ReadingTest, what_cannot_be_read_is_told_where_it_stands) {
  const struct {
    const char* name;
    std::string bytes;
    const char* printed;
  } rows[] = {
      {"a.txt", "", "(a.txt is empty) "},
      {"a.txt", "The \xFF", "(a.txt is not UTF-8 text (byte 4)) "},
      {"a.jsonl", "", "(a.jsonl is empty) "},
      {"a.jsonl", "\n \n" + json(""), "a:3 "},  // blank lines are passed over and counted
      {"a.jsonl", "{\"id\":\"x\"}\n" + json(""), "(a.jsonl:1 has neither text nor html) a:2 "},
      {"a.json", "{}", "(a.json is JSON without an article) "},
      {"a.rss", "<rss><channel/></rss>", "(a.rss is a feed without items) "},
      {"a.rss", "<?xml version=\"1.0\"?><note/>", "(a.rss is XML, but not a feed) "},
      {"a.rss", "<rss><channel><item><guid>g</guid><description>" + sentence + "</description></item><item></b>",
       "(a.rss is not XML (Start-end tags mismatch), and is read as far as it goes) g (a.rss:2 is empty) "},
      {"a.xml", "<?xml version=\"1.0\"?><urlset><url><loc>https://q.example/1</loc></url></urlset>",
       "(a.xml is a list of addresses (1), which --fetch reads) "},
      {"a.opml", "<opml><body><outline xmlUrl=\"https://q.example/f\"/></body></opml>",
       "(a.opml is a list of addresses (1), which --fetch reads) "},
      {"a.jsonl", "{\"format\":\"hearsay/account/1\",\"story\":{}}\n" + json(""),
       "(a.jsonl:1 is an account that hearsay wrote, which is not read) a:2 "},
      {"a.json", "{\"format\":\"hearsay/account/1\",\"story\":{}}",
       "(a.json is an account that hearsay wrote, which is not read) "},
      {"a.txt", printed_account, "(a.txt is an account that hearsay wrote, which is not read) "},
      {"a.bin", printed_account, "(a.bin is an account that hearsay wrote, which is not read) "},
      {"a.har", "{}", "(a.har is JSON, but not an HTTP archive) "},
      {"a.har", "{\"log\":{\"entries\":[]}}", "(a.har is an HTTP archive without a page) "},
      {"a.eml", "Content-Type: image/png\n\nx", "(a.eml:1 is a message without a text) "},
      {"a.warc", "no archive at all", "(a.warc holds no WARC records) "},
      {"a.warc", "WARC/1.0\r\nWARC-Type: resource\r\n\r\n", "(a.warc, record at byte 0 does not say how long it is) "},
      {"warc.paths", "part-1.warc.gz\n", "(warc.paths is a list of archives, not an archive) "},
      {"warc.paths.gz", gzipped("part-1.warc.gz\n"), "(warc.paths.gz is a list of archives, not an archive) "},
  };
  for (const auto& row : rows) {
    ScratchFolder folder;
    folder.write(row.name, row.bytes);
    EXPECT_EQ(read(folder, {row.name}), row.printed) << row.name << ": " << row.bytes;
  }
}

TEST(ReadingTest, a_revisit_is_told_where_the_page_it_stands_for_is_not_held) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  const auto record = [](const std::string& type, const std::string& headers, const std::string& content) {
    return "WARC/1.1\r\nWARC-Type: " + type + "\r\n" + headers + "Content-Length: " + std::to_string(content.size()) +
           "\r\n\r\n" + content + "\r\n\r\n";
  };
  const std::string page =
      record("response", "WARC-Record-ID: <w>\r\nWARC-Payload-Digest: sha1:A\r\n", http + "<p>" + sentence);
  const std::string plain = record("response", "WARC-Record-ID: <v>\r\n", http + "<p>" + sentence);
  const std::string same =
      record("revisit", "WARC-Target-URI: http://q.example/1\r\nWARC-Payload-Digest: sha1:A\r\n", http);
  const std::string refers = record("revisit", "WARC-Target-URI: http://q.example/1\r\nWARC-Refers-To: <v>\r\n", http);
  const std::string other =
      record("revisit", "WARC-Target-URI: http://q.example/2\r\nWARC-Payload-Digest: sha1:B\r\n", http);
  ScratchFolder folder;
  folder.write("a.warc", page + plain + same + refers);
  EXPECT_EQ(read(folder, {"a.warc"}), "w v ");
  folder.write("b.warc", other + page);
  EXPECT_EQ(read(folder, {"b.warc"}),
            "(b.warc, record at byte 0 is a revisit of a page that does not come before it (http://q.example/2)) w ");
  EXPECT_EQ(read(folder, {"a.warc", "b.warc"}),
            "w v (b.warc, record at byte 0 is a revisit of a page that does not come before it (http://q.example/2)) "
            "[w came again with the same outlet and text, and is counted once] ");
}

TEST(ReadingTest, a_folder_gives_what_it_holds_and_only_what_is_named_need_be_readable) {
  ScratchFolder folder;
  folder.write("in/b.txt", sentence);
  folder.write("in/a/c.txt", sentence);
  folder.write("in/picture.png", "\x89PNG");
  folder.write("in/articles.json", "[]");
  folder.write("in/settings.json", "{}");
  folder.write("in/data.xml", "<?xml version=\"1.0\"?><note/>");
  EXPECT_EQ(read(folder, {"in"}),
            "c b [in/picture.png is a picture, sound, a style sheet, a script or the like, which is not read] "
            "[2 files of JSON or XML hold no article (the first: in/data.xml)] ");
  EXPECT_EQ(read(folder, {"in/settings.json"}), "(in/settings.json is JSON without an article) ");
  std::filesystem::create_directories(folder.file("empty"));
  EXPECT_EQ(read(folder, {"empty"}), "(empty is a folder that holds no articles) ");
  EXPECT_EQ(read(folder, {"none", "in/b.txt"}), "(none does not exist) b ");
  EXPECT_EQ(read(folder, {}), "");
}

TEST(ReadingTest, an_account_in_a_folder_is_no_article_and_no_companion) {
  ScratchFolder folder;
  folder.write("in/a.txt", sentence);
  folder.write("in/a.json", "{\"format\":\"hearsay/account/1\",\"story\":{\"title\":\"Road shut\"}}");
  folder.write("in/out.json", "{\"format\":\"hearsay/account/1\",\"story\":{}}");
  folder.write("in/out.txt", printed_account);
  EXPECT_EQ(read(folder, {"in"}),
            "(in/a.json is an account that hearsay wrote, which is not read) a "
            "(in/out.json is an account that hearsay wrote, which is not read) "
            "(in/out.txt is an account that hearsay wrote, which is not read) ");
}

TEST(ReadingTest, an_address_with_another_scheme_is_told) {
  ScratchFolder folder;
  std::string told;
  read_articles(
      {"ftp://quay.example/a.txt", "FILE:///a.txt", "road://", "://a", "no way://a"}, [](const Article&) {},
      [&](const Problem& problem) { told += "(" + problem.where + " " + problem.reason + ") "; });
  EXPECT_EQ(told,
            "(ftp://quay.example/a.txt is an address with a scheme that is not supported (ftp); http and https are) "
            "(FILE:///a.txt is an address with a scheme that is not supported (file); http and https are) "
            "(road:// is an address with a scheme that is not supported (road); http and https are) "
            "(://a does not exist) (no way://a does not exist) ");
}

TEST(ReadingTest, an_article_that_comes_again_is_counted_once) {
  const std::string other = "{\"id\":\"a\",\"text\":\"The coast road is open again.\"}";
  const struct {
    std::string lines;
    const char* printed;
  } rows[] = {
      {json(",\"id\":\"a\""), "a [a came again with the same outlet and text, and is counted once] "},
      {json(",\"id\":\"b\""), "a b "},
      {json(",\"id\":\"a\",\"outlet\":\"quay.example\""), "a a#2 "},
      {other, "a a#2 "},
      {other + "\n" + other + "\n" + json(",\"id\":\"a\",\"title\":\"Road shut\""),
       "a a#2 [2 articles came again with the same id, outlet and text, and are counted once (the first: a)] "},
  };
  for (const auto& row : rows) {
    ScratchFolder folder;
    folder.write("a.txt", sentence);
    folder.write("b.jsonl", row.lines);
    EXPECT_EQ(read(folder, {"a.txt", "b.jsonl"}), row.printed) << row.lines;
  }
  ScratchFolder folder;
  folder.write("in/a.txt", sentence);
  folder.write("in/b.txt", sentence);
  folder.write("out/a.txt", sentence);
  EXPECT_EQ(read(folder, {"in/a.txt", "out/a.txt"}), "a a#2 ");  // no outlet is stated, so it may be two
  EXPECT_EQ(read(folder, {"in", "in"}),
            "a b [2 articles came again with the same id, outlet and text, and are counted once (the first: a)] ");
  Manner manner;
  manner.ids_as_given = true;
  EXPECT_EQ(read(folder, {"in", "in"}, {}, manner), "a b a b ");
  EXPECT_EQ(read(folder, {"in", "in"}, {2, {}, {}, {}, {}}), "a b ");
}

TEST(ReadingTest, no_two_articles_have_one_id) {
  ScratchFolder folder;
  const auto row = [](const std::string& id, const std::string& text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  };
  folder.write("a.txt", sentence);
  folder.write("b.jsonl",
               row("a", "The road is shut.") + row("a#2", "The road is wet.") + row("a", "The road is open."));
  EXPECT_EQ(read(folder, {"a.txt", "b.jsonl"}), "a a#2 a#2#2 a#3 ");
}

TEST(ReadingTest, only_what_is_wanted_is_handed_over) {
  ScratchFolder folder;
  folder.write(
      "a.jsonl",
      json(",\"id\":\"1\",\"published\":\"2031-05-04\",\"outlet\":\"quay.example\",\"language\":\"en\"") + "\n" +
          "{\"text\":\"" + german +
          "\",\"id\":\"2\",\"published\":\"2031-05-05T23:30:00-02:00\",\"outlet\":\"news.quay.example\","
          "\"language\":\"de\"}" +
          "\n" +
          json(",\"id\":\"3\",\"published\":\"2031-05-06\",\"outlet\":\"otherquay.example\",\"language\":\"en-GB\"") +
          "\n" + json(",\"id\":\"4\"") + "\n");
  const Day fifth = std::chrono::sys_days{std::chrono::year{2031} / 5 / 5};
  const struct {
    const char* what;
    Selection selection;
    const char* printed;
  } rows[] = {
      {"everything", {}, "1 2 3 4 "},
      {"a limit", {2, {}, {}, {}, {}}, "1 2 "},
      {"a limit beyond all", {9, {}, {}, {}, {}}, "1 2 3 4 "},
      {"since a day, on the calendar of the place", {0, fifth, {}, {}, {}}, "2 3 "},
      {"until a day, which is wanted too", {0, {}, fifth, {}, {}}, "1 2 "},
      {"one day", {0, fifth, fifth, {}, {}}, "2 "},
      {"an outlet and the hosts below it", {0, {}, {}, {}, {"quay.example"}}, "1 2 "},
      {"any of two outlets", {0, {}, {}, {}, {"otherquay.example", "news.quay.example"}}, "2 3 "},
      {"a language", {0, {}, {}, {"de"}, {}}, "2 "},
      {"all together", {1, fifth, {}, {"en", "de"}, {"quay.example"}}, "2 "},
      {"nothing", {0, {}, {}, {}, {"nowhere.example"}}, ""},
  };
  for (const auto& row : rows) EXPECT_EQ(read(folder, {"a.jsonl"}, row.selection), row.printed) << row.what;
}

TEST(ReadingTest, the_order_is_the_same_on_any_number_of_threads) {
  ScratchFolder folder;
  std::string lines;
  for (int i = 0; i < 300; ++i)
    lines += i % 7 == 0 ? "{}\n" : json(",\"id\":\"" + std::to_string(i % 40) + "\"") + "\n";
  folder.write("a.jsonl", lines);
  const std::string expected = read(folder, {"a.jsonl"});
  EXPECT_NE(expected.find("39 "), std::string::npos);
  for (const unsigned threads : {2u, 5u}) {
    Manner manner;
    manner.threads = threads;
    EXPECT_EQ(read(folder, {"a.jsonl"}, {}, manner), expected);
    EXPECT_EQ(read(folder, {"a.jsonl"}, {25, {}, {}, {}, {}}, manner), read(folder, {"a.jsonl"}, {25, {}, {}, {}, {}}));
  }
}

TEST(ReadingTest, progress_is_told_for_each_record_wanted_or_not_and_bytes_are_counted) {
  ScratchFolder folder;
  const std::string bytes =
      "{\"text\":\"" + german + "\",\"language\":\"de\"}\n{}\n" + json(",\"language\":\"en\"") + "\n";
  folder.write("a.jsonl", bytes);
  int times = 0;
  std::atomic<std::uint64_t> bytes_read = 0;
  Manner manner;
  manner.on_progress = [&] { ++times; };
  manner.bytes_read = &bytes_read;
  EXPECT_EQ(read(folder, {"a.jsonl"}, {0, {}, {}, {"en"}, {}}, manner), "(a.jsonl:2 has neither text nor html) a:3 ");
  EXPECT_EQ(times, 3);
  EXPECT_EQ(bytes_read, bytes.size());
}

TEST(ReadingTest, what_the_taker_throws_ends_the_reading) {
  ScratchFolder folder;
  folder.write("a.jsonl", json("") + "\n" + json("") + "\n" + json("") + "\n");
  int handed_over = 0;
  EXPECT_THROW(read_articles(
                   {folder.file("a.jsonl")},
                   [&](const Article&) {
                     if (++handed_over == 2) throw std::runtime_error("the disk is full");
                   },
                   [](const Problem&) {}),
               std::runtime_error);
  EXPECT_EQ(handed_over, 2);
}

TEST(ReadingTest, the_bytes_to_read_are_those_of_the_files_that_would_be_read) {
  ScratchFolder folder;
  folder.write("in/a.txt", "12345");
  folder.write("in/b.txt", "123");
  folder.write("in/c.png", "1234567");
  EXPECT_EQ(bytes_to_read({folder.file("in")}), 8u);
  EXPECT_EQ(bytes_to_read({folder.file("in/a.txt"), folder.file("in/c.png")}), 12u);
  EXPECT_EQ(bytes_to_read({folder.file("in"), "https://q.example/feed"}), std::nullopt);
  EXPECT_EQ(bytes_to_read({"-"}), std::nullopt);
  EXPECT_EQ(bytes_to_read({}), 0u);
}

}  // namespace
}  // namespace hearsay
