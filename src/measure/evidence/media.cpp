#include "measure/evidence/media.h"

#include "base/folding.h"
#include "base/word_lists.h"

#include <algorithm>

namespace hearsay {

namespace {

// "The Harbor Herald" as "harborherald".
std::string key_of(std::string_view name) {
  std::string key = fold(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  std::erase_if(key, [](char c) { return c == ' ' || c == '.' || c == '-'; });
  return key;
}

std::set<std::string> read_names() {
  std::set<std::string> names;
  const auto add = [&](const ListLine& line) {
    if (!line.section.empty()) return;
    for (const std::string_view name : line.words) names.insert(key_of(name));
  };
  read_list("data/agencies.txt", {"", "before a credit", "behind a credit"}, add);
  read_list("data/outlet_names.txt", {""}, add);
  return names;
}

}  // namespace

Media::Media(std::span<const Article> articles) {
  static const std::set<std::string> listed = read_names();
  names_ = listed;
  for (const Article& article : articles) {
    if (!article.outlet) continue;
    names_.insert(key_of(*article.outlet));
    std::string_view label = *article.outlet;  // of an address the first label: "harborherald.example"
    if (label.starts_with("www.")) label.remove_prefix(4);
    names_.insert(key_of(label.substr(0, label.find('.'))));
  }
  names_.erase("");
}

bool Media::contains(std::string_view name) const { return names_.contains(key_of(name)); }

}  // namespace hearsay
