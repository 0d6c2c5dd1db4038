#include "publishing.h"

#include "run/engine.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <list>
#include <stdexcept>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code missing;
  return path.ends_with('/') || fs::is_directory(path, missing);
}

bool ends_like_a_workbook(const std::string& path) {
  return kind_of_ending(fs::path(path).extension().string()) == ExportKind::xlsx;
}

bool has_columns(ExportKind kind) {
  return kind == ExportKind::csv || kind == ExportKind::tsv || kind == ExportKind::coding;
}

// "story.db" is told of in "story.metadata.json".
std::string metadata_path(const std::string& database) {
  return fs::path(database).replace_extension(".metadata.json").string();
}

}  // namespace

void Publishing::add_options(CLI::App& app) {
  const char* const group = "Tables";
  table_option_ =
      app.add_option("--table", wanted_.table,
                     "Which table to write, for csv and tsv in one file: articles, claims, points, values, origins, "
                     "disagreements, copies, names, corrections, sources, mentions, passages, changes or omissions")
          ->type_name("NAME")
          ->capture_default_str()
          ->group(group);
  app.add_option("--columns", wanted_.columns, "Only these columns of it, in this order, separated by commas")
      ->type_name("NAMES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("--codebook", codebook_, "Whose rules a coding sheet follows: ucdp, acled or ibc (default: ucdp)")
      ->type_name("CODEBOOK")
      ->check(CLI::IsMember(std::vector<std::string>{"ucdp", "acled", "ibc"}))
      ->group(group);
  app.add_flag("--bom", wanted_.byte_order_mark, "Begin CSV with the mark by which spreadsheets recognize UTF-8")
      ->group(group);
}

void Publishing::take_folder(CommonOptions& options) {
  const auto kind = kind_called(options.format);
  if (!kind || !facts_of(*kind).many_files || !is_folder(options.output)) return;
  folder_ = options.output;
  options.output = "-";
}

void Publishing::check(const std::string& word, const CommonOptions& options) {
  const auto kind = kind_called(word);
  is_kind_ = kind.has_value();
  output_ = options.output;
  const bool of_tables = kind && has_columns(*kind);
  if (!wanted_.columns.empty() && (!of_tables || !folder_.empty()))
    throw CLI::ValidationError("--columns", "is for one table: csv, tsv or coding, not a folder");
  if (table_option_->count() > 0 && !(kind == ExportKind::csv || kind == ExportKind::tsv))
    throw CLI::ValidationError("--table", "is for csv and tsv");
  if (table_option_->count() > 0 && !folder_.empty())
    throw CLI::ValidationError("--table", "writes one table to a file, not into a folder");
  if (!codebook_.empty() && kind != ExportKind::coding) throw CLI::ValidationError("--codebook", "is for coding");
  if (wanted_.byte_order_mark && kind != ExportKind::csv && kind != ExportKind::coding && kind != ExportKind::graph)
    throw CLI::ValidationError("--bom", "is for csv");
  if (kind == ExportKind::graph && folder_.empty())
    throw CLI::ValidationError("--output", "graph is two files, nodes.csv and edges.csv: name a folder (tables/)");
  if (!kind) return;
  wanted_.kind = *kind;
  wanted_.codebook = codebook_ == "acled" ? Codebook::acled : codebook_ == "ibc" ? Codebook::ibc : Codebook::ucdp;
  if (of_tables && folder_.empty()) {  // a name that is none is told before the work
    try {
      hearsay::publish(Account{}, wanted_, [](std::string_view) {});
    } catch (const std::invalid_argument& error) {
      throw CLI::ValidationError(wanted_.columns.empty() ? "--table" : "--columns", error.what());
    }
  }
}

void Publishing::publish(const Account& account, Session& session) {
  if (!folder_.empty()) return publish_folder(account);
  if (!is_file(wanted_, ends_like_a_workbook(output_)))
    return hearsay::publish(account, wanted_, [&](std::string_view text) { session.write(text); });
  publish_as_file(account, wanted_, session.as_file());
  if (wanted_.kind == ExportKind::sqlite) publish_metadata(account);
}

// All of them are written before the first takes its place.
void Publishing::publish_folder(const Account& account) const {
  fs::create_directory(fs::path(folder_ + "/").parent_path());
  std::list<Output> files;
  publish_all(account, wanted_, [&](const std::string& name) -> Write {
    Output& file = files.emplace_back((fs::path(folder_) / name).string());
    return [&file](std::string_view text) { file.write(text); };
  });
  for (Output& file : files) file.commit();
}

void Publishing::publish_metadata(const Account& account) const {
  std::error_code missing;
  const bool regular =
      !output_.empty() && output_ != "-" && (!fs::exists(output_, missing) || fs::is_regular_file(output_));
  if (!regular) return;
  Output file(metadata_path(output_));
  file.line(database_metadata(account, fs::path(output_).stem().string()));
  file.commit();
}

void Publishing::publish_marks(const std::vector<Article>& articles, const Marker& marker, Session& session) const {
  const std::vector<Marks> marks = mark_all(articles, marker, true, session.threads());
  hearsay::publish_marks(articles, marks, wanted_.kind, [&](std::string_view text) { session.write(text); });
}

}  // namespace hearsay
