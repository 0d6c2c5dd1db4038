// A story as JSON, format "hearsay/story/1". Written without the JSON library, as a day of news has a million copies.
#include "present/json.h"

#include "present/json_parts.h"

#include <fmt/format.h>

#include <iterator>

namespace hearsay {

namespace {

void put_string(std::string& out, std::string_view text) { out += dump(Json(text)); }

void put_span(std::string& out, const char* name, Span span) {
  fmt::format_to(std::back_inserter(out), R"("{}":{{"begin":{},"end":{}}})", name, span.begin, span.end);
}

void put_copy(std::string& out, const Copy& copy, std::span<const std::string> names) {
  out += R"({"from":)";
  put_string(out, names[copy.from]);
  out += R"(,"to":)";
  put_string(out, names[copy.to]);
  fmt::format_to(std::back_inserter(out), R"(,"kind":"{}","share":{:.4g},"direction":"{}","passages":[)",
                 to_text(copy.kind), copy.share, copy.direction_known ? "known" : "unknown");
  for (const Passage& passage : copy.passages) {
    out += &passage == copy.passages.data() ? "{" : ",{";
    put_span(out, "from", passage.from);
    out += ',';
    put_span(out, "to", passage.to);
    out += '}';
  }
  if (!copy.changes.empty()) out += R"(],"changes":[)";
  for (const Change& change : copy.changes) {
    if (&change != copy.changes.data()) out += ',';
    fmt::format_to(std::back_inserter(out), R"({{"kind":"{}",)", to_text(change.kind));
    put_span(out, "from", change.from);
    out += ',';
    put_span(out, "to", change.to);
    out += '}';
  }
  out += R"(],"why":)";
  put_string(out, copy.why);
  out += '}';
}

}  // namespace

std::string to_json(const Story& story, std::span<const std::string> names) {
  std::string out = R"({"format":"hearsay/story/1","story":)";
  put_string(out, story.id);
  out += R"(,"articles":[)";
  for (std::size_t i = 0; i < story.articles.size(); ++i) {
    if (i > 0) out += ',';
    put_string(out, names[story.articles[i]]);
  }
  out += R"(],"copies":[)";
  for (std::size_t i = 0; i < story.copies.size(); ++i) {
    if (i > 0) out += ',';
    put_copy(out, story.copies[i], names);
  }
  out += ']';
  if (!story.merged.empty()) {
    Json merged = Json::array();
    for (const MergedStory& other : story.merged) merged.push_back({{"story", other.id}, {"why", other.why}});
    out += R"(,"merged":)" + dump(merged);
  }
  return out + '}';
}

}  // namespace hearsay
