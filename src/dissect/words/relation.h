// The relations of UD English (Universal Dependencies 2), with the subtypes that EWT uses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// A subtype's colon is an underscore here. The order is that of the grammar model's answers: it changes with a newly
// trained model only.
enum class Relation : std::uint8_t {
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,  // "case" is a word of C++
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp,
  flat_foreign,
  flat_name,
  obl_npmod,
  obl_tmod,
  nmod_npmod,
  nmod_tmod,
};

// The UD name of each relation.
inline constexpr std::array<std::string_view, 57> relation_names = {
    "root",      "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",
    "appos",     "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",
    "compound",  "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass",
    "dep",       "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",
    "flat",      "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",
    "obl",       "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum",
    "vocative",  "xcomp",         "flat:foreign", "flat:name",   "obl:npmod",   "obl:tmod",    "nmod:npmod",
    "nmod:tmod"};

constexpr std::string_view to_text(Relation relation) { return relation_names[static_cast<std::size_t>(relation)]; }

// The relation of a UD name. Throws std::invalid_argument for a name that is not one.
Relation relation_of(std::string_view name);

// A relation without its subtype: nsubj of nsubj_pass.
constexpr Relation without_subtype(Relation relation) {
  constexpr auto all = [] {
    std::array<Relation, relation_names.size()> plain{};
    for (std::size_t i = 0; i < plain.size(); ++i) {
      const std::string_view name = relation_names[i].substr(0, relation_names[i].find(':'));
      for (std::size_t j = 0; j < plain.size(); ++j) {
        if (relation_names[j] == name) plain[i] = static_cast<Relation>(j);
      }
    }
    return plain;
  }();
  return all[static_cast<std::size_t>(relation)];
}

// Is it this relation or a subtype of it?
constexpr bool is_a(Relation relation, Relation kind) { return relation == kind || without_subtype(relation) == kind; }

}  // namespace hearsay
