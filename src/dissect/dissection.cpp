#include "dissect/dissection.h"

#include <algorithm>

namespace hearsay {

const std::vector<std::string_view>& relation_names() {
  // UD 2, with the subtypes of UD English.
  static const std::vector<std::string_view> names = {
      "root",      "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",
      "appos",     "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",
      "compound",  "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass",
      "dep",       "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",
      "flat",      "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",
      "nmod:poss", "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",
      "obl",       "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum",
      "vocative",  "xcomp",         "flat:foreign", "flat:name",   "obl:npmod",   "obl:tmod",    "nmod:npmod",
      "nmod:tmod"};
  return names;
}

std::span<const Token> tokens_in(const std::vector<Token>& tokens, Span words) {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), words.begin,
                                      [](const Token& t, std::size_t byte) { return t.span.end <= byte; });
  const auto last = std::lower_bound(first, tokens.end(), words.end,
                                     [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
  return {first, last};
}

Relation relation_of(std::string_view name) {
  const auto& names = relation_names();
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? Relation{0} : static_cast<Relation>(found - names.begin());
}

}  // namespace hearsay
