// Whom a text credits with what it tells: agencies by their credit lines, outlets by a reporting word beside their
// name.
#include "group/copies/credits.h"

#include "group/copies/families.h"
#include "group/copies/upstreams.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

// "Reuters (whole), AFP": each agency, and whether it is credited with all of the text.
std::string credited(const std::string& text) {
  std::string printed;
  for (const Credit& credit : find_credits(text, fold_words(text)))
    printed += (printed.empty() ? "" : ", ") + credit.agency + (credit.whole ? " (whole)" : "");
  return printed;
}

TEST(Credits, a_credit_line_is_of_the_whole_text_and_a_quotation_of_a_part) {
  const struct {
    const char* text;
    const char* credited;
  } rows[] = {
      {"TORRIN (Reuters) - The lock is shut.", "Reuters (whole)"},
      {"TORRIN (Reuters/AFP) - The lock is shut.", "Reuters (whole)"},
      {"The lock is shut. Source: AFP", "Agence France-Presse (whole)"},
      {"The lock is shut. Copyright AFP 2031.", "Agence France-Presse (whole)"},
      {"The lock is shut. © AFP", "Agence France-Presse (whole)"},
      {"The lock is shut. The Associated Press contributed to this report.", "Associated Press (whole)"},
      {"The pilot told Reuters that the lock is shut.", "Reuters"},
      {"The lock is shut, AFP reported.", "Agence France-Presse"},
      {"The pilot told AFP that the lock is shut. Source: AFP", "Agence France-Presse (whole)"},
      {"The pilot told Reuters the lock is shut, and his wife told AFP it is open.", "Reuters, Agence France-Presse"},
      {"The lock is shut. Copyright 2031 The Associated Press. All rights reserved.", "Associated Press (whole)"},
      {"The lock is shut.\n© 2031 Thomson Reuters", "Reuters (whole)"},
      {"The lock is shut.\n(c) Copyright Thomson Reuters 2031", "Reuters (whole)"},
      {"The lock is shut. (c) 2031 AFP", "Agence France-Presse (whole)"},
      {"By PAVEL DROST\nAssociated Press\nThe lock is shut.", "Associated Press (whole)"},
      {"By Pavel Drost and Ilse Ravnkilde\n\nThe Associated Press\n\nThe lock is shut.", "Associated Press (whole)"},
      {"By Pavel Drost, Associated Press\nThe lock is shut.", "Associated Press (whole)"},
      {"By Pavel Drost | Reuters\nThe lock is shut.", "Reuters (whole)"},
      {"By Pavel Drost of The Canadian Press\nThe lock is shut.", "Canadian Press (whole)"},
      {"By The Associated Press\nThe lock is shut.", "Associated Press (whole)"},
      {"The lock is shut.\n(Reporting by Pavel Drost for Reuters; Editing by Ilse Ravnkilde)", "Reuters (whole)"},
      {"The lock is shut.\n— AFP", "Agence France-Presse (whole)"},
      {"© Copyright AFP 2031. The lock is shut.", "Agence France-Presse (whole)"},
      {"The lock is shut.\nWith files from The Canadian Press", "Canadian Press (whole)"},
      // A picture's credit between paragraphs is not the text's, and an estimate is no byline.
      {"The lock is shut.\nReuters\nThe pilot waits.", ""},
      {"By Reuters estimates the lock was shut for nine days.", ""},
      {"The lock is shut. By Monday Reuters had moved its office.", ""},
      {"The pilots were guests of the firm.\nBy then Reuters had moved its office.", ""},
      // A name alone credits nobody, and small letters are no agency's.
      {"Reuters has moved its office to the harbour.", ""},
      {"The pilot told his pa that the lock is shut.", ""},
      {"The source of the river is Lake Orm.", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(credited(row.text), row.credited) << row.text;
}

TEST(Credits, what_the_page_itself_states_is_of_the_whole) {
  Article article;
  article.text = "The lock is shut.";
  article.stated_origins = {"AFP"};
  const auto credits = find_credits(article, fold_words(article.text));
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].agency, "Agence France-Presse");
  EXPECT_TRUE(credits[0].whole);
  EXPECT_EQ(credits[0].where.size(), 0U);
  article.stated_origins.clear();
  article.authors = {"Pavel Drost, Reuters"};
  const auto by_author = find_credits(article, fold_words(article.text));
  ASSERT_EQ(by_author.size(), 1U);
  EXPECT_TRUE(by_author[0].whole);
}

