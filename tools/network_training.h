// The parsing network in floating point, with its gradients: what models/grammar.bin is trained with. The program runs
// the same network in whole numbers (src/dissect/trees/network.cpp).
//
// A word is the sum of the rows of its hashed features, beside a fixed vector learned from text. Layers: a convolution
// over three words; bidirectional simple recurrent units (Lei et al. 2018, "Simple Recurrent Units for Highly
// Parallelizable Recurrence"); tags from the first recurrent layer (Hashimoto et al. 2017); arcs from a bilinear score
// of head and dependent and labels from a small hidden layer (after Dozat and Manning 2017). Softsign in the place of
// tanh and of the sigmoid, so that the program needs no exponential.
#pragma once

#include "dissect/trees/network.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace hearsay::training {

using Matrix = Eigen::MatrixXf;
using Vector = Eigen::VectorXf;

// A stream of numbers that is the same on every machine (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  float uniform() { return static_cast<float>(next() >> 40) * (1.0f / 16777216.0f); }
  std::size_t below(std::size_t n) { return next() % n; }

 private:
  std::uint64_t state_;
};

struct Sizes {
  int learned = 64;  // of the sum of a word's feature rows
  int fixed = 64;    // of the vector learned from text
  int units = 64;    // of a recurrent layer, in each direction
  int layers = 2;    // recurrent
  int arc = 64;
  int label = 64;
  int tags = 17;
  int relations = 57;
  int distances = distance_buckets;
  int input() const { return learned + fixed; }
  int hidden() const { return 2 * units; }
};

struct Parameter {
  Matrix value, gradient, first, second;
  void resize(int rows, int columns) { value = gradient = first = second = Matrix::Zero(rows, columns); }
  void randomize(Random& random, float range) {
    for (Eigen::Index i = 0; i < value.size(); ++i) value.data()[i] = (random.uniform() * 2 - 1) * range;
  }
};

// Sentences of a batch side by side; per word its rows and its gold answers.
struct Batch {
  std::vector<int> begins;                  // of each sentence, and the end of the last
  std::vector<std::vector<int>> rows;       // learned feature rows
  std::vector<int> fixed;                   // row in the fixed vectors, -1 for none
  std::vector<int> tags, heads, relations;  // heads count in the sentence, -1 is the root
  std::vector<float> weight;                // of each word in the loss
  int size() const { return static_cast<int>(rows.size()); }
};

struct Losses {
  double tag = 0, arc = 0, label = 0;
};

struct Answers {
  std::vector<int> tags;
  std::vector<Matrix> arcs;  // for each sentence: words x (words + 1), column 0 is the root
};

class TrainedNetwork {
 public:
  Sizes sizes;
  Matrix table, table_first, table_second;  // learned x rows
  std::vector<int> table_steps;
  Matrix fixed;  // fixed x words
  Parameter conv, conv_bias, tag, tag_bias, heads, heads_bias, root_arc, root_label, distance, label_distance, label,
      label_bias;
  std::vector<Parameter> recurrent, recurrent_bias;

  void initialize(const Sizes& s, int rows, Matrix fixed_vectors, std::uint64_t seed);
  std::vector<Parameter*> parameters();

  // One step of Adam on a batch. `drop` is the share of units left out.
  Losses train(const Batch& batch, float rate, float drop, Random& random);
  Answers answer(const Batch& batch);
  // The best relation for each word, given heads (in the sentence).
  std::vector<int> label_of(const Batch& batch, const std::vector<int>& heads_of_words);
  Losses run(const Batch& batch, float drop, Random* random, bool learn);

 private:
  struct Layer {
    Matrix input, gates, cells, output;  // gates: squashed; cells: one column a word
  };
  static Matrix softsign(const Matrix& x) { return (x.array() / (1 + x.array().abs())).matrix(); }
  Matrix mask(const Batch& batch, int rows, float drop, Random* random) const;
  void forward(const Batch& batch, float drop, Random* random);
  void forward_layer(const Batch& batch, Layer& layer, const Parameter& weights, const Parameter& bias);
  Matrix backward_layer(const Batch& batch, const Layer& layer, Parameter& weights, Parameter& bias,
                        const Matrix& d_output);
  double tag_loss(const Batch& batch, Matrix& d_first);
  void arc_and_label_loss(const Batch& batch, Matrix& d_heads, Losses& losses, bool learn);
  Matrix label_hidden(int begin, int word, int head) const;
  void adam(float rate);

