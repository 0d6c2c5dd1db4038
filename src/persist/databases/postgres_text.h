// Text that PostgreSQL cannot hold: it takes well-formed UTF-8 without U+0000, while a path may have any bytes. A byte
// that cannot be held is written as U+FDD0, which stands for no character, and two hexadecimal digits; so are the bytes
// of U+FDD0 itself. So every text comes back as it was, and two that differ never become one.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

bool can_postgres_hold(std::string_view text);
std::string to_postgres_text(std::string_view text);

bool is_escaped_text(std::string_view held);
std::string from_postgres_text(std::string_view held);

}  // namespace hearsay
