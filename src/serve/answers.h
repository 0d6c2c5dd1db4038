// What the server answers: a function of the request and the store, without a network.
#pragma once

#include "persist/store.h"

#include <functional>
#include <map>
#include <string>

namespace hearsay {

struct WebRequest {
  std::string path;                          // decoded, without the question mark and what follows
  std::map<std::string, std::string> asked;  // the parameters, decoded
  std::string known_etag;                    // If-None-Match
};

struct WebAnswer {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::string etag;  // empty where there is none
};

// Only reads.
//   /                        the page of stories          /stories/ID        a story's page
//   /api/stories             a page of stories            /api/stories/ID    a story's account
//   /api/articles?id=ID      an article                   /api/changes       what changed
//   /api/health              whether all is well          /metrics           figures for Prometheus
//   /changes.atom            what changed, as a feed      /desk.css          the pages' style
//   /api/openapi.json        the above, for programs (OpenAPI 3.1)
// What is not there is 404, a parameter that makes no sense 400; both say why as {"error":"..."}. An answer that the
// request knows by its ETag is 304, without a body. Throws StoreError.
WebAnswer answer(const WebRequest& request, const StoreReader& store);

}  // namespace hearsay
