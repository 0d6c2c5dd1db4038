// A story as JSON, format "hearsay/story/1".
#include "present/json.h"

#include "present/json_parts.h"

#include <algorithm>

namespace hearsay {

std::string to_json(const Story& story, std::span<const Article> articles) {
  Json json = {{"format", "hearsay/story/1"}, {"story", story.id}, {"articles", Json::array()}};
  for (const std::size_t number : story.articles) json["articles"].push_back(articles[number].id);
  // A stream holds many articles outside this story, so only those that copies need are indexed, once each.
  std::vector<std::size_t> needed;
  for (const Copy& copy : story.copies) needed.insert(needed.end(), {copy.from, copy.to});
  std::sort(needed.begin(), needed.end());
  needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
  std::vector<Article> own;
  for (const std::size_t number : needed) own.push_back(articles[number]);
  const std::vector<Positions> positions = positions_of(own);
  const auto place_of = [&](std::size_t number) {
    return static_cast<std::size_t>(std::lower_bound(needed.begin(), needed.end(), number) - needed.begin());
  };
  json["copies"] = Json::array();
  for (Copy copy : story.copies) {
    copy.from = place_of(copy.from);
    copy.to = place_of(copy.to);
    json["copies"].push_back(describe(copy, own, positions));
  }
  return dump(json);
}

}  // namespace hearsay
