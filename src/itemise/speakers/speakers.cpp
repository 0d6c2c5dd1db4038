// Every noun phrase of the sentence that names a person, a body or a document, every attribution that touches it, the
// subjects of the verbs that the claim hangs on, and those who spoke last before and next after. What is known of each
// is put into numbers (itemise/speakers/speaker_notes.h); which of them speaks is left to the trees. Choosing among
// candidates by a learned ranking follows Muzny et al. (2017) and O'Keefe et al. (2012), who do so for quotations.
#include "itemise/speakers/speakers.h"

#include "base/folding.h"
#include "itemise/speakers/source_words.h"
#include "itemise/speakers/speaker_groups.h"
#include "itemise/speakers/speaker_notes.h"
#include "itemise/stances/unsaid.h"
#include "itemise/words/word_kinds.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hearsay {

namespace {

using enum SpeakerClue::Number;

// Base forms of all personal pronouns that may be a verb's subject: a closed set of grammar, with "who".
bool is_speaker_pronoun(const Token& token) {
  static constexpr std::string_view all[] = {"he", "she", "they", "it", "we", "i", "I", "who"};
  return token.tag == Tag::PRON && std::find(std::begin(all), std::end(all), token.lemma) != std::end(all);
}

// Brings the possible speakers of one claim together.
class Gatherer {
 public:
  Gatherer(const ArticleVoices& voices, std::size_t draft)
      : voices_(voices), place_(voices, draft), tokens_(place_.tokens), here_(place_.sentence_number) {}

  std::vector<PossibleSpeaker> gather() {
    found_.emplace_back();
    found_.back().clues[is_outlet] = 1;
    add_that_of_the_rules();
    for (const std::uint32_t a : voices_.in[here_]) add_attribution(a);
    add_ancestors();
    add_phrases();
    add_neighbours();
    add_loudest();
    add_links();
    note_other_claims(place_, found_);
    note_claim(place_, {here_ > 0 && said_at(here_ - 1), said_at(here_ + 1)}, found_);
    return std::move(found_);
  }

 private:
  // One with this chain's speaker, new or known. Valid until the next call.
  struct Added {
    PossibleSpeaker& speaker;
    bool known = false;
  };

  Added add(const std::vector<Source>& chain) {
    const Source& speaker = chain.back();
    const std::string folded = fold(speaker.name);
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const Source& other = found_[i].chain.back();
      if ((speaker.entity && other.entity == speaker.entity) || folded_[i - 1] == folded) return {found_[i], true};
    }
    found_.emplace_back();
    found_.back().chain = chain;
    folded_.push_back(folded);
    return {found_.back()};
  }

  bool says(const Source& source) const {
    return !source.name.empty() && !names_nobody(voices_.marks, source.span) && !only_hears(source.span);
  }

  // "The governor was told that ...", "Holm is believed to ...": who is named hears it or is talked about, and who says
  // it is not named.
  bool only_hears(Span words) const {
    const auto apart = [&](Span part) { return part.overlaps(words) && !part.overlaps(place_.claim.span); };
    const auto& attributions = voices_.in[here_];
    return std::any_of(attributions.begin(), attributions.end(), [&](std::uint32_t a) {
      const Attribution& told = voices_.marks.attributions[a];
      return !told.source && share_in(place_, a) > 0 &&
             ((told.recipient && apart(*told.recipient)) ||
              std::any_of(told.content.begin(), told.content.end(), apart));
    });
  }
  bool says(const std::vector<Source>& chain) const { return !chain.empty() && says(chain.back()); }
  bool said_at(std::size_t sentence) const {
    if (sentence >= voices_.in.size()) return false;
    const auto& there = voices_.in[sentence];
    return std::any_of(there.begin(), there.end(), [&](std::uint32_t a) { return says(voices_.chains[a]); });
  }

  Source named(Span words) const {
    return source_named(voices_.article, voices_.marks, voices_.tree, words, voices_.entity_of_named, voices_.entities);
  }

  void add_that_of_the_rules() {
    if (place_.claim.sources.empty()) return;
    const std::optional<std::uint32_t> said_in = voices_.drafts[place_.number].said_in;
    PossibleSpeaker& ruled = add(place_.claim.sources).speaker;
    ruled.clues[by_rules] = 1;
    ruled.attribution = said_in;
    ruled.cue = place_.claim.cue;
    if (said_in) note_attribution(place_, *said_in, ruled);
    note_words(place_, ruled);
  }

  void add_attribution(std::uint32_t a) {
    const std::vector<Source>& chain = voices_.chains[a];
    if (!says(chain)) return;
    PossibleSpeaker& speaker = add(chain).speaker;
    const bool known = speaker.clues[by_attribution] != 0;
    if (known && speaker.clues[attribution_share] >= share_in(place_, a)) return;
    speaker.attribution = a;
    speaker.cue = voices_.marks.attributions[a].cue;
    if (speaker.clues[by_rules] == 0) speaker.chain = chain;
    note_attribution(place_, a, speaker);
    note_words(place_, speaker);
  }

  // The subjects of the claim's own verb and of those above it.
  void add_ancestors() {
    constexpr std::int32_t highest = 6;
    std::uint32_t below = 0;
    std::uint32_t at = place_.head;
    for (std::int32_t depth = 0; depth < highest; ++depth) {
      const auto subject = subject_of(voices_.tree, at);
      if (const Source source = subject ? named(*subject) : Source(); says(source))
        add_subject(source, at, depth, below);
      if (tokens_[at].head == no_head) break;
      below = at;
      at = static_cast<std::uint32_t>(tokens_[at].head);
    }
  }

