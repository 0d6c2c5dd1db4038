#include "present/page/policy_hash.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace hearsay {

std::string policy_hash(std::string_view bytes) {
  std::array<unsigned char, 32> digest;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("OpenSSL gives no SHA-256 digest; is it installed without its default provider?");
  std::array<unsigned char, 45> letters;  // three bytes become four letters; a zero follows
  EVP_EncodeBlock(letters.data(), digest.data(), digest.size());
  return "sha256-" + std::string(letters.begin(), letters.end() - 1);
}

}  // namespace hearsay
