// Features of a story as they are held.
#pragma once

#include "group/signature.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace hearsay {

// Features in five bytes each: 24 bits of the stem, and the weight in 65,535ths of the heaviest; in four while they
// are those of one article, with 255ths. In order of their
// stems.
class PackedFeatures {
 public:
  PackedFeatures() = default;
  // `features` are in order of stem.
  PackedFeatures(const std::vector<Feature>& features, bool in_four);

  std::size_t size() const { return bytes_.size() / size_; }
  std::uint32_t stem(std::size_t i) const {
    std::uint32_t value = 0;
    std::memcpy(&value, &bytes_[i * size_], sizeof value);
    return value & 0xFFFFFFU;
  }
  float weight(std::size_t i) const {
    const std::uint8_t* bytes = &bytes_[i * size_] + 3;
    return scale_ * static_cast<float>(size_ == 4 ? bytes[0] * 257 : bytes[0] | bytes[1] << 8);
  }
  void prefetch() const;  // brings them into the processor's cache, for use soon to come
  std::vector<Feature> unpacked() const;

  template <class Archive>
  void fields(Archive& archive) {
    archive(bytes_, scale_, size_);
  }

 private:
  std::vector<std::uint8_t> bytes_;
  float scale_ = 0;
  std::uint32_t size_ = 4;  // bytes of a feature
};

// The sum of the products of the features that both have.
float product(const PackedFeatures& a, const PackedFeatures& b);

// The features of an article, ready to be multiplied with those of many stories: a bit for the low part of each stem
// says of most of a story's stems that the article has them not. The features must outlive it.
class FeatureFactor {
 public:
  explicit FeatureFactor(const std::vector<Feature>& features) : features_(features) {
    for (const Feature& feature : features) bits_[feature.stem % bits / 64] |= 1ULL << (feature.stem % 64);
  }

  float times(const PackedFeatures& packed) const;

 private:
  static constexpr std::size_t bits = 4096;
  const std::vector<Feature>& features_;
  std::array<std::uint64_t, bits / 64> bits_{};
};

}  // namespace hearsay
