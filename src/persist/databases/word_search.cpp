#include "persist/databases/word_search.h"

#include <sqlite3.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t longest_word = 500;
constexpr std::size_t most_word_bytes = 1'000'000;

// FTS5's own tokenizer, asked outside of any table.
class Tokenizer {
 public:
  Tokenizer() {
    sqlite3_stmt* asking = nullptr;
    fts5_api* api = nullptr;
    void* context = nullptr;
    const bool found = sqlite3_open(":memory:", &base_) == SQLITE_OK &&
                       sqlite3_prepare_v2(base_, "SELECT fts5(?)", -1, &asking, nullptr) == SQLITE_OK &&
                       sqlite3_bind_pointer(asking, 1, &api, "fts5_api_ptr", nullptr) == SQLITE_OK &&
                       sqlite3_step(asking) == SQLITE_ROW && api != nullptr &&
                       api->xFindTokenizer(api, "unicode61", &context, &functions_) == SQLITE_OK &&
                       functions_.xCreate(context, nullptr, 0, &tokenizer_) == SQLITE_OK;
    sqlite3_finalize(asking);
    if (!found) throw std::runtime_error("this SQLite has no FTS5, which searching needs");
  }
  ~Tokenizer() {
    functions_.xDelete(tokenizer_);
    sqlite3_close(base_);
  }
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  void add_words_of(std::string_view text, std::set<std::string>& words) {
    const auto take = [](void* all, int, const char* word, int size, int, int) {
      const std::string_view whole(word, static_cast<std::size_t>(size));
      static_cast<std::set<std::string>*>(all)->emplace(whole.substr(0, longest_word));
      return SQLITE_OK;
    };
    functions_.xTokenize(tokenizer_, &words, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()), take);
  }

 private:
  sqlite3* base_ = nullptr;
  fts5_tokenizer functions_{};
  Fts5Tokenizer* tokenizer_ = nullptr;
};

std::set<std::string> words_of(std::string_view title, std::string_view text) {
  static std::mutex guard;
  const std::lock_guard lock(guard);
  static Tokenizer tokenizer;
  std::set<std::string> words;
  tokenizer.add_words_of(title, words);
  tokenizer.add_words_of(text, words);
  return words;
}

// As PostgreSQL reads a tsvector ('fire' 'harbour') or a tsquery ('fire' & 'harbour'). They are letters and numbers, so
// nothing in them needs escaping.
std::string written(const std::set<std::string>& words, std::string_view between) {
  std::string all;
  std::size_t bytes = 0;
  for (const std::string& word : words) {
    bytes += word.size();
    if (bytes > most_word_bytes) break;
    if (!all.empty()) all += between;
    all.append("'").append(word).append("'");
  }
  return all;
}

// The words of a search as FTS5 takes them: each in quotation marks, so that none is an operator. Split where its
// tokenizer splits (unicode61: letters, numbers and their marks are words), since it would take "a-b" for a phrase.
std::string quoted_words(std::string_view words) {
  std::string search;
  bool inside = false;
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(words.size(), 1000));
  while (at < size) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(words.data(), at, size, c);
    const bool letter = c > 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_MN_MASK | U_GC_CO_MASK)) != 0;
    if (letter != inside) search += letter ? " \"" : "\"";
    if (letter) search.append(words.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    inside = letter;
  }
  if (inside) search += '"';
  return search;
}

}  // namespace

void add_words(SqlDatabase& sql, std::size_t article, std::string_view title, std::string_view text) {
  if (sql.kind() == SqlKind::sqlite)
    sql.write("INSERT INTO article_words(rowid, title, text) VALUES(?,?,?)", article, title, text);
  else
    sql.write("INSERT INTO article_words VALUES(?, CAST(? AS tsvector))", article, written(words_of(title, text), " "));
}

void remove_words(SqlDatabase& sql, std::size_t article, std::string_view title, std::string_view text) {
  if (sql.kind() == SqlKind::sqlite)
    sql.write("INSERT INTO article_words(article_words, rowid, title, text) VALUES('delete',?,?,?)", article, title,
              text);
  else
    sql.write("DELETE FROM article_words WHERE number = ?", article);
}

std::string search_of(SqlKind kind, std::string_view words) {
  const std::string quoted = quoted_words(words);
  return kind == SqlKind::sqlite ? quoted : written(words_of({}, quoted), " & ");
}

std::string_view articles_found(SqlKind kind) {
  return kind == SqlKind::sqlite
             ? "SELECT rowid FROM article_words WHERE article_words MATCH ?3 ORDER BY rowid DESC LIMIT 5000"
             : "SELECT number FROM article_words WHERE words @@ CAST(?3 AS tsquery) ORDER BY number DESC LIMIT 5000";
}

}  // namespace hearsay
