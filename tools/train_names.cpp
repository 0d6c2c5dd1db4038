// Trains the names model: a conditional random field (Lafferty et al. 2001) over chains of words, by AdaGrad (Duchi et
// al. 2011) with L2 and feature dropout; the weights are the mean of those after each epoch of the second half. Each
// set shares every feature with the others and has a copy of its own (Daumé 2007); what is kept is shared and own to
// the first set, the news.
//
//   train_names OUT CLASSES OPTIONS... SET...     SET is a JSONL file; "check:FILE" is only scored
//
// The same input gives the same bytes. models/names.md has the command.
#include "base/resources.h"
#include "base/utf8.h"
#include "dissect/grammar.h"
#include "extract/names/model.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace hearsay;
using Row = NameWeights::Row;

struct Options {
  int epochs = 12;
  float rate = 0.1f;
  float decay = 0.00001f;
  float dropout = 0.15f;
  int least = 2;  // a feature must be seen so often
  int check = 5;  // of ten parts by the id's hash, those from this on up are for checking; 10 trains on all
  std::size_t slots = 240000;
};

struct Text {
  std::string id, text;
  int set = 0;
  Dissection dissection;
  NameSheet sheet;
  std::vector<NameLabel> gold;  // one a token
  std::vector<Span> gold_names;
  std::vector<EntityKind> gold_kinds;
  bool checked = false;
};

std::uint64_t hash_of(std::string_view s) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  h ^= h >> 31;
  h *= 0x9E3779B97F4A7C15ULL;
  return h ^ h >> 29;
}

EntityKind kind_named(std::string_view name) {
  for (int k = 0; k < 4; ++k)
    if (to_text(static_cast<EntityKind>(k)) == name) return static_cast<EntityKind>(k);
  return EntityKind::other;
}

// Gold names become labels of the tokens they overlap.
void set_gold(Text& text) {
  text.gold.assign(text.dissection.tokens.size(), 0);
  std::size_t token = 0;
  for (std::size_t n = 0; n < text.gold_names.size(); ++n) {
    const Span name = text.gold_names[n];
    while (token < text.dissection.tokens.size() && text.dissection.tokens[token].span.end <= name.begin) ++token;
    const std::size_t first = token;
    while (token < text.dissection.tokens.size() && text.dissection.tokens[token].span.begin < name.end) ++token;
    for (std::size_t i = first; i < token; ++i) {
      const NamePart part = token - first == 1 ? NamePart::only
                            : i == first       ? NamePart::first
                            : i + 1 == token   ? NamePart::last
                                               : NamePart::inner;
      text.gold[i] = label_of(text.gold_kinds[n], part);
    }
  }
}

std::vector<Text> read_set(const std::string& path, int set, const Grammar& grammar, const NameFeatures& features,
                           const Options& options) {
  std::vector<Text> texts;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);) {
    const auto row = parser.parse(line);
    Text text;
    text.id = std::string(std::string_view(row["id"]));
    text.text = std::string(std::string_view(row["text"]));
    text.set = set;
    text.checked = set == 0 && static_cast<int>(hash_of(text.id) % 10) >= options.check;
    const CodePointIndex index(text.text);
    struct Gold {
      Span span;
      EntityKind kind;
    };
    std::vector<Gold> gold;
    for (auto entity : row["entities"].get_array()) {
      gold.push_back({{index.byte_of(std::size_t(std::uint64_t(entity["begin"]))),
                       index.byte_of(std::size_t(std::uint64_t(entity["end"])))},
                      kind_named(std::string_view(entity["kind"]))});
    }
    std::sort(gold.begin(), gold.end(), [](const Gold& a, const Gold& b) { return a.span < b.span; });
    for (const Gold& g : gold) {
      text.gold_names.push_back(g.span);
      text.gold_kinds.push_back(g.kind);
    }
    text.dissection = grammar.dissect(text.text, {}, Depth::tags);
    text.sheet =
        features.read(text.text, text.dissection, 0, static_cast<std::uint32_t>(text.dissection.tokens.size()));
    set_gold(text);
    texts.push_back(std::move(text));
  }
  return texts;
}

// ---- one pass

struct Example {                                     // one chain
  std::vector<std::vector<std::uint32_t>> features;  // rows a token
  std::vector<NameLabel> gold;
};

class Field {
 public:
  explicit Field(const Options& options) : options_(options) {}

  void train(const std::vector<const Text*>& texts, const NameFeatures& features);
  NameWeights::Trained trained() const;

 private:
  using Forward = std::vector<Row>;
  void learn(const Example& example, std::mt19937_64& random);
  void add_to_average();
  void take_average();
  Row scores_of(const std::vector<std::uint32_t>& rows) const;

