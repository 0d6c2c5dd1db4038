// The server: HTTP around answers.h.
#pragma once

#include <functional>
#include <string>

namespace hearsay {

struct ServerSettings {
  std::string store;
  std::string host = "127.0.0.1";
  int port = 8321;  // 0 is any that is free
};

// Answers until `stop` says so, which is asked a few times a second; `on_ready` is told the port. GET and HEAD only. A
// request has at most 8 KB of head and no body; a client that sends or takes nothing for five seconds is hung up on,
// and others are answered meanwhile. On a loopback address only requests to that host's own names are answered, so
// that no page from elsewhere can read it under a name of its own (DNS rebinding).
// Throws StoreError for a file that is no store, std::runtime_error where it cannot listen.
void serve(const ServerSettings& settings, const std::function<void(int port)>& on_ready,
           const std::function<bool()>& stop);

}  // namespace hearsay
