// Writing HTML so that text from outside cannot become markup: every string is escaped unless it says it is markup.
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>

namespace hearsay {

// Markup of the program's own making, written as it is.
struct Html {
  std::string text;
};

// Safe between tags and inside double-quoted attributes: & < > " ' become references, and characters that HTML does
// not allow (all controls but tab and line ends) or that turn the direction of what follows become U+FFFD. Other bytes
// stay.
std::string escaped(std::string_view text);

// What put() writes for an argument: numbers and Html as they are, everything that is text escaped.
template <class T>
auto safe(const T& value) {
  if constexpr (std::is_same_v<T, Html>)
    return std::string_view(value.text);
  else if constexpr (std::is_convertible_v<const T&, std::string_view>)
    return escaped(value);
  else
    return value;
}

// Appends to a page: put(page, "<b>{}</b>", name). The format is markup; the arguments are made safe.
template <class... T>
void put(std::string& page, fmt::format_string<decltype(safe(std::declval<const T&>()))...> format,
         const T&... values) {
  fmt::vformat_to(std::back_inserter(page), fmt::string_view(format), fmt::make_format_args(safe(values)...));
}

}  // namespace hearsay
