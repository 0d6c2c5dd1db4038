// A comma may stand only between the key and the names, so that a user who parts names by commas is told so and does
// not get one long name. There are no quotation marks around cells.
#include "base/named_lists.h"

#include "base/lines.h"
#include "base/trimmed.h"
#include "base/utf8.h"

#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

NamedList list_in(std::string_view line) {
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos) throw std::invalid_argument("no comma between the key and its names");
  NamedList list;
  list.key = trimmed(line.substr(0, comma));
  line.remove_prefix(comma + 1);
  if (line.find(',') != std::string_view::npos)
    throw std::invalid_argument("a second comma; names are parted by \"|\"");
  while (!line.empty()) {
    const std::string_view name = trimmed(next_piece(line, '|'));
    if (!name.empty()) list.names.push_back(name);
  }
  if (list.names.empty()) throw std::invalid_argument("no name after the comma");
  return list;
}

}  // namespace

std::vector<NamedList> read_named_lists(std::string_view text, std::string_view file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<NamedList> lists;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = trimmed(next_line(text));
    if (line.empty() || line.front() == '#') continue;
    try {
      if (first_broken_byte(line)) throw std::invalid_argument("not UTF-8 text");
      lists.push_back(list_in(line));
    } catch (const std::invalid_argument& wrong) {
      throw std::runtime_error(std::string(file) + ":" + std::to_string(number) + ": " + wrong.what());
    }
  }
  return lists;
}

}  // namespace hearsay
