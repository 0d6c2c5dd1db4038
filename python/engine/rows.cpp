// Articles as rows of a table, and grouping in parts: what hearsay.spark needs to spread both over many machines.
#include "bindings.h"
#include "interruptible.h"

#include "base/utf8.h"
#include "group/stories/grouper.h"
#include "group/stories/packed_signature.h"
#include "present/json/json.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace hearsay::python {

namespace {

using nb::literals::operator""_a;
using Text = std::optional<std::string>;
using MarkedPart = std::tuple<std::size_t, std::size_t, std::string>;  // begin and end in code points, and why

std::optional<Moment> moment(const Text& iso) { return iso ? parse_moment(*iso) : std::nullopt; }

Text iso(const std::optional<Moment>& moment) { return moment ? Text(to_iso(*moment)) : std::nullopt; }

void set_boilerplate(Article& article, const std::vector<MarkedPart>& parts) {
  const CodePointIndex index(article.text);
  std::size_t reached = 0;
  for (const auto& [begin, end, why] : parts) {
    const Span span{index.byte_of(begin), index.byte_of(end)};
    if (begin > end || span.begin < reached) throw std::invalid_argument("boilerplate is not in the order of the text");
    article.boilerplate.push_back({span, why});
    reached = span.end;
  }
}

std::vector<MarkedPart> boilerplate_of(const Article& article) {
  std::vector<MarkedPart> parts;
  if (article.boilerplate.empty()) return parts;
  const CodePointIndex index(article.text);
  for (const Boilerplate& part : article.boilerplate) {
    const Span span = index.in_code_points(part.span);
    parts.emplace_back(span.begin, span.end, part.why);
  }
  return parts;
}

std::vector<std::pair<std::string, std::string>> statements_of(const Article& article) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Statement& one : article.statements) all.emplace_back(one.what, one.where);
  return all;
}

void add_rows(nb::module_& m) {
  m.def(
      "article_of_fields",
      [](std::string id, std::string location, Text outlet, Text title, const Text& published, Text language,
         std::string text, const std::vector<MarkedPart>& boilerplate, Text address, const Text& modified,
         std::vector<std::string> authors, std::vector<std::string> stated_origins,
         const std::vector<std::pair<std::string, std::string>>& statements) {
        if (first_broken_byte(text)) throw std::invalid_argument("the text is not UTF-8");
        Article article;
        article.id = std::move(id);
        article.location = std::move(location);
        article.outlet = std::move(outlet);
        article.title = std::move(title);
        article.published = moment(published);
        article.language = std::move(language);
        article.text = std::move(text);
        set_boilerplate(article, boilerplate);
        article.address = std::move(address);
        article.modified = moment(modified);
        article.authors = std::move(authors);
        article.stated_origins = std::move(stated_origins);
        for (const auto& [what, where] : statements) article.statements.push_back({what, where});
        return article;
      },
      "id"_a, "location"_a, "outlet"_a.none(), "title"_a.none(), "published"_a.none(), "language"_a.none(), "text"_a,
      "boilerplate"_a, "address"_a.none(), "modified"_a.none(), "authors"_a, "stated_origins"_a, "statements"_a);

  // In the order in which article_of_fields takes them.
  m.def("fields_of_article", [](const Article& one) {
    return nb::make_tuple(one.id, one.location, one.outlet, one.title, iso(one.published), one.language, one.text,
                          boilerplate_of(one), one.address, iso(one.modified), one.authors, one.stated_origins,
                          statements_of(one));
  });
}

// Keys that two articles have in common where one has taken a passage from the other: of the runs of words whose hash
// is low (one in sixteen, the same in every text), each with the next in the text. So a passage as it stands keeps its
// keys wherever it stands, and an agreement by chance has to be of a dozen words.
std::vector<std::int64_t> bands_of(const Signature& signature) {
  constexpr std::uint32_t sampled = 0xFFFFFFFFU / 16;
  std::vector<SignedRun> runs;
  for (const SignedRun& run : signature.runs)
    if (run.hash <= sampled) runs.push_back(run);
  std::sort(runs.begin(), runs.end(), [](const SignedRun& a, const SignedRun& b) { return a.place < b.place; });
  std::vector<std::int64_t> bands;
  for (std::size_t i = 1; i < runs.size(); ++i)
    bands.push_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(runs[i - 1].hash) << 32 | runs[i].hash));
  std::sort(bands.begin(), bands.end());
  bands.erase(std::unique(bands.begin(), bands.end()), bands.end());
  return bands;
}

// (packed signature, seconds since 1970 or None, bands). As the program, which does not look for boilerplate in what it
// groups.
nb::tuple signed_article(const Article& given) {
  Article article = given;
  article.boilerplate.clear();
  const Signature signature = sign(article);
  const std::string packed = pack_signature(signature);
  const std::optional<std::int64_t> seconds = signature.has_day ? std::optional(signature.seconds) : std::nullopt;
  return nb::make_tuple(nb::bytes(packed.data(), packed.size()), seconds, bands_of(signature));
}

Signature unpacked(nb::handle bytes) {
  const auto packed = nb::cast<nb::bytes>(bytes);
  return unpack_signature({packed.c_str(), packed.size()});
}

// (story as JSON, the numbers of its articles) of each.
nb::list told(const std::vector<Story>& stories, const std::vector<std::string>& names) {
  nb::list all;
  for (const Story& story : stories) all.append(nb::make_tuple(to_json(story, names), story.articles));
  return all;
}

void add_grouping_in_parts(nb::module_& m) {
  m.def("sign", &signed_article, "article"_a);
  nb::class_<Grouper>(m, "Grouper")
      .def(
          "__init__", [](Grouper* self, int window_days) { new (self) Grouper({.window_days = window_days}); },
          "window_days"_a)
      .def(
          "add",
          [](Grouper& self, const nb::sequence& signatures) {
            std::vector<Signature> all;
            for (const nb::handle one : signatures) all.push_back(unpacked(one));
            const nb::gil_scoped_release unlocked;
            for (Signature& one : all) self.add(std::move(one));
          },
          "signatures"_a)
      .def("numbers",
           [](Grouper& self) {
             std::vector<std::vector<std::size_t>> all;
             for (Story& story : self.stories()) all.push_back(std::move(story.articles));
             return all;
           })
      .def(
          "stories", [](Grouper& self, const std::vector<std::string>& names) { return told(self.stories(), names); },
          "names"_a);
}

}  // namespace

void add_parts(nb::module_& m) {
  add_rows(m);
  add_grouping_in_parts(m);
}

}  // namespace hearsay::python
