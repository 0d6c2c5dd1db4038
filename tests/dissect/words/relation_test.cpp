#include "dissect/words/relation.h"

#include "hand_trees.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearsay {
namespace {

TEST(Relation, each_name_leads_to_its_relation_and_back) {
  for (const std::string_view name : relation_names) EXPECT_EQ(to_text(relation_of(name)), name);
  EXPECT_EQ(relation_of("case"), Relation::case_);
  EXPECT_EQ(relation_of("acl:relcl"), Relation::acl_relcl);
  EXPECT_EQ(relation_of("nmod:tmod"), Relation::nmod_tmod);
}

TEST(Relation, a_subtype_is_its_relation_and_not_the_other_way_round) {
  const struct {
    Relation relation, kind;
    bool is;
  } rows[] = {
      {Relation::nsubj, Relation::nsubj, true},         {Relation::nsubj_pass, Relation::nsubj, true},
      {Relation::nsubj_outer, Relation::nsubj, true},   {Relation::nsubj, Relation::nsubj_pass, false},
      {Relation::csubj, Relation::nsubj, false},        {Relation::acl_relcl, Relation::acl, true},
      {Relation::advcl_relcl, Relation::acl, false},    {Relation::advcl_relcl, Relation::advcl, true},
      {Relation::acl_relcl, Relation::acl_relcl, true}, {Relation::nmod_tmod, Relation::nmod, true},
      {Relation::obl_tmod, Relation::nmod, false},      {Relation::advmod, Relation::advcl, false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(is_a(row.relation, row.kind), row.is) << to_text(row.relation) << ' ' << to_text(row.kind);
}

TEST(Relation, a_mistyped_relation_or_tag_is_refused) {
  EXPECT_THROW(relation_of("nsbj"), std::invalid_argument);
  EXPECT_THROW(relation_of("nsubj:passive"), std::invalid_argument);
  EXPECT_THROW(relation_of(""), std::invalid_argument);
  EXPECT_THROW(tag_named("VRB"), std::invalid_argument);
  EXPECT_EQ(tag_named("VERB"), Tag::VERB);
}

TEST(Relation, a_tree_by_hand_refuses_a_slip) {
  EXPECT_THROW(by_hand("boats/NOUN/2/nsbj sank/VERB/0/root"), std::invalid_argument);
  EXPECT_THROW(by_hand("boats/NUON/2/nsubj sank/VERB/0/root"), std::invalid_argument);
  EXPECT_THROW(by_hand("boats/NOUN//nsubj sank/VERB/0/root"), std::invalid_argument);
  EXPECT_THROW(by_hand("boats/NOUN/3/nsubj sank/VERB/0/root"), std::invalid_argument);
  EXPECT_EQ(by_hand("boats/NOUN/2/nsubj sank/VERB/0/root").tokens[0].relation, Relation::nsubj);
}

}  // namespace
}  // namespace hearsay
