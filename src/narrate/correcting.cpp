// A correction names its article by id and its claim by words. The words are looked for in the article as it is today,
// and the claim that covers them best is taken, so that a claim cut a little otherwise is still found. What cannot be
// found is reported, and nothing is guessed.
#include "narrate/correcting.h"

#include "base/folding.h"
#include "narrate/found_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hearsay {

namespace {

constexpr std::size_t most_places = 50;  // that one passage is looked for at
constexpr double least_agreement = 0.5;  // between the words given and the claim's, as a Dice coefficient of bytes

double agreement(Span a, Span b) {
  const std::size_t sizes = a.size() + b.size();
  return sizes == 0 ? 0 : 2.0 * static_cast<double>(intersection(a, b).size()) / static_cast<double>(sizes);
}

bool joins(const Copy& copy, std::size_t a, std::size_t b) {
  return (copy.from == a && copy.to == b) || (copy.from == b && copy.to == a);
}

// Boilerplate stays in text order and without overlaps: what the passage touches becomes one with it.
void add_boilerplate(std::vector<Boilerplate>& parts, Span passage) {
  Boilerplate added{passage, "left out by a correction"};
  for (const Boilerplate& part : parts) {
    if (part.span.overlaps(passage)) added.span = hull(added.span, part.span);
  }
  std::erase_if(parts, [&](const Boilerplate& part) { return added.span.contains(part.span); });
  parts.insert(std::upper_bound(parts.begin(), parts.end(), added,
                                [](const Boilerplate& a, const Boilerplate& b) { return a.span < b.span; }),
               std::move(added));
}

std::optional<std::size_t> entity_called(const Entities& entities, const std::string& name) {
  const std::string folded = fold(name);
  const auto called = [&](const std::string& other) { return fold(other) == folded; };
  const auto found = std::find_if(entities.all.begin(), entities.all.end(), [&](const Entity& entity) {
    return called(entity.name) || std::any_of(entity.variants.begin(), entity.variants.end(), called);
  });
  if (found == entities.all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - entities.all.begin());
}

// Separates the mentions that are written like `variant` from a named thing of this article that has other forms too.
void part_variant(Names& names, std::string_view text, const std::string& folded) {
  const std::size_t count = names.named.size();
  std::vector<std::optional<std::uint32_t>> parted(count);
  for (Mention& mention : names.mentions) {
    const std::string form(words_at(text, mention.span));
    if (mention.named >= count || fold(form) != folded || fold(names.named[mention.named].name) == folded) continue;
    auto& number = parted[mention.named];
    if (!number) {
      number = static_cast<std::uint32_t>(names.named.size());
      Named& whole = names.named[mention.named];
      std::erase_if(whole.variants, [&](const std::string& variant) { return fold(variant) == folded; });
      names.named.push_back({form, mention.kind, {}});
    }
    mention.named = *number;
  }
}

}  // namespace

Corrector::Corrector(std::span<const Correction> corrections) : corrections_(corrections) {
  for (const Correction& c : corrections) outcomes_.push_back({c.line, c.text, c.problem.empty(), false, c.problem});
}

bool Corrector::has(CorrectionKind kind) const {
  return std::any_of(corrections_.begin(), corrections_.end(), [&](const Correction& c) { return c.kind == kind; });
}

void Corrector::apply(std::size_t correction, std::string what) {
  outcomes_[correction].applied = true;
  outcomes_[correction].why = std::move(what);
}

void Corrector::reject(std::size_t correction, std::string why) { outcomes_[correction].why = std::move(why); }

std::optional<std::size_t> Corrector::article_called(std::size_t correction, const std::string& id,
                                                     std::span<const Article> articles) {
  const auto called = [&](const Article& article) { return article.id == id; };
  const auto found = std::find_if(articles.begin(), articles.end(), called);
  if (found == articles.end()) {
    reject(correction, fmt::format("no article has the id \"{}\"", id));
    return std::nullopt;
  }
  if (std::find_if(found + 1, articles.end(), called) != articles.end()) {
    reject(correction, fmt::format("two articles have the id \"{}\"", id));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - articles.begin());
}

