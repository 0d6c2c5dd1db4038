// Accounts: made of articles or read from their JSON, and had in every format.
#include "bindings.h"
#include "interruptible.h"

#include "present/json/json.h"
#include "present/page/page.h"
#include "present/terminal/print.h"
#include "publish/publish.h"
#include "publish/tables/account_tables.h"
#include "run/accounts/account_reading.h"
#include "run/engine.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <map>

namespace hearsay::python {

namespace {

using nb::literals::operator""_a;

const AccountRules& account_rules() {
  static const AccountRules only;
  return only;
}

Account make_account(std::vector<Article> articles, const Wishes& wishes, unsigned threads) {
  return hearsay::report(std::move(articles), marker(), account_rules(), threads, wishes);
}

nb::object to_python(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return nb::cast(*text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return nb::cast(*whole);
  if (const auto* number = std::get_if<double>(&cell)) return nb::cast(*number);
  if (const auto* truth = std::get_if<bool>(&cell)) return nb::cast(*truth);
  return nb::none();
}

const char* to_word(CellKind kind) {
  constexpr const char* words[] = {"id", "text", "whole_number", "number", "truth", "day", "link"};
  return words[static_cast<std::size_t>(kind)];
}

// (name, kind, about, cells) of each column.
nb::list columns_of(const Table& table) {
  nb::list columns;
  for (const Column& column : table.columns) {
    nb::list cells;
    for (std::size_t row = 0; row < table.rows; ++row) cells.append(to_python(column.at(row)));
    columns.append(nb::make_tuple(column.name, to_word(column.kind), column.about, cells));
  }
  return columns;
}

nb::list table(const Account& account, const std::string& name) {
  const AccountTables tables(account);
  const Table* found = tables.find(name);
  if (!found) throw std::invalid_argument("there is no table \"" + name + '"');
  return columns_of(*found);
}

std::vector<std::string> table_names(const Account& account) {
  std::vector<std::string> names;
  const AccountTables tables(account);
  for (const Table& table : tables.all()) names.push_back(table.name);
  return names;
}

Wanted wanted(const std::string& kind, const std::optional<std::string>& table, std::vector<std::string> columns,
              const std::string& codebook, bool byte_order_mark) {
  Wanted wanted;
  const auto known = kind_called(kind);
  if (!known) throw std::invalid_argument("there is no kind \"" + kind + '"');
  wanted.kind = *known;
  if (table) wanted.table = *table;
  wanted.columns = std::move(columns);
  wanted.byte_order_mark = byte_order_mark;
  const std::map<std::string, Codebook> codebooks{
      {"ucdp", Codebook::ucdp}, {"acled", Codebook::acled}, {"ibc", Codebook::ibc}};
  const auto found = codebooks.find(codebook);
  if (found == codebooks.end()) throw std::invalid_argument("there is no codebook \"" + codebook + '"');
  wanted.codebook = found->second;
  return wanted;
}

nb::bytes to_bytes(const std::string& text) { return nb::bytes(text.data(), text.size()); }

nb::bytes published(const Account& account, const Wanted& what) {
  std::string text;
  {
    const nb::gil_scoped_release unlocked;
    publish(account, what, [&](std::string_view part) { text += part; });
  }
  return to_bytes(text);
}

// By the files' names.
nb::dict published_files(const Account& account, const Wanted& what) {
  std::map<std::string, std::string> files;
  publish_all(account, what, [&](const std::string& name) -> Write {
    std::string& file = files[name];
    return [&file](std::string_view part) { file += part; };
  });
  nb::dict all;
  for (const auto& [name, text] : files) all[name.c_str()] = to_bytes(text);
  return all;
}

}  // namespace

void add_accounts(nb::module_& m) {
  nb::class_<Wanted>(m, "Wanted")
      .def(
          "__init__",
          [](Wanted* self, const std::string& kind, const std::optional<std::string>& table,
             std::vector<std::string> columns, const std::string& codebook, bool byte_order_mark) {
            new (self) Wanted(wanted(kind, table, std::move(columns), codebook, byte_order_mark));
          },
          "kind"_a, "table"_a.none(), "columns"_a, "codebook"_a, "byte_order_mark"_a)
      .def_prop_ro("of_marks", [](const Wanted& self) { return facts_of(self.kind).of_marks; })
      .def_prop_ro("many_files", [](const Wanted& self) { return facts_of(self.kind).many_files; });

  nb::class_<Account>(m, "Account")
      .def("to_json", [](const Account& account) { return to_json(account); })
      .def("to_text", [](const Account& account) { return to_text(account); })
      .def(
          "to_html",
          [](const Account& account, bool brief) { return brief ? to_brief_html(account) : to_html(account); },
          "brief"_a)
      .def("table_names", &table_names)
      .def("table", &table, "name"_a,
           nb::sig("def table(self, name: str) -> list[tuple[str, str, str, list[str | int | float | bool | None]]]"))
      .def("publish", &published, "wanted"_a)
      .def("publish_files", &published_files, "wanted"_a,
           nb::sig("def publish_files(self, wanted: Wanted) -> dict[str, bytes]"))
      .def("publish_to", &publish_as_file, "wanted"_a, "path"_a, nb::call_guard<nb::gil_scoped_release>())
      .def("database_metadata", &database_metadata, "database"_a);

  m.def(
      "kinds",
      [] {
        nb::list all;
        for (const KindFacts& kind : all_kinds()) {
          nb::list endings;
          for (const std::string_view ending : kind.endings) endings.append(nb::str(ending.data(), ending.size()));
          all.append(nb::make_tuple(nb::str(kind.word.data(), kind.word.size()), endings));
        }
        return all;
      },
      nb::sig("def kinds() -> list[tuple[str, list[str]]]"));

  m.def(
      "kind_of_ending",
      [](const std::string& ending) -> std::optional<std::string> {
        const auto kind = kind_of_ending(ending);
        return kind ? std::optional(std::string(facts_of(*kind).word)) : std::nullopt;
      },
      "ending"_a);

  m.def(
      "publish_marks",
      [](const nb::sequence& given, const Wanted& what) {
        std::vector<Article> articles;
        std::vector<Marks> marks;
        for (const nb::handle one : given) {
          const auto& marked = nb::cast<const MarkedArticle&>(one);
          articles.push_back(marked.article);
          marks.push_back(marked.marks);
        }
        std::string text;
        publish_marks(articles, marks, what.kind, [&](std::string_view part) { text += part; });
        return to_bytes(text);
      },
      "marked"_a, "wanted"_a);

  m.def(
      "report",
      [](const nb::sequence& given, const nb::bytes& corrections, std::vector<std::string> without, unsigned threads,
         nb::handle on_progress) {
        std::vector<Article> articles = articles_in(given);
        Wishes wishes;
        wishes.corrections = read_corrections({corrections.c_str(), corrections.size()});
        wishes.without = std::move(without);
        Account account;
        run_interruptibly(
            [&](Progress& progress) {
              wishes.on_stage = [&](std::string_view stage, std::size_t done, std::size_t of) {
                progress.tell(stage, done, of);
              };
              account = make_account(std::move(articles), wishes, threads);
            },
            on_progress);
        return account;
      },
      "articles"_a, "corrections"_a, "without"_a, "threads"_a, "on_progress"_a.none());

  m.def(
      "read_account",
      [](const nb::bytes& json) {
        auto account = read_account({json.c_str(), json.size()});
        if (!account) throw EngineError(account.error());
        return std::move(*account);
      },
      "json"_a);
}

}  // namespace hearsay::python
