// The mapping from a clean text back to the bytes of the page it was read from.
#pragma once

#include "base/span.h"
#include "clean/articles/aligned_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The text in runs, in order and without gaps, each with its bytes in the page. Decoded by `encoding`, the bytes of a
// run are its words; if they are not, the words stand for the bytes as a whole: a character reference ("&amp;"), a run
// of white space, <br>. A line break between paragraphs has no bytes: its run is empty in the page, where the next
// paragraph begins.
struct SourceMap {
  struct Run {
    Span text;
    Span page;
  };
  std::string encoding;  // of the page, as the WHATWG Encoding standard names it
  std::vector<Run> runs;
};

// The places of texts that were cut from decode_page(bytes, stated).text, which was found to be in `encoding`. Decodes
// once more, however many texts there are, and takes memory for the runs: about one a paragraph, and two for each
// character reference.
std::vector<SourceMap> map_to_page(std::string_view bytes, const std::optional<std::string>& stated,
                                   const std::string& encoding, const std::vector<AlignedText>& texts);

}  // namespace hearsay
