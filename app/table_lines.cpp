#include "table_lines.h"

#include "publish/tables/csv.h"

#include <CLI/CLI.hpp>

namespace hearsay {

void TableLines::add_options(CLI::App& app) {
  app.add_option("--columns", columns_, "For csv and tsv: only these columns, in this order, separated by commas")
      ->type_name("NAMES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--bom", byte_order_mark_, "Begin CSV with the mark by which spreadsheets recognize UTF-8");
}

bool TableLines::is_wanted(const Session& session) const {
  const bool wanted = session.word() == "csv" || session.word() == "tsv";
  if (!wanted && !columns_.empty()) throw CLI::ValidationError("--columns", "is for csv and tsv");
  if (byte_order_mark_ && session.word() != "csv") throw CLI::ValidationError("--bom", "is for csv");
  return wanted;
}

void TableLines::print(Table table, Session& session) {
  const auto chosen = with_columns(std::move(table), columns_);
  if (!chosen) throw CLI::ValidationError("--columns", chosen.error());
  const Separated form = session.word() == "tsv" ? Separated::tsv : Separated::csv;
  const auto write = [&](std::string_view text) { session.write(text); };
  if (!begun_ && byte_order_mark_) write(byte_order_mark);
  if (!begun_) write_heading(*chosen, form, write);
  begun_ = true;
  write_rows(*chosen, form, write);
}

}  // namespace hearsay
