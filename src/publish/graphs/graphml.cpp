#include "base/xml_text.h"
#include "publish/graphs/graph_files.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="claims" for="node" attr.name="claims" attr.type="int"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
<key id="kind" for="all" attr.name="kind" attr.type="string"/>
<key id="detail" for="all" attr.name="detail" attr.type="string"/>
<key id="begin" for="all" attr.name="begin" attr.type="string"/>
<graph id="account" edgedefault="directed">
)";

std::string data(const char* key, const std::string& text) {
  return text.empty() ? "" : fmt::format("<data key=\"{}\">{}</data>", key, escaped_for_xml(text));
}

}  // namespace

void write_graphml(const StoryNetwork& network, const Write& write) {
  write(head);
  for (const Node& node : network.nodes)
    write(fmt::format("<node id=\"{}\">{}{}{}{}{}</node>\n", escaped_for_xml(node.id), data("label", node.label),
                      data("claims", std::to_string(node.weight)), data("kind", node.kind), data("detail", node.detail),
                      data("begin", node.begin)));
  for (const Edge& edge : network.edges)
    write(fmt::format("<edge source=\"{}\" target=\"{}\">{}{}{}{}</edge>\n",
                      escaped_for_xml(network.nodes[edge.from].id), escaped_for_xml(network.nodes[edge.to].id),
                      data("weight", fmt::format("{}", edge.weight)), data("kind", edge.kind),
                      data("detail", edge.detail), data("begin", edge.begin)));
  write("</graph>\n</graphml>\n");
}

}  // namespace hearsay
