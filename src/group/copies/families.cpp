// A table read once. Domains only: an outlet told by its name ("The Harbor Herald") has no owner here.
#include "group/copies/families.h"

#include "base/word_lists.h"

#include <map>
#include <string>
#include <utility>

namespace hearsay {

namespace {

using Owners = std::map<std::string, std::string_view, std::less<>>;

Owners read_owners() {
  Owners owners;
  read_list("data/families.txt", {""}, [&](const ListLine& line) {
    for (const std::string_view outlet : line.words) owners.emplace(outlet, line.needed_key());
  });
  return owners;
}

std::string_view without_www(std::string_view outlet) { return outlet.starts_with("www.") ? outlet.substr(4) : outlet; }

}  // namespace

std::optional<std::string_view> owner_of(std::string_view outlet) {
  static const Owners owners = read_owners();
  for (outlet = without_www(outlet); !outlet.empty();) {
    if (const auto found = owners.find(outlet); found != owners.end()) return found->second;
    const std::size_t dot = outlet.find('.');
    if (dot == std::string_view::npos) break;
    outlet.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

bool is_same_outlet(std::string_view a, std::string_view b) {
  a = without_www(a);
  b = without_www(b);
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (!b.empty() && a.size() > b.size() && a.ends_with(b) && a[a.size() - b.size() - 1] == '.');
}

}  // namespace hearsay
