#include "publish/tables/command_tables.h"

#include "base/utf8.h"
#include "publish/tables/story_facts.h"

#include <algorithm>
#include <memory>

namespace hearsay {

namespace {

// A mark of any sort, as a row.
struct MarkRow {
  std::string_view sort;
  Span span;
  std::string_view kind;
  std::string reading;  // the fullest form of a name in the article, a TIMEX3 value, what is counted, who speaks
  std::optional<double> low;
  std::optional<double> high;
  std::optional<bool> approximate;
  std::optional<std::string> unit;
  std::optional<Day> from;
  std::optional<Day> to;
  std::string_view why;
};

MarkRow row_of(const Mention& mention, const Names& names) {
  MarkRow row{"name", mention.span, to_text(mention.kind), names.named[mention.named].name, {}, {}, {}, {}, {}, {}, {}};
  row.why = mention.why;
  return row;
}

MarkRow row_of(const Time& time) {
  return {"time", time.span, to_text(time.type), time.value, {}, {}, {}, {}, time.from, time.to, time.why};
}

MarkRow row_of(const Quantity& quantity) {
  return {"quantity",
          quantity.span,
          "",
          quantity.of.value_or(""),
          quantity.low,
          quantity.high,
          quantity.approximate,
          quantity.unit,
          {},
          {},
          quantity.why};
}

// Everything that is said, from its first word to its last.
MarkRow row_of(const Attribution& attribution, const Article& article) {
  Span said = attribution.content.empty() ? attribution.cue.value_or(Span{}) : attribution.content.front();
  if (!attribution.content.empty()) said = hull(said, attribution.content.back());
  std::string source = attribution.source ? std::string(words_at(article.text, *attribution.source)) : "";
  return {"attribution", said, to_text(attribution.kind), std::move(source), {}, {}, {}, {}, {}, {}, attribution.why};
}

}  // namespace

Table article_row(const Article& article) {
  const auto is = [&article](auto get) { return [&article, get](std::size_t) { return get(article); }; };
  using A = Article;
  return {
      "articles",
      "Articles, as they were understood",
      1,
      {{"article", CellKind::id, "Its id", is([](const A& a) { return cell_of(a.id); })},
       {"outlet", CellKind::text, "Who published it", is([](const A& a) { return cell_of(a.outlet); })},
       {"title", CellKind::text, "Its headline", is([](const A& a) { return cell_of(a.title); })},
       {"published", CellKind::text, "Day or time of publication, ISO 8601",
        is([](const A& a) { return moment_cell(a.published); })},
       {"modified", CellKind::text, "When it was last changed", is([](const A& a) { return moment_cell(a.modified); })},
       {"language", CellKind::text, "ISO 639-1", is([](const A& a) { return cell_of(a.language); })},
       {"authors", CellKind::text, "As the page says", is([](const A& a) { return cell_of(joined(a.authors)); })},
       {"location", CellKind::text, "The file or address", is([](const A& a) { return cell_of(a.location); })},
       {"link", CellKind::link, "Its page", is([](const A& a) { return cell_of(web_address(a)); })},
       {"characters", CellKind::whole_number, "Length of the text in code points",
        is([](const A& a) { return cell_of(CodePointIndex(a.text).code_points_before(a.text.size())); })},
       {"boilerplate", CellKind::whole_number, "Parts that are not the article",
        is([](const A& a) { return cell_of(a.boilerplate.size()); })},
       {"text", CellKind::text, "The text", is([](const A& a) { return cell_of(std::string_view(a.text)); })}}};
}

Table mark_rows(const Article& article, const Marks& marks) {
  auto rows = std::make_shared<std::vector<MarkRow>>();
  for (const Mention& mention : marks.names.mentions) rows->push_back(row_of(mention, marks.names));
  for (const Time& time : marks.times) rows->push_back(row_of(time));
  for (const Quantity& quantity : marks.quantities) rows->push_back(row_of(quantity));
  for (const Attribution& attribution : marks.attributions) rows->push_back(row_of(attribution, article));
  std::stable_sort(rows->begin(), rows->end(), [](const MarkRow& a, const MarkRow& b) { return a.span < b.span; });
  const auto index = std::make_shared<CodePointIndex>(article.text);
  const auto of = [rows](auto get) { return [rows, get](std::size_t i) { return get((*rows)[i]); }; };
  using R = MarkRow;
  return {
      "marks",
      "Names, times, quantities and attributions",
      rows->size(),
      {{"article", CellKind::id, "The article's id", [&article](std::size_t) { return cell_of(article.id); }},
       {"mark", CellKind::text, "name, time, quantity or attribution", of([](const R& r) { return cell_of(r.sort); })},
       {"begin", CellKind::whole_number, "Where it begins in the text, in code points",
        of([index](const R& r) { return cell_of(index->code_points_before(r.span.begin)); })},
       {"end", CellKind::whole_number, "Where it ends",
        of([index](const R& r) { return cell_of(index->code_points_before(r.span.end)); })},
       {"text", CellKind::text, "The words there; of an attribution what is said",
        of([&article](const R& r) { return cell_of(words_at(article.text, r.span)); })},
       {"kind", CellKind::text, "Of a name, time or attribution", of([](const R& r) { return cell_of(r.kind); })},
       {"reading", CellKind::text, "The name in full, the TIMEX3 value, what is counted, who says it",
        of([](const R& r) { return cell_of(r.reading); })},
       {"low", CellKind::number, "At least this many", of([](const R& r) { return cell_of(r.low); })},
       {"high", CellKind::number, "At most this many", of([](const R& r) { return cell_of(r.high); })},
       {"approximate", CellKind::truth, "\"About\"?",
        of([](const R& r) { return r.approximate ? Cell(*r.approximate) : Cell(); })},
       {"unit", CellKind::text, "In what", of([](const R& r) { return cell_of(r.unit); })},
       {"first_day", CellKind::day, "The first day it may be", of([](const R& r) { return day_cell(r.from); })},
       {"last_day", CellKind::day, "The last day it may be", of([](const R& r) { return day_cell(r.to); })},
       {"why", CellKind::text, "What found it", of([](const R& r) { return cell_of(r.why); })}}};
}

Table story_rows(const Story& story, std::span<const std::string> names) {
  // The copy that gave an article most of its words; null if none is known.
  const auto copy = [&story](std::size_t row) -> const Copy* {
    const Copy* most = nullptr;
    for (const Copy& one : story.copies)
      if (one.to == story.articles[row] && (!most || one.share > most->share)) most = &one;
    return most;
  };
  const auto of = [copy](auto get) {
    return [copy, get](std::size_t row) {
      const Copy* const one = copy(row);
      return one ? get(*one) : Cell();
    };
  };
  using C = Copy;
  return {"stories",
          "Which articles report the same story, and who copied whom",
          story.articles.size(),
          {{"story", CellKind::id, "The story's id", [&story](std::size_t) { return cell_of(story.id); }},
           {"article", CellKind::id, "The article's id",
            [&story, names](std::size_t i) { return cell_of(names[story.articles[i]]); }},
           {"copied_from", CellKind::id, "The article that it shares most of its words with",
            of([names](const C& c) { return cell_of(names[c.from]); })},
           {"kind", CellKind::text, "copy, common-source, translation or revision",
            of([](const C& c) { return cell_of(to_text(c.kind)); })},
           {"share", CellKind::number, "The part of it that is also there, in words, 0 to 1",
            of([](const C& c) { return Cell(c.share); })},
           {"direction", CellKind::text, "known or unknown",
            of([](const C& c) { return cell_of(c.direction_known ? "known" : "unknown"); })},
           {"why", CellKind::text, "What shows it", of([](const C& c) { return cell_of(c.why); })},
           {"copies", CellKind::whole_number, "With how many articles it shares text", [&story](std::size_t i) {
              return cell_of(static_cast<std::size_t>(std::count_if(
                  story.copies.begin(), story.copies.end(), [&](const C& c) { return c.to == story.articles[i]; })));
            }}}};
}

}  // namespace hearsay
