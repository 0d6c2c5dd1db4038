// A claim is a proposition with what hangs on it: the chain of who says it, the stance its words give, the quantities
// and dates that stand in it, and the places of its act.
#include "itemise/claims.h"

#include "dissect/dateline.h"
#include "dissect/words/saying_words.h"
#include "itemise/places.h"
#include "itemise/reading.h"
#include "itemise/speakers/draft_speakers.h"
#include "itemise/speakers/quotations.h"
#include "itemise/speakers/sources.h"
#include "itemise/stances/unsaid.h"
#include "itemise/values/claim_values.h"
#include "itemise/words/article_words.h"
#include "itemise/words/zones.h"

#include <algorithm>
#include <iterator>

namespace hearsay {

namespace {

bool is_in_one_of(const std::vector<Span>& spans, Span words) {
  return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.contains(words); });
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

// The claims of one article: first as rules read them, then with the speaker and the stance that are likeliest.
class ClaimFinder {
 public:
  ClaimFinder(const Article& article, std::size_t number, const Marks& marks, const Entities& entities,
              const ClaimRules& rules)
      : article_(article),
        number_(number),
        marks_(marks),
        entities_(entities),
        rules_(rules),
        tree_(marks.dissection),
        quotations_(article, marks) {
    for (const Proposition& proposition : propositions()) drafts_.push_back(draft(proposition));
  }

  std::vector<FoundClaim> find(const ClaimWatcher& watcher) const {
    const ArticleVoices voices(article_, number_, marks_, tree_, entities_, rules_.agencies, drafts_);
    std::vector<FoundClaim> found;
    // Some sentences at a time: their vectors and all who may speak in them take far more room than the claims.
    for (DraftRange part; part.first < drafts_.size(); part.first = part.behind) {
      part.behind = end_of_part(part.first);
      add_claims(voices, part, watcher, found);
    }
    return found;
  }

 private:
  // The clauses and the facts, in text order.
  std::vector<Proposition> propositions() const {
    const std::vector<Span> datelines = find_datelines(article_.text);
    std::vector<Proposition> all = find_propositions(marks_, tree_, rules_.reporting);
    std::erase_if(all, [&](const Proposition& p) {
      return is_mostly_boilerplate(article_, p.span) || is_in_one_of(datelines, p.span);
    });
    const Zones zones = find_zones(marks_, rules_.reporting);
    for (Proposition fact : reading().facts.choose(find_possible_facts(article_, marks_, tree_, all))) {
      if (is_in_one_of(datelines, fact.span)) continue;
      const std::uint32_t said_in = zones.content[fact.head];
      // "The mayor said that it sank" as a whole is not what the mayor said.
      const bool holds_cue = said_in != no_attribution && marks_.attributions[said_in].cue &&
                             fact.span.overlaps(*marks_.attributions[said_in].cue);
      if (said_in != no_attribution && !holds_cue) fact.attribution = said_in;
      all.push_back(fact);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Proposition& a, const Proposition& b) { return a.span < b.span; });
    return all;
  }

  // Behind so many drafts, and what else begins in the sentence of the last of them.
  std::size_t end_of_part(std::size_t first) const {
    constexpr std::size_t at_a_time = 256;
    const auto& sentences = marks_.dissection.sentences;
    const auto sentence_of = [&](std::size_t d) { return sentence_at(sentences, drafts_[d].claim.span.begin); };
    std::size_t behind = std::min(first + at_a_time, drafts_.size());
    while (behind < drafts_.size() && sentence_of(behind) == sentence_of(behind - 1)) ++behind;
    return behind;
  }

  void add_claims(const ArticleVoices& voices, DraftRange part, const ClaimWatcher& watcher,
                  std::vector<FoundClaim>& found) const {
    std::vector<Span> spans;
    for (std::size_t d = part.first; d < part.behind; ++d) spans.push_back(drafts_[d].claim.span);
    const SentenceReadings readings(article_, marks_, spans, rules_.encoder, rules_.pointer.branch());
    const auto speakers = speakers_of_drafts(voices, part, readings, rules_.pointer, reading().speakers);
    for (std::size_t d = part.first; d < part.behind; ++d) {
      const DraftClaim& draft = drafts_[d];
      const auto& [possible, chosen] = speakers[d - part.first];
      found.push_back(
          {claim_of(draft, possible[chosen]), draft.proposition, sense_of(draft.claim.span, readings, rules_.encoder)});
      if (watcher) watcher(draft, possible);
    }
  }

  // The claim that a draft is when this one says it.
  Claim claim_of(const DraftClaim& draft, const PossibleSpeaker& speaker) const {
    Claim claim = draft.claim;
    if (!speaker.is_by_rules(claim)) {
      claim.sources = speaker.chain;
      claim.cue = speaker.cue;
    }
    const StanceClues clues =
        stance_clues(claim, draft.proposition, draft.quoted, article_.text, marks_, tree_, rules_.stances);
    hold(claim, draft.proposition, clues);
    add_values(claim, draft.proposition);
    add_stand_ins(claim);
    return claim;
  }

