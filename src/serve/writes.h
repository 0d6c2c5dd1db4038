// What writes: corrections, and what is handed in for the store's writer to take.
#pragma once

#include "persist/store.h"
#include "serve/request.h"

#include <cstdint>
#include <string>

namespace hearsay {

// What may be done at a path, as an Allow header has it: "GET, HEAD".
std::string methods_at(const std::string& path);

// The largest body that any of these takes.
inline constexpr std::size_t largest_body = 1u << 20;

//   POST /api/articles           one as JSON, with "url" or "id": 202, and where to ask what became of it
//   POST /api/addresses          {"address":"https://..."}: the same
//   POST /api/corrections        {"line":"..."}: 201, and its number
//   DELETE /api/corrections/N    takes it back
// 405 for anything else, 404 for a correction that does not hold, 400 for a body that is something else, 422 for one
// that could not be used, 503 when too much waits already. Throws StoreError. `allow_private`: addresses may be of this
// machine and of private networks.
WebAnswer write(const WebRequest& request, Store& store, bool allow_private, std::int64_t at);

}  // namespace hearsay
