// What turns a word into its base form: an ending taken off, another put on.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Ending {
  std::size_t taken_off = 0;  // bytes
  std::string put_on;
  bool operator==(const Ending&) const = default;
  auto operator<=>(const Ending&) const = default;
};

// A word's base form. The word is at least as long as what is taken off.
std::string with_ending(std::string_view word, const Ending& ending);

// What turns a word into the base form; it cuts no character of the word in two.
Ending ending_between(std::string_view word, std::string_view base);

// Lines "3 y": three bytes off, "y" on. Throws std::runtime_error with the file's name for any other line.
std::vector<Ending> read_endings(std::span<const char> lines, const std::string& file);

}  // namespace hearsay
