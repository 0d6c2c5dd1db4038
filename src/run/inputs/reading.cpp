// One pass over the inputs: every carrier becomes records (gathering.cpp), every record articles (src/clean), on all
// threads; here they are put back in order, and unwanted ones are dropped.
#include "run/inputs/reading.h"

#include "capture/network/header_text.h"
#include "clean/clean.h"
#include "run/inputs/gathering.h"
#include "run/inputs/seen_hashes.h"
#include "run/inputs/set_aside.h"
#include "run/threads/in_order.h"

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

namespace hearsay {

namespace {

// How many bytes of pages and texts may be in progress at once.
constexpr std::size_t most_waiting_bytes = 16u << 20;

struct Cleaned {
  std::vector<Article> articles;
  std::optional<Problem> problem;
  std::optional<SetAside> set_aside;
};

Cleaned clean_arrived(Arrived arrived, Care care) {
  if (auto* problem = std::get_if<Problem>(&arrived)) return {{}, std::move(*problem), {}};
  if (auto* set_aside = std::get_if<SetAside>(&arrived)) return {{}, {}, std::move(*set_aside)};
  auto& arrival = std::get<Arrival>(arrived);
  auto articles = clean(std::move(arrival.record), care);
  if (!articles) return {{}, Problem{std::move(arrival.where), articles.error()}, {}};
  return {std::move(*articles), {}, {}};
}

std::size_t size_of(const Arrived& arrived) {
  constexpr std::size_t at_least = 512;
  const auto* arrival = std::get_if<Arrival>(&arrived);
  return at_least + (arrival ? arrival->record.content.size() : 0);
}

// Case is ignored.
bool is_one_of(const std::optional<std::string>& value, const std::vector<std::string>& wanted, bool below) {
  if (wanted.empty() || !value) return wanted.empty();
  const std::string own = small(*value);
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return own == small(word) || (below && own.ends_with("." + small(word)));
  });
}

bool is_wanted(const Article& article, const Selection& selection) {
  if (selection.since && !(article.published && local_day(*article.published) >= *selection.since)) return false;
  if (selection.until && !(article.published && local_day(*article.published) <= *selection.until)) return false;
  return is_one_of(article.language, selection.languages, false) && is_one_of(article.outlet, selection.outlets, true);
}

// Hands over the wanted articles up to the limit, and counts what is left out.
class Counter {
 public:
  Counter(const Selection& selection, bool ids_as_given, const std::function<void(Article)>& on_article,
          const std::function<void(Problem)>& on_problem)
      : selection_(selection), ids_as_given_(ids_as_given), on_article_(on_article), on_problem_(on_problem) {}

  void take(Cleaned cleaned) {
    if (done_) return;
    if (cleaned.problem) on_problem_(std::move(*cleaned.problem));
    if (cleaned.set_aside) set_aside_.add(std::move(*cleaned.set_aside));
    for (Article& article : cleaned.articles) {
      if (done_ || !is_wanted(article, selection_)) continue;
      if (!ids_as_given_ && came_before(article)) {
        set_aside_.add({SetAside::Kind::came_again, std::move(article.id)});
        continue;
      }
      if (!ids_as_given_) article.id = unique(article.id);
      done_ = ++handed_over_ == selection_.limit;
      on_article_(std::move(article));
    }
  }

  bool done() const { return done_; }
  const SetAsideCounts& set_aside() const { return set_aside_; }

 private:
  static std::uint64_t key(std::string_view text, std::uint64_t seed = 0) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
  }

  // Was an article with this id, outlet and text handed over? Remembered by one hash, because an archive has millions.
  // Pages of which only what they say about themselves is known have no text, and are never the same.
  bool came_before(const Article& article) {
    if (article.text.empty()) return false;
    const std::uint64_t id = key(article.id);
    // Without an outlet, "north/1.txt" and "south/1.txt" may be two that printed the same.
    const std::string& place = article.location;
    const std::string from = article.outlet ? *article.outlet : place.substr(0, place.rfind('/') + 1);
    return !articles_.insert(key(article.text, key(from, id)));
  }

  // Ids are remembered by their hash too.
  std::string unique(const std::string& id) {
    if (seen_.insert(key(id))) return id;
    int& times = times_.try_emplace(key(id), 1).first->second;
    std::string other;
    do {
      other = id + "#" + std::to_string(++times);
    } while (!seen_.insert(key(other)));
    return other;
  }

  const Selection& selection_;
  bool ids_as_given_;
  const std::function<void(Article)>& on_article_;
  const std::function<void(Problem)>& on_problem_;
  SeenHashes articles_;
  SeenHashes seen_;                               // ids
  std::unordered_map<std::uint64_t, int> times_;  // of ids that came again; looked up, never iterated
  SetAsideCounts set_aside_;
  std::size_t handed_over_ = 0;
  std::atomic<bool> done_ = false;
};

}  // namespace

void read_articles(const std::vector<std::string>& paths, const Selection& selection, const Manner& manner,
                   const std::function<void(Article)>& on_article, const std::function<void(Problem)>& on_problem) {
  const Care care{.text_only = manner.text_only,
                  .language = !selection.languages.empty(),
                  .places = manner.places,
                  .why = manner.why,
                  .metadata = manner.metadata};
  Counter counter(selection, manner.ids_as_given, on_article, on_problem);
  InOrder<Arrived, Cleaned> line(
      manner.threads, most_waiting_bytes, [care](Arrived arrived) { return clean_arrived(std::move(arrived), care); },
      [&](Cleaned cleaned) {
        counter.take(std::move(cleaned));
        if (manner.on_progress) manner.on_progress();
      });
  Taker taker;
  taker.give = [&](Arrived arrived) {
    const std::size_t size = size_of(arrived);
    line.give(std::move(arrived), size);
  };
  taker.settle = [&] { line.settle(); };
  taker.done = [&] { return counter.done(); };
  gather(paths, manner, taker);
  line.settle();
  if (!manner.on_set_aside) return;
  for (const std::string& sentence : counter.set_aside().sentences()) manner.on_set_aside(sentence);
}

void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem) {
  read_articles(paths, {}, {}, on_article, on_problem);
}

}  // namespace hearsay
