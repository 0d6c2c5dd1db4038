// Tables as an SQLite database, with full-text search and views for common questions.
#pragma once

#include "publish/tables/table.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

// Writes the database at `path`, where there must be an empty file or none: a table for each of an account's tables,
// indices on the columns that join them, claims_search and articles_search (FTS5), and the views of questions(). PRAGMA
// user_version is 1. Throws std::runtime_error if it cannot be written.
void write_database(std::span<const Table> tables, const std::string& path);

// A question that many will ask, and its answer in SQL.
struct Question {
  std::string name;   // also that of a view, if the question takes no words
  std::string title;  // "Which points rest on one origin at most, ...?"
  std::string sql;    // with :words if it takes some
};

const std::vector<Question>& questions();

// metadata.json for datasette (docs.datasette.io): titles, what each column holds, and the questions as canned queries
// on the database of that name (its file's name without the ending).
std::string datasette_metadata(std::span<const Table> tables, const std::string& title, const std::string& database);

}  // namespace hearsay
