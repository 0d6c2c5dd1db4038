// How fast sentences become vectors, on one core, whole articles at a time. Items are word pieces, with the marks of
// the sentences' beginnings and ends; "article" is the time of one of about 590 words.
#include "dissect/encoder/encoder.h"
#include "base/resources.h"
#include "dissect/grammar.h"
#include "invented_news.h"

#include <benchmark/benchmark.h>

namespace {

std::vector<std::vector<std::string>> invented_sentences(std::size_t articles) {
  static const hearsay::Grammar grammar;
  hearsay::NewsWriter writer;
  std::vector<std::vector<std::string>> made(articles);
  for (auto& sentences : made) {
    const std::string text = writer.write().text;
    for (const hearsay::Sentence& sentence : grammar.dissect(text, {}, hearsay::Depth::boundaries).sentences)
      sentences.emplace_back(hearsay::words_at(text, sentence.span));
  }
  return made;
}

const hearsay::Encoder& encoder() {
  static const hearsay::Encoder encoder(hearsay::resource("models/encoder.bin"), "models/encoder.bin");
  return encoder;
}

void report(benchmark::State& state, std::size_t pieces) {
  state.SetItemsProcessed(static_cast<std::int64_t>(pieces));
  state.counters["article"] = benchmark::Counter(static_cast<double>(state.iterations()),
                                                 benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["1000 pieces"] =
      benchmark::Counter(static_cast<double>(pieces) / 1000, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

using Pieces = std::vector<std::vector<hearsay::WordPiece>>;

Pieces split(const std::vector<std::string>& sentences) {
  Pieces pieces;
  for (const std::string& sentence : sentences) pieces.push_back(encoder().pieces().split(sentence));
  return pieces;
}

std::size_t count(const Pieces& sentences) {
  std::size_t pieces = 2 * sentences.size();
  for (const auto& sentence : sentences) pieces += sentence.size();
  return pieces;
}

void encode(benchmark::State& state) {
  std::vector<Pieces> articles;
  for (const auto& article : invented_sentences(8)) articles.push_back(split(article));
  std::size_t pieces = 0, next = 0;
  for (auto _ : state) {
    const Pieces& article = articles[next++ % articles.size()];
    benchmark::DoNotOptimize(encoder().encode(article).data());
    pieces += count(article);
  }
  report(state, pieces);
}

void cut_into_pieces(benchmark::State& state) {
  const auto articles = invented_sentences(8);
  std::size_t pieces = 0, next = 0;
  for (auto _ : state) pieces += count(split(articles[next++ % articles.size()]));
  report(state, pieces);
}

void load(benchmark::State& state) {
  for (auto _ : state) {
    const hearsay::Encoder loaded(hearsay::resource("models/encoder.bin"), "models/encoder.bin");
    benchmark::DoNotOptimize(loaded.width());
  }
}

}  // namespace

BENCHMARK(encode)->Unit(benchmark::kMillisecond);
BENCHMARK(cut_into_pieces)->Unit(benchmark::kMillisecond);
BENCHMARK(load);

BENCHMARK_MAIN();
