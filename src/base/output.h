// Where results go: standard output, or a file that appears only when it is complete.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace hearsay {

class Output {
 public:
  // An empty path is standard output. A file is written beside its final place under another name; a link is followed
  // to its file. A pipe or a device is written to as it is. Throws std::runtime_error when that cannot be done, also
  // for a folder.
  explicit Output(std::string path);
  ~Output();  // what was not committed is removed
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Writes the text and a line end. Throws std::runtime_error when it cannot be written (a full disk).
  void line(std::string_view text);

  // Everything is written: the file takes its place, and replaces one of the same name.
  void commit();

 private:
  void open_beside();
  [[noreturn]] void fail() const;

  std::string path_;
  std::string temporary_;  // empty when it is written in place
  std::FILE* file_;
};

}  // namespace hearsay
