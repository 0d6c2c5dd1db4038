// Writers exclude each other by a lock on the file (flock) that SQLite does not use: it ends with the program, however
// that ends. It is released after SQLite has closed the file, since closing the file would drop SQLite's own locks too.
#include "persist/store.h"

#include "base/unfinished_file.h"
#include "persist/migrations.h"
#include "persist/packed_text.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <thread>

namespace hearsay {

namespace {

constexpr std::int64_t application = 0x48454152;  // "HEAR", which tells a store from other databases

void ask_whether_store(SqlFile& file) {
  if (file.number("PRAGMA application_id") != application) throw StoreError(file.path() + " is not a store of Hearsay");
}

void need_todays_version(SqlFile& file) {
  ask_whether_store(file);
  const std::size_t version = version_of(file), known = schema_steps().size();
  if (version > known) migrate(file, {});  // which refuses it
  if (version < known)
    throw StoreError(
        fmt::format("{} has version {}: hearsay ingest --store upgrades it to {}", file.path(), version, known));
}

// For a connection that writes.
void prepare_writing(SqlFile& file) {
  file.run("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000");
}

void refuse_folder(const std::string& path) {
  if (std::filesystem::is_directory(path)) throw StoreError(path + " is a folder");
}

const std::string& existing(const std::string& path) {
  refuse_folder(path);
  if (!std::filesystem::exists(path)) throw StoreError(path + " does not exist");
  return path;
}

// Makes an empty file a store.
void begin_store(SqlFile& file) {
  file.run("PRAGMA journal_mode=WAL");
  file.run(fmt::format("PRAGMA application_id={}", application));
  const std::vector<std::string> steps = schema_steps();
  migrate(file, steps);
}

// Makes a store if there is no file: it appears only when complete, and never replaces another.
const std::string& made(const std::string& path) {
  if (std::filesystem::exists(path)) return path;
  try {
    UnfinishedFile unfinished(path);
    {
      SqlFile file(unfinished.path(), SqlFile::Access::write);
      begin_store(file);
    }
    std::error_code failed;
    std::filesystem::create_hard_link(unfinished.path(), path, failed);
    if (failed && !std::filesystem::exists(path)) unfinished.commit();  // a file system without hard links
  } catch (const std::system_error& error) {
    throw StoreError(fmt::format("{} cannot be created: {}", path, error.code().message()));
  }
  return path;
}

}  // namespace

WriterLock::WriterLock(const std::string& path, std::chrono::milliseconds patience) {
  refuse_folder(path);
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor_ < 0)
    throw StoreError(errno == ENOENT ? path + " does not exist"
                                     : fmt::format("{} cannot be written: {}", path, std::strerror(errno)));
  constexpr std::chrono::milliseconds pause(20);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= end) {
      ::close(descriptor_);
      throw StoreBusy(path + " is being written by another hearsay: wait for it, or end it");
    }
    std::this_thread::sleep_for(pause);
  }
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

StoreReader::StoreReader(const std::string& path) : StoreReader(existing(path), SqlFile::Access::read) {
  need_todays_version(file_);
}

Store::Store(const std::string& path, Missing missing, std::chrono::milliseconds patience)
    : WriterLock(missing == Missing::create ? made(path) : path, patience), StoreReader(path, SqlFile::Access::write) {
  if (std::filesystem::file_size(path) == 0) begin_store(sql());
  ask_whether_store(sql());
  prepare_writing(sql());
  const std::vector<std::string> steps = schema_steps();
  migrate(sql(), steps);
}

Store::Store(const std::string& path, Beside) : StoreReader(existing(path), SqlFile::Access::write) {
  need_todays_version(sql());
  prepare_writing(sql());
}

std::vector<std::string> check(const StoreReader& store) {
  std::vector<std::string> wrong;
  SqlFile& sql = store.sql();
  for (SqlRows rows = sql.rows("PRAGMA integrity_check(20)"); rows.next();)
    if (rows.text(0) != "ok") wrong.emplace_back(rows.text(0));
  if (!wrong.empty()) return wrong;  // the rows are not worth checking
  for (SqlRows rows = sql.rows("PRAGMA foreign_key_check"); rows.next();)
    wrong.push_back(
        fmt::format("row {} of {} names a row of {} that is not there", rows.integer(1), rows.text(0), rows.text(2)));
  if (sql.number("SELECT count(*) FROM article") != sql.number("SELECT ifnull(max(number), 0) FROM article"))
    wrong.emplace_back("there is a gap in the numbers of the articles");
  for (SqlRows rows = sql.rows("SELECT v.number, v.title, v.text, v.content, "
                               "(SELECT max(last) FROM boilerplate b WHERE b.version = v.number), "
                               "(SELECT max(last) FROM claim c WHERE c.version = v.number) FROM version v");
       rows.next();) {
    try {
      const std::string text = unpack_text(rows.bytes(2));
      if (static_cast<std::int64_t>(content_of(rows.text(1), text)) != rows.integer(3))
        wrong.push_back(fmt::format("the text of version {} is not what was put in", rows.integer(0)));
      for (const int column : {4, 5})
        if (rows.number(column) > text.size())
          wrong.push_back(fmt::format("a span of version {} goes beyond its text", rows.integer(0)));
    } catch (const std::runtime_error& error) {
      wrong.push_back(fmt::format("the text of version {} {}", rows.integer(0), error.what()));
    }
  }
  return wrong;
}

void back_up(const std::string& from, const std::string& to) {
  const StoreReader store(from);
  std::error_code missing;
  if (std::filesystem::equivalent(from, to, missing)) throw StoreError(to + " is the store itself");
  UnfinishedFile unfinished(to);
  {
    SqlFile copy(unfinished.path(), SqlFile::Access::write);
    store.sql().copy_to(copy);
  }
  unfinished.commit();
}

}  // namespace hearsay
