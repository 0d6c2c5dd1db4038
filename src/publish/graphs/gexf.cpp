#include "base/xml_text.h"
#include "publish/graphs/graph_files.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Hearsay</creator><description>{}</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="detail" title="detail" type="string"/><attribute id="begin" title="begin" type="string"/><attribute id="claims" title="claims" type="integer"/></attributes>
<attributes class="edge"><attribute id="kind" title="kind" type="string"/><attribute id="detail" title="detail" type="string"/><attribute id="begin" title="begin" type="string"/></attributes>
)";

std::string value(const char* name, const std::string& text) {
  return text.empty() ? "" : fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", name, escaped_for_xml(text));
}

std::string start(const std::string& day) { return day.empty() ? "" : fmt::format(" start=\"{}\"", day); }

}  // namespace

void write_gexf(const StoryNetwork& network, const Write& write) {
  write(fmt::format(fmt::runtime(head), escaped_for_xml(network.title)));
  write("<nodes>\n");
  for (const Node& node : network.nodes)
    write(fmt::format("<node id=\"{}\" label=\"{}\"{}><attvalues>{}{}{}{}</attvalues></node>\n",
                      escaped_for_xml(node.id), escaped_for_xml(node.label), start(node.begin),
                      value("kind", node.kind), value("detail", node.detail), value("begin", node.begin),
                      value("claims", std::to_string(node.weight))));
  write("</nodes>\n<edges>\n");
  std::size_t number = 0;
  for (const Edge& edge : network.edges)
    write(
        fmt::format("<edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\" weight=\"{}\"{}><attvalues>{}{}{}"
                    "</attvalues></edge>\n",
                    number++, escaped_for_xml(network.nodes[edge.from].id), escaped_for_xml(network.nodes[edge.to].id),
                    edge.kind, edge.weight, start(edge.begin), value("kind", edge.kind), value("detail", edge.detail),
                    value("begin", edge.begin)));
  write("</edges>\n</graph>\n</gexf>\n");
}

}  // namespace hearsay
