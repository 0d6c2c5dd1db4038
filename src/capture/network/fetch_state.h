// What is known of addresses fetched before, so that only what has changed is fetched again.
//
//   # hearsay: what was fetched
//   https://news.example/feed<tab>"5f1-9a"<tab>Mon, 05 May 2031 08:00:00 GMT
//
// A line is an address, its ETag and its Last-Modified, each as the server gave it and "-" where it gave none.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {

// What a server says of one state of a thing (RFC 9110, 8.8); empty where it says nothing.
struct Validators {
  std::string etag;
  std::string last_modified;

  bool empty() const { return etag.empty() && last_modified.empty(); }
  auto operator<=>(const Validators&) const = default;
};

class FetchState {
 public:
  // What is known from elsewhere; save() is not to be called, take_new() has what is to be kept there.
  explicit FetchState(std::map<std::string, Validators> known) : known_(std::move(known)) {}

  // What was remembered since the last call, in order of address.
  std::map<std::string, Validators> take_new() { return std::exchange(new_, {}); }

  // Reads the file; nothing is known yet where there is none. Lines that are broken are passed over. Throws
  // std::runtime_error when the file cannot be read or is something else: save() would overwrite it.
  explicit FetchState(std::string path);

  // Empty for an address that is not known.
  const Validators& validators(const std::string& address) const;

  // Replaces what was known. What the file cannot hold (control characters, more than 4,000 bytes) is dropped.
  void remember(const std::string& address, Validators validators);

  // Counts the addresses that were found unchanged.
  void count_unchanged() { ++unchanged_; }
  std::size_t unchanged() const { return unchanged_; }

  // Writes the file whole or not at all. Throws std::runtime_error when it cannot.
  void save() const;

 private:
  std::string path_;
  std::map<std::string, Validators> known_;  // in the order of the file
  std::map<std::string, Validators> new_;
  std::size_t unchanged_ = 0;
};

// The lines of such a file; empty for something else. Any bytes may come in.
std::map<std::string, Validators> parse_fetch_state(std::string_view file);

// Does the text begin like such a file? An empty one does.
bool is_fetch_state(std::string_view file);

}  // namespace hearsay
