// What changed in a desk's stories, as an Atom feed (RFC 4287).
#pragma once

#include "persist/changes.h"

#include <span>
#include <string>

namespace hearsay {

// One entry a change, in the order given, which must be newest first.
std::string change_feed(std::span<const ChangeLine> changes);

}  // namespace hearsay