  Options options_;
  std::unordered_map<std::uint64_t, std::uint32_t> row_of_;
  std::vector<Row> weights_, squares_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint8_t> own_;  // is the feature a set's own copy?
  std::array<Row, name_labels> transitions_{}, transition_squares_{};
  std::vector<Row> sums_;  // of the weights after each epoch of the second half, the transitions last
  int summed_ = 0;
};

std::uint64_t own(std::uint64_t feature, int set) {
  return hash_of(std::string_view(reinterpret_cast<const char*>(&feature), 8)) + static_cast<std::uint64_t>(set);
}

void Field::train(const std::vector<const Text*>& texts, const NameFeatures& features) {
  std::unordered_map<std::uint64_t, std::uint32_t> count;
  std::vector<std::uint64_t> found;
  const auto each = [&](std::size_t t, auto use) {
    for (const Chain& chain : texts[t]->sheet.chains) {
      for (std::uint32_t i = chain.first; i < chain.last; ++i) {
        found.clear();
        features.add(texts[t]->sheet, i, found);
        const std::size_t n = found.size();
        for (std::size_t j = 0; j < n; ++j) found.push_back(own(found[j], texts[t]->set));
        use(chain, i);
      }
    }
  };
  for (std::size_t t = 0; t < texts.size(); ++t)
    each(t, [&](const Chain&, std::uint32_t) {
      for (const std::uint64_t f : found) ++count[f];
    });
  std::vector<Example> examples;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    each(t, [&](const Chain& chain, std::uint32_t i) {
      if (i == chain.first) examples.emplace_back();
      Example& example = examples.back();
      example.gold.push_back(texts[t]->gold[i]);
      auto& rows = example.features.emplace_back();
      for (std::size_t j = 0; j < found.size(); ++j) {
        const std::uint64_t f = found[j];
        if (count[f] < static_cast<std::uint32_t>(options_.least)) continue;
        const auto [at, fresh] = row_of_.emplace(f, static_cast<std::uint32_t>(hashes_.size()));
        if (fresh) {
          hashes_.push_back(f);
          own_.push_back(j * 2 >= found.size());
        }
        rows.push_back(at->second);
      }
    });
  }
  // A gold name may run over a chain's edge; what is cut there becomes a shorter name.
  for (Example& example : examples) {
    auto& gold = example.gold;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (gold[i] == 0) continue;
      const EntityKind kind = kind_of(gold[i]);
      std::size_t last = i;
      while (last + 1 < gold.size() && gold[last + 1] != 0 && may_follow(gold[last], gold[last + 1]) &&
             part_of(gold[last + 1]) != NamePart::first && part_of(gold[last + 1]) != NamePart::only)
        ++last;
      for (std::size_t j = i; j <= last; ++j)
        gold[j] = label_of(kind, i == last   ? NamePart::only
                                 : j == i    ? NamePart::first
                                 : j == last ? NamePart::last
                                             : NamePart::inner);
      i = last;
    }
  }
  weights_.assign(hashes_.size(), Row{});
  squares_.assign(hashes_.size(), Row{});
  std::cerr << examples.size() << " chains, " << hashes_.size() << " features\n";
  std::mt19937_64 random(1);
  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < options_.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t e : order) learn(examples[e], random);
    if (epoch * 2 >= options_.epochs) add_to_average();
  }
  take_average();
}

void Field::add_to_average() {
  sums_.resize(weights_.size() + name_labels, Row{});
  for (std::size_t r = 0; r < sums_.size(); ++r) {
    const Row& row = r < weights_.size() ? weights_[r] : transitions_[r - weights_.size()];
    for (std::size_t k = 0; k < name_labels; ++k) sums_[r][k] += row[k];
  }
  ++summed_;
}

void Field::take_average() {
  for (std::size_t r = 0; r < sums_.size(); ++r) {
    Row& row = r < weights_.size() ? weights_[r] : transitions_[r - weights_.size()];
    for (std::size_t k = 0; k < name_labels; ++k) row[k] = sums_[r][k] / static_cast<float>(summed_);
  }
  sums_.clear();
}

Row Field::scores_of(const std::vector<std::uint32_t>& rows) const {
  Row sum{};
  for (const std::uint32_t r : rows)
    for (std::size_t k = 0; k < name_labels; ++k) sum[k] += weights_[r][k];
  return sum;
}

struct Allowed {
  float mask[name_labels][name_labels];
  Allowed() {
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b)
        mask[a][b] = may_follow(static_cast<NameLabel>(a), static_cast<NameLabel>(b)) ? 1.0f : 0.0f;
  }
};
const Allowed allowed;

