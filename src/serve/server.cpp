// cpp-httplib with a pool of threads; each request that reads has a reader of the store to itself while it is answered.
// Only one request writes at a time.
#include "serve/server.h"

#include "persist/store.h"
#include "run/desk.h"
#include "run/keeper.h"
#include "serve/answers.h"
#include "serve/bounded_server.h"
#include "serve/gate.h"
#include "serve/writes.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <thread>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t threads = 128;           // most of which wait for slow clients
constexpr std::ptrdiff_t most_answering = 32;  // of them at once
constexpr std::chrono::milliseconds pause(200);

// Readers that wait for the next request; opening one costs more than most answers.
class Readers {
 public:
  explicit Readers(std::string path) : path_(std::move(path)) { give(take()); }

  std::unique_ptr<StoreReader> take() {
    {
      const std::lock_guard lock(guard_);
      if (!free_.empty()) {
        auto reader = std::move(free_.back());
        free_.pop_back();
        return reader;
      }
    }
    return std::make_unique<StoreReader>(path_);
  }

  void give(std::unique_ptr<StoreReader> reader) {
    const std::lock_guard lock(guard_);
    free_.push_back(std::move(reader));
  }

  void close_all() {
    const std::lock_guard lock(guard_);
    free_.clear();
  }

 private:
  std::string path_;
  std::mutex guard_;
  std::vector<std::unique_ptr<StoreReader>> free_;
};

using Turns = std::counting_semaphore<most_answering>;

// One of the requests that are being answered.
class Turn {
 public:
  explicit Turn(Turns& turns) : turns_(turns) { turns_.acquire(); }
  ~Turn() { turns_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Turns& turns_;
};

// The only connection that writes, opened with the first request that does.
class Writing {
 public:
  explicit Writing(const ServerSettings& settings) : settings_(settings) {}

  WebAnswer answer(const WebRequest& request) {
    const std::unique_lock lock(guard_, std::chrono::seconds(5));
    if (!lock) return refusal(503, "too many are writing at the moment");
    if (!store_) store_.emplace(settings_.store, Store::Beside());
    try {
      return write(request, *store_, settings_.allow_private, system_seconds());
    } catch (const StoreError&) {
      store_.reset();  // the connection may be lost
      throw;
    }
  }

 private:
  const ServerSettings& settings_;
  std::timed_mutex guard_;
  std::optional<Store> store_;
};

WebRequest request_of(const httplib::Request& request) {
  WebRequest asked;
  asked.path = request.path;
  for (const auto& [name, value] : request.params) asked.asked[name] = value;
  asked.known_etag = request.get_header_value("If-None-Match");
  asked.method = request.method;
  asked.body = request.body;
  return asked;
}

RequestHead head_of(const httplib::Request& request) {
  const auto header = [&](const char* name) { return request.get_header_value(name); };
  return {request.method,           methods_at(request.path), header("Host"),         header("Origin"),
          header("Sec-Fetch-Site"), header("Authorization"),  header("Content-Type"), header("Content-Encoding")};
}

void write_answer(const WebAnswer& found, httplib::Response& response) {
  response.status = found.status;
  if (!found.etag.empty()) response.set_header("ETag", found.etag);
  if (!found.location.empty()) response.set_header("Location", found.location);
  if (found.status == 401) response.set_header("WWW-Authenticate", "Bearer");
  if (found.status != 304) response.set_content(found.body, found.type.c_str());
}

class Handlers {
 public:
  Handlers(const ServerSettings& settings, Gate gate)
      : gate_(std::move(gate)),
        serving_{gate_.may_write(), !gate_.token.empty()},
        readers_(settings.store),
        writing_(settings) {}

