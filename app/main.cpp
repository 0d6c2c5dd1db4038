#include "present/json.h"
#include "run/engine.h"
#include "run/reading.h"

#include <cstdio>
#include <string>
#include <vector>

// A first shape of the command line, enough to measure the stages with; the real one follows.
int main(int argc, char** argv) {
  std::vector<std::string> paths;
  bool tokens = false;
  for (int i = 2; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--tokens")
      tokens = true;
    else if (word == "--format")
      ++i;
    else
      paths.push_back(word);
  }
  const hearsay::Marker marker;
  hearsay::read_articles(
      paths,
      [&](hearsay::Article article) {
        const auto marks = marker.mark(article, hearsay::reference_day(article));
        std::puts(hearsay::to_json(article, marks, tokens).c_str());
      },
      [](const hearsay::Problem& problem) {
        std::fprintf(stderr, "%s: %s\n", problem.where.c_str(), problem.reason.c_str());
      });
}
