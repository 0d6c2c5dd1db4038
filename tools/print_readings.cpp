// Prints what the reading of claims is based on, for tools/fit_reading.py. All ways take the articles as one story and
// print lines of JSON, the first of which names the clues; spans are in code points.
//   print_readings claims PATH...  a line a claim: article, span, for each possible speaker the chain (the names each
//                                  link goes by), the clues to him and the clues to the stance if it is he
//   print_readings facts PATH...   a line an article: the clauses, and each possible fact with its clues
//   print_readings asides PATH...  a line an article: each sentence that may be no part of it, with its clues
#include "base/utf8.h"
#include "extract/times/reference_day.h"
#include "identify/entities.h"
#include "itemise/propositions/asides.h"
#include "itemise/reading.h"
#include "itemise/words/article_words.h"
#include "run/inputs/reading.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

using namespace hearsay;
using nlohmann::json;

json names_of(const Source& source, const Entities& entities) {
  json names = json::array({source.name});
  if (source.entity) {
    names.push_back(entities.all[*source.entity].name);
    for (const std::string& variant : entities.all[*source.entity].variants) names.push_back(variant);
  }
  return names;
}

json row_of(const DraftClaim& draft, std::span<const PossibleSpeaker> speakers, const Article& article,
            const Marks& marks, const CodePointIndex& index, const Entities& entities, const ClaimRules& rules) {
  const Span span = index.in_code_points(draft.claim.span);
  const Tree tree(marks.dissection);
  json row = {{"article", article.id}, {"begin", span.begin}, {"end", span.end}, {"speakers", json::array()}};
  for (const PossibleSpeaker& speaker : speakers) {
    json chain = json::array();
    for (const Source& source : speaker.chain) chain.push_back(names_of(source, entities));
    Claim claim = draft.claim;
    if (!speaker.is_by_rules(claim)) {
      claim.sources = speaker.chain;
      claim.cue = speaker.cue;
    }
    const StanceClues stance =
        stance_clues(claim, draft.proposition, draft.quoted, article.text, marks, tree, rules.stances);
    json own = nullptr;
    if (!speaker.chain.empty()) {
      const Span words = index.in_code_points(speaker.chain.back().span);
      own = {words.begin, words.end};
    }
    row["speakers"].push_back({{"chain", chain}, {"span", own}, {"clues", speaker.clues}, {"stance_clues", stance}});
  }
  return row;
}

void print_claims(const std::vector<Article>& articles, const std::vector<Marks>& marks, const ClaimRules& rules) {
  const Entities entities = join_names(articles, marks);
  std::puts(json{{"speaker_clues", speaker_clue_names()}, {"stance_clues", stance_clue_names()}}.dump().c_str());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const CodePointIndex index(articles[a].text);
    watch_claims(articles[a], a, marks[a], entities, rules,
                 [&](const DraftClaim& draft, std::span<const PossibleSpeaker> speakers) {
                   std::puts(row_of(draft, speakers, articles[a], marks[a], index, entities, rules).dump().c_str());
                 });
  }
}

void print_facts(const std::vector<Article>& articles, const std::vector<Marks>& marks, const ClaimRules& rules) {
  std::puts(json{{"fact_clues", fact_clue_names()}}.dump().c_str());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const CodePointIndex index(articles[a].text);
    const Tree tree(marks[a].dissection);
    std::vector<Proposition> clauses = find_propositions(marks[a], tree, rules.reporting);
    std::erase_if(clauses, [&](const Proposition& p) { return is_mostly_boilerplate(articles[a], p.span); });
    json row = {{"article", articles[a].id}, {"clauses", json::array()}, {"facts", json::array()}};
    const auto bounds = [&](const Proposition& p) {
      const Span span = index.in_code_points(p.span);
      return json::array({span.begin, span.end});
    };
    for (const Proposition& clause : clauses) row["clauses"].push_back(bounds(clause));
    for (const PossibleFact& fact : find_possible_facts(articles[a], marks[a], tree, clauses))
      row["facts"].push_back({bounds(fact.proposition), fact.clues});
    std::puts(row.dump().c_str());
  }
}

void print_asides(const std::vector<Article>& articles, const std::vector<Marks>& marks) {
  const Asides asides;
  std::puts(json{{"aside_clues", aside_clue_names()}}.dump().c_str());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const CodePointIndex index(articles[a].text);
    json row = {{"article", articles[a].id}, {"sentences", json::array()}};
    for (const PossibleAside& aside : asides.possible(articles[a], marks[a])) {
      const Span span = index.in_code_points(aside.span);
      row["sentences"].push_back({json::array({span.begin, span.end}), aside.clues});
    }
    std::puts(row.dump().c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (argc < 3 || (what != "claims" && what != "facts" && what != "asides")) {
    fmt::print(stderr, "usage: print_readings claims|facts|asides PATH...\n");
    return 2;
  }
  try {
    std::vector<Article> articles;
    read_articles(
        {argv + 2, argv + argc}, [&](Article article) { articles.push_back(std::move(article)); },
        [](const Problem& problem) { fmt::print(stderr, "{}: {}\n", problem.where, problem.reason); });
    const Marker marker;
    std::vector<Marks> marks;
    for (const Article& article : articles) marks.push_back(marker.mark(article, reference_day(article)));
    if (what == "asides") {
      print_asides(articles, marks);
      return 0;
    }
    const Asides asides;
    for (std::size_t a = 0; a < articles.size(); ++a) asides.leave_out(articles[a], marks[a]);
    const ClaimRules rules;
    if (what == "claims") print_claims(articles, marks, rules);
    if (what == "facts") print_facts(articles, marks, rules);
  } catch (const std::exception& error) {
    fmt::print(stderr, "print_readings: {}\n", error.what());
    return 1;
  }
}
