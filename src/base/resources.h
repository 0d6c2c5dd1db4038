// Rules, word lists and models: built into the program, replaceable by a user's own copies.
#pragma once

#include <string_view>

namespace hearsay {

// The bytes of a file by its path in the project ("data/families.txt", "models/grammar.bin"), valid until the program
// ends. Where the environment variable HEARSAY_DATA names a folder that holds a file of that path, that file is used
// instead; of one under data/, a byte order mark and the '\r' of line ends are left out. Begins on a 64-byte boundary
// when built in. Throws std::runtime_error when there is no such resource, HEARSAY_DATA names no folder or one whose
// data/ holds a .txt or .csv file of another name than the program's, or the user's file cannot be read or, under
// data/, is not UTF-8 text.
std::string_view resource(std::string_view name);

}  // namespace hearsay
