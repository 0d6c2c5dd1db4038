// Each change of a store, as one line of JSON on the standard input of a command.
#pragma once

#include "persist/store.h"

#include <cstdint>
#include <string>

namespace hearsay {

class Notifier {
 public:
  // Tells what changes from now on; nothing where the command is empty.
  Notifier(const StoreReader& store, std::string command);

  // Runs the command (/bin/sh -c) with what changed since the last call, if anything did, and waits for it. That it
  // fails is told on standard error, and what it was to get is not told again.
  void tell();

 private:
  const StoreReader& store_;
  std::string command_;
  std::int64_t told_ = 0;  // the number of the last change that was told
};

}  // namespace hearsay
