// Records from whatever the user names: files, folders, archives, feeds, standard input, addresses.
#pragma once

#include "base/problem.h"
#include "capture/formats/record.h"
#include "run/inputs/reading.h"
#include "run/inputs/set_aside.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace hearsay {

// A record and where it was, for reporting problems found later; or a problem found already, or what is left out.
struct Arrival {
  std::string where;
  Record record;
};
using Arrived = std::variant<Arrival, Problem, SetAside>;

// The consumer of what arrives, in order.
struct Taker {
  std::function<void(Arrived)> give;
  std::function<void()> settle;  // waits until everything given has been dealt with
  std::function<bool()> done;    // has it had enough? Only certain after settle()
};

// Reads each path in turn until the taker is done. read_articles() says what is read how.
void gather(const std::vector<std::string>& paths, const Manner& manner, const Taker& taker);

}  // namespace hearsay
