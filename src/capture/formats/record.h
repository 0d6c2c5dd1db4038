// One article as it arrived: what its carrier (a file, a JSON object, a feed, an archive) says of it, unjudged.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hearsay {

struct Record {
  enum class Kind {
    text,
    html,
    fragment,  // HTML that is all article: a feed's item, a body from an agency
  };

  std::string id;
  std::string location;  // path or address
  Kind kind = Kind::text;
  std::string carrier;  // what the values below were read from, where that is worth reporting: "feed", "ninjs"
  std::string content;  // for html the bytes as they came, in whatever encoding
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> published;  // as written
  std::optional<std::string> modified;   // as written
  std::optional<std::string> language;   // as written
  std::optional<std::string> url;        // the page's address
  std::optional<std::string> encoding;   // of an html content, as its carrier states it (HTTP Content-Type)
  std::vector<std::string> authors;
  std::vector<std::string> origins;  // who or where the carrier says that the text comes from
  std::string fetched;               // when, as written; empty where that is not known
  std::string archived;              // its place in an archive: record, offset, digest
  std::string fault;                 // why the content is not all of it, or lacks; empty when it is
};

}  // namespace hearsay
