// Trains models/attributions.bin.
//
//   build/release/tools/train_attributions TRAIN.jsonl models/attributions.bin
//
// TRAIN.jsonl holds rows {id, text, attributions: [{source, cue, content}]}, each role a list of {begin, end} in code
// points (PolNeAR 1.0 as one JSON line an article). Four linear models over hashed features are fitted:
//   cue     logistic regression: is the word a cue?
//   spans   a linear-chain conditional random field: what is each word of the sentence to the cue?
//   run_on  logistic regression: does the content go on in the next sentence?
//   keep    logistic regression over whole drafts, made for each half of the articles by models fitted on the other
//   half
// all by stochastic gradient descent with AdaGrad's rates (Duchi et al. 2011). The order of the samples comes from a
// fixed seed, and all is done on one thread: the same input gives the same bytes.
#include "attribution_fitting.h"

#include "base/resources.h"
#include "base/utf8.h"
#include "dissect/grammar.h"
#include "extract/attributions/draft.h"
#include "extract/names/names.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace hearsay {
namespace {

constexpr std::uint32_t candidate_bits = 16, cue_bits = 19, run_on_bits = 16;

// One gold attribution as words of the dissection.
struct Gold {
  std::uint32_t cue_word = 0;
  std::vector<std::uint32_t> source, cue, content;  // sorted
};

struct Lesson {
  std::string text;
  Dissection dissection;
  std::unique_ptr<AttributionView> view;
  std::vector<Gold> gold;
};

// ---- reading -------------------------------------------------------------------------------------------------------

std::vector<std::uint32_t> words_of(const Lesson& lesson, const CodePointIndex& index, simdjson::dom::element spans) {
  std::vector<std::uint32_t> words;
  for (const simdjson::dom::element span : spans.get_array()) {
    const std::size_t begin = index.byte_of(span["begin"].get_uint64()), end = index.byte_of(span["end"].get_uint64());
    const auto& tokens = lesson.dissection.tokens;
    auto at = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= begin; });
    for (; at != tokens.end() && at->span.begin < end; ++at)
      words.push_back(static_cast<std::uint32_t>(at - tokens.begin()));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

int depth_of(const Dissection& dissection, std::uint32_t word) {
  int depth = 0;
  for (std::int32_t head = dissection.tokens[word].head; head != no_head && depth < 50; ++depth)
    head = dissection.tokens[static_cast<std::size_t>(head)].head;
  return depth;
}

// The word that stands for a gold cue: a verb before a noun before the rest, the highest in the tree, the first.
std::uint32_t head_of_cue(const Dissection& dissection, const std::vector<std::uint32_t>& cue) {
  const auto rank = [&](std::uint32_t word) {
    const Tag tag = dissection.tokens[word].tag;
    const int kind = tag == Tag::VERB ? 0 : tag == Tag::NOUN || tag == Tag::ADJ ? 1 : tag == Tag::PUNCT ? 3 : 2;
    return std::tuple(kind, depth_of(dissection, word), word);
  };
  return *std::min_element(cue.begin(), cue.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
}

std::vector<Lesson> read_lessons(const char* path) {
  const Grammar grammar;
  const NameFinder names;
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string(path) + " cannot be opened");
  std::vector<Lesson> lessons;
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);) {
    const simdjson::dom::element row = parser.parse(line);
    Lesson& lesson = lessons.emplace_back();
    lesson.text = std::string(row["text"].get_string().value());
    lesson.dissection = grammar.dissect(lesson.text, {}, Depth::tree);
    const CodePointIndex index(lesson.text);
    for (const simdjson::dom::element attribution : row["attributions"].get_array()) {
      Gold gold;
      gold.source = words_of(lesson, index, attribution["source"]);
      gold.cue = words_of(lesson, index, attribution["cue"]);
      gold.content = words_of(lesson, index, attribution["content"]);
      if (gold.cue.empty() || gold.content.empty()) continue;
      gold.cue_word = head_of_cue(lesson.dissection, gold.cue);
      lesson.gold.push_back(std::move(gold));
    }
  }
  for (Lesson& lesson : lessons)  // after the last move: the view points into its lesson
    lesson.view =
        std::make_unique<AttributionView>(lesson.text, lesson.dissection, names.find(lesson.text, lesson.dissection));
  return lessons;
}

// ---- the file ------------------------------------------------------------------------------------------------------

struct Fitted {
  std::vector<std::uint8_t> candidates;
  std::vector<float> cue, run_on, keep;
  SpanWeights spans;
  float keep_least = 0, cue_least = 0;
};

