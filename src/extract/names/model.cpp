// models/names.bin, little endian:
//
//   8 bytes  "HSNAMES1"
//   2 times  4 bytes: the size of the classes and of the weights; each begins on a 64-byte boundary
//   classes  4 bytes a slot: 16 bits of the word's hash, its coarse class, its fine class; 0 is an empty slot
//   weights  4 bytes number of slots, 4 bytes zero; 16 x 16 x 4 bytes what label follows what; then, on 64-byte
//            boundaries, 2 bytes a slot of fingerprints (0 is empty) and 16 bytes a slot of weights
//
// A feature's slot is one of the four after (the hash's high half) * slots / 2^32 whose fingerprint fits, so a feature
// that was not trained adds nothing (but for one in some 16,000, that is taken for another). Weights are bytes with one
// scale for all; sums are whole numbers, so that every machine decides alike.
#include "extract/names/model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::string_view magic = "HSNAMES1";
constexpr std::size_t boundary = 64;
constexpr std::size_t tries = 4;
constexpr std::int32_t forbidden = -100000000;

std::size_t padded(std::size_t bytes) { return (bytes + boundary - 1) / boundary * boundary; }

std::uint64_t place_of(std::uint64_t hash, std::uint64_t slots) { return ((hash >> 32) * slots) >> 32; }

// Taken from the hash's low bits, as the place comes from its high ones; never 0, which marks an empty slot.
std::uint16_t print_of(std::uint64_t hash) {
  const auto print = static_cast<std::uint16_t>(hash);
  return print == 0 ? std::uint16_t{1} : print;
}

std::uint32_t read32(const char* from) {
  std::uint32_t value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

void append32(std::string& bytes, std::uint32_t value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof value);
}

}  // namespace

NameLabel label_of(EntityKind kind, NamePart part) {
  const auto base = static_cast<NameLabel>(1 + 4 * static_cast<int>(kind));
  if (kind != EntityKind::other) return static_cast<NameLabel>(base + static_cast<int>(part));
  if (part == NamePart::only) return static_cast<NameLabel>(base + 2);
  return static_cast<NameLabel>(base + (part == NamePart::first ? 0 : 1));
}

EntityKind kind_of(NameLabel label) { return static_cast<EntityKind>((label - 1) / 4); }

NamePart part_of(NameLabel label) {
  const int part = (label - 1) % 4;
  if (kind_of(label) == EntityKind::other && part == 2) return NamePart::only;
  return static_cast<NamePart>(part);
}

bool may_follow(NameLabel label, NameLabel next) {
  const bool begins = next == 0 || part_of(next) == NamePart::first || part_of(next) == NamePart::only;
  if (label == 0 || part_of(label) == NamePart::only || part_of(label) == NamePart::last) return begins;
  const bool continues = next != 0 && !begins && kind_of(next) == kind_of(label);
  const bool may_end = kind_of(label) == EntityKind::other && part_of(label) == NamePart::inner;
  return continues || (may_end && begins);
}

WordClasses::WordClasses(std::string_view slots)
    : slots_(reinterpret_cast<const std::uint32_t*>(slots.data())), count_(slots.size() / sizeof(std::uint32_t)) {}

std::pair<std::uint8_t, std::uint8_t> WordClasses::find(std::uint64_t word_hash) const {
  if (count_ == 0) return {0, 0};
  const std::uint32_t print = print_of(word_hash);
  std::uint64_t place = place_of(word_hash, count_);
  for (std::uint64_t tried = 0; tried < 64; ++tried, place = place + 1 == count_ ? 0 : place + 1) {
    const std::uint32_t slot = slots_[place];
    if (slot == 0) return {0, 0};
    if (slot >> 16 == print) return {static_cast<std::uint8_t>(slot >> 8), static_cast<std::uint8_t>(slot)};
  }
  return {0, 0};
}