  // What forward() leaves behind.
  Matrix input_, input_mask_, windows_, conv_out_, conv_mask_, heads_out_, heads_mask_, last_, last_mask_;
  std::vector<Layer> layers_;
  std::vector<Matrix> layer_masks_;
  Matrix d_table_;
  int step_ = 0;
};

inline void TrainedNetwork::initialize(const Sizes& s, int rows, Matrix fixed_vectors, std::uint64_t seed) {
  sizes = s;
  Random random(seed);
  table = Matrix::Zero(s.learned, rows);
  for (Eigen::Index i = 0; i < table.size(); ++i) table.data()[i] = (random.uniform() * 2 - 1) * 0.1f;
  table_first = table_second = Matrix::Zero(s.learned, rows);
  table_steps.assign(static_cast<std::size_t>(rows), 0);
  fixed = std::move(fixed_vectors);
  const auto make = [&](Parameter& p, int r, int c) {
    p.resize(r, c);
    p.randomize(random, std::sqrt(6.0f / static_cast<float>(r + c)));
  };
  const int hidden = s.hidden();
  make(conv, hidden, 3 * s.input());
  conv_bias.resize(hidden, 1);
  recurrent.resize(static_cast<std::size_t>(s.layers));
  recurrent_bias.resize(static_cast<std::size_t>(s.layers));
  for (int l = 0; l < s.layers; ++l) {
    make(recurrent[l], 6 * s.units, hidden);
    recurrent[l].value *= 1.5f;
    recurrent_bias[l].resize(6 * s.units, 1);
    // Remember by default.
    recurrent_bias[l].value.block(s.units, 0, s.units, 1).setConstant(1.0f);
    recurrent_bias[l].value.block(4 * s.units, 0, s.units, 1).setConstant(1.0f);
  }
  make(tag, s.tags, hidden);
  tag_bias.resize(s.tags, 1);
  make(heads, 2 * s.arc + 2 * s.label, hidden);
  heads_bias.resize(2 * s.arc + 2 * s.label, 1);
  make(root_arc, s.arc, 1);
  make(root_label, s.label, 1);
  distance.resize(s.distances, 1);
  label_distance.resize(s.label, s.distances);
  make(label, s.relations, s.label);
  label_bias.resize(s.relations, 1);
  d_table_ = Matrix::Zero(s.learned, rows);
}

inline std::vector<Parameter*> TrainedNetwork::parameters() {
  std::vector<Parameter*> all = {&conv,     &conv_bias,  &tag,      &tag_bias,       &heads, &heads_bias,
                                 &root_arc, &root_label, &distance, &label_distance, &label, &label_bias};
  for (Parameter& p : recurrent) all.push_back(&p);
  for (Parameter& p : recurrent_bias) all.push_back(&p);
  return all;
}

// One mask a sentence, the same for all its words (Gal and Ghahramani 2016).
inline Matrix TrainedNetwork::mask(const Batch& batch, int rows, float drop, Random* random) const {
  Matrix m = Matrix::Ones(rows, batch.size());
  if (!random || drop <= 0) return m;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    Vector column(rows);
    for (int r = 0; r < rows; ++r) column[r] = random->uniform() < drop ? 0.0f : 1.0f / (1.0f - drop);
    for (int t = batch.begins[s]; t < batch.begins[s + 1]; ++t) m.col(t) = column;
  }
  return m;
}

