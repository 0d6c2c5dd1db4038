// A story as JSON, format "hearsay/story/1". Spans are in code points already, as grouping keeps no texts.
#include "present/json/json.h"

#include "present/json/json_text.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

void add_span(std::string_view name, Span points, JsonText& out) {
  out.key(name).begin_object().add("begin", points.begin).add("end", points.end).end_object();
}

void add_copy(const Copy& copy, std::span<const std::string> names, JsonText& out) {
  out.add("from", names[copy.from]).add("to", names[copy.to]).add("kind", to_text(copy.kind));
  out.key("share").raw(fmt::format("{:.4g}", copy.share));
  out.add("direction", copy.direction_known ? "known" : "unknown");
  out.add_objects("passages", copy.passages, [&](const Passage& passage) {
    add_span("from", passage.from, out);
    add_span("to", passage.to, out);
  });
  if (!copy.changes.empty())
    out.add_objects("changes", copy.changes, [&](const Change& change) {
      out.add("kind", to_text(change.kind));
      add_span("from", change.from, out);
      add_span("to", change.to, out);
    });
  out.add("why", copy.why);
}

}  // namespace

std::string to_json(const Story& story, std::span<const std::string> names) {
  JsonText out;
  out.begin_object().add("format", "hearsay/story/1").add("story", story.id);
  out.add_list("articles", story.articles, [&](std::size_t article) { out.value(names[article]); });
  out.add_objects("copies", story.copies, [&](const Copy& copy) { add_copy(copy, names, out); });
  if (!story.merged.empty())
    out.add_objects("merged", story.merged,
                    [&](const MergedStory& other) { out.add("story", other.id).add("why", other.why); });
  return out.end_object().take();
}

}  // namespace hearsay
