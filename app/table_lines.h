// A command's main table as CSV or TSV: the options for it, and the lines.
#pragma once

#include "publish/tables/table.h"
#include "session.h"

#include <string>
#include <vector>

namespace hearsay {

class TableLines {
 public:
  // --columns and --bom.
  void add_options(CLI::App& app);

  // Is this what the session prints? Throws CLI::ValidationError where the options are given and it is not.
  bool is_wanted(const Session& session) const;

  // Prints the rows, and before the first the heading. Throws CLI::ValidationError for a column that the table has not.
  void print(Table table, Session& session);

 private:
  std::vector<std::string> columns_;
  bool byte_order_mark_ = false;
  bool begun_ = false;
};

}  // namespace hearsay
