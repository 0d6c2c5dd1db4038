// A pointer network (Vinyals et al. 2015) over the encoder's vectors: a span's query is held against the key of each
// piece of its sentence and against "nobody" and "elsewhere", and softmax makes shares of what they give.
#include "itemise/speakers/source_pointer.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t pointing_size = 128;    // numbers of a query and of a key
constexpr float softening = 1.0f / 11.3125f;  // about one over the square root of that
constexpr std::size_t begin_mark = 1;         // the branch has [CLS] before a sentence's pieces

std::vector<float> products_with(const ByteLayer& layer, std::span<const float> rows) {
  const std::size_t columns = layer.matrix.columns, count = rows.size() / columns, size = layer.matrix.rows;
  std::vector<std::uint8_t> bytes(rows.size());
  std::vector<Quantised> steps(count);
  for (std::size_t t = 0; t < count; ++t)
    steps[t] = quantise(rows.data() + t * columns, columns, bytes.data() + t * columns);
  std::vector<std::int32_t> products(count * size);
  multiply(layer.matrix, bytes.data(), count, products.data());
  std::vector<float> out(count * size);
  for (std::size_t t = 0; t < count; ++t)
    scale_products(layer, steps[t], products.data() + t * size, out.data() + t * size);
  return out;
}

std::int32_t in_thousandths(float share) { return static_cast<std::int32_t>(std::lround(share * 1000)); }

}  // namespace

PointedSource::Share PointedSource::share_of(SentenceReading::Pieces words) const {
  Share share;
  for (std::size_t i = words.first; i < std::min(words.behind, at.size()); ++i) {
    share.sum += at[i];
    share.peak = std::max(share.peak, at[i]);
  }
  return share;
}

SourcePointer::SourcePointer(std::string_view bytes, std::string name, std::size_t width)
    : SourcePointer(ModelFile(bytes, std::move(name)), width) {}

SourcePointer::SourcePointer(const ModelFile& file, std::size_t width)
    : width_(width),
      branch_(file, width),
      query_(read_byte_layer(file, "query", pointing_size, 2 * width)),
      key_(read_byte_layer(file, "key", pointing_size, width)),
      nobody_(file.section<float>("nobody.weight")),
      nobody_bias_(file.section<float>("nobody.bias")) {
  if (nobody_.size() != 4 * width || nobody_bias_.size() != 2)
    throw std::runtime_error(file.name() + ": has a section nobody of another size");
}

// The mean of a span's vectors, and behind it the first of them.
std::vector<float> SourcePointer::query_of(std::span<const float> vectors, SentenceReading::Pieces span) const {
  const std::span<const float> words = vectors.subspan(span.first * width_, (span.behind - span.first) * width_);
  std::vector<float> query = mean_of(words, width_);
  query.insert(query.end(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(width_));
  return query;
}

std::vector<PointedSource> SourcePointer::point(const EncodedSentence& sentence,
                                                std::span<const SentenceReading::Pieces> spans) const {
  std::vector<PointedSource> pointed(spans.size());
  const std::size_t tokens = sentence.branch.size() / width_;
  if (tokens <= 2 * begin_mark) return pointed;
  const std::vector<float> keys = products_with(key_, sentence.branch);
  const std::span<const float> vectors = std::span(sentence.branch).subspan(begin_mark * width_);
  for (std::size_t s = 0; s < spans.size(); ++s) {
    if (spans[s].empty()) continue;
    const std::vector<float> ends = query_of(vectors, spans[s]);
    const std::vector<float> query = products_with(query_, ends);
    const std::size_t count = tokens + 2;
    std::vector<float> shares((count + 15) / 16 * 16);
    for (std::size_t t = 0; t < tokens; ++t)
      shares[t] = product_of(keys.data() + t * pointing_size, query.data(), pointing_size) * softening;
    for (std::size_t i = 0; i < 2; ++i)
      shares[tokens + i] = nobody_bias_[i] + product_of(nobody_.data() + i * ends.size(), ends.data(), ends.size());
    share_out(shares.data(), count, shares.size(), 1);
    for (std::size_t t = begin_mark; t + 1 < tokens; ++t) pointed[s].at.push_back(in_thousandths(shares[t]));
    pointed[s].nobody = in_thousandths(shares[tokens]);
    pointed[s].elsewhere = in_thousandths(shares[tokens + 1]);
  }
  return pointed;
}

}  // namespace hearsay
