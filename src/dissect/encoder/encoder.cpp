// A BERT encoder (Devlin et al. 2019) of the size of MiniLM (Wang et al. 2020): words and places are looked up and
// added; each layer lets every piece gather from all pieces of its sentence (twelve heads of 32 numbers), then passes
// it through a wide inner layer, both added to what was there and normalised. Weights are bytes with a scale a row;
// activations are rounded to bytes token by token (Zafrir et al. 2019). tools/pack_encoder.py draws the file's
// sections.
//
// Sentences are not padded: some are laid one after the other, so that the products of matrices are of many tokens at
// once, and only the attention goes sentence by sentence. There are as many as keep the scratch in the machine's
// second-level cache.
#include "dissect/encoder/encoder.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t marks = 2;          // [CLS] before and [SEP] behind each sentence
constexpr std::size_t batch_tokens = 64;  // sentences are run together until they have so many tokens

EncoderLayer::Norm read_norm(const ModelFile& file, const std::string& name, std::size_t size) {
  return {file.section<float>(name + ".gain", size), file.section<float>(name + ".bias", size)};
}

std::vector<EncoderLayer> read_layers(const ModelFile& file, std::size_t width) {
  std::vector<EncoderLayer> layers;
  const std::size_t count = file.section<std::uint32_t>("layers", 1)[0];
  for (std::size_t i = 0; i < count; ++i) {
    const std::string prefix = "layer" + std::to_string(i) + ".";
    const std::size_t inner = file.section<float>(prefix + "inner.bias").size();
    layers.push_back({read_byte_layer(file, prefix + "attended", 3 * width, width),
                      read_byte_layer(file, prefix + "gathered", width, width),
                      read_norm(file, prefix + "norm1", width), read_byte_layer(file, prefix + "inner", inner, width),
                      read_byte_layer(file, prefix + "outer", width, inner), read_norm(file, prefix + "norm2", width)});
  }
  return layers;
}

std::size_t tokens_of(std::span<const WordPiece> sentence) {
  return std::min(sentence.size(), Encoder::longest_sentence) + marks;
}

}  // namespace

struct Encoder::Scratch {
  // Numbers that are written before they are read.
  template <typename T>
  using Rows = std::unique_ptr<T[]>;
  template <typename T>
  static Rows<T> rows(std::size_t size) {
    return std::make_unique_for_overwrite<T[]>(size);
  }

  Rows<float> states;    // the vectors of all tokens, width a token
  Rows<float> attended;  // queries, keys and values, 3 * width a token
  Rows<float> gathered;  // by the heads
  Rows<float> numbers;   // of one token
  Rows<float> scores;
  Rows<std::uint8_t> bytes;
  Rows<Quantised> quantised;
  Rows<std::int32_t> products;

  Scratch(std::size_t tokens, std::size_t width, std::size_t inner)
      : states(rows<float>(tokens * width)),
        attended(rows<float>(tokens * 3 * width)),
        gathered(rows<float>(tokens * width)),
        numbers(rows<float>(std::max(width, inner))),
        scores(rows<float>(attention_scratch(Encoder::longest_sentence + marks))),
        bytes(rows<std::uint8_t>(tokens * std::max(width, inner))),
        quantised(rows<Quantised>(tokens)),
        products(rows<std::int32_t>(tokens * std::max(3 * width, inner))) {}
};

Encoder::Encoder(std::string_view bytes, std::string name) : Encoder(ModelFile(bytes, std::move(name))) {}

Encoder::Encoder(const ModelFile& file) : pieces_(file) {
  begin_ = pieces_.number_of("[CLS]");
  end_ = pieces_.number_of("[SEP]");
  const std::size_t width = file.section<float>("norm.gain").size();
  if (width == 0 || width % head_size != 0) throw std::runtime_error(file.name() + ": has vectors of a wrong size");
  norm_ = read_norm(file, "norm", width);
  words_ = file.section<std::int8_t>("words.weight", pieces_.size() * width);
  word_scales_ = file.section<float>("words.scale", pieces_.size());
  positions_ = file.section<float>("positions", (longest_sentence + marks) * width);
  layers_ = read_layers(file, width);
  head_bias_ = file.section<float>("head.bias");
  head_ = file.section<float>("head.weight", head_bias_.size() * width);
}

