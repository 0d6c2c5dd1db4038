// Points with their standing and brackets, the origins they rest on, and what the accounts differ on.
#include "present/words/account_view.h"
#include "present/words/answers.h"
#include "present/words/phrases.h"
#include "publish/tables/account_tables.h"

#include <set>
#include <utility>

namespace hearsay {

namespace {

std::string words_of(const Claim& claim, const Account& account) {
  return std::string(known_words(account.articles[claim.article], claim.span).value_or(""));
}

// What accounts differ on: "Conflict over the number; Compatible dates".
std::string differences(const Point& point) {
  std::vector<std::string> phrases;
  for (const Disagreement& disagreement : point.disagreements) phrases.push_back(difference_phrase(disagreement));
  return joined(phrases);
}

std::size_t articles_of(const Point& point, const Account& account) {
  std::set<std::size_t> articles;
  for (const std::size_t claim : point.claims) articles.insert(account.claims[claim].article);
  return articles.size();
}

// When the first or the last report of a point was published, by `better`; those without a date do not count.
template <class Better>
Cell published(const Point& point, const Account& account, Better better) {
  std::optional<Moment> best;
  for (const std::size_t claim : point.claims) {
    const auto& moment = account.articles[account.claims[claim].article].published;
    if (moment && (!best || better(*moment, *best))) best = moment;
  }
  return moment_cell(best);
}

// "at least eight (c6, c53); eleven (c100)": what the claims say, equal answers together; their words if the kind has
// no values.
std::string readings(const Account& account, const Point& point, const Disagreement& disagreement) {
  std::vector<std::string> all;
  for (const Answer& answer : answers_on(account, point, disagreement.kind)) {
    std::string ids;
    for (const std::size_t claim : answer.claims) ids += (ids.empty() ? "" : ", ") + numbered_id('c', claim);
    all.push_back(answer.reading + " (" + ids + ")");
  }
  if (!all.empty()) return joined(all);
  for (const std::size_t claim : disagreement.claims)
    all.push_back(words_of(account.claims[claim], account) + " (" + numbered_id('c', claim) + ")");
  return joined(all);
}

}  // namespace

Table points_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto of = [&account](auto get) { return [&account, get](std::size_t i) { return get(account.points[i]); }; };
  const auto head = [&account](std::size_t i) -> const Claim& {
    return account.claims[account.points[i].representative];
  };
  const auto article = [&account, head](std::size_t i) -> const Article& { return account.articles[head(i).article]; };
  using P = Point;
  return {
      "points",
      "What the claims are on, in the order to be read",
      account.points.size(),
      {{"point", CellKind::id, "Its id in this account", [](std::size_t i) { return Cell(numbered_id('p', i)); }},
       {"address", CellKind::id, "Its id that outlasts a run",
        [&facts](std::size_t i) { return Cell(facts.addresses[i]); }},
       {"text", CellKind::text, "The claim that says it best",
        [&account, head](std::size_t i) { return cell_of(words_of(head(i), account)); }},
       {"representative", CellKind::id, "That claim's id",
        of([](const P& p) { return id_cell('c', p.representative); })},
       {"outlet", CellKind::text, "Who published that claim",
        [article](std::size_t i) { return cell_of(article(i).outlet); }},
       {"standing", CellKind::text, "corroborated, single-origin, contested, unanswered or background",
        of([](const P& p) { return cell_of(to_text(p.standing)); })},
       {"origins_min", CellKind::whole_number, "How many know it, at least",
        of([](const P& p) { return cell_of(p.origins.min); })},
       {"origins_max", CellKind::whole_number, "... at most", of([](const P& p) { return cell_of(p.origins.max); })},
       {"reporters_min", CellKind::whole_number, "How many newsrooms gathered it, at least",
        of([](const P& p) { return cell_of(p.reporters.min); })},
       {"reporters_max", CellKind::whole_number, "... at most",
        of([](const P& p) { return cell_of(p.reporters.max); })},
       {"claims", CellKind::whole_number, "Its claims", of([](const P& p) { return cell_of(p.claims.size()); })},
       {"articles", CellKind::whole_number, "The articles that report it",
        of([&account](const P& p) { return cell_of(articles_of(p, account)); })},
       {"first_published", CellKind::text, "The earliest of these, ISO 8601",
        of([&account](const P& p) { return published(p, account, std::less<>()); })},
       {"last_published", CellKind::text, "The latest",
        of([&account](const P& p) { return published(p, account, std::greater<>()); })},
       {"differences", CellKind::text, "What the accounts differ on",
        of([](const P& p) { return cell_of(differences(p)); })},
       {"fragility", CellKind::text, "What all of it rests on, where that is one thing",
        of([](const P& p) { return cell_of(fragility_phrase(p)); })},
       {"origins", CellKind::id, "The origins", of([](const P& p) { return cell_of(joined_ids('o', p.origin_ids)); })},
       {"origins_why", CellKind::text, "Why so many origins",
        of([](const P& p) { return cell_of(joined(p.origins.why)); })},
       {"reporters_why", CellKind::text, "Why so many newsrooms",
        of([](const P& p) { return cell_of(joined(p.reporters.why)); })},
       {"link", CellKind::link, "To the words on the article's page",
        [article, head](std::size_t i) { return cell_of(link_to(article(i), head(i).span)); }}}};
}

