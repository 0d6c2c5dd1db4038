#include "persist/databases/postgres_values.h"

#include "persist/databases/postgres_text.h"

#include <bit>

namespace hearsay {

void PostgresValues::set(std::span<const SqlValue> values) {
  types_.clear();
  places_.clear();
  lengths_.clear();
  made_.clear();
  for (const SqlValue& value : values) {
    switch (value.kind) {
      case SqlValue::Kind::integer:
        add_number(postgres_type::integer, static_cast<std::uint64_t>(value.integer));
        break;
      case SqlValue::Kind::real:
        add_number(postgres_type::real, std::bit_cast<std::uint64_t>(value.real));
        break;
      case SqlValue::Kind::text:
        add_text(value.text);
        break;
      case SqlValue::Kind::bytes:
        add(postgres_type::bytes, value.text.data() == nullptr ? "" : value.text.data(), value.text.size());
        break;
      case SqlValue::Kind::nothing:
        add(postgres_type::unknown, nullptr, 0);
        break;
    }
    if (value.is_null) places_.back() = nullptr;
  }
  formats_.assign(types_.size(), 1);
}

void PostgresValues::add(unsigned type, const char* place, std::size_t length) {
  types_.push_back(type);
  places_.push_back(place);
  lengths_.push_back(static_cast<int>(length));
}

void PostgresValues::add_number(unsigned type, std::uint64_t bits) {
  std::string& bytes = made_.emplace_back();
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(bits >> shift & 0xFF);
  add(type, bytes.data(), bytes.size());
}

void PostgresValues::add_text(std::string_view text) {
  if (!can_postgres_hold(text)) text = made_.emplace_back(to_postgres_text(text));
  add(postgres_type::text, text.data() == nullptr ? "" : text.data(), text.size());
}

std::int64_t read_postgres_integer(std::string_view bytes) {
  if (bytes.empty()) return 0;
  std::int64_t value = static_cast<signed char>(bytes.front());
  for (const char byte : bytes.substr(1)) value = value * 256 + static_cast<unsigned char>(byte);
  return value;
}

double read_postgres_real(std::string_view bytes) {
  return std::bit_cast<double>(read_postgres_integer(bytes.substr(0, 8)));
}

}  // namespace hearsay