ByteLayer read_byte_layer(const ModelFile& file, const std::string& name, std::size_t rows, std::size_t columns) {
  if (rows % 16 != 0 || columns % 16 != 0) throw std::runtime_error(file.name() + ": has a layer of a wrong size");
  return {{file.section<std::int8_t>(name + ".weight", rows * columns), rows, columns},
          file.section<float>(name + ".scale", rows),
          file.section<float>(name + ".sums", rows),
          file.section<float>(name + ".bias", rows)};
}

EncoderBranch::EncoderBranch(const ModelFile& file, std::size_t width)
    : from(file.section<std::uint32_t>("from", 1)[0]), layers(read_layers(file, width)) {}

void Encoder::embed(std::span<const WordPiece> sentence, float* states) const {
  const std::size_t count = tokens_of(sentence);
  std::vector<float> word(width());
  for (std::size_t t = 0; t < count; ++t) {
    const std::uint32_t piece = t == 0 ? begin_ : t + 1 == count ? end_ : sentence[t - 1].number;
    const std::int8_t* row = words_.data() + piece * width();
    const float* position = positions_.data() + t * width();
    float* state = states + t * width();
    for (std::size_t i = 0; i < width(); ++i) {
      word[i] = word_scales_[piece] * static_cast<float>(row[i]);
      state[i] = position[i];
    }
    add_and_normalise(word.data(), norm_.gain.data(), norm_.bias.data(), width(), state);
  }
}

void Encoder::run(const EncoderLayer& layer, std::span<const std::size_t> lengths, Scratch& s) const {
  std::size_t count = 0;
  for (const std::size_t length : lengths) count += length;
  const std::size_t size = width(), inner = layer.inner.matrix.rows;
  // Calls use(token, its products) for the layer's products with the numbers, as many a token as the layer has columns.
  const auto multiply_numbers = [&](const ByteLayer& by, const float* numbers, const auto& use) {
    const std::size_t columns = by.matrix.columns;
    for (std::size_t t = 0; t < count; ++t)
      s.quantised[t] = quantise(numbers + t * columns, columns, s.bytes.get() + t * columns);
    multiply(by.matrix, s.bytes.get(), count, s.products.get());
    for (std::size_t t = 0; t < count; ++t) use(t, s.products.get() + t * by.matrix.rows);
  };
  const auto add_to_states = [&](const ByteLayer& by, const EncoderLayer::Norm& norm) {
    return [&](std::size_t t, const std::int32_t* products) {
      scale_products(by, s.quantised[t], products, s.numbers.get());
      add_and_normalise(s.numbers.get(), norm.gain.data(), norm.bias.data(), size, s.states.get() + t * size);
    };
  };

  multiply_numbers(layer.attended, s.states.get(), [&](std::size_t t, const std::int32_t* products) {
    scale_products(layer.attended, s.quantised[t], products, s.attended.get() + t * 3 * size);
  });
  std::size_t first = 0;
  for (const std::size_t length : lengths) {
    for (std::size_t head = 0; head < size; head += head_size) {
      const float* queries = s.attended.get() + first * 3 * size + head;
      attend({queries, queries + size, queries + 2 * size, 3 * size, length, s.gathered.get() + first * size + head,
              size, s.scores.get()});
    }
    first += length;
  }
  multiply_numbers(layer.gathered, s.gathered.get(), add_to_states(layer.gathered, layer.attention_norm));

  // The inner numbers of a token are rounded to bytes at once, behind which the next layer's products begin.
  multiply_numbers(layer.inner, s.states.get(), [&](std::size_t t, const std::int32_t* products) {
    scale_products_and_gelu(layer.inner, s.quantised[t], products, s.numbers.get());
    s.quantised[t] = quantise(s.numbers.get(), inner, s.bytes.get() + t * inner);
  });
  multiply(layer.outer.matrix, s.bytes.get(), count, s.products.get());
  const auto add_outer = add_to_states(layer.outer, layer.norm);
  for (std::size_t t = 0; t < count; ++t) add_outer(t, s.products.get() + t * size);
}

std::size_t Encoder::widest_layer(const EncoderBranch* branch) const {
  std::size_t widest = width();
  for (const EncoderLayer& layer : layers_) widest = std::max(widest, layer.inner.matrix.rows);
  if (branch != nullptr)
    for (const EncoderLayer& layer : branch->layers) widest = std::max(widest, layer.inner.matrix.rows);
  return widest;
}

std::vector<std::size_t> Encoder::embed_next(std::span<const std::vector<WordPiece>> sentences, std::size_t begin,
                                             Scratch& scratch) const {
  std::vector<std::size_t> lengths;
  std::size_t tokens = 0;
  while (begin + lengths.size() < sentences.size() && tokens < batch_tokens) {
    const std::vector<WordPiece>& sentence = sentences[begin + lengths.size()];
    embed(sentence, scratch.states.get() + tokens * width());
    lengths.push_back(tokens_of(sentence));
    tokens += lengths.back();
  }
  return lengths;
}

