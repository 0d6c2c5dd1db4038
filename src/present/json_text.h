// JSON (RFC 8259) written as it goes, for what is long and simple; what is small is built as a Json and dumped.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Values and keys in the order in which they are to stand; commas come by themselves. Prints as dump() does.
class JsonText {
 public:
  // Goes on from what an object that is still open has already: "{}" or a dumped one.
  explicit JsonText(std::string object);

  JsonText& key(std::string_view name);  // plain letters
  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_array() { return open('['); }
  JsonText& end_array() { return close(']'); }

  // Text that is not well-formed UTF-8 gets U+FFFD where it is broken.
  JsonText& value(std::string_view text);
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(std::integral auto number) { return raw(std::to_string(number)); }
  JsonText& value(bool truth) { return raw(truth ? "true" : "false"); }
  template <class T>
  JsonText& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : raw("null");
  }
  JsonText& raw(std::string_view json);  // a value that is JSON already

  // The key and its value.
  JsonText& add(std::string_view name, const auto& content) { return key(name).value(content); }

  std::string take() { return std::move(text_); }

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void separate();

  std::string text_;
  bool comma_ = false;  // does the next value or key need one before it?
};

}  // namespace hearsay
