// hearsay._engine: the engine as the package's own modules use it. Thin: what it returns is the JSON that the program
// prints, from which hearsay/*.py make their objects.
#include "article_stream.h"
#include "bindings.h"
#include "interruptible.h"

#include "base/version.h"
#include "clean/clean.h"
#include "present/json/json.h"
#include "present/terminal/print.h"
#include "run/engine.h"
#include "run/story_stream.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

namespace hearsay::python {

namespace {

using nb::literals::operator""_a;

Day day(const std::string& word) {
  const auto moment = parse_moment(word);
  if (!moment || moment->time_of_day_utc) throw std::invalid_argument(word + " is not a day such as 2016-11-09");
  return moment->day;
}

void add_reading(nb::module_& m) {
  nb::class_<Article>(m, "Article")
      .def("to_json", [](const Article& article) { return to_json(article); })
      .def("to_text", [](const Article& article) { return to_text(article); })
      .def_prop_ro("text", [](const Article& article) { return article.text; })
      .def_prop_ro("id", [](const Article& article) { return article.id; });

  nb::class_<ArticleStream>(m, "ArticleStream")
      .def(
          "__init__",
          [](ArticleStream* self, std::vector<std::string> paths, std::size_t limit,
             const std::optional<std::string>& since, const std::optional<std::string>& until,
             std::vector<std::string> languages, std::vector<std::string> outlets, unsigned threads, bool fetch,
             bool allow_private) {
            Selection selection{limit, {}, {}, std::move(languages), std::move(outlets)};
            if (since) selection.since = day(*since);
            if (until) selection.until = day(*until);
            Manner manner;
            manner.threads = threads;
            manner.fetch = fetch;
            manner.allow_private = allow_private;
            new (self) ArticleStream(std::move(paths), std::move(selection), std::move(manner));
          },
          "paths"_a, "limit"_a, "since"_a.none(), "until"_a.none(), "languages"_a, "outlets"_a, "threads"_a, "fetch"_a,
          "allow_private"_a)
      .def(
          "next",
          [](ArticleStream& self) {
            nb::list all;
            for (ArticleStream::Item& item : self.next()) {
              if (auto* problem = std::get_if<Problem>(&item))
                all.append(nb::make_tuple(problem->where, problem->reason));
              else
                all.append(nb::cast(std::move(std::get<Article>(item))));
            }
            return all;
          },
          nb::sig("def next(self) -> list[Article | tuple[str, str]]"));

  m.def(
      "clean",
      [](const nb::bytes& content, bool html, std::string id, std::string location, std::optional<std::string> title,
         std::optional<std::string> outlet, std::optional<std::string> published, std::optional<std::string> url,
         std::optional<std::string> language) {
        Record record;
        record.id = std::move(id);
        record.location = std::move(location);
        record.kind = html ? Record::Kind::html : Record::Kind::text;
        record.content.assign(content.c_str(), content.size());
        record.title = std::move(title);
        record.outlet = std::move(outlet);
        record.published = std::move(published);
        record.url = std::move(url);
        record.language = std::move(language);
        nb::gil_scoped_release unlocked;
        auto articles = hearsay::clean(std::move(record));
        if (!articles) throw EngineError(articles.error());
        return std::move(*articles);
      },
      "content"_a, "html"_a, "id"_a, "location"_a, "title"_a.none(), "outlet"_a.none(), "published"_a.none(),
      "url"_a.none(), "language"_a.none());
}

void add_marking(nb::module_& m) {
  nb::class_<MarkedArticle>(m, "MarkedArticle")
      .def(
          "to_json", [](const MarkedArticle& one, bool tokens) { return to_json(one.article, one.marks, tokens); },
          "tokens"_a)
      .def(
          "to_text", [](const MarkedArticle& one, bool why) { return to_text(one.article, one.marks, why); }, "why"_a);

  m.def(
      "mark",
      [](const nb::sequence& given, unsigned threads, nb::handle on_progress) {
        std::vector<Article> articles = articles_in(given);
        std::vector<MarkedArticle> all;
        run_interruptibly(
            [&](Progress& progress) {
              progress.tell("marking", 0, articles.size());
              std::vector<Marks> marks = mark_all(articles, marker(), false, threads, [&](std::size_t done) {
                progress.tell("marking", done, articles.size());
              });
              for (std::size_t i = 0; i < articles.size(); ++i)
                all.push_back({std::move(articles[i]), std::move(marks[i])});
            },
            on_progress);
        return all;
      },
      "articles"_a, "threads"_a, "on_progress"_a.none());
}

// Tells stories by their ids, as JSON.
class Stories {
 public:
  Stories(int window_days, unsigned threads)
      : stream_({.window_days = window_days}, threads,
                [this](NamedStory told) { told_.push_back(to_json(told.story, told.names)); }) {}

  std::vector<std::string> add(std::vector<Article> articles, Progress& progress) {
    for (Article& article : articles) {
      progress.check();
      article.boilerplate.clear();  // as the program, which does not look for it in what it groups
      std::string id = article.id;
      stream_.add(std::move(article), std::move(id));
    }
    return std::exchange(told_, {});
  }

  std::vector<std::string> finish() {
    stream_.settle();
    for (const NamedStory& told : stream_.rest()) told_.push_back(to_json(told.story, told.names));
    return std::exchange(told_, {});
  }

 private:
  std::vector<std::string> told_;
  StoryStream stream_;
};

void add_grouping(nb::module_& m) {
  nb::class_<Stories>(m, "Stories")
      .def(nb::init<int, unsigned>(), "window_days"_a, "threads"_a)
      .def(
          "add",
          [](Stories& self, const nb::sequence& given) {
            std::vector<Article> articles = articles_in(given);
            std::vector<std::string> told;
            run_interruptibly([&](Progress& progress) { told = self.add(std::move(articles), progress); }, nb::none());
            return told;
          },
          "articles"_a)
      .def("finish", [](Stories& self) {
        std::vector<std::string> told;
        run_interruptibly([&](Progress&) { told = self.finish(); }, nb::none());
        return told;
      });
}

}  // namespace

const Marker& marker() {
  static const Marker only;
  return only;
}

std::vector<Article> articles_in(const nb::sequence& given) {
  std::vector<Article> articles;
  for (const nb::handle one : given) articles.push_back(nb::cast<const Article&>(one));
  return articles;
}

}  // namespace hearsay::python

NB_MODULE(_engine, m) {
  using namespace hearsay::python;
  nb::exception<EngineError>(m, "Error");
  m.def("version", [] { return std::string(hearsay::version()); });
  add_reading(m);
  add_marking(m);
  add_grouping(m);
  add_accounts(m);
  add_parts(m);
}