// Forward and backward sums in scaled probabilities, then the gradient of the log-likelihood.
void Field::learn(const Example& example, std::mt19937_64& random) {
  const std::size_t n = example.gold.size();
  std::vector<std::vector<std::uint32_t>> kept(n);
  const auto limit = static_cast<std::uint32_t>((1.0f - options_.dropout) * 4294967295.0f);
  for (std::size_t i = 0; i < n; ++i)
    for (const std::uint32_t r : example.features[i])
      if (static_cast<std::uint32_t>(random() >> 32) <= limit) kept[i].push_back(r);
  float jump[name_labels][name_labels];
  for (std::size_t a = 0; a < name_labels; ++a)
    for (std::size_t b = 0; b < name_labels; ++b) jump[a][b] = allowed.mask[a][b] * std::exp(transitions_[a][b]);
  std::vector<Row> emission(n), forward(n), backward(n);
  const float gain = 1.0f / (1.0f - options_.dropout);
  for (std::size_t i = 0; i < n; ++i) {
    Row s = scores_of(kept[i]);
    float most = s[0];
    for (float& x : s) x *= gain;
    for (const float x : s) most = std::max(most, x);
    for (std::size_t k = 0; k < name_labels; ++k) emission[i][k] = std::exp(s[k] - most);
  }
  for (std::size_t i = 0; i < n; ++i) {
    float sum = 0;
    for (std::size_t b = 0; b < name_labels; ++b) {
      float in = 0;
      if (i == 0)
        in = jump[0][b];
      else
        for (std::size_t a = 0; a < name_labels; ++a) in += forward[i - 1][a] * jump[a][b];
      forward[i][b] = in * emission[i][b];
      sum += forward[i][b];
    }
    for (float& x : forward[i]) x /= sum;
  }
  for (std::size_t i = n; i-- > 0;) {
    float sum = 0;
    for (std::size_t a = 0; a < name_labels; ++a) {
      float out = 0;
      if (i + 1 == n)
        out = jump[a][0];
      else
        for (std::size_t b = 0; b < name_labels; ++b) out += jump[a][b] * emission[i + 1][b] * backward[i + 1][b];
      backward[i][a] = out;
      sum += out;
    }
    for (float& x : backward[i]) x /= sum;
  }
  const auto step = [&](float& weight, float& square, float gradient) {
    gradient -= options_.decay * weight;
    square += gradient * gradient;
    weight += options_.rate * gradient / (std::sqrt(square) + 1e-3f);
  };
  std::array<Row, name_labels> expected{};
  const auto add_pairs = [&](const Row& from, const Row& to) {
    float sum = 0;
    Row left[name_labels];
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) sum += left[a][b] = from[a] * jump[a][b] * to[b];
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b) expected[a][b] += left[a][b] / sum;
  };
  const Row outside = {1.0f};
  for (std::size_t i = 0; i <= n; ++i) {
    Row to = outside;
    if (i < n)
      for (std::size_t k = 0; k < name_labels; ++k) to[k] = emission[i][k] * backward[i][k];
    add_pairs(i == 0 ? outside : forward[i - 1], to);
  }
  for (std::size_t i = 0; i <= n; ++i) expected[i == 0 ? 0 : example.gold[i - 1]][i == n ? 0 : example.gold[i]] -= 1.0f;
  for (std::size_t i = 0; i < n; ++i) {
    Row p;
    float sum = 0;
    for (std::size_t k = 0; k < name_labels; ++k) sum += p[k] = forward[i][k] * backward[i][k];
    for (std::size_t k = 0; k < name_labels; ++k) p[k] = (k == example.gold[i] ? 1.0f : 0.0f) - p[k] / sum;
    for (const std::uint32_t r : kept[i])
      for (std::size_t k = 0; k < name_labels; ++k) step(weights_[r][k], squares_[r][k], p[k]);
  }
  for (std::size_t a = 0; a < name_labels; ++a)
    for (std::size_t b = 0; b < name_labels; ++b)
      if (allowed.mask[a][b] > 0) step(transitions_[a][b], transition_squares_[a][b], -expected[a][b]);
}

// The weights of a feature in the news: shared and own together.
NameWeights::Trained Field::trained() const {
  NameWeights::Trained out;
  out.transitions = transitions_;
  std::unordered_map<std::uint64_t, std::uint32_t> own_row;
  for (std::uint32_t i = 0; i < hashes_.size(); ++i)
    if (own_[i] == 1) own_row.emplace(hashes_[i], i);
  for (std::uint32_t i = 0; i < hashes_.size(); ++i) {
    if (own_[i] != 0) continue;
    Row sum = weights_[i];
    if (const auto found = own_row.find(own(hashes_[i], 0)); found != own_row.end())
      for (std::size_t k = 0; k < name_labels; ++k) sum[k] += weights_[found->second][k];
    out.features.push_back({hashes_[i], sum});
  }
  return out;
}

