// The option that says which store a command works on.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace hearsay {

// Where a store may be, for help texts.
inline constexpr const char* store_places = "a file, or postgresql://USER@HOST/DATABASE";

// Adds --store, which must be given; `more` is added to its help.
void add_store_option(CLI::App& app, std::string& store, const std::string& more = "");

}  // namespace hearsay
