// Requests that write: corrections, and what is handed in for the store's writer to take.
#pragma once

#include "persist/store.h"
#include "serve/request.h"

#include <cstdint>
#include <string>

namespace hearsay {

// The methods allowed at a path, as in an Allow header: "GET, HEAD".
std::string methods_at(const std::string& path);

// The largest body that any of the following takes.
inline constexpr std::size_t largest_body = 1u << 20;

//   POST /api/articles one as JSON, with "url" or "id": 202, and where to ask for the outcome
//   POST /api/addresses          {"address":"https://..."}: the same
//   POST /api/corrections        {"line":"..."}: 201, and its number
//   DELETE /api/corrections/N    takes it back
// 405 for anything else, 404 for a correction that is not in force, 400 for a body of another form, 422 for one that
// could not be used, 503 if too much is waiting or too many corrections are in force. Throws StoreError.
// `allow_private`: addresses may be of this machine and of private networks.
WebAnswer write(const WebRequest& request, Store& store, bool allow_private, std::int64_t at);

}  // namespace hearsay
