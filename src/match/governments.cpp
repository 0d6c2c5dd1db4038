// By a list of countries, their capitals and seats (data/governments.txt), and by the words for a government beside a
// country's name or its adjective. A city is its country only where it speaks: as the place of an event it stays a
// city.
#include "match/governments.h"

#include "base/lines.h"
#include "base/resources.h"
#include "match/folding.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <stdexcept>

namespace hearsay {

namespace {

std::string without_article(std::string folded) {
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

// What a name says of a country.
struct Role {
  std::size_t country = 0;  // the line's number in the list
  bool is_country = false;
  bool sure = true;
  std::string what;  // "the capital of Kazakhstan"
};

class Countries {
 public:
  Countries() {
    std::string_view file = resource("data/governments.txt");
    for (std::size_t number = 1; !file.empty(); ++number) {
      const std::string_view line = next_line(file);
      if (!line.empty() && line.front() != '#') read(line, number);
    }
  }

  std::optional<Role> role_of(const std::string& name) const {
    const std::string folded = without_article(fold(name));
    if (const auto found = roles_.find(folded); found != roles_.end()) return found->second;
    return government(folded);
  }

 private:
  void read(std::string_view line, std::size_t number) {
    std::array<std::vector<std::string>, 4> columns;
    std::size_t column = 0;
    for (std::size_t at = 0; at <= line.size(); ++column) {
      const std::size_t bar = std::min(line.find('|', at), line.size());
      if (column == columns.size()) break;
      columns[column] = words_in(line.substr(at, bar - at));
      at = bar + 1;
    }
    if (column != columns.size() || columns[0].empty())
      throw std::runtime_error("data/governments.txt, line " + std::to_string(number) + ": not four columns");
    std::string name = columns[0].front();
    if (name.back() == '?') name.pop_back();
    const auto add = [&](const std::string& word, bool is_country, const std::string& what) {
      const bool sure = word.back() != '?';
      roles_.emplace(without_article(fold(word)), Role{number, is_country, sure, what});
    };
    for (const std::string& word : columns[0]) add(word, true, {});
    for (const std::string& word : columns[1]) add(word, false, "the capital of " + name);
    for (const std::string& word : columns[2]) add(word, false, "a seat of the government of " + name);
    for (const std::string& word : columns[0]) owners_.emplace(without_article(fold(word)), std::pair(number, name));
    for (const std::string& word : columns[3]) owners_.emplace(fold(word), std::pair(number, name));
  }

  static std::vector<std::string> words_in(std::string_view column) {
    std::vector<std::string> words;
    while (!column.empty()) {
      std::string_view word = next_piece(column, ',');
      while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
      while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
      if (!word.empty()) words.emplace_back(word);
    }
    return words;
  }

  // "Kazakh government", "government of Kazakhstan".
  std::optional<Role> government(const std::string& folded) const {
    for (const std::string_view word : {"government", "authorities", "administration"}) {
      const std::string after = ' ' + std::string(word);
      const std::string before = std::string(word) + " of ";
      std::string owner;
      if (folded.ends_with(after)) owner = folded.substr(0, folded.size() - after.size());
      if (folded.starts_with(before)) owner = without_article(folded.substr(before.size()));
      const auto found = owners_.find(owner);
      if (!owner.empty() && found != owners_.end())
        return Role{found->second.first, false, true, "the government of " + found->second.second};
    }
    return std::nullopt;
  }

  std::map<std::string, Role> roles_;
  std::map<std::string, std::pair<std::size_t, std::string>> owners_;
};

}  // namespace

std::vector<Seat> find_seats(const Entities& entities) {
  static const Countries countries;
  std::vector<std::optional<Role>> roles;
  std::map<std::size_t, std::size_t> entity_of;  // a country's line to the entity that stands for it
  for (const Entity& entity : entities.all) {
    roles.push_back(entity.kind == EntityKind::person ? std::nullopt : countries.role_of(entity.name));
    if (roles.back() && roles.back()->is_country) entity_of.emplace(roles.back()->country, roles.size() - 1);
  }
  for (std::size_t e = 0; e < roles.size(); ++e) {
    if (roles[e] && roles[e]->sure) entity_of.emplace(roles[e]->country, e);
  }
  std::vector<Seat> seats;
  for (std::size_t e = 0; e < roles.size(); ++e) {
    if (!roles[e]) continue;
    const auto country = entity_of.find(roles[e]->country);
    if (country == entity_of.end() || country->second == e) continue;
    const std::string what = roles[e]->is_country ? "another name of the country" : roles[e]->what;
    seats.push_back({e, country->second, roles[e]->sure, '"' + entities.all[e].name + "\" is " + what});
  }
  return seats;
}

std::size_t standing_for(const std::vector<Seat>& seats, std::size_t entity) {
  const auto seat =
      std::find_if(seats.begin(), seats.end(), [&](const Seat& s) { return s.sure && s.entity == entity; });
  return seat == seats.end() ? entity : seat->country;
}

void let_seats_stand(const std::vector<Seat>& seats, const Entities& entities, std::vector<FoundClaim>& claims) {
  std::map<std::size_t, std::size_t> country_of;
  for (const Seat& seat : seats) {
    if (seat.sure) country_of.emplace(seat.entity, seat.country);
  }
  for (FoundClaim& found : claims) {
    auto& sources = found.claim.sources;
    for (Source& source : sources) {
      const auto country = source.entity ? country_of.find(*source.entity) : country_of.end();
      // A role that only hangs on the name ("an aide in Astana") keeps its own.
      if (country == country_of.end() || source.name != entities.all[*source.entity].name) continue;
      source.entity = country->second;
      source.name = entities.all[country->second].name;
    }
    const auto twice = [](const Source& a, const Source& b) { return a.entity && a.entity == b.entity; };
    sources.erase(std::unique(sources.begin(), sources.end(), twice), sources.end());
  }
}

void note_seats(const std::vector<Seat>& seats, std::vector<Entity>& entities) {
  for (const Seat& seat : seats) {
    Entity& entity = entities[seat.entity];
    const std::string& country = entities[seat.country].name;
    if (seat.sure) {
      entity.why += (entity.why.empty() ? "" : "; ") + ("as a source it stands for \"" + country + "\": " + seat.why);
    } else {
      entity.maybe.push_back({seat.country, "as a source it may stand for \"" + country + "\": " + seat.why});
    }
  }
}

}  // namespace hearsay
