#include "present/page/page_parts.h"
#include "present/small_story.h"

namespace hearsay {
namespace {

std::string points_of(const Account& account) { return part_of_page(account, write_points); }

// One point in each of `articles`, on Ann Bo's word.
Point& shut(SampleAccount& sample, const std::vector<std::size_t>& articles, Standing standing,
            Bracket origins = {1, 1, {}}, Bracket reporters = {1, 1, {}}) {
  if (sample.account.origins.empty()) sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : articles) sample.claim(article, "road", {"Ann Bo"}, 0);
  return sample.point(standing, std::move(origins), std::move(reporters));
}

TEST(PagePoints, a_card_has_its_heading_its_byline_and_its_bracket) {
  SampleAccount sample = small_story();
  shut(sample, {0, 1}, Standing::corroborated, {2, 2, {}}, {1, 2, {}});
  EXPECT_EQ(points_of(sample.account),
            "<section id=\"corroborated\" class=\"standing corroborated\" aria-labelledby=\"corroborated-title\">\n"
            "<h2 id=\"corroborated-title\">More than one origin <span class=\"count\">1</span></h2>\n"
            "<p class=\"note\">Two or more who know it independently of one another, as far as the texts show.</p>\n"
            "<article class=\"point corroborated\" id=\"p1\">\n<p class=\"tag\">More than one origin "
            "<a class=\"here\" href=\"#p1\">p1</a></p>\n<h3><q>road</q></h3>\n"
            "<p class=\"by\"><a href=\"#c1\">Quay Gazette</a>, <a href=\"#c2\">Dell Courier</a> <i>Ann Bo</i></p>\n"
            "<p class=\"bracket\"><a href=\"#o1\">2 origins</a> in 2 reports; gathered by at least 1, at most 2 "
            "newsrooms</p>\n</article>\n</section>\n");
}

TEST(PagePoints, a_bracket_opens_where_there_is_more_to_tell) {
  const struct {
    Bracket origins;
    Bracket reporters;
    std::size_t origin_count;
    const char* printed;
  } rows[] = {
      {{1, 1, {}},
       {1, 1, {}},
       1,
       "<p class=\"bracket\"><a href=\"#o1\">1 origin</a> in 1 report; gathered by 1 newsroom</p>\n"},
      {{1, 2, {"one <name>"}},
       {1, 1, {}},
       1,
       "<details class=\"bracket\"><summary><b>at least 1, at most 2 origins</b> in 1 report; gathered by 1 "
       "newsroom</summary>\n<p>Who knows it: <a href=\"#o1\">Ann Bo</a></p>\n"
       "<ul class=\"reasons\"><li>one &lt;name&gt;</li></ul>\n</details>\n"},
      {{1, 1, {}},
       {1, 1, {"r"}},
       1,
       "<details class=\"bracket\"><summary><b>1 origin</b> in 1 report; gathered by 1 newsroom</summary>\n"
       "<p>Who knows it: <a href=\"#o1\">Ann Bo</a></p>\n<ul class=\"reasons\"><li>r</li></ul>\n</details>\n"},
      {{2, 2, {}},
       {1, 1, {}},
       2,
       "<details class=\"bracket\"><summary><b>2 origins</b> in 1 report; gathered by 1 newsroom</summary>\n"
       "<p>Who knows it: <a href=\"#o1\">Ann Bo</a>, <a href=\"#o2\">Cy Dun</a></p>\n</details>\n"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    Point& point = shut(sample, {0}, Standing::corroborated, row.origins, row.reporters);
    if (row.origin_count == 2) point.origin_ids.push_back(sample.origin("Cy Dun", OriginKind::speaker));
    EXPECT_NE(points_of(sample.account).find(row.printed), std::string::npos) << points_of(sample.account);
  }
}

TEST(PagePoints, a_reason_that_tells_of_a_copy_leads_to_the_copy) {
  SampleAccount sample = small_story();
  sample.account.copies = {{0, 1, CopyKind::copy, 0.5, true, {}, {}, "9 words"},
                           {1, 2, CopyKind::copy, 0.5, true, {}, {}, "8 words"}};
  shut(sample, {0, 1}, Standing::corroborated, {2, 2, {}},
       {1, 2, {"Quay Gazette and Dell Courier: 9 words", "the same desk", "Dell Courier and three: 8 words"}});
  const std::string page = points_of(sample.account);
  EXPECT_NE(page.find("<ul class=\"reasons\"><li>the same desk</li></ul>\n<p>Sharing text: <a href=\"#copy1\">Quay "
                      "Gazette and Dell Courier</a>, <a href=\"#copy2\">Dell Courier and three</a></p>\n"),
            std::string::npos)
      << page;
}

TEST(PagePoints, what_rests_on_one_thing_says_so_unless_its_standing_does) {
  const struct {
    Standing standing;
    bool one_article;
    bool one_origin;
    const char* printed;
  } rows[] = {
      {Standing::corroborated, false, false, ""},
      {Standing::corroborated, false, true, "<p class=\"fragile\">Fragile: all of it rests on one origin.</p>"},
      {Standing::contested, true, false, "<p class=\"fragile\">Fragile: all of it rests on one article.</p>"},
      {Standing::contested, true, true,
       "<p class=\"fragile\">Fragile: all of it rests on one article and one origin.</p>"},
      {Standing::single_origin, false, true, ""},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    Point& point = shut(sample, {0, 1}, row.standing);
    point.one_article = row.one_article;
    point.one_origin = row.one_origin;
    const std::string page = points_of(sample.account);
    EXPECT_EQ(times_in(page, "fragile"), *row.printed ? 1u : 0u);
    EXPECT_NE(page.find(row.printed), std::string::npos) << row.printed;
  }
}

TEST(PagePoints, what_was_asked_of_whom_stands_with_the_words_of_no_answer) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Cy Dun", OriginKind::speaker);
  sample.claim(0, "road", {"Tide Agency"}, origin);       // who asserts it was not asked
  sample.claim(1, "road", {}, origin, Stance::declines);  // nobody is named
  Claim& silent = sample.claim(2, "Nobody left", {"Tide Agency", "Cy <Dun>"}, origin, Stance::declines);
  sample.point(Standing::unanswered, {1, 1, {}}, {1, 1, {}});
  EXPECT_NE(points_of(sample.account).find("<p class=\"asked\">Asked: <b>Cy &lt;Dun&gt;</b></p>\n"), std::string::npos);
  silent.cue = sample.find(2, "said");
  const std::string page = points_of(sample.account);
  EXPECT_NE(page.find("<p class=\"asked\">Asked: <b>Cy &lt;Dun&gt;</b>. The answer: <q>said</q></p>\n"),
            std::string::npos);
  EXPECT_EQ(times_in(page, "class=\"asked\""), 1u);
}

TEST(PagePoints, a_contested_card_has_its_wordings_open_and_others_fold_them) {
  for (const auto& [standing, opening] :
       {std::pair{Standing::contested, "<details class=\"others\" open><summary>Other wordings</summary>"},
        {Standing::corroborated, "<details class=\"others\"><summary>Other wordings</summary>"}}) {
    SampleAccount sample = small_story();
    const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
    sample.claim(0, "A slip shut the road.", {}, origin);
    sample.claim(1, "The road is shut.", {}, origin);
    sample.point(standing, {1, 1, {}}, {2, 2, {}});
    EXPECT_NE(points_of(sample.account).find(opening), std::string::npos);
  }
}

TEST(PagePoints, one_origin_in_many_reports_is_told_at_length_and_in_one_report_in_a_line) {
  SampleAccount sample = small_story();
  shut(sample, {0}, Standing::single_origin);
  shut(sample, {0, 1}, Standing::single_origin);
  shut(sample, {0, 1, 2}, Standing::single_origin);
  shut(sample, {1}, Standing::single_origin);
  const std::string page = points_of(sample.account);
  EXPECT_EQ(first_out_of_order(page, {"One origin, many reports <span class=\"count\">4</span>",
                                      "<article class=\"point single-origin\" id=\"p3\">",
                                      "<article class=\"point single-origin\" id=\"p2\">",
                                      "<summary>2 further points in one report only</summary>", "<li id=\"p1\">",
                                      "<li id=\"p4\">", "</details>\n</section>\n"}),
            "");
  EXPECT_EQ(times_in(page, "<article"), 2u);
}

TEST(PagePoints, a_single_report_of_one_origin_is_folded_alone) {
  SampleAccount sample = small_story();
  shut(sample, {0}, Standing::single_origin);
  const std::string page = points_of(sample.account);
  EXPECT_NE(page.find("<summary>1 further point in one report only</summary>\n<ul class=\"briefs\">\n<li id=\"p1\">"
                      "<q>road</q> <a class=\"here\" href=\"#p1\">p1</a><p class=\"by\">"),
            std::string::npos);
  EXPECT_EQ(page.find("<article"), std::string::npos);
}

TEST(PagePoints, background_that_several_tell_is_not_folded) {
  SampleAccount sample = small_story();
  shut(sample, {0}, Standing::background);
  shut(sample, {0, 1}, Standing::background);
  const std::string page = points_of(sample.account);
  EXPECT_EQ(
      first_out_of_order(
          page, {"Background <span class=\"count\">2</span>", "<ul class=\"briefs\">\n<li id=\"p2\">",
                 "</ul>\n<details class=\"more\"><summary>1 point in one report only</summary>", "<li id=\"p1\">"}),
      "");
  sample.account.points.pop_back();
  sample.account.claims.resize(1);
  EXPECT_NE(points_of(sample.account).find("none of them.</p>\n<details class=\"more\">"), std::string::npos);
}

TEST(PagePoints, sections_stand_from_the_contested_to_the_background_and_only_where_they_hold_a_point) {
  SampleAccount sample = small_story();
  for (const Standing standing : {Standing::background, Standing::unanswered, Standing::single_origin,
                                  Standing::corroborated, Standing::contested})
    shut(sample, {0, 1}, standing);
  EXPECT_EQ(first_out_of_order(points_of(sample.account),
                               {"<section id=\"contested\"", "id=\"p5\"", "<section id=\"corroborated\"", "id=\"p4\"",
                                "<section id=\"single-origin\"", "id=\"p3\"", "<section id=\"unanswered\"", "id=\"p2\"",
                                "<section id=\"background\"", "id=\"p1\""}),
            "");
  for (auto& point : sample.account.points) point.standing = Standing::unanswered;
  EXPECT_EQ(times_in(points_of(sample.account), "<section"), 1u);
  EXPECT_EQ(points_of(Account{}), "<p class=\"note\">No claims were found in these reports.</p>\n");
}

TEST(PageNews, a_line_gives_the_bracket_and_names_only_the_standing_that_warns) {
  const struct {
    Standing standing;
    const char* printed;
  } rows[] = {
      {Standing::contested, "</a> in 2 reports <b>They differ</b></p></li>\n"},
      {Standing::corroborated, "</a> in 2 reports</p></li>\n"},
      {Standing::single_origin, "</a> in 2 reports</p></li>\n"},
      {Standing::unanswered, "</a> in 2 reports <b>Not answered</b></p></li>\n"},
      {Standing::background, "</a> in 2 reports <b>Background</b></p></li>\n"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    shut(sample, {0, 1}, row.standing, {1, 2, {}});
    const std::string page = part_of_page(sample.account, write_news);
    EXPECT_NE(page.find(std::string("<li class=\"") + std::string(style_of(row.standing)) +
                        "\"><q>road</q><p class=\"by\"><i>Ann Bo</i> · <a href=\"#p1\">at least 1, at most 2 origins" +
                        row.printed),
              std::string::npos)
        << page;
  }
}

TEST(PageNews, ten_points_at_most_are_told_and_none_makes_no_section) {
  SampleAccount sample = small_story();
  EXPECT_EQ(part_of_page(sample.account, write_news), "");
  for (const char* const words :
       {"A s", "lip", "shut", "the", "road", "Ann", "Bo", "said", "40", "people", "left", ". A"}) {
    sample.origin("Ann Bo", OriginKind::speaker);
    sample.claim(0, words, {"Ann Bo"}, 0);
    sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  }
  const std::string page = part_of_page(sample.account, write_news);
  EXPECT_EQ(times_in(page, "<li "), 10u);
  EXPECT_NE(page.find("href=\"#p10\""), std::string::npos);
  EXPECT_EQ(page.find("href=\"#p11\""), std::string::npos);
}

}  // namespace
}  // namespace hearsay
