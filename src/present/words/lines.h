// Text for a terminal, of 100 columns unless stated otherwise, without colour and without anything a terminal would
// obey.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

inline constexpr std::size_t columns = 100;

// Text from outside made fit for one run of words: white space becomes single spaces, and control characters (a
// terminal's escape sequences begin with one) become U+FFFD.
std::string on_one_line(std::string_view text);

// The same for text that is made of lines and columns already: its spaces and line ends stay.
std::string on_its_lines(std::string_view text);

// The text in lines of at most so many columns (a code point counts as one), each ended; the first line begins after
// `first` spaces, the rest after `rest`. A word longer than a line stands on a line of its own. Nothing for no words.
std::string wrapped(std::string_view text, std::size_t first, std::size_t rest, std::size_t most = columns);

// The same beside a label: the label after `indent` spaces, the words in a column of their own from indent + width + 1
// on. A label that is wider stands on a line of its own.
std::string beside(std::string_view label, std::string_view text, std::size_t indent, std::size_t width,
                   std::size_t most = columns);

// Each of the lines that is wider than so many columns wrapped, and continued two columns further in than it begins;
// the others unchanged.
std::string wrapped_lines(std::string_view lines, std::size_t most);

// A heading and the line under it, as long as the heading or the longest of its lines.
std::string underlined(std::string_view heading, char line);

// The first or last bytes of a text, at most so many, cut between two words, or failing that between two characters.
std::string_view beginning_of(std::string_view words, std::size_t most_bytes);
std::string_view ending_of(std::string_view words, std::size_t most_bytes);

// A source's words in straight quotation marks; words that open with a quotation mark of their own get none.
std::string quoted(std::string_view words);
bool opens_with_quotation_mark(std::string_view words);

}  // namespace hearsay
