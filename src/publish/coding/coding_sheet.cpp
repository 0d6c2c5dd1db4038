#include "publish/coding/coding_sheet.h"

#include "present/words/phrases.h"
#include "publish/tables/story_facts.h"

#include <algorithm>

namespace hearsay {

namespace {

// One value of each article, "; " between: in the same order in every column.
std::string of_articles(const Happening& happening, const Account& account,
                        std::string (*get)(const Article& article)) {
  std::vector<std::string> all;
  for (const std::size_t article : happening.articles) all.push_back(get(account.articles[article]));
  return joined(all);
}

std::string office(const Article& article) { return std::string(newsroom_name(article)); }
std::string headline(const Article& article) { return article.title.value_or(""); }
std::string day(const Article& article) { return article.published ? to_iso(local_day(*article.published)) : ""; }

// As UCDP GED writes a source: office, day, headline.
std::string reference(const Article& article) {
  return '"' + office(article) + "," + day(article) + "," + headline(article) + '"';
}

std::size_t outlets(const Happening& happening, const Account& account) {
  std::vector<std::string> all;
  for (const std::size_t article : happening.articles) all.push_back(office(account.articles[article]));
  std::sort(all.begin(), all.end());
  return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

const char* name_of(Codebook codebook) {
  constexpr const char* names[] = {"ucdp", "acled", "ibc"};
  return names[static_cast<std::size_t>(codebook)];
}

}  // namespace

Table coding_table(const Account& account, Codebook codebook) {
  auto happenings = std::make_shared<const std::vector<Happening>>(happenings_of(account, codebook));
  const auto of = [happenings](auto get) { return [happenings, get](std::size_t i) { return get((*happenings)[i]); }; };
  const auto sources = [&account, of](std::string (*get)(const Article&)) {
    return of([&account, get](const Happening& h) { return cell_of(of_articles(h, account, get)); });
  };
  const auto coder = [](std::size_t) { return Cell(); };
  using H = Happening;
  return {"coding",
          "The story's events as event coders record them",
          happenings->size(),
          {{"event", CellKind::whole_number, "Number of the row", [](std::size_t i) { return cell_of(i + 1); }},
           {"codebook", CellKind::text, "Whose rules were followed",
            [codebook](std::size_t) { return cell_of(name_of(codebook)); }},
           {"date_start", CellKind::day, "The first day it may be", of([](const H& h) { return day_cell(h.begin); })},
           {"date_end", CellKind::day, "The last day it may be", of([](const H& h) { return day_cell(h.end); })},
           {"date_prec", CellKind::whole_number, "How exactly the day is known, in the codebook's numbers",
            of([](const H& h) { return h.day_precision ? Cell(std::int64_t{*h.day_precision}) : Cell(); })},
           {"place", CellKind::text, "Where, as the reports name it", of([](const H& h) { return cell_of(h.place); })},
           {"where_prec", CellKind::whole_number, "How exactly the place is known, in the codebook's numbers",
            of([](const H& h) { return h.place_precision ? Cell(std::int64_t{*h.place_precision}) : Cell(); })},
           {"side_a", CellKind::text, "The coder's", coder},
           {"side_b", CellKind::text, "The coder's", coder},
           {"deaths_low", CellKind::number, "The lowest last word of an outlet",
            of([](const H& h) { return cell_of(h.low); })},
           {"deaths_best", CellKind::number, "Where the codebook's rule gives one",
            of([](const H& h) { return cell_of(h.best); })},
           {"deaths_high", CellKind::number, "The highest last word of an outlet",
            of([](const H& h) { return cell_of(h.high); })},
           {"number_of_sources", CellKind::whole_number, "Outlets",
            of([&account](const H& h) { return cell_of(outlets(h, account)); })},
           {"origins_min", CellKind::whole_number, "Independent origins, at least",
            of([](const H& h) { return cell_of(h.origins_min); })},
           {"origins_max", CellKind::whole_number, "Independent origins, at most",
            of([](const H& h) { return cell_of(h.origins_max); })},
           {"source_article", CellKind::text, "Office, day and headline of each report", sources(reference)},
           {"source_office", CellKind::text, "Who published them", sources(office)},
           {"source_date", CellKind::text, "When", sources(day)},
           {"source_headline", CellKind::text, "Their headlines", sources(headline)},
           {"source_original", CellKind::text, "Who they have it from",
            of([](const H& h) { return cell_of(joined(h.originals)); })},
           {"notes", CellKind::text, "What the reports differ on, and what the origins' number rests on",
            of([](const H& h) { return cell_of(h.notes); })}}};
}

}  // namespace hearsay
