// Values as PostgreSQL's protocol has them in binary form: numbers in network order, text and bytes as they are.
#pragma once

#include "persist/databases/sql.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Numbers of types, which are the same in every server.
namespace postgres_type {
inline constexpr unsigned unknown = 0, bytes = 17, integer = 20, text = 25, real = 701;
}

// What the functions of libpq that take values take. Points to the texts given, which must outlive it.
class PostgresValues {
 public:
  void set(std::span<const SqlValue> values);

  int count() const { return static_cast<int>(types_.size()); }
  const unsigned* types() const { return types_.data(); }
  const char* const* places() const { return places_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  void add(unsigned type, const char* place, std::size_t length);
  void add_number(unsigned type, std::uint64_t bits);
  void add_text(std::string_view text);

  std::vector<unsigned> types_;
  std::vector<const char*> places_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::deque<std::string> made_;  // what does not stand in the values as it is sent
};

// A number of 1, 2, 4 or 8 bytes.
std::int64_t read_postgres_integer(std::string_view bytes);
double read_postgres_real(std::string_view bytes);

}  // namespace hearsay
