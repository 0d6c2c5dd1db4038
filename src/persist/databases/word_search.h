// Searching a store's articles by the words of their titles and texts: those of the newest version of each.
//
// In SQLite the table article_words is FTS5's. In PostgreSQL it has a row an article, with the words that FTS5 would
// find, folded as FTS5 folds them (unicode61: without case and accents), as a tsvector: so that both kinds of store
// find the same articles. What is beyond a tsvector's bounds is not found there: of a word all after its first 500
// bytes, of an article the words beyond a megabyte of different ones.
#pragma once

#include "persist/databases/sql.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

inline constexpr std::string_view postgres_word_table =
    "CREATE TABLE article_words (number bigint PRIMARY KEY, words tsvector NOT NULL); "
    "CREATE INDEX article_words_by_word ON article_words USING gin (words)";

// Adds an article's words, and takes them away again: both times it is called with the same title and text.
void add_words(SqlDatabase& sql, std::size_t article, std::string_view title, std::string_view text);
void remove_words(SqlDatabase& sql, std::size_t article, std::string_view title, std::string_view text);

// What is asked for when a reader types these words; empty if there is no word in them.
std::string search_of(SqlKind kind, std::string_view words);

// A query for the numbers of the newest 5,000 articles that have all the words of a search, which is its value ?3.
std::string_view articles_found(SqlKind kind);

}  // namespace hearsay
