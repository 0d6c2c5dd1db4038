// Reads by the name's ending where it has one we know, and by the first bytes otherwise (standard input, odd names).
#include "run/reading.h"

#include "capture/byte_source.h"
#include "capture/json_record.h"
#include "capture/lines.h"
#include "capture/walk.h"
#include "clean/clean.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

enum class Shape { text, json_lines, html, unknown };

Shape shape_of_name(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  if (ending == ".txt") return Shape::text;
  if (ending == ".jsonl" || ending == ".ndjson") return Shape::json_lines;
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return Shape::html;
  return Shape::unknown;
}

Shape shape_of_bytes(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Shape::text;
  if (start[first] == '{') return Shape::json_lines;
  return start[first] == '<' ? Shape::html : Shape::text;
}

// What stands beside plain texts of a folder: articles.json for all of them, NAME.json for one.
class Companions {
 public:
  // Fills in what the record does not have of itself.
  void add_to(Record& record, const fs::path& file) {
    const fs::path folder = file.parent_path();
    if (folder != folder_ || !read_) {
      folder_ = folder;
      read_ = true;
      listed_ = read(folder / "articles.json");
    }
    const auto own = read(fs::path(file).replace_extension(".json"));
    if (const auto found = own.find(""); found != own.end()) take(record, found->second);
    if (const auto found = listed_.find(file.filename().string()); found != listed_.end()) take(record, found->second);
  }

 private:
  using Map = std::map<std::string, Record, std::less<>>;

  static Map read(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return {};
    try {
      const auto source = open_file(path.string());
      return parse_companion(read_all(*source, largest_record_bytes));
    } catch (const Unreadable&) {
      return {};  // a companion only adds to what is known
    }
  }

  static void take(Record& record, const Record& from) {
    if (!from.id.empty()) record.id = from.id;
    for (auto member : {&Record::title, &Record::outlet, &Record::published, &Record::language, &Record::url})
      if (!(record.*member)) record.*member = from.*member;
  }

  fs::path folder_;
  bool read_ = false;
  Map listed_;
};

class Reading {
 public:
  Reading(const std::function<void(Article)>& on_article, const std::function<void(Problem)>& on_problem)
      : on_article_(on_article), on_problem_(on_problem) {}

  void read(const std::string& path) {
    const std::size_t before = found_;
    bool told = false;
    walk(
        path,
        [&](const std::string& file, bool named) {
          read_file(file, named);
          told |= named;
        },
        [&](Problem problem) {
          told = true;
          on_problem_(std::move(problem));
        });
    if (found_ == before && !told) on_problem_({path, "is a folder that holds no articles"});
  }

 private:
  void read_file(const std::string& path, bool named) {
    Shape shape = shape_of_name(path);
    if (shape == Shape::unknown && !named) return;
    try {
      PeekSource source(open_file(path));
      if (shape == Shape::unknown) shape = shape_of_bytes(source.peek(1024));
      if (shape == Shape::json_lines)
        read_lines(source, path);
      else
        read_one(source, path, shape);
    } catch (const Unreadable& error) {
      ++found_;
      on_problem_({path, error.what()});
    }
  }

  void read_one(ByteSource& source, const std::string& path, Shape shape) {
    Record record;
    record.content = read_all(source, largest_record_bytes);
    record.kind = shape == Shape::html ? Record::Kind::html : Record::Kind::text;
    record.id = path == "-" ? "stdin" : fs::path(path).stem().string();
    record.location = path;
    if (record.content.size() > largest_record_bytes) {
      ++found_;
      on_problem_({path, "is larger than an article can be (32 MB)"});
      return;
    }
    if (path != "-") companions_.add_to(record, path);
    hand_over(std::move(record), path);
  }

  void read_lines(ByteSource& source, const std::string& path) {
    LineReader lines(source);
    std::size_t number = 0;
    while (auto line = lines.next()) {
      const std::string where = path + ":" + std::to_string(++number);
      if (line->too_long) {
        ++found_;
        on_problem_({where, "is a line longer than an article can be (32 MB)"});
        continue;
      }
      if (line->text.find_first_not_of(" \t") == std::string::npos) continue;
      auto record = parse_json_record(line->text);
      if (!record) {
        ++found_;
        on_problem_({where, record.error()});
        continue;
      }
      if (record->id.empty()) record->id = fs::path(path).stem().string() + ":" + std::to_string(number);
      record->location = record->url.value_or(where);
      hand_over(std::move(*record), where);
    }
    if (number == 0) on_problem_({path, "is empty"});
  }

  void hand_over(Record record, const std::string& where) {
    ++found_;
    auto article = clean(std::move(record));
    if (!article) {
      on_problem_({where, article.error()});
      return;
    }
    if (const int times = ++seen_[article->id]; times > 1) article->id += "#" + std::to_string(times);
    on_article_(std::move(*article));
  }

  const std::function<void(Article)>& on_article_;
  const std::function<void(Problem)>& on_problem_;
  Companions companions_;
  std::unordered_map<std::string, int> seen_;  // looked up, never walked
  std::size_t found_ = 0;                      // articles and problems told
};

}  // namespace

void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem) {
  Reading reading(on_article, on_problem);
  for (const std::string& path : paths) reading.read(path);
}

}  // namespace hearsay
