// Runs the network that tools/network_training.h trains, in whole numbers: a word is the sum of the rows of its
// features beside a vector learned from text; a convolution over three words; bidirectional simple recurrent units
// (Lei et al. 2018); tags from the first recurrent layer; heads from bilinear scores and a spanning tree, relations
// from a small hidden layer (after Dozat and Manning 2017).
#include "dissect/trees/network.h"

#include "dissect/trees/spanning_tree.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

int distance_bucket(int from, int to) {
  const int distance = to - from;
  const int size = distance < 0 ? -distance : distance;
  const int bucket = size <= 5 ? size : size <= 7 ? 6 : size <= 10 ? 7 : size <= 15 ? 8 : size <= 25 ? 9 : 10;
  return distance < 0 ? bucket : 11 + bucket;
}

Network::Network(const ModelFile& file)
    : features_(file.section<std::uint16_t>("features.marks"), file.section<std::uint16_t>("features.rows")),
      words_(file.section<std::uint16_t>("words.marks"), file.section<std::uint16_t>("words.rows")),
      table_(file.section<std::int8_t>("features.table")),
      vectors_(file.section<std::int8_t>("words.table")),
      root_arc_(file.section<std::int16_t>("root_arc")),
      root_label_(file.section<std::int16_t>("root_label")),
      label_distances_(file.section<std::int16_t>("label_distances")) {
  const auto sizes = file.section<std::int32_t>("sizes");
  if (sizes.size() < 7) throw std::runtime_error("models/grammar.bin: has no sizes");
  learned_ = static_cast<std::size_t>(sizes[0]);
  fixed_ = static_cast<std::size_t>(sizes[1]);
  units_ = static_cast<std::size_t>(sizes[2]);
  arc_ = static_cast<std::size_t>(sizes[4]);
  label_ = static_cast<std::size_t>(sizes[5]);
  step_ = static_cast<std::int16_t>(sizes[6]);
  const auto layer = [&](const std::string& name, std::size_t rows, std::size_t columns) {
    const std::size_t filled = (rows + 15) / 16 * 16;
    Layer made{{file.section<std::int16_t>(name), filled, columns, columns}, file.section<float>(name + ".bias"), {}};
    for (const float b : made.bias) made.whole_bias.push_back(static_cast<std::int32_t>(b / product_scale));
    if (made.weights.blocks.size() != filled * columns || made.bias.size() != filled)
      throw std::runtime_error("models/grammar.bin: the section " + name + " has a wrong size");
    return made;
  };
  // Seven rows of a byte each, times the step, must fit sixteen bits.
  if (step_ < 1 || step_ > 32) throw std::runtime_error("models/grammar.bin: has a wrong step");
  if (units_ > 128) throw std::runtime_error("models/grammar.bin: too many units");
  convolution_ = layer("convolution", 2 * units_, 3 * (learned_ + fixed_));
  for (std::int32_t l = 0; l < sizes[3]; ++l)
    recurrent_.push_back(layer("recurrent" + std::to_string(l), 6 * units_, 2 * units_));
  tags_ = layer("tags", tag_names.size(), 2 * units_);
  heads_ = layer("heads", 2 * arc_ + 2 * label_, 2 * units_);
  labels_ = layer("labels", relation_names.size(), label_);
  const auto distances = file.section<std::int32_t>("distances");
  root_distance_ = distances[root_bucket];
  constexpr int farthest = static_cast<int>(most_words);
  for (int offset = -farthest; offset <= farthest; ++offset)
    offsets_.push_back(distances[static_cast<std::size_t>(distance_bucket(0, offset))]);
}

