// Prints what the likeness of claims rests on, for fitting data/points.txt: print_clues PATH... takes the articles as
// one story and prints a line of JSON: its claims with their spans in code points, and for each pair of claims that
// shares a word the clues in the order of the enumeration.
#include "base/utf8.h"
#include "itemise/claims.h"
#include "match/likeness.h"
#include "run/engine.h"
#include "run/reading.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

using namespace hearsay;

void print(const std::vector<Article>& articles) {
  const Marker marker;
  const std::vector<Marks> marks = mark_all(articles, marker, true, 1);
  const Entities entities = join_names(articles, marks);
  const ClaimRules rules;
  const Meaning meaning;
  std::vector<FoundClaim> claims;
  std::string out = "{\"claims\":[";
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const CodePointIndex index(articles[a].text);
    for (FoundClaim& found : find_claims(articles[a], a, marks[a], entities, rules)) {
      const Span span = index.in_code_points(found.claim.span);
      out += fmt::format("{}[\"{}\",{},{}]", claims.empty() ? "" : ",", articles[a].id, span.begin, span.end);
      claims.push_back(std::move(found));
    }
  }
  out += "],\"clues\":[";
  for (std::size_t i = 0; i < clue_count; ++i)
    out += fmt::format("{}\"{}\"", i == 0 ? "" : ",", to_text(static_cast<Clue>(i)));
  out += "],\"pairs\":[";
  const auto profiles = profile_claims(articles, marks, claims, rules.happenings, meaning);
  bool first = true;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    for (std::size_t j = i + 1; j < profiles.size(); ++j) {
      const Clues clues = compare(profiles[i], profiles[j]);
      if (clues[0] == 0 && clues[static_cast<std::size_t>(Clue::happening)] == 0) continue;
      out += fmt::format("{}[{},{}", first ? "" : ",", i, j);
      for (const float clue : clues) out += fmt::format(",{:.4f}", clue);
      out += ']';
      first = false;
    }
  }
  std::puts((out + "]}").c_str());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::vector<Article> articles;
    read_articles(
        {argv + 1, argv + argc}, [&](Article article) { articles.push_back(std::move(article)); },
        [](const Problem& problem) { fmt::print(stderr, "{}: {}\n", problem.where, problem.reason); });
    print(articles);
  } catch (const std::exception& error) {
    fmt::print(stderr, "print_clues: {}\n", error.what());
    return 1;
  }
}
