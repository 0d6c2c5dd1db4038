// JSON (RFC 8259), written as it goes: everything that is printed as JSON is written through this.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Values and keys in the order in which they are to stand; commas come by themselves. There is no check that brackets
// and keys come in an order that makes sense.
class JsonText {
 public:
  JsonText& key(std::string_view name);  // plain letters
  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_array() { return open('['); }
  JsonText& end_array() { return close(']'); }

  // Text that is not well-formed UTF-8 gets U+FFFD where it is broken.
  JsonText& value(std::string_view text);
  JsonText& value(const std::string& text) { return value(std::string_view(text)); }
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonText& value(std::integral auto number) {
    char digits[24];
    return raw({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
  }
  // The fewest digits that read back as the same number. Whole numbers have no ".0", so that a count reads as one; what
  // is not finite is null.
  JsonText& value(double number);
  template <class T>
  JsonText& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : raw("null");
  }
  JsonText& raw(std::string_view json);  // a value that is JSON already

  // The key and its value.
  JsonText& add(std::string_view name, const auto& content) { return key(name).value(content); }

  // The key and a list, of which `write` writes each item.
  template <class List, class Write>
  JsonText& add_list(std::string_view name, const List& list, const Write& write) {
    key(name).begin_array();
    for (const auto& item : list) write(item);
    return end_array();
  }

  // The same for a list of objects, of which `write` writes what stands inside.
  template <class List, class Write>
  JsonText& add_objects(std::string_view name, const List& list, const Write& write) {
    return add_list(name, list, [&](const auto& item) {
      begin_object();
      write(item);
      end_object();
    });
  }

  // The key and a list of plain values.
  template <class List>
  JsonText& add_values(std::string_view name, const List& list) {
    return add_list(name, list, [this](const auto& item) { this->value(item); });
  }

  std::string take() { return std::move(text_); }

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void separate();

  std::string text_;
  bool comma_ = false;  // does the next value or key need one before it?
};

}  // namespace hearsay
