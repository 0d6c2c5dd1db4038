// What page authors call the places where a page states its date (data/page_dates.txt).
#pragma once

#include <string>
#include <vector>

namespace hearsay {

// In the list's order, which is the order of trust.
struct DateNames {
  std::vector<std::string> published_metas, some_day_metas, modified_metas;       // names of meta elements
  std::vector<std::string> published_elements, modified_elements, date_elements;  // parts of classes and ids
  std::vector<std::string> script_keys;
};

// Read on the first call.
const DateNames& date_names();

}  // namespace hearsay
