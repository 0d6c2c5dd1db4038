#include "publish/graphs/network.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// "nordwire" says in its own voice what it also has from a mayor; "herald" names Nordwire.
Account two_reports() {
  Account account;
  for (const char* const id : {"nordwire", "herald"}) {
    Article& article = account.articles.emplace_back();
    article.id = id;
    article.outlet = id;
    article.text = "The road is shut.";
  }
  const auto origin = [&](const char* name, OriginKind kind) {
    Origin& made = account.origins.emplace_back();
    made.name = name;
    made.kind = kind;
  };
  origin("nordwire", OriginKind::outlet);
  origin("herald", OriginKind::outlet);
  origin("Ann Bo", OriginKind::speaker);
  account.points.emplace_back();
  const auto claim = [&](std::size_t article, std::size_t from, const char* source) {
    Claim& made = account.claims.emplace_back();
    made.article = article;
    made.span = {0, 17};
    made.origin = from;
    if (source != nullptr) made.sources.push_back({source, std::nullopt, made.span});
    account.origins[from].claims.push_back(account.claims.size() - 1);
    account.points[0].claims.push_back(account.claims.size() - 1);
  };
  claim(0, 0, nullptr);
  claim(0, 2, "Ann Bo");
  claim(1, 1, nullptr);
  claim(1, 0, "Nordwire");
  return account;
}

TEST(Network, who_is_named_as_a_source_is_a_speaker) {
  const StoryNetwork network = network_of(two_reports());
  std::string speakers;
  for (const Node& node : network.nodes)
    if (node.kind == "speaker") speakers += node.id + " " + node.label + " " + std::to_string(node.weight) + "\n";
  EXPECT_EQ(speakers, "speaker:o1 nordwire 1\nspeaker:o3 Ann Bo 1\n") << "no outlet for its own voice alone";
  std::vector<std::size_t> ends(network.nodes.size());
  for (const Edge& edge : network.edges) ++ends[edge.from], ++ends[edge.to];
  for (std::size_t i = 0; i < ends.size(); ++i) EXPECT_GT(ends[i], 0u) << network.nodes[i].id;
}

}  // namespace
}  // namespace hearsay
