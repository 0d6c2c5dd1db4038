// A network in the formats of network analysis programs.
#pragma once

#include "base/write.h"
#include "publish/graphs/network.h"

namespace hearsay {

// GEXF 1.3 (gexf.net), as Gephi reads it: kinds and days as attributes, days also as the start of a node or edge.
void write_gexf(const StoryNetwork& network, const Write& write);

// GraphML (graphml.graphdrawing.org), as networkx, igraph, Cytoscape and yEd read it.
void write_graphml(const StoryNetwork& network, const Write& write);

}  // namespace hearsay
