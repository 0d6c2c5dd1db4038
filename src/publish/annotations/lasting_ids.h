// Addresses for what stands in linked data, which must have one each, wherever the file lies.
#pragma once

#include "narrate/account.h"

#include <string>

namespace hearsay {

// "urn:uuid:..." (RFC 9562, version 8) over what the thing is, so that the same thing has the same address in every
// run: a claim by its article's id and its place there, an article and a point by their words' own ids, an origin by
// its name.
std::string lasting_id(const Article& article, Span claim_in_code_points);
std::string lasting_id(const Article& article);
std::string lasting_id(const Origin& origin);
std::string lasting_id_of_point(const std::string& address);
std::string lasting_id_of_account(const Account& account);

// The article's address on the web, or where it has none its lasting id.
std::string address_of(const Article& article);

}  // namespace hearsay
