#include "persist/file_store.h"

#include "base/unfinished_file.h"
#include "persist/migrations.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace hearsay {

namespace {

void refuse_folder(const std::string& path) {
  if (std::filesystem::is_directory(path)) throw StoreError(path + " is a folder");
}

// Makes a store if there is no file: it appears only when complete, and never replaces another.
void make(const std::string& path) {
  if (std::filesystem::exists(path)) return;
  try {
    UnfinishedFile unfinished(path);
    {
      SqliteDatabase file(unfinished.path(), SqlDatabase::Access::write);
      file.begin_store();
      migrate(file, schema_steps());
    }
    std::error_code failed;
    std::filesystem::create_hard_link(unfinished.path(), path, failed);
    if (failed && !std::filesystem::exists(path)) unfinished.commit();  // a file system without hard links
  } catch (const std::system_error& error) {
    throw StoreError(fmt::format("{} cannot be created: {}", path, error.code().message()));
  }
}

void prepare_writing(SqliteDatabase& file) {
  file.run("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000");
}

}  // namespace

std::unique_ptr<SqliteDatabase> open_file(const std::string& path, SqlDatabase::Access access) {
  refuse_folder(path);
  if (!std::filesystem::exists(path)) throw StoreError(path + " does not exist");
  auto file = std::make_unique<SqliteDatabase>(path, access);
  if (access == SqlDatabase::Access::write) prepare_writing(*file);
  return file;
}

std::unique_ptr<SqliteDatabase> open_file_as_writer(const std::string& path, bool create,
                                                    std::chrono::milliseconds patience) {
  if (create) make(path);
  refuse_folder(path);
  auto file = std::make_unique<SqliteDatabase>(path, SqlDatabase::Access::write, FileLock(path, patience));
  prepare_writing(*file);
  return file;
}

}  // namespace hearsay