  void add_to(httplib::Server& server) {
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      const auto refused = turned_away(head_of(request), gate_);
      if (!refused) return httplib::Server::HandlerResponse::Unhandled;
      write_answer(*refused, response);
      if (refused->status == 405) response.set_header("Allow", methods_at(request.path));
      close(response);
      return httplib::Server::HandlerResponse::Handled;
    });
    server.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      const WebAnswer found = of_store(request, [this](const WebRequest& asked) { return read(asked); });
      // A story's page names its own scripts and styles by their hashes.
      if (found.type.starts_with("text/html") && !request.path.starts_with("/stories/"))
        response.set_header("Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      write_answer(found, response);
    });
    const auto write = [this](const httplib::Request& request, httplib::Response& response) {
      write_answer(of_store(request, [this](const WebRequest& asked) { return writing_.answer(asked); }), response);
    };
    server.Post(".*", write);
    server.Delete(".*", write);
    server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
      if (!response.body.empty()) return;  // it already says what is wrong
      // The library takes a request with a method it does not know for a broken one.
      const bool other_method = response.status == 400 && !request.method.empty() && request.path.empty();
      write_answer(other_method ? refusal(405, "method not allowed")
                                : refusal(response.status, "this request cannot be answered"),
                   response);
      if (other_method) response.set_header("Allow", "GET, HEAD, POST, DELETE");
      close(response);
    });
  }

 private:
  // The body is not read, and would be taken for the next request.
  static void close(httplib::Response& response) {
    response.set_header("Connection", "close");
    BoundedServer::hang_up();
  }

  WebAnswer read(const WebRequest& asked) {
    const Turn turn(turns_);
    auto reader = readers_.take();
    try {
      WebAnswer found = answer(asked, *reader, serving_);
      readers_.give(std::move(reader));
      return found;
    } catch (const StoreError&) {
      readers_.close_all();  // this one is not used again; the others may have lost their connection too
      throw;
    }
  }

  template <class Answering>
  static WebAnswer of_store(const httplib::Request& request, const Answering& answering) {
    try {
      return answering(request_of(request));
    } catch (const std::exception& error) {
      fmt::print(stderr, "hearsay: {}: {}\n", request.path, error.what());
      return refusal(503, "the store cannot be used at the moment");
    }
  }

  Gate gate_;
  Serving serving_;
  Readers readers_;
  Writing writing_;
  Turns turns_{most_answering};
};

// Does the writer's work if nobody else does. An error is reported once, and the work tried again later.
void keep(const ServerSettings& settings, const std::stop_token& ended) {
  Keeper keeper(settings.store, std::max(1U, std::thread::hardware_concurrency() / 2));
  std::string told;
  while (!ended.stop_requested()) {
    try {
      keeper.work([&] { return ended.stop_requested(); });
      told.clear();
    } catch (const std::exception& error) {
      if (told != error.what()) fmt::print(stderr, "hearsay: {}\n", error.what());
      told = error.what();
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

void serve(const ServerSettings& settings, const std::function<void(int)>& on_ready,
           const std::function<bool()>& stop) {
  const std::string token = settings.token_file.empty() ? std::string() : read_token(settings.token_file);
  const Gate gate{is_loopback(settings.host), settings.read_only, token};
  Handlers handlers(settings, gate);
  RequestBounds bounds;
  bounds.body_bytes = largest_body;
  BoundedServer server(bounds);
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // which the server deletes
  server.set_tcp_nodelay(true);  // head and body are two writes, and the second must not wait for an ACK
  server.set_idle_interval(0, 200'000);
  server.set_payload_max_length(largest_body);
  server.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"X-Frame-Options", "DENY"},
                              {"Cache-Control", "no-cache"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
  handlers.add_to(server);
  const int port = settings.port == 0                                  ? server.bind_to_any_port(settings.host)
                   : server.bind_to_port(settings.host, settings.port) ? settings.port
                                                                       : -1;
  if (port <= 0)
    throw std::runtime_error(
        fmt::format("cannot listen on {} port {}: it may be in use", settings.host, settings.port));
  on_ready(port);
  std::optional<std::jthread> keeper;
  if (gate.may_write()) keeper.emplace([&](const std::stop_token& ended) { keep(settings, ended); });
  std::jthread waiter([&](const std::stop_token& ended) {
    while (!ended.stop_requested() && !stop()) std::this_thread::sleep_for(pause);
    if (keeper) keeper->request_stop();
    server.stop();
  });
  server.listen_after_bind();
}

}  // namespace hearsay
