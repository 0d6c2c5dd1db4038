// The library asks a stream for bytes and gives up on a request whose stream fails: so the stream does the counting. It
// counts head and body together, since only the library knows where a body ends; the head is held to its own bound by
// looking for its end among the first bytes.
#include "serve/bounded_server.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>

namespace hearsay {

namespace {

using Time = std::chrono::steady_clock;

thread_local bool hangs_up = false;

class BoundedStream : public httplib::Stream {
 public:
  BoundedStream(int socket, const RequestBounds& bounds)
      : socket_(socket), bounds_(bounds), end_(Time::now() + bounds.in_all) {}

  bool is_readable() const override { return waits_for(POLLIN, std::chrono::milliseconds(0)); }
  bool is_writable() const override { return waits_for(POLLOUT, bounds_.patience); }

  // Reads ahead, since the library asks for a head byte by byte.
  ssize_t read(char* to, std::size_t size) override {
    if (at_ == ahead_.size() && !fill()) return -1;
    const std::size_t count = std::min(size, ahead_.size() - at_);
    std::copy_n(ahead_.data() + at_, count, to);
    at_ += count;
    return static_cast<ssize_t>(count);
  }

  ssize_t write(const char* from, std::size_t size) override {
    if (!is_writable()) return -1;
    answered_ = true;
    return ::send(socket_, from, size, MSG_NOSIGNAL);
  }

  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

  // Was the request too large, and has nothing been answered yet?
  bool is_to_be_told() const { return too_large_ && !answered_; }

  // Has the client sent more already, as one does that pipelines its requests?
  bool has_more() const { return at_ < ahead_.size(); }

  // The same stream for the next request.
  void begin() {
    ahead_.erase(0, std::exchange(at_, 0));
    end_of_head_.clear();
    head_ends_ = false;
    read_ = 0;
    answered_ = false;
    note(ahead_);
    end_ = Time::now() + bounds_.in_all;
  }

 private:
  bool waits_for(short event, std::chrono::milliseconds patience) const {
    pollfd asked{socket_, event, 0};
    return ::poll(&asked, 1, static_cast<int>(patience.count())) > 0;
  }

  bool fill() {
    constexpr std::size_t piece = 16 << 10;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Time::now());
    too_large_ = read_ >= bounds_.head_bytes + (head_ends_ ? bounds_.body_bytes : 0);
    if (too_large_ || left.count() <= 0) return false;
    if (!waits_for(POLLIN, std::min<std::chrono::milliseconds>(bounds_.patience, left))) return false;
    std::string more(piece, '\0');
    const ssize_t count = ::recv(socket_, more.data(), more.size(), 0);
    if (count <= 0) return false;
    more.resize(static_cast<std::size_t>(count));
    note(more);
    ahead_ = std::move(more);
    at_ = 0;
    return true;
  }

  void note(const std::string& bytes) {
    read_ += bytes.size();
    if (head_ends_) return;
    end_of_head_ += bytes;
    head_ends_ = end_of_head_.find("\r\n\r\n") != std::string::npos;
    end_of_head_.erase(0, end_of_head_.size() - std::min<std::size_t>(3, end_of_head_.size()));
  }

  int socket_;
  const RequestBounds& bounds_;
  Time::time_point end_;
  std::string ahead_;  // what was read ahead; from `at_` on it has not been asked for yet
  std::size_t at_ = 0;
  std::size_t read_ = 0;  // of this request
  bool head_ends_ = false;
  bool too_large_ = false;
  bool answered_ = false;
  std::string end_of_head_;  // its last three bytes so far
};

constexpr const char* too_large =
    "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

void close_gently(int socket) {
  ::shutdown(socket, SHUT_WR);
  // If the client were still sending, closing now would make the kernel discard the answer (a reset).
  char rest[4096];
  for (int i = 0; i < 64; ++i) {
    pollfd asked{socket, POLLIN, 0};
    if (::poll(&asked, 1, 100) <= 0 || ::recv(socket, rest, sizeof rest, 0) <= 0) break;
  }
  ::close(socket);
}

}  // namespace

void BoundedServer::hang_up() { hangs_up = true; }

// Waits in short pieces, so that a server told to stop does not wait for a client.
bool BoundedServer::something_comes(int socket) const {
  constexpr std::chrono::milliseconds piece(100);
  for (std::chrono::milliseconds waited{0}; waited < bounds_.patience && is_running(); waited += piece) {
    pollfd asked{socket, POLLIN, 0};
    if (::poll(&asked, 1, piece.count()) > 0) return true;
  }
  return false;
}

bool BoundedServer::process_and_close_socket(socket_t socket) {
  BoundedStream stream(socket, bounds_);
  bool going_on = true, done = false;
  for (std::size_t i = 0; i < bounds_.kept_alive && going_on && is_running(); ++i) {
    if (!stream.has_more() && !something_comes(socket)) break;
    stream.begin();
    bool closed = false;
    hangs_up = false;
    done = process_request(stream, i + 1 == bounds_.kept_alive, closed, [](httplib::Request& request) {
      request.ranges.clear();  // many small parts of one answer would be a large one
    });
    going_on = done && !closed && !hangs_up;
    if (stream.is_to_be_told()) stream.httplib::Stream::write(too_large);
  }
  close_gently(socket);
  return done;
}

}  // namespace hearsay
