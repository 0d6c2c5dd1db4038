// The files that the build put into the program (cmake/embed.cmake writes the table).
#pragma once

#include <span>

namespace hearsay {

struct EmbeddedFile {
  const char* name;  // the path from the project's root: "data/families.txt"
  const char* begin;
  const char* end;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace hearsay
