#include "capture/folders/walk.h"

#include "capture/scratch_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

// What is handed over below a path and what is reported, in order; paths without the scratch folder's own.
std::string walked(const ScratchFolder& folder, const std::string& name) {
  std::string result;
  const auto shortened = [&](const std::string& path) {
    return path == "-" ? path : fs::path(path).lexically_relative(folder.path()).string();
  };
  walk(
      name == "-" ? name : folder.file(name),
      [&](const std::string& file, bool named) { result += shortened(file) + (named ? "! " : " "); },
      [&](const Problem& problem) { result += "(" + shortened(problem.where) + " " + problem.reason + ") "; });
  return result;
}

TEST(WalkTest, files_come_in_name_order_folder_by_folder) {
  ScratchFolder folder;
  for (const char* name : {"in/b.txt", "in/a.txt", "in/B.txt", "in/a/z.txt", "in/a/c/y.txt", "in/a.d/x.txt"})
    folder.write(name, "x");
  EXPECT_EQ(walked(folder, "in"), "in/B.txt in/a/c/y.txt in/a/z.txt in/a.d/x.txt in/a.txt in/b.txt ");
}

TEST(WalkTest, what_the_user_names_is_told_apart_from_what_lies_in_a_folder) {
  ScratchFolder folder;
  folder.write("in/a.txt", "x");
  folder.write("in/.hidden", "x");
  folder.write("in/.git/config", "x");
  EXPECT_EQ(walked(folder, "in"), "in/a.txt ");
  EXPECT_EQ(walked(folder, "in/a.txt"), "in/a.txt! ");
  EXPECT_EQ(walked(folder, "in/.hidden"), "in/.hidden! ");
  EXPECT_EQ(walked(folder, "in/.git"), "in/.git/config ");
  EXPECT_EQ(walked(folder, "-"), "-! ");
  EXPECT_EQ(walked(folder, "none"), "(none does not exist) ");
}

TEST(WalkTest, an_empty_folder_holds_nothing_and_is_no_problem) {
  ScratchFolder folder;
  fs::create_directories(folder.file("in/empty"));
  EXPECT_EQ(walked(folder, "in"), "");
}

TEST(WalkTest, what_may_never_end_is_handed_over_only_where_it_is_named) {
  ScratchFolder folder;
  folder.write("in/a.txt", "x");
  ASSERT_EQ(::mkfifo(folder.file("in/b.txt").c_str(), 0600), 0);
  ASSERT_EQ(::mknod(folder.file("in/c.txt").c_str(), S_IFSOCK | 0600, 0), 0);
  fs::create_symlink("/dev/null", folder.file("in/d.txt"));
  EXPECT_EQ(
      walked(folder, "in"),
      "in/a.txt (in/b.txt is a pipe, which is read only if it is named) (in/c.txt is a socket, which is not read) "
      "(in/d.txt is a device, which is read only if it is named) ");
  EXPECT_EQ(walked(folder, "in/b.txt"), "in/b.txt! ");
}

TEST(WalkTest, links_are_followed_but_not_round_and_round) {
  ScratchFolder folder;
  folder.write("in/a/x.txt", "x");
  fs::create_symlink("a", folder.file("in/b"));
  fs::create_symlink("..", folder.file("in/a/up"));
  fs::create_symlink("x.txt", folder.file("in/a/y.txt"));
  fs::create_symlink("gone.txt", folder.file("in/c.txt"));
  EXPECT_EQ(walked(folder, "in"),
            "(in/a/up is a link back to a folder that holds it) in/a/x.txt in/a/y.txt "
            "(in/b/up is a link back to a folder that holds it) in/b/x.txt in/b/y.txt "
            "(in/c.txt is a link that leads nowhere) ");
}

}  // namespace
}  // namespace hearsay