// ---- scores

struct Count {
  double hit = 0, gold = 0, found = 0;
  double f() const { return 2 * hit / (gold + found); }
};

void tally(const Text& text, const std::vector<NameLabel>& labels, Count& count, std::array<Count, 4>& kinds) {
  struct Found {
    Span span;
    EntityKind kind;
    auto operator<=>(const Found&) const = default;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == 0) continue;
    std::size_t last = i;
    while (last + 1 < labels.size() && labels[last + 1] != 0 &&
           (part_of(labels[last + 1]) == NamePart::inner || part_of(labels[last + 1]) == NamePart::last))
      ++last;
    found.push_back(
        {{text.dissection.tokens[i].span.begin, text.dissection.tokens[last].span.end}, kind_of(labels[i])});
    i = last;
  }
  for (std::size_t n = 0; n < text.gold_names.size(); ++n) {
    const EntityKind kind = text.gold_kinds[n];
    const bool hit = std::find(found.begin(), found.end(), Found{text.gold_names[n], kind}) != found.end();
    kinds[static_cast<std::size_t>(kind)].gold++;
    kinds[static_cast<std::size_t>(kind)].hit += hit;
    if (kind != EntityKind::other) {
      count.gold++;
      count.hit += hit;
    }
  }
  for (const Found& f : found) {
    kinds[static_cast<std::size_t>(f.kind)].found++;
    if (f.kind != EntityKind::other) count.found++;
  }
}

// Prints the scores over the checked texts of each set.
template <class LabelsOf>
void report(const std::vector<Text>& texts, LabelsOf labels_of) {
  for (const int set : {0, -1}) {
    Count count;
    std::array<Count, 4> kinds;
    for (const Text& text : texts)
      if (text.checked && text.set == set) tally(text, labels_of(text), count, kinds);
    if (count.gold == 0) continue;
    std::fprintf(stderr, "%s: F1 %.4f P %.4f R %.4f; person %.3f organization %.3f place %.3f other %.3f\n",
                 set == 0 ? "news" : "other set", count.f(), count.hit / count.found, count.hit / count.gold,
                 kinds[0].f(), kinds[1].f(), kinds[2].f(), kinds[3].f());
  }
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::vector<std::string> sets;
  for (int i = 3; i < argc; ++i) {
    const std::string word = argv[i];
    const std::size_t equals = word.find('=');
    const std::string key = word.substr(0, equals), value = word.substr(equals + 1);
    if (key == "--epochs")
      options.epochs = std::stoi(value);
    else if (key == "--rate")
      options.rate = std::stof(value);
    else if (key == "--decay")
      options.decay = std::stof(value);
    else if (key == "--dropout")
      options.dropout = std::stof(value);
    else if (key == "--least")
      options.least = std::stoi(value);
    else if (key == "--check")
      options.check = std::stoi(value);
    else if (key == "--slots")
      options.slots = std::stoul(value);
    else
      sets.push_back(word);
  }
  std::string classes_bytes;
  if (std::ifstream file(argv[2], std::ios::binary); file)
    classes_bytes.assign(std::istreambuf_iterator<char>(file), {});
  const WordClasses classes{std::string_view(classes_bytes)};
  const NameLists lists;
  const Gazetteer gazetteer(resource("models/gazetteer.bin"));
  const NameFeatures features(lists, gazetteer, classes);
  const Grammar grammar;
  std::vector<Text> texts;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const bool only_checked = sets[s].starts_with("check:");
    auto more = read_set(sets[s].substr(only_checked ? 6 : 0), only_checked ? -1 : static_cast<int>(s), grammar,
                         features, options);
    for (Text& text : more) {
      if (only_checked) text.checked = true;
      texts.push_back(std::move(text));
    }
  }
  std::vector<const Text*> used;
  for (const Text& text : texts)
    if (!text.checked) used.push_back(&text);
  Field field(options);
  field.train(used, features);
  const std::string weights_bytes = NameWeights::write(field.trained(), options.slots);
  const NameWeights weights{std::string_view(weights_bytes)};
  report(texts, [&](const Text& t) { return label_names(t.sheet, features, weights); });
  const std::string file = NameModel::write(classes_bytes, weights_bytes);
  std::ofstream(argv[1], std::ios::binary) << file;
  std::cerr << argv[1] << ": " << file.size() << " bytes\n";
}
