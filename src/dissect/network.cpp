// Runs the network that tools/network_training.h trains, in whole numbers: a word is the sum of the rows of its
// features beside a vector learned from text; a convolution over three words; bidirectional simple recurrent units
// (Lei et al. 2018); tags from the first recurrent layer; heads from bilinear scores and a spanning tree, relations
// from a small hidden layer (after Dozat and Manning 2017).
#include "dissect/network.h"

#include "dissect/spanning_tree.h"

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
      label_distances_(file.section<std::int16_t>("label_distances")),
      distances_(file.section<std::int32_t>("distances")) {
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
    Layer made{{file.section<std::int16_t>(name), filled, columns}, file.section<float>(name + ".bias"), {}};
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
  labels_ = layer("labels", relation_names().size(), label_);
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

void Network::encode(std::span<const WordFeatures> words, Scratch& scratch, std::vector<ParsedWord>& parsed) const {
  const std::size_t n = words.size(), width = learned_ + fixed_, hidden = 2 * units_;
  // A word of zeros at each end; a window is three words side by side.
  scratch.inputs.assign((n + 2) * width, 0);
  for (std::size_t i = 0; i < n; ++i) embed(words[i], scratch.inputs.data() + (i + 1) * width);
  const std::size_t widest =
      std::max({convolution_.weights.rows, 6 * units_ + 16, heads_.weights.rows, labels_.weights.rows});
  scratch.products.resize(std::max(n * widest, (n + 16) * (n + 16)));
  scratch.layer.resize(n * hidden);
  scratch.next.resize(n * hidden);
  multiply(convolution_.weights, scratch.inputs.data(), width, n, scratch.products.data());
  squash(scratch.products.data(), convolution_.bias.data(), hidden, n, scratch.layer.data());
  for (std::size_t l = 0; l < recurrent_.size(); ++l) {
    const Layer& layer = recurrent_[l];
    multiply(layer.weights, scratch.layer.data(), hidden, n, scratch.products.data());
    for (std::size_t side = 0; side < 2; ++side)
      recur({scratch.products.data() + 3 * side * units_, layer.weights.rows, layer.bias.data() + 3 * side * units_,
             scratch.layer.data() + side * units_, scratch.next.data() + side * units_, hidden, units_, n, side == 1});
    std::swap(scratch.layer, scratch.next);
    if (l == 0) choose_tags(scratch, parsed);
  }
  multiply(heads_.weights, scratch.layer.data(), hidden, n, scratch.products.data());
  scratch.heads.resize(n * heads_.weights.rows);
  squash(scratch.products.data(), heads_.bias.data(), heads_.weights.rows, n, scratch.heads.data());
}

void Network::choose_tags(Scratch& scratch, std::vector<ParsedWord>& parsed) const {
  multiply(tags_.weights, scratch.layer.data(), 2 * units_, parsed.size(), scratch.products.data());
  for (std::size_t i = 0; i < parsed.size(); ++i)
    parsed[i].tag = static_cast<Tag>(
        best_of(scratch.products.data() + i * tags_.weights.rows, tags_.whole_bias.data(), 0, tag_names.size()));
}

void Network::choose_heads(Scratch& scratch, std::vector<ParsedWord>& parsed) const {
  const std::size_t n = parsed.size(), width = heads_.weights.rows;
  scratch.governors.resize((n + 1) * arc_);
  std::copy(root_arc_.begin(), root_arc_.end(), scratch.governors.begin());
  for (std::size_t i = 0; i < n; ++i)
    std::copy_n(scratch.heads.begin() + static_cast<std::ptrdiff_t>(i * width + arc_), arc_,
                scratch.governors.begin() + static_cast<std::ptrdiff_t>((i + 1) * arc_));
  const std::vector<std::int16_t> packed = pack(scratch.governors, n + 1, arc_);
  const PackedMatrix governors{packed, (n + 16) / 16 * 16, arc_};
  scratch.products.resize(std::max(scratch.products.size(), n * governors.rows));
  multiply(governors, scratch.heads.data(), width, n, scratch.products.data());
  scratch.scores.resize(n * (n + 1));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t head = 0; head <= n; ++head) {
      const int bucket = head == 0 ? root_bucket : distance_bucket(static_cast<int>(i), static_cast<int>(head) - 1);
      scratch.scores[i * (n + 1) + head] = std::int64_t{arc_scale} * scratch.products[i * governors.rows + head] +
                                           distances_[static_cast<std::size_t>(bucket)];
    }
  const std::vector<std::int32_t> heads = best_tree(scratch.scores, n);
  for (std::size_t i = 0; i < n; ++i) parsed[i].head = heads[i];
}

void Network::choose_relations(Scratch& scratch, std::vector<ParsedWord>& parsed) const {
  const std::size_t n = parsed.size(), width = heads_.weights.rows;
  scratch.hidden.resize(n * label_);
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t head = parsed[i].head;
    const int bucket = head < 0 ? root_bucket : distance_bucket(static_cast<int>(i), head);
    const std::int16_t* own = scratch.heads.data() + i * width + 2 * arc_;
    const std::int16_t* its = head < 0
                                  ? root_label_.data()
                                  : scratch.heads.data() + static_cast<std::size_t>(head) * width + 2 * arc_ + label_;
    const std::int16_t* far = label_distances_.data() + static_cast<std::size_t>(bucket) * label_;
    squash_sum(own, its, far, label_, scratch.hidden.data() + i * label_);
  }
  multiply(labels_.weights, scratch.hidden.data(), label_, n, scratch.products.data());
  for (std::size_t i = 0; i < n; ++i) {
    if (parsed[i].head < 0) continue;  // relation 0 is the root's
    parsed[i].relation = static_cast<Relation>(best_of(scratch.products.data() + i * labels_.weights.rows,
                                                       labels_.whole_bias.data(), 1, relation_names().size()));
  }
}

std::vector<ParsedWord> Network::parse(std::span<const WordFeatures> words, Scratch& scratch) const {
  std::vector<ParsedWord> parsed(words.size());
  if (words.empty()) return parsed;
  encode(words, scratch, parsed);
  choose_heads(scratch, parsed);
  choose_relations(scratch, parsed);
  return parsed;
}

}  // namespace hearsay
