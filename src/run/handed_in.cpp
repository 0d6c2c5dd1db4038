#include "run/handed_in.h"

#include "base/problem.h"
#include "capture/formats/json_record.h"
#include "capture/network/fetch.h"
#include "clean/clean.h"
#include "persist/articles.h"
#include "persist/inbox.h"
#include "run/inputs/reading.h"

#include <utility>

namespace hearsay {

namespace {

// Ends a reading when asked to stop.
struct Stopped {};

// One thing handed in, as it is taken; counts what becomes of its articles.
class Taking {
 public:
  Taking(Store& store, Desk& desk, const HandedIn& thing) : store_(store), desk_(desk), thing_(thing) {}

  void take(const std::function<bool()>& stop) {
    if (thing_.kind == HandedIn::Kind::article)
      take_article();
    else
      take_address(stop);
  }

  void note() {
    if (counts_.refused == 0 && counts_.added + counts_.changed + counts_.again == 0)
      refuse({thing_.content, "has no article"});
    desk_.note_taken(thing_.number, counts_, fault_, story_);
  }

 private:
  void take_article() {
    auto record = parse_json_record(thing_.content);
    if (!record) return refuse({std::string(handed_in), record.error()});
    record->location = record->url && is_web_address(*record->url) ? *record->url : std::string(handed_in);
    auto articles = clean(std::move(*record));
    if (!articles) return refuse({std::string(handed_in), articles.error()});
    for (Article& article : *articles) take(std::move(article));
  }

  // Unlike an article handed in, what is read from the network may take a while: each of its articles is committed at
  // once.
  void take_address(const std::function<bool()>& stop) {
    if (!is_web_address(thing_.content)) return refuse({thing_.content, "is not an http or https address"});
    Manner manner;
    manner.ids_as_given = true;
    manner.allow_private = thing_.allow_private;
    read_articles(
        {thing_.content}, {}, manner,
        [&](Article article) {
          if (stop()) throw Stopped();
          take(std::move(article));
          desk_.commit();
        },
        [&](const Problem& problem) {
          refuse(problem);
          desk_.commit();
        });
  }

  void take(Article article) {
    const std::string known_by = identity_of(article), id = article.id;
    switch (desk_.take(std::move(article))) {
      case Desk::Fate::added:
        ++counts_.added;
        break;
      case Desk::Fate::changed:
        ++counts_.changed;
        break;
      case Desk::Fate::again:
        ++counts_.again;
        break;
    }
    auto held = find_known(store_, known_by);
    if (!held) held = find_article(store_, id);
    if (held) story_ = held->story;
  }

  void refuse(const Problem& problem) {
    ++counts_.refused;
    if (fault_.empty()) fault_ = problem.where == handed_in ? problem.reason : problem.where + " " + problem.reason;
    desk_.refuse(problem);
  }

  Store& store_;
  Desk& desk_;
  const HandedIn& thing_;
  RunCounts counts_;
  std::string fault_;
  std::size_t story_ = 0;
};

}  // namespace

std::optional<std::string> fault_of_article(std::string_view json) {
  const auto record = parse_json_record(json);
  if (!record) return record.error();
  if (record->url && !is_web_address(*record->url)) return "has a url that is not an http or https address";
  if (record->id.empty()) return "has neither id nor url";
  return std::nullopt;
}

std::size_t take_handed_in(Store& store, Desk& desk, const std::function<bool()>& stop) {
  std::size_t taken = 0;
  while (!stop()) {
    const auto thing = next_handed_in(store);
    if (!thing) break;
    Taking taking(store, desk, *thing);
    try {
      taking.take(stop);
    } catch (const Stopped&) {
      break;
    }
    taking.note();
    desk.commit();
    ++taken;
  }
  return taken;
}

}  // namespace hearsay
