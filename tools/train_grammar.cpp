// Trains models/grammar.bin: reads a treebank, learns the parsing network, the lemma rules and the fast tagger, and
// writes them as whole numbers. The same input gives the same file to the byte on one kind of machine.
// See models/grammar.md for the command and the data.
#include "boundary_training.h"
#include "dissect/arithmetic/feature_table.h"
#include "dissect/arithmetic/model_file.h"
#include "dissect/words/word_features.h"
#include "lemma_training.h"
#include "network_training.h"
#include "reporting_examples.h"
#include "tagger_training.h"
#include "treebank.h"
#include "word_vectors.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <unordered_map>

namespace hearsay::training {
namespace {

struct Options {
  std::vector<std::string> texts;
  std::string treebank, check, out = "models/grammar.bin";
  int fixed = 64, epochs = 12, reports = 1200, batch_words = 300, layers = 2, units = 64, learned = 64;
  float rate = 0.004f, drop = 0.2f;
};

Options read_options(int argc, char** argv) {
  Options o;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    const char* value = argv[i + 1];
    if (name == "--treebank")
      o.treebank = value;
    else if (name == "--text")
      o.texts.push_back(value);
    else if (name == "--fixed")
      o.fixed = std::atoi(value);
    else if (name == "--check")
      o.check = value;
    else if (name == "--out")
      o.out = value;
    else if (name == "--epochs")
      o.epochs = std::atoi(value);
    else if (name == "--reports")
      o.reports = std::atoi(value);
    else if (name == "--batch")
      o.batch_words = std::atoi(value);
    else if (name == "--layers")
      o.layers = std::atoi(value);
    else if (name == "--units")
      o.units = std::atoi(value);
    else if (name == "--learned")
      o.learned = std::atoi(value);
    else if (name == "--rate")
      o.rate = static_cast<float>(std::atof(value));
    else if (name == "--drop")
      o.drop = static_cast<float>(std::atof(value));
    else
      throw std::runtime_error("unknown option " + name);
  }
  return o;
}

// The rows of features that occur at least twice.
struct Rows {
  std::vector<std::uint64_t> hashes;
  std::unordered_map<std::uint64_t, int> row_of;
  std::unordered_map<std::uint64_t, int> counts;
  std::unordered_map<std::uint64_t, int> vector_of;
};

Rows find_rows(const std::vector<TreebankSentence>& sentences) {
  Rows rows;
  std::vector<std::uint64_t> order;
  for (const TreebankSentence& sentence : sentences)
    for (std::size_t i = 0; i < sentence.size(); ++i)
      for (const std::uint64_t hash : features_of(sentence[i].word, i == 0).hashes)
        if (++rows.counts[hash] == 2) order.push_back(hash);
  rows.hashes = order;
  for (std::size_t i = 0; i < order.size(); ++i) rows.row_of[order[i]] = static_cast<int>(i);
  return rows;
}

// Training leaves out a word's own row (not its ends and shape) now and then, rare words more often.
void add_sentence(Batch& batch, const TreebankSentence& sentence, const Rows& rows, Random* random) {
  if (batch.begins.empty()) batch.begins.push_back(0);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const WordFeatures features = features_of(sentence[i].word, i == 0);
    std::vector<int> found;
    for (std::size_t f = 0; f < features.hashes.size(); ++f) {
      const auto row = rows.row_of.find(features.hashes[f]);
      if (row == rows.row_of.end()) continue;
      if (random && f == 0) {
        const float seen = static_cast<float>(rows.counts.at(features.hashes[0]));
        if (random->uniform() < 0.05f + 0.5f / (0.5f + seen)) continue;
      }
      found.push_back(row->second);
    }
    batch.rows.push_back(std::move(found));
    const auto vector = rows.vector_of.find(features.hashes[0]);
    batch.fixed.push_back(vector == rows.vector_of.end() ? -1 : vector->second);
    batch.tags.push_back(static_cast<int>(sentence[i].tag));
    batch.heads.push_back(sentence[i].head);
    batch.relations.push_back(static_cast<int>(sentence[i].relation));
    batch.weight.push_back(1.0f);
  }
  batch.begins.push_back(batch.size());
}

