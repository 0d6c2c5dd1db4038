// Requests and answers of the server, without a network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace hearsay {

struct WebRequest {
  std::string path;                          // decoded, without the query
  std::map<std::string, std::string> asked;  // the parameters, decoded
  std::string known_etag;                    // If-None-Match
  std::string method = "GET";
  std::string body;
};

struct WebAnswer {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::string etag;      // empty if there is none
  std::string location;  // of what was created
};

// A request that makes no sense or asks for something that does not exist, and the status that says so.
struct Refused {
  int status;
  std::string reason;
};

// {"error":"..."}
WebAnswer refusal(int status, const std::string& reason);

// A parameter; empty if not given.
std::string asked(const WebRequest& request, const char* name);

// Each throws Refused (400) for a parameter that is something else, and gives nothing if it is not given.
std::optional<std::int64_t> number_asked(const WebRequest& request, const char* name);  // not below 0
std::optional<std::int64_t> time_asked(const WebRequest& request, const char* name);    // in seconds since 1970

// How many lines of a list are wanted ("limit"): 50 by default, 500 at most.
std::size_t most_asked(const WebRequest& request);

}  // namespace hearsay
