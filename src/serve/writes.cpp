#include "serve/writes.h"

#include "capture/network/fetch.h"
#include "persist/inbox.h"
#include "present/json/json_text.h"
#include "run/handed_in.h"
#include "run/stored_corrections.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <charconv>

namespace hearsay {

namespace {

constexpr std::size_t most_waiting = 1000;
constexpr std::size_t most_corrections = 10'000;
constexpr std::size_t longest_address = 2000;

// The text in a small object: {"address":"..."}.
std::string text_in(const std::string& body, const char* name) {
  simdjson::dom::parser parser;
  std::string_view text;
  if (parser.parse(body)[name].get_string().get(text) != simdjson::SUCCESS)
    throw Refused{400, fmt::format("the body must be like {{\"{}\":\"...\"}}", name)};
  return std::string(text);
}

WebAnswer hand_in_now(Store& store, HandedIn::Kind kind, std::string content, bool allow_private, std::int64_t at) {
  SqlTransaction transaction(store.sql());
  if (count_waiting(store) >= most_waiting) throw Refused{503, "too much is already waiting to be taken in"};
  const std::int64_t number = hand_in(store, {0, kind, std::move(content), allow_private}, at);
  transaction.commit();
  JsonText out;
  out.begin_object().add("number", number).add("state", "waiting");
  return {202, "application/json", out.end_object().take(), "", fmt::format("/api/inbox/{}", number)};
}

WebAnswer take_article(const WebRequest& request, Store& store, std::int64_t at) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(request.body).get_object().get(object) != simdjson::SUCCESS)
    throw Refused{400, "the body must be an article as a JSON object"};
  if (const auto fault = fault_of_article(request.body)) throw Refused{422, "the article " + *fault};
  return hand_in_now(store, HandedIn::Kind::article, request.body, false, at);
}

WebAnswer take_address(const WebRequest& request, Store& store, bool allow_private, std::int64_t at) {
  const std::string address = text_in(request.body, "address");
  if (!is_web_address(address) || address.size() > longest_address)
    throw Refused{422, "the address is not an http or https address"};
  return hand_in_now(store, HandedIn::Kind::address, address, allow_private, at);
}

WebAnswer add_line(const WebRequest& request, Store& store, std::int64_t at) {
  const std::string line = text_in(request.body, "line");
  if (const auto fault = fault_of_correction(line)) throw Refused{422, "the correction " + *fault};
  if (list_corrections(store).size() >= most_corrections) throw Refused{503, "the store holds too many corrections"};
  const std::int64_t number = correct(store, line, at);
  JsonText out;
  out.begin_object().add("number", number).add("line", line);
  return {201, "application/json", out.end_object().take(), "", fmt::format("/api/corrections/{}", number)};
}

WebAnswer take_back(const std::string& word, Store& store, std::int64_t at) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || !holds_correction(store, number))
    throw Refused{404, "there is no such correction"};
  withdraw(store, number, at);
  JsonText out;
  return {200, "application/json", out.begin_object().add("number", number).end_object().take(), "", ""};
}

constexpr std::string_view corrections = "/api/corrections/";

WebAnswer choose(const WebRequest& request, Store& store, bool allow_private, std::int64_t at) {
  const bool post = request.method == "POST";
  if (post && request.path == "/api/articles") return take_article(request, store, at);
  if (post && request.path == "/api/addresses") return take_address(request, store, allow_private, at);
  if (post && request.path == "/api/corrections") return add_line(request, store, at);
  if (request.method == "DELETE" && request.path.starts_with(corrections))
    return take_back(request.path.substr(corrections.size()), store, at);
  throw Refused{405, "method not allowed"};
}

}  // namespace

std::string methods_at(const std::string& path) {
  if (path == "/api/addresses") return "POST";
  if (path.starts_with(corrections)) return "DELETE";
  return path == "/api/articles" || path == "/api/corrections" ? "GET, HEAD, POST" : "GET, HEAD";
}

WebAnswer write(const WebRequest& request, Store& store, bool allow_private, std::int64_t at) {
  try {
    return choose(request, store, allow_private, at);
  } catch (const Refused& refused) {
    return refusal(refused.status, refused.reason);
  }
}

}  // namespace hearsay
