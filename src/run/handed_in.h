// What was handed in through the server (persist/inbox.h), on its way into the stories.
#pragma once

#include "run/desk.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Why a desk could not take this as an article: it is not the JSON of one, or has neither an address nor an id to be
// recognised by. Nothing if it could; its text is only looked at when it is taken.
std::optional<std::string> fault_of_article(std::string_view json);

// Takes what is waiting, oldest first, until nothing is or `stop` returns true; returns how many things it took. The
// outcome of each is committed with its articles, so one that was being taken when the program was killed is taken
// again. An address is fetched as `read` fetches it, without the pages that a feed links to.
std::size_t take_handed_in(Store& store, Desk& desk, const std::function<bool()>& stop);

}  // namespace hearsay
