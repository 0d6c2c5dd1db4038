// Identifiers for what is in linked data, which must have one each, wherever the file is.
#pragma once

#include "narrate/account.h"

#include <string>

namespace hearsay {

// "urn:uuid:..." (RFC 9562, version 8), a hash of what the thing is, so that it has the same identifier in every run: a
// claim by its article's id and its place there, an article by its id, a point by its address
// (present/words/addresses.h), an origin by its kind and name, an account by its articles' ids.
std::string lasting_id(const Article& article, Span claim_in_code_points);
std::string lasting_id(const Article& article);
std::string lasting_id(const Origin& origin);
std::string lasting_id_of_point(const std::string& address);
std::string lasting_id_of_account(const Account& account);

// The article's address on the web or, if it has none, its lasting id.
std::string address_of(const Article& article);

}  // namespace hearsay
