// Layout: the hash of title and text, the id, outlet, time, credits and upstreams; the text as it is packed already;
// the runs and stems as distances from one to the next, since they are in ascending order; and the features'
// weights as numbers of a list of the different ones, as most words of an article are of one rarity with others.
#include "group/stories/packed_signature.h"

#include "group/held/packed_words.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace hearsay {

namespace {

template <class Plain>
void put_plain(std::string& bytes, const Plain& value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof value);
}

std::string_view take_bytes(std::string_view& bytes, std::uint64_t size) {
  if (size > bytes.size()) throw std::runtime_error("a waiting article's signature is damaged");
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

template <class Plain>
Plain take_plain(std::string_view& bytes) {
  Plain value;
  std::memcpy(&value, take_bytes(bytes, sizeof value).data(), sizeof value);
  return value;
}

void put_text(std::string& bytes, std::string_view text) {
  put_number(bytes, text.size());
  bytes += text;
}

std::string_view take_text(std::string_view& bytes) {
  const std::uint64_t size = take_number(bytes);
  return take_bytes(bytes, size);
}

// No list has more entries than there are bytes left.
std::uint64_t take_count(std::string_view& bytes) {
  const std::uint64_t count = take_number(bytes);
  if (count > bytes.size()) throw std::runtime_error("a waiting article's signature is damaged");
  return count;
}

void put_features(std::string& bytes, const std::vector<Feature>& features) {
  std::vector<float> weights;
  for (const Feature& feature : features) weights.push_back(feature.weight);
  std::sort(weights.begin(), weights.end());
  weights.erase(std::unique(weights.begin(), weights.end()), weights.end());
  put_number(bytes, weights.size());
  for (const float weight : weights) put_plain(bytes, weight);
  put_number(bytes, features.size());
  std::uint32_t last = 0;
  for (const Feature& feature : features) {
    put_number(bytes, feature.stem - last);
    last = feature.stem;
    const auto weight = std::lower_bound(weights.begin(), weights.end(), feature.weight);
    put_number(bytes, static_cast<std::uint64_t>(weight - weights.begin()));
  }
}

std::vector<Feature> take_features(std::string_view& bytes) {
  std::vector<float> weights(take_count(bytes));
  for (float& weight : weights) weight = take_plain<float>(bytes);
  std::vector<Feature> features(take_count(bytes));
  std::uint32_t last = 0;
  for (Feature& feature : features) {
    feature.stem = last += static_cast<std::uint32_t>(take_number(bytes));
    const std::uint64_t weight = take_number(bytes);
    if (weight >= weights.size()) throw std::runtime_error("a waiting article's signature is damaged");
    feature.weight = weights[weight];
  }
  return features;
}

}  // namespace

std::string pack_signature(const Signature& signature) {
  std::string bytes;
  put_plain(bytes, signature.content);
  put_text(bytes, signature.id);
  put_text(bytes, signature.outlet);
  put_plain(bytes, signature.seconds);
  put_number(bytes, (signature.has_day ? 1U : 0U) | (signature.has_time ? 2U : 0U) | (signature.familiar ? 4U : 0U));
  put_number(bytes, signature.credits.size());
  for (const SignedCredit& credit : signature.credits) {
    put_text(bytes, credit.agency);
    put_text(bytes, credit.domain);
    put_number(bytes, credit.whole ? 1 : 0);
  }
  put_number(bytes, signature.upstreams.size());
  for (const std::uint32_t name : signature.upstreams) put_plain(bytes, name);
  put_text(bytes, signature.text);
  put_number(bytes, signature.runs.size());
  std::uint32_t last = 0;
  for (const SignedRun& run : signature.runs) {
    put_number(bytes, run.hash - last);
    put_number(bytes, run.place);
    last = run.hash;
  }
  put_number(bytes, signature.marks.size());
  for (const std::uint32_t mark : signature.marks) put_plain(bytes, mark);
  put_features(bytes, signature.features);
  return bytes;
}

PackedIdentity identity_in(std::string_view bytes) {
  PackedIdentity identity;
  identity.content = take_plain<std::uint64_t>(bytes);
  identity.id = take_text(bytes);
  return identity;
}

Signature unpack_signature(std::string_view bytes) {
  Signature signature;
  signature.content = take_plain<std::uint64_t>(bytes);
  signature.id = take_text(bytes);
  signature.outlet = take_text(bytes);
  signature.seconds = take_plain<std::int64_t>(bytes);
  const std::uint64_t flags = take_number(bytes);
  signature.has_day = (flags & 1U) != 0;
  signature.has_time = (flags & 2U) != 0;
  signature.familiar = (flags & 4U) != 0;
  signature.credits.resize(take_count(bytes));
  for (SignedCredit& credit : signature.credits) {
    credit.agency = take_text(bytes);
    credit.domain = take_text(bytes);
    credit.whole = take_number(bytes) != 0;
  }
  signature.upstreams.resize(take_count(bytes));
  for (std::uint32_t& name : signature.upstreams) name = take_plain<std::uint32_t>(bytes);
  signature.text = take_text(bytes);
  signature.runs.resize(take_count(bytes));
  std::uint32_t last = 0;
  for (SignedRun& run : signature.runs) {
    run.hash = last += static_cast<std::uint32_t>(take_number(bytes));
    run.place = static_cast<std::uint32_t>(take_number(bytes));
  }
  signature.marks.resize(take_count(bytes));
  for (std::uint32_t& mark : signature.marks) mark = take_plain<std::uint32_t>(bytes);
  signature.features = take_features(bytes);
  return signature;
}

}  // namespace hearsay
