// Tables and databases of a story of 100,000 claims, as many as a year of the largest one.
#include "narrate/account.h"
#include "publish/publish.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>

namespace hearsay {
namespace {

constexpr std::size_t claim_count = 100'000;

// A thousand articles of a hundred sentences, each a claim with a number, a place and a speaker; ten claims a point.
Account large_account() {
  Account account;
  account.title = "A long siege";
  account.entities.emplace_back().name = "Ostrel";
  account.origins.resize(1000);
  account.points.resize(claim_count / 10);
  for (std::size_t i = 0; i < 1000; ++i) account.origins[i].name = fmt::format("Speaker {}", i);
  for (std::size_t i = 0; i < 1000; ++i) {
    Article& article = account.articles.emplace_back();
    article.id = fmt::format("a{}", i);
    article.outlet = fmt::format("Outlet {}", i % 50);
    article.location = fmt::format("https://outlet{}.example/{}", i % 50, i);
    article.title = "The siege goes on";
    article.published = parse_moment("2031-04-07T06:40:00Z");
    for (std::size_t k = 0; k < 100; ++k) {
      const std::size_t begin = article.text.size();
      article.text += fmt::format("At least {} people were hurt in Ostrel on the day, the speaker said. ", k + 2);
      Claim& claim = account.claims.emplace_back();
      claim.article = i;
      claim.span = {begin, article.text.size() - 2};
      claim.sources.push_back({account.origins[i].name, std::nullopt, claim.span});
      claim.values.push_back(
          {{begin, begin + 11}, QuantityValue{k + 2.0, std::nullopt, false, std::nullopt, "people"}});
      claim.values.push_back({{begin, begin + 11}, PlaceValue{0}});
      claim.origin = i;
      claim.point = (account.claims.size() - 1) % account.points.size();
      account.origins[i].claims.push_back(account.claims.size() - 1);
      account.points[claim.point].claims.push_back(account.claims.size() - 1);
    }
  }
  for (Point& point : account.points) {
    point.representative = point.claims.front();
    point.origin_ids = {account.claims[point.representative].origin};
    point.origins = {1, 10, {}};
    point.reporters = {1, 10, {}};
  }
  return account;
}

const Account& account() {
  static const Account large = large_account();
  return large;
}

void as_text(benchmark::State& state, ExportKind kind) {
  account();
  for (auto _ : state) {
    std::size_t bytes = 0;
    Wanted wanted;
    wanted.kind = kind;
    publish(account(), wanted, [&](std::string_view text) { bytes += text.size(); });
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
  }
}

void all_tables(benchmark::State& state) {
  account();
  for (auto _ : state) {
    std::size_t bytes = 0;
    publish_all(account(), Wanted{},
                [&](const std::string&) -> Write { return [&](std::string_view text) { bytes += text.size(); }; });
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
  }
}

void as_file(benchmark::State& state, ExportKind kind) {
  account();
  const auto path = std::filesystem::temp_directory_path() / "hearsay-bench-export";
  for (auto _ : state) {
    std::filesystem::remove(path);
    Wanted wanted;
    wanted.kind = kind;
    publish_as_file(account(), wanted, path.string());
    state.counters["MB"] = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
  }
  std::filesystem::remove(path);
}

BENCHMARK_CAPTURE(as_text, csv, ExportKind::csv)->Unit(benchmark::kMillisecond);
BENCHMARK(all_tables)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(as_file, xlsx, ExportKind::xlsx)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(as_file, sqlite, ExportKind::sqlite)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(as_text, gexf, ExportKind::gexf)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(as_text, webannotation, ExportKind::webannotation)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(as_text, md, ExportKind::md)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hearsay

BENCHMARK_MAIN();
