// One article as it arrived: what its carrier (a file, a JSON object, a feed, an archive) says of it, unjudged.
#pragma once

#include <optional>
#include <string>

namespace hearsay {

struct Record {
  enum class Kind { text, html };

  std::string id;
  std::string location;  // path or address
  Kind kind = Kind::text;
  std::string content;  // for html the bytes as they came, in whatever encoding
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> published;  // as written
  std::optional<std::string> language;   // as written
  std::optional<std::string> url;        // the page's address
  std::optional<std::string> encoding;   // of an html content, as its carrier states it (HTTP Content-Type)
};

}  // namespace hearsay
