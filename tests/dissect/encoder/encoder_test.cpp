#include "dissect/encoder/encoder.h"

#include "base/resources.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <map>
#include <random>
#include <stdexcept>
#include <thread>

namespace hearsay {
namespace {

constexpr std::size_t width = 64, inner = 96, layers = 2, heads = 2, places = Encoder::longest_sentence + 2;
const std::vector<std::string> names = {"[UNK]", "[CLS]", "[SEP]", "the", "mill", "burn", "##ed", "down", "."};

// An encoder of two small layers with random weights, and what it computes with, row by row.
struct SmallModel {
  std::map<std::string, std::vector<float>> numbers;
  std::map<std::string, std::vector<std::int8_t>> packed;  // the weights of layers as the file has them
  ModelWriter file;
  std::string bytes;
  std::mt19937 random{7};

  float chance() { return static_cast<float>(random() % 2001) / 1000.0f - 1.0f; }

  void add(const std::string& name, std::size_t count, float least, float most) {
    std::vector<float>& made = numbers[name];
    for (std::size_t i = 0; i < count; ++i) made.push_back(least + (most - least) * (chance() + 1) / 2);
    file.add(name, made);
  }

  void add_norm(const std::string& name) {
    add(name + ".gain", width, 0.5f, 1.5f);
    add(name + ".bias", width, -0.2f, 0.2f);
  }

  void add_layer(const std::string& name, std::size_t rows, std::size_t columns) {
    std::vector<std::int8_t> weights;
    for (std::size_t i = 0; i < rows * columns; ++i) weights.push_back(static_cast<std::int8_t>(random() % 33) - 16);
    add(name + ".scale", rows, 0.005f, 0.02f);
    add(name + ".bias", rows, -0.5f, 0.5f);
    std::vector<float> sums, &made = numbers[name + ".weight"];
    for (std::size_t r = 0; r < rows; ++r) {
      float sum = 0;
      for (std::size_t c = 0; c < columns; ++c) sum += weights[r * columns + c];
      sums.push_back(sum * numbers[name + ".scale"][r]);
      for (std::size_t c = 0; c < columns; ++c) made.push_back(weights[r * columns + c] * numbers[name + ".scale"][r]);
    }
    file.add(name + ".sums", numbers[name + ".sums"] = sums);
    packed[name + ".weight"] = pack_bytes(weights, rows, columns);
    file.add(name + ".weight", packed[name + ".weight"]);
  }

  SmallModel() {
    add_pieces(names, file);
    std::vector<std::int8_t> words;
    for (std::size_t i = 0; i < names.size() * width; ++i)
      words.push_back(static_cast<std::int8_t>(random() % 255) - 127);
    add("words.scale", names.size(), 0.005f, 0.02f);
    for (std::size_t i = 0; i < words.size(); ++i)
      numbers["words.weight"].push_back(words[i] * numbers["words.scale"][i / width]);
    file.add("words.weight", words);
    add("positions", places * width, -0.5f, 0.5f);
    add_norm("norm");
    file.add("layers", std::vector<std::uint32_t>{layers});
    for (std::size_t i = 0; i < layers; ++i) {
      const std::string prefix = "layer" + std::to_string(i) + ".";
      add_layer(prefix + "attended", 3 * width, width);
      add_layer(prefix + "gathered", width, width);
      add_norm(prefix + "norm1");
      add_layer(prefix + "inner", inner, width);
      add_layer(prefix + "outer", width, inner);
      add_norm(prefix + "norm2");
    }
    add("head.weight", 5 * width, -0.3f, 0.3f);
    add("head.bias", 5, -0.3f, 0.3f);
    bytes = file.bytes();
  }
};

SmallModel& small_model() {
  static SmallModel model;
  return model;
}

// The same in double precision, as the paper says it.
class PlainEncoder {
 public:
  using Rows = std::vector<std::vector<double>>;

