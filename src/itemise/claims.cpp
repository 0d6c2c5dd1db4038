// A claim is a proposition with what hangs on it: the chain of who says it, the stance its words give, the quantities
// and dates that stand in it, and the places of its act.
#include "itemise/claims.h"

#include "dissect/dateline.h"
#include "itemise/article_words.h"
#include "itemise/claim_values.h"
#include "itemise/places.h"
#include "itemise/quotations.h"
#include "itemise/reading.h"
#include "itemise/sources.h"
#include "itemise/speaker_notes.h"
#include "itemise/speakers.h"
#include "itemise/unsaid.h"
#include "itemise/zones.h"

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
    const SentenceReadings readings = read_sentences();
    std::vector<std::vector<PossibleSpeaker>> speakers;
    for (std::size_t d = 0; d < drafts_.size(); ++d) speakers.push_back(possible_speakers(voices, d));
    note_pointed_sources(readings, voices, speakers);
    const std::vector<std::size_t> chosen_ones = choose_speakers(voices, speakers);
    std::vector<FoundClaim> found;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const DraftClaim& draft = drafts_[d];
      Claim claim = draft.claim;
      const PossibleSpeaker& chosen = speakers[d][chosen_ones[d]];
      if (!chosen.is_by_rules(claim)) {
        claim.sources = chosen.chain;
        claim.cue = chosen.cue;
      }
      const StanceClues clues =
          stance_clues(claim, draft.proposition, draft.quoted, article_.text, marks_, tree_, rules_.stances);
      hold(claim, draft.proposition, clues);
      add_values(claim, draft.proposition);
      const Sense sense = sense_of(claim.span, readings, rules_.encoder);
      found.push_back({std::move(claim), draft.proposition, sense});
      if (watcher) watcher(draft, speakers[d]);
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

  SentenceReadings read_sentences() const {
    std::vector<Span> spans;
    for (const DraftClaim& draft : drafts_) spans.push_back(draft.claim.span);
    return {article_, marks_, spans, rules_.encoder, rules_.pointer.branch()};
  }

  // What is said in a claim that holds somebody's saying as a whole, "the mayor said that it sank"; all empty where
  // there is none.
  struct Saying {
    Span said;
    bool is_all =
        false;  // the claim is nothing but the saying: its head is the word of saying, or stands in what is said
  };
  Saying saying_in(std::size_t draft, const ArticleVoices& voices) const {
    const Span claim = drafts_[draft].claim.span;
    const Span head = marks_.dissection.tokens[drafts_[draft].proposition.head].span;
    Saying saying;
    for (const std::uint32_t a : voices.in[voices.draft_sentences[draft]]) {
      const Attribution& attribution = marks_.attributions[a];
      if (!attribution.cue || !claim.contains(*attribution.cue)) continue;
      for (const Span content : attribution.content) {
        const Span shared = {std::max(content.begin, claim.begin), std::min(content.end, claim.end)};
        if (shared.begin >= shared.end || shared.size() <= saying.said.size()) continue;
        saying = {shared, attribution.cue->contains(head) || content.contains(head)};
      }
    }
    return saying;
  }

  // Tells each draft's possible speakers whom a reader of its sentence would take for the source of it and of its said
  // part.
  void note_pointed_sources(const SentenceReadings& readings, const ArticleVoices& voices,
                            std::span<std::vector<PossibleSpeaker>> speakers) const {
    // The drafts are in text order, so that those of one sentence stand together.
    for (std::size_t first = 0, behind = 0; first < drafts_.size(); first = behind) {
      const SentenceReading* const sentence = readings.at(drafts_[first].claim.span);
      std::vector<SentenceReading::Pieces> spans;
      for (behind = first; behind < drafts_.size() && readings.at(drafts_[behind].claim.span) == sentence; ++behind) {
        if (sentence == nullptr) continue;
        spans.push_back(sentence->pieces_of(drafts_[behind].claim.span));
        spans.push_back(sentence->pieces_of(saying_in(behind, voices).said));
      }
      if (sentence == nullptr) continue;
      const std::vector<PointedSource> pointed = rules_.pointer.point(sentence->encoded, spans);
      for (std::size_t d = first; d < behind; ++d)
        note_pointed_source(*sentence, pointed[2 * (d - first)], pointed[2 * (d - first) + 1], speakers[d]);
    }
  }

  // Of each draft's possible speakers the one that speaks. Of a claim that holds a saying as a whole it is, before the
  // outlet, the one who says what is said, where that is a claim too.
  std::vector<std::size_t> choose_speakers(const ArticleVoices& voices,
                                           std::span<const std::vector<PossibleSpeaker>> speakers) const {
    std::vector<std::size_t> chosen;
    for (const auto& possible : speakers) chosen.push_back(reading().speakers.choose(possible));
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const auto inner = speakers[d][chosen[d]].chain.empty() ? said_claim(d, voices) : std::nullopt;
      if (!inner || speakers[*inner][chosen[*inner]].chain.empty()) continue;
      const std::string speaker = key_of(speakers[*inner][chosen[*inner]].chain.back());
      const auto same = std::find_if(speakers[d].begin(), speakers[d].end(), [&](const PossibleSpeaker& possible) {
        return !possible.chain.empty() && key_of(possible.chain.back()) == speaker;
      });
      if (same != speakers[d].end()) chosen[d] = static_cast<std::size_t>(same - speakers[d].begin());
    }
    return chosen;
  }

  // Of a draft that holds a saying as a whole: the draft that is what is said, word for word or nearly.
  std::optional<std::size_t> said_claim(std::size_t draft, const ArticleVoices& voices) const {
    const Saying saying = saying_in(draft, voices);
    const Span said = saying.said;
    if (said.empty() || !saying.is_all) return std::nullopt;
    const auto is_said = [&](const DraftClaim& other) {
      constexpr std::size_t most_missing = 3;  // of the said part one character in three: "that"
      return said.contains(other.claim.span) &&
             other.claim.span.size() * most_missing >= said.size() * (most_missing - 1);
    };
    const auto first = std::partition_point(
        drafts_.begin(), drafts_.end(), [&](const DraftClaim& other) { return other.claim.span.begin < said.begin; });
    const auto found = std::find_if(first, drafts_.end(), [&](const DraftClaim& other) {
      return other.claim.span.begin >= said.end || is_said(other);
    });
    if (found == drafts_.end() || !is_said(*found)) return std::nullopt;
    return static_cast<std::size_t>(found - drafts_.begin());
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
          claim.sources.clear();
          [[fallthrough]];
        case Unsaid::supposed:
          claim.stance = Stance::hedges;
          break;
      }
    }
    if (claim.stance == Stance::declines && claim.sources.empty()) {
      // "The firm did not respond": it is the firm's silence.
      const auto silent = subject_of(tree_, proposition.head);
      if (silent && !names_nobody(marks_, *silent)) claim.sources = named(*silent);
    }
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