std::vector<EncodedSentence> Encoder::encode(std::span<const std::vector<WordPiece>> sentences,
                                             const EncoderBranch* branch) const {
  std::vector<EncodedSentence> encoded(sentences.size());
  Scratch scratch(batch_tokens + longest_sentence + marks, width(), widest_layer(branch));
  std::vector<float> trunk;
  std::vector<std::size_t> lengths;
  for (std::size_t begin = 0; begin < sentences.size(); begin += lengths.size()) {
    lengths = embed_next(sentences, begin, scratch);
    const std::size_t tokens = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
    // Calls use(its result, its first number, the one behind its last) for each sentence.
    const auto for_each_sentence = [&](const auto& use) {
      const float* states = scratch.states.get();
      for (std::size_t i = 0; i < lengths.size(); ++i, states += lengths[i - 1] * width())
        use(begin + i, states, states + lengths[i] * width());
    };
    for (std::size_t i = 0; i < layers_.size(); ++i) {
      run(layers_[i], lengths, scratch);
      if (branch == nullptr || i + 1 != branch->from) continue;
      trunk.assign(scratch.states.get(), scratch.states.get() + tokens * width());
      for (const EncoderLayer& layer : branch->layers) run(layer, lengths, scratch);
      for_each_sentence(
          [&](std::size_t s, const float* first, const float* behind) { encoded[s].branch.assign(first, behind); });
      std::copy(trunk.begin(), trunk.end(), scratch.states.get());
    }
    for_each_sentence([&](std::size_t s, const float* first, const float* behind) {
      encoded[s].pieces.assign(first + width(), behind - width());
      encoded[s].pieces.resize(sentences[s].size() * width());
    });
  }
  return encoded;
}

std::vector<std::vector<float>> Encoder::encode_to(std::span<const std::vector<WordPiece>> sentences,
                                                   std::size_t layers) const {
  std::vector<std::vector<float>> vectors(sentences.size());
  Scratch scratch(batch_tokens + longest_sentence + marks, width(), widest_layer(nullptr));
  std::vector<std::size_t> lengths;
  for (std::size_t begin = 0; begin < sentences.size(); begin += lengths.size()) {
    lengths = embed_next(sentences, begin, scratch);
    for (const EncoderLayer& layer : std::span(layers_).first(std::min(layers, layers_.size())))
      run(layer, lengths, scratch);
    const float* states = scratch.states.get();
    for (std::size_t i = 0; i < lengths.size(); states += lengths[i] * width(), ++i)
      vectors[begin + i].assign(states, states + lengths[i] * width());
  }
  return vectors;
}

void Encoder::read_on(const EncoderBranch& branch, std::vector<float>& vectors) const {
  const std::size_t count = vectors.size() / width();
  if (count == 0) return;
  if (count > longest_sentence + marks) throw std::invalid_argument("more pieces than the encoder reads at once");
  Scratch scratch(count, width(), widest_layer(&branch));
  std::copy(vectors.begin(), vectors.end(), scratch.states.get());
  for (const EncoderLayer& layer : branch.layers) run(layer, std::span(&count, 1), scratch);
  std::copy_n(scratch.states.get(), vectors.size(), vectors.begin());
}

std::vector<EncodedSentence> Encoder::encode(std::span<const std::vector<WordPiece>> sentences,
                                             const EncoderBranch& branch) const {
  return encode(sentences, &branch);
}

std::vector<std::vector<float>> Encoder::encode(std::span<const std::vector<WordPiece>> sentences) const {
  std::vector<std::vector<float>> vectors;
  for (EncodedSentence& sentence : encode(sentences, nullptr)) vectors.push_back(std::move(sentence.pieces));
  return vectors;
}

std::vector<float> Encoder::meaning(std::span<const float> vectors) const {
  std::vector<float> found(meaning_width());
  if (vectors.size() < width()) return found;
  const std::vector<float> mean = mean_of(vectors, width());
  float length = 0;
  for (std::size_t r = 0; r < found.size(); ++r) {
    found[r] = head_bias_[r] + product_of(head_.data() + r * width(), mean.data(), width());
    length += found[r] * found[r];
  }
  if (length > 0)
    for (float& x : found) x /= std::sqrt(length);
  return found;
}

}  // namespace hearsay
