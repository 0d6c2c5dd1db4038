// The files that are built into the program, and which of them a user has replaced.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Resource {
  std::string_view name;      // "data/families.txt"
  std::string_view built_in;  // its bytes
  std::string replaced_by;    // the user's file that is read in its place; empty where there is none
};

// All of them, in order of name, whatever the user has put in their place: for telling of the program where
// HEARSAY_DATA is refused.
std::vector<Resource> built_in_resources();

// The same with what replaces them, in order of name. Throws std::runtime_error where HEARSAY_DATA is as resource()
// refuses it.
std::vector<Resource> all_resources();

}  // namespace hearsay
