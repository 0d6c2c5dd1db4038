// What a site asks programs not to fetch (robots.txt, RFC 9309).
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// May a program with this name (in small letters) fetch the path ("/news/1?x")? Of the rules for that name, or else
// those for "*", the one with the longest path that fits decides; "*" in a rule is any run, "$" at its end the end. No
// rule: yes.
bool may_fetch(std::string_view robots, std::string_view program, std::string_view path);

}  // namespace hearsay
