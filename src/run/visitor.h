// Pages and feeds from the network as records, and what of them is left alone because it has not changed.
#pragma once

#include "capture/fetch.h"
#include "run/reading.h"

#include <optional>
#include <string>

namespace hearsay {

class Visitor {
 public:
  explicit Visitor(const Manner& manner) : manner_(manner) {}

  // Nothing when it has not changed since the state that manner.fetch_state knows. Throws Unreadable.
  std::optional<Fetched> visit(const std::string& address);

  // Notes that a thing was read to its end, so that the next run need not read it again.
  void remember(const std::string& address, const Validators& validators);

 private:
  const Manner& manner_;
  std::optional<Fetcher> fetcher_;  // made when it is needed: most runs stay off the network
};

}  // namespace hearsay
