// An account in another program's format: one function for what is one text, one for what a library writes as a file.
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

// What of an account, and how.
struct Wanted {
  ExportKind kind = ExportKind::csv;
  std::string table = "claims";      // of csv and tsv in one file
  std::vector<std::string> columns;  // of that table, or of a coding sheet; all where there are none
  Codebook codebook = Codebook::ucdp;
  bool byte_order_mark = false;  // of csv
};

// Is it to be written by publish_as_file()? A coding sheet is where `as_workbook`.
bool is_file(const Wanted& wanted, bool as_workbook);

// Throws std::invalid_argument where the account has no table or column of that name; nothing is written then.
void publish(const Account& account, const Wanted& wanted, const Write& write);

// A workbook or database at `path`, which is an empty file or none.
void publish_as_file(const Account& account, const Wanted& wanted, const std::string& path);

// The files of a kind that has many, by their names ("claims.csv").
void publish_all(const Account& account, const Wanted& wanted,
                 const std::function<Write(const std::string& name)>& open);

// What goes beside a database for datasette: the text of its metadata.json. `database` is the file's name without its
// ending.
std::string database_metadata(const Account& account, const std::string& database);

// The kinds that are made of marks: CoNLL-U, and TimeML with all articles in one document.
void publish_marks(std::span<const Article> articles, std::span<const Marks> marks, ExportKind kind,
                   const Write& write);

}  // namespace hearsay
