// Claims, with the chains of their sources and their values. Each row says where the claim's words are, so that a row
// can be read, and checked, by itself.
#include "present/words/phrases.h"
#include "publish/tables/account_tables.h"

#include <utility>

namespace hearsay {

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

template <class Part>
Pairs parts_of(const std::vector<Claim>& claims, std::vector<Part> Claim::*parts) {
  Pairs all;
  for (std::size_t claim = 0; claim < claims.size(); ++claim)
    for (std::size_t part = 0; part < (claims[claim].*parts).size(); ++part) all.emplace_back(claim, part);
  return all;
}

std::string value_phrases(const Claim& claim, const Account& account) {
  std::vector<std::string> phrases;
  for (const Value& value : claim.values) {
    phrases.push_back(value_phrase(value, account));
    const auto* quantity = std::get_if<QuantityValue>(&value.what);
    if (quantity && quantity->of) phrases.back() += " of " + *quantity->of;
  }
  return joined(phrases);
}

Cell words_cell(const Article& article, Span span) {
  const auto words = known_words(article, span);
  return words ? cell_of(*words) : Cell();
}

// Outermost reporter first: "Nordwire > customs document".
std::string chain(const Claim& claim) {
  std::string names;
  for (const Source& source : claim.sources) names += (names.empty() ? "" : " > ") + source.name;
  return names;
}

// "article", "outlet", "published" of the claim that a row is about.
void add_article(Table& table, const Account& account, const std::function<const Claim&(std::size_t)>& claim) {
  const auto of = [&account, claim](auto get) {
    return [&account, claim, get](std::size_t i) { return get(account.articles[claim(i).article]); };
  };
  table.columns.push_back(
      {"article", CellKind::id, "The article's id", of([](const Article& a) { return cell_of(a.id); })});
  table.columns.push_back(
      {"outlet", CellKind::text, "Who published it", of([](const Article& a) { return cell_of(a.outlet); })});
  table.columns.push_back(
      {"published", CellKind::text, "When, ISO 8601", of([](const Article& a) { return moment_cell(a.published); })});
}

// "text", "begin", "end", "link" of a span in that claim's article.
void add_place(Table& table, const StoryFacts& facts, const std::function<const Claim&(std::size_t)>& claim,
               const std::function<Span(std::size_t)>& span) {
  const auto article = [&facts, claim](std::size_t i) -> const Article& {
    return facts.account.articles[claim(i).article];
  };
  const auto position = [&facts, claim, span](std::size_t i) {
    return facts.positions[claim(i).article].in_code_points(span(i));
  };
  table.columns.push_back({"text", CellKind::text, "The words, exactly as they are there",
                           [=](std::size_t i) { return words_cell(article(i), span(i)); }});
  table.columns.push_back({"begin", CellKind::whole_number, "Where they begin in the article's text, in code points",
                           [=](std::size_t i) { return cell_of(position(i).begin); }});
  table.columns.push_back(
      {"end", CellKind::whole_number, "Where they end", [=](std::size_t i) { return cell_of(position(i).end); }});
  table.columns.push_back({"link", CellKind::link, "To the words on the article's page",
                           [=](std::size_t i) { return cell_of(link_to(article(i), span(i))); }});
}

}  // namespace

Table claims_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto claim = [&account](std::size_t i) -> const Claim& { return account.claims[i]; };
  const auto of = [&account](auto get) { return [&account, get](std::size_t i) { return get(account.claims[i]); }; };
  Table table{"claims", "What each article asserts, by article and place", account.claims.size(), {}};
  auto& columns = table.columns;
  columns.push_back(
      {"claim", CellKind::id, "Its id in this account", [](std::size_t i) { return Cell(numbered_id('c', i)); }});
  columns.push_back(
      {"point", CellKind::id, "The point it is on", of([](const Claim& c) { return id_cell('p', c.point); })});
  add_article(table, account, claim);
  add_place(table, facts, claim, [&account](std::size_t i) { return account.claims[i].span; });
  const std::vector<Column> more = {
      {"speaker", CellKind::text, "Who knows it, as far back as the text says; empty: the outlet itself",
       of([](const Claim& c) { return c.sources.empty() ? Cell() : cell_of(c.sources.back().name); })},
      {"sources", CellKind::text, "Through whom it came, outermost first",
       of([](const Claim& c) { return cell_of(chain(c)); })},
      {"stance", CellKind::text, "asserts, confirms, denies, estimates, hedges or declines",
       of([](const Claim& c) { return cell_of(to_text(c.stance)); })},
      {"cue", CellKind::text, "The words that say that it is said",
       of([&account](const Claim& c) { return c.cue ? words_cell(account.articles[c.article], *c.cue) : Cell(); })},
      {"values", CellKind::text, "Its numbers, days and places, as they were read",
       of([&account](const Claim& c) { return cell_of(value_phrases(c, account)); })},
      {"host", CellKind::id, "The claim inside whose words it stands",
       [&facts](std::size_t i) { return id_cell('c', facts.hosts[i]); }},
      {"context", CellKind::text, "Its sentence, where it cannot be read without it", of([&account](const Claim& c) {
         return c.context ? words_cell(account.articles[c.article], *c.context) : Cell();
       })},
      {"origin", CellKind::id, "Where its information comes from",
       of([](const Claim& c) { return id_cell('o', c.origin); })},
      {"origin_name", CellKind::text, "That origin's name",
       of([&account](const Claim& c) { return cell_of(account.origins[c.origin].name); })},
      {"standing", CellKind::text, "The standing of its point",
       of([&account](const Claim& c) { return cell_of(to_text(account.points[c.point].standing)); })},
      {"origins_min", CellKind::whole_number, "How many origins its point has at least",
       of([&account](const Claim& c) { return cell_of(account.points[c.point].origins.min); })},
      {"origins_max", CellKind::whole_number, "... and at most",
       of([&account](const Claim& c) { return cell_of(account.points[c.point].origins.max); })}};
  columns.insert(columns.end(), more.begin(), more.end());
  return table;
}