Table origins_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto of = [&account](auto get) { return [&account, get](std::size_t i) { return get(account.origins[i]); }; };
  using O = Origin;
  return {"origins",
          "Where the claims' information comes from, as far back as the texts say",
          account.origins.size(),
          {{"origin", CellKind::id, "Its id in this account", [](std::size_t i) { return Cell(numbered_id('o', i)); }},
           {"name", CellKind::text, "Who or what", of([](const O& o) { return cell_of(o.name); })},
           {"kind", CellKind::text, "speaker, organization, document, outlet or unnamed",
            of([](const O& o) { return cell_of(to_text(o.kind)); })},
           {"claims", CellKind::whole_number, "How many claims rest on it",
            of([](const O& o) { return cell_of(o.claims.size()); })},
           {"points", CellKind::whole_number, "On how many points", of([&account](const O& o) {
              std::set<std::size_t> points;
              for (const std::size_t claim : o.claims) points.insert(account.claims[claim].point);
              return cell_of(points.size());
            })},
           {"why", CellKind::text, "What brought its claims together", of([](const O& o) { return cell_of(o.why); })}}};
}

Table disagreements_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  for (std::size_t point = 0; point < account.points.size(); ++point)
    for (std::size_t i = 0; i < account.points[point].disagreements.size(); ++i) parts.emplace_back(point, i);
  const auto of = [parts, &account](auto get) {
    return [parts, get, &account](std::size_t i) {
      const Point& point = account.points[parts[i].first];
      return get(point, point.disagreements[parts[i].second]);
    };
  };
  using P = Point;
  using D = Disagreement;
  return {"disagreements",
          "What the accounts differ on, and how",
          parts.size(),
          {{"point", CellKind::id, "The point", [parts](std::size_t i) { return id_cell('p', parts[i].first); }},
           {"text", CellKind::text, "The claim that says the point best", of([&account](const P& p, const D&) {
              return cell_of(words_of(account.claims[p.representative], account));
            })},
           {"kind", CellKind::text, "quantity, date, place, actor, polarity, wording or scope",
            of([](const P&, const D& d) { return cell_of(to_text(d.kind)); })},
           {"relation", CellKind::text, "conflict, compatible, update, scope or translation",
            of([](const P&, const D& d) { return cell_of(to_text(d.relation)); })},
           {"phrase", CellKind::text, "The same in words",
            of([](const P&, const D& d) { return cell_of(difference_phrase(d)); })},
           {"readings", CellKind::text, "What is said, and by which claims",
            of([&account](const P& p, const D& d) { return cell_of(readings(account, p, d)); })},
           {"claims", CellKind::id, "The claims that differ",
            of([](const P&, const D& d) { return cell_of(joined_ids('c', d.claims)); })},
           {"why", CellKind::text, "What was compared", of([](const P&, const D& d) { return cell_of(d.why); })}}};
}

}  // namespace hearsay
