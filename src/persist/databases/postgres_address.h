// Addresses of PostgreSQL: postgresql://USER:PASSWORD@HOST:PORT/DATABASE?SETTING=VALUE.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Does it begin with postgresql:// or postgres://? Otherwise a store's place is a file.
bool is_postgres_address(std::string_view place);

// The address to be shown: without passwords, which libpq takes before the first "@" and as settings.
std::string without_password(std::string_view address);

}  // namespace hearsay
