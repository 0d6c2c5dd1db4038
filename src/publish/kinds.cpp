#include "publish/kinds.h"

#include <algorithm>
#include <cctype>

namespace hearsay {

const std::vector<KindFacts>& all_kinds() {
  static const std::vector<KindFacts> kinds = {
      {ExportKind::csv, "csv", {".csv"}, false, true, "tables of comma-separated values"},
      {ExportKind::tsv, "tsv", {".tsv", ".tab"}, false, true, "the same, separated by tabs"},
      {ExportKind::xlsx, "xlsx", {".xlsx"}, false, false, "an Excel workbook, a sheet a table"},
      {ExportKind::coding,
       "coding",
       {},
       false,
       false,
       "a coding sheet of events (--codebook), as CSV or, by its ending, xlsx"},
      {ExportKind::sqlite,
       "sqlite",
       {".sqlite", ".db", ".sqlite3"},
       false,
       false,
       "an SQLite database, and beside it metadata for datasette"},
      {ExportKind::gexf, "gexf", {".gexf"}, false, false, "a network for Gephi"},
      {ExportKind::graphml, "graphml", {".graphml"}, false, false, "a network for networkx, igraph, Cytoscape"},
      {ExportKind::graph, "graph", {}, false, true, "a network as nodes.csv and edges.csv"},
      {ExportKind::webannotation, "webannotation", {".jsonld"}, false, false, "W3C Web Annotations, one a claim"},
      {ExportKind::prov, "prov", {}, false, false, "provenance as PROV-JSON"},
      {ExportKind::provn, "provn", {".provn"}, false, false, "provenance as PROV-N"},
      {ExportKind::ninjs, "ninjs", {}, false, false, "an IPTC ninjs 3.1 item"},
      {ExportKind::claim, "claim", {}, false, false, "schema.org Claims, without any rating"},
      {ExportKind::conllu, "conllu", {".conllu"}, true, false, "the articles' words and grammar as CoNLL-U"},
      {ExportKind::timex, "timex", {".tml"}, true, false, "the articles' times as TimeML"},
      {ExportKind::bibtex, "bibtex", {".bib"}, false, false, "the articles as BibTeX references"},
      {ExportKind::csl_json, "csl-json", {}, false, false, "the articles as CSL-JSON references"},
      {ExportKind::md, "md", {".md", ".markdown"}, false, false, "the account as Markdown"},
  };
  return kinds;
}

const KindFacts& facts_of(ExportKind kind) { return all_kinds()[static_cast<std::size_t>(kind)]; }

std::optional<ExportKind> kind_called(std::string_view word) {
  for (const KindFacts& facts : all_kinds())
    if (facts.word == word) return facts.kind;
  return std::nullopt;
}

std::optional<ExportKind> kind_of_ending(std::string_view ending) {
  std::string small(ending);
  std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const KindFacts& facts : all_kinds())
    if (std::find(facts.endings.begin(), facts.endings.end(), small) != facts.endings.end()) return facts.kind;
  return std::nullopt;
}

}  // namespace hearsay
