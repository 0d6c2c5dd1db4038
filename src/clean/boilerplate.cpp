#include "clean/boilerplate.h"

namespace hearsay {

std::vector<Boilerplate> find_boilerplate(std::string_view) { return {}; }

}  // namespace hearsay