void Corrector::ignore_passages(std::vector<Article>& articles) {
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    if (corrections_[c].kind != CorrectionKind::ignore) continue;
    const WordsIn& where = corrections_[c].first;
    const auto article = article_called(c, where.article, articles);
    if (!article) continue;
    const auto places = find_words(articles[*article].text, where.words, most_places);
    for (const Span place : places) add_boilerplate(articles[*article].boilerplate, place);
    if (places.empty())
      reject(c, fmt::format("these words do not occur in {}", where.article));
    else
      apply(c, places.size() == 1 ? "left out" : fmt::format("left out in {} places", places.size()));
  }
}

void Corrector::correct_copies(std::span<const Article> articles, std::vector<Copy>& copies) {
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    const Correction& correction = corrections_[c];
    const bool is_copy = correction.kind == CorrectionKind::copy;
    if (!is_copy && correction.kind != CorrectionKind::no_copy) continue;
    const auto to = article_called(c, correction.first.article, articles);
    const auto from = to ? article_called(c, correction.second.article, articles) : std::nullopt;
    if (!from) continue;
    if (*from == *to) {
      reject(c, "an article cannot be a copy of itself");
      continue;
    }
    const auto known = std::find_if(copies.begin(), copies.end(), [&](const Copy& x) { return joins(x, *from, *to); });
    const bool found = known != copies.end();
    if (!is_copy) {
      if (found)
        apply(c, "no longer treated as a copy");
      else
        reject(c, "no copy was found between the two");
      std::erase_if(copies, [&](const Copy& x) { return joins(x, *from, *to); });
      continue;
    }
    const bool turned = found && known->from != *from;
    if (found && !turned) {
      known->kind = CopyKind::copy;
      known->direction_known = true;
      known->why += "; a correction says that it is a copy";
      apply(c, "was already found to share text");
      continue;
    }
    // In the other direction the passages would have to be found again; the reader's word stands without them.
    if (found) copies.erase(known);
    Copy made;
    made.from = *from;
    made.to = *to;
    made.direction_known = true;
    made.why = "a correction says that it is a copy";
    copies.insert(std::upper_bound(
                      copies.begin(), copies.end(), made,
                      [](const Copy& a, const Copy& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); }),
                  std::move(made));
    apply(c, turned ? "direction reversed" : "treated as a copy");
  }
}

void Corrector::part_names(std::span<const Article> articles, std::vector<Marks>& marks) const {
  for (const Correction& correction : corrections_) {
    if (correction.kind != CorrectionKind::two_names) continue;
    const std::string first = fold(correction.first.words);
    const std::string second = fold(correction.second.words);
    for (std::size_t a = 0; a < marks.size(); ++a) {
      part_variant(marks[a].names, articles[a].text, first);
      part_variant(marks[a].names, articles[a].text, second);
    }
  }
}

std::vector<NameRule> Corrector::name_rules() const {
  std::vector<NameRule> rules;
  for (const Correction& c : corrections_) {
    if (c.kind != CorrectionKind::one_name && c.kind != CorrectionKind::two_names) continue;
    rules.push_back({c.first.words, c.second.words, c.kind == CorrectionKind::one_name});
  }
  return rules;
}

void Corrector::note_names(const std::vector<std::string>& unfit) {
  std::size_t rule = 0;
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    const bool one = corrections_[c].kind == CorrectionKind::one_name;
    if (!one && corrections_[c].kind != CorrectionKind::two_names) continue;
    const std::string& reason = unfit[rule++];
    if (reason.empty())
      apply(c, one ? "treated as one name" : "treated as two names");
    else
      reject(c, reason);
  }
}

