#include "measure/measure.h"

#include "dissect/trees/tree.h"
#include "measure/context.h"
#include "measure/disagreements/disagreements.h"
#include "measure/origins/agreement.h"
#include "measure/origins/origins.h"
#include "measure/origins/support.h"
#include "measure/representative.h"
#include "measure/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

std::vector<Tree> trees_of(const StoryContext& story) {
  std::vector<Tree> trees;
  trees.reserve(story.marks.size());
  for (const Marks& marks : story.marks) trees.emplace_back(marks.dissection);
  return trees;
}

// A government's capital does its government's deeds.
std::vector<std::optional<Deed>> deeds_of(const StoryContext& story, const std::vector<Tree>& trees) {
  std::vector<std::optional<Deed>> deeds;
  for (const FoundClaim& found : story.matched.claims) {
    const std::size_t article = found.claim.article;
    auto deed = deed_of(found, story.articles[article].text, story.marks[article], trees[article],
                        story.names.entities.of_named[article], story.deeds);
    if (deed && deed->entity) deed->entity = standing_for(story.names.seats, *deed->entity);
    deeds.push_back(std::move(deed));
  }
  return deeds;
}

// Who denies what another asserts surely speaks of the same.
void note_rivals(std::span<const std::size_t> claims, const std::vector<Disagreement>& disagreements,
                 std::vector<bool>& sure) {
  for (const Disagreement& d : disagreements) {
    if (d.kind != DisagreementKind::polarity) continue;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (std::find(d.claims.begin(), d.claims.end(), claims[i]) != d.claims.end()) sure[i] = true;
    }
  }
}

Point measure_point(std::vector<std::size_t> claims, const Evidence& evidence) {
  Point point;
  point.representative = representative_of(claims, evidence);
  point.reads_alone = reads_alone(evidence.profile(point.representative).assertion,
                                  evidence.words_of(point.representative, evidence.profile(point.representative).span));
  point.disagreements = find_disagreements(claims, evidence);
  std::vector<bool> sure = surely_agree(claims, point.representative, evidence);
  note_rivals(claims, point.disagreements, sure);
  Support support = weigh_support(claims, sure, point.disagreements, evidence);
  point.origins = std::move(support.bracket);
  point.origin_ids = std::move(support.origins);
  point.reporters = std::move(support.reporters);
  point.claims = std::move(claims);
  point.one_article = std::all_of(point.claims.begin(), point.claims.end(), [&](std::size_t c) {
    return evidence.claims[c].article == evidence.claims[point.claims.front()].article;
  });
  point.one_origin = point.origin_ids.size() == 1;
  point.standing = standing_of(point, evidence.claims);
  return point;
}

std::string in_text(const Bracket& bracket) {
  return bracket.min == bracket.max ? fmt::format("{}", bracket.min) : fmt::format("{}-{}", bracket.min, bracket.max);
}

}  // namespace

MeasuredStory measure(const StoryContext& story) {
  MeasuredStory measured;
  const std::vector<Tree> trees = trees_of(story);
  for (const FoundClaim& found : story.matched.claims) {
    measured.claims.push_back(found.claim);
    Claim& claim = measured.claims.back();
    const Assertion& assertion = story.profile(measured.claims.size() - 1).assertion;
    claim.context = context_of(found, assertion, story.articles[claim.article].text,
                               story.marks[claim.article].dissection, trees[claim.article]);
  }
  measured.origins = trace_origins(story.articles, story.names.entities.all, measured.claims);
  const auto deeds = deeds_of(story, trees);
  const Evidence evidence{story, measured.claims, deeds, measured.origins};
  for (const auto& claims : story.matched.points) measured.points.push_back(measure_point(claims, evidence));
  return measured;
}

std::string to_text(const MeasuredStory& measured, const StoryContext& story) {
  std::string text;
  for (const Point& point : measured.points) {
    text += fmt::format("{}, {} origins, {} reporters", to_text(point.standing), in_text(point.origins),
                        in_text(point.reporters));
    for (const std::size_t origin : point.origin_ids) text += fmt::format(" [{}]", measured.origins[origin].name);
    for (const std::string& why : point.origins.why) text += fmt::format(" ({})", why);
    text += '\n';
    for (const Disagreement& d : point.disagreements)
      text += fmt::format("  {} {}: {}\n", to_text(d.kind), to_text(d.relation), d.why);
    for (const std::size_t c : point.claims) {
      const Claim& claim = measured.claims[c];
      text += fmt::format("  {} {}: {}\n", story.articles[claim.article].id, to_text(claim.stance),
                          story.words_of(c, claim.span));
    }
  }
  return text;
}

}  // namespace hearsay
