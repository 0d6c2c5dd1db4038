// A page that a browser saved as one file: MHTML (RFC 2557), a MIME message of the page and what it shows.
//
//   Snapshot-Content-Location: https://news.example/1
//   Content-Type: multipart/related; type="text/html"; boundary="----x"
//
//   ------x
//   Content-Type: text/html; charset=utf-8
//   Content-Transfer-Encoding: quoted-printable
//   Content-Location: https://news.example/1
//
//   <html>...
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct SavedPage {
  std::string html;                     // as the server sent it
  std::optional<std::string> encoding;  // as its part states it
  std::optional<std::string> address;
};

// The first page in the file; nothing when there is none. Any bytes may come in.
std::optional<SavedPage> parse_mhtml(std::string_view file);

// Do the bytes begin like such a file?
bool is_mhtml(std::string_view start);

}  // namespace hearsay