// The step of a table of signed bytes: large enough for nearly all weights, the few beyond it are cut.
float scale_of(const std::vector<float>& weights) {
  float top = 1e-6F;
  for (const float weight : weights) top = std::max(top, std::abs(weight));
  return std::min(top, 4.0F) / 127.0F;
}

void append(std::string& bytes, const std::vector<float>& weights, float scale) {
  for (const float weight : weights)
    bytes.push_back(
        static_cast<char>(static_cast<std::int8_t>(std::lround(std::clamp(weight / scale, -127.0F, 127.0F)))));
}

std::string to_bytes(const Fitted& fitted) {
  AttributionWeightsHeader header;
  header.magic = attribution_magic;
  header.candidate_bits = candidate_bits;
  header.cue_bits = cue_bits;
  header.run_on_bits = run_on_bits;
  header.span_bits = span_bits;
  header.cue_scale = scale_of(fitted.cue);
  header.run_on_scale = scale_of(fitted.run_on);
  header.keep_scale = scale_of(fitted.keep);
  header.span_scale = scale_of(fitted.spans.words);
  header.cue_least = fitted.cue_least;
  header.keep_least = fitted.keep_least;
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.append(reinterpret_cast<const char*>(fitted.spans.boundary.data()),
               fitted.spans.boundary.size() * sizeof(float));
  bytes.append(fitted.candidates.begin(), fitted.candidates.end());
  append(bytes, fitted.cue, header.cue_scale);
  append(bytes, fitted.run_on, header.run_on_scale);
  append(bytes, fitted.keep, header.keep_scale);
  append(bytes, fitted.spans.words, header.span_scale);
  return bytes;
}

// ---- lessons to samples --------------------------------------------------------------------------------------------

using Lessons = std::vector<const Lesson*>;

std::vector<std::uint8_t> candidates_of(const Lessons& lessons) {
  std::unordered_map<std::uint32_t, int> seen;
  std::vector<std::uint8_t> bits((std::size_t{1} << candidate_bits) / 8, 0);
  const auto set = [&](std::uint32_t lemma) {
    const std::uint32_t bit = lemma & ((1U << candidate_bits) - 1);
    bits[bit / 8] = static_cast<std::uint8_t>(bits[bit / 8] | 1U << (bit % 8));
  };
  for (const Lesson* lesson : lessons) {
    for (const ViewedWord& word : lesson->view->words)
      if (word.sorts != 0) set(word.lemma);
    for (const Gold& gold : lesson->gold)
      if (++seen[lesson->view->words[gold.cue_word].lemma] >= 2) set(lesson->view->words[gold.cue_word].lemma);
  }
  return bits;
}

