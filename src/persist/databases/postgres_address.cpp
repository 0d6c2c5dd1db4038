#include "persist/databases/postgres_address.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 2> schemes = {"postgresql://", "postgres://"};

// "p%61ssword" is "password" to libpq.
std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const std::string digits(text.substr(i + 1, 2));
      result += static_cast<char>(std::strtol(digits.c_str(), nullptr, 16));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

bool is_secret(std::string_view setting) {
  return decoded(setting.substr(0, setting.find('='))).find("password") != std::string::npos;
}

std::string without_secret_settings(std::string_view settings) {
  std::string kept;
  while (!settings.empty()) {
    const std::size_t end = std::min(settings.find('&'), settings.size());
    const std::string_view one = settings.substr(0, end);
    if (!is_secret(one)) kept.append(kept.empty() ? "?" : "&").append(one);
    settings.remove_prefix(std::min(end + 1, settings.size()));
  }
  return kept;
}

}  // namespace

bool is_postgres_address(std::string_view place) {
  return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view one) { return place.starts_with(one); });
}

std::string without_password(std::string_view address) {
  const std::size_t begin = address.find("//") + 2;
  const std::size_t user_ends = std::min(address.find_first_of("@/", begin), address.size());
  std::string shown(address.substr(0, begin));
  std::string_view rest = address.substr(begin);
  if (user_ends < address.size() && address[user_ends] == '@') {
    const std::string_view user = address.substr(begin, user_ends - begin);
    shown += user.substr(0, user.find(':'));
    rest = address.substr(user_ends);
  }
  const std::size_t settings = std::min(rest.find('?'), rest.size());
  shown += rest.substr(0, settings);
  return shown + without_secret_settings(rest.substr(std::min(settings + 1, rest.size())));
}

}  // namespace hearsay
