// cpp-httplib's server with an end to what one request may send and to the time it may take. The library itself bounds
// neither the number of header lines, nor a body in chunks, nor the whole time.
#pragma once

#include <httplib.h>

#include <chrono>
#include <cstddef>

namespace hearsay {

struct RequestBounds {
  std::size_t head_bytes = 16u << 10;
  std::size_t body_bytes = 1u << 20;
  std::chrono::seconds patience{5};  // for a client that sends or takes nothing
  std::chrono::seconds in_all{10};   // from a request's first byte to its last
  std::size_t kept_alive = 100;      // requests on one connection
};

class BoundedServer : public httplib::Server {
 public:
  explicit BoundedServer(const RequestBounds& bounds) : bounds_(bounds) {}

  // To be called while a request is handled: its connection is closed after the answer, for example since what it
  // sends was not read.
  static void hang_up();

 private:
  bool process_and_close_socket(socket_t socket) override;
  bool something_comes(int socket) const;

  RequestBounds bounds_;
};

}  // namespace hearsay