bool has(const std::vector<std::uint32_t>& sorted, std::uint32_t word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

Samples cue_samples(const Lessons& lessons, const AttributionWeights& weights) {
  Samples samples;
  FeatureList features;
  for (const Lesson* lesson : lessons) {
    std::vector<bool> gold(lesson->view->words.size(), false);
    for (const Gold& one : lesson->gold) gold[one.cue_word] = true;
    for (std::uint32_t word = 0; word < gold.size(); ++word) {
      if (!weights.can_be_cue(lesson->view->words[word].lemma)) continue;
      cue_features(*lesson->view, word, features);
      samples.add(features, gold[word]);
    }
  }
  return samples;
}

Chain chain_of(const CueScope& scope, const Gold& gold, FeatureList& all, FeatureList& features) {
  Chain chain;
  chain.cue = scope.cue() - scope.first();
  for (std::uint32_t word = scope.first(); word < scope.last(); ++word) {
    scope.features(word, features);
    chain.begins.push_back(all.size());
    all.insert(all.end(), features.begin(), features.end());
    const Role role = word == scope.cue() || has(gold.cue, word) ? Role::cue
                      : has(gold.source, word)                   ? Role::source
                      : has(gold.content, word)                  ? Role::content
                                                                 : Role::other;
    chain.roles.push_back(static_cast<std::uint8_t>(role));
    chain.boundaries.push_back(word == scope.first() ? 0 : static_cast<std::uint8_t>(scope.boundary(word)));
  }
  chain.begins.push_back(all.size());
  return chain;
}

Chains span_samples(const Lessons& lessons, const AttributionWeights& weights) {
  Chains chains;
  FeatureList features;
  for (const Lesson* lesson : lessons) {
    const std::vector<float> scores = cue_scores(*lesson->view, weights);
    for (const Gold& gold : lesson->gold)
      chains.chains.push_back(
          chain_of(CueScope(*lesson->view, gold.cue_word, scores), gold, chains.features, features));
  }
  return chains;
}

// The walk of attributions_draft.cpp, along the gold content.
void add_run_ons(const Lesson& lesson, const Gold& gold, const std::vector<float>& scores, bool backwards,
                 Samples& samples, FeatureList& features) {
  const AttributionView& view = *lesson.view;
  std::int64_t sentence = view.words[gold.cue_word].sentence;
  const Sentence& own = view.sentence(static_cast<std::size_t>(sentence));
  RunOnContext context{gold.cue_word, no_word, 1, backwards, false, 0};
  for (const std::uint32_t word : gold.content) {
    if (word < own.first || word >= own.last) continue;
    if (!backwards || !context.has_content) context.edge = static_cast<std::int32_t>(word);
    context.has_content = true;
  }
  for (; context.step <= run_on_limit; ++context.step) {
    sentence += backwards ? -1 : 1;
    if (sentence < 0 || sentence >= static_cast<std::int64_t>(lesson.dissection.sentences.size())) return;
    const RunOn stretch = run_on_of(view, static_cast<std::uint32_t>(sentence), backwards);
    if (stretch.first == stretch.last) return;
    std::uint32_t inside = 0;
    for (std::uint32_t word = stretch.first; word < stretch.last; ++word) inside += has(gold.content, word);
    const bool yes = inside * 2 > stretch.last - stretch.first;
    context.rival = rival_score(view, scores, stretch, static_cast<std::uint32_t>(sentence));
    run_on_features(view, context, stretch, features);
    samples.add(features, yes);
    if (!yes || !stretch.whole) return;
    context.edge = static_cast<std::int32_t>(backwards ? stretch.first : stretch.last - 1);
  }
}

Samples run_on_samples(const Lessons& lessons, const AttributionWeights& weights) {
  Samples samples;
  FeatureList features;
  for (const Lesson* lesson : lessons) {
    const std::vector<float> scores = cue_scores(*lesson->view, weights);
    for (const Gold& gold : lesson->gold) {
      add_run_ons(*lesson, gold, scores, true, samples, features);
      add_run_ons(*lesson, gold, scores, false, samples, features);
    }
  }
  return samples;
}

// ---- the last question ---------------------------------------------------------------------------------------------

double overlap(const Draft& draft, const std::vector<std::uint32_t>& gold) {
  std::size_t common = 0, size = 0;
  for (const WordRange& range : draft.content)
    for (std::uint32_t word = range.first; word < range.last; ++word, ++size) common += has(gold, word);
  return common == 0 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(size + gold.size());
}

// Which drafts are a gold attribution found: one to one, best first.
std::vector<bool> found(const std::vector<Draft>& drafts, const std::vector<Gold>& gold) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
  for (std::size_t d = 0; d < drafts.size(); ++d)
    for (std::size_t g = 0; g < gold.size(); ++g) {
      const bool same_cue = has(gold[g].cue, drafts[d].cue_word);
      const double f = overlap(drafts[d], gold[g].content);
      if (f >= 0.5) pairs.emplace_back(-f - (same_cue ? 1 : 0), g, d);
    }
  std::sort(pairs.begin(), pairs.end());
  std::vector<bool> used(gold.size(), false), good(drafts.size(), false);
  for (const auto& [f, g, d] : pairs) {
    if (used[g] || good[d]) continue;
    used[g] = good[d] = true;
  }
  return good;
}

// The share of features left out in training, and the same for the models with few features.
constexpr float dropped = 0.6F, dropped_of_few = 0.3F;
constexpr float draft_least = -2.0F;  // log odds of a cue from which a draft is made

Fitted fit(const Lessons& lessons) {
  Fitted fitted;
  fitted.candidates = candidates_of(lessons);
  fitted.cue_least = draft_least;
  fitted.cue.assign(std::size_t{1} << cue_bits, 0);
  fitted.run_on.assign(std::size_t{1} << run_on_bits, 0);
  fitted.keep.assign(std::size_t{1} << run_on_bits, 0);
  fitted.spans = {std::vector<float>(role_count << span_bits, 0),
                  std::vector<float>(boundary_count * role_count * role_count, 0)};
  std::string bytes = to_bytes(fitted);
  std::fprintf(stderr, "cues\n");
  fitted.cue = fit_yes_or_no(cue_samples(lessons, AttributionWeights(bytes)), cue_bits, 9, 1e-4F, dropped);
  bytes = to_bytes(fitted);
  std::fprintf(stderr, "run-ons\n");
  fitted.run_on =
      fit_yes_or_no(run_on_samples(lessons, AttributionWeights(bytes)), run_on_bits, 6, 1e-4F, dropped_of_few);
  std::fprintf(stderr, "spans\n");
  const Chains chains = span_samples(lessons, AttributionWeights(bytes));
  fitted.spans = fit_spans(chains, 10, dropped);
  return fitted;
}

