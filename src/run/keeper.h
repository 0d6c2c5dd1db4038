// The writer for a store that no other program is writing, so that what readers wait for is done all the same.
#pragma once

#include "run/teller.h"

#include <functional>
#include <memory>
#include <string>

namespace hearsay {

// For a server, whose readers correct and hand in. If `watch` or `ingest` is running, that program does the same work,
// and this one leaves the store to it.
class Keeper {
 public:
  Keeper(std::string store, unsigned threads);
  ~Keeper();
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  // Takes what was handed in, then makes anew the accounts that readers wait for (persist/stories.h) until a second has
  // passed, so that other writers have their turn; `stop` ends both. False if nothing is waiting or another program is
  // writing. Throws StoreError.
  bool work(const std::function<bool()>& stop);

 private:
  std::string path_;
  unsigned threads_;
  std::unique_ptr<StoreReader> reader_;
  std::unique_ptr<TellingTools> tools_;
};

}  // namespace hearsay