void Network::embed(const WordFeatures& word, std::int16_t* input) const {
  for (const std::uint64_t hash : word.hashes)
    if (const std::uint16_t row = features_.row_of(hash); row != FeatureTable::none)
      add_row(table_.data() + row * learned_, learned_, input);
  for (std::size_t i = 0; i < learned_; ++i) input[i] = static_cast<std::int16_t>(input[i] * step_);
  const std::uint16_t row = fixed_ == 0 ? FeatureTable::none : words_.row_of(word.hashes[0]);
  if (row == FeatureTable::none) return;
  add_row(vectors_.data() + row * fixed_, fixed_, input + learned_);
  for (std::size_t i = 0; i < fixed_; ++i) input[learned_ + i] = static_cast<std::int16_t>(input[learned_ + i] * step_);
}

std::uint32_t Network::know(const WordFeatures& word, Scratch& scratch) const {
  const std::size_t width = learned_ + fixed_, row = scratch.known - scratch.computed;
  scratch.new_inputs.resize((row + 1) * width);
  std::fill_n(scratch.new_inputs.end() - static_cast<std::ptrdiff_t>(width), width, std::int16_t{0});
  embed(word, scratch.new_inputs.data() + row * width);
  return static_cast<std::uint32_t>(scratch.known++);
}

// The convolution's matrix is three side by side, for the word before, the word itself and the word after. Each known
// word is multiplied by all three once; a window's product is then a sum of three rows.
void Network::compute_windows(Scratch& scratch) const {
  const std::size_t width = learned_ + fixed_, hidden = 2 * units_;
  // Row 0 is for what stands beside the ends of a sentence.
  scratch.windows.resize((scratch.known + 1) * 3 * hidden);
  std::fill_n(scratch.windows.begin(), 3 * hidden, 0);
  for (std::size_t side = 0; side < 3; ++side)
    multiply(columns_of(convolution_.weights, side * width, width),
             {scratch.new_inputs.data(), width, scratch.known - scratch.computed,
              scratch.windows.data() + (scratch.computed + 1) * 3 * hidden + side * hidden, 3 * hidden});
  scratch.computed = scratch.known;
}

void Network::look_around(std::span<const std::uint32_t> words, std::span<const std::uint32_t> ends,
                          Scratch& scratch) const {
  const std::size_t hidden = 2 * units_;
  const auto products = [&](bool inside, std::size_t i, std::size_t side) {
    return scratch.windows.data() + (inside ? words[i] + 1 : 0) * 3 * hidden + side * hidden;
  };
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    for (std::size_t i = begin; i < end; ++i)
      squash_window(products(i > begin, i - 1, 0), products(true, i, 1), products(i + 1 < end, i + 1, 2),
                    convolution_.bias.data(), hidden, scratch.layer.data() + i * hidden);
    begin = end;
  }
}

void Network::encode(std::span<const std::uint32_t> ends, std::size_t count, Scratch& scratch) const {
  const std::size_t hidden = 2 * units_;
  scratch.next.resize(count * hidden);
  for (std::size_t l = 0; l < recurrent_.size(); ++l) {
    const Layer& layer = recurrent_[l];
    const std::size_t rows = layer.weights.rows;
    multiply(layer.weights, {scratch.layer.data(), hidden, count, scratch.products.data(), rows});
    std::size_t begin = 0;
    for (const std::uint32_t end : ends) {
      for (std::size_t side = 0; side < 2; ++side)
        recur({scratch.products.data() + begin * rows + 3 * side * units_, rows, layer.bias.data() + 3 * side * units_,
               scratch.layer.data() + begin * hidden + side * units_,
               scratch.next.data() + begin * hidden + side * units_, hidden, units_, end - begin, side == 1});
      begin = end;
    }
    std::swap(scratch.layer, scratch.next);
    if (l == 0) choose_tags(scratch);
  }
  const std::size_t rows = heads_.weights.rows;
  multiply(heads_.weights, {scratch.layer.data(), hidden, count, scratch.products.data(), rows});
  scratch.heads.resize(count * rows);
  squash(scratch.products.data(), heads_.bias.data(), rows, count, scratch.heads.data());
}

