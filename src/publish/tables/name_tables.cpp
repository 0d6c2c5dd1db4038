// The story's names, and where they are mentioned.
#include "publish/tables/account_tables.h"

#include <utility>

namespace hearsay {

namespace {

std::string maybe_same(const Entity& entity, const Account& account) {
  std::vector<std::string> all;
  for (const MaybeSame& maybe : entity.maybe)
    all.push_back(numbered_id('e', maybe.entity) + " " + account.entities[maybe.entity].name);
  return joined(all);
}

}  // namespace

Table names_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  const auto of = [&account](auto get) { return [&account, get](std::size_t i) { return get(account.entities[i]); }; };
  using E = Entity;
  return {"names",
          "Persons, organizations and places, one for all spellings",
          account.entities.size(),
          {{"entity", CellKind::id, "Its id in this account", [](std::size_t i) { return Cell(numbered_id('e', i)); }},
           {"name", CellKind::text, "The fullest, most frequent form", of([](const E& e) { return cell_of(e.name); })},
           {"kind", CellKind::text, "person, organization, place or other",
            of([](const E& e) { return cell_of(to_text(e.kind)); })},
           {"variants", CellKind::text, "The other forms", of([](const E& e) { return cell_of(joined(e.variants)); })},
           {"mentions", CellKind::whole_number, "How often it occurs in the articles",
            of([](const E& e) { return cell_of(e.mentions.size()); })},
           {"why", CellKind::text, "Why the forms are one", of([](const E& e) { return cell_of(e.why); })},
           {"maybe", CellKind::text, "What it may be the same as, kept apart",
            of([&account](const E& e) { return cell_of(maybe_same(e, account)); })}}};
}

Table mentions_table(const StoryFacts& facts) {
  const Account& account = facts.account;
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  for (std::size_t entity = 0; entity < account.entities.size(); ++entity)
    for (std::size_t i = 0; i < account.entities[entity].mentions.size(); ++i) parts.emplace_back(entity, i);
  const auto mention = [parts, &account](std::size_t i) -> const EntityMention& {
    return account.entities[parts[i].first].mentions[parts[i].second];
  };
  const auto position = [mention, &facts](std::size_t i) {
    return facts.positions[mention(i).article].in_code_points(mention(i).span);
  };
  return {"mentions",
          "Where the names occur",
          parts.size(),
          {{"entity", CellKind::id, "The name", [parts](std::size_t i) { return id_cell('e', parts[i].first); }},
           {"article", CellKind::id, "The article's id",
            [mention, &account](std::size_t i) { return cell_of(account.articles[mention(i).article].id); }},
           {"text", CellKind::text, "The words there",
            [mention, &account](std::size_t i) {
              const auto words = known_words(account.articles[mention(i).article], mention(i).span);
              return words ? cell_of(*words) : Cell();
            }},
           {"begin", CellKind::whole_number, "Where they begin in the article's text, in code points",
            [position](std::size_t i) { return cell_of(position(i).begin); }},
           {"end", CellKind::whole_number, "Where they end",
            [position](std::size_t i) { return cell_of(position(i).end); }}}};
}

}  // namespace hearsay
