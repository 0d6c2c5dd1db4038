#include "serve/source_pages.h"

#include "base/calendar.h"
#include "persist/sources.h"
#include "present/json/json_text.h"
#include "present/page/html.h"
#include "present/words/phrases.h"
#include "serve/links.h"

namespace hearsay {

namespace {

constexpr std::size_t most_sources = 100;
constexpr std::size_t most_words = 50;

std::string stance_phrase(const std::string& stance) {
  return stance == "asserts" ? "" : stance == "declines" ? "gives no answer · " : stance + " · ";
}

std::string_view phrase_of(const std::string& standing) {
  for (const Standing one : {Standing::contested, Standing::corroborated, Standing::single_origin, Standing::unanswered,
                             Standing::background})
    if (to_text(one) == standing) return standing_phrase(one);
  return standing;
}

void put_words(std::string& page, const SaidPoint& one) {
  put(page, "<li class=\"{}\"><q>{}</q>\n<p class=\"by\">{}{}", one.standing, one.words, stance_phrase(one.stance),
      one.outlet.empty() ? "an unknown outlet" : one.outlet);
  if (const auto moment = one.published ? parse_moment(*one.published) : std::nullopt)
    put(page, ", <time datetime=\"{}\">{}</time>", *one.published, moment_phrase(*moment));
  if (one.articles > 1) put(page, ", and {}", counted(one.articles - 1, "other report", "other reports"));
  put(page, " · <a href=\"/stories/{}#{}\">{}</a> <b>{}</b></p>\n<p class=\"facts\">{}</p></li>\n", one.story,
      one.point, bracket_phrase({one.origins_least, one.origins_most, {}}, "origin", "origins"),
      phrase_of(one.standing), one.title);
}

std::string search_form(const std::string& words) {
  std::string form;
  put(form,
      "<form role=\"search\" action=\"/sources\" method=\"get\"><label>Part of a name <input type=\"search\" "
      "name=\"search\" value=\"{}\"></label> <button>Search</button></form>\n",
      words);
  return form;
}

}  // namespace

std::string source_list_page(const StoreReader& store, const std::string& words, const Serving& serving) {
  std::string page = search_form(words);
  const std::vector<SourceLine> sources = find_sources(store, words, most_sources);
  page += "<ul class=\"stories\">\n";
  for (const SourceLine& source : sources)
    put(page, "<li><a href=\"/sources?name={}\">{}</a> <span class=\"facts\">{}, in {}</span></li>\n",
        in_address(source.name), source.name, source.kind, counted(source.stories, "story", "stories"));
  page += "</ul>\n";
  if (sources.empty()) page += "<p>No source of that name.</p>\n";
  return desk_page("Sources", "/sources", serving, page);
}

std::string source_page(const StoreReader& store, const std::string& name, std::size_t from, const Serving& serving) {
  const SourceFacts facts = source_facts(store, name);
  std::string page = search_form("");
  put(page,
      "<p class=\"counts\">{} in {}: <b>{}</b> known from nobody else, <b class=\"contested\">{}</b> on which "
      "accounts differ, <b>{}</b> with more than one origin</p>\n",
      counted(facts.points, "point", "points"), counted(facts.stories, "story", "stories"), facts.alone,
      facts.contested, facts.corroborated);
  page += "<ul class=\"stories said\">\n";
  const std::vector<SaidPoint> said = list_source_words(store, name, from, most_words);
  for (const SaidPoint& one : said) put_words(page, one);
  page += "</ul>\n";
  if (said.empty()) page += "<p>Nothing is known from a source of this name.</p>\n";
  if (said.size() == most_words)
    put(page, "<p><a rel=\"next\" href=\"/sources?name={}&amp;from={}\">More</a></p>\n", in_address(name),
        from + most_words);
  return desk_page(name, "", serving, page);
}

std::string sources_json(const StoreReader& store, const std::string& words, std::size_t most) {
  JsonText out;
  out.begin_object().add_objects("sources", find_sources(store, words, most), [&](const SourceLine& source) {
    out.add("name", source.name).add("kind", source.kind).add("stories", source.stories);
  });
  return out.end_object().take();
}

std::string source_json(const StoreReader& store, const std::string& name, std::size_t from, std::size_t most) {
  const SourceFacts facts = source_facts(store, name);
  const std::vector<SaidPoint> said = list_source_words(store, name, from, most);
  JsonText out;
  out.begin_object().add("name", name).add("stories", facts.stories).add("points", facts.points);
  out.add("alone", facts.alone).add("contested", facts.contested).add("corroborated", facts.corroborated);
  out.add_objects("said", said, [&](const SaidPoint& one) {
    out.add("story", one.story).add("title", one.title).add("point", one.point).add("standing", one.standing);
    out.key("origins").begin_object().add("min", one.origins_least).add("max", one.origins_most).end_object();
    out.add("stance", one.stance).add("articles", one.articles).add("outlet", one.outlet);
    out.add("published", one.published).add("text", one.words);
  });
  out.add("next", said.size() == most ? std::optional(from + most) : std::nullopt);
  return out.end_object().take();
}

}  // namespace hearsay
