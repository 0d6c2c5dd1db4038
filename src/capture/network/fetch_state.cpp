// A text file that is small enough to be read and written as a whole: one line an address.
#include "capture/network/fetch_state.h"

#include "base/output.h"
#include "capture/bytes/byte_source.h"

#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::string_view first_line = "# hearsay: what was fetched";
constexpr std::size_t longest_value = 4000;
constexpr std::size_t largest_file_bytes = 256u << 20;

bool can_stand(std::string_view value) {
  return value.size() <= longest_value &&
         std::none_of(value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

std::string_view shown(std::string_view value) { return value.empty() ? "-" : value; }

std::string meant(std::string_view value) { return value == "-" || !can_stand(value) ? "" : std::string(value); }

// The text up to `end`, which is taken away with it.
std::string_view cut(std::string_view& rest, char end) {
  const std::string_view part = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

}  // namespace

bool is_fetch_state(std::string_view file) { return file.empty() || cut(file, '\n') == first_line; }

std::map<std::string, Validators> parse_fetch_state(std::string_view file) {
  std::map<std::string, Validators> known;
  if (!is_fetch_state(file)) return known;
  for (cut(file, '\n'); !file.empty();) {
    std::string_view line = cut(file, '\n');
    const std::string address(cut(line, '\t'));
    Validators validators;
    validators.etag = meant(cut(line, '\t'));
    validators.last_modified = meant(line);
    if (!address.empty() && can_stand(address) && !validators.empty()) known[address] = std::move(validators);
  }
  return known;
}

FetchState::FetchState(std::string path) : path_(std::move(path)) {
  struct stat about {};
  if (::stat(path_.c_str(), &about) != 0) return;
  std::string file;
  try {
    file = read_all(*open_file(path_), largest_file_bytes);
  } catch (const Unreadable& error) {
    throw std::runtime_error(path_ + " " + error.what());
  }
  if (file.size() > largest_file_bytes || !is_fetch_state(file))
    throw std::runtime_error(path_ + " is not a list of what was fetched, and would be overwritten");
  known_ = parse_fetch_state(file);
}

const Validators& FetchState::validators(const std::string& address) const {
  static const Validators none;
  const auto found = known_.find(address);
  return found == known_.end() ? none : found->second;
}

void FetchState::remember(const std::string& address, Validators validators) {
  if (!can_stand(validators.etag)) validators.etag.clear();
  if (!can_stand(validators.last_modified)) validators.last_modified.clear();
  if (!can_stand(address)) return;
  if (validators == this->validators(address)) return;
  new_[address] = validators;
  if (validators.empty())
    known_.erase(address);
  else
    known_[address] = std::move(validators);
}

void FetchState::save() const {
  Output output(path_);
  output.line(first_line);
  for (const auto& [address, validators] : known_)
    output.line(address + '\t' + std::string(shown(validators.etag)) + '\t' +
                std::string(shown(validators.last_modified)));
  output.commit();
}

}  // namespace hearsay
