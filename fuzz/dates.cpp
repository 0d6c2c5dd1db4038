// Any bytes as dates: values for machines, dates in running text, addresses.
#include "bytes.h"

#include "clean/dates/date_values.h"

using namespace hearsay;

namespace {

bool is_possible(Day day) {
  const auto year = int(std::chrono::year_month_day(day).year());
  return year >= 1990 && year <= 2099;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  for (const DayOrder order : {DayOrder::day_first, DayOrder::month_first}) {
    read_date_value(bytes, order);
    for (const WrittenDay& found : find_written_days(bytes, order, 100)) {
      expect(found.span.end <= size && found.span.begin < found.span.end);
      expect(is_possible(found.day));
    }
  }
  if (const auto day = day_in_address(bytes)) expect(is_possible(*day));
  parse_moment(bytes);
  return 0;
}
