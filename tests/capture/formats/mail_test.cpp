#include "capture/formats/mail.h"

#include "capture/formats/mime.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string told(const std::string& message) {
  const auto record = parse_mail(message);
  if (!record) return "no text";
  std::string result = record->kind == Record::Kind::fragment ? "html " : "text ";
  result += record->id + "|" + record->outlet.value_or("-") + "|" + record->title.value_or("-") + "|" +
            record->published.value_or("-") + "|" + record->encoding.value_or("-");
  for (const std::string& author : record->authors) result += "|" + author;
  return result + "|" + record->content;
}

const std::string head =
    "From: \"Quay Gazette\" <news@quay.example>\nSubject: The road\nDate: Mon, 5 May 2031 10:00:00 +0200\n"
    "Message-ID: <1@quay.example>\n";
const std::string known = "1@quay.example|quay.example|The road|Mon, 5 May 2031 10:00:00 +0200|";

TEST(MailTest, a_message_is_an_article) {
  const struct {
    std::string rest;
    std::string printed;
  } rows[] = {
      {"\nThe road is shut.", "text " + known + "-|Quay Gazette|The road is shut."},
      {"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\nshut",
       "text " + known + "-|Quay Gazette|caf\u00e9 shut"},
      {"Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\nPHA+\r\neA==",
       "html " + known + "utf-8|Quay Gazette|<p>x"},
      {"Content-Type: multipart/alternative; boundary=b\n\nbefore\n--b\nContent-Type: text/plain\n\nplain\n--b\n"
       "Content-Type: text/html\n\n<p>x\n--b--\nafter",
       "html " + known + "-|Quay Gazette|<p>x\n"},
      {"Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n"
       "\nplain\n--c--\n--b\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>x\n--b--",
       "text " + known + "-|Quay Gazette|plain\n"},
      {"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--", "no text"},
      {"Content-Type: application/pdf\n\nx", "no text"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(head + row.rest), row.printed) << row.rest;
  EXPECT_EQ(told("Subject: a\n b\n\nx"), "text |-|a b|-|-|x");
  EXPECT_EQ(told(""), "text |-|-|-|-|");
}

TEST(MailTest, words_of_headers_are_decoded) {
  const struct {
    const char* value;
    const char* words;
  } rows[] = {
      {"plain", "plain"},
      {"=?utf-8?Q?caf=C3=A9?=", "caf\u00e9"},
      {"=?UTF-8?b?Y2Fmw6k=?= shut", "caf\u00e9 shut"},
      {"=?iso-8859-1?q?caf=E9_noir?=", "caf\u00e9 noir"},
      {"a =?utf-8?Q?b?= =?utf-8?Q?c?= d", "a bc d"},
      {"=?utf-8?Q?broken", "=?utf-8?Q?broken"},
      {"=?", "=?"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(header_words(row.value), row.words) << row.value;
}

TEST(MailTest, a_mailbox_is_cut_at_its_from_lines) {
  const std::string from = "From a@q.example Mon May  5 10:00:00 2031\n";
  EXPECT_EQ(messages_of(from + "A: b\n\nx\n\n" + from + "A: c\n\ny\n").size(), 2u);
  EXPECT_EQ(messages_of("A: b\n\nx\n\nFrom here on the road is shut.\n").size(), 1u);
  EXPECT_EQ(messages_of("A: b\n\nx\n" + from).size(), 1u);  // not after an empty line
  EXPECT_EQ(told(from + head + "\nx"), "text " + known + "-|Quay Gazette|x");
}

TEST(MailTest, parts_are_not_followed_without_end) {
  std::string message;
  for (int i = 0; i < 50; ++i)
    message += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  EXPECT_EQ(told(message + "\nx"), "no text");
}

}  // namespace
}  // namespace hearsay
