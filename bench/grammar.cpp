// How fast a text is split into sentences, words, tags and trees, on one core. Items are words.
#include "dissect/grammar.h"

#include <benchmark/benchmark.h>

#include <string>

namespace {

// About 2,000 words of invented news of several shapes.
std::string invented_news() {
  const std::string story =
      "Flood closes bridge in Kelvora\n\n"
      "KELVORA (Agency) - The old stone bridge over the Teyne was closed on Monday after heavy rain raised the river "
      "by "
      "2.4 metres, the mayor said. \"We had no choice,\" Dr. Mirela Ostrand told reporters. \"Nobody should cross it "
      "until "
      "the engineers have looked at every arch.\" At least 40 families who live on the eastern bank were taken to a "
      "school "
      "in Varn, where volunteers handed out blankets, soup and dry clothes.\n\n"
      "A spokesman for the rail company said that trains between Kelvora and Port Ansel, which carry about 12,500 "
      "people "
      "a day, wouldn't run before Thursday. The ministry denied that it had ignored a report from 2019 in which two "
      "inspectors warned that the piers were cracked. According to the regional fire service, three people were "
      "injured, "
      "one of them seriously, when a lorry that was trying to turn slid into the water.\n\n"
      "Ostrand, who was elected last year, promised to rebuild the bridge within 18 months and said she would ask the "
      "government for $4.5m. Opposition leaders accused her of acting too late.\n\n";
  std::string text;
  for (int i = 0; i < 10; ++i) text += story;
  return text;
}

void dissect(benchmark::State& state, hearsay::Depth depth) {
  static const hearsay::Grammar grammar;
  const std::string text = invented_news();
  std::size_t words = 0;
  for (auto _ : state) {
    const hearsay::Dissection found = grammar.dissect(text, {}, depth);
    benchmark::DoNotOptimize(found.tokens.data());
    words += found.tokens.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(words));
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(std::make_unique<hearsay::Grammar>());
}

}  // namespace

BENCHMARK_CAPTURE(dissect, boundaries, hearsay::Depth::boundaries);
BENCHMARK_CAPTURE(dissect, tags, hearsay::Depth::tags);
BENCHMARK_CAPTURE(dissect, tree, hearsay::Depth::tree);
BENCHMARK(load);

BENCHMARK_MAIN();
