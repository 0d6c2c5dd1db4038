#include "present/page/page_parts.h"
#include "present/small_story.h"

namespace hearsay {
namespace {

TEST(PageQuotation, sets_off_what_lies_in_it_and_escapes_the_rest) {
  const struct {
    const char* text;
    Span words;
    std::vector<Span> marked;
    const char* printed;
  } rows[] = {
      {"40 people left", {0, 14}, {}, "<q>40 people left</q>"},
      {"40 people left", {3, 9}, {}, "<q>people</q>"},
      {"40 people left", {0, 14}, {{0, 2}}, "<q><mark>40</mark> people left</q>"},
      {"40 people left", {0, 14}, {{0, 2}, {10, 14}}, "<q><mark>40</mark> people <mark>left</mark></q>"},
      {"40 people left", {3, 14}, {{0, 9}}, "<q><mark>people</mark> left</q>"},              // begins before the words
      {"40 people left", {0, 9}, {{3, 14}}, "<q>40 <mark>people</mark></q>"},                // ends after them
      {"40 people left", {3, 9}, {{0, 2}, {10, 14}}, "<q>people</q>"},                       // stands outside
      {"40 people left", {0, 14}, {{0, 9}, {3, 14}}, "<q><mark>40 people</mark> left</q>"},  // overlaps the one before
      {"40 people left", {0, 14}, {{3, 3}}, "<q>40 people left</q>"},                        // is empty
      {"40 people left", {5, 5}, {}, "<q></q>"},
      {"a<b> & \"c\"", {0, 10}, {{1, 4}}, "<q>a<mark>&lt;b&gt;</mark> &amp; &quot;c&quot;</q>"},
      {"\"Go,\" she said", {0, 14}, {}, "<q class=\"own-marks\">&quot;Go,&quot; she said</q>"},
      {"“Go,” she said", {0, 18}, {{0, 3}}, "<q class=\"own-marks\"><mark>“</mark>Go,” she said</q>"},
      {"she said “go”", {0, 17}, {}, "<q>she said “go”</q>"},
      {"«Va,» dit-elle", {0, 16}, {}, "<q class=\"own-marks\">«Va,» dit-elle</q>"},
      {"„Geh“", {0, 9}, {}, "<q class=\"own-marks\">„Geh“</q>"},
  };
  for (const auto& row : rows) {
    std::string page;
    write_quotation(page, row.text, row.words, row.marked);
    EXPECT_EQ(page, row.printed);
  }
}

TEST(PageQuotation, a_newsroom_is_dated_only_where_days_or_reports_could_be_confused) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : {0, 1, 2}) sample.claim(article, "road", {}, origin);
  sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  const auto link = [&](std::size_t claim) {
    return part_of_page(sample.account,
                        [&](std::string& page, const AccountView& view) { write_newsroom_link(page, view, claim); });
  };
  EXPECT_EQ(link(0), "<a href=\"#c1\">Quay Gazette</a>");  // nothing says that the story has two days
  sample.account.begin = sample.account.end = day_in_may(5);
  EXPECT_EQ(link(0), "<a href=\"#c1\">Quay Gazette</a>");
  sample.account.end = day_in_may(6);
  EXPECT_EQ(link(0), "<a href=\"#c1\">Quay Gazette <small>5 May</small></a>");
  EXPECT_EQ(link(2), "<a href=\"#c3\">three</a>");  // has no day
  sample.account.end = day_in_may(5);
  sample.account.articles[1].outlet = "Quay Gazette";
  EXPECT_EQ(link(1), "<a href=\"#c2\">Quay Gazette <small>6 May</small></a>");
}

TEST(PageQuotation, a_report_that_says_it_twice_is_one_voice_and_links_to_the_first_place) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : {0, 0, 1}) sample.claim(article, "road", {}, origin);
  sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  const auto links = [&](std::vector<std::size_t> claims) {
    return part_of_page(sample.account,
                        [&](std::string& page, const AccountView& view) { write_newsroom_links(page, view, claims); });
  };
  EXPECT_EQ(links({0, 1, 2}), "<a href=\"#c1\">Quay Gazette</a>, <a href=\"#c3\">Dell Courier</a>");
  EXPECT_EQ(links({1, 0}), "<a href=\"#c2\">Quay Gazette</a>");
  EXPECT_EQ(links({}), "");
}

