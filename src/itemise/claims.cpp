// A claim is a proposition with what hangs on it: the chain of who says it, the stance its words give, the quantities
// and dates that stand in it, and the places of its act.
#include "itemise/claims.h"

#include "dissect/dateline.h"
#include "dissect/tree.h"
#include "itemise/claim_values.h"
#include "itemise/places.h"
#include "itemise/quotations.h"
#include "itemise/sources.h"

#include <algorithm>
#include <iterator>

namespace hearsay {

namespace {

bool is_boilerplate(const Article& article, Span words) {
  return std::any_of(article.boilerplate.begin(), article.boilerplate.end(),
                     [&](const Boilerplate& part) { return intersection(part.span, words).size() * 2 > words.size(); });
}

bool is_in_one_of(const std::vector<Span>& spans, Span words) {
  return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.contains(words); });
}

// "neither confirmed nor denied", "has not yet commented": what turns a cue round stands just before it.
std::span<const Token> with_words_before(const std::vector<Token>& all, std::span<const Token> cue) {
  constexpr std::ptrdiff_t farthest = 3;
  if (cue.empty()) return cue;
  const Token* begin = cue.data();
  while (begin != all.data() && cue.data() - begin < farthest && (begin - 1)->tag != Tag::PUNCT) --begin;
  return {begin, cue.data() + cue.size()};
}

// ", which sank in May,": what a relative clause behind a comma adds to words that are reported, and not quoted, is the
// outlet's own knowledge more often than the speaker's.
bool is_aside(const Proposition& proposition, std::optional<std::uint32_t> said_in, const Marks& marks) {
  if (!said_in || marks.attributions[*said_in].kind != AttributionKind::indirect) return false;
  const auto& tokens = marks.dissection.tokens;
  if (tokens[proposition.head].relation != Relation::acl_relcl) return false;
  const auto words = tokens_in(tokens, proposition.span);
  if (words.empty() || words.front().tag == Tag::NUM) return false;  // "20 men, four of whom swam": he goes on counting
  return words.data() != tokens.data() && (words.data() - 1)->tag == Tag::PUNCT;
}

}  // namespace

std::vector<FoundClaim> find_claims(const Article& article, std::size_t number, const Marks& marks,
                                    const Entities& entities, const ClaimRules& rules) {
  std::vector<FoundClaim> found;
  const Tree tree(marks.dissection);
  const Quotations quotations(article, marks);
  const std::vector<Span> datelines = find_datelines(article.text);
  for (const Proposition& proposition : find_propositions(marks, tree, rules.reporting)) {
    if (is_boilerplate(article, proposition.span) || is_in_one_of(datelines, proposition.span)) continue;
    Claim claim;
    claim.article = number;
    claim.span = proposition.span;
    std::span<const Token> cue;
    auto said_in = proposition.attribution;
    const bool is_quoted = quotations.holds(claim.span.begin);
    const auto chain = [&](std::uint32_t attribution) {
      return source_chain(article, marks, tree, attribution, entities.of_named[number], entities.all, rules.agencies);
    };
    const auto named = [&](Span name) {
      return std::vector{source_named(article, marks, tree, name, entities.of_named[number], entities.all)};
    };
    if (!said_in && is_quoted) {
      if (const auto speaker = quotations.speaker_at(claim.span.begin)) {
        said_in = speaker->attribution;
        if (!said_in) claim.sources = named(speaker->name);
      }
    }
    if (said_in) {
      const Attribution& attribution = marks.attributions[*said_in];
      claim.sources = chain(*said_in);
      if (claim.sources.empty() && is_quoted) {
        // "..., adding: '...'": whoever spoke before.
        const auto before = quotations.speaker_at(claim.span.begin);
        if (before) claim.sources = before->attribution ? chain(*before->attribution) : named(before->name);
      }
      claim.cue = attribution.cue;
      if (claim.cue) cue = with_words_before(marks.dissection.tokens, tokens_in(marks.dissection.tokens, *claim.cue));
    }
    if (claim.sources.empty()) {
      if (const auto name = quotations.signed_by(claim.span.begin)) {
        claim.sources = named(*name);
      }
    }
    if (is_aside(proposition, said_in, marks) && !is_quoted) {
      claim.sources.clear();
      claim.cue.reset();
      cue = {};
    }
    claim.stance = rules.stances.of(cue, words_at(article.text, claim.span));
    claim.left_open = rules.stances.leave_open(words_at(article.text, claim.span));
    if (claim.stance == Stance::declines && claim.sources.empty()) {
      // "The firm did not respond": it is the firm's silence.
      if (const auto silent = subject_of(tree, proposition.head)) claim.sources = named(*silent);
    }
    claim.values = values_in(claim.span, article.text, marks);
    auto places = places_of(proposition, article.text, marks, tree, entities.of_named[number], rules.happenings);
    std::move(places.begin(), places.end(), std::back_inserter(claim.values));
    found.push_back({std::move(claim), proposition});
  }
  return found;
}

}  // namespace hearsay