// Whether a draft stands inside the content of another likely one: such are told apart from the outermost when printed,
// and the data mark none.
bool is_nested(const std::vector<Draft>& drafts, std::size_t i) {
  const auto holds = [](const Draft& draft, std::uint32_t word) {
    return std::any_of(draft.content.begin(), draft.content.end(),
                       [&](WordRange range) { return range.contains(word); });
  };
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    return other.cue_score > 0 && holds(other, drafts[i].cue_word) && !holds(drafts[i], other.cue_word);
  });
}

void add_drafts(const Lessons& lessons, const Fitted& fitted, Samples& samples) {
  const std::string bytes = to_bytes(fitted);
  const AttributionWeights weights(bytes);
  FeatureList features;
  for (const Lesson* lesson : lessons) {
    const std::vector<Draft> drafts = drafts_of(*lesson->view, weights, cue_scores(*lesson->view, weights));
    const std::vector<bool> good = found(drafts, lesson->gold);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      keep_features(*lesson->view, drafts[i], features);
      samples.add(features, good[i]);
      samples.samples.back().counts = !is_nested(drafts, i);
    }
  }
}

// The score from which keeping a draft raises F1, and that F1.
float best_threshold(const Samples& samples, const std::vector<float>& weights, std::size_t gold) {
  const std::uint32_t mask = (1U << run_on_bits) - 1;
  std::vector<std::pair<float, bool>> scored;
  for (const Sample& sample : samples.samples) {
    if (!sample.counts) continue;
    float score = 0;
    for (std::size_t f = sample.begin; f < sample.end; ++f) score += weights[samples.features[f] & mask];
    scored.emplace_back(score, sample.yes);
  }
  std::sort(scored.begin(), scored.end(), std::greater<>());
  double best = 0;
  std::size_t hits = 0;
  std::vector<double> f1(scored.size());
  for (std::size_t i = 0; i < scored.size(); ++i) {
    hits += scored[i].second;
    f1[i] = 2.0 * static_cast<double>(hits) / static_cast<double>(i + 1 + gold);
    best = std::max(best, f1[i]);
  }
  // The curve is flat at its top, where its highest point wavers; of what is nearly as good the most is kept, as the
  // last models are fitted on twice as much and are surer than those that made the drafts.
  const auto nearly = [&](double value) { return value > 0.999 * best; };
  const auto last = std::find_if(f1.rbegin(), f1.rend(), nearly);
  const float least = last == f1.rend() ? 0 : scored[static_cast<std::size_t>(f1.rend() - last) - 1].first;
  std::fprintf(stderr, "keep from %.3f: found F1 %.4f\n", least, best);
  return least;
}

int run(const char* train, const char* out) {
  const std::vector<Lesson> lessons = read_lessons(train);
  Lessons all, even, odd;
  std::size_t gold = 0;
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    all.push_back(&lessons[i]);
    (i % 2 == 0 ? even : odd).push_back(&lessons[i]);
    gold += lessons[i].gold.size();
  }
  std::fprintf(stderr, "%zu articles, %zu attributions\n", lessons.size(), gold);
  Samples drafts;
  add_drafts(odd, fit(even), drafts);
  add_drafts(even, fit(odd), drafts);
  Fitted fitted = fit(all);
  std::fprintf(stderr, "keep\n");
  fitted.keep = fit_yes_or_no(drafts, run_on_bits, 6, 1e-3F, dropped_of_few);
  fitted.keep_least = best_threshold(drafts, fitted.keep, gold);
  const std::string bytes = to_bytes(fitted);
  std::ofstream(out, std::ios::binary) << bytes;
  std::fprintf(stderr, "%s: %zu bytes\n", out, bytes.size());
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: train_attributions TRAIN.jsonl OUT.bin\n");
    return 2;
  }
  try {
    return hearsay::run(argv[1], argv[2]);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "train_attributions: %s\n", problem.what());
    return 1;
  }
}
