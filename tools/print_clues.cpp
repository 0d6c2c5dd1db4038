// Prints what the judgement of two claims is based on, for tools/fit_points.py: print_clues PATH... takes the articles
// as one story and prints a line of JSON: its claims with their spans in code points, and for each pair of claims that
// the program would compare the clues in the order of the enumeration.
#include "base/resources.h"
#include "base/utf8.h"
#include "itemise/claims.h"
#include "itemise/propositions/asides.h"
#include "match/candidates.h"
#include "match/nearest.h"
#include "match/pair_clues.h"
#include "run/engine.h"
#include "run/inputs/reading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace hearsay;

void print(std::vector<Article> articles) {
  const Marker marker;
  const std::vector<Marks> marks = mark_all(articles, marker, true, 1);
  const Asides asides;
  for (std::size_t a = 0; a < articles.size(); ++a) asides.leave_out(articles[a], marks[a]);
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
  out += fmt::format("],\"clues\":[\"{}\"],\"pairs\":[", fmt::join(pair_clue_names(), "\",\""));
  auto profiles = profile_claims(articles, marks, claims, rules.happenings, meaning);
  note_nearest(profiles);
  bool first = true;
  for_candidates(profiles, [&](std::size_t a, std::size_t b) {
    out +=
        fmt::format("{}[{},{},{}]", first ? "" : ",", a, b, fmt::join(pair_clues(profiles[a], profiles[b]).all(), ","));
    first = false;
  });
  std::puts((out + "]}").c_str());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::vector<Article> articles;
    read_articles(
        {argv + 1, argv + argc}, [&](Article article) { articles.push_back(std::move(article)); },
        [](const Problem& problem) { fmt::print(stderr, "{}: {}\n", problem.where, problem.reason); });
    print(std::move(articles));
  } catch (const std::exception& error) {
    fmt::print(stderr, "print_clues: {}\n", error.what());
    return 1;
  }
}
