// The server: HTTP around answers.h and writes.h.
#pragma once

#include <functional>
#include <string>

namespace hearsay {

struct ServerSettings {
  std::string store;
  std::string host = "127.0.0.1";
  int port = 8321;             // 0 is any that is free
  bool read_only = false;      // nobody may write
  std::string token_file;      // holds what who writes has to bring; off this machine nobody writes without one
  bool allow_private = false;  // addresses that are handed in may be of this machine and of private networks
};

// Answers until `stop` says so, which is asked a few times a second; `on_ready` is told the port. Who may write is said
// in gate.h, how much a request may be in bounded_server.h. While it may be written and no other program is the store's
// writer, it does what readers wait for itself (run/keeper.h).
// Throws StoreError for a file that is no store, std::runtime_error where it cannot listen or the token's file is none.
void serve(const ServerSettings& settings, const std::function<void(int port)>& on_ready,
           const std::function<bool()>& stop);

}  // namespace hearsay
