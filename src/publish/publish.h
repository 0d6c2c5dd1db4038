// An account in another program's format: one function for a kind that is one text, one for a file that a library
// writes.
#pragma once

#include "base/write.h"
#include "extract/marks.h"
#include "narrate/account.h"
#include "publish/coding/coding_sheet.h"
#include "publish/kinds.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// What to write of an account, and how.
struct Wanted {
  ExportKind kind = ExportKind::csv;
  std::string table = "claims";      // for csv and tsv in one file
  std::vector<std::string> columns;  // of that table, or of a coding sheet; empty: all
  Codebook codebook = Codebook::ucdp;
  bool byte_order_mark = false;  // of csv
};

// Is it to be written by publish_as_file()? A coding sheet is, if `as_workbook`.
bool is_file(const Wanted& wanted, bool as_workbook);

// Throws std::invalid_argument, before anything is written, if the account has no table or column of that name.
void publish(const Account& account, const Wanted& wanted, const Write& write);

// Writes a workbook or database at `path`, where there must be an empty file or none.
void publish_as_file(const Account& account, const Wanted& wanted, const std::string& path);

// Writes the files of a kind that has many, by their names ("claims.csv").
void publish_all(const Account& account, const Wanted& wanted,
                 const std::function<Write(const std::string& name)>& open);

// The text of the metadata.json that datasette reads beside a database. `database` is the file's name without its
// ending.
std::string database_metadata(const Account& account, const std::string& database);

// The kinds made from marks: CoNLL-U, and TimeML with all articles in one document.
void publish_marks(std::span<const Article> articles, std::span<const Marks> marks, ExportKind kind,
                   const Write& write);

}  // namespace hearsay
