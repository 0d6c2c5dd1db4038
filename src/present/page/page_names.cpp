// The names of the story: each with its forms, where each form stands, why they were joined, and which others may be
// the same but were kept apart. A name of one form and no doubt is only listed.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

constexpr std::size_t most_places = 8;  // of one form of a name

// The newsrooms in which an entity is called exactly this, as links to their articles.
void write_places_of(std::string& page, const AccountView& view, const Entity& entity, std::string_view form) {
  std::set<std::size_t> articles;
  for (const EntityMention& mention : entity.mentions)
    if (words_at(view.account().articles[mention.article].text, mention.span) == form) articles.insert(mention.article);
  std::size_t told = 0;
  for (const std::size_t article : articles) {
    if (told == most_places) break;
    put(page, "{}<a href=\"#a{}\">{}</a>", told == 0 ? " " : ", ", article + 1,
        newsroom_name(view.account().articles[article]));
    ++told;
  }
  page += more_than(articles.size(), told);
}

void write_forms(std::string& page, const AccountView& view, const Entity& entity) {
  page += "<ul class=\"forms\">";
  const auto write_form = [&](const std::string& form) {
    put(page, "<li><q>{}</q>", form);
    write_places_of(page, view, entity, form);
    page += "</li>";
  };
  write_form(entity.name);
  for (const std::string& variant : entity.variants) write_form(variant);
  page += "</ul>\n";
}

void write_entity(std::string& page, const AccountView& view, std::size_t number) {
  const Entity& entity = view.account().entities[number];
  put(page, "<dt id=\"e{}\"><q>{}</q> <span class=\"tag\">{}</span></dt>\n<dd>", number + 1, entity.name,
      to_text(entity.kind));
  if (!entity.variants.empty()) write_forms(page, view, entity);
  if (!entity.why.empty()) put(page, "<p>Joined: {}</p>\n", entity.why);
  for (const MaybeSame& maybe : entity.maybe)
    put(page, "<p class=\"maybe\">Maybe also <a href=\"#e{}\">{}</a>, kept apart: {}</p>\n", maybe.entity + 1,
        view.account().entities[maybe.entity].name, maybe.why);
  page += "</dd>\n";
}

}  // namespace

void write_names(std::string& page, const AccountView& view) {
  const auto& entities = view.account().entities;
  if (entities.empty()) return;
  page +=
      "<section id=\"names\" aria-labelledby=\"names-title\">\n<h2 id=\"names-title\">Names</h2>\n<p "
      "class=\"note\">What the reports call each, and why the forms were treated as one name.</p>\n";
  std::vector<std::size_t> in_doubt;
  std::vector<std::size_t> plain;
  std::set<std::size_t> maybes;  // the other side of a "maybe" must have a place to lead to
  for (const Entity& entity : entities)
    for (const MaybeSame& maybe : entity.maybe) maybes.insert(maybe.entity);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const bool told = !entities[i].variants.empty() || !entities[i].maybe.empty() || maybes.count(i) > 0;
    (told ? in_doubt : plain).push_back(i);
  }
  if (!in_doubt.empty()) {
    page += "<dl>\n";
    for (const std::size_t entity : in_doubt) write_entity(page, view, entity);
    page += "</dl>\n";
  }
  if (!plain.empty()) {
    put(page, "<details class=\"more\"><summary>{} in one form only</summary>\n<ul class=\"plain\">",
        counted(plain.size(), "name", "names"));
    for (const std::size_t entity : plain)
      put(page, "<li id=\"e{}\"><q>{}</q></li>\n", entity + 1, entities[entity].name);
    page += "</ul></details>\n";
  }
  page += "</section>\n";
}

}  // namespace hearsay