TEST(PageQuotation, a_byline_gives_the_chain_and_any_stance_but_the_plain_one) {
  const struct {
    std::vector<std::string> sources;
    Stance stance;
    const char* printed;
  } rows[] = {
      {{}, Stance::asserts, "<i>in its own voice</i></p>\n"},
      {{"Ann Bo"}, Stance::asserts, "<i>Ann Bo</i></p>\n"},
      {{"Tide Agency", "Ann Bo"}, Stance::asserts, "<i>Ann Bo, through Tide Agency</i></p>\n"},
      {{"A", "B", "C"}, Stance::asserts, "<i>C, through B, through A</i></p>\n"},
      {{"Ann Bo"}, Stance::denies, "<i>Ann Bo</i> <b>denies</b></p>\n"},
      {{"Ann Bo"}, Stance::confirms, "<i>Ann Bo</i> <b>confirms</b></p>\n"},
      {{"Ann Bo"}, Stance::estimates, "<i>Ann Bo</i> <b>estimates</b></p>\n"},
      {{"Ann Bo"}, Stance::hedges, "<i>Ann Bo</i> <b>hedges</b></p>\n"},
      {{"Ann Bo"}, Stance::declines, "<i>Ann Bo</i> <b>declines</b></p>\n"},
      {{"<b>"}, Stance::asserts, "<i>&lt;b&gt;</i></p>\n"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    sample.claim(0, "road", row.sources, sample.origin("x", OriginKind::speaker), row.stance);
    sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
    EXPECT_EQ(
        part_of_page(sample.account, [](std::string& page, const AccountView& view) { write_byline(page, view, {0}); }),
        std::string("<p class=\"by\"><a href=\"#c1\">Quay Gazette</a> ") + row.printed);
  }
}

TEST(PageQuotation, other_wordings_are_listed_without_the_first) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  sample.claim(0, "40 people left", {"Ann Bo"}, origin);
  const auto others = [&] {
    return part_of_page(sample.account, [&](std::string& page, const AccountView& view) {
      write_other_wordings(page, view, sample.account.points[0]);
    });
  };
  sample.claim(1, "50 people had gone", {"Ann Bo"}, origin);
  Point& point = sample.point(Standing::contested, {1, 1, {}}, {2, 2, {}});
  EXPECT_EQ(others(),
            "<ul class=\"wordings\">\n<li><q>50 people had gone</q><p class=\"by\"><a href=\"#c2\">Dell Courier</a> "
            "<i>Ann Bo</i></p>\n</li>\n</ul>\n");
  point.representative = 1;
  EXPECT_NE(others().find("<q>40 people left</q>"), std::string::npos);
  EXPECT_EQ(others().find("<q>50 people had gone</q>"), std::string::npos);
  point.disagreements = {{DisagreementKind::wording, DisagreementRelation::conflict, {0, 1}, ""}};
  EXPECT_NE(others().find("<q><mark>40</mark> people <mark>left</mark></q>"), std::string::npos);
  point.claims = {1};
  EXPECT_EQ(others(), "");
}

TEST(PageQuotation, a_claim_that_cannot_be_read_alone_stands_in_its_sentence) {
  SampleAccount sample = small_story();
  sample.claim(0, "40 people left", {"Ann Bo"}, sample.origin("Ann Bo", OriginKind::speaker));
  const auto shown = [&](auto write) {
    return part_of_page(sample.account, [&](std::string& page, const AccountView& view) {
      write(page, view, sample.account.claims[0], std::vector<Span>{sample.find(0, "40")});
    });
  };
  EXPECT_EQ(shown(write_claim), "<q><mark>40</mark> people left</q>");
  sample.account.claims[0].context = sample.find(0, "Ann Bo said 40 people left.");
  const std::string whole =
      "<q><span class=\"around\">Ann Bo said </span><mark>40</mark> people left<span class=\"around\">.</span></q>";
  EXPECT_EQ(shown(write_claim), whole);
  EXPECT_EQ(shown(write_minor_claim), whole);
  sample.account.points.resize(401);  // of a large account only what is told at length
  EXPECT_EQ(shown(write_claim), whole);
  EXPECT_EQ(shown(write_minor_claim), "<q><mark>40</mark> people left</q>");
}

}  // namespace
}  // namespace hearsay
