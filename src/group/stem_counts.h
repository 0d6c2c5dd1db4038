// How often stems stand in the articles of this stream, for words that news has only now begun to use.
#pragma once

#include "group/signature.h"

#include <cstdint>
#include <vector>

namespace hearsay {

class StemCounts {
 public:
  // Features with their weights lowered where the stream uses the stem more than the built-in counts foresee: a name
  // that is in every second report of the week ties nothing together.
  std::vector<Feature> adjusted(std::vector<Feature> features) const;

  // Takes an article's features into the counts. What is older than the last few hundred thousand articles fades.
  void count(const std::vector<Feature>& features);

  template <class Archive>
  void fields(Archive& archive) {
    archive(counts_, articles_);
  }

 private:
  std::vector<std::uint32_t> counts_;  // by the stem's low bits: stems that meet there are counted together
  std::uint32_t articles_ = 0;
};

}  // namespace hearsay
