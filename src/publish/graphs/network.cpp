#include "publish/graphs/network.h"

#include "present/json/json_parts.h"
#include "present/words/phrases.h"
#include "publish/tables/story_facts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hearsay {

namespace {

std::string day_of(const Article& article) { return article.published ? to_iso(article.published->day) : ""; }

class NetworkMaker {
 public:
  explicit NetworkMaker(const Account& account) : account_(account) { network_.title = account.title; }

  StoryNetwork make() {
    for (const Article& article : account_.articles) add_article(article);
    add_speakers();
    for (std::size_t i = 0; i < account_.points.size(); ++i) add_point(i);
    for (const Copy& copy : account_.copies)
      edge(articles_[copy.to], articles_[copy.from], "copies", std::string(to_text(copy.kind)),
           day_of(account_.articles[copy.to]), copy.share);
    for (const Claim& claim : account_.claims) add_claim(claim);
    for (const auto& [ends, edge] : counted_) network_.edges.push_back(edge);
    return std::move(network_);
  }

 private:
  std::size_t node(Node made) {
    network_.nodes.push_back(std::move(made));
    return network_.nodes.size() - 1;
  }

  void edge(std::size_t from, std::size_t to, std::string kind, std::string detail, std::string begin, double weight) {
    network_.edges.push_back({from, to, std::move(kind), std::move(detail), std::move(begin), weight});
  }

  void add_article(const Article& article) {
    const std::string outlet(newsroom_name(article));
    const auto [found, is_new] = outlets_.try_emplace(outlet, network_.nodes.size());
    if (is_new) node({"outlet:" + outlet, outlet, "outlet", "", day_of(article), 0});
    Node& known = network_.nodes[found->second];
    if (const std::string day = day_of(article); !day.empty() && (known.begin.empty() || day < known.begin))
      known.begin = day;
    articles_.push_back(
        node({"article:" + article.id, article.title.value_or(article.id), "article", "", day_of(article), 0}));
    edge(found->second, articles_.back(), "publishes", "", day_of(article), 1);
  }

  // The origins that a report names as a source. An outlet's own voice is the outlet, not somebody it quotes.
  void add_speakers() {
    std::vector<std::vector<std::size_t>> named(account_.origins.size());
    for (std::size_t i = 0; i < account_.claims.size(); ++i)
      if (!account_.claims[i].sources.empty()) named[account_.claims[i].origin].push_back(i);
    for (std::size_t number = 0; number < named.size(); ++number) {
      if (named[number].empty()) continue;
      const Origin& origin = account_.origins[number];
      std::string begin;
      for (const std::size_t claim : named[number]) begin = earlier(begin, claim);
      speakers_[number] = node({"speaker:" + numbered_id('o', number), origin.name, "speaker",
                                std::string(to_text(origin.kind)), begin, named[number].size()});
    }
  }

  void add_point(std::size_t number) {
    const Point& point = account_.points[number];
    const Claim& head = account_.claims[point.representative];
    std::string begin;
    for (const std::size_t claim : point.claims) begin = earlier(begin, claim);
    points_.push_back(node({"point:" + numbered_id('p', number),
                            std::string(known_words(account_.articles[head.article], head.span).value_or("")), "point",
                            std::string(to_text(point.standing)), begin, point.claims.size()}));
  }

  std::string earlier(const std::string& day, std::size_t claim) const {
    const std::string other = day_of(account_.articles[account_.claims[claim].article]);
    return day.empty() || (!other.empty() && other < day) ? other : day;
  }

  void add_claim(const Claim& claim) {
    const std::string day = day_of(account_.articles[claim.article]);
    const std::size_t article = articles_[claim.article];
    ++network_.nodes[article].weight;
    ++network_.nodes[outlets_.at(std::string(newsroom_name(account_.articles[claim.article])))].weight;
    count({article, points_[claim.point]}, "tells", day);
    if (claim.sources.empty()) return;
    const std::size_t speaker = speakers_.at(claim.origin);
    count({article, speaker}, "quotes", day);
    count({speaker, points_[claim.point]}, "names", day);
  }

  void count(std::pair<std::size_t, std::size_t> ends, const char* kind, const std::string& day) {
    const auto [found, is_new] = counted_.try_emplace(ends, Edge{ends.first, ends.second, kind, "", day, 0});
    Edge& edge = found->second;
    if (!is_new && !day.empty() && (edge.begin.empty() || day < edge.begin)) edge.begin = day;
    edge.weight += 1;
  }

  const Account& account_;
  StoryNetwork network_;
  std::map<std::string, std::size_t> outlets_;   // nodes, by name
  std::vector<std::size_t> articles_;            // nodes, by the account's numbers
  std::map<std::size_t, std::size_t> speakers_;  // nodes, by the origins' numbers
  std::vector<std::size_t> points_;
  std::map<std::pair<std::size_t, std::size_t>, Edge> counted_;  // edges that stand for claims, by their ends
};

}  // namespace

StoryNetwork network_of(const Account& account) { return NetworkMaker(account).make(); }

Table nodes_table(const StoryNetwork& network) {
  const auto of = [&network](auto get) { return [&network, get](std::size_t i) { return get(network.nodes[i]); }; };
  return {
      "nodes",
      "Outlets, articles, speakers and points",
      network.nodes.size(),
      {{"id", CellKind::id, "Its id", of([](const Node& n) { return cell_of(n.id); })},
       {"label", CellKind::text, "Its name or words", of([](const Node& n) { return cell_of(n.label); })},
       {"kind", CellKind::text, "outlet, article, speaker or point", of([](const Node& n) { return cell_of(n.kind); })},
       {"detail", CellKind::text, "A speaker's kind, a point's standing",
        of([](const Node& n) { return cell_of(n.detail); })},
       {"begin", CellKind::day, "The first day it is seen", of([](const Node& n) { return cell_of(n.begin); })},
       {"weight", CellKind::whole_number, "Claims", of([](const Node& n) { return cell_of(n.weight); })}}};
}

Table edges_table(const StoryNetwork& network) {
  const auto of = [&network](auto get) { return [&network, get](std::size_t i) { return get(network.edges[i]); }; };
  const auto end = [&network](std::size_t Edge::*which) {
    return [&network, which](std::size_t i) { return cell_of(network.nodes[network.edges[i].*which].id); };
  };
  return {"edges",
          "Who publishes, copies, quotes, tells and names what",
          network.edges.size(),
          {{"source", CellKind::id, "From which node", end(&Edge::from)},
           {"target", CellKind::id, "To which", end(&Edge::to)},
           {"type", CellKind::text, "Directed", [](std::size_t) { return cell_of("Directed"); }},
           {"kind", CellKind::text, "publishes, copies, quotes, tells or names",
            of([](const Edge& e) { return cell_of(e.kind); })},
           {"detail", CellKind::text, "A copy's kind", of([](const Edge& e) { return cell_of(e.detail); })},
           {"begin", CellKind::day, "The day of the article it comes from",
            of([](const Edge& e) { return cell_of(e.begin); })},
           {"weight", CellKind::number, "Claims; of a copy the share of its words",
            of([](const Edge& e) { return Cell(e.weight); })}}};
}

}  // namespace hearsay