void check(TrainedNetwork& network, const std::vector<TreebankSentence>& sentences, const Rows& rows) {
  int words = 0, tags = 0, heads = 0, labels = 0;
  for (const TreebankSentence& sentence : sentences) {
    Batch batch;
    add_sentence(batch, sentence, rows, nullptr);
    const Answers answers = network.answer(batch);
    std::vector<int> best_heads;
    for (int i = 0; i < batch.size(); ++i) {
      Eigen::Index best;
      answers.arcs[0].row(i).maxCoeff(&best);
      best_heads.push_back(static_cast<int>(best) - 1);
    }
    const std::vector<int> relations = network.label_of(batch, best_heads);
    const auto base = [](int r) { return without_subtype(static_cast<Relation>(r)); };
    for (int i = 0; i < batch.size(); ++i) {
      ++words;
      tags += answers.tags[i] == batch.tags[i];
      const bool right = best_heads[i] == batch.heads[i];
      heads += right;
      labels += right && base(relations[i]) == base(batch.relations[i]);
    }
  }
  std::printf("  check: tags %.4f UAS %.4f LAS %.4f\n", double(tags) / words, double(heads) / words,
              double(labels) / words);
  std::fflush(stdout);
}

WordVectors learn_vectors(const Options& o, const std::vector<TreebankSentence>& sentences) {
  if (o.texts.empty()) return {};
  VectorLearner learner;
  for (const TreebankSentence& sentence : sentences) learner.add_sentence(sentence);
  for (const std::string& path : o.texts) learner.add_file(path);
  return learner.learn(o.fixed);
}

// Every twentieth text of each file is news enough.
void learn_boundaries(const Options& o, ModelWriter& file) {
  BoundaryLearner learner;
  simdjson::dom::parser parser;
  std::ifstream treebank(o.treebank);
  for (std::string line; std::getline(treebank, line);) {
    const simdjson::dom::element row = parser.parse(line);
    const std::string_view text = row["text"];
    const CodePointIndex index(text);
    std::set<std::size_t> begins;
    for (const simdjson::dom::element sentence : row["sentences"].get_array())
      begins.insert(index.byte_of(std::uint64_t(sentence["begin"])));
    learner.add_gold(text, begins);
  }
  for (const std::string& path : o.texts) {
    std::ifstream texts(path);
    std::size_t number = 0;
    for (std::string line; std::getline(texts, line);) {
      std::string_view text;
      if (number++ % 20 == 0 && parser.parse(line)["text"].get(text) == simdjson::SUCCESS) learner.add_as_ruled(text);
    }
  }
  learner.learn(8, file);
}

void learn(TrainedNetwork& network, const Options& o, const std::vector<TreebankSentence>& sentences, const Rows& rows,
           const std::vector<TreebankSentence>& held_out) {
  Random random(11);
  std::size_t words = 0;
  for (const auto& s : sentences) words += s.size();
  const ReportingExamples examples(sentences);
  for (int epoch = 0; epoch < o.epochs; ++epoch) {
    // The treebank with a twentieth of it as headlines, and as many made-up reports as are asked for, others each time.
    std::vector<TreebankSentence> lesson;
    for (const TreebankSentence& sentence : sentences)
      lesson.push_back(random.below(20) == 0 ? ReportingExamples::as_headline(sentence, random) : sentence);
    for (int i = 0; i < o.reports; ++i) lesson.push_back(examples.make(random));
    for (std::size_t i = lesson.size(); i > 1; --i) std::swap(lesson[i - 1], lesson[random.below(i)]);
    Losses sum;
    for (std::size_t next = 0; next < lesson.size();) {
      Batch batch;
      while (next < lesson.size() && batch.size() < o.batch_words) add_sentence(batch, lesson[next++], rows, &random);
      const float left =
          1.0f - (static_cast<float>(epoch) + static_cast<float>(next) / static_cast<float>(lesson.size())) /
                     static_cast<float>(o.epochs);
      const Losses l = network.train(batch, o.rate * left + 1e-5f, o.drop, random);
      sum.tag += l.tag, sum.arc += l.arc, sum.label += l.label;
    }
    std::printf("epoch %d: tag %.4f arc %.4f label %.4f\n", epoch + 1, sum.tag / double(words), sum.arc / double(words),
                sum.label / double(words));
    if (!held_out.empty()) check(network, held_out, rows);
  }
}

constexpr int table_steps = 64;  // a table's numbers are in steps of 1 / 64

std::int16_t whole(float value, int scale) {
  return static_cast<std::int16_t>(std::lround(std::clamp(value * static_cast<float>(scale), -32767.0f, 32767.0f)));
}

std::vector<std::int16_t> whole(const Matrix& by_rows) {
  std::vector<std::int16_t> numbers;
  for (Eigen::Index r = 0; r < by_rows.rows(); ++r)
    for (Eigen::Index c = 0; c < by_rows.cols(); ++c) numbers.push_back(whole(by_rows(r, c), one));
  return numbers;
}

void write_layer(const std::string& name, const Parameter& weights, const Parameter& bias, ModelWriter& file) {
  const std::size_t rows = static_cast<std::size_t>(weights.value.rows());
  std::vector<std::int16_t> packed;
  pack(whole(weights.value), rows, static_cast<std::size_t>(weights.value.cols()), packed);
  file.add(name, packed);
  std::vector<float> biases((rows + 15) / 16 * 16, 0.0f);
  for (std::size_t r = 0; r < rows; ++r) biases[r] = bias.value(static_cast<Eigen::Index>(r), 0);
  file.add(name + ".bias", biases);
}