  void add_stand_ins(Claim& claim) const {
    const auto& references = marks_.references;
    auto at = std::partition_point(references.begin(), references.end(),
                                   [&](const Reference& r) { return r.span.begin < claim.span.begin; });
    for (; at != references.end() && at->span.begin < claim.span.end; ++at)
      if (claim.span.contains(at->span) && !claim.span.overlaps(at->antecedent))
        claim.stand_ins.push_back({at->span, at->antecedent});
  }

  std::vector<Source> chain(std::uint32_t attribution) const {
    return source_chain(article_, marks_, tree_, attribution, entities_.of_named[number_], entities_.all,
                        rules_.agencies);
  }

  std::vector<Source> named(Span name) const {
    return {source_named(article_, marks_, tree_, name, entities_.of_named[number_], entities_.all)};
  }

  std::vector<Source> of_speaker(const Speaker& speaker) const {
    return speaker.attribution ? chain(*speaker.attribution) : named(speaker.name);
  }

  DraftClaim draft(const Proposition& proposition) const {
    DraftClaim draft{{}, proposition, proposition.attribution, quotations_.holds(proposition.span.begin)};
    Claim& claim = draft.claim;
    claim.article = number_;
    claim.span = proposition.span;
    if (!draft.said_in && draft.quoted) {
      if (const auto speaker = quotations_.speaker_at(claim.span.begin)) {
        draft.said_in = speaker->attribution;
        if (!draft.said_in) claim.sources = named(speaker->name);
      }
    }
    if (draft.said_in) {
      claim.sources = chain(*draft.said_in);
      claim.cue = marks_.attributions[*draft.said_in].cue;
      // "..., adding: '...'": whoever spoke before.
      const auto before =
          claim.sources.empty() && draft.quoted ? quotations_.speaker_at(claim.span.begin) : std::nullopt;
      if (before) claim.sources = of_speaker(*before);
    }
    if (claim.sources.empty()) {
      if (const auto name = quotations_.signed_by(claim.span.begin)) claim.sources = named(*name);
    }
    if (is_aside(proposition, draft.said_in, marks_) && !draft.quoted) {
      claim.sources.clear();
      claim.cue.reset();
    }
    if (!claim.sources.empty() && names_nobody(marks_, claim.sources.back().span)) claim.sources.clear();
    return draft;
  }

  // Gives a claim its stance. What nobody says, or what is only supposed to be said, is asserted and confirmed by none.
  void hold(Claim& claim, const Proposition& proposition, const StanceClues& clues) const {
    const std::string_view words = words_at(article_.text, claim.span);
    claim.stance = reading().stances.choose(clues);
    claim.left_open = rules_.stances.leave_open(words);
    if (claim.stance == Stance::asserts || claim.stance == Stance::confirms) {
      switch (unsaid_in(marks_, tree_, claim.span, proposition.head)) {
        case Unsaid::said:
          break;
        case Unsaid::denied:
          claim.stance = Stance::denies;
          break;
        case Unsaid::not_said:
          claim.stance = claim.sources.empty() ? Stance::hedges : Stance::declines;
          break;
        case Unsaid::by_none:
          // "There is no evidence that it sank, the harbour said": none is named for its sinking, but the harbour
          // says so much.
          if (!is_told(claim)) claim.sources.clear();
          [[fallthrough]];
        case Unsaid::supposed:
          claim.stance = Stance::hedges;
          break;
      }
    }
    if (claim.stance == Stance::denies && is_topic_of_denied(tree_, proposition.head)) claim.stance = Stance::asserts;
    if (claim.stance == Stance::declines && claim.sources.empty()) {
      // "The firm did not respond": it is the firm's silence.
      const auto silent = subject_of(tree_, proposition.head);
      if (silent && !names_nobody(marks_, *silent)) claim.sources = named(*silent);
    }
  }

  // Is its cue a verb of saying?
  bool is_told(const Claim& claim) const {
    if (!claim.cue) return false;
    const auto tokens = tokens_in(marks_.dissection.tokens, *claim.cue);
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
      constexpr auto saying = SayingSort::say | SayingSort::tell | SayingSort::claim;
      return token.tag == Tag::VERB && (saying_words().of(token.lemma) & saying) != 0;
    });
  }

  void add_values(Claim& claim, const Proposition& proposition) const {
    claim.values = values_in(claim.span, article_.text, marks_);
    auto places = places_of(proposition, article_.text, marks_, tree_, entities_.of_named[number_], rules_.happenings);
    std::move(places.begin(), places.end(), std::back_inserter(claim.values));
  }

  const Article& article_;
  const std::size_t number_;
  const Marks& marks_;
  const Entities& entities_;
  const ClaimRules& rules_;
  const Tree tree_;
  const Quotations quotations_;
  std::vector<DraftClaim> drafts_;
};

}  // namespace

const Reading& reading() {
  static const Reading one;
  return one;
}

std::vector<FoundClaim> find_claims(const Article& article, std::size_t number, const Marks& marks,
                                    const Entities& entities, const ClaimRules& rules) {
  return ClaimFinder(article, number, marks, entities, rules).find({});
}

void watch_claims(const Article& article, std::size_t number, const Marks& marks, const Entities& entities,
                  const ClaimRules& rules, const ClaimWatcher& watcher) {
  ClaimFinder(article, number, marks, entities, rules).find(watcher);
}

}  // namespace hearsay
