// Any bytes as a file of corrections, applied to a small story.
#include "narrate/corrections.h"
#include "narrate/found_words.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static constexpr std::string_view text =
      "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said. \u201cNobody saw it,\u201d she "
      "said.";
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const Correction& correction : read_corrections(bytes)) {
    const bool bad = correction.kind == CorrectionKind::not_readable;
    if (bad == correction.problem.empty() || correction.line == 0) std::abort();
    for (const Span found : find_words(text, correction.first.words, 10))
      if (found.empty() || found.end > text.size()) std::abort();
  }
  return 0;
}
