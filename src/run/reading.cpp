#include "run/reading.h"

#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace hearsay {

namespace {

std::optional<std::string> text_field(simdjson::dom::element row, const char* key) {
  std::string_view value;
  if (row[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return std::string(value);
}

}  // namespace

void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem) {
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      on_problem({path, "cannot be opened"});
      continue;
    }
    if (path.ends_with(".jsonl")) {
      simdjson::dom::parser parser;
      for (std::string line; std::getline(file, line);) {
        simdjson::dom::element row;
        if (parser.parse(line).get(row) != simdjson::SUCCESS) continue;
        Article article;
        article.location = path;
        article.id = text_field(row, "id").value_or("");
        article.text = text_field(row, "text").value_or("");
        article.title = text_field(row, "title");
        article.outlet = text_field(row, "outlet");
        article.language = "en";
        if (const auto published = text_field(row, "published")) article.published = parse_moment(*published);
        on_article(std::move(article));
      }
      continue;
    }
    Article article;
    article.location = path;
    article.id = std::filesystem::path(path).stem().string();
    article.text.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    article.language = "en";
    on_article(std::move(article));
  }
}

}  // namespace hearsay