Table sources_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const Pairs parts = parts_of(account.claims, &Claim::sources);
  const auto claim = [parts, &account](std::size_t i) -> const Claim& { return account.claims[parts[i].first]; };
  const auto source = [parts, claim](std::size_t i) -> const Source& { return claim(i).sources[parts[i].second]; };
  Table table{"sources",
              "The chain by which each claim reached its article, one link a row",
              parts.size(),
              {{"claim", CellKind::id, "The claim", [parts](std::size_t i) { return id_cell('c', parts[i].first); }},
               {"position", CellKind::whole_number, "1 is the outermost reporter; the last one knows",
                [parts](std::size_t i) { return cell_of(parts[i].second + 1); }},
               {"name", CellKind::text, "Who", [source](std::size_t i) { return cell_of(source(i).name); }},
               {"entity", CellKind::id, "Among the names",
                [source](std::size_t i) { return id_cell('e', source(i).entity); }}}};
  add_article(table, account, claim);
  add_place(table, facts, claim, [source](std::size_t i) { return source(i).span; });
  return table;
}

Table values_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const Pairs parts = parts_of(account.claims, &Claim::values);
  const auto claim = [parts, &account](std::size_t i) -> const Claim& { return account.claims[parts[i].first]; };
  const auto value = [parts, claim](std::size_t i) -> const Value& { return claim(i).values[parts[i].second]; };
  const auto quantity = [value](auto get) {
    return [value, get](std::size_t i) {
      const auto* what = std::get_if<QuantityValue>(&value(i).what);
      return what ? get(*what) : Cell();
    };
  };
  const auto date = [value](auto get) {
    return [value, get](std::size_t i) {
      const auto* what = std::get_if<DateValue>(&value(i).what);
      return what ? get(*what) : Cell();
    };
  };
  const auto entity = [value](std::size_t i) {
    const auto* what = std::get_if<PlaceValue>(&value(i).what);
    return what ? what->entity : std::nullopt;
  };
  using Q = QuantityValue;
  using D = DateValue;
  Table table{"values",
              "The numbers, days and places that claims give, one a row",
              parts.size(),
              {{"claim", CellKind::id, "The claim", [parts](std::size_t i) { return id_cell('c', parts[i].first); }},
               {"point", CellKind::id, "Its point", [claim](std::size_t i) { return id_cell('p', claim(i).point); }},
               {"kind", CellKind::text, "quantity, date or place", [value](std::size_t i) {
                  constexpr std::string_view kinds[] = {"quantity", "date", "place"};
                  return cell_of(kinds[value(i).what.index()]);
                }}}};
  add_article(table, account, claim);
  add_place(table, facts, claim, [value](std::size_t i) { return value(i).span; });
  const std::vector<Column> more = {
      {"low", CellKind::number, "At least this many", quantity([](const Q& q) { return cell_of(q.low); })},
      {"high", CellKind::number, "At most this many", quantity([](const Q& q) { return cell_of(q.high); })},
      {"approximate", CellKind::truth, "\"About\"?", quantity([](const Q& q) { return Cell(q.approximate); })},
      {"unit", CellKind::text, "In what", quantity([](const Q& q) { return cell_of(q.unit); })},
      {"of", CellKind::text, "What is counted", quantity([](const Q& q) { return cell_of(q.of); })},
      {"first_day", CellKind::day, "The first day it may be, ISO 8601",
       date([](const D& d) { return day_cell(d.from); })},
      {"last_day", CellKind::day, "The last day it may be", date([](const D& d) { return day_cell(d.to); })},
      {"timex", CellKind::text, "The time as TimeML's TIMEX3 has it",
       date([](const D& d) { return cell_of(d.value); })},
      {"place", CellKind::text, "The place's name",
       [entity, &account](std::size_t i) { return entity(i) ? cell_of(account.entities[*entity(i)].name) : Cell(); }},
      {"entity", CellKind::id, "The place among the names",
       [entity](std::size_t i) { return id_cell('e', entity(i)); }},
      {"reading", CellKind::text, "The value in words",
       [value, &account](std::size_t i) { return cell_of(value_phrase(value(i), account)); }}};
  table.columns.insert(table.columns.end(), more.begin(), more.end());
  return table;
}

}  // namespace hearsay
