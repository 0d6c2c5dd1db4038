// Only the first few are held as they are, since most streams have few articles a second, and packing takes time.
#include "group/stories/waiting_articles.h"

#include "group/stories/packed_signature.h"

#include <algorithm>

namespace hearsay {

bool WaitingArticles::is_of_their_time(const Signature& article) const {
  if (empty()) return true;
  const Signature& other = first_.front();
  return size() < most && article.has_day == other.has_day && (!article.has_day || article.seconds == other.seconds);
}

void WaitingArticles::add(Signature article, std::uint32_t number) {
  if (size() < most_unpacked)
    first_.push_back(std::move(article));
  else
    packed_.add(static_cast<std::uint32_t>(size()), pack_signature(article));
  numbers_.push_back(number);
}

std::vector<std::uint32_t> WaitingArticles::order() const {
  struct Waiting {
    PackedIdentity identity;
    std::uint32_t place;
  };
  std::vector<Waiting> waiting;
  for (std::uint32_t place = 0; place < size(); ++place) {
    const bool is_packed = place >= first_.size();
    const PackedIdentity identity =
        is_packed ? identity_in(packed_.at(place)) : PackedIdentity{first_[place].id, first_[place].content};
    waiting.push_back({identity, place});
  }
  std::stable_sort(waiting.begin(), waiting.end(), [](const Waiting& a, const Waiting& b) {
    if (a.identity.id != b.identity.id) return a.identity.id < b.identity.id;
    return a.identity.content < b.identity.content;
  });
  std::vector<std::uint32_t> places;
  for (const Waiting& next : waiting) places.push_back(next.place);
  return places;
}

const Signature& WaitingArticles::at(std::uint32_t place, Signature& room) const {
  if (place < first_.size()) return first_[place];
  room = unpack_signature(packed_.at(place));
  return room;
}

void WaitingArticles::clear() {
  numbers_.clear();
  first_.clear();
  packed_ = {};
}

}  // namespace hearsay