inline void TrainedNetwork::forward_layer(const Batch& batch, Layer& layer, const Parameter& weights,
                                          const Parameter& bias) {
  const int u = sizes.units;
  Matrix gates = (weights.value * layer.input).colwise() + Vector(bias.value.col(0));
  // Rows: candidate, forget, reset forwards; the same backwards. The candidate stays as it is.
  for (int side = 0; side < 2; ++side) {
    auto squashed = gates.block((3 * side + 1) * u, 0, 2 * u, gates.cols());
    squashed = softsign(squashed).eval();
  }
  layer.cells.resize(2 * u, batch.size());
  layer.output.resize(2 * u, batch.size());
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const int begin = batch.begins[s], end = batch.begins[s + 1];
    for (int side = 0; side < 2; ++side) {
      std::vector<float> cell(static_cast<std::size_t>(u), 0.0f);
      for (int k = begin; k < end; ++k) {
        const int t = side == 0 ? k : end - 1 - (k - begin);
        const float* candidate = gates.col(t).data() + 3 * side * u;
        const float *forget_sign = candidate + u, *reset_sign = candidate + 2 * u;
        const float* in = layer.input.col(t).data() + side * u;
        float* cells = layer.cells.col(t).data() + side * u;
        float* out = layer.output.col(t).data() + side * u;
        for (int i = 0; i < u; ++i) {
          const float forget = 0.5f + 0.5f * forget_sign[i], reset = 0.5f + 0.5f * reset_sign[i];
          const float now = forget * cell[i] + (1 - forget) * candidate[i];
          cell[i] = cells[i] = now;
          out[i] = reset * now / (1 + std::abs(now)) + (1 - reset) * in[i];
        }
      }
    }
  }
  layer.gates = std::move(gates);
}

inline Matrix TrainedNetwork::backward_layer(const Batch& batch, const Layer& layer, Parameter& weights,
                                             Parameter& bias, const Matrix& d_output) {
  const int u = sizes.units;
  Matrix d_gates(6 * u, batch.size());
  Matrix d_input = Matrix::Zero(2 * u, batch.size());
  const std::vector<float> zero(static_cast<std::size_t>(u), 0.0f);
  std::vector<float> d_cell;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const int begin = batch.begins[s], end = batch.begins[s + 1];
    for (int side = 0; side < 2; ++side) {
      d_cell.assign(static_cast<std::size_t>(u), 0.0f);
      for (int k = end - 1; k >= begin; --k) {
        const int t = side == 0 ? k : end - 1 - (k - begin);
        const int before = side == 0 ? t - 1 : t + 1;
        const float* candidate = layer.gates.col(t).data() + 3 * side * u;
        const float *forget_sign = candidate + u, *reset_sign = candidate + 2 * u;
        const float* cell = layer.cells.col(t).data() + side * u;
        const float* cell_before = k == begin ? zero.data() : layer.cells.col(before).data() + side * u;
        const float* in = layer.input.col(t).data() + side * u;
        const float* d_out = d_output.col(t).data() + side * u;
        float* d_in = d_input.col(t).data() + side * u;
        float* d_candidate = d_gates.col(t).data() + 3 * side * u;
        float *d_forget = d_candidate + u, *d_reset = d_candidate + 2 * u;
        for (int i = 0; i < u; ++i) {
          const float forget = 0.5f + 0.5f * forget_sign[i], reset = 0.5f + 0.5f * reset_sign[i];
          const float squashed = cell[i] / (1 + std::abs(cell[i]));
          const float slope = 1 - std::abs(squashed);
          const float forget_slope = 1 - std::abs(forget_sign[i]), reset_slope = 1 - std::abs(reset_sign[i]);
          d_in[i] = d_out[i] * (1 - reset);
          const float d = d_cell[i] + d_out[i] * reset * slope * slope;
          d_candidate[i] = d * (1 - forget);
          d_forget[i] = d * (cell_before[i] - candidate[i]) * 0.5f * forget_slope * forget_slope;
          d_reset[i] = d_out[i] * (squashed - in[i]) * 0.5f * reset_slope * reset_slope;
          d_cell[i] = d * forget;
        }
      }
    }
  }
  weights.gradient.noalias() += d_gates * layer.input.transpose();
  bias.gradient += d_gates.rowwise().sum();
  d_input.noalias() += weights.value.transpose() * d_gates;
  return d_input;
}

