// cpp-httplib with a pool of threads; each request has a reader of the store to itself while it is answered.
#include "serve/server.h"

#include "persist/store.h"
#include "present/json_text.h"
#include "serve/answers.h"

#include <fmt/format.h>
#include <httplib.h>

#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace hearsay {

namespace {

constexpr time_t patience_seconds = 5;
constexpr std::size_t threads = 32;
constexpr std::size_t largest_body = 4096;  // of a request, which has none that is used
constexpr std::size_t most_kept_alive = 100;

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

 private:
  std::string path_;
  std::mutex guard_;
  std::vector<std::unique_ptr<StoreReader>> free_;
};

bool is_loopback(const std::string& host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

// "localhost:8321" without the port.
std::string name_in(const std::string& host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

WebAnswer failed(int status, const std::string& reason) {
  JsonText out;
  return {status, "application/json", out.begin_object().add("error", reason).end_object().take(), ""};
}

WebAnswer answer_one(const httplib::Request& request, Readers& readers) {
  WebRequest asked;
  asked.path = request.path;
  for (const auto& [name, value] : request.params) asked.asked[name] = value;
  asked.known_etag = request.get_header_value("If-None-Match");
  try {
    auto reader = readers.take();
    WebAnswer found = answer(asked, *reader);
    readers.give(std::move(reader));
    return found;
  } catch (const std::exception& error) {  // the reader is not used again
    fmt::print(stderr, "hearsay: {}: {}\n", asked.path, error.what());
    return failed(503, "the store cannot be read at the moment");
  }
}

void write_answer(const WebAnswer& found, httplib::Response& response) {
  response.status = found.status;
  if (!found.etag.empty()) response.set_header("ETag", found.etag);
  if (found.status != 304) response.set_content(found.body, found.type.c_str());
}

}  // namespace

void serve(const ServerSettings& settings, const std::function<void(int)>& on_ready,
           const std::function<bool()>& stop) {
  Readers readers(settings.store);
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // which the server deletes
  server.set_tcp_nodelay(true);  // a head and its body are two writes, and the second is not to wait for an answer
  server.set_read_timeout(patience_seconds);
  server.set_write_timeout(patience_seconds);
  server.set_idle_interval(0, 200'000);
  server.set_keep_alive_max_count(most_kept_alive);
  server.set_keep_alive_timeout(patience_seconds);
  server.set_payload_max_length(largest_body);
  server.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"X-Frame-Options", "DENY"},
                              {"Cache-Control", "no-cache"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
  const bool guarded = is_loopback(settings.host);
  server.set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& response) {
    if (request.method != "GET" && request.method != "HEAD")
      write_answer(failed(405, "this server only answers"), response);
    else if (guarded && !is_loopback(name_in(request.get_header_value("Host"))))
      write_answer(failed(403, "this host is called otherwise"), response);
    else
      return httplib::Server::HandlerResponse::Unhandled;
    return httplib::Server::HandlerResponse::Handled;
  });
  server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
    const WebAnswer found = answer_one(request, readers);
    // A story's page names its own scripts and styles by their hashes.
    if (request.path == "/")
      response.set_header(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    write_answer(found, response);
  });
  const int port = settings.port == 0                                  ? server.bind_to_any_port(settings.host)
                   : server.bind_to_port(settings.host, settings.port) ? settings.port
                                                                       : -1;
  if (port <= 0)
    throw std::runtime_error(
        fmt::format("cannot listen on {} port {}: it may be in use", settings.host, settings.port));
  on_ready(port);
  std::jthread waiter([&](const std::stop_token& ended) {
    while (!ended.stop_requested() && !stop()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    server.stop();
  });
  server.listen_after_bind();
}

}  // namespace hearsay
