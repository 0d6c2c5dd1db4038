// Articles, and what they took from one another.
#include "present/words/phrases.h"
#include "publish/tables/account_tables.h"

#include <utility>

namespace hearsay {

namespace {

std::string newsroom(const Article& article) { return std::string(newsroom_name(article)); }

// The copies' parts, each with the copy it belongs to.
template <class Part>
std::vector<std::pair<std::size_t, std::size_t>> parts_of(const std::vector<Copy>& copies,
                                                          std::vector<Part> Copy::*parts) {
  std::vector<std::pair<std::size_t, std::size_t>> all;
  for (std::size_t copy = 0; copy < copies.size(); ++copy)
    for (std::size_t part = 0; part < (copies[copy].*parts).size(); ++part) all.emplace_back(copy, part);
  return all;
}

// Four columns for where a part is in the two texts.
void add_spans(Table& table, const StoryFacts& facts, const std::function<const Copy&(std::size_t)>& copy,
               const std::function<std::pair<Span, Span>(std::size_t)>& spans) {
  const auto position = [&](const char* name, const char* about, bool in_from, std::size_t Span::*end) {
    table.columns.push_back({name, CellKind::whole_number, about, [=, &facts](std::size_t row) {
                               const auto& [from, to] = spans(row);
                               const Copy& one = copy(row);
                               const Positions& positions = facts.positions[in_from ? one.from : one.to];
                               return cell_of(positions.in_code_points(in_from ? from : to).*end);
                             }});
  };
  position("from_begin", "Where it begins in the earlier article's text, in code points", true, &Span::begin);
  position("from_end", "Where it ends there", true, &Span::end);
  position("to_begin", "Where it begins in the later article's text, in code points", false, &Span::begin);
  position("to_end", "Where it ends there", false, &Span::end);
}

void add_ends(Table& table, const Account& account, const std::function<const Copy&(std::size_t)>& copy) {
  table.columns.push_back({"from_article", CellKind::id, "The earlier article, where the direction is known",
                           [=, &account](std::size_t row) { return cell_of(account.articles[copy(row).from].id); }});
  table.columns.push_back({"to_article", CellKind::id, "The later article",
                           [=, &account](std::size_t row) { return cell_of(account.articles[copy(row).to].id); }});
}

}  // namespace

Table articles_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto of = [&account](auto get) { return [&account, get](std::size_t i) { return get(account.articles[i]); }; };
  std::vector<std::size_t> claims(account.articles.size());
  for (const Claim& claim : account.claims) ++claims[claim.article];
  using A = Article;
  return {"articles",
          "The reports that the account was made of, in the order given",
          account.articles.size(),
          {{"article", CellKind::id, "Its id", of([](const A& a) { return cell_of(a.id); })},
           {"outlet", CellKind::text, "Who published it", of([](const A& a) { return cell_of(a.outlet); })},
           {"title", CellKind::text, "Its headline", of([](const A& a) { return cell_of(a.title); })},
           {"published", CellKind::text, "Day or time of publication, ISO 8601",
            of([](const A& a) { return moment_cell(a.published); })},
           {"modified", CellKind::text, "When it was last changed, ISO 8601",
            of([](const A& a) { return moment_cell(a.modified); })},
           {"language", CellKind::text, "Its language, ISO 639-1", of([](const A& a) { return cell_of(a.language); })},
           {"authors", CellKind::text, "Who wrote it, as the page says",
            of([](const A& a) { return cell_of(joined(a.authors)); })},
           {"stated_origins", CellKind::text, "Where it says its text comes from",
            of([](const A& a) { return cell_of(joined(a.stated_origins)); })},
           {"claims", CellKind::whole_number, "How many claims it makes",
            [claims](std::size_t i) { return cell_of(claims[i]); }},
           {"location", CellKind::text, "The file or address it was read from",
            of([](const A& a) { return cell_of(a.location); })},
           {"link", CellKind::link, "Its page", of([](const A& a) { return cell_of(web_address(a)); })}}};
}