inline void TrainedNetwork::forward(const Batch& batch, float drop, Random* random) {
  const int n = batch.size();
  input_ = Matrix::Zero(sizes.input(), n);
  for (int t = 0; t < n; ++t) {
    for (const int row : batch.rows[t]) input_.block(0, t, sizes.learned, 1) += table.col(row);
    if (batch.fixed[t] >= 0 && sizes.fixed > 0)
      input_.block(sizes.learned, t, sizes.fixed, 1) = fixed.col(batch.fixed[t]);
  }
  input_mask_ = mask(batch, sizes.input(), drop, random);
  input_ = input_.cwiseProduct(input_mask_);
  windows_ = Matrix::Zero(3 * sizes.input(), n);
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s)
    for (int t = batch.begins[s]; t < batch.begins[s + 1]; ++t)
      for (int k = -1; k <= 1; ++k)
        if (t + k >= batch.begins[s] && t + k < batch.begins[s + 1])
          windows_.block((k + 1) * sizes.input(), t, sizes.input(), 1) = input_.col(t + k);
  conv_out_ = softsign((conv.value * windows_).colwise() + Vector(conv_bias.value.col(0)));
  layers_.resize(recurrent.size());
  layer_masks_.resize(recurrent.size());
  for (std::size_t l = 0; l < recurrent.size(); ++l) {
    layer_masks_[l] = mask(batch, sizes.hidden(), drop, random);
    layers_[l].input = (l == 0 ? conv_out_ : layers_[l - 1].output).cwiseProduct(layer_masks_[l]);
    forward_layer(batch, layers_[l], recurrent[l], recurrent_bias[l]);
  }
  last_mask_ = mask(batch, sizes.hidden(), drop, random);
  last_ = layers_.back().output.cwiseProduct(last_mask_);
  heads_out_ = softsign((heads.value * last_).colwise() + Vector(heads_bias.value.col(0)));
  heads_mask_ = mask(batch, static_cast<int>(heads_out_.rows()), drop * 0.66f, random);
}

// Turns scores into probabilities less the gold answer; returns the loss.
inline double cross_entropy(Vector& scores, int gold, float weight) {
  const float top = scores.maxCoeff();
  scores = (scores.array() - top).exp().matrix();
  scores /= scores.sum();
  const double loss = -std::log(std::max(1e-12f, scores[gold]));
  scores[gold] -= 1;
  scores *= weight;
  return loss * weight;
}

inline double TrainedNetwork::tag_loss(const Batch& batch, Matrix& d_first) {
  const Matrix first = layers_[0].output;
  Matrix scores = (tag.value * first).colwise() + Vector(tag_bias.value.col(0));
  double loss = 0;
  for (int t = 0; t < batch.size(); ++t) {
    Vector column = scores.col(t);
    loss += cross_entropy(column, batch.tags[t], batch.weight[t]);
    scores.col(t) = column;
  }
  tag.gradient.noalias() += scores * first.transpose();
  tag_bias.gradient += scores.rowwise().sum();
  d_first.noalias() = tag.value.transpose() * scores;
  return loss;
}

