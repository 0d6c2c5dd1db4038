#include "versions.h"

#include "base/resources.h"
#include "base/version.h"
#include "persist/databases/postgres_connection.h"

#include <archive.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <unicode/uversion.h>
#include <xxhash.h>

#include <array>

namespace hearsay {

namespace {

std::string icu_version() {
  UVersionInfo version{};
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_getVersion(version);
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace

std::string fingerprint(std::string_view bytes) {
  return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

std::string versions() {
  std::string text = fmt::format("hearsay {}", version());
  for (const Resource& one : all_resources()) {
    if (!one.name.starts_with("models/")) continue;
    text += fmt::format("\n{} {}{}", one.name, fingerprint(resource(one.name)),
                        one.replaced_by.empty() ? "" : " (" + one.replaced_by + ")");
  }
  return text;
}

std::string own_versions() {
  std::string text = fmt::format("hearsay {}", version());
  for (const Resource& one : built_in_resources()) {
    if (one.name.starts_with("models/")) text += fmt::format("\n{} {}", one.name, fingerprint(one.built_in));
  }
  return text;
}

std::string library_versions() {
  const std::string postgres = postgres_library();
  return fmt::format("{}\n{}\nICU {}\n{}\n{}", curl_version(), archive_version_details(), icu_version(),
                     OpenSSL_version(OPENSSL_VERSION),
                     postgres.empty() ? "no libpq: stores cannot be in PostgreSQL" : postgres);
}

}  // namespace hearsay
