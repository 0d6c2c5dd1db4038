// An AlignedText maps back to the decoded page; here its ends are mapped on to the page's bytes, all in one pass.
#include "clean/articles/source_map.h"

#include "capture/bytes/encoding.h"

#include <algorithm>

namespace hearsay {

std::vector<SourceMap> map_to_page(std::string_view bytes, const std::optional<std::string>& stated,
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
  std::vector<SourceMap> all;
  for (const AlignedText& text : texts) {
    SourceMap& places = all.emplace_back(SourceMap{encoding, {}});
    for (const AlignedText::Run& run : text.runs())
      places.runs.push_back({run.clean, {page_byte(run.raw.begin), page_byte(run.raw.end)}});
  }
  return all;
}

}  // namespace hearsay
