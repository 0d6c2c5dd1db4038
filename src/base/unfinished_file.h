// A file that takes its place only when it is complete.
#pragma once

#include <string>

namespace hearsay {

// Until commit() it stands beside its final place under a name that begins with a dot. Without a commit it is removed,
// by the destructor or when a signal ends the program (SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE; at most 16 such files
// at a time). It has the mode and, where the system allows it, the owner of the file that it replaces; a link is
// followed. So a file is either the old one or the new one, and nothing is left behind.
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