TEST(Credits, are_read_in_bylines_and_notices_of_rights_that_were_left_out) {
  const std::string notice = "Copyright 2031 The Associated Press. All rights reserved.";
  Article article;
  article.text = "The lock is shut.\n" + notice;
  const Span place{article.text.size() - notice.size(), article.text.size()};
  for (const auto& [why, found] : {std::pair("rights and legal notices", 1U), {"a picture's caption or credit", 0U}}) {
    article.boilerplate = {{place, why}};
    const std::vector<Span> left_out{place};
    EXPECT_EQ(find_credits(article, fold_words(article.text, left_out)).size(), found) << why;
  }
}

// The names that are taken for outlets'.
std::string upstreams(const std::string& text) {
  std::string printed;
  for (const Upstream& upstream : find_upstreams(text, fold_words(text)))
    printed += (printed.empty() ? "" : ", ") + std::string(words_at(text, upstream.where));
  return printed;
}

TEST(Upstreams, stand_beside_a_reporting_word) {
  const struct {
    const char* text;
    const char* names;
  } rows[] = {
      {"The lock is shut, the Harbour Herald reported.", "Harbour Herald"},
      {"According to the Voice of Torrin, the lock is shut.", "Voice of Torrin"},
      {"The lock is shut, wrote the Torrin Times on Monday.", "Torrin Times"},
      {"The pilot told Radio Harrow that the lock is shut.", "Radio Harrow"},
      {"The pilots and engineers reported that the lock is shut.", ""},
      {"The Harbour Herald building stands beside the lock.", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(upstreams(row.text), row.names) << row.text;
}

TEST(Upstreams, a_name_leads_to_the_outlet_by_its_domain) {
  const auto named = [](const std::string& text, const std::string& outlet) {
    for (const Upstream& upstream : find_upstreams(text, fold_words(text))) {
      for (const std::uint32_t name : names_of_outlet(outlet)) {
        if (name == upstream.name) return true;
      }
    }
    return false;
  };
  EXPECT_TRUE(named("The lock is shut, the Harbour Herald reported.", "harbourherald.example"));
  EXPECT_TRUE(named("The lock is shut, the Harbour Herald reported.", "www.harbourherald.example"));
  EXPECT_TRUE(named("The lock is shut, Harbour Herald reported.", "theharbourherald.example"));
  EXPECT_FALSE(named("The lock is shut, the Harbour Herald reported.", "torrintimes.example"));
  EXPECT_FALSE(named("The lock is shut, the Harbour Herald reported.", ""));
  EXPECT_TRUE(names_of_outlet("").empty());
}

TEST(Families, an_outlet_is_one_under_all_its_addresses) {
  EXPECT_TRUE(is_same_outlet("harbourherald.example", "harbourherald.example"));
  EXPECT_TRUE(is_same_outlet("www.harbourherald.example", "harbourherald.example"));
  EXPECT_TRUE(is_same_outlet("news.harbourherald.example", "harbourherald.example"));
  EXPECT_TRUE(is_same_outlet("harbourherald.example", "sport.harbourherald.example"));
  EXPECT_FALSE(is_same_outlet("theharbourherald.example", "harbourherald.example")) << "an ending, no subdomain";
  EXPECT_FALSE(is_same_outlet("harbourherald.example", "torrintimes.example"));
}

TEST(Families, an_owner_is_that_of_the_domain_or_one_above) {
  const auto owner = owner_of("bbc.co.uk");
  ASSERT_TRUE(owner.has_value());
  EXPECT_EQ(owner_of("www.bbc.co.uk"), owner);
  EXPECT_EQ(owner_of("news.bbc.co.uk"), owner);
  EXPECT_EQ(owner_of("bbc.com"), owner);
  EXPECT_EQ(owner_of("notbbc.co.uk"), std::nullopt);
  EXPECT_EQ(owner_of("harbourherald.example"), std::nullopt);
  EXPECT_EQ(owner_of(""), std::nullopt);
}

}  // namespace
}  // namespace hearsay
