// An AlignedText maps back to the decoded page; here its ends are mapped on to the page's bytes, all in one pass.
#include "clean/places.h"

#include "capture/encoding.h"

#include <algorithm>

namespace hearsay {

std::vector<Places> find_places(std::string_view bytes, const std::optional<std::string>& stated,
                                const std::string& encoding, const std::vector<AlignedText>& texts) {
  std::vector<std::size_t> ends;
  for (const AlignedText& text : texts)
    for (const AlignedText::Run& run : text.runs()) ends.insert(ends.end(), {run.raw.begin, run.raw.end});
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  const std::vector<std::size_t> in_page = bytes_in_page(bytes, stated, ends);
  const auto page_byte = [&](std::size_t text_byte) {
    return in_page[static_cast<std::size_t>(std::lower_bound(ends.begin(), ends.end(), text_byte) - ends.begin())];
  };
  std::vector<Places> all;
  for (const AlignedText& text : texts) {
    Places& places = all.emplace_back(Places{encoding, {}});
    for (const AlignedText::Run& run : text.runs())
      places.runs.push_back({run.clean, {page_byte(run.raw.begin), page_byte(run.raw.end)}});
  }
  return all;
}

}  // namespace hearsay
