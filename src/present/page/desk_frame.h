// What the pages of a desk's server have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// What a reader of a served page may do.
struct Serving {
  bool may_write = false;
  bool needs_token = false;  // to write
};

// A story's page as the server gives it: it asks for what came since.
struct ServedStory {
  std::string id;
  std::int64_t last_change = 0;  // the number of the last change that the page has
  bool current = true;           // nothing came since the account
  Serving serving;
};

// The links to the desk's pages; `path` is that of the page they stand on.
std::string desk_links(std::string_view path);

// The data that web/desk.js reads, as attributes of the body: a leading space and what follows.
std::string desk_attributes(const Serving& serving);

// A page with the desk's style and script: its title, and the markup of its main part.
std::string desk_page(std::string_view title, std::string_view path, const Serving& serving, std::string_view main);

}  // namespace hearsay
