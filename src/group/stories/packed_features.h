// Features of a story as they are held.
#pragma once

#include "group/stories/signature.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {

// At most 200 features, those of more weight first, in order of their stems: 24 bits of each stem in less than three
// bytes, and the weight in 65,535ths of the heaviest; in 255ths while they are those of one article.
class PackedFeatures {
 public:
  static constexpr std::size_t most = 200;

  PackedFeatures() = default;
  // `features` are in order of stem.
  PackedFeatures(const std::vector<Feature>& features, bool of_one_article);

  std::size_t size() const { return size_; }
  float weight(std::size_t i) const {
    const std::uint8_t* weights = &bytes_[weights_at()];
    return scale_ * static_cast<float>(of_one_ != 0 ? weights[i] * 257 : weights[2 * i] | weights[2 * i + 1] << 8);
  }
  float square() const;   // the sum of the products with themselves
  void prefetch() const;  // brings them into the processor's cache, for use soon to come
  std::vector<Feature> unpacked() const;

  template <class Archive>
  void fields(Archive& archive) {
    std::string bytes(reinterpret_cast<const char*>(bytes_.get()), bytes_ ? length() : 0);
    archive(size_, of_one_, scale_, bytes);
    if (size_ > most || bytes.size() != length()) throw std::runtime_error("the saved features of a story are damaged");
    if (bytes.empty()) return bytes_.reset();
    bytes_ = std::make_unique_for_overwrite<std::uint8_t[]>(bytes.size());
    std::memcpy(bytes_.get(), bytes.data(), bytes.size());
  }

 private:
  friend class FeatureFactor;

  // The bytes: for each value of the stem's highest four bits the number of features up to it; the lowest 16 bits of
  // each stem; the four between; the weights.
  static constexpr std::size_t groups = 16;
  std::size_t middles_at() const { return groups + 2UL * size_; }
  std::size_t weights_at() const { return middles_at() + (size_ + 1UL) / 2; }
  std::size_t length() const { return size_ == 0 ? 0 : weights_at() + (of_one_ != 0 ? 1UL : 2UL) * size_; }
  std::uint32_t low(std::size_t i) const {
    std::uint16_t value = 0;
    std::memcpy(&value, &bytes_[groups + 2 * i], sizeof value);
    return value;
  }
  std::uint32_t middle(std::size_t i) const { return bytes_[middles_at() + i / 2] >> (i % 2 * 4) & 15U; }
  bool is_stem(std::size_t i, std::uint32_t stem) const {
    const std::size_t group = stem >> 20;
    return low(i) == (stem & 0xFFFFU) && middle(i) == (stem >> 16 & 15U) && i < bytes_[group] &&
           (group == 0 || i >= bytes_[group - 1]);
  }

  std::unique_ptr<std::uint8_t[]> bytes_;
  float scale_ = 0;
  std::uint16_t size_ = 0;
  std::uint16_t of_one_ = 0;
};

// Features ready to be multiplied with those of many stories: what the low part of a stem leads to says of most of a
// story's stems that they are not among them. The features must outlive it; at most 255.
class FeatureFactor {
 public:
  explicit FeatureFactor(const std::vector<Feature>& features);

  // The sum of the products of the features that both have, added in order of their stems.
  float times(const PackedFeatures& packed) const;

 private:
  static constexpr std::size_t places = 4096;
  const std::vector<Feature>& features_;
  std::array<std::uint8_t, places> last_{};  // by the stem's low bits, one more than the number of the last feature
  std::array<std::uint8_t, 256> before_{};   // for each feature the one before it with the same bits, in the same way
};

}  // namespace hearsay
