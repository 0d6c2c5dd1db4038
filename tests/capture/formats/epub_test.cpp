#include "capture/formats/epub.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <utility>

namespace hearsay {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Files& files) {
  std::string bytes(1 << 20, '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_options(writer, "zip:compression=deflate");
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

const std::string container =
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OPS/paper.opf'/></rootfiles></container>";

std::string package(const std::string& metadata, const std::string& manifest, const std::string& spine) {
  return "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf'><metadata "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:opf='http://www.idpf.org/2007/opf'>" +
         metadata + "</metadata><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>";
}

// Each page as [file|outlet|published|language|authors|content], or the reason.
std::string pages(const Files& files) {
  const std::string bytes = zipped(files);
  const auto source = open_memory(bytes);
  const auto found = read_epub(*source);
  if (!found) return found.error();
  std::string result;
  for (const Record& page : *found) {
    result += "[" + page.archived + "|" + page.outlet.value_or("-") + "|" + page.published.value_or("-") + "|" +
              page.language.value_or("-") + "|";
    for (const std::string& author : page.authors) result += author + ";";
    result += "|" + page.content + page.fault + "]";
  }
  return result;
}

TEST(EpubTest, the_pages_of_the_spine_are_read_in_its_order) {
  const std::string metadata =
      "<dc:title>Orre Quay News</dc:title><dc:creator>Ida Orre</dc:creator><dc:publisher> Quay Press "
      "</dc:publisher><dc:language>en</dc:language><dc:date opf:event='creation'>2030</dc:date><dc:date "
      "opf:event='publication'>2031-05-05</dc:date>";
  const std::string manifest =
      "<item id='n' href='nav.xhtml' properties='scripted nav'/><item id='b' href='text/two%20b.xhtml'/><item id='a' "
      "href='one.xhtml'/><item id='x' href='../extra/note.xhtml#top'/><item id='m' href='gone.xhtml'/>";
  const std::string spine =
      "<itemref idref='n'/><itemref idref='a'/><itemref idref='b'/><itemref idref='x' linear='no'/><itemref "
      "idref='none'/>";
  const Files files = {{"mimetype", "application/epub+zip"},  {"OPS/text/two b.xhtml", "<p>two"},
                       {"OPS/one.xhtml", "<p>one"},           {"OPS/nav.xhtml", "<p>nav"},
                       {"extra/note.xhtml", "<p>note"},       {"OPS/cover.jpg", "x"},
                       {"META-INF/container.xml", container}, {"OPS/paper.opf", package(metadata, manifest, spine)}};
  EXPECT_EQ(pages(files),
            "[OPS/one.xhtml|Quay Press|2031-05-05|en|Ida Orre;|<p>one]"
            "[OPS/text/two b.xhtml|Quay Press|2031-05-05|en|Ida Orre;|<p>two]");
  Files others = files;
  others.back().second = package("", manifest, "<itemref idref='x'/><itemref idref='m'/>");
  EXPECT_EQ(pages(others),
            "[extra/note.xhtml|-|-|-||<p>note][OPS/gone.xhtml|-|-|-||is a page that the book names and does not hold]");
}

TEST(EpubTest, a_book_without_pages_says_so) {
  EXPECT_EQ(pages({{"a.xhtml", "x"}}), "is an electronic book that does not say where its pages are");
  EXPECT_EQ(pages({{"META-INF/container.xml", container}}),
            "is an electronic book that does not say where its pages are");
  EXPECT_EQ(pages({{"META-INF/container.xml", "<container"}, {"OPS/paper.opf", "x"}}),
            "is an electronic book that does not say where its pages are");
  EXPECT_EQ(pages({{"META-INF/container.xml", container}, {"OPS/paper.opf", package("", "", "")}}),
            "is an electronic book without a spine");
  EXPECT_EQ(pages({{"META-INF/container.xml", container}, {"OPS/paper.opf", "no XML"}}),
            "is an electronic book without a spine");
}

TEST(EpubTest, a_broken_archive_throws) {
  const std::string bytes = zipped({{"META-INF/container.xml", std::string(5000, 'x')}}).substr(0, 60);
  const auto source = open_memory(bytes);
  EXPECT_THROW(read_epub(*source), Unreadable);
}

TEST(EpubTest, one_is_known_by_its_first_file) {
  EXPECT_TRUE(is_epub("PK\3\4" + std::string(26, '.') + "mimetypeapplication/epub+zip"));
  EXPECT_FALSE(is_epub("PK\3\4" + std::string(26, '.') + "mimetypeapplication/other"));
  EXPECT_FALSE(is_epub("PK\3\4"));
  EXPECT_FALSE(is_epub(""));
}

}  // namespace
}  // namespace hearsay
