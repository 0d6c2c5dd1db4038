// An account as a network: who copies, quotes and names whom.
#pragma once

#include "narrate/account.h"
#include "publish/tables/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

struct Node {
  std::string id;  // "outlet:Nordwire", "article:a1", "speaker:o3", "point:p1"
  std::string label;
  std::string kind;        // outlet, article, speaker, point
  std::string detail;      // a speaker's kind of origin, a point's standing; otherwise empty
  std::string begin;       // the first day it is seen, ISO 8601; empty if none is known
  std::size_t weight = 0;  // claims
};

struct Edge {
  std::size_t from = 0;  // indices of nodes
  std::size_t to = 0;
  std::string kind;  // publishes (outlet, article), copies (later article, earlier article), quotes (article, speaker),
                     // tells (article, point), names (speaker, point)
  std::string detail;  // a copy's kind
  std::string begin;   // the day of the article it comes from
  double weight = 1;   // claims; for a copy the share of words
};

struct StoryNetwork {
  std::string title;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

StoryNetwork network_of(const Account& account);

// The same as two tables, "nodes" and "edges", as Gephi and others import them. Refer to the network, which must
// outlive them.
Table nodes_table(const StoryNetwork& network);
Table edges_table(const StoryNetwork& network);

}  // namespace hearsay
