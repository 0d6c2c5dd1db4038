// cpp-httplib's server with bounds on what one request may send and how long it may take. The library itself bounds
// neither the number of header lines, nor a chunked body, nor the total time.
#pragma once

#include <httplib.h>

#include <chrono>
#include <cstddef>

namespace hearsay {

struct RequestBounds {
  std::size_t head_bytes = 16u << 10;
  std::size_t body_bytes = 1u << 20;
  std::chrono::seconds patience{5};  // with a client that neither sends nor receives anything
  std::chrono::seconds in_all{10};   // for a whole request to arrive
  std::size_t kept_alive = 100;      // requests on one connection
};

class BoundedServer : public httplib::Server {
 public:
  explicit BoundedServer(const RequestBounds& bounds) : bounds_(bounds) {}

  // Call while a request is handled: its connection is closed after the answer, for example because its body was not
  // read.
  static void hang_up();

 private:
  bool process_and_close_socket(socket_t socket) override;
  bool something_comes(int socket) const;

  RequestBounds bounds_;
};

}  // namespace hearsay
