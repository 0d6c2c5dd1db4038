#include "publish/publish.h"

#include "publish/annotations/linked_data.h"
#include "publish/annotations/provenance.h"
#include "publish/citations/citations.h"
#include "publish/graphs/graph_files.h"
#include "publish/markup/markdown.h"
#include "publish/markup/marked_text.h"
#include "publish/tables/account_tables.h"
#include "publish/tables/csv.h"
#include "publish/tables/database.h"
#include "publish/tables/workbook.h"

#include <fmt/format.h>

#include <stdexcept>

namespace hearsay {

namespace {

Table chosen(Table table, const Wanted& wanted) {
  auto columns = with_columns(std::move(table), wanted.columns);
  if (!columns) throw std::invalid_argument(columns.error());
  return std::move(*columns);
}

Table named_table(const AccountTables& tables, const Wanted& wanted) {
  if (const Table* found = tables.find(wanted.table)) return chosen(*found, wanted);
  std::string known;
  for (const Table& table : tables.all()) known += (known.empty() ? "" : ", ") + table.name;
  throw std::invalid_argument(fmt::format("there is no table \"{}\"; there are {}", wanted.table, known));
}

void write_table(const Table& table, const Wanted& wanted, const Write& write) {
  const Separated form = wanted.kind == ExportKind::tsv ? Separated::tsv : Separated::csv;
  if (wanted.byte_order_mark) write(byte_order_mark);
  write_heading(table, form, write);
  write_rows(table, form, write);
}

void write_graph_tables(const Account& account, const Wanted& wanted,
                        const std::function<Write(const std::string&)>& open) {
  const StoryNetwork network = network_of(account);
  write_table(nodes_table(network), wanted, open("nodes.csv"));
  write_table(edges_table(network), wanted, open("edges.csv"));
}

}  // namespace

bool is_file(const Wanted& wanted, bool as_workbook) {
  return wanted.kind == ExportKind::xlsx || wanted.kind == ExportKind::sqlite ||
         (wanted.kind == ExportKind::coding && as_workbook);
}

void publish(const Account& account, const Wanted& wanted, const Write& write) {
  switch (wanted.kind) {
    case ExportKind::csv:
    case ExportKind::tsv:
      return write_table(named_table(AccountTables(account), wanted), wanted, write);
    case ExportKind::coding:
      return write_table(chosen(coding_table(account, wanted.codebook), wanted), wanted, write);
    case ExportKind::gexf:
      return write_gexf(network_of(account), write);
    case ExportKind::graphml:
      return write_graphml(network_of(account), write);
    case ExportKind::webannotation:
      return write_web_annotations(account, write);
    case ExportKind::prov:
      return write_prov_json(account, write);
    case ExportKind::provn:
      return write_prov_n(account, write);
    case ExportKind::ninjs:
      return write_ninjs(account, write);
    case ExportKind::claim:
      return write_schema_claims(account, write);
    case ExportKind::bibtex:
      return write_bibtex(account, write);
    case ExportKind::csl_json:
      return write_csl_json(account, write);
    case ExportKind::md:
      return write_markdown(account, write);
    case ExportKind::xlsx:
    case ExportKind::sqlite:
    case ExportKind::graph:
    case ExportKind::conllu:
    case ExportKind::timex:
      break;
  }
  throw std::logic_error("this kind is not a text of an account");
}

void publish_as_file(const Account& account, const Wanted& wanted, const std::string& path) {
  if (wanted.kind == ExportKind::coding) {
    const Table table = chosen(coding_table(account, wanted.codebook), wanted);
    return write_workbook(std::span(&table, 1), account.title, path);
  }
  const AccountTables tables(account);
  if (wanted.kind == ExportKind::xlsx)
    write_workbook(tables.all(), account.title, path);
  else
    write_database(tables.all(), path);
}

void publish_all(const Account& account, const Wanted& wanted,
                 const std::function<Write(const std::string& name)>& open) {
  if (wanted.kind == ExportKind::graph) return write_graph_tables(account, wanted, open);
  const AccountTables tables(account);
  for (const Table& table : tables.all())
    write_table(table, wanted, open(fmt::format("{}.{}", table.name, facts_of(wanted.kind).word)));
}

std::string database_metadata(const Account& account, const std::string& database) {
  return datasette_metadata(AccountTables(account).all(), account.title, database);
}

void publish_marks(std::span<const Article> articles, std::span<const Marks> marks, ExportKind kind,
                   const Write& write) {
  if (kind == ExportKind::conllu) {
    for (std::size_t i = 0; i < articles.size(); ++i) write_conllu(articles[i], marks[i], write);
    return;
  }
  write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  if (articles.size() != 1) write("<articles>\n");
  for (std::size_t i = 0; i < articles.size(); ++i) write_timeml(articles[i], marks[i], write);
  if (articles.size() != 1) write("</articles>\n");
}

}  // namespace hearsay
