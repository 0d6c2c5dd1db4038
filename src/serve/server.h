// The server: HTTP around answers.h and writes.h.
#pragma once

#include <functional>
#include <string>

namespace hearsay {

struct ServerSettings {
  std::string store;
  std::string host = "127.0.0.1";
  int port = 8321;             // 0: any free port
  bool read_only = false;      // nobody may write
  std::string token_file;      // holds the token that writing needs; beyond this machine nobody writes without one
  bool allow_private = false;  // addresses handed in may be of this machine and of private networks
};

// Answers until `stop`, which is asked a few times a second, returns true; `on_ready` is called with the port. gate.h
// says who may write, bounded_server.h how large a request may be. Unless nobody may write, or another program is
// writing the store, it also does the work that readers wait for (run/keeper.h).
// Throws StoreError for a file that is no store, std::runtime_error if it cannot listen or the token file is unusable.
void serve(const ServerSettings& settings, const std::function<void(int port)>& on_ready,
           const std::function<bool()>& stop);

}  // namespace hearsay