  Rows encode(const std::vector<WordPiece>& sentence) const {
    std::vector<std::size_t> numbers = {1};
    for (const WordPiece& piece : sentence) numbers.push_back(piece.number);
    numbers.push_back(2);
    Rows x;
    for (std::size_t t = 0; t < numbers.size(); ++t) {
      x.emplace_back();
      for (std::size_t i = 0; i < width; ++i)
        x[t].push_back(double(at("words.weight")[numbers[t] * width + i]) + at("positions")[t * width + i]);
    }
    normalise(x, "norm");
    for (std::size_t i = 0; i < layers; ++i) {
      const std::string prefix = "layer" + std::to_string(i) + ".";
      add(x, linear(attend(linear(x, prefix + "attended")), prefix + "gathered"));
      normalise(x, prefix + "norm1");
      Rows wide = linear(x, prefix + "inner");
      for (auto& row : wide)
        for (double& y : row) y *= 0.5 * (1 + std::erf(y / std::sqrt(2.0)));
      add(x, linear(wide, prefix + "outer"));
      normalise(x, prefix + "norm2");
    }
    return {x.begin() + 1, x.end() - 1};
  }

 private:
  static const std::vector<float>& at(const std::string& name) { return small_model().numbers.at(name); }

  static void add(Rows& x, const Rows& more) {
    for (std::size_t t = 0; t < x.size(); ++t)
      for (std::size_t i = 0; i < width; ++i) x[t][i] += more[t][i];
  }

  static void normalise(Rows& x, const std::string& name) {
    for (auto& row : x) {
      double mean = 0, variance = 0;
      for (const double y : row) mean += y / width;
      for (const double y : row) variance += (y - mean) * (y - mean) / width;
      for (std::size_t i = 0; i < width; ++i)
        row[i] = (row[i] - mean) / std::sqrt(variance + 1e-12) * at(name + ".gain")[i] + at(name + ".bias")[i];
    }
  }

  static Rows linear(const Rows& x, const std::string& name) {
    const std::vector<float>&weights = at(name + ".weight"), &bias = at(name + ".bias");
    Rows out;
    for (const auto& row : x) {
      out.emplace_back(bias.begin(), bias.end());
      for (std::size_t r = 0; r < bias.size(); ++r)
        for (std::size_t c = 0; c < row.size(); ++c) out.back()[r] += weights[r * row.size() + c] * row[c];
    }
    return out;
  }

