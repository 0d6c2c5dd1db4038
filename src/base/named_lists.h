// Lists of names under a key, one a line: "harborherald.example,Harbor Herald|The Herald".
#pragma once

#include <string_view>
#include <vector>

namespace hearsay {

struct NamedList {
  std::string_view key;                 // what stands before the comma; may be empty
  std::vector<std::string_view> names;  // in the line's order, none of them empty
};

// The lists of a file's text, in its order; a key that stands on two lines gives two. Views into `text`.
// Lines that are empty or begin with '#' say nothing, nor do a byte order mark, '\r' before a line's end, blanks round
// a key or a name, and a name without letters ("Herald||Post|"). Throws std::runtime_error "FILE:LINE: what is wrong",
// with `file` as FILE, for a line without a comma, with two, or without a name, and for text that is not UTF-8 (a
// spreadsheet's "Unicode text" is not).
std::vector<NamedList> read_named_lists(std::string_view text, std::string_view file);

}  // namespace hearsay
