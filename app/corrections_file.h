// The file of a reader's corrections.
#pragma once

#include "narrate/corrections.h"
#include "session.h"

#include <string>
#include <vector>

namespace hearsay {

// Lines that cannot be read are told as problems of the session, and the others are used. Throws std::runtime_error
// when the file cannot be read.
std::vector<Correction> read_corrections_file(const std::string& path, Session& session);

}  // namespace hearsay
