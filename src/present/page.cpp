#include "present/page.h"

namespace hearsay {

std::string to_html(const Account&) { return {}; }

}  // namespace hearsay
