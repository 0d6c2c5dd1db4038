#include "publish/tables/zip_writer.h"

#include <minizip/zip.h>
#include <zlib.h>

#include <stdexcept>
#include <utility>

namespace hearsay {

namespace {

// Rows of a table are much alike: the lowest level makes them a tenth of their size in a third of the default's time.
constexpr int level = 1;

constexpr tm_zip first_day_of_zip{0, 0, 0, 1, 0, 1980};

}  // namespace

ZipWriter::ZipWriter(const std::string& path) : path_(path), file_(zipOpen64(path.c_str(), APPEND_STATUS_CREATE)) {
  if (file_ == nullptr) fail();
}

ZipWriter::~ZipWriter() {
  if (file_) zipClose(file_, nullptr);
}

void ZipWriter::begin(const std::string& name) {
  zip_fileinfo facts{};
  facts.tmz_date = first_day_of_zip;
  if (zipOpenNewFileInZip64(file_, name.c_str(), &facts, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, level, 0) !=
      ZIP_OK)
    fail();
}

void ZipWriter::write(std::string_view bytes) {
  if (zipWriteInFileInZip(file_, bytes.data(), static_cast<unsigned>(bytes.size())) != ZIP_OK) fail();
}

void ZipWriter::end() {
  if (zipCloseFileInZip(file_) != ZIP_OK) fail();
}

void ZipWriter::close() {
  if (zipClose(std::exchange(file_, nullptr), nullptr) != ZIP_OK) fail();
}

void ZipWriter::fail() const { throw std::runtime_error(path_ + " cannot be written"); }

}  // namespace hearsay
