#include "match/assertion.h"

#include "hand_trees.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace hearsay {
namespace {

// A sentence whose root is the predicate: "not will : boat > gate ~ pier", the doer, whom and where.
std::string read(const char* line) {
  HandTree tree = by_hand(line);
  Marks marks;
  marks.dissection.tokens = std::move(tree.tokens);
  std::uint32_t head = 0;
  while (marks.dissection.tokens[head].head != no_head) ++head;
  const Span claim{0, tree.text.ends_with(" ?") ? tree.text.size() - 2 : tree.text.size()};
  const Assertion found = assertion_of(head, claim, marks, Tree(marks.dissection));
  std::string out;
  const auto note = [&](bool holds, const char* word) {
    if (holds) out += out.empty() ? word : std::string(" ") + word;
  };
  note(found.negated, "not");
  note(found.by_none, "none");
  note(!found.real, "supposed");
  note(found.personal, "personal");
  note(!found.clause, "phrase");
  note(found.nominal, "nominal");
  note(found.detailed, "detailed");
  note(found.tied, "tied");
  note(found.denial, "denial");
  static constexpr const char* modals[] = {"", "will", "would", "can", "must"};
  note(found.modal != Modal::none, modals[static_cast<std::size_t>(found.modal)]);
  for (const auto& [role, words] :
       {std::pair(": ", found.doers), {"> ", found.patients}, {"~ ", found.circumstances}}) {
    for (const std::string& word : words) out += ' ' + (role + word);
  }
  return out;
}

TEST(Assertions, are_read_from_the_predicate_and_what_hangs_on_it) {
  const struct {
    const char* tree;
    const char* read;
  } rows[] = {
      {"The/DET/2/det boat/NOUN/3/nsubj sank/VERB/0/root off/ADP/5/case Ostrel/PROPN/3/obl", " : boat ~ ostrel"},
      {"The/DET/2/det boat/NOUN/5/nsubj did/AUX/5/aux not/PART/5/advmod sink/VERB/0/root", "not : boat"},
      {"nobody/PRON/3/nsubj:pass was/AUX/3/aux:pass hurt/VERB/0/root", "not none"},
      {"no/DET/2/det one/PRON/4/nsubj:pass was/AUX/4/aux:pass injured/ADJ/0/root", "not none nominal"},
      {"They/PRON/2/nsubj found/VERB/0/root no/DET/4/det trace/NOUN/2/obj", "not tied > trace"},
      {"no/ADV/4/advmod fewer/ADJ/4/amod than/ADP/4/fixed boats/NOUN/5/nsubj sank/VERB/0/root", " : boats"},
      {"no/DET/4/det fewer/ADJ/4/amod than/ADP/4/fixed boats/NOUN/5/nsubj sank/VERB/0/root", " : boats"},
      {"not/PART/5/advmod only/ADV/5/advmod will/AUX/5/aux it/PRON/5/nsubj sink/VERB/0/root", "tied will"},
      {"It/PRON/3/nsubj may/AUX/3/aux sink/VERB/0/root", "tied"},
      {"It/PRON/3/nsubj will/AUX/3/aux sink/VERB/0/root", "tied will"},
      {"It/PRON/4/nsubj could/AUX/4/aux not/PART/4/advmod sink/VERB/0/root", "not tied can"},
      {"if/SCONJ/3/mark it/PRON/3/nsubj sank/VERB/0/root", "supposed tied"},
      {"has/AUX/4/aux it/PRON/4/nsubj ever/ADV/4/advmod sunk/VERB/0/root", "supposed tied"},
      {"did/AUX/3/aux it/PRON/3/nsubj sink/VERB/0/root ?/PUNCT/3/punct", "supposed tied"},
      {"Do/AUX/3/aux not/PART/3/advmod sink/VERB/0/root it/PRON/3/obj", "not supposed tied"},
      {"I/PRON/3/nsubj never/ADV/3/advmod saw/VERB/0/root it/PRON/3/obj", "not personal"},
      {"This/PRON/5/nsubj is/AUX/5/cop not/PART/5/advmod a/DET/5/det truce/NOUN/0/root", "not nominal tied"},
      {"in/ADP/3/case the/DET/3/det truce/NOUN/0/root", "phrase"},
      {"This/PRON/4/nsubj is/AUX/4/cop the/DET/4/det time/NOUN/0/root that/SCONJ/7/mark it/PRON/7/nsubj "
       "sank/VERB/4/acl",
       "nominal detailed tied"},
      {"He/PRON/2/nsubj denied/VERB/0/root it/PRON/2/obj", "tied"},  // lemmas are the words here
      {"He/PRON/2/nsubj deny/VERB/0/root it/PRON/2/obj", "tied denial"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.tree), row.read) << row.tree;
}

}  // namespace
}  // namespace hearsay