// A table of vectors as bytes; one step is 1 / `table_steps`.
std::vector<std::int8_t> bytes_of(const Matrix& columns) {
  std::vector<std::int8_t> bytes;
  std::size_t cut = 0;
  for (Eigen::Index i = 0; i < columns.size(); ++i) {
    const float value = columns.data()[i] * table_steps;
    cut += std::abs(value) > 127.0f;
    bytes.push_back(static_cast<std::int8_t>(std::lround(std::clamp(value, -127.0f, 127.0f))));
  }
  std::printf("%zu of %zu numbers cut off\n", cut, bytes.size());
  return bytes;
}

void write_network(const TrainedNetwork& network, const Rows& rows, const WordVectors& vectors, ModelWriter& file) {
  const Sizes& s = network.sizes;
  file.add("sizes",
           std::vector<std::int32_t>{s.learned, s.fixed, s.units, s.layers, s.arc, s.label, one / table_steps});

  const FeatureTable::Arrays features = FeatureTable::build(rows.hashes);
  file.add("features.marks", features.marks);
  file.add("features.rows", features.rows);
  file.add("features.table", bytes_of(network.table));
  const FeatureTable::Arrays words = FeatureTable::build(vectors.words);
  file.add("words.marks", words.marks);
  file.add("words.rows", words.rows);
  file.add("words.table", bytes_of(network.fixed));
  write_layer("convolution", network.conv, network.conv_bias, file);
  for (std::size_t l = 0; l < network.recurrent.size(); ++l)
    write_layer("recurrent" + std::to_string(l), network.recurrent[l], network.recurrent_bias[l], file);
  write_layer("tags", network.tag, network.tag_bias, file);
  write_layer("heads", network.heads, network.heads_bias, file);
  write_layer("labels", network.label, network.label_bias, file);
  file.add("root_arc", whole(network.root_arc.value));
  file.add("root_label", whole(network.root_label.value));
  file.add("label_distances", whole(network.label_distance.value.transpose()));
  std::vector<std::int32_t> distances;
  for (int bucket = 0; bucket < s.distances; ++bucket)
    distances.push_back(
        static_cast<std::int32_t>(std::lround(network.distance.value(bucket, 0) * float(one) * float(one))));
  file.add("distances", distances);
}

}  // namespace

int main_of(int argc, char** argv) {
  const Options o = read_options(argc, argv);
  const std::vector<TreebankSentence> sentences = read_treebank(o.treebank);
  const std::vector<TreebankSentence> held_out =
      o.check.empty() ? std::vector<TreebankSentence>{} : read_treebank(o.check);
  Rows rows = find_rows(sentences);
  const WordVectors vectors = learn_vectors(o, sentences);
  for (std::size_t i = 0; i < vectors.words.size(); ++i) rows.vector_of[vectors.words[i]] = static_cast<int>(i);
  std::printf("%zu sentences, %zu rows, %zu vectors\n", sentences.size(), rows.hashes.size(), vectors.words.size());
  std::fflush(stdout);
  Sizes sizes;
  sizes.fixed = o.texts.empty() ? 0 : o.fixed;
  sizes.layers = o.layers, sizes.units = o.units, sizes.learned = o.learned;
  sizes.relations = static_cast<int>(relation_names.size());
  TrainedNetwork network;
  network.initialize(sizes, static_cast<int>(rows.hashes.size()), vectors.vectors, 5);
  learn(network, o, sentences, rows, held_out);
  ModelWriter file;
  write_network(network, rows, vectors, file);
  std::unordered_map<std::uint64_t, std::uint16_t> groups;
  const std::vector<std::int8_t> vector_bytes = bytes_of(vectors.vectors);
  for (std::size_t i = 0; i < vectors.words.size(); ++i)
    groups[vectors.words[i]] = Tagger::group_of(vector_bytes.data() + i * static_cast<std::size_t>(o.fixed));
  std::vector<TreebankSentence> tagged = sentences;
  Random random(29);
  const ReportingExamples examples(sentences);
  for (int i = 0; i < o.reports; ++i) tagged.push_back(examples.make(random));
  learn_tagger(std::move(tagged), groups, 6, file);
  learn_lemmas(sentences, file);
  learn_boundaries(o, file);
  const std::string bytes = file.bytes();
  std::ofstream(o.out, std::ios::binary) << bytes;
  std::printf("%s: %zu bytes\n", o.out.c_str(), bytes.size());
  return 0;
}

}  // namespace hearsay::training

int main(int argc, char** argv) {
  try {
    return hearsay::training::main_of(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
