#include "clean/dates/date_names.h"

#include "base/word_lists.h"

#include <array>

namespace hearsay {

namespace {

DateNames read_date_names() {
  DateNames names;
  const std::array lists = {&names.published_metas,    &names.some_day_metas,    &names.modified_metas,
                            &names.published_elements, &names.modified_elements, &names.date_elements,
                            &names.script_keys};
  read_list("data/page_dates.txt",
            {"metas of publication", "metas of some day", "metas of change", "elements of publication",
             "elements of change", "elements of a date", "keys of scripts"},
            [&](const ListLine& line) {
              lists[line.sort]->insert(lists[line.sort]->end(), line.words.begin(), line.words.end());
            });
  return names;
}

}  // namespace

const DateNames& date_names() {
  static const DateNames names = read_date_names();
  return names;
}

}  // namespace hearsay
