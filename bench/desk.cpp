// Grows the store of a desk and prints, at each size, what an article takes and what readers wait for.
// Usage: bench_desk [ARTICLES [ACCOUNTS]], 20,000 and 40 unless told. Articles are invented, some 590 words each, no
// two on one event. ACCOUNTS of the last ones get accounts, which are measured separately: making one is mostly
// marking, which bench_marking measures. What an article takes is processor time; questions are timed by the wall
// clock, and the median of 100 is printed.
#include "run/desk.h"
#include "invented_news.h"
#include "persist/articles.h"
#include "persist/stories.h"
#include "run/engine.h"
#include "run/stored_story.h"
#include "serve/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace hearsay;

double now_in_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double used_in_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median_ms(const std::function<void(std::size_t)>& question) {
  std::vector<double> times;
  for (std::size_t i = 0; i < 100; ++i) {
    const double begun = now_in_ms();
    question(i);
    times.push_back(now_in_ms() - begun);
  }
  std::nth_element(times.begin(), times.begin() + 50, times.end());
  return times[50];
}

double kilobytes(const std::string& path) { return static_cast<double>(std::filesystem::file_size(path)) / 1000; }

void measure(std::size_t articles, std::size_t accounts) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("bench-desk-{}", std::rand());
  std::filesystem::create_directory(folder);
  const std::string path = (folder / "desk.db").string();
  NewsWriter writer;
  {
    Store store(path);
    Desk desk(store);
    fmt::print("{:>9} {:>12} {:>11} {:>10} {:>10}\n", "articles", "ms each", "KB each", "list ms", "search ms");
    double spent = 0;
    std::size_t since = 0;
    for (std::size_t number = 1, next = 1250; number <= articles; ++number) {
      Article article = writer.write();
      article.id = fmt::format("a{}", number);
      article.location = fmt::format("https://paper{}.example/{}", number % 300, number);
      article.outlet = fmt::format("paper{}.example", number % 300);
      const double begun = used_in_ms();
      desk.take(std::move(article));
      if (number % 64 == 0) desk.commit();
      spent += used_in_ms() - begun;
      ++since;
      if (number != next && number != articles) continue;
      desk.commit();
      store.sql().run("PRAGMA wal_checkpoint(TRUNCATE)");
      const StoreReader reader(path);
      const auto ask = [&](const char* question, std::map<std::string, std::string> asked) {
        return median_ms([&](std::size_t) { answer({question, asked, "", "GET", ""}, reader); });
      };
      fmt::print("{:>9} {:>12.3f} {:>11.2f} {:>10.2f} {:>10.2f}\n", number, spent / static_cast<double>(since),
                 kilobytes(path) / static_cast<double>(number), ask("/api/stories", {}),
                 ask("/api/stories", {{"search", "opposition statement"}}));
      std::fflush(stdout);
      spent = 0;
      since = 0;
      next *= 2;
    }
    const double before = kilobytes(path), begun = now_in_ms();
    desk.finish();
    store.sql().run("PRAGMA wal_checkpoint(TRUNCATE)");
    fmt::print("the state of the grouping: {:.2f} KB an article more, {:.0f} ms once\n",
               (kilobytes(path) - before) / static_cast<double>(articles), now_in_ms() - begun);
  }
  const double begun = now_in_ms();
  Store store(path);
  const Desk desk(store);
  fmt::print("going on from it: {:.0f} ms\n", now_in_ms() - begun);
  const double before = kilobytes(path);
  const Marker marker;
  const AccountRules rules;
  std::vector<std::size_t> stories = untold_stories(store);
  stories.resize(std::min(stories.size(), accounts));
  for (const std::size_t story : stories) tell_story(store, story, marker, rules, 1, 0);
  store.sql().run("PRAGMA wal_checkpoint(TRUNCATE)");
  std::size_t told = 0;
  for (const std::size_t story : stories) told += versions_of_story(store, story).size();
  fmt::print("accounts: {:.2f} KB an article, over {}\n", (kilobytes(path) - before) / static_cast<double>(told), told);
  const auto ask = [&](const char* where) {
    return median_ms([&](std::size_t i) {
      answer({where + id_of_story(store, stories[i % stories.size()]), {}, "", "GET", ""}, store);
    });
  };
  fmt::print("an account as JSON: {:.2f} ms; a story's page: {:.2f} ms\n", ask("/api/stories/"), ask("/stories/"));
  std::filesystem::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int place, std::size_t usual) {
    return argc > place ? static_cast<std::size_t>(std::atoll(argv[place])) : usual;
  };
  measure(number(1, 20'000), number(2, 40));
}
