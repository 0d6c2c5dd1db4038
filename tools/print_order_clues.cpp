// Prints what the order of points is based on, for tools/fit_order.py: print_order_clues PATH... takes the articles as
// one story and prints a line of JSON: the clues' names, and for each point its values of them and its claims as
// article, begin and end in code points.
#include "base/utf8.h"
#include "narrate/order.h"
#include "run/engine.h"
#include "run/inputs/reading.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace hearsay;

void print(std::vector<Article> articles) {
  const Account account = report(std::move(articles), Marker(), AccountRules(), 1);
  std::vector<CodePointIndex> positions;
  for (const Article& article : account.articles) positions.emplace_back(article.text);
  std::string out = "{\"clues\":[";
  for (std::size_t i = 0; i < order_clue_count; ++i)
    out += fmt::format("{}\"{}\"", i == 0 ? "" : ",", to_text(static_cast<OrderClue>(i)));
  out += "],\"points\":[";
  const std::vector<OrderClues> clues = order_clues(account);
  for (std::size_t p = 0; p < clues.size(); ++p) {
    out += fmt::format("{}{{\"values\":[{:.5f}],\"claims\":[", p == 0 ? "" : ",", fmt::join(clues[p], ","));
    for (const std::size_t c : account.points[p].claims) {
      const Claim& claim = account.claims[c];
      const Span span = positions[claim.article].in_code_points(claim.span);
      out += fmt::format("{}[\"{}\",{},{}]", c == account.points[p].claims.front() ? "" : ",",
                         account.articles[claim.article].id, span.begin, span.end);
    }
    out += "]}";
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
    print(std::move(articles));
  } catch (const std::exception& error) {
    fmt::print(stderr, "print_order_clues: {}\n", error.what());
    return 1;
  }
}
