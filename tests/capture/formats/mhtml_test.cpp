#include "capture/formats/mhtml.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::string head =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://wennel.example/1\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n";

std::string part(const std::string& headers, const std::string& body) {
  return "----x\r\n" + headers + "\r\n\r\n" + body + "\r\n";
}

std::string read(const std::string& file) {
  const auto page = parse_mhtml(file);
  return page ? page->html + "|" + page->encoding.value_or("-") + "|" + page->address.value_or("-") : "none";
}

TEST(MhtmlTest, the_first_page_is_read) {
  const std::string picture = part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "AAAA");
  const struct {
    std::string file;
    std::string page;
  } rows[] = {
      {head +
           part("Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable",
                "<p>caf=C3=A9 =3D a=\r\n b=") +
           "----x--\r\n",
       "<p>caf\xC3\xA9 = a b|utf-8|https://wennel.example/1"},
      {head + picture + part("content-type: TEXT/HTML\r\nContent-Transfer-Encoding: base64", "PHA+\r\naGk="),
       "<p>hi|-|https://wennel.example/1"},
      {"Content-Type: multipart/related; boundary=y\n\n--y\nContent-Type: text/html\nContent-Location: "
       "http://wennel.example/2\n\n<p>--y z\n--y--\n",
       "<p>--y z\n|-|http://wennel.example/2"},
      {"Content-Type: text/html\n\n<p>", "<p>|-|-"},
      {head + picture, "none"},
      {"Content-Type: multipart/related\r\n\r\n--\r\n", "none"},
      {"", "none"},
      {"----x", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.file), row.page) << row.file;
}

TEST(MhtmlTest, a_file_tells_by_how_it_begins) {
  EXPECT_TRUE(is_mhtml(head));
  EXPECT_TRUE(is_mhtml("MIME-Version: 1.0\nContent-Type: Multipart/Related; boundary=x\n"));
  EXPECT_FALSE(is_mhtml("From: the harbour office"));
  EXPECT_FALSE(is_mhtml("<html>multipart/related"));
}

}  // namespace
}  // namespace hearsay
