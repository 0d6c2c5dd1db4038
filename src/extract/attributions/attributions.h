// Who says what: source, cue and content, as PARC (Pareti 2012) and PolNeAR (Newell et al. 2018) mark them.
#pragma once

#include "base/span.h"
#include "dissect/words/dissection.h"
#include "extract/names/names.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class AttributionKind : std::uint8_t { direct, indirect, mixed };
std::string_view to_text(AttributionKind kind);

struct Attribution {
  std::optional<Span> source;  // all the source's words: "a senior official familiar with the matter"
  std::optional<Span>
      recipient;              // who was told, when it is named: "Marrow Wire" in "the RMA told Marrow Wire that ..."
  std::optional<Span> cue;    // "said", "told Marrow Wire", "according to"
  std::vector<Span> content;  // in text order, at least one
  AttributionKind kind = AttributionKind::indirect;
  std::optional<std::uint32_t> outer;  // the attribution (an index) in whose content this one stands
  std::string why;
};

class AttributionFinder {
 public:
  AttributionFinder();
  ~AttributionFinder();
  AttributionFinder(const AttributionFinder&) = delete;
  AttributionFinder& operator=(const AttributionFinder&) = delete;

  // In order of their first content. Linear in the text's length, whatever the quotation marks do.
  std::vector<Attribution> find(std::string_view text, const Dissection& dissection, const Names& names) const;

 private:
  struct Model;
  std::unique_ptr<const Model> model_;
};

}  // namespace hearsay
