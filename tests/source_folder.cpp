#include "source_folder.h"

namespace hearsay {

std::string source_folder() { return HEARSAY_SOURCE_DIR; }

}  // namespace hearsay
