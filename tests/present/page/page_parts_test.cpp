#include "present/page/page_parts.h"

#include "base/version.h"
#include "present/small_story.h"
#include "present/terminal/print_without.h"
#include "present/words/without_phrases.h"

namespace hearsay {
namespace {

// A point on one origin in these articles.
Point& told(SampleAccount& sample, const std::vector<std::size_t>& articles, Standing standing,
            Stance stance = Stance::asserts) {
  if (sample.account.origins.empty()) sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : articles) sample.claim(article, "road", {"Ann Bo"}, 0, stance);
  return sample.point(standing, {1, 1, {}}, {1, 1, {}});
}

TEST(PageHead, counts_what_the_account_has) {
  const struct {
    std::optional<Day> begin;
    std::optional<Day> end;
    std::size_t articles;
    const char* printed;
  } rows[] = {
      {{}, {}, 0, "<p class=\"counts\">0 articles · 0 newsrooms · 0 origins</p>"},
      {{}, {}, 1, "<p class=\"counts\">1 article · 1 newsroom · 0 origins</p>"},
      {day_in_may(5), day_in_may(5), 1, "<p class=\"counts\">5 May 2031 · 1 article · 1 newsroom · 0 origins</p>"},
      {day_in_may(5), day_in_may(6), 3,
       "<p class=\"counts\">5 to 6 May 2031 · 3 articles · 3 newsrooms · 0 origins</p>"},
      {{}, day_in_may(6), 2, "<p class=\"counts\">6 May 2031 · 2 articles · 2 newsrooms · 0 origins</p>"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    sample.account.articles.resize(row.articles);
    sample.account.begin = row.begin;
    sample.account.end = row.end;
    EXPECT_NE(part_of_page(sample.account, write_head).find(row.printed), std::string::npos) << row.printed;
  }
}

TEST(PageHead, the_title_is_a_quotation_and_the_masthead_says_how_many_reports) {
  SampleAccount sample = small_story();
  sample.account.title = "Slip & <road>";
  EXPECT_NE(part_of_page(sample.account, write_head)
                .find("<span>an account of 3 reports</span></p>\n<h1><q>Slip &amp; &lt;road&gt;</q></h1>\n"),
            std::string::npos);
  sample.account.articles.resize(1);
  EXPECT_NE(part_of_page(sample.account, write_head).find("an account of 1 report<"), std::string::npos);
}

TEST(PageHead, the_contents_name_only_parts_that_the_page_has) {
  SampleAccount sample = small_story();
  const auto contents = [&] {
    const std::string page = part_of_page(sample.account, write_head);
    std::string links;
    for (std::size_t at = page.find("<nav"); (at = page.find("href=\"#", at)) < page.find("</nav>"); ++at)
      links += (links.empty() ? "" : " ") + page.substr(at + 7, page.find('"', at + 7) - at - 7);
    return links;
  };
  EXPECT_EQ(contents(), "limits articles");
  told(sample, {0}, Standing::background);
  EXPECT_EQ(contents(), "news background origins matrix limits articles");
  told(sample, {0}, Standing::contested);
  sample.account.copies = {{0, 1, CopyKind::copy, 0.5, true, {}, {}, ""}};
  EXPECT_EQ(contents(), "news contested background origins matrix copies limits articles");
  sample.account.entities = {{EntityKind::person, "Ann Bo", {}, {}, "", {}}};
  sample.account.without.emplace();
  EXPECT_EQ(contents(), "without news contested background origins matrix copies names limits articles");
}

TEST(PageOrigins, origins_stand_by_the_points_on_them_with_a_bar_as_long) {
  SampleAccount sample = small_story();
  const std::size_t ann = sample.origin("Ann Bo", OriginKind::speaker, "one <name>");
  const std::size_t desk = sample.origin("Road Desk", OriginKind::organization);
  for (const std::size_t origin : {desk, ann, desk}) {
    sample.claim(0, "road", {}, origin);
    sample.point(Standing::single_origin, {1, 1, {}}, {1, 1, {}});
  }
  const std::string page = part_of_page(sample.account, write_origins);
  EXPECT_EQ(first_out_of_order(
                page, {"<li id=\"o2\"><details><summary><span class=\"name\">Road Desk</span>", "<rect width=\"100%\"",
                       "<span class=\"figure\">2 points</span>", "<p>an organization. </p>",
                       "<p>says <a href=\"#p1\">p1</a> <a href=\"#p3\">p3</a></p>",
                       "<li id=\"o1\"><details><summary><span class=\"name\">Ann Bo</span>", "<rect width=\"50%\"",
                       "<span class=\"figure\">1 point</span>", "<p>a speaker. one &lt;name&gt;</p>"}),
            "");
}

TEST(PageOrigins, each_kind_of_origin_is_named) {
  for (const auto& [kind, words] : {std::pair{OriginKind::speaker, "<p>a speaker. </p>"},
                                    {OriginKind::organization, "<p>an organization. </p>"},
                                    {OriginKind::document, "<p>a document. </p>"},
                                    {OriginKind::outlet, "<b>x</b>, an outlet&#39;s own word: "},
                                    {OriginKind::unnamed, "<b>x</b>, not named: "}}) {
    SampleAccount sample = small_story();
    sample.origin("x", kind);
    EXPECT_NE(part_of_page(sample.account, write_origins).find(words), std::string::npos) << words;
  }
}

TEST(PageOrigins, beyond_ten_origins_the_smaller_ones_are_folded) {
  const struct {
    int origins;
    std::size_t bars;
    const char* folded;
  } rows[] = {
      {0, 0, ""},
      {1, 1, ""},
      {10, 10, ""},
      {11, 8, "<summary>3 more origins</summary>"},
      {50, 8, "<summary>42 more origins</summary>"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    for (int i = 0; i < row.origins; ++i) sample.origin("x" + std::to_string(i), OriginKind::speaker);
    const std::string page = part_of_page(sample.account, write_origins);
    EXPECT_EQ(times_in(page, "class=\"weight\""), row.bars) << row.origins;
    EXPECT_EQ(times_in(page, " more origin"), *row.folded ? 1u : 0u);
    EXPECT_NE(page.find(row.folded), std::string::npos);
    EXPECT_EQ(times_in(page, "<li id=\"o"), static_cast<std::size_t>(row.origins));
  }
}

TEST(PageOrigins, say_what_each_does_on_a_point_and_a_denial_weighs_more) {
  SampleAccount sample = small_story();
  const std::size_t ann = sample.origin("Ann Bo", OriginKind::speaker);
  sample.claim(0, "road", {}, ann);
  sample.claim(0, "road", {}, ann, Stance::denies);
  sample.point(Standing::contested, {1, 1, {}}, {1, 1, {}});
  sample.claim(0, "road", {}, ann, Stance::declines);
  sample.point(Standing::unanswered, {1, 1, {}}, {1, 1, {}});
  sample.claim(0, "road", {}, ann);
  sample.point(Standing::single_origin, {1, 1, {}}, {1, 1, {}});
  EXPECT_NE(part_of_page(sample.account, write_origins)
                .find("<p>says <a href=\"#p3\">p3</a>; denies <a href=\"#p1\">p1</a>; gives no answer on <a "
                      "href=\"#p2\">p2</a></p>"),
            std::string::npos)
      << part_of_page(sample.account, write_origins);
}

TEST(PageOrigins, outlets_and_the_unnamed_follow_folded) {
  SampleAccount sample = small_story();
  sample.origin("Wennel Post", OriginKind::outlet);
  sample.origin("Ann Bo", OriginKind::speaker);
  sample.origin("a nurse", OriginKind::unnamed);
  EXPECT_EQ(first_out_of_order(part_of_page(sample.account, write_origins),
                               {"<li id=\"o2\"><details>", "<summary>2 more origins</summary>", "<li id=\"o1\"><b>",
                                "<li id=\"o3\"><b>"}),
            "");
}

TEST(PageMatrix, a_cell_shows_stance_and_value) {
  const struct {
    Stance stance;
    bool number;
    const char* printed;
  } rows[] = {
      {Stance::asserts, true, "<td><a href=\"#c1\">40</a></td>"},
      {Stance::confirms, true, "<td><a href=\"#c1\">40</a></td>"},
      {Stance::asserts, false, "<td><a href=\"#c1\" title=\"asserts\"></a></td>"},
      {Stance::confirms, false, "<td><a href=\"#c1\" title=\"confirms\"></a></td>"},
      {Stance::estimates, true, "<td><a class=\"hedges\" href=\"#c1\" title=\"estimates\">40</a></td>"},
      {Stance::hedges, false, "<td><a class=\"hedges\" href=\"#c1\" title=\"hedges\"></a></td>"},
      {Stance::denies, true, "<td><a class=\"denies\" href=\"#c1\" title=\"denies\">40</a></td>"},
      {Stance::declines, false, "<td><a class=\"declines\" href=\"#c1\" title=\"declines\"></a></td>"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
    Claim& claim = sample.claim(0, "40 people left", {}, origin, row.stance);
    if (row.number) sample.number(claim, "40", 40, 40);
    sample.claim(1, "50 people", {}, origin);
    sample.point(Standing::corroborated, {1, 1, {}}, {2, 2, {}});
    EXPECT_NE(part_of_page(sample.account, write_matrix).find(row.printed), std::string::npos) << row.printed;
  }
}

TEST(PageMatrix, a_newsroom_speaks_by_its_claim_with_a_value) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  sample.claim(0, "A slip", {}, origin, Stance::denies);
  sample.number(sample.claim(0, "40 people", {}, origin), "40", 40, 40);
  sample.number(sample.claim(0, "40 people left", {}, origin), "40", 41, 41);
  sample.claim(1, "50 people", {}, origin);
  sample.point(Standing::corroborated, {1, 1, {}}, {2, 2, {}});
  EXPECT_NE(part_of_page(sample.account, write_matrix)
                .find("<td><a href=\"#c2\">40</a></td><td><a href=\"#c4\" title=\"asserts\"></a></td>"
                      "<td></td></tr>"),
            std::string::npos);
}

TEST(PageMatrix, what_one_newsroom_alone_has_is_counted_and_has_no_row) {
  const auto note_of = [](std::size_t alone, bool shared) {
    SampleAccount sample = small_story();
    for (std::size_t i = 0; i < alone; ++i) told(sample, {0}, Standing::background);
    if (shared) told(sample, {0, 1}, Standing::background);
    const std::string page = part_of_page(sample.account, write_matrix);
    EXPECT_EQ(times_in(page, "<table>"), shared ? 1u : 0u);
    EXPECT_EQ(times_in(page, "<tr class=\"background\">"), shared ? 1u : 0u);
    const std::size_t begin = page.find("answer.") + 7;
    return page.substr(begin, page.find("</p>", begin) - begin);
  };
  EXPECT_EQ(note_of(0, true), "");
  EXPECT_EQ(note_of(1, true), " 1 point that only one newsroom has has no row.");
  EXPECT_EQ(note_of(2, false), " 2 points that only one newsroom has have no row.");
  EXPECT_EQ(part_of_page(Account{}, write_matrix), "");
}

TEST(PageMatrix, of_many_points_the_first_forty_have_a_row) {
  SampleAccount sample = small_story();
  for (int i = 0; i < 43; ++i) told(sample, {0, 1}, Standing::background);
  const std::string page = part_of_page(sample.account, write_matrix);
  EXPECT_EQ(times_in(page, "<tr class="), 40u);
  EXPECT_NE(page.find(" The first 40 of 43 points.</p>"), std::string::npos);
}

TEST(PageMatrix, newsrooms_that_share_text_stand_under_one_line) {
  SampleAccount sample = small_story();
  told(sample, {0, 1, 2}, Standing::background);
  EXPECT_EQ(part_of_page(sample.account, write_matrix).find("class=\"ties\""), std::string::npos);
  sample.account.copies = {{0, 2, CopyKind::copy, 0.5, true, {}, {}, ""}};
  EXPECT_NE(part_of_page(sample.account, write_matrix)
                .find("<tr class=\"ties\"><td></td><th scope=\"colgroup\" colspan=\"2\"><span>share text</span></th>"
                      "<td></td></tr>\n<tr><th scope=\"col\">Point</th><th scope=\"col\" class=\"newsroom\"><span>Quay "
                      "Gazette</span></th><th scope=\"col\" class=\"newsroom\"><span>three</span></th><th "
                      "scope=\"col\" class=\"newsroom\"><span>Dell Courier</span></th></tr>\n</thead>"),
            std::string::npos);
}

TEST(PageMatrix, a_long_claim_is_cut_between_words_and_says_so) {
  const std::string words = "The coast road between the two harbours was shut by a slip that came down overnight";
  SampleAccount sample({report("one", "Quay <Gazette>", words), report("two", "Dell Courier", words)});
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : {0, 1}) sample.claim(article, words, {}, origin);
  sample.point(Standing::contested, {1, 1, {}}, {2, 2, {}});
  const std::string page = part_of_page(sample.account, write_matrix);
  EXPECT_NE(page.find("<tr class=\"contested\"><th scope=\"row\"><a href=\"#p1\"><q>The coast road between the two "
                      "harbours was shut by a slip that came</q> …</a> <span class=\"tag\">They differ</span></th>"),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("<span>Quay &lt;Gazette&gt;</span>"), std::string::npos);
}

Entity named(std::string name, std::vector<std::string> variants, std::string why, std::vector<MaybeSame> maybe = {}) {
  Entity entity;
  entity.kind = EntityKind::person;
  entity.name = std::move(name);
  entity.variants = std::move(variants);
  entity.why = std::move(why);
  entity.maybe = std::move(maybe);
  return entity;
}

TEST(PageNames, a_name_of_several_forms_says_where_each_stands_and_why) {
  SampleAccount sample = small_story();
  Entity ann = named("Ann Bo", {"Bo", "<A>"}, "one & the same");
  ann.mentions = {{0, sample.find(0, "Ann Bo")}, {1, sample.find(1, "Ann Bo")}, {1, sample.find(1, "Bo")}};
  sample.account.entities = {ann};
  EXPECT_NE(part_of_page(sample.account, write_names)
                .find("<dl>\n<dt id=\"e1\"><q>Ann Bo</q> <span class=\"tag\">person</span></dt>\n<dd>"
                      "<ul class=\"forms\"><li><q>Ann Bo</q> <a href=\"#a1\">Quay Gazette</a>, <a href=\"#a2\">Dell "
                      "Courier</a></li><li><q>Bo</q> <a href=\"#a2\">Dell Courier</a></li><li><q>&lt;A&gt;</q></li>"
                      "</ul>\n<p>Joined: one &amp; the same</p>\n</dd>\n</dl>\n</section>"),
            std::string::npos);
}

TEST(PageNames, a_doubt_leads_to_the_other_name_which_is_told_too) {
  SampleAccount sample = small_story();
  sample.account.entities = {named("Ann Bo", {}, "", {{2, "no first name"}}), named("Cy Dun", {}, ""),
                             named("Bo", {}, "")};
  EXPECT_EQ(first_out_of_order(part_of_page(sample.account, write_names),
                               {"<dt id=\"e1\"><q>Ann Bo</q>",
                                "<p class=\"maybe\">Maybe also <a href=\"#e3\">Bo</a>, kept apart: no first name</p>",
                                "<dt id=\"e3\"><q>Bo</q>", "<summary>1 name in one form only</summary>",
                                "<li id=\"e2\"><q>Cy Dun</q></li>"}),
            "");
}

TEST(PageNames, plain_names_are_only_listed) {
  SampleAccount sample = small_story();
  EXPECT_EQ(part_of_page(sample.account, write_names), "");
  sample.account.entities = {named("Ann Bo", {}, ""), named("Cy Dun", {}, "")};
  const std::string page = part_of_page(sample.account, write_names);
  EXPECT_EQ(page.find("<dl>"), std::string::npos);
  EXPECT_NE(
      page.find("<summary>2 names in one form only</summary>\n<ul class=\"plain\"><li id=\"e1\"><q>Ann Bo</q></li>\n"
                "<li id=\"e2\">"),
      std::string::npos);
}

TEST(PageLimits, what_cannot_be_known_stands_there_whatever_was_found) {
  SampleAccount sample = small_story();
  EXPECT_EQ(times_in(part_of_page(sample.account, write_limits), "<li>"), 2u);
  sample.account.omissions = {{3, "dates that were <not> resolved"}, {1, "sentence without a claim"}};
  const std::string page = part_of_page(sample.account, write_limits);
  EXPECT_EQ(first_out_of_order(page, {"Whether any of it is true.", "How independent two origins are",
                                      "<li><b>3</b> dates that were &lt;not&gt; resolved</li>\n",
                                      "<li><b>1</b> sentence without a claim</li>\n</ul>",
                                      "Made by Hearsay " + std::string(version()) + "; "}),
            "");
}

TEST(PageCorrections, what_wants_a_hand_stands_before_what_was_done) {
  SampleAccount sample = small_story();
  EXPECT_EQ(part_of_page(sample.account, write_corrections), "");
  sample.account.corrections = {{1, "name \"A\" is \"B\"", true, true, "joined"},
                                {2, "<oops>", false, false, "is no correction"},
                                {4, "ignore in x \"y\"", true, false, "no article is called x"}};
  EXPECT_EQ(part_of_page(sample.account, write_corrections),
            "<section id=\"corrections\" aria-labelledby=\"corrections-title\">\n<h2 "
            "id=\"corrections-title\">Corrections</h2>\n<p class=\"note\">3 lines, of which 2 not applied.</p>\n<ul "
            "class=\"outcomes\">\n"
            "<li><b>Cannot be read</b> <code>&lt;oops&gt;</code> <span class=\"change\">line 2: is no "
            "correction</span></li>\n"
            "<li><b>No longer fits</b> <code>ignore in x &quot;y&quot;</code> <span class=\"change\">line 4: no "
            "article is called x</span></li>\n"
            "<li><b>Applied</b> <code>name &quot;A&quot; is &quot;B&quot;</code> <span class=\"change\">line 1: "
            "joined</span></li>\n</ul>\n</section>\n");
}

TEST(Without, a_part_left_out_says_what_it_was_and_what_went_with_it) {
  const struct {
    Without::Part part;
    const char* printed;
  } rows[] = {
      {{"Nowhere Post", "", {}, {}, 0}, "\"Nowhere Post\": no article, outlet or source of this story has that name"},
      {{"one", "article", {"one"}, {}, 1}, "\"one\" (article): 1 claim"},
      {{"one", "article", {"one"}, {"two", "three"}, 2},
       "\"one\" (article): 2 claims; two, which shares text with it, is kept; three, which shares text with it, is "
       "kept"},
      {{"Quay Gazette", "outlet", {"one"}, {}, 3}, "\"Quay Gazette\" (outlet): 3 claims and 1 article"},
      {{"Quay Gazette", "outlet", {"one", "two"}, {}, 0}, "\"Quay Gazette\" (outlet): 0 claims and 2 articles"},
      {{"Ann Bo", "source", {}, {}, 7}, "\"Ann Bo\" (source): 7 claims"},
      {{"o1", "origin", {}, {}, 7}, "\"o1\" (origin): 7 claims"},
      {{"c\n1", "claim", {}, {}, 1}, "\"c 1\" (claim): 1 claim"},
  };
  for (const auto& row : rows) EXPECT_EQ(left_out_phrase(row.part), row.printed);
}

TEST(Without, a_change_gives_each_thing_before_and_after) {
  const auto changes = [](const PointBefore& before, const Point& now) {
    std::string all;
    for (const std::string& phrase : change_phrases(before, now)) all += "<" + phrase + ">";
    return all;
  };
  PointBefore before;
  before.standing = Standing::corroborated;
  before.origins = {2, 3, {}};
  before.reporters = {2, 2, {}};
  Point now;
  now.standing = before.standing;
  now.origins = before.origins;
  now.reporters = before.reporters;
  EXPECT_EQ(changes(before, now), "");
  now.origins.why = {"another reason is no change"};
  EXPECT_EQ(changes(before, now), "");
  now.standing = Standing::single_origin;
  EXPECT_EQ(changes(before, now), "<More than one origin, now One origin>");
  now.origins = {1, 1, {}};
  now.reporters = {1, 2, {}};
  before.gone = {{DisagreementKind::date, DisagreementRelation::conflict, {}, ""},
                 {DisagreementKind::quantity, DisagreementRelation::update, {}, ""}};
  EXPECT_EQ(changes(before, now),
            "<More than one origin, now One origin><at least 2, at most 3 origins, now 1 origin><gathered by 2 "
            "newsrooms, now at least 1, at most 2 newsrooms><no longer: Conflict over the date><no longer: Updated: "
            "the number>");
}

// The small story told without something: one point changed, `lost` are gone.
SampleAccount told_without(std::size_t lost) {
  SampleAccount sample = small_story();
  told(sample, {0}, Standing::single_origin);
  Without without;
  without.parts = {{"<Dell>", "source", {}, {}, 1}};
  without.claims = 1;
  without.points = 1 + lost;
  PointBefore before;
  before.point = 0;
  before.words = "the <road>";
  before.standing = Standing::corroborated;
  before.origins = before.reporters = {1, 1, {}};
  without.changed = {before};
  for (std::size_t i = 0; i < lost; ++i)
    without.lost.push_back({i, {}, "x", "lost words", Standing::contested, {2, 2, {}}, {}, {}});
  sample.account.without = without;
  return sample;
}

TEST(Without, the_page_tells_what_went_what_changed_and_what_is_lost) {
  EXPECT_EQ(part_of_page(small_story().account, write_without), "");
  const std::string page = part_of_page(told_without(2).account, write_without);
  EXPECT_EQ(
      first_out_of_order(
          page, {"<ul class=\"reasons\"><li>&quot;&lt;Dell&gt;&quot; (source): 1 claim</li></ul>",
                 "<p>Of 3 points, 1 has changed and 2 are lost.</p>",
                 "<li><a href=\"#p1\"><q>the &lt;road&gt;</q></a> <span class=\"change\">More than one origin, now "
                 "One origin</span></li>",
                 "<summary>Nothing is left of 2 points</summary>",
                 "<li><q>lost words</q> <span class=\"change\">They differ; 2 origins</span></li>"}),
      "");
  SampleAccount nothing = told_without(0);
  nothing.account.without->changed.clear();
  nothing.account.without->points = 4;
  const std::string unchanged = part_of_page(nothing.account, write_without);
  EXPECT_NE(unchanged.find("<p>Of 4 points, 0 have changed and 0 are lost.</p>\n</section>"), std::string::npos);
}

TEST(Without, the_terminal_counts_what_is_lost_beyond_a_dozen) {
  const struct {
    std::size_t lost;
    const char* title;
    std::size_t shown;
    const char* rest;
  } rows[] = {
      {0, "WITHOUT (1 claim gone, 0 points lost, 1 changed, of 1)", 0, ""},
      {1, "WITHOUT (1 claim gone, 1 point lost, 1 changed, of 2)", 1, ""},
      {12, "WITHOUT (1 claim gone, 12 points lost, 1 changed, of 13)", 12, ""},
      {13, "WITHOUT (1 claim gone, 13 points lost, 1 changed, of 14)", 12, "    and 1 more point\n"},
      {20, "WITHOUT (1 claim gone, 20 points lost, 1 changed, of 21)", 12, "    and 8 more points\n"},
  };
  for (const auto& row : rows) {
    const std::string text = print_without(told_without(row.lost).account);
    EXPECT_NE(text.find(row.title), std::string::npos) << text;
    EXPECT_EQ(times_in(text, "    \"lost words\" [They differ; 2 origins]\n"), row.shown);
    EXPECT_EQ(times_in(text, "    and "), *row.rest ? 1u : 0u);
    EXPECT_TRUE(text.ends_with(row.rest)) << text;
    EXPECT_NE(text.find("p1   \"the <road>\": More than one origin, now One origin\n"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace hearsay
