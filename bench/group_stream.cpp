// Grows a generated stream of articles and prints, at each size, the time and memory that grouping has taken, which
// should be in proportion. Usage: bench_group_stream [ARTICLES [KIND]], 1,000,000 and "mixed" unless told.
//
// Articles are made, not news, from a vocabulary with the frequencies of a language (Zipf), 400 words each:
//   mixed      one in two on an event that others tell too, one in six a copy with a sentence cut
//   alone      500 words each, no two on one event; 47 words in a hundred are common English ones, as in news
//   one-story  different reports of one event
//   identical  one report over and over
// The generator's own time is taken off, and so is the memory of the program's own tables (weights of words, lists).
#include "base/word_lists.h"
#include "group/stories/grouper.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Processor time, so that other work on the machine does not count.
double seconds_used() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double megabytes_in_use() {
  std::ifstream file("/proc/self/statm");
  double pages = 0;
  double resident = 0;
  file >> pages >> resident;
  return resident * 4096 / 1e6;
}

std::string word(unsigned number) {
  std::string letters;
  for (number += 30; number > 0; number /= 60) {
    letters += "bcdfgklmnprstvz"[number % 15];
    letters += "aeio"[number / 15 % 4];
  }
  return letters;
}

class Generator {
 public:
  explicit Generator(std::string_view kind) : kind_(kind) {
    hearsay::read_list("data/common_words.txt", {""}, [this](const hearsay::ListLine& line) {
      common_.insert(common_.end(), line.words.begin(), line.words.end());
    });
  }

  hearsay::Article next() {
    hearsay::Article article;
    article.id = fmt::format("a{}", made_);
    article.outlet = fmt::format("paper{}.example", random_() % 300);
    const auto seconds = std::chrono::seconds(made_ / 6 % 86400);
    article.published = hearsay::Moment{hearsay::Day(std::chrono::days(20000 + made_ / 518400)), seconds};
    if (kind_ == "alone") {
      article.text = write_alone();
    } else if (kind_ == "one-story") {
      article.text = write(0);
    } else if (kind_ == "identical" && made_ > 0) {
      article.text = recent_.front();
    } else if (made_ % 6 == 5 && !recent_.empty()) {
      article.text = recent_[random_() % recent_.size()];
      article.text.erase(article.text.find(". ") + 2, article.text.size() / 5);
    } else {
      article.text = write(made_ % 2 == 0 ? made_ : made_ - 1 - 2 * (random_() % 20));
    }
    remember(article.text);
    ++made_;
    return article;
  }

 private:
  // What is told again.
  void remember(const std::string& text) {
    const std::size_t remembered = kind_ == "mixed" ? 64 : kind_ == "identical" ? 1 : 0;
    if (recent_.size() < remembered)
      recent_.push_back(text);
    else if (kind_ == "mixed")
      recent_[made_ % remembered] = text;
  }

  // An event has twelve words of its own, which its reports use over and over.
  std::string write(std::size_t event) {
    std::string text;
    for (int i = 0; i < 400; ++i) {
      const bool own = random_() % 12 == 0;
      const auto common = static_cast<unsigned>(std::exp(std::uniform_real_distribution(0.0, 11.0)(random_)));
      text += word(own ? 100000 + static_cast<unsigned>(event * 12 + random_() % 12) % 400000 : common);
      text += i % 17 == 16 ? ". " : " ";
    }
    return text;
  }

  std::string write_alone() {
    std::string text;
    for (int i = 0; i < 500; ++i) {
      if (random_() % 100 < 47)
        text += common_[random_() % common_.size()];
      else if (random_() % 6 == 0)
        text += word(100000 + static_cast<unsigned>(made_ * 12 + random_() % 12) % 12000000);
      else
        text += word(static_cast<unsigned>(std::exp(std::uniform_real_distribution(0.0, 11.0)(random_))));
      text += i % 17 == 16 ? ". " : " ";
    }
    return text;
  }

  std::string_view kind_;
  std::vector<std::string> common_;
  std::mt19937 random_{1};
  std::size_t made_ = 0;
  std::vector<std::string> recent_;
};

// Grouping a few articles first brings everything into memory that the program reads once and never changes.
void touch_tables(std::string_view kind) {
  Generator generator(kind);
  hearsay::Grouper grouper({});
  for (int made = 0; made < 4; ++made) grouper.add(generator.next());
  grouper.stories();
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t most = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000000;
  const char* kind = argc > 2 ? argv[2] : "mixed";
  touch_tables(kind);
  Generator generator(kind);
  hearsay::Grouper grouper({});
  const double before = megabytes_in_use();
  double spent = 0;
  std::size_t report_at = 10000;
  std::puts("  articles   seconds  articles/s   megabytes  bytes/article");
  for (std::size_t made = 1; made <= most; ++made) {
    const hearsay::Article article = generator.next();
    const double begun = seconds_used();
    grouper.add(article);
    spent += seconds_used() - begun;
    if (made != report_at && made != most) continue;
    const double megabytes = megabytes_in_use() - before;
    std::fputs(fmt::format("{:>10} {:>9.1f} {:>11.0f} {:>11.0f} {:>14.0f}\n", made, spent,
                           static_cast<double>(made) / spent, megabytes, megabytes * 1e6 / static_cast<double>(made))
                   .c_str(),
               stdout);
    std::fflush(stdout);
    report_at = report_at < 100000 ? report_at * 10 : report_at + 300000;
  }
  const double begun = seconds_used();
  std::size_t stories = grouper.stories().size();
  spent = seconds_used() - begun;
  std::fputs(fmt::format("{} stories told in {:.1f} s\n", stories, spent).c_str(), stdout);
}
