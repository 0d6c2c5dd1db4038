// Pages and feeds from the network, leaving out those that have not changed.
#pragma once

#include "capture/network/fetch.h"
#include "run/inputs/reading.h"

#include <optional>
#include <string>

namespace hearsay {

class Visitor {
 public:
  explicit Visitor(const Manner& manner) : manner_(manner) {}

  // Nothing if it has not changed since the state in manner.fetch_state. Throws Unreadable.
  std::optional<Fetched> visit(const std::string& address);

  // Notes that something was read to its end, so that the next run need not read it again.
  void remember(const std::string& address, const Validators& validators);

 private:
  const Manner& manner_;
  std::optional<Fetcher> fetcher_;  // made when needed: most runs stay off the network
};

}  // namespace hearsay
