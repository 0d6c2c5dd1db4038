// Any well-formed text: its boilerplate, language and days.
#include "base/utf8.h"
#include "clean/clean.h"
#include "clean/written_date.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const DayOrder order : {DayOrder::day_first, DayOrder::month_first}) {
    read_date_value(bytes, order);
    for (const WrittenDay& found : find_written_days(bytes, order, 100))
      if (found.span.end > size) std::abort();
  }
  day_in_address(bytes);
  Record record;
  record.content = std::string(bytes);
  if (const auto articles = clean(std::move(record)))
    if (articles->size() != 1 || articles->front().text != bytes || first_broken_byte(bytes)) std::abort();
  return 0;
}
