// Texts and the quotations found in them, in text order: [inside], then "open" where it never closes, "continued" where
// it goes on from the paragraph before.
#include "extract/attributions/quotes.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string quotations_in(const std::string& text) {
  std::string shown;
  for (const Quotation& quotation : find_quotations(text)) {
    shown += "[" + std::string(words_at(text, quotation.inside)) + "]";
    if (!quotation.closed) shown += " open";
    if (quotation.continued) shown += " continued";
    shown += ";";
  }
  return shown;
}

struct Row {
  const char* text;
  const char* quotations;
};

TEST(quotations, are_found_whatever_their_marks) {
  const Row rows[] = {
      {"", ""},
      {"No marks at all.", ""},
      {"\"We wait,\" she said. \"We hope.\"", "[We wait,];[We hope.];"},
      {"“We wait,” she said. “We hope.”", "[We wait,];[We hope.];"},
      {"``We wait,'' she said.", "[We wait,];"},
      {"''We wait,'' she said.", "[We wait,];"},
      {"„We wait,“ she said.", "[We wait,];"},
      {"«We wait», she said.", "[We wait];"},
      {"'We wait,' she said.", "[We wait,];"},
      {"‘We wait,’ she said.", "[We wait,];"},
      {"It's the miners' strike, isn't it?", ""},
      {"'It's the miners' fault too.' Ada nodded: 'Yes.'", "[It's the miners' fault too.];[Yes.];"},
      {"‘The nurses’ bus ran early,’ Ada said.", "[The nurses’ bus ran early,];"},
      {"'The nurses' pay in the '90s was low,' Ada said.", "[The nurses' pay in the '90s was low,];"},
      {"Council 'backs nurses' says Ada Rill, and the nurses' union agrees", "[backs nurses];"},
      {"The 'bosses' met the 'workers' at noon.", "[bosses];[workers];"},
      {"It is the 'glass' house.\nIt is 'cold,' Ada said.", "[glass];[cold,];"},
      {"The '90s and the '80s were harder.", ""},
      {"\"She told me 'go home' and left,\" he said.", "[She told me 'go home' and left,];"},
      {"“He said “no” to me,” she said.", "[He said “no” to me,];"},
      {"“It never closes, he said.", "[It never closes, he said.] open;"},
      {"“One.\n\n“Two.”", "[One.] open;[Two.] continued;"},
      {"“One.\n“Two.”", "[One.] open;[Two.] continued;"},
      {"“One.\n\nTwo.” Three “four”.", "[One.] open;[four];"},
      {"”Turned the wrong way,” he said.", "[Turned the wrong way,];"},
      {"“First, he said. “Second.” Third.", "[First, he said. ] open;[Second.];"},
      {"They called it a \"plan\"; others did not.", "[plan];"},
      {"A 6\" pipe burst.", ""},
      {"—“Yes”—and left.", "[Yes];"},
      {"(\"Yes\")", "[Yes];"},
      {"\"", ""},
      {"\"\"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(quotations_in(row.text), row.quotations) << row.text;
}

TEST(quotations, of_a_hundred_thousand_marks_are_found_in_one_pass) {
  for (const char* mark : {"\"", "“", "”", "' ", " '", "\" ", " “", "''", "a\"b", "\"\n\n"}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += mark;
    for (const Quotation& quotation : find_quotations(text)) ASSERT_TRUE(quotation.whole.contains(quotation.inside));
  }
}

}  // namespace
}  // namespace hearsay