  static Rows attend(const Rows& x) {
    Rows out(x.size(), std::vector<double>(width));
    for (std::size_t head = 0; head < heads; ++head)
      for (std::size_t t = 0; t < x.size(); ++t) {
        std::vector<double> shares(x.size());
        double sum = 0;
        for (std::size_t k = 0; k < x.size(); ++k) {
          double score = 0;
          for (std::size_t i = head * 32; i < head * 32 + 32; ++i) score += x[t][i] * x[k][width + i];
          sum += shares[k] = std::exp(score / std::sqrt(32.0));
        }
        for (std::size_t k = 0; k < x.size(); ++k)
          for (std::size_t i = head * 32; i < head * 32 + 32; ++i) out[t][i] += shares[k] / sum * x[k][2 * width + i];
      }
    return out;
  }
};

const Encoder& encoder() {
  static const Encoder encoder(small_model().bytes, "small.bin");
  return encoder;
}

using Sentences = std::vector<std::vector<WordPiece>>;

// Of 0 to 60 pieces.
Sentences sentences() {
  Sentences made = {encoder().pieces().split("The mill burned down."),
                    encoder().pieces().split("Down burned the mill")};
  std::mt19937 random(11);
  for (const std::size_t length : {0, 1, 15, 60, 29, 33, 14, 7, 30, 22}) {
    made.emplace_back();
    while (made.back().size() < length)
      made.back().push_back({static_cast<std::uint32_t>(random() % names.size()), {}});
  }
  return made;
}

TEST(Encoder, gives_nearly_what_exact_arithmetic_does) {
  const auto given = sentences();
  const auto vectors = encoder().encode(given);
  ASSERT_EQ(vectors.size(), given.size());
  for (std::size_t s = 0; s < given.size(); ++s) {
    const PlainEncoder::Rows expected = PlainEncoder().encode(given[s]);
    ASSERT_EQ(vectors[s].size(), given[s].size() * width);
    for (std::size_t t = 0; t < expected.size(); ++t)
      for (std::size_t i = 0; i < width; ++i)
        ASSERT_NEAR(vectors[s][t * width + i], expected[t][i], 0.06) << "sentence " << s << ", piece " << t;
  }
}

// A branch that leaves the small model after its first layer, with the weights of its second.
std::string branch_bytes(std::uint32_t from) {
  ModelWriter file;
  file.add("from", std::vector<std::uint32_t>{from});
  file.add("layers", std::vector<std::uint32_t>{1});
  const std::string prefix = "layer1.";
  for (const auto& [name, made] : small_model().numbers) {
    if (!name.starts_with(prefix)) continue;
    const std::string renamed = "layer0." + name.substr(prefix.size());
    const auto weights = small_model().packed.find(name);
    if (weights != small_model().packed.end()) {
      file.add(renamed, weights->second);
    } else {
      file.add(renamed, made);
    }
  }
  return file.bytes();
}

TEST(Encoder, a_branch_reads_on_from_the_layer_where_it_leaves) {
  const std::string bytes = branch_bytes(1);
  const EncoderBranch branch(ModelFile(bytes, "branch.bin"), width);
  const auto given = sentences();
  const auto alone = encoder().encode(given);
  const auto both = encoder().encode(given, branch);
  ASSERT_EQ(both.size(), given.size());
  for (std::size_t s = 0; s < given.size(); ++s) {
    EXPECT_EQ(both[s].pieces, alone[s]) << s;
    // The branch has the vectors of the two marks as well.
    ASSERT_EQ(both[s].branch.size(), (given[s].size() + 2) * width);
    EXPECT_EQ(std::vector<float>(both[s].branch.begin() + width, both[s].branch.end() - width), alone[s]) << s;
  }
}

TEST(Encoder, reads_on_where_it_was_left_off) {
  const std::string bytes = branch_bytes(1);
  const EncoderBranch second(ModelFile(bytes, "branch.bin"), width);
  const auto given = sentences();
  const auto whole = encoder().encode(given);
  const auto halfway = encoder().encode_to(given, 1);
  const auto all = encoder().encode_to(given, 9);
  for (std::size_t s = 0; s < given.size(); ++s) {
    std::vector<float> vectors = halfway[s];
    ASSERT_EQ(vectors.size(), (given[s].size() + 2) * width) << s;
    encoder().read_on(second, vectors);
    EXPECT_EQ(vectors, all[s]) << s;
    EXPECT_EQ(std::vector<float>(vectors.begin() + width, vectors.end() - width), whole[s]) << s;
  }
  std::vector<float> none, too_many((Encoder::longest_sentence + 3) * width);
  encoder().read_on(second, none);
  EXPECT_TRUE(none.empty());
  EXPECT_THROW(encoder().read_on(second, too_many), std::invalid_argument);
}

TEST(Encoder, a_branch_from_a_layer_that_is_none_gives_nothing) {
  for (const std::uint32_t from : {0U, 9U}) {
    const std::string bytes = branch_bytes(from);
    const auto both = encoder().encode(sentences(), EncoderBranch(ModelFile(bytes, "branch.bin"), width));
    for (const EncodedSentence& sentence : both) EXPECT_TRUE(sentence.branch.empty());
  }
}

TEST(Encoder, a_branch_of_another_width_is_refused_by_name) {
  const std::string bytes = branch_bytes(1);
  try {
    EncoderBranch(ModelFile(bytes, "branch.bin"), 2 * width);
    ADD_FAILURE() << "was taken";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("branch.bin"), std::string::npos) << error.what();
  }
}

TEST(Encoder, gives_a_sentence_the_same_whatever_it_is_encoded_with_and_in_all_threads) {
  const auto given = sentences();
  const auto together = encoder().encode(given);
  std::vector<std::vector<std::vector<float>>> alone(given.size());
  std::vector<std::thread> threads;
  for (std::size_t s = 0; s < given.size(); ++s)
    threads.emplace_back([&, s] { alone[s] = encoder().encode(std::span(given).subspan(s, 1)); });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t s = 0; s < given.size(); ++s) EXPECT_EQ(together[s], alone[s][0]) << s;
}

