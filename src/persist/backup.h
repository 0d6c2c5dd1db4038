// Copies of stores.
#pragma once

#include <string>

namespace hearsay {

// Copies a store as it is at one moment into another file or database, of the same kind or the other; the store may be
// written meanwhile. The copy appears only when it is complete. A file is replaced; a database must be empty. Throws
// StoreError or std::system_error.
void back_up(const std::string& from, const std::string& to);

}  // namespace hearsay
