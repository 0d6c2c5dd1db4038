// Where results go: standard output, or a file that appears only when it is complete.
#pragma once

#include "base/unfinished_file.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

class Output {
 public:
  // An empty path and "-" are standard output. A file is written beside its final place (UnfinishedFile). A pipe or a
  // device is written to as it is. Throws std::runtime_error when that cannot be done, also for a folder.
  explicit Output(std::string path);
  ~Output();  // what was not committed is removed
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Writes the text and a line end. Throws std::runtime_error when it cannot be written (a full disk).
  void line(std::string_view text);

  // Writes the text as it is.
  void write(std::string_view text);

  // For a library that writes to a file by itself, in place of the functions above: an empty file, which commit() moves
  // to its place or, for standard output, a pipe or a device, copies there.
  const std::string& as_file();

  // Everything is written: the file takes its place, and replaces one of the same name.
  void commit();

 private:
  void copy_file();
  [[noreturn]] void fail(int reason) const;

  std::string path_;
  std::optional<UnfinishedFile> unfinished_;  // none when it is written in place
  std::optional<UnfinishedFile> to_copy_;     // what as_file() gave out in that case
  std::FILE* file_;
};

}  // namespace hearsay