TEST(Encoder, gives_the_same_bits_on_every_machine) {
  std::uint32_t hash = 2166136261U;
  for (const auto& vectors : encoder().encode(sentences()))
    for (const float x : vectors) hash = (hash ^ std::bit_cast<std::uint32_t>(x)) * 16777619U;
  EXPECT_EQ(hash, 2929519927U);
}

TEST(Encoder, gives_zeros_beyond_the_longest_sentence) {
  std::vector<WordPiece> longest(Encoder::longest_sentence, WordPiece{3, {}});
  std::vector<WordPiece> longer = longest;
  longer.resize(longest.size() + 2, WordPiece{4, {}});
  const auto vectors = encoder().encode(Sentences{longer, longest});
  ASSERT_EQ(vectors[0].size(), longer.size() * width);
  const auto behind = vectors[0].begin() + static_cast<std::ptrdiff_t>(longest.size() * width);
  EXPECT_EQ(std::vector<float>(vectors[0].begin(), behind), vectors[1]);
  EXPECT_EQ(std::vector<float>(behind, vectors[0].end()), std::vector<float>(2 * width));
}

TEST(Encoder, gives_the_meaning_of_pieces_as_their_mean_through_the_last_layer) {
  const auto vectors = encoder().encode(Sentences{encoder().pieces().split("The mill burned down.")})[0];
  const std::span<const float> mill_burned(vectors.data() + width, 3 * width);
  const std::vector<float> meaning = encoder().meaning(mill_burned);
  ASSERT_EQ(meaning.size(), 5u);
  double length = 0, expected[5];
  for (std::size_t r = 0; r < 5; ++r) {
    expected[r] = small_model().numbers["head.bias"][r];
    for (std::size_t i = 0; i < 3 * width; ++i)
      expected[r] += small_model().numbers["head.weight"][r * width + i % width] * mill_burned[i] / 3.0;
    length += expected[r] * expected[r];
  }
  for (std::size_t r = 0; r < 5; ++r) EXPECT_NEAR(meaning[r], expected[r] / std::sqrt(length), 1e-5);
  EXPECT_EQ(encoder().meaning({}), std::vector<float>(5));
}

TEST(Encoder, has_weights_whose_sums_fit_in_sixteen_bits) {
  const ModelFile file(resource("models/encoder.bin"), "models/encoder.bin");
  const std::size_t size = file.section<float>("norm.gain").size();
  const std::size_t layer_count = file.section<std::uint32_t>("layers")[0];
  ASSERT_GT(layer_count, 0U);
  for (std::size_t i = 0; i < layer_count; ++i) {
    const std::string prefix = "layer" + std::to_string(i) + ".";
    const std::size_t wide = file.section<float>(prefix + "inner.bias").size();
    const struct {
      const char* name;
      std::size_t rows, columns;
    } matrices[] = {
        {"attended", 3 * size, size}, {"gathered", size, size}, {"inner", wide, size}, {"outer", size, wide}};
    for (const auto& [name, rows, columns] : matrices) {
      const auto weights = file.section<std::int8_t>(prefix + name + ".weight");
      ASSERT_EQ(weights.size(), rows * columns) << prefix << name;
      EXPECT_TRUE(fits_sixteen_bits({weights, rows, columns})) << prefix << name;
    }
  }
}

TEST(Encoder, names_the_file_that_is_broken) {
  const auto reason = [](const std::string& section, const std::vector<float>& numbers) -> std::string {
    ModelWriter other = small_model().file;
    other.add(section, numbers);
    const std::string bytes = other.bytes();
    try {
      const Encoder broken(bytes, "some.bin");
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "none";
  };
  EXPECT_EQ(reason("norm.gain", std::vector<float>(width, 1)), "none");
  EXPECT_EQ(reason("norm.gain", std::vector<float>(48)), "some.bin: has vectors of a wrong size");
  EXPECT_EQ(reason("norm.gain", std::vector<float>(96)), "some.bin: has a section norm.bias of another size");
  EXPECT_EQ(reason("layer1.inner.bias", std::vector<float>(95)), "some.bin: has a layer of a wrong size");
  EXPECT_EQ(reason("head.bias", std::vector<float>(6)), "some.bin: has a section head.weight of another size");
  EXPECT_EQ(reason("layers", {}), "some.bin: has a section layers of another size");
}

}  // namespace
}  // namespace hearsay
