// How many articles of 500 words are marked a second on one core, and what each stage takes of it.
//
//   bench_marking [ARTICLES]   so many made articles (600 unless told): news in form, not in content (invented_news.h)
//   bench_marking FILE...      the articles of these files, as `hearsay mark` reads them
//   bench_marking --print      the made articles as texts, to look at
//   bench_marking --hard       texts that are hard on purpose, each at half and at full length: the time should double
//
// Stages are timed one after the other over all articles, each with what the stages before it found; the whole is timed
// by itself. Of five rounds the fastest counts. Processor time throughout, so that other work on the machine does not
// count for much.
#include "base/resources.h"
#include "extract/marks.h"
#include "extract/names/gazetteer.h"
#include "extract/names/lists.h"
#include "extract/references/references.h"
#include "extract/times/reference_day.h"
#include "invented_news.h"
#include "present/json/json.h"
#include "run/inputs/reading.h"

#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <initializer_list>
#include <limits>

namespace hearsay {
namespace {

constexpr int rounds = 5;

double seconds_used() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Article> made_articles(std::size_t count) {
  NewsWriter writer;
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(writer.write());
  return articles;
}

std::vector<Article> articles_of(int argc, char** argv) {
  if (argc < 2) return made_articles(600);
  if (const std::size_t count = std::strtoull(argv[1], nullptr, 10)) return made_articles(count);
  std::vector<Article> articles;
  read_articles(
      {argv + 1, argv + argc}, [&](Article article) { articles.push_back(std::move(article)); },
      [](const Problem& problem) { fmt::print(stderr, "{} {}\n", problem.where, problem.reason); });
  return articles;
}

class Clockwork {
 public:
  explicit Clockwork(std::vector<Article> articles) : articles_(std::move(articles)), marks_(articles_.size()) {}

  void print() {
    std::size_t words = 0;
    const double whole = time_whole();
    for (const Marks& marks : marks_) words += marks.dissection.tokens.size();
    const double articles = static_cast<double>(articles_.size());
    fmt::print("{} articles, {:.0f} words with marks each: {:.0f} articles a second without JSON\n\n", articles_.size(),
               static_cast<double>(words) / articles, articles / whole);
    fmt::print("stage                 microseconds an article    share\n");
    const double boundaries = time([&](std::size_t i) { dissect(i, Depth::boundaries); });
    row("sentences and words", boundaries, whole);
    row("tags, lemmas, tree", time([&](std::size_t i) { dissect(i, Depth::tree); }) - boundaries, whole);
    const double references = time([&](std::size_t i) {
      found_ += find_references(text(i), marks_[i].dissection, marks_[i].names, lists_, gazetteer_, synonyms_).size();
    });
    row("names", time([&](std::size_t i) { names_.find(text(i), marks_[i].dissection); }) - references, whole);
    row("references", references, whole);
    row("times", time([&](std::size_t i) { times_.find(text(i), marks_[i].dissection, day(i)); }), whole);
    row("quantities", time([&](std::size_t i) { quantities_.find(text(i), marks_[i].dissection, marks_[i].times); }),
        whole);
    row("attributions",
        time([&](std::size_t i) { attributions_.find(text(i), marks_[i].dissection, marks_[i].names); }), whole);
    const double json = time([&](std::size_t i) { found_ += to_json(articles_[i], marks_[i], false).size(); });
    row("JSON (not in the whole)", json, whole);
    fmt::print("\n{:.0f} articles a second with JSON\n", articles / (whole + json));
  }

 private:
  // As `hearsay mark` does it, some articles together.
  double time_whole() {
    constexpr std::size_t together = 16;
    double least = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
      const double begun = seconds_used();
      for (std::size_t first = 0; first < articles_.size(); first += together) {
        const std::span articles = std::span(articles_).subspan(first, std::min(together, articles_.size() - first));
        std::vector<ReferenceDay> days;
        for (const Article& article : articles) days.push_back(reference_day(article));
        std::vector<Marks> marks = marker_.mark(articles, days);
        std::move(marks.begin(), marks.end(), marks_.begin() + static_cast<std::ptrdiff_t>(first));
      }
      least = std::min(least, seconds_used() - begun);
    }
    return least;
  }

  template <class Work>
  double time(const Work& work) {
    double least = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
      const double begun = seconds_used();
      for (std::size_t i = 0; i < articles_.size(); ++i) work(i);
      least = std::min(least, seconds_used() - begun);
    }
    return least;
  }