std::string WordClasses::write(const std::vector<Entry>& entries) {
  const std::size_t count = entries.size() + entries.size() / 2 + 1;
  std::vector<std::uint32_t> slots(count, 0);
  for (const Entry& entry : entries) {
    std::uint64_t place = place_of(entry.word_hash, count);
    while (slots[place] != 0) place = place + 1 == count ? 0 : place + 1;
    slots[place] = static_cast<std::uint32_t>(print_of(entry.word_hash)) << 16 |
                   static_cast<std::uint32_t>(entry.coarse) << 8 | entry.fine;
  }
  return {reinterpret_cast<const char*>(slots.data()), count * sizeof(std::uint32_t)};
}

NameWeights::NameWeights(std::string_view bytes) {
  const std::size_t head = padded(8 + name_labels * name_labels * 4);
  if (bytes.size() < head) throw std::runtime_error("models/names.bin is cut short");
  slots_ = read32(bytes.data());
  const std::size_t prints_bytes = padded((slots_ + tries) * sizeof(std::uint16_t));
  if (bytes.size() != head + prints_bytes + padded((slots_ + tries) * name_labels)) {
    throw std::runtime_error("models/names.bin has weights of another size");
  }
  for (std::size_t from = 0; from < name_labels; ++from) {
    for (std::size_t to = 0; to < name_labels; ++to) {
      const bool allowed = may_follow(static_cast<NameLabel>(from), static_cast<NameLabel>(to));
      const auto weight = static_cast<std::int32_t>(read32(bytes.data() + 8 + 4 * (from * name_labels + to)));
      transitions_[from][to] = allowed ? weight : forbidden;
    }
  }
  prints_ = reinterpret_cast<const std::uint16_t*>(bytes.data() + head);
  rows_ = reinterpret_cast<const std::int8_t*>(bytes.data() + head + prints_bytes);
}

std::string NameWeights::write(const Trained& trained, std::size_t slots) {
  const auto weight_of = [](const Feature& f) {
    float most = 0;
    for (const float w : f.weights) most = std::max(most, std::fabs(w));
    return most;
  };
  std::vector<std::pair<float, std::uint32_t>> order;
  float greatest = 0;
  for (std::uint32_t i = 0; i < trained.features.size(); ++i) {
    order.emplace_back(-weight_of(trained.features[i]), i);
    greatest = std::max(greatest, -order.back().first);
  }
  std::sort(order.begin(), order.end());
  // The few heaviest weights are clipped, so that the many light ones keep more of their digits.
  const float clip = order.empty() ? 1.0f : std::max(-order[order.size() / 20000].first, 1e-3f);
  const float scale = 127.0f / std::min(greatest > 0 ? greatest : 1.0f, clip);
  std::vector<std::uint16_t> prints(padded((slots + tries) * 2) / 2, 0);
  std::vector<std::int8_t> rows(padded((slots + tries) * name_labels), 0);
  for (const auto& [negative, index] : order) {
    const Feature& f = trained.features[index];
    if (-negative * scale < 0.5f) break;
    const std::uint64_t place = place_of(f.hash, slots);
    for (std::uint64_t i = place; i < place + tries; ++i) {
      if (prints[i] == print_of(f.hash)) break;
      if (prints[i] != 0) continue;
      prints[i] = print_of(f.hash);
      for (std::size_t k = 0; k < name_labels; ++k) {
        rows[i * name_labels + k] =
            static_cast<std::int8_t>(std::clamp(std::lround(f.weights[k] * scale), -127l, 127l));
      }
      break;
    }
  }
  std::string bytes;
  append32(bytes, static_cast<std::uint32_t>(slots));
  append32(bytes, 0);
  for (const Row& row : trained.transitions)
    for (const float w : row)
      append32(bytes, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(w * scale))));
  bytes.resize(padded(bytes.size()), '\0');
  bytes.append(reinterpret_cast<const char*>(prints.data()), prints.size() * 2);
  bytes.append(reinterpret_cast<const char*>(rows.data()), rows.size());
  return bytes;
}

