#include "persist/databases/postgres_sql.h"

#include "persist/databases/word_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

namespace {

using Tokens = std::vector<std::string>;

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

// Where the token that begins here ends: a word, a text or name in quotation marks, a comment, an operator.
std::size_t end_of_token(std::string_view sql, std::size_t begin) {
  const char first = sql[begin];
  std::size_t end = begin + 1;
  const auto go_on_while = [&](const auto& fits) {
    while (end < sql.size() && fits(sql[end])) ++end;
    return end;
  };
  if (in_word(first) || first == '?') return go_on_while(in_word);
  if (first == '\'' || first == '"') return std::min(go_on_while([&](char c) { return c != first; }) + 1, sql.size());
  if (sql.substr(begin, 2) == "--") return go_on_while([](char c) { return c != '\n'; });
  if (std::string_view("(),;.").find(first) != std::string_view::npos) return end;
  return go_on_while([](char c) { return std::string_view("<>=!|:@+-*/%&").find(c) != std::string_view::npos; });
}

Tokens tokens_of(std::string_view sql) {
  Tokens tokens;
  for (std::size_t at = 0; at < sql.size();) {
    if (is_space(sql[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_token(sql, at);
    const std::string_view token = sql.substr(at, end - at);
    // '' within a text makes two of it, which belong together.
    const bool continued = token.front() == '\'' && !tokens.empty() && at > 0 && sql[at - 1] == '\'';
    if (continued)
      tokens.back() += token;
    else if (!token.starts_with("--"))
      tokens.emplace_back(token);
    at = end;
  }
  return tokens;
}

std::string joined(std::span<const std::string> tokens) {
  std::string sql;
  for (const std::string& token : tokens) {
    if (!sql.empty()) sql += ' ';
    sql += token;
  }
  return sql;
}

bool begins_with(std::span<const std::string> tokens, std::initializer_list<std::string_view> words) {
  return tokens.size() >= words.size() && std::equal(words.begin(), words.end(), tokens.begin());
}

// What differs within expressions.
Tokens with_expressions(std::span<const std::string> tokens) {
  Tokens result;
  int values = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto rest = tokens.subspan(i);
    if (rest[0].front() == '?') {
      result.push_back(rest[0].size() > 1 ? "$" + rest[0].substr(1) : fmt::format("${}", ++values));
    } else if (begins_with(rest, {"IS", "NOT"}) && rest.size() > 2 && rest[2] != "NULL" && rest[2] != "DISTINCT") {
      result.insert(result.end(), {"IS", "DISTINCT", "FROM"});
      ++i;
    } else {
      result.push_back(rest[0]);
    }
  }
  return result;
}

std::string type_of(const std::string& type) {
  if (type == "INTEGER") return "bigint";
  if (type == "REAL") return "double precision";
  if (type == "BLOB") return "bytea";
  return type == "TEXT" ? "text COLLATE \"C\"" : type;
}

// The statements of a script, one after the other.
class ScriptWriter {
 public:
  void add(std::span<const std::string> statement) {
    if (begins_with(statement, {"CREATE", "VIRTUAL", "TABLE"}))
      put(std::string(postgres_word_table));
    else if (begins_with(statement, {"CREATE", "TABLE"}))
      add_table(statement);
    else if (begins_with(statement, {"CREATE", "INDEX"}))
      put(joined(with_expressions(with_hash(statement))));
    else if (begins_with(statement, {"ALTER"}))
      put(with_types(statement));
    else if (!statement.empty())
      put(joined(with_expressions(statement)));
  }

  std::string take() {
    for (const std::string& one : references_) put(one);
    return std::move(script_);
  }

 private:
  void put(const std::string& statement) { script_ += statement + ";\n"; }

  // CREATE TABLE name ( column, column, PRIMARY KEY ( a, b ) ) WITHOUT ROWID
  void add_table(std::span<const std::string> statement) {
    const std::string& table = statement[2];
    std::string columns;
    int depth = 0;
    std::size_t begin = 4;
    for (std::size_t i = 3; i < statement.size(); ++i) {
      if (statement[i] == "(") ++depth;
      if (statement[i] == ")") --depth;
      if (depth > 1 || (depth == 1 && statement[i] != ",")) continue;
      columns += (columns.empty() ? "" : ", ") + column_of(table, statement.subspan(begin, i - begin));
      begin = i + 1;
      if (depth == 0) break;
    }
    put(fmt::format("CREATE TABLE {} ({})", table, columns));
  }

  std::string column_of(const std::string& table, std::span<const std::string> words) {
    if (words.size() < 2 || words[0] == "PRIMARY") return joined(words);
    const std::string& name = words[0];
    const bool text = words[1] == "TEXT";
    std::string column = name + " " + type_of(words[1]), unique;
    for (std::size_t i = 2; i < words.size(); ++i) {
      const auto rest = words.subspan(i);
      if (begins_with(rest, {"PRIMARY", "KEY"})) {
        column += text ? " NOT NULL" : " GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
        if (text) unique = fmt::format(", EXCLUDE USING hash ({} WITH =)", name);
        ++i;
      } else if (text && rest[0] == "UNIQUE") {
        unique = fmt::format(", EXCLUDE USING hash ({} WITH =)", name);
      } else if (rest[0] == "REFERENCES") {  // REFERENCES story ( number )
        references_.push_back(
            fmt::format("ALTER TABLE {} ADD FOREIGN KEY ({}) {} DEFERRABLE", table, name, joined(rest.first(5))));
        i += 4;
      } else if (rest[0] != "AUTOINCREMENT") {
        column += " " + rest[0];
      }
    }
    return column + unique;
  }

  // CREATE INDEX name ON table ( name )
  static Tokens with_hash(std::span<const std::string> statement) {
    Tokens words(statement.begin(), statement.end());
    if (begins_with(statement.subspan(std::min<std::size_t>(5, statement.size())), {"(", "name", ")"}))
      words.insert(words.begin() + 5, {"USING", "hash"});
    return words;
  }

  static std::string with_types(std::span<const std::string> statement) {
    Tokens words;
    for (const std::string& word : statement) words.push_back(type_of(word));
    return joined(words);
  }

  std::string script_;
  std::vector<std::string> references_;
};

}  // namespace

std::string to_postgres(std::string_view statement) { return joined(with_expressions(tokens_of(statement))); }

std::string to_postgres_script(std::string_view script) {
  const Tokens tokens = tokens_of(script);
  ScriptWriter writer;
  for (auto begin = tokens.begin(); begin != tokens.end();) {
    const auto end = std::find(begin, tokens.end(), ";");
    writer.add(std::span(begin, end));
    begin = end == tokens.end() ? end : end + 1;
  }
  return writer.take();
}

}  // namespace hearsay
