// One pass over the inputs. Every carrier becomes Records (src/capture), every Record an Article (src/clean).
#include "run/reading.h"

#include "capture/companions.h"
#include "capture/compressed.h"
#include "capture/feed.h"
#include "capture/fetch.h"
#include "capture/http_message.h"
#include "capture/json_record.h"
#include "capture/lines.h"
#include "capture/tar.h"
#include "capture/walk.h"
#include "capture/warc.h"
#include "clean/clean.h"
#include "run/reading_shape.h"

#include <algorithm>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr const char* too_large = "is larger than an article can be (32 MB)";

bool is_page_type(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

class Reading {
 public:
  Reading(const Selection& selection, const std::function<void(Article)>& on_article,
          const std::function<void(Problem)>& on_problem)
      : selection_(selection), on_article_(on_article), on_problem_(on_problem) {}

  void read(const std::string& path) {
    if (is_web_address(path)) return read_address(path);
    const std::size_t before = found_;
    bool named_file = false;
    walk(
        path,
        [&](const std::string& file, bool named) {
          named_file |= named;
          if (!done()) read_file(file, named);
        },
        [&](const Problem& problem) { tell(problem.where, problem.reason); });
    if (found_ == before && !named_file && !done()) tell(path, "is a folder that holds no articles");
  }

 private:
  bool done() const { return selection_.limit > 0 && handed_over_ >= selection_.limit; }

  void tell(const std::string& where, const std::string& reason) {
    ++found_;
    on_problem_({where, reason});
  }

  Fetcher& fetcher() {
    if (!fetcher_) fetcher_.emplace(selection_.allow_private);
    return *fetcher_;
  }

  void read_address(const std::string& address) {
    try {
      Fetched fetched = fetcher().get(address);
      if (shape_of_bytes(std::string_view(fetched.bytes).substr(0, 1024)) == Shape::html)
        hand_over(page_of(std::move(fetched)), address);
      else
        read_source(open_memory(fetched.bytes), address, true);
    } catch (const Unreadable& error) {
      tell(address, error.what());
    }
  }

  static Record page_of(Fetched fetched) {
    Record record;
    record.kind = Record::Kind::html;
    record.id = record.location = fetched.address;
    record.url = std::move(fetched.address);
    record.content = std::move(fetched.bytes);
    record.encoding = std::move(fetched.encoding);
    return record;
  }

  // The page that a feed's item links to, under the item's id and with what the feed says of it. When it cannot be had,
  // the item stays as the feed has it.
  void fetch_page(Record& item) {
    try {
      Fetched fetched = fetcher().get(*item.url);
      if (!is_page_type(fetched.content_type)) throw Unreadable("is not a page");
      Record page = page_of(std::move(fetched));
      item.kind = page.kind;
      item.content = std::move(page.content);
      item.encoding = std::move(page.encoding);
      item.url = std::move(page.url);
    } catch (const Unreadable& error) {
      tell(*item.url, error.what());
    }
  }

  void read_file(const std::string& path, bool named) {
    if (!named && (shape_of_name(path) == Shape::unknown || (shape_of_name(path) == Shape::json && is_companion(path))))
      return;
    try {
      read_source(open_file(path), path, named);
    } catch (const Unreadable& error) {
      tell(path, error.what());
    }
  }

  void read_source(std::unique_ptr<ByteSource> packed, const std::string& name, bool named) {
    const auto source = unpacked(std::move(packed));
    Shape shape = shape_of_name(name);
    const Shape seen = shape_of_bytes(source->peek(1024));
    if (shape == Shape::unknown || name == "-" || is_web_address(name)) shape = seen;
    if (shape == Shape::feed && seen == Shape::html) shape = Shape::html;  // a page named .xml
    switch (shape) {
      case Shape::json_lines:
        return read_lines(*source, name);
      case Shape::json:
        return read_json(*source, name, named);
      case Shape::feed:
        return read_feed(*source, name, named);
      case Shape::warc:
        return read_warc(*source, name);
      case Shape::tar:
        return read_tar(*source, name);
      default:
        return read_one(*source, name, shape == Shape::html);
    }
  }

  // All of a source that is kept in memory as one; nothing, and told, when it is too large.
  std::optional<std::string> whole(ByteSource& source, const std::string& name) {
    std::string bytes = read_all(source, largest_record_bytes);
    if (bytes.size() <= largest_record_bytes) return bytes;
    tell(name, too_large);
    return std::nullopt;
  }

  void read_one(ByteSource& source, const std::string& name, bool html) {
    auto bytes = whole(source, name);
    if (!bytes) return;
    Record record;
    record.content = std::move(*bytes);
    record.kind = html ? Record::Kind::html : Record::Kind::text;
    record.id = stem_of_name(name);
    record.location = name;
    if (name != "-" && !is_web_address(name)) companions_.add_to(record, name);
    hand_over(std::move(record), name);
  }

  void read_lines(ByteSource& source, const std::string& name) {
    LineReader lines(source);
    std::size_t number = 0;
    while (!done()) {
      const auto line = lines.next();
      if (!line) break;
      const std::string where = name + ":" + std::to_string(++number);
      if (line->too_long) {
        tell(where, "is a line longer than an article can be (32 MB)");
        continue;
      }
      if (line->text.find_first_not_of(" \t") == std::string::npos) continue;
      auto record = parse_json_record(line->text);
      if (record)
        hand_over_named(std::move(*record), name, number, where);
      else
        tell(where, record.error());
    }
    if (number == 0) tell(name, "is empty");
  }

  // A record that may have no id of its own.
  void hand_over_named(Record record, const std::string& name, std::size_t number, const std::string& where) {
    if (record.id.empty()) record.id = stem_of_name(name) + ":" + std::to_string(number);
    record.location = record.url.value_or(where);
    hand_over(std::move(record), where);
  }

  void read_json(ByteSource& source, const std::string& name, bool named) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    auto records = parse_json_file(*bytes);
    if (!records) return tell(name, records.error());
    if (records->empty() && named) tell(name, "is JSON without an article");
    std::size_t number = 0;
    for (Record& record : *records) {
      if (done()) return;
      if (record.id.empty() && records->size() == 1) record.id = stem_of_name(name);
      hand_over_named(std::move(record), name, ++number, name);
    }
  }

  void read_feed(ByteSource& source, const std::string& name, bool named) {
    const auto bytes = whole(source, name);
    if (!bytes) return;
    auto records = parse_feed(*bytes);
    if (!records) {
      if (named || !records.error().starts_with("is XML")) tell(name, records.error());
      return;
    }
    if (records->empty()) tell(name, "is a feed without items");
    std::size_t number = 0;
    for (Record& record : *records) {
      if (done()) return;
      if (selection_.fetch && record.url) fetch_page(record);
      hand_over_named(std::move(record), name, number + 1, name + ":" + std::to_string(number + 1));
      ++number;
    }
  }

  void read_warc(ByteSource& source, const std::string& name) {
    WarcReader reader(source);
    std::size_t records = 0;
    while (!done()) {
      auto record = reader.next();
      if (!record) break;
      ++records;
      const std::string where = name + ", record at byte " + std::to_string(record->offset);
      if (record->fault)
        tell(where, record->fault);
      else
        read_archived(*record, where);
    }
    if (records == 0) tell(name, "holds no WARC records");
  }

  // Pages that were fetched whole. What is no page (pictures, robots.txt, redirects) is passed over without a word.
  void read_archived(WarcRecord& archived, const std::string& where) {
    Record record;
    record.kind = Record::Kind::html;
    if (archived.type == "response") {
      auto response = parse_http(archived.content);
      archived.content = {};
      if (!response || response->status != 200 || !is_page_type(response->content_type)) return;
      record.content = std::move(response->body);
      record.encoding = std::move(response->encoding);
    } else if (archived.type == "resource" && is_page_type(archived.content_type)) {
      record.content = std::move(archived.content);
    } else {
      return;
    }
    record.url = archived.address;
    record.location = archived.address;
    record.id = archived.id.empty() ? archived.address : archived.id;
    record.archived = where + ", " + archived.id + ", fetched " + archived.date;
    if (!archived.digest.empty()) record.archived += ", " + archived.digest;
    hand_over(std::move(record), where);
  }

  void read_tar(ByteSource& source, const std::string& name) {
    TarReader reader(source);
    while (!done()) {
      const auto file = reader.next();
      if (!file) break;
      const std::string inside = name + "/" + *file;
      if (shape_of_name(*file) == Shape::unknown || shape_of_name(*file) == Shape::tar) continue;
      try {
        read_source(reader.open(), inside, false);
      } catch (const Unreadable& error) {
        tell(inside, error.what());
      }
    }
  }

  void hand_over(Record record, const std::string& where) {
    const bool text_only = selection_.text_only && selection_.languages.empty();
    auto articles = clean(std::move(record), text_only ? Care::text_only : Care::full);
    if (!articles) return tell(where, articles.error());
    ++found_;
    for (Article& article : *articles) {
      if (done() || !is_wanted(article)) continue;
      if (const int times = ++seen_[article.id]; times > 1) article.id += "#" + std::to_string(times);
      ++handed_over_;
      on_article_(std::move(article));
    }
  }

  bool is_wanted(const Article& article) const {
    if (selection_.since && !(article.published && local_day(*article.published) >= *selection_.since)) return false;
    if (selection_.until && !(article.published && local_day(*article.published) <= *selection_.until)) return false;
    const auto is_one_of = [](const std::optional<std::string>& value, const std::vector<std::string>& wanted,
                              bool below) {
      return wanted.empty() || (value && std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
                                  return *value == one || (below && value->ends_with("." + one));
                                }));
    };
    return is_one_of(article.language, selection_.languages, false) &&
           is_one_of(article.outlet, selection_.outlets, true);
  }

  const Selection& selection_;
  const std::function<void(Article)>& on_article_;
  const std::function<void(Problem)>& on_problem_;
  Companions companions_;
  std::optional<Fetcher> fetcher_;
  std::unordered_map<std::string, int> seen_;  // looked up, never walked
  std::size_t found_ = 0;                      // articles and problems
  std::size_t handed_over_ = 0;
};

}  // namespace

void read_articles(const std::vector<std::string>& paths, const Selection& selection,
                   const std::function<void(Article)>& on_article, const std::function<void(Problem)>& on_problem) {
  Reading reading(selection, on_article, on_problem);
  for (const std::string& path : paths) reading.read(path);
}

void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem) {
  read_articles(paths, {}, on_article, on_problem);
}

}  // namespace hearsay
