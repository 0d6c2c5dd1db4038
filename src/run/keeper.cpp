#include "run/keeper.h"

#include "persist/inbox.h"
#include "persist/stories.h"
#include "run/handed_in.h"
#include "run/stored_story.h"

#include <chrono>
#include <utility>
#include <vector>

namespace hearsay {

Keeper::Keeper(std::string store, unsigned threads) : path_(std::move(store)), threads_(threads) {}
Keeper::~Keeper() = default;

bool Keeper::work(const std::function<bool()>& stop) {
  constexpr std::chrono::seconds turn(1);
  constexpr std::chrono::milliseconds patience(0);
  try {
    if (!reader_) reader_ = std::make_unique<StoreReader>(path_);
    const bool handed_in_waits = count_waiting(*reader_) > 0;
    if (!handed_in_waits && awaited_stories(*reader_).empty()) return false;
    Store store(path_, Store::Missing::refuse, patience);
    const auto end = std::chrono::steady_clock::now() + turn;
    const auto over = [&] { return stop() || std::chrono::steady_clock::now() >= end; };
    if (handed_in_waits) {
      Desk desk(store);
      take_handed_in(store, desk, stop);
      desk.finish();
    }
    for (const std::size_t story : awaited_stories(store)) {
      if (!tools_) tools_ = std::make_unique<TellingTools>();
      tell_story(store, story, tools_->marker, tools_->rules, threads_, system_seconds());
      if (over()) break;
    }
    return true;
  } catch (const StoreBusy&) {
    return false;
  } catch (const StoreError&) {
    reader_.reset();  // its connection may be lost
    throw;
  }
}

}  // namespace hearsay