  void add_subject(const Source& source, std::uint32_t verb, std::int32_t depth, std::uint32_t below) {
    const auto [speaker, known] = add({source});
    SpeakerClues& clues = speaker.clues;
    if (!known || clues[by_attribution] == 0) note_words(place_, speaker);
    if (depth == 0) clues[by_subject] = 1;
    if (depth == 0 || clues[by_ancestor] != 0) return;
    clues[by_ancestor] = depth;
    clues[ancestor_relation] = clause_relation_group(tokens_[below].relation);
    clues[ancestor_cue] = cue_group(tokens_[verb].lemma);
    clues[ancestor_verb] = verb_group(tokens_[verb].lemma);
    if (!speaker.cue && clues[by_rules] == 0) speaker.cue = tokens_[verb].span;
  }

  // Noun phrases of the sentence that name somebody.
  void add_phrases() {
    constexpr std::size_t most = 16;
    std::size_t added = 0;
    const Sentence& sentence = place_.sentence();
    for (std::uint32_t t = sentence.first; t < sentence.last && added < most; ++t) {
      if (!heads_a_phrase(tokens_[t])) continue;
      const Mention* const mention = mention_at(voices_.marks, tokens_[t].span);
      const bool names_one = mention != nullptr && mention->kind != EntityKind::other;
      if (!names_one && !can_speak(tokens_[t])) continue;
      const Source source = named(mention != nullptr ? mention->span : phrase_of(t));
      if (!says(source)) continue;
      ++added;
      const auto [speaker, known] = add({source});
      if (known) continue;
      note_words(place_, speaker);
      speaker.cue = cue_above(tokens_[t]);
    }
  }

  static bool heads_a_phrase(const Token& token) {
    if (token.tag != Tag::NOUN && token.tag != Tag::PROPN && token.tag != Tag::PRON) return false;
    const Relation way = token.relation;
    return way != Relation::compound && way != Relation::flat && way != Relation::fixed && way != Relation::goeswith;
  }

  static bool can_speak(const Token& token) {
    const std::uint8_t kind = token.tag == Tag::NOUN ? word_kinds().of_noun(token.lemma) : 0;
    return kind == noun_kind::person || kind == noun_kind::group || kind == noun_kind::communication ||
           source_words().is_body(token.lemma) || source_words().is_person(token.lemma) || is_speaker_pronoun(token);
  }

  // A noun with what hangs on it right before it, up to a preposition.
  Span phrase_of(std::uint32_t noun) const {
    Span phrase = tokens_[noun].span;
    for (std::uint32_t t = noun; t-- > place_.sentence().first && tokens_[t].head == static_cast<std::int32_t>(noun);) {
      if (tokens_[t].relation == Relation::case_) break;
      phrase.begin = tokens_[t].span.begin;
    }
    return phrase;
  }

  std::optional<Span> cue_above(const Token& token) const {
    if (token.head == no_head) return std::nullopt;
    const Token& above = tokens_[static_cast<std::size_t>(token.head)];
    return cue_group(above.lemma) != 0 ? std::optional(above.span) : std::nullopt;
  }

  // Those who spoke last before the sentence and next after it.
  void add_neighbours() {
    constexpr std::size_t most_back = 12;
    constexpr std::size_t most_on = 2;
    for (std::size_t back = 1; back <= most_back && back <= here_; ++back) {
      if (add_neighbour(here_ - back, by_previous, back)) break;
    }
    for (std::size_t on = 1; on <= most_on && here_ + on < voices_.in.size(); ++on) {
      if (add_neighbour(here_ + on, by_next, on)) break;
    }
  }

  bool add_neighbour(std::size_t sentence, SpeakerClue::Number way, std::size_t apart) {
    const auto& there = voices_.in[sentence];
    const auto last = std::find_if(there.rbegin(), there.rend(), [&](std::uint32_t a) {
      return says(voices_.chains[a]) && !voices_.marks.attributions[a].outer;
    });
    if (last == there.rend()) return false;
    const auto [speaker, known] = add(voices_.chains[*last]);
    if (!known) {
      speaker.attribution = *last;
      note_attribution(place_, *last, speaker);
      note_words(place_, speaker);
    }
    speaker.clues[way] = static_cast<std::int32_t>(apart);
    return true;
  }

  void add_loudest() {
    for (std::size_t i = 0; i < voices_.loudest.size(); ++i) {
      const auto& chain = voices_.chains[voices_.loudest[i]];
      if (says(chain)) add_with(chain.back(), by_loudest, 1 + static_cast<std::int32_t>(i));
    }
  }

  // The other links of the rules' chain, and of the attributions at hand.
  void add_links() {
    std::vector<Source> links;
    const auto take = [&](const std::vector<Source>& chain) {
      if (chain.size() > 1) links.insert(links.end(), chain.begin(), chain.end() - 1);
    };
    take(place_.claim.sources);
    for (const std::uint32_t a : voices_.in[here_]) take(voices_.chains[a]);
    for (const Source& link : links) {
      if (says(link)) add_with(link, by_link, 1);
    }
  }

  void add_with(const Source& source, SpeakerClue::Number clue, std::int32_t value) {
    const auto [speaker, known] = add({source});
    if (!known) note_words(place_, speaker);
    speaker.clues[clue] = value;
  }

  const ArticleVoices& voices_;
  const DraftPlace place_;
  const std::vector<Token>& tokens_;
  const std::size_t here_;  // the claim's sentence
  std::vector<PossibleSpeaker> found_;
  std::vector<std::string> folded_;  // of each but the first: its speaker's folded name
};

}  // namespace

std::vector<PossibleSpeaker> possible_speakers(const ArticleVoices& voices, std::size_t draft) {
  return Gatherer(voices, draft).gather();
}

}  // namespace hearsay
