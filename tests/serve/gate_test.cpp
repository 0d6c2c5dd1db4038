#include "serve/gate.h"

#include "capture/scratch_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <tuple>

namespace hearsay {
namespace {

const std::string token = "a-token-of-many-letters";

// The status of who is turned away; 0 where the request is to be answered.
int status_of(const RequestHead& head, const Gate& gate) {
  const auto answer = turned_away(head, gate);
  return answer ? answer->status : 0;
}

RequestHead post(const std::string& host, const std::string& origin = "", const std::string& site = "",
                 const std::string& authorization = "") {
  return {"POST", "GET, HEAD, POST", host, origin, site, authorization, "application/json", ""};
}

RequestHead get(const std::string& host) { return {"GET", "GET, HEAD", host, "", "", "", "", ""}; }

TEST(Gate, a_machine_is_asked_by_its_own_names) {
  const Gate here, there{false, false, ""};
  for (const char* host : {"localhost", "localhost:8321", "127.0.0.1:1", "127.9.9.9", "[::1]:8321", "[::1]"})
    EXPECT_EQ(status_of(get(host), here), 0) << host;
  for (const char* host : {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.evil.example",
                           "[::1].evil.example", "[", "0.0.0.0"}) {
    EXPECT_EQ(status_of(get(host), here), 403) << host;
    EXPECT_EQ(status_of(get(host), there), 0) << host;
  }
}

TEST(Gate, only_pages_of_this_server_write) {
  const Gate gate;
  const std::string own = "localhost:8321";
  EXPECT_EQ(status_of(post(own), gate), 0);
  EXPECT_EQ(status_of(post(own, "http://localhost:8321"), gate), 0);
  EXPECT_EQ(status_of(post(own, "https://localhost:8321", "same-origin"), gate), 0);
  for (const char* origin : {"http://localhost", "http://localhost:1", "http://evil.example", "null", "localhost:8321",
                             "http://localhost:8321.evil.example"})
    EXPECT_EQ(status_of(post(own, origin), gate), 403) << origin;
  for (const char* site : {"cross-site", "same-site", "what"}) EXPECT_EQ(status_of(post(own, "", site), gate), 403);
}

TEST(Gate, writing_is_as_the_operator_says) {
  EXPECT_EQ(status_of(post("localhost"), {true, true, ""}), 403);
  EXPECT_EQ(status_of(post("desk.example"), {false, false, ""}), 403);
  for (const Gate& gate : {Gate{true, false, token}, Gate{false, false, token}}) {
    EXPECT_EQ(status_of(post("localhost", "", "", "Bearer " + token), gate), 0);
    for (const std::string& brought : {std::string(), token, "Bearer " + token + "s", "bearer " + token,
                                       "Bearer " + token.substr(1), std::string("Bearer ")})
      EXPECT_EQ(status_of(post("localhost", "", "", brought), gate), 401) << brought;
    EXPECT_EQ(status_of(get("localhost"), gate), 0);
  }
}

TEST(Gate, only_plain_json_is_taken) {
  for (const auto& [type, encoding, status] :
       {std::tuple("application/json", "", 0), std::tuple("Application/JSON; charset=utf-8", "", 0),
        std::tuple("text/plain", "", 415), std::tuple("application/x-www-form-urlencoded", "", 415),
        std::tuple("", "", 415), std::tuple("application/json", "gzip", 415)})
    EXPECT_EQ(status_of({"POST", "POST", "localhost", "", "", "", type, encoding}, {}), status) << type << encoding;
}

TEST(Gate, a_path_is_asked_for_what_it_does) {
  const auto status = [](const char* method, const char* methods) {
    return status_of({method, methods, "localhost", "", "", "", "application/json", ""}, {});
  };
  EXPECT_EQ(status("POST", "GET, HEAD, POST"), 0);
  EXPECT_EQ(status("HEAD", "GET, HEAD"), 0);
  EXPECT_EQ(status("DELETE", "DELETE"), 0);
  for (const char* method : {"PUT", "GET", "HEAD", "DELETE", "", "POS"})
    EXPECT_EQ(status(method, "POST"), 405) << method;
}

TEST(Gate, a_token_is_a_secret_of_some_length) {
  const ScratchFolder folder;
  const auto file = [&](const std::string& text, std::filesystem::perms perms = std::filesystem::perms::owner_read) {
    const std::string path = folder.file("token");
    std::filesystem::remove(path);
    std::ofstream(path) << text;
    std::filesystem::permissions(path, perms);
    return path;
  };
  EXPECT_EQ(read_token(file("  " + token + " \n")), token);
  EXPECT_EQ(read_token(file(token)), token);
  EXPECT_THROW(read_token(file("short\n")), std::runtime_error);
  EXPECT_THROW(read_token(file("")), std::runtime_error);
  EXPECT_THROW(read_token(file("two words are no token\n")), std::runtime_error);
  EXPECT_THROW(read_token(file(std::string(5000, 'a'))), std::runtime_error);
  EXPECT_THROW(read_token(file(token, std::filesystem::perms::owner_read | std::filesystem::perms::others_read)),
               std::runtime_error);
  EXPECT_THROW(read_token(folder.file("none")), std::runtime_error);
}

}  // namespace
}  // namespace hearsay
