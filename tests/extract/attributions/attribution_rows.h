// Sentences and the attributions found in them: "source | cue -> recipient | content ... content", a missing part
// empty, several apart by " // "; "(0)" before one gives the number of the one around it. All sentences are made up.
#pragma once

#include "dissect/grammar.h"
#include "extract/attributions/attributions.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct Row {
  const char* text;
  const char* attributions;
};

class Attributions : public testing::Test {
 protected:
  static std::vector<Attribution> find(std::string_view text) {
    static const Grammar grammar;
    static const NameFinder names;
    static const AttributionFinder attributions;
    const Dissection dissection = grammar.dissect(text, {}, Depth::tree);
    return attributions.find(text, dissection, names.find(text, dissection));
  }

  static std::string show(std::string_view text) {
    std::string shown;
    const auto words = [&](const std::optional<Span>& span) {
      return span ? std::string(words_at(text, *span)) : std::string();
    };
    for (const Attribution& one : find(text)) {
      if (!shown.empty()) shown += " // ";
      if (one.outer) shown += "(" + std::to_string(*one.outer) + ") ";
      shown +=
          words(one.source) + " | " + words(one.cue) + (one.recipient ? " -> " + words(one.recipient) : "") + " | ";
      for (std::size_t i = 0; i < one.content.size(); ++i)
        shown += (i == 0 ? "" : " ... ") + std::string(words_at(text, one.content[i]));
    }
    return shown;
  }
};

}  // namespace hearsay
