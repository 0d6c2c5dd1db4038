// A story for a person at a terminal.
#include "present/print.h"

namespace hearsay {

std::string to_text(const Story&, std::span<const Article>) { return {}; }

}  // namespace hearsay
