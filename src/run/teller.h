// Keeps the accounts of a store up to date with its stories.
#pragma once

#include "extract/marks.h"
#include "run/desk.h"
#include "run/rules.h"

#include <cstddef>
#include <functional>
#include <memory>

namespace hearsay {

// What making an account needs; loading it takes longer than making a small account.
struct TellingTools {
  Marker marker;
  AccountRules rules;
};

class Teller {
 public:
  Teller(Store& store, unsigned threads, Clock now = system_seconds);
  ~Teller();
  Teller(const Teller&) = delete;
  Teller& operator=(const Teller&) = delete;

  // Makes the account of each story, and only of those, that got an article, a version or another story since its
  // account was made, the longest waiting first; each is kept before the next is begun. `on_told` is called after each
  // with how many of how many are done, and ends the work by returning false. Returns how many were made. Rules and
  // models are loaded with the first.
  std::size_t tell(const std::function<bool(std::size_t done, std::size_t of)>& on_told = {});

 private:
  Store& store_;
  unsigned threads_;
  Clock now_;
  std::unique_ptr<TellingTools> tools_;
};

}  // namespace hearsay