inline void TrainedNetwork::arc_and_label_loss(const Batch& batch, Matrix& d_heads, Losses& losses, bool learn) {
  const int a = sizes.arc, b = sizes.label;
  const Matrix out = heads_out_.cwiseProduct(heads_mask_);
  d_heads = Matrix::Zero(out.rows(), out.cols());
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const int begin = batch.begins[s], n = batch.begins[s + 1] - begin;
    const Matrix dependents = out.block(0, begin, a, n);
    Matrix governors(a, n + 1);
    governors.col(0) = root_arc.value.col(0);
    governors.rightCols(n) = out.block(a, begin, a, n);
    Matrix scores = float(arc_scale) * dependents.transpose() * governors;
    for (int i = 0; i < n; ++i) {
      scores(i, 0) += distance.value(root_bucket, 0);
      for (int j = 0; j < n; ++j)
        if (i == j)
          scores(i, j + 1) = -1e9f;
        else
          scores(i, j + 1) += distance.value(distance_bucket(i, j), 0);
    }
    for (int i = 0; i < n; ++i) {
      Vector row = scores.row(i).transpose();
      losses.arc += cross_entropy(row, batch.heads[begin + i] + 1, batch.weight[begin + i]);
      scores.row(i) = row.transpose();
      if (!learn) continue;
      distance.gradient(root_bucket, 0) += row[0];
      for (int j = 0; j < n; ++j)
        if (i != j) distance.gradient(distance_bucket(i, j), 0) += row[j + 1];
    }
    if (learn) {
      d_heads.block(0, begin, a, n).noalias() += float(arc_scale) * governors * scores.transpose();
      const Matrix d_governors = float(arc_scale) * dependents * scores;
      root_arc.gradient += d_governors.col(0);
      d_heads.block(a, begin, a, n) += d_governors.rightCols(n);
    }
    // Labels, given the gold heads.
    Matrix hidden(b, n);
    for (int i = 0; i < n; ++i) {
      const int h = batch.heads[begin + i];
      const int bucket = h < 0 ? root_bucket : distance_bucket(i, h);
      hidden.col(i) = out.block(2 * a, begin + i, b, 1) + label_distance.value.col(bucket);
      hidden.col(i) += h < 0 ? Matrix(root_label.value) : Matrix(out.block(2 * a + b, begin + h, b, 1));
    }
    hidden = softsign(hidden);
    Matrix relation_scores = (label.value * hidden).colwise() + Vector(label_bias.value.col(0));
    for (int i = 0; i < n; ++i) {
      Vector column = relation_scores.col(i);
      losses.label += cross_entropy(column, batch.relations[begin + i], batch.weight[begin + i]);
      relation_scores.col(i) = column;
    }
    if (!learn) continue;
    label.gradient.noalias() += relation_scores * hidden.transpose();
    label_bias.gradient += relation_scores.rowwise().sum();
    Matrix d_hidden = label.value.transpose() * relation_scores;
    d_hidden = (d_hidden.array() * (1 - hidden.array().abs()).square()).matrix();
    for (int i = 0; i < n; ++i) {
      const int h = batch.heads[begin + i];
      label_distance.gradient.col(h < 0 ? root_bucket : distance_bucket(i, h)) += d_hidden.col(i);
      d_heads.block(2 * a, begin + i, b, 1) += d_hidden.col(i);
      if (h < 0)
        root_label.gradient += d_hidden.col(i);
      else
        d_heads.block(2 * a + b, begin + h, b, 1) += d_hidden.col(i);
    }
  }
  d_heads = d_heads.cwiseProduct(heads_mask_);
}

inline Losses TrainedNetwork::run(const Batch& batch, float drop, Random* random, bool learn) {
  Losses losses;
  forward(batch, drop, random);
  Matrix d_heads, d_first;
  arc_and_label_loss(batch, d_heads, losses, learn);
  losses.tag = tag_loss(batch, d_first);
  if (!learn) return losses;
  d_heads = (d_heads.array() * (1 - heads_out_.array().abs()).square()).matrix();
  heads.gradient.noalias() += d_heads * last_.transpose();
  heads_bias.gradient += d_heads.rowwise().sum();
  Matrix d_output = (heads.value.transpose() * d_heads).cwiseProduct(last_mask_);
  for (std::size_t l = layers_.size(); l-- > 0;) {
    if (l == 0) d_output += d_first;
    d_output =
        backward_layer(batch, layers_[l], recurrent[l], recurrent_bias[l], d_output).cwiseProduct(layer_masks_[l]);
  }
  const Matrix d_conv = (d_output.array() * (1 - conv_out_.array().abs()).square()).matrix();
  conv.gradient.noalias() += d_conv * windows_.transpose();
  conv_bias.gradient += d_conv.rowwise().sum();
  const Matrix d_windows = conv.value.transpose() * d_conv;
  Matrix d_input = Matrix::Zero(sizes.input(), batch.size());
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s)
    for (int t = batch.begins[s]; t < batch.begins[s + 1]; ++t)
      for (int k = -1; k <= 1; ++k)
        if (t + k >= batch.begins[s] && t + k < batch.begins[s + 1])
          d_input.col(t + k) += d_windows.block((k + 1) * sizes.input(), t, sizes.input(), 1);
  d_input = d_input.cwiseProduct(input_mask_);
  for (int t = 0; t < batch.size(); ++t)
    for (const int row : batch.rows[t]) d_table_.col(row) += d_input.block(0, t, sizes.learned, 1);
  return losses;
}

inline constexpr float adam_first = 0.9f, adam_second = 0.98f, adam_tiny = 1e-8f;