Table copies_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto of = [&account](auto get) { return [&account, get](std::size_t i) { return get(account.copies[i]); }; };
  const auto outlet = [&account](std::size_t Copy::*end) {
    return [&account, end](std::size_t i) { return cell_of(newsroom(account.articles[account.copies[i].*end])); };
  };
  using C = Copy;
  Table table{
      "copies", "Which article took its text from which, or shares a source with it", account.copies.size(), {}};
  add_ends(table, account, [&account](std::size_t i) -> const Copy& { return account.copies[i]; });
  const std::vector<Column> more = {
      {"from_outlet", CellKind::text, "Who published the earlier one", outlet(&Copy::from)},
      {"to_outlet", CellKind::text, "Who published the later one", outlet(&Copy::to)},
      {"kind", CellKind::text, "copy, common-source, translation or revision",
       of([](const C& c) { return cell_of(to_text(c.kind)); })},
      {"share", CellKind::number, "The part of the later one that is also in the earlier, in words, 0 to 1",
       of([](const C& c) { return Cell(c.share); })},
      {"direction", CellKind::text, "Is it known which was first? known or unknown",
       of([](const C& c) { return cell_of(c.direction_known ? "known" : "unknown"); })},
      {"passages", CellKind::whole_number, "Runs of text that both have",
       of([](const C& c) { return cell_of(c.passages.size()); })},
      {"changes", CellKind::whole_number, "What was changed", of([](const C& c) { return cell_of(c.changes.size()); })},
      {"why", CellKind::text, "What shows it", of([](const C& c) { return cell_of(c.why); })}};
  table.columns.insert(table.columns.end(), more.begin(), more.end());
  return table;
}

Table passages_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto parts = parts_of(account.copies, &Copy::passages);
  Table table{"passages", "The runs of text that two articles share", parts.size(), {}};
  const auto copy = [parts, &account](std::size_t i) -> const Copy& { return account.copies[parts[i].first]; };
  const auto passage = [parts, copy](std::size_t i) -> const Passage& { return copy(i).passages[parts[i].second]; };
  add_ends(table, account, copy);
  add_spans(table, facts, copy, [passage](std::size_t i) { return std::pair(passage(i).from, passage(i).to); });
  table.columns.push_back(
      {"text", CellKind::text, "The words, as the later article has them", [copy, passage, &account](std::size_t i) {
         const auto words = known_words(account.articles[copy(i).to], passage(i).to);
         return words ? cell_of(*words) : Cell();
       }});
  return table;
}

Table changes_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto parts = parts_of(account.copies, &Copy::changes);
  Table table{"changes", "What was changed in copying", parts.size(), {}};
  const auto copy = [parts, &account](std::size_t i) -> const Copy& { return account.copies[parts[i].first]; };
  const auto change = [parts, copy](std::size_t i) -> const Change& { return copy(i).changes[parts[i].second]; };
  const auto words = [&account, copy, change](std::size_t Copy::*end, Span Change::*span) {
    return [=, &account](std::size_t i) {
      const auto known = known_words(account.articles[copy(i).*end], change(i).*span);
      return known ? cell_of(*known) : Cell();
    };
  };
  add_ends(table, account, copy);
  table.columns.push_back({"kind", CellKind::text, "dropped, added, number, hedge, source or reworded",
                           [change](std::size_t i) { return cell_of(to_text(change(i).kind)); }});
  table.columns.push_back({"from_text", CellKind::text, "The earlier words", words(&Copy::from, &Change::from)});
  table.columns.push_back({"to_text", CellKind::text, "The later words", words(&Copy::to, &Change::to)});
  add_spans(table, facts, copy, [change](std::size_t i) { return std::pair(change(i).from, change(i).to); });
  return table;
}

}  // namespace hearsay
