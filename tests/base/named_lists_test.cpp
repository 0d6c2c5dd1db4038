#include "base/named_lists.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

// "key(name;name) key(name)", or the reason why not.
std::string read(std::string_view text) {
  std::string printed;
  try {
    for (const NamedList& list : read_named_lists(text, "data/some.csv")) {
      printed += printed.empty() ? "" : " ";
      printed += std::string(list.key) + "(";
      for (std::size_t i = 0; i < list.names.size(); ++i) printed += (i > 0 ? ";" : "") + std::string(list.names[i]);
      printed += ")";
    }
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return printed;
}

TEST(NamedLists, a_line_is_a_key_and_its_names) {
  const struct {
    std::string_view text, printed;
  } rows[] = {
      {"", ""},
      {"a.example,Wennel Post", "a.example(Wennel Post)"},
      {"a.example,Post|The Post\nb.example,Herald\n", "a.example(Post;The Post) b.example(Herald)"},
      {"a,P\na,Q\n", "a(P) a(Q)"},
      {",Marrow Wire|MW\n", "(Marrow Wire;MW)"},
      {"# a comment, with a comma\n\n   \na,P\n#b,Q", "a(P)"},
      {"a,P|Q\r\nb,R\r\n\r\n", "a(P;Q) b(R)"},
      {"\xEF\xBB\xBF# from a spreadsheet\na,P\n", "a(P)"},
      {"\xEF\xBB\xBF"
       "a,P\n",
       "a(P)"},
      {" a , P | Q \t\n", "a(P;Q)"},
      {"a,|P||Q|\n", "a(P;Q)"},
      {"\xC3\xA9t\xC3\xA9.example,L\xE2\x80\x99\xC3\x89t\xC3\xA9\n",
       "\xC3\xA9t\xC3\xA9.example(L\xE2\x80\x99\xC3\x89t\xC3\xA9)"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.text), row.printed) << row.text;
}

TEST(NamedLists, a_broken_line_is_told_with_its_file_and_number) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view text, printed;
  } rows[] = {
      {"a.example\n", "data/some.csv:1: no comma between the key and its names"},
      {"# first\n\na,P\nb;Q\n", "data/some.csv:4: no comma between the key and its names"},
      {"a,P,Q\n", "data/some.csv:1: a second comma; names are parted by \"|\""},
      {"a,\n", "data/some.csv:1: no name after the comma"},
      {"a,P\nb, | ||\n", "data/some.csv:2: no name after the comma"},
      {"a,P\nb,\xE9t\xE9\n", "data/some.csv:2: not UTF-8 text"},
      {"\xFF\xFE"
       "a\0,\0P\0"sv,
       "data/some.csv:1: not UTF-8 text"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.text), row.printed) << row.text;
}

}  // namespace
}  // namespace hearsay
