// Depth first, with the names of one folder at a time in memory.
#include "capture/folders/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

// A folder is known by its device and number: names can be many when links are about.
using FolderId = std::pair<dev_t, ino_t>;

// Opening such a thing may wait for ever, which only a user can want.
const char* reason_against(mode_t mode) {
  if (S_ISSOCK(mode)) return "is a socket, which is not read";
  return S_ISFIFO(mode) ? "is a pipe, which is read only if it is named"
                        : "is a device, which is read only if it is named";
}

class Walk {
 public:
  Walk(const std::function<void(const std::string&, bool)>& on_file, const std::function<void(Problem)>& on_problem)
      : on_file_(on_file), on_problem_(on_problem) {}

  void visit(const std::string& path, bool named) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) {
      std::error_code ignored;
      const bool link = fs::is_symlink(path, ignored);
      on_problem_({path, link ? "is a link that leads nowhere" : "does not exist"});
    } else if (S_ISDIR(about.st_mode)) {
      visit_folder(path, {about.st_dev, about.st_ino});
    } else if (S_ISREG(about.st_mode) || named) {
      on_file_(path, named);
    } else {
      on_problem_({path, reason_against(about.st_mode)});
    }
  }

 private:
  void visit_folder(const std::string& path, FolderId id) {
    if (std::find(inside_.begin(), inside_.end(), id) != inside_.end()) {
      on_problem_({path, "is a link back to a folder that holds it"});
      return;
    }
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
      names.push_back(entry->path().filename().string());
    if (error) {
      on_problem_({path, "is a folder that cannot be opened: " + error.message()});
      return;
    }
    std::sort(names.begin(), names.end());
    inside_.push_back(id);
    for (const std::string& name : names)
      if (!name.starts_with('.')) visit((fs::path(path) / name).string(), false);
    inside_.pop_back();
  }

  const std::function<void(const std::string&, bool)>& on_file_;
  const std::function<void(Problem)>& on_problem_;
  std::vector<FolderId> inside_;
};

}  // namespace

void walk(const std::string& path, const std::function<void(const std::string& file, bool named)>& on_file,
          const std::function<void(Problem)>& on_problem) {
  if (path == "-")
    on_file(path, true);
  else
    Walk(on_file, on_problem).visit(path, true);
}

}  // namespace hearsay
