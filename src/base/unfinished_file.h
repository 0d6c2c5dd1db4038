// A file that takes its place only when it is complete.
#pragma once

#include <string>

namespace hearsay {

// Stands beside its final place under another name, which begins with a dot, until commit(); is removed when that does
// not come: by the destructor, and by whatever ends the program as a user or the system asks it to (SIGINT, SIGTERM,
// SIGHUP, SIGPIPE). It has the mode and, where that may be given, the owner of the file whose place it is to take; a
// link is followed. At most 16 at a time are removed by signals.
class UnfinishedFile {
 public:
  // Throws std::system_error when it cannot be made.
  explicit UnfinishedFile(const std::string& path);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  const std::string& path() const { return path_; }  // where it stands now

  // Open for writing; the file's own, and closed with it.
  int descriptor() const { return descriptor_; }

  // Brings what was written to the disk and takes the place. Throws std::system_error when it cannot.
  void commit();

 private:
  void make();
  void take_over_rights() const;

  std::string final_path_;
  std::string path_;
  int descriptor_ = -1;
  int slot_ = -1;  // of those that signals remove
};

}  // namespace hearsay