void NameWeights::fetch(const std::vector<std::uint64_t>& features) const {
  for (const std::uint64_t hash : features) {
    const std::uint64_t place = place_of(hash, slots_);
    __builtin_prefetch(prints_ + place);
    __builtin_prefetch(rows_ + place * name_labels);
  }
}

NameWeights::Scores NameWeights::score(const std::vector<std::uint64_t>& features) const {
  // Each weight is within a byte and a token has far fewer than 256 features, so 16 bits hold the sums.
  std::array<std::int16_t, name_labels> sums{};
  for (const std::uint64_t hash : features) {
    const std::uint64_t place = place_of(hash, slots_);
    const std::uint16_t print = print_of(hash);
    for (std::uint64_t i = place; i < place + tries; ++i) {
      if (prints_[i] != print) continue;
      const std::int8_t* const row = rows_ + i * name_labels;
      for (std::size_t k = 0; k < name_labels; ++k) sums[k] = static_cast<std::int16_t>(sums[k] + row[k]);
      break;
    }
  }
  Scores scores;
  std::copy(sums.begin(), sums.end(), scores.begin());
  return scores;
}

void NameWeights::decode(const std::vector<Scores>& scores, std::vector<NameLabel>& labels) const {
  if (scores.empty()) return;
  std::vector<std::array<NameLabel, name_labels>> came_from(scores.size());
  Scores best = transitions_[0];
  for (std::size_t k = 0; k < name_labels; ++k) best[k] += scores[0][k];
  for (std::size_t i = 1; i < scores.size(); ++i) {
    Scores next;
    for (std::size_t to = 0; to < name_labels; ++to) {
      std::size_t from = 0;
      std::int32_t most = best[0] + transitions_[0][to];
      for (std::size_t k = 1; k < name_labels; ++k) {
        const std::int32_t sum = best[k] + transitions_[k][to];
        if (sum > most) {
          most = sum;
          from = k;
        }
      }
      next[to] = std::max(most + scores[i][to], forbidden);
      came_from[i][to] = static_cast<NameLabel>(from);
    }
    best = next;
  }
  std::size_t last = 0;
  for (std::size_t k = 1; k < name_labels; ++k)
    if (best[k] + transitions_[k][0] > best[last] + transitions_[last][0]) last = k;
  const std::size_t begin = labels.size();
  labels.resize(begin + scores.size());
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[begin + i] = static_cast<NameLabel>(last);
    if (i > 0) last = came_from[i][last];
  }
}

NameModel::NameModel(std::string_view file) {
  if (file.size() < boundary || !file.starts_with(magic))
    throw std::runtime_error("models/names.bin is not a names model");
  std::size_t at = boundary;
  const auto part = [&](int number) {
    const std::size_t size = read32(file.data() + 8 + 4 * number);
    if (at + size > file.size()) throw std::runtime_error("models/names.bin is cut short");
    const std::string_view bytes = file.substr(at, size);
    at += padded(size);
    return bytes;
  };
  classes = WordClasses(part(0));
  weights = NameWeights(part(1));
}

std::string NameModel::write(std::string_view classes, std::string_view weights) {
  std::string file(magic);
  for (const std::string_view part : {classes, weights}) append32(file, static_cast<std::uint32_t>(part.size()));
  for (const std::string_view part : {classes, weights}) {
    file.resize(padded(file.size()), '\0');
    file += part;
  }
  file.resize(padded(file.size()), '\0');
  return file;
}

std::vector<NameLabel> label_names(const NameSheet& sheet, const NameFeatures& features, const NameWeights& weights) {
  std::vector<NameLabel> labels(sheet.words.size(), 0);
  std::vector<NameLabel> chain_labels;
  for (const Chain& chain : sheet.chains) {
    chain_labels.clear();
    weights.decode(
        chain.last - chain.first,
        [&](std::size_t i, std::vector<std::uint64_t>& found) {
          found.clear();
          features.add(sheet, chain.first + i, found);
        },
        chain_labels);
    std::copy(chain_labels.begin(), chain_labels.end(), labels.begin() + chain.first);
  }
  return labels;
}

}  // namespace hearsay