std::optional<std::size_t> Corrector::claim_at(std::size_t correction, const WordsIn& where,
                                               std::span<const Article> articles,
                                               const std::vector<FoundClaim>& claims) {
  const auto article = article_called(correction, where.article, articles);
  if (!article) return std::nullopt;
  const auto places = find_words(articles[*article].text, where.words, most_places);
  std::optional<std::size_t> best;
  double best_agreement = least_agreement;
  for (std::size_t c = 0; c < claims.size(); ++c) {
    if (claims[c].claim.article != *article) continue;
    for (const Span place : places) {
      const double now = agreement(place, claims[c].claim.span);
      if (now < best_agreement || (best && now == best_agreement)) continue;
      best = c;
      best_agreement = now;
    }
  }
  if (places.empty())
    reject(correction, fmt::format("these words do not occur in {}: \"{}\"", where.article, where.words));
  else if (!best)
    reject(correction, fmt::format("no claim was found in these words of {}: \"{}\"", where.article, where.words));
  return best;
}

namespace {

// What stands in a claim, or around it, on the word of the same speaker: corrected with it.
bool is_of_one_saying(const Claim& claim, const Claim& corrected) {
  const auto speaker = [](const Claim& c) { return c.sources.empty() ? std::string() : c.sources.back().name; };
  return claim.article == corrected.article && speaker(claim) == speaker(corrected) &&
         (claim.span.contains(corrected.span) || corrected.span.contains(claim.span));
}

void set_speaker(Claim& claim, const std::string& name, std::span<const Article> articles, const Entities& entities) {
  const auto entity = entity_called(entities, name);
  const auto named = find_words(articles[claim.article].text, name, 1);
  const Span words = named.empty() ? Span{claim.span.begin, claim.span.begin} : named.front();
  if (!claim.sources.empty()) claim.sources.pop_back();
  claim.sources.push_back({entity ? entities.all[*entity].name : name, entity, words});
}

}  // namespace

void Corrector::correct_sources(std::span<const Article> articles, const Entities& entities,
                                std::vector<FoundClaim>& claims) {
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    const Correction& correction = corrections_[c];
    const bool own = correction.kind == CorrectionKind::own_voice;
    if (!own && correction.kind != CorrectionKind::said_by) continue;
    const auto number = claim_at(c, correction.first, articles, claims);
    if (!number) continue;
    apply(c, own ? "now in the outlet's own voice" : "its speaker was changed");
    const Claim corrected = claims[*number].claim;
    for (FoundClaim& found : claims) {
      if (!is_of_one_saying(found.claim, corrected)) continue;
      if (own) {
        found.claim.sources.clear();
      } else {
        set_speaker(found.claim, correction.second.words, articles, entities);
      }
    }
  }
}

void Corrector::correct_points(std::span<const Article> articles, MatchedClaims& matched) {
  std::vector<std::size_t> point_of(matched.claims.size(), 0);
  for (std::size_t p = 0; p < matched.points.size(); ++p) {
    for (const std::size_t claim : matched.points[p]) point_of[claim] = p;
  }
  std::size_t points = matched.points.size();
  for (std::size_t c = 0; c < corrections_.size(); ++c) {
    const Correction& correction = corrections_[c];
    const bool apart = correction.kind == CorrectionKind::apart;
    if (!apart && correction.kind != CorrectionKind::belongs) continue;
    const auto claim = claim_at(c, correction.first, articles, matched.claims);
    if (!claim) continue;
    if (apart) {
      point_of[*claim] = points++;
      apply(c, "now a point of its own");
    } else if (const auto other = claim_at(c, correction.second, articles, matched.claims)) {
      apply(c, point_of[*claim] == point_of[*other] ? "was already on that point" : "moved to that point");
      point_of[*claim] = point_of[*other];
    } else {
      continue;
    }
    matched.placed[*claim] = true;
  }
  std::vector<std::vector<std::size_t>> sorted(points);
  for (std::size_t claim = 0; claim < point_of.size(); ++claim) sorted[point_of[claim]].push_back(claim);
  std::erase_if(sorted, [](const auto& point) { return point.empty(); });
  std::sort(sorted.begin(), sorted.end());
  matched.points = std::move(sorted);
}

}  // namespace hearsay