  void row(std::string_view stage, double seconds, double whole) const {
    fmt::print("{:<24}{:>20.0f} {:>9.1f} %\n", stage, seconds * 1e6 / static_cast<double>(articles_.size()),
               100 * seconds / whole);
  }

  void dissect(std::size_t i, Depth depth) {
    found_ += grammar_.dissect(text(i), articles_[i].boilerplate, depth).tokens.size();
  }
  std::string_view text(std::size_t i) const { return articles_[i].text; }
  ReferenceDay day(std::size_t i) const { return reference_day(articles_[i]); }

  std::vector<Article> articles_;
  std::vector<Marks> marks_;
  std::size_t found_ = 0;  // so that nothing is left out as unused
  Marker marker_;
  Grammar grammar_;
  NameLists lists_;
  Gazetteer gazetteer_{resource("models/gazetteer.bin")};
  RoleSynonyms synonyms_;
  NameFinder names_;
  TimeFinder times_;
  QuantityFinder quantities_;
  AttributionFinder attributions_;
};

// Texts as nobody writes them, of about so many words.
struct HardText {
  std::string_view name;
  std::size_t words;
  std::string (*make)(std::size_t words);
};

std::string repeated(std::size_t times, std::initializer_list<std::string_view> parts) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += *(parts.begin() + i % parts.size());
  return text;
}

constexpr HardText hard_texts[] = {
    {"quotation marks alone", 100000, [](std::size_t n) { return repeated(n, {"\""}); }},
    {"quotation marks and blanks", 100000,
     [](std::size_t n) {
       return repeated(n, {"\" ", "\u201c ", "\u201d "});
     }},
    {"quotation marks around words", 100000,
     [](std::size_t n) {
       return repeated(n, {"\"Yes,\" ", "he ", "said. ", "\" "});
     }},
    {"numbers alone", 100000,
     [](std::size_t n) {
       return repeated(n, {"12 ", "3,400 ", "5.6 ", "2019 ", "77% "});
     }},
    {"numbers in words", 100000,
     [](std::size_t n) {
       return repeated(n, {"twenty ", "million ", "three ", "and "});
     }},
    {"days alone", 100000,
     [](std::size_t n) {
       return repeated(n, {"Monday ", "May ", "3 ", "last ", "year "});
     }},
    {"names alone", 100000,
     [](std::size_t n) {
       return repeated(n, {"Mara ", "Lindqvist ", "of ", "Varn "});
     }},
    {"one sentence", 100000,
     [](std::size_t n) {
       return repeated(n, {"the ", "old ", "bridge ", "that ", "she ", "said ", "and "});
     }},
    {"cues alone", 100000,
     [](std::size_t n) {
       return repeated(n, {"said ", "that ", "claims ", "told "});
     }},
    {"one word", 1000000, [](std::size_t n) { return std::string(n, 'a'); }},
    {"blank lines", 1000000,
     [](std::size_t n) {
       return repeated(n, {"A", "\n\n"});
     }},
    {"news, 10 MB", 1700000,
     [](std::size_t n) {
       NewsWriter writer;
       std::string text;
       for (std::size_t i = 0; i < n / 500; ++i) text += writer.write().text + "\n\n";
       return text;
     }},
};

// The most memory that the program has had so far.
double most_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print_hard() {
  const Marker marker;
  fmt::print("text                               MB   seconds, half and whole   most MB so far\n");
  for (const HardText& hard : hard_texts) {
    double seconds[2] = {};
    Article article;
    for (const std::size_t part : {2, 1}) {
      article.text = hard.make(hard.words / part);
      const double begun = seconds_used();
      marker.mark(article, reference_day(article));
      seconds[part == 1] = seconds_used() - begun;
    }
    fmt::print("{:<30} {:>6.1f} {:>12.2f} {:>12.2f} {:>16.0f}\n", hard.name,
               static_cast<double>(article.text.size()) / 1e6, seconds[0], seconds[1], most_megabytes());
  }
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--print") {
    for (const auto& article : hearsay::made_articles(3)) fmt::print("{}\n\n", article.text);
    return 0;
  }
  if (argc > 1 && std::string_view(argv[1]) == "--hard") {
    hearsay::print_hard();
    return 0;
  }
  hearsay::Clockwork(hearsay::articles_of(argc, argv)).print();
}