inline void TrainedNetwork::adam(float rate) {
  ++step_;
  const float correct_first = 1 - std::pow(adam_first, static_cast<float>(step_));
  const float correct_second = 1 - std::pow(adam_second, static_cast<float>(step_));
  double norm = 0;
  for (Parameter* p : parameters()) norm += p->gradient.squaredNorm();
  const float clip = norm > 25.0 ? static_cast<float>(5.0 / std::sqrt(norm)) : 1.0f;
  for (Parameter* p : parameters()) {
    p->gradient *= clip;
    p->first = adam_first * p->first + (1 - adam_first) * p->gradient;
    p->second = adam_second * p->second + (1 - adam_second) * p->gradient.cwiseAbs2();
    p->value.array() -=
        rate * (p->first.array() / correct_first) / ((p->second.array() / correct_second).sqrt() + adam_tiny);
    p->gradient.setZero();
  }
}

inline Losses TrainedNetwork::train(const Batch& batch, float rate, float drop, Random& random) {
  const Losses losses = run(batch, drop, &random, true);
  const float scale = 1.0f / static_cast<float>(batch.begins.size() - 1);
  for (Parameter* p : parameters()) p->gradient *= scale;
  adam(rate);
  // Only the rows that occurred learn; each counts its own steps.
  std::vector<int> touched;
  for (const auto& rows : batch.rows) touched.insert(touched.end(), rows.begin(), rows.end());
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  for (const int row : touched) {
    const int steps = ++table_steps[static_cast<std::size_t>(row)];
    const Vector g = d_table_.col(row) * scale;
    table_first.col(row) = adam_first * table_first.col(row) + (1 - adam_first) * g;
    table_second.col(row) = adam_second * table_second.col(row) + (1 - adam_second) * g.cwiseAbs2();
    const float c1 = 1 - std::pow(adam_first, static_cast<float>(steps));
    const float c2 = 1 - std::pow(adam_second, static_cast<float>(steps));
    table.col(row).array() -=
        rate * (table_first.col(row).array() / c1) / ((table_second.col(row).array() / c2).sqrt() + 1e-6f);
    d_table_.col(row).setZero();
  }
  return losses;
}

inline Answers TrainedNetwork::answer(const Batch& batch) {
  forward(batch, 0, nullptr);
  Answers answers;
  const Matrix scores = (tag.value * layers_[0].output).colwise() + Vector(tag_bias.value.col(0));
  for (int t = 0; t < batch.size(); ++t) {
    Eigen::Index best;
    scores.col(t).maxCoeff(&best);
    answers.tags.push_back(static_cast<int>(best));
  }
  const int a = sizes.arc;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const int begin = batch.begins[s], n = batch.begins[s + 1] - begin;
    Matrix governors(a, n + 1);
    governors.col(0) = root_arc.value.col(0);
    governors.rightCols(n) = heads_out_.block(a, begin, a, n);
    Matrix arcs = float(arc_scale) * heads_out_.block(0, begin, a, n).transpose() * governors;
    for (int i = 0; i < n; ++i) {
      arcs(i, 0) += distance.value(root_bucket, 0);
      for (int j = 0; j < n; ++j)
        arcs(i, j + 1) = i == j ? -1e9f : arcs(i, j + 1) + distance.value(distance_bucket(i, j), 0);
    }
    answers.arcs.push_back(std::move(arcs));
  }
  return answers;
}

inline std::vector<int> TrainedNetwork::label_of(const Batch& batch, const std::vector<int>& heads_of_words) {
  const int a = sizes.arc, b = sizes.label;
  std::vector<int> found;
  for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
    const int begin = batch.begins[s];
    for (int t = begin; t < batch.begins[s + 1]; ++t) {
      const int h = heads_of_words[static_cast<std::size_t>(t)];
      const int bucket = h < 0 ? root_bucket : distance_bucket(t - begin, h);
      Vector hidden = heads_out_.block(2 * a, t, b, 1) + label_distance.value.col(bucket);
      hidden += h < 0 ? Vector(root_label.value.col(0)) : Vector(heads_out_.block(2 * a + b, begin + h, b, 1));
      const Vector scores = label.value * softsign(hidden) + label_bias.value;
      Eigen::Index best;
      scores.maxCoeff(&best);
      found.push_back(static_cast<int>(best));
    }
  }
  return found;
}

}  // namespace hearsay::training