void Network::choose_tags(Scratch& scratch) const {
  const std::size_t rows = tags_.weights.rows;
  multiply(tags_.weights, {scratch.layer.data(), 2 * units_, scratch.parsed.size(), scratch.products.data(), rows});
  for (std::size_t i = 0; i < scratch.parsed.size(); ++i)
    scratch.parsed[i].tag =
        static_cast<Tag>(best_of(scratch.products.data() + i * rows, tags_.whole_bias.data(), 0, tag_names.size()));
}

// The heads of the sentence [begin, end).
void Network::choose_heads(std::size_t begin, std::size_t end, Scratch& scratch) const {
  const std::size_t n = end - begin, width = heads_.weights.rows;
  const std::int16_t* dependents = scratch.heads.data() + begin * width;
  scratch.governors.resize((n + 1) * arc_);
  std::copy(root_arc_.begin(), root_arc_.end(), scratch.governors.begin());
  for (std::size_t i = 0; i < n; ++i)
    std::copy_n(dependents + i * width + arc_, arc_, scratch.governors.data() + (i + 1) * arc_);
  const PackedMatrix governors = pack(scratch.governors, n + 1, arc_, scratch.packed);
  multiply(governors, {dependents, width, n, scratch.products.data(), governors.rows});
  // The products become scores in place, in rows of n + 1 without a gap.
  std::int32_t* scores = scratch.products.data();
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t* products = scratch.products.data() + i * governors.rows;
    std::int32_t* row = scores + i * (n + 1);
    row[0] = arc_scale * products[0] + root_distance_;
    scale_and_add(products + 1, arc_scale, offsets_.data() + most_words - i, n, row + 1);
    row[i + 1] = never_head;
  }
  const std::vector<std::int32_t> heads = best_tree({scores, n * (n + 1)}, n);
  for (std::size_t i = 0; i < n; ++i) scratch.parsed[begin + i].head = heads[i];
}

void Network::choose_relations(std::span<const std::uint32_t> ends, Scratch& scratch) const {
  const std::size_t width = heads_.weights.rows, rows = labels_.weights.rows, count = scratch.parsed.size();
  scratch.hidden.resize(count * label_);
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::int32_t head = scratch.parsed[i].head;
      const int bucket = head < 0 ? root_bucket : distance_bucket(static_cast<int>(i - begin), head);
      const std::int16_t* own = scratch.heads.data() + i * width + 2 * arc_;
      const std::int16_t* its =
          head < 0 ? root_label_.data()
                   : scratch.heads.data() + (begin + static_cast<std::size_t>(head)) * width + 2 * arc_ + label_;
      const std::int16_t* far = label_distances_.data() + static_cast<std::size_t>(bucket) * label_;
      squash_sum(own, its, far, label_, scratch.hidden.data() + i * label_);
    }
    begin = end;
  }
  multiply(labels_.weights, {scratch.hidden.data(), label_, count, scratch.products.data(), rows});
  for (std::size_t i = 0; i < count; ++i) {
    if (scratch.parsed[i].head < 0) continue;  // the root's relation stays
    scratch.parsed[i].relation = static_cast<Relation>(
        best_of(scratch.products.data() + i * rows, labels_.whole_bias.data(), 1, relation_names.size()));
  }
}

std::span<const ParsedWord> Network::parse(std::span<const std::uint32_t> words, std::span<const std::uint32_t> ends,
                                           Scratch& scratch) const {
  const std::size_t count = words.size();
  scratch.parsed.assign(count, {});
  if (words.empty()) return {};
  const std::size_t widest = std::max({6 * units_ + 16, heads_.weights.rows, labels_.weights.rows});
  scratch.products.resize(std::max(count * widest, most_words * (most_words + 16)));
  scratch.layer.resize(count * 2 * units_);
  compute_windows(scratch);
  look_around(words, ends, scratch);
  encode(ends, count, scratch);
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    choose_heads(begin, end, scratch);
    begin = end;
  }
  choose_relations(ends, scratch);
  return scratch.parsed;
}

}  // namespace hearsay
