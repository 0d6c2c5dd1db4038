#include "present/page/page_parts.h"
#include "present/small_story.h"

namespace hearsay {
namespace {

TEST(PageCopies, a_copy_says_what_it_is_as_far_as_the_direction_is_known) {
  const struct {
    CopyKind kind;
    bool known;
    const char* printed;
  } rows[] = {
      {CopyKind::copy, true,
       "<b>Quay Gazette</b> was copied by <b>Dell Courier</b> <span class=\"figure\">50% of its words</span>"},
      {CopyKind::copy, false,
       "<b>Quay Gazette</b> shares text with <b>Dell Courier</b> <span class=\"figure\">50% of its words; it "
       "is not known which was first</span>"},
      {CopyKind::translation, true, "</b> was translated by <b>"},
      {CopyKind::translation, false, "</b> has the same text, in translation, as <b>"},
      {CopyKind::common_source, true, "</b> has a source in common with <b>"},
      {CopyKind::revision, true, "</b> was revised as <b>"},
  };
  for (const auto& row : rows) {
    SampleAccount sample = small_story();
    sample.account.copies = {{0, 1, row.kind, 0.5, row.known, {}, {}, "9 <words>"}};
    const std::string page = part_of_page(sample.account, write_copies);
    EXPECT_NE(page.find(row.printed), std::string::npos) << page;
    EXPECT_NE(page.find("<details class=\"copy\" id=\"copy1\" data-from=\"one\" data-to=\"two\">"), std::string::npos);
    EXPECT_NE(page.find("</summary>\n<p>9 &lt;words&gt;</p>\n"), std::string::npos);
    EXPECT_NE(page.find(row.known ? "<path class=\"known\"" : "<path class=\"unknown\""), std::string::npos);
  }
  EXPECT_EQ(part_of_page(small_story().account, write_copies), "");
}

TEST(PageCopies, the_largest_share_is_listed_first_under_its_own_number) {
  SampleAccount sample = small_story();
  sample.account.copies = {{0, 1, CopyKind::copy, 0.1, true, {}, {}, ""},
                           {1, 2, CopyKind::copy, 0.9, true, {}, {}, ""},
                           {0, 2, CopyKind::copy, 0.1, true, {}, {}, ""}};
  EXPECT_EQ(first_out_of_order(part_of_page(sample.account, write_copies),
                               {"<svg", "aria-label=\"Copy 1\"", "aria-label=\"Copy 2\"", "aria-label=\"Copy 3\"",
                                "</svg>", "id=\"copy2\"", "90% of its words", "id=\"copy1\"", "id=\"copy3\""}),
            "");
}

TEST(PageCopies, the_graph_has_a_dot_for_each_article_that_shares_text_by_time) {
  SampleAccount sample = small_story();
  sample.account.articles.push_back(report("four", "Early & Co", "x", 4));
  sample.account.copies = {{3, 0, CopyKind::copy, 1, true, {}, {}, ""}};
  const std::string page = part_of_page(sample.account, write_copies);
  EXPECT_EQ(first_out_of_order(
                page, {"<a href=\"#a4\"><circle cx=\"12\" cy=\"16\"", ">Early &amp; Co <tspan>4 May</tspan></text>",
                       "<a href=\"#a1\"><circle cx=\"472\" cy=\"46\"", ">Quay Gazette <tspan>5 May</tspan>"}),
            "");
  EXPECT_EQ(times_in(page, "<circle"), 2u);
  EXPECT_NE(page.find("stroke-width=\"7.0\""), std::string::npos);  // all of it: the thickest line
  sample.account.copies = {
      {2, 2, CopyKind::copy, 0, false, {}, {}, ""}};  // a text and itself: one dot, no room to divide
  const std::string alone = part_of_page(sample.account, write_copies);
  EXPECT_NE(alone.find("<circle cx=\"12\" cy=\"16\" r=\"5\"/><text x=\"23\" y=\"20\">three</text></a>"),
            std::string::npos);
  EXPECT_NE(alone.find("stroke-width=\"1.5\""), std::string::npos);
}

TEST(PageCopies, beyond_forty_articles_the_list_stands_without_a_graph) {
  for (const std::size_t articles : {40, 41}) {
    Account account;
    for (std::size_t i = 0; i < articles; ++i)
      account.articles.push_back(report("r" + std::to_string(i), std::nullopt, "x"));
    for (std::size_t i = 1; i < articles; ++i) account.copies.push_back({0, i, CopyKind::copy, 0.5, true, {}, {}, ""});
    const std::string page = part_of_page(account, write_copies);
    EXPECT_EQ(times_in(page, "<svg"), articles <= 40 ? 1u : 0u);
    EXPECT_EQ(times_in(page, "<details class=\"copy\""), articles - 1);
  }
}

// Two texts and the passages they share, as the collation lays them side by side: S is a shared stretch, M one that was
// moved, [tag: left | right] a gap.
struct Sides {
  std::string from;
  std::string to;
  std::vector<std::string> shared;  // in the order of `to`
  std::vector<Change> changes = {};
  std::vector<Boilerplate> left_out = {};  // of `from`
  std::size_t most_bytes = 10'000;
};

std::string text_within(std::string_view markup) {
  std::string text;
  bool in_tag = false;
  for (const char c : markup) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  return text;
}

std::string between(std::string_view page, std::string_view open, std::string_view close, std::size_t& at) {
  const std::size_t begin = page.find(open, at) + open.size();
  at = page.find(close, begin);
  return text_within(page.substr(begin, at - begin));
}

std::string collated(const Sides& sides) {
  SampleAccount sample({report("one", "Quay", sides.from), report("two", "Dell", sides.to)});
  sample.account.articles[0].boilerplate = sides.left_out;
  Copy copy{0, 1, CopyKind::copy, 0.5, true, {}, sides.changes, ""};
  for (const std::string& words : sides.shared) copy.passages.push_back({sample.find(0, words), sample.find(1, words)});
  sample.account.copies = {copy};
  const std::string page = part_of_page(sample.account, [&](std::string& out, const AccountView& view) {
    write_collation(out, view, copy, sides.most_bytes);
  });
  std::string printed;
  for (std::size_t at = 0; (at = page.find("<div class=\"", at)) != std::string::npos;) {
    const std::string_view rest = std::string_view(page).substr(at);
    if (rest.starts_with("<div class=\"shared\"")) {
      const std::string tag = between(page, "<p class=\"tag\">", "</p>", at);
      printed += (tag == "in both" ? "S(" : "M(") + between(page, "</p>", "</div>", at) + ") ";
    } else if (rest.starts_with("<div class=\"gap\"")) {
      printed += "[" + between(page, "<p class=\"tag\">", "</p>", at) + ": ";
      printed += between(page, "<div class=\"left\">", "</div>", at) + " | ";
      printed += between(page, "<div class=\"right\">", "</div>", at) + "] ";
    } else {
      ++at;
    }
  }
  if (page.find("class=\"cut\"") != std::string::npos) printed += "cut ";
  return printed;
}

TEST(Collation, what_both_have_stands_once_and_what_differs_side_by_side) {
  const struct {
    const char* what;
    Sides sides;
    const char* printed;
  } rows[] = {
      {"no passage is no collation", {"a", "b", {}}, ""},
      {"all of both", {"The road is shut", "The road is shut", {"The road is shut"}}, "S(The road is shut) "},
      {"dropped at the front",
       {"Today the road is shut", "the road is shut", {"the road is shut"}},
       "[dropped: Today | ] S(the road is shut) "},
      {"added at the end",
       {"the road is shut", "the road is shut, Cy said", {"the road is shut"}},
       "S(the road is shut) [added:  | Cy said] "},
      {"changed in the middle",
       {"the road is shut for now and cold", "the road is open for now and cold", {"the road is", "for now and cold"}},
       "S(the road is) [reworded: shut | open] S(for now and cold) "},
      {"moved to the front",
       {"one two three. four five six.", "four five six. one two three.", {"four five six.", "one two three."}},
       "[dropped: one two three. | ] S(four five six.) M(one two three.) "},
      {"marks alone are no gap",
       {"the road, is shut", "the road; is shut", {"the road", "is shut"}},
       "S(the road) S(is shut) "},
      {"a quotation's marks stay on their words",
       {"the road \"is shut\"", "the road \"is open\"", {"the road"}},
       "S(the road) [reworded: &quot;is shut&quot; | &quot;is open&quot;] "},
      {"a passage that overlaps the one before in the copy is passed over",
       {"a b c d", "a b c d", {"a b c", "b c d"}},
       "S(a b c) [reworded: d | d] "},
      {"markup in the texts stays text", {"a <b> c", "a c", {"a", "c"}}, "S(a) [dropped: &lt;b&gt; | ] S(c) "},
      {"what is not the article was not compared",
       {"Listen now. The road is shut", "The road is shut", {"The road is shut"}, {}, {{{0, 11}, "player"}}},
       "S(The road is shut) "},
      {"a known change gives its kind",
       {"at least 40 left then",
        "at least 50 left then",
        {"at least", "left then"},
        {{Change::Kind::number, {9, 11}, {9, 11}}}},
       "S(at least) [number changed: 40 | 50] S(left then) "},
      {"each kind of change once",
       {"a x y z b",
        "a b",
        {"a", "b"},
        {{Change::Kind::hedge, {2, 3}, {}}, {Change::Kind::hedge, {4, 5}, {}}, {Change::Kind::source, {6, 7}, {}}}},
       "S(a) [hedge changed, source changed: x y z | ] S(b) "},
      {"a change elsewhere is none of this gap",
       {"a x b y", "a b", {"a", "b"}, {{Change::Kind::source, {6, 7}, {}}}},
       "S(a) [dropped: x | ] S(b) [source changed: y | ] "},
      {"no room at all", {"the road is shut", "the road is shut", {"the road is shut"}, {}, {}, 3}, "cut "},
      {"room for the first only",
       {"the road is shut and cold", "the road is shut or cold", {"the road is shut"}, {}, {}, 20},
       "S(the road is shut) cut "},
  };
  for (const auto& row : rows) EXPECT_EQ(collated(row.sides), row.printed) << row.what;
}

TEST(Collation, a_long_stretch_is_shown_by_its_ends) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += (i ? " w" : "w") + std::to_string(100 + i);
  const std::string shared = collated({words, words, {words}});
  EXPECT_TRUE(shared.starts_with("S(w100 w101 ")) << shared;
  EXPECT_TRUE(shared.ends_with(" w198 w199) ")) << shared;
  EXPECT_NE(shared.find(" w119 … 60 words more … w180 "), std::string::npos) << shared;
  EXPECT_TRUE(collated({"a " + words, "a", {"a"}}).starts_with("S(a) [dropped: w100 "));
  EXPECT_TRUE(collated({"a " + words, "a other", {"a"}}).starts_with("S(a) [different: w100 "));
}

// An article's text as the page writes it.
std::string article_page(const SampleAccount& sample) { return part_of_page(sample.account, write_articles); }

TEST(PageArticles, an_article_says_where_it_comes_from) {
  const struct {
    const char* location;
    const char* printed;
  } rows[] = {
      {"one.txt", "<p class=\"location\">one.txt</p>"},
      {"https://quay.example/1?a=1&b=2",
       "<p class=\"location\"><a href=\"https://quay.example/1?a=1&amp;b=2\" rel=\"noopener noreferrer "
       "external\">https://quay.example/1?a=1&amp;b=2</a></p>"},
      {"http://quay.example/\"x", "<a href=\"http://quay.example/&quot;x\" rel="},
      {"javascript:alert(1)", "<p class=\"location\">javascript:alert(1)</p>"},
      {"HTTPS://quay.example/", "<p class=\"location\">HTTPS://quay.example/</p>"},
      {"ftp://quay.example/<1>", "<p class=\"location\">ftp://quay.example/&lt;1&gt;</p>"},
  };
  for (const auto& row : rows) {
    SampleAccount sample({report("one", "Quay", "x")});
    sample.account.articles[0].location = row.location;
    EXPECT_NE(article_page(sample).find(row.printed), std::string::npos) << row.location;
  }
}

TEST(PageArticles, the_first_by_time_is_open_and_each_keeps_its_number) {
  SampleAccount sample(
      {report("late", "Quay", "x", 6), report("early", "Dell", "x", 5), report("undated", std::nullopt, "x")});
  sample.account.articles[1].language = "de";
  sample.account.articles[1].title = "<Road>";
  EXPECT_EQ(first_out_of_order(article_page(sample),
                               {"id=\"a2\" data-id=\"early\" open><summary><b>Dell</b> <time datetime=\"2031-05-05\">5 "
                                "May 2031</time></summary>",
                                "<h3><q>&lt;Road&gt;</q></h3>\n<div class=\"text\" lang=\"de\">",
                                "id=\"a1\" data-id=\"late\"><summary>", "<div class=\"text\" lang=\"en\">",
                                "id=\"a3\" data-id=\"undated\"><summary><b>undated</b></summary>"}),
            "");
}

TEST(PageArticles, claims_have_their_places_and_grey_words_say_why) {
  const auto text_with = [](std::string words, const std::vector<std::pair<std::size_t, std::size_t>>& claims,
                            std::vector<Boilerplate> grey) {
    SampleAccount sample({report("one", "Quay", std::move(words))});
    sample.account.articles[0].boilerplate = std::move(grey);
    const std::size_t origin = sample.origin("x", OriginKind::speaker);
    for (const auto& [begin, end] : claims) {
      sample.claim(0, "", {}, origin).span = {begin, end};
      sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
    }
    const std::string page = article_page(sample);
    const std::size_t begin = page.find("lang=\"en\">") + 10;
    return page.substr(begin, page.find("</div>", begin) - begin);
  };
  EXPECT_EQ(text_with("", {}, {}), "<p></p>\n");
  EXPECT_EQ(text_with("a & b", {}, {}), "<p>a &amp; b</p>\n");
  EXPECT_EQ(text_with("a\nb\n\nc", {}, {}), "<p>a</p>\n<p>b</p>\n<p>c</p>\n");
  EXPECT_EQ(text_with("a b c", {{2, 3}}, {}), "<p>a <a id=\"c1\" data-m=\"1.1\"></a>b c</p>\n");
  EXPECT_EQ(text_with("a b c", {{0, 5}, {2, 3}}, {}),
            "<p><a id=\"c1\" data-m=\"5.1\"></a>a <a id=\"c2\" data-m=\"1.2\"></a>b c</p>\n");
  EXPECT_EQ(text_with("a b", {{0, 1}, {0, 3}}, {}),
            "<p><a id=\"c1\" data-m=\"1.1\"></a><a id=\"c2\" data-m=\"3.2\"></a>a b</p>\n");
  EXPECT_EQ(text_with("a b", {{3, 3}}, {}), "<p>a b<a id=\"c1\" data-m=\"0.1\"></a></p>\n");
  EXPECT_EQ(text_with("a\nb", {{0, 3}}, {}), "<p><a id=\"c1\" data-m=\"2.1\"></a>a</p>\n<p>b</p>\n");
  // A script counts in units of UTF-16.
  EXPECT_EQ(text_with("\u00E9\u20AC\U0001F525", {{0, 9}}, {}),
            "<p><a id=\"c1\" data-m=\"4.1\"></a>\u00E9\u20AC\U0001F525</p>\n");
  EXPECT_EQ(text_with("Read <on>", {}, {{{0, 9}, "\"link\""}}),
            "<p><span class=\"boilerplate\" title=\"Not the article: &quot;link&quot;\">Read &lt;on&gt;</span></p>\n");
  EXPECT_EQ(text_with("x y z", {{2, 3}}, {{{0, 5}, "why"}}),
            "<p><span class=\"boilerplate\" title=\"Not the article: why\">x </span><a id=\"c1\" data-m=\"1.1\"></a>"
            "<span class=\"boilerplate\" title=\"Not the article: why\">y z</span></p>\n");
}

}  // namespace
}  // namespace hearsay
