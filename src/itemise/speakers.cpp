// Every noun phrase of the sentence that names a person, a body or a document, every attribution that touches it, the
// subjects of the verbs that the claim hangs on, and those who spoke last before and next after. What is known of each
// is put into numbers; which of them speaks is left to the trees. Choosing among candidates by a learned ranking
// follows Muzny et al. (2017) and O'Keefe et al. (2012), who do so for quotations.
#include "itemise/speakers.h"

#include "base/folding.h"
#include "base/resources.h"
#include "dissect/saying_words.h"
#include "itemise/source_words.h"
#include "itemise/unsaid.h"
#include "itemise/word_kinds.h"

#include <algorithm>
#include <map>
#include <string>

namespace hearsay {

namespace {

enum Clue : std::size_t {
  // of the one who may speak
  is_outlet,
  by_rules,
  by_attribution,
  attribution_kind,
  attribution_share,
  attribution_holds_head,
  attribution_sentences,
  attribution_cue_verb,
  attribution_cue_says,
  attribution_cue_claims,
  attribution_cue_denies,
  attribution_cue_wants,
  attribution_cue_judges,
  attribution_cue_believes,
  attribution_cue_shows,
  attribution_cue_noun,
  attribution_cue_accord,
  attribution_cue_negated,
  attribution_is_outer,
  attribution_has_outer,
  attribution_source_first,
  by_ancestor,
  ancestor_relation,
  ancestor_cue,
  ancestor_verb,
  by_subject,
  by_previous,
  by_next,
  speaks_percent,
  in_sentence,
  inside_claim,
  before_claim,
  distance,
  relation,
  preposition,
  governor_cue,
  governor_verb,
  governor_tag,
  noun,
  mention_kind,
  pronoun,
  definite,
  plural,
  document,
  evidence,
  body,
  person_word,
  none_word,
  entity_kind,
  agency,
  outlet_name,
  mentions,
  resolved,
  chain_length,
  quoted_source,
  names_in_chain,
  by_loudest,
  by_link,
  like_last_claim,
  like_next_claim,
  sentence_claims,
  paragraph_claims,
  claims_before,
  claims_after,
  speaker_sentences,
  // of the claim
  claim_quoted,
  claim_ends_quoted,
  claim_rules_outlet,
  claim_said,
  claim_relation,
  claim_tag,
  claim_depth,
  claim_verb,
  claim_cue,
  claim_sentence,
  claim_sentences_left,
  claim_words,
  claim_sentence_share,
  claim_attributions,
  claim_first_person,
  claim_modal,
  claim_previous_said,
  claim_next_said,
  claim_attributed_share,
  claim_heading,
  claim_candidates,
  claim_by_introduction,
  clue_count
};
static_assert(clue_count == speaker_clue_count);

constexpr std::int32_t farthest = 60;  // words; beyond, all is far

std::int32_t as_number(std::size_t value, std::size_t most) { return static_cast<std::int32_t>(std::min(value, most)); }

// Groups of relations, so that a split of the numbers is a split of sense.
std::int32_t relation_group(const Token& token) {
  const Relation name = token.relation;
  if (name == Relation::nsubj || name == Relation::nsubj_outer) return 1;
  if (name == Relation::obl_agent) return 2;
  if (name == Relation::nsubj_pass) return 3;
  if (name == Relation::obj || name == Relation::iobj) return 4;
  if (is_a(name, Relation::obl)) return 5;
  if (name == Relation::nmod_poss) return 6;
  if (is_a(name, Relation::nmod)) return 7;
  if (name == Relation::appos) return 8;
  if (name == Relation::compound || name == Relation::flat || name == Relation::amod) return 9;
  if (name == Relation::conj) return 10;
  if (name == Relation::root) return 11;
  if (name == Relation::parataxis) return 12;
  return 13;
}

std::int32_t clause_group(const Token& token) {
  const Relation name = token.relation;
  if (name == Relation::root) return 1;
  if (name == Relation::ccomp) return 2;
  if (name == Relation::parataxis) return 3;
  if (name == Relation::conj) return 4;
  if (name == Relation::xcomp) return 5;
  if (is_a(name, Relation::advcl)) return 6;
  if (name == Relation::acl_relcl) return 7;
  if (name == Relation::acl) return 8;
  if (name == Relation::appos) return 9;
  if (is_a(name, Relation::nsubj) || is_a(name, Relation::csubj)) return 10;
  if (name == Relation::obj) return 11;
  return 12;
}

std::int32_t preposition_group(std::string_view lemma) {
  if (lemma == "by") return 2;
  if (lemma == "from") return 3;
  if (lemma == "of") return 4;
  if (lemma == "to" || lemma == "accord") return 5;
  if (lemma == "per") return 6;
  if (lemma == "in" || lemma == "at" || lemma == "on") return 7;
  if (lemma == "for" || lemma == "with") return 8;
  return 9;
}

std::int32_t noun_group(std::uint8_t kind) {
  switch (kind) {
    case 0:
      return 0;
    case noun_kind::person:
      return 1;
    case noun_kind::group:
      return 2;
    case noun_kind::communication:
      return 3;
    case noun_kind::location:
      return 4;
    case noun_kind::time:
      return 5;
    case noun_kind::act:
      return 6;
    case noun_kind::artifact:
      return 7;
    case noun_kind::quantity:
      return 8;
    default:
      return 9;
  }
}

std::int32_t verb_group(std::uint8_t kind) {
  switch (kind) {
    case 0:
      return 0;
    case verb_kind::communication:
      return 1;
    case verb_kind::cognition:
      return 2;
    case verb_kind::perception:
      return 3;
    default:
      return 4;
  }
}

std::int32_t kind_of_entity(EntityKind kind) { return 1 + static_cast<std::int32_t>(kind); }

bool is_speaker_pronoun(const Token& token) {
  static constexpr std::string_view all[] = {"he", "she", "they", "it", "we", "i", "I", "who"};
  return token.tag == Tag::PRON && std::find(std::begin(all), std::end(all), token.lemma) != std::end(all);
}

// What tells one speaker from another in an article.
std::string key_of(const Source& source) {
  return source.entity ? '#' + std::to_string(*source.entity) : fold(source.name);
}

bool is_none_word(std::string_view lemma) {
  static constexpr std::string_view all[] = {"no", "none", "nobody", "neither", "nothing", "few", "not", "noone"};
  return std::find(std::begin(all), std::end(all), lemma) != std::end(all);
}

}  // namespace

const std::array<std::string_view, speaker_clue_count>& speaker_clue_names() {
  static const std::array<std::string_view, speaker_clue_count> names = {
      "is_outlet",
      "by_rules",
      "by_attribution",
      "attribution_kind",
      "attribution_share",
      "attribution_holds_head",
      "attribution_sentences",
      "attribution_cue_verb",
      "attribution_cue_says",
      "attribution_cue_claims",
      "attribution_cue_denies",
      "attribution_cue_wants",
      "attribution_cue_judges",
      "attribution_cue_believes",
      "attribution_cue_shows",
      "attribution_cue_noun",
      "attribution_cue_accord",
      "attribution_cue_negated",
      "attribution_is_outer",
      "attribution_has_outer",
      "attribution_source_first",
      "by_ancestor",
      "ancestor_relation",
      "ancestor_cue",
      "ancestor_verb",
      "by_subject",
      "by_previous",
      "by_next",
      "speaks_percent",
      "in_sentence",
      "inside_claim",
      "before_claim",
      "distance",
      "relation",
      "preposition",
      "governor_cue",
      "governor_verb",
      "governor_tag",
      "noun",
      "mention_kind",
      "pronoun",
      "definite",
      "plural",
      "document",
      "evidence",
      "body",
      "person_word",
      "none_word",
      "entity_kind",
      "agency",
      "outlet_name",
      "mentions",
      "resolved",
      "chain_length",
      "quoted_source",
      "names_in_chain",
      "by_loudest",
      "by_link",
      "like_last_claim",
      "like_next_claim",
      "sentence_claims",
      "paragraph_claims",
      "claims_before",
      "claims_after",
      "speaker_sentences",
      "claim_quoted",
      "claim_ends_quoted",
      "claim_rules_outlet",
      "claim_said",
      "claim_relation",
      "claim_tag",
      "claim_depth",
      "claim_verb",
      "claim_cue",
      "claim_sentence",
      "claim_sentences_left",
      "claim_words",
      "claim_sentence_share",
      "claim_attributions",
      "claim_first_person",
      "claim_modal",
      "claim_previous_said",
      "claim_next_said",
      "claim_attributed_share",
      "claim_heading",
      "claim_candidates",
      "claim_by_introduction",
  };
  return names;
}

PossibleSpeakers::PossibleSpeakers(const Article& article, std::size_t number, const Marks& marks, const Tree& tree,
                                   const Entities& entities, const Agencies& agencies,
                                   std::span<const DraftClaim> drafts)
    : article_(article),
      marks_(marks),
      tree_(tree),
      entity_of_named_(entities.of_named[number]),
      entities_(entities.all),
      agencies_(agencies),
      drafts_(drafts) {
  const auto& sentences = marks.dissection.sentences;
  const auto sentence_at = [&](std::size_t byte) {
    return static_cast<std::size_t>(std::lower_bound(sentences.begin(), sentences.end(), byte,
                                                     [](const Sentence& s, std::size_t b) { return s.span.end <= b; }) -
                                    sentences.begin());
  };
  in_.resize(sentences.size() + 1);
  mentions_.assign(entities.all.size(), 0);
  speaks_.assign(entities.all.size(), 0);
  for (const Mention& mention : marks.names.mentions) ++mentions_[entity_of_named_[mention.named]];
  for (std::uint32_t a = 0; a < marks.attributions.size(); ++a) {
    const Attribution& attribution = marks.attributions[a];
    chains_.push_back(source_chain(article, marks, tree, a, entity_of_named_, entities.all, agencies));
    const std::size_t own = sentence_at(attribution.cue ? attribution.cue->begin : attribution.content.front().begin);
    sentence_of_.push_back(own);
    std::vector<std::size_t> touched = {own};
    for (const Span content : attribution.content) {
      constexpr std::size_t most_sentences = 40;
      const std::size_t first = sentence_at(content.begin);
      const std::size_t last = std::min(sentence_at(content.end - 1), first + most_sentences);
      for (std::size_t s = first; s <= last; ++s) touched.push_back(s);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const std::size_t s : touched) in_[s].push_back(a);
    if (chains_.back().empty()) continue;
    ++attributed_;
    if (chains_.back().back().entity) ++speaks_[*chains_.back().back().entity];
  }
  find_loudest();
  note_drafts();
}

void PossibleSpeakers::note_drafts() {
  numbers_.emplace("", 0);
  for (const DraftClaim& draft : drafts_) {
    const std::string key = draft.claim.sources.empty() ? "" : key_of(draft.claim.sources.back());
    speaker_of_.push_back(numbers_.try_emplace(key, numbers_.size()).first->second);
    draft_sentences_.push_back(sentence_of(draft.proposition.head));
  }
  drafts_of_.resize(numbers_.size());
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    DraftsOfSpeaker& own = drafts_of_[speaker_of_[d]];
    own.numbers.push_back(d);
    ++own.sentences[draft_sentences_[d]];
  }
  for (DraftsOfSpeaker& own : drafts_of_) {
    own.first_sentence.resize(own.numbers.size());
    for (std::size_t i = own.numbers.size(); i-- > 0;) {
      own.first_sentence[i] = draft_sentences_[own.numbers[i]];
      if (i + 1 < own.numbers.size())
        own.first_sentence[i] = std::min(own.first_sentence[i], own.first_sentence[i + 1]);
    }
  }
  const std::string_view text = article_.text;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) line_ends_.push_back(at);
}

std::size_t PossibleSpeakers::DraftsOfSpeaker::count_before(std::size_t draft) const {
  return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), draft) - numbers.begin());
}

// The last of them whose sentence stands before that one.
std::optional<std::size_t> PossibleSpeakers::DraftsOfSpeaker::last_before_sentence(std::size_t sentence) const {
  const auto behind = std::lower_bound(first_sentence.begin(), first_sentence.end(), sentence);
  if (behind == first_sentence.begin()) return std::nullopt;
  return numbers[static_cast<std::size_t>(behind - first_sentence.begin()) - 1];
}

std::size_t PossibleSpeakers::sentence_of(std::uint32_t token) const {
  const auto& sentences = marks_.dissection.sentences;
  return static_cast<std::size_t>(std::upper_bound(sentences.begin(), sentences.end(), token,
                                                   [](std::uint32_t t, const Sentence& s) { return t < s.last; }) -
                                  sentences.begin());
}

// The first attribution of each of the two that have the most, and at least two.
void PossibleSpeakers::find_loudest() {
  std::map<std::string, std::pair<std::size_t, std::uint32_t>> of_key;
  for (std::uint32_t a = 0; a < chains_.size(); ++a) {
    if (!chains_[a].empty()) ++of_key.try_emplace(key_of(chains_[a].back()), 0, a).first->second.first;
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> all;
  for (const auto& [key, found] : of_key) {
    if (found.first > 1) all.push_back(found);
  }
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 2); ++i) loudest_.push_back(all[i].second);
}

// Brings the possible speakers of one claim together.
class PossibleSpeakers::Gatherer {
 public:
  Gatherer(const PossibleSpeakers& all, std::size_t number)
      : all_(all),
        tokens_(all.marks_.dissection.tokens),
        number_(number),
        claim_(all.drafts_[number].claim),
        head_(all.drafts_[number].proposition.head),
        sentence_(all.draft_sentences_[number]) {
    const auto words = tokens_in(tokens_, claim_.span);
    first_ = words.empty() ? head_ : static_cast<std::uint32_t>(words.data() - tokens_.data());
    last_ = words.empty() ? head_ + 1 : first_ + static_cast<std::uint32_t>(words.size());
  }

  std::vector<PossibleSpeaker> gather(std::optional<std::uint32_t> said_in, bool quoted) {
    found_.emplace_back();
    found_.back().clues[is_outlet] = 1;
    if (!claim_.sources.empty()) {
      PossibleSpeaker& ruled = one_with(claim_.sources);
      ruled.clues[by_rules] = 1;
      ruled.attribution = said_in;
      ruled.cue = claim_.cue;
      if (said_in) note_attribution(ruled, *said_in);
      note_words(ruled);
    }
    for (const std::uint32_t a : all_.in_[sentence_]) add_attribution(a);
    add_ancestors();
    add_phrases();
    add_neighbours();
    add_loudest();
    add_links();
    note_other_claims();
    note_claim(said_in, quoted);
    return std::move(found_);
  }

 private:
  const Sentence& sentence() const { return all_.marks_.dissection.sentences[sentence_]; }

  // The one with this chain's speaker, new or known. References last until the next call.
  PossibleSpeaker& one_with(const std::vector<Source>& chain) {
    const Source& speaker = chain.back();
    const std::string folded = fold(speaker.name);
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const Source& other = found_[i].chain.back();
      if ((speaker.entity && other.entity == speaker.entity) || folded_[i - 1] == folded) return found_[i];
    }
    found_.emplace_back();
    found_.back().chain = chain;
    folded_.push_back(folded);
    return found_.back();
  }

  bool says(const Source& source) const { return !source.name.empty() && !names_nobody(all_.marks_, source.span); }
  bool says(const std::vector<Source>& chain) const { return !chain.empty() && says(chain.back()); }

  void add_attribution(std::uint32_t a) {
    if (!says(all_.chain_of(a))) return;
    PossibleSpeaker& speaker = one_with(all_.chain_of(a));
    const std::int32_t before = speaker.clues[attribution_share];
    const bool known = speaker.clues[by_attribution] != 0;
    if (known && before >= share_in(a)) return;
    speaker.attribution = a;
    speaker.cue = all_.marks_.attributions[a].cue;
    if (speaker.clues[by_rules] == 0) speaker.chain = all_.chain_of(a);
    note_attribution(speaker, a);
    note_words(speaker);
  }

  // How much of the claim stands in the content, in percent.
  std::int32_t share_in(std::uint32_t a) const {
    std::size_t held = 0;
    for (const Span content : all_.marks_.attributions[a].content) held += intersection(content, claim_.span).size();
    return as_number(held * 100 / std::max<std::size_t>(claim_.span.size(), 1), 100);
  }

  void note_attribution(PossibleSpeaker& speaker, std::uint32_t number) const {
    const Attribution& a = all_.marks_.attributions[number];
    auto& clues = speaker.clues;
    clues[by_attribution] = 1;
    clues[attribution_kind] = 1 + static_cast<std::int32_t>(a.kind);
    clues[attribution_share] = share_in(number);
    clues[attribution_holds_head] = std::any_of(a.content.begin(), a.content.end(),
                                                [&](Span content) { return content.overlaps(tokens_[head_].span); });
    const auto own = static_cast<std::int32_t>(all_.sentence_of_[number]);
    clues[attribution_sentences] = std::clamp(own - static_cast<std::int32_t>(sentence_), -9, 9);
    clues[attribution_has_outer] = a.outer.has_value();
    clues[attribution_is_outer] =
        std::any_of(all_.in_[sentence_].begin(), all_.in_[sentence_].end(),
                    [&](std::uint32_t other) { return all_.marks_.attributions[other].outer == number; });
    if (!a.cue) return;
    clues[attribution_source_first] = a.source && a.source->begin < a.cue->begin;
    const auto cue = tokens_in(tokens_, *a.cue);
    SayingSorts sorts = 0;
    for (const Token& token : cue) {
      sorts |= saying_words().of(token.lemma);
      if (token.tag == Tag::VERB && clues[attribution_cue_verb] == 0)
        clues[attribution_cue_verb] = verb_group(word_kinds().of_verb(token.lemma));
      if (token.lemma == "accord") clues[attribution_cue_accord] = 1;
    }
    const auto is_of = [&](SayingSorts sort) { return (sorts & sort) != 0; };
    clues[attribution_cue_says] = is_of(SayingSort::say) + 2 * is_of(SayingSort::tell);
    clues[attribution_cue_claims] = is_of(SayingSort::claim);
    clues[attribution_cue_denies] = is_of(SayingSort::deny) + 2 * is_of(SayingSort::silence);
    clues[attribution_cue_wants] = is_of(SayingSort::urge) + 2 * is_of(SayingSort::promise);
    clues[attribution_cue_judges] = is_of(SayingSort::judge);
    clues[attribution_cue_believes] = is_of(SayingSort::believe) + 2 * is_of(SayingSort::feel);
    clues[attribution_cue_shows] = is_of(SayingSort::show);
    clues[attribution_cue_noun] = is_of(SayingSort::noun);
    const auto first = static_cast<std::size_t>(cue.data() - tokens_.data());
    for (std::size_t t = first < 3 ? 0 : first - 3; t < first + cue.size(); ++t)
      clues[attribution_cue_negated] |= is_none_word(tokens_[t].lemma) || tokens_[t].lemma == "never";
  }

  std::int32_t cue_group(std::string_view lemma) const {
    const SayingSorts sorts = saying_words().of(lemma) & SayingSort::cue;
    const auto is_of = [&](SayingSorts sort) { return (sorts & sort) != 0; };
    if (sorts == 0) return 0;
    if (is_of(SayingSort::say) || is_of(SayingSort::tell)) return 1;
    if (is_of(SayingSort::claim) || is_of(SayingSort::concede)) return 2;
    if (is_of(SayingSort::deny) || is_of(SayingSort::silence)) return 3;
    if (is_of(SayingSort::show)) return 4;
    if (is_of(SayingSort::believe) || is_of(SayingSort::feel)) return 5;
    if (is_of(SayingSort::urge) || is_of(SayingSort::promise) || is_of(SayingSort::ask)) return 6;
    if (is_of(SayingSort::judge)) return 7;
    return 8;
  }

  // What the words that name the speaker tell of him, and where they stand.
  void note_words(PossibleSpeaker& speaker) const {
    auto& clues = speaker.clues;
    const Source& source = speaker.chain.back();
    clues[chain_length] = as_number(speaker.chain.size(), 9);
    clues[names_in_chain] = static_cast<std::int32_t>(std::count_if(
        speaker.chain.begin(), speaker.chain.end(), [](const Source& s) { return s.entity.has_value(); }));
    if (source.entity) {
      clues[entity_kind] = kind_of_entity(all_.entities_[*source.entity].kind);
      clues[mentions] = as_number(all_.mentions_[*source.entity], 20);
      clues[speaks_percent] =
          as_number(all_.speaks_[*source.entity] * 100 / std::max<std::size_t>(all_.attributed_, 1), 100);
    }
    const std::string folded = fold(source.name);
    clues[agency] = all_.agencies_.contains(folded);
    clues[outlet_name] =
        all_.article_.outlet && !folded.empty() && fold(*all_.article_.outlet).find(folded) != std::string::npos;
    clues[document] = source_words().is_document(folded);
    clues[evidence] = source_words().is_evidence(folded);
    const auto head = all_.tree_.head_of(source.span);
    if (!head) return;
    const Token& word = tokens_[*head];
    const bool here = *head >= sentence().first && *head < sentence().last;
    clues[in_sentence] = here;
    clues[inside_claim] = claim_.span.contains(word.span);
    clues[before_claim] = word.span.begin < claim_.span.begin;
    const std::uint32_t apart = *head < first_ ? first_ - *head : *head >= last_ ? *head - last_ + 1 : 0;
    clues[distance] = std::min<std::int32_t>(static_cast<std::int32_t>(apart), farthest);
    clues[relation] = relation_group(word);
    clues[noun] = word.tag == Tag::NOUN ? noun_group(word_kinds().of_noun(word.lemma)) : 0;
    clues[pronoun] = word.tag != Tag::PRON                                                  ? 0
                     : word.lemma == "who" || word.lemma == "which" || word.lemma == "that" ? 3
                     : word.lemma == "I" || word.lemma == "i" || word.lemma == "we"         ? 2
                                                                                            : 1;
    clues[body] = source_words().is_body(word.lemma);
    clues[person_word] = source_words().is_person(word.lemma);
    const std::string_view written = words_at(all_.article_.text, word.span);
    clues[plural] = word.tag == Tag::NOUN && written.ends_with('s') && !std::string_view(word.lemma).ends_with('s');
    clues[resolved] =
        fold(words_at(all_.article_.text, word.span)) != folded && folded.find(fold(written)) == std::string::npos;
    for (std::uint32_t t = *head > 8 ? *head - 8 : 0; t < *head; ++t) {
      if (tokens_[t].head != static_cast<std::int32_t>(*head)) continue;
      if (tokens_[t].lemma == "the") clues[definite] = 1;
      if (is_none_word(tokens_[t].lemma)) clues[none_word] = 1;
      if (tokens_[t].relation == Relation::case_) clues[preposition] = preposition_group(tokens_[t].lemma);
    }
    if (is_none_word(word.lemma)) clues[none_word] = 1;
    if (const Mention* mention = mention_at(word.span)) clues[mention_kind] = kind_of_entity(mention->kind);
    if (word.head == no_head) return;
    const Token& governor = tokens_[static_cast<std::size_t>(word.head)];
    clues[governor_cue] = governor.lemma == "accord" ? 9 : cue_group(governor.lemma);
    clues[governor_verb] = governor.tag == Tag::VERB ? verb_group(word_kinds().of_verb(governor.lemma)) : 0;
    clues[governor_tag] = static_cast<std::int32_t>(governor.tag);
  }

  const Mention* mention_at(Span token) const {
    const auto& mentions = all_.marks_.names.mentions;
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), token.begin,
                                        [](const Mention& m, std::size_t byte) { return m.span.end <= byte; });
    return found != mentions.end() && found->span.overlaps(token) ? &*found : nullptr;
  }

  Source named(Span words) const {
    return source_named(all_.article_, all_.marks_, all_.tree_, words, all_.entity_of_named_, all_.entities_);
  }

  // The subjects of the claim's own verb and of those above it.
  void add_ancestors() {
    std::uint32_t at = head_;
    for (std::int32_t depth = 0; depth < 6; ++depth) {
      if (const auto subject = subject_of(all_.tree_, at)) {
        const Source source = named(*subject);
        if (says(source)) {
          const bool known = knows(source);
          PossibleSpeaker& speaker = one_with({source});
          if (!known || speaker.clues[by_attribution] == 0) note_words(speaker);
          if (depth == 0) speaker.clues[by_subject] = 1;
          if (depth > 0 && speaker.clues[by_ancestor] == 0) {
            speaker.clues[by_ancestor] = depth;
            speaker.clues[ancestor_relation] = clause_group(tokens_[below_]);
            speaker.clues[ancestor_cue] = cue_group(tokens_[at].lemma);
            speaker.clues[ancestor_verb] = verb_group(word_kinds().of_verb(tokens_[at].lemma));
            if (!speaker.cue && speaker.clues[by_rules] == 0) speaker.cue = tokens_[at].span;
          }
        }
      }
      if (tokens_[at].head == no_head) break;
      below_ = at;
      at = static_cast<std::uint32_t>(tokens_[at].head);
    }
  }

  bool knows(const Source& source) const {
    const std::string folded = fold(source.name);
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const Source& other = found_[i].chain.back();
      if ((source.entity && other.entity == source.entity) || folded_[i - 1] == folded) return true;
    }
    return false;
  }

  // Noun phrases of the sentence that name somebody.
  void add_phrases() {
    constexpr std::size_t most = 16;
    std::size_t added = 0;
    for (std::uint32_t t = sentence().first; t < sentence().last && added < most; ++t) {
      const Token& token = tokens_[t];
      if (token.tag != Tag::NOUN && token.tag != Tag::PROPN && token.tag != Tag::PRON) continue;
      const Relation way = token.relation;
      if (way == Relation::compound || way == Relation::flat || way == Relation::fixed || way == Relation::goeswith)
        continue;
      const Mention* const mention = mention_at(token.span);
      const std::uint8_t kind = token.tag == Tag::NOUN ? word_kinds().of_noun(token.lemma) : 0;
      const bool names_one = mention != nullptr && mention->kind != EntityKind::other;
      const bool can_speak = kind == noun_kind::person || kind == noun_kind::group ||
                             kind == noun_kind::communication || source_words().is_body(token.lemma) ||
                             source_words().is_person(token.lemma);
      if (!names_one && !can_speak && !is_speaker_pronoun(token)) continue;
      Span phrase = mention != nullptr ? mention->span : token.span;
      if (mention == nullptr) {
        for (std::uint32_t j = t; j-- > sentence().first && tokens_[j].head == static_cast<std::int32_t>(t);) {
          if (tokens_[j].relation == Relation::case_) break;
          phrase.begin = tokens_[j].span.begin;
        }
      }
      const Source source = named(phrase);
      if (!says(source)) continue;
      ++added;
      const bool known = knows(source);
      PossibleSpeaker& speaker = one_with({source});
      if (known) continue;
      note_words(speaker);
      if (token.head != no_head && cue_group(tokens_[static_cast<std::size_t>(token.head)].lemma) != 0)
        speaker.cue = tokens_[static_cast<std::size_t>(token.head)].span;
    }
  }

  // Those who spoke last before the sentence and next after it.
  void add_neighbours() {
    constexpr std::size_t most_back = 12;
    for (std::size_t back = 1; back <= most_back && back <= sentence_; ++back) {
      if (add_neighbour(sentence_ - back, by_previous, back)) break;
    }
    for (std::size_t on = 1; on <= 2 && sentence_ + on < all_.in_.size(); ++on) {
      if (add_neighbour(sentence_ + on, by_next, on)) break;
    }
  }

  bool add_neighbour(std::size_t where, Clue way, std::size_t apart) {
    const auto& there = all_.in_[where];
    for (std::size_t i = there.size(); i-- > 0;) {
      const std::uint32_t a = there[i];
      if (!says(all_.chain_of(a)) || all_.marks_.attributions[a].outer) continue;
      const bool known = knows(all_.chain_of(a).back());
      PossibleSpeaker& speaker = one_with(all_.chain_of(a));
      if (!known) {
        speaker.attribution = a;
        note_attribution(speaker, a);
        note_words(speaker);
      }
      speaker.clues[way] = static_cast<std::int32_t>(apart);
      return true;
    }
    return false;
  }

  void add_loudest() {
    for (std::size_t i = 0; i < all_.loudest_.size(); ++i) {
      const auto& chain = all_.chain_of(all_.loudest_[i]);
      if (!says(chain)) continue;
      const bool known = knows(chain.back());
      PossibleSpeaker& speaker = one_with({chain.back()});
      if (!known) note_words(speaker);
      speaker.clues[by_loudest] = 1 + static_cast<std::int32_t>(i);
    }
  }

  // The other links of the rules' chain, and of the attributions at hand.
  void add_links() {
    std::vector<Source> links;
    const auto take = [&](const std::vector<Source>& chain) {
      if (chain.size() > 1) links.insert(links.end(), chain.begin(), chain.end() - 1);
    };
    take(claim_.sources);
    for (const std::uint32_t a : all_.in_[sentence_]) take(all_.chain_of(a));
    for (const Source& link : links) {
      if (!says(link)) continue;
      const bool known = knows(link);
      PossibleSpeaker& speaker = one_with({link});
      if (!known) note_words(speaker);
      speaker.clues[by_link] = 1;
    }
  }

  // Whom the rules give the claims around to.
  void note_other_claims() {
    const std::size_t own = all_.speaker_of_[number_];
    const auto [paragraph, paragraph_end] = drafts_in_paragraph();
    const auto at_most = [](std::size_t count, std::size_t self, std::size_t most) {
      return as_number(count - std::min(count, self), most);
    };
    for (PossibleSpeaker& speaker : found_) {
      auto& clues = speaker.clues;
      clues[speaker_sentences] = 30;
      const auto known = all_.numbers_.find(speaker.chain.empty() ? "" : key_of(speaker.chain.back()));
      if (known == all_.numbers_.end()) continue;
      const std::size_t number = known->second;
      const DraftsOfSpeaker& drafts = all_.drafts_of_[number];
      const std::size_t self = number == own ? 1 : 0;
      if (number_ > 0 && all_.speaker_of_[number_ - 1] == number) clues[like_last_claim] = 1;
      if (number_ + 1 < all_.drafts_.size() && all_.speaker_of_[number_ + 1] == number) clues[like_next_claim] = 1;
      const auto here = drafts.sentences.find(sentence_);
      if (here != drafts.sentences.end()) clues[sentence_claims] = at_most(here->second, self, 9);
      clues[paragraph_claims] = at_most(drafts.count_before(paragraph_end) - drafts.count_before(paragraph), self, 20);
      const std::size_t before = drafts.count_before(number_);
      clues[claims_before] = as_number(before, 60);
      clues[claims_after] = at_most(drafts.numbers.size() - before, self, 60);
      if (const auto last = drafts.last_before_sentence(sentence_))
        clues[speaker_sentences] = as_number(sentence_ - all_.draft_sentences_[*last], 29);
    }
  }

  // The numbers of the claims that begin in this one's paragraph, as [first, last).
  std::pair<std::size_t, std::size_t> drafts_in_paragraph() const {
    const auto& ends = all_.line_ends_;
    const std::size_t begin = claim_.span.begin;
    const auto after = std::upper_bound(ends.begin(), ends.end(), begin);
    const auto at = std::lower_bound(ends.begin(), ends.end(), begin);
    const std::size_t paragraph = after == ends.begin() ? 0 : *(after - 1) + 1;
    const std::size_t paragraph_end = at == ends.end() ? all_.article_.text.size() : *at;
    const auto draft_at = [&](std::size_t byte) {
      const auto found = std::lower_bound(all_.drafts_.begin(), all_.drafts_.end(), byte,
                                          [](const DraftClaim& d, std::size_t b) { return d.claim.span.begin < b; });
      return static_cast<std::size_t>(found - all_.drafts_.begin());
    };
    return {draft_at(paragraph), draft_at(paragraph_end)};
  }

  bool said_at(std::size_t where) const {
    if (where >= all_.in_.size()) return false;
    return std::any_of(all_.in_[where].begin(), all_.in_[where].end(),
                       [&](std::uint32_t a) { return says(all_.chain_of(a)); });
  }

  void note_claim(std::optional<std::uint32_t> said_in, bool quoted) {
    SpeakerClues of_claim{};
    const Token& head = tokens_[head_];
    const std::string_view text = all_.article_.text;
    const std::string_view words = words_at(text, claim_.span);
    of_claim[claim_quoted] = quoted;
    of_claim[claim_ends_quoted] =
        words.find('"') != std::string_view::npos || words.find("\u201C") != std::string_view::npos;
    of_claim[claim_rules_outlet] = claim_.sources.empty();
    of_claim[claim_said] = said_in.has_value();
    of_claim[claim_relation] = clause_group(head);
    of_claim[claim_tag] = static_cast<std::int32_t>(head.tag);
    std::uint32_t at = head_;
    while (tokens_[at].head != no_head && of_claim[claim_depth] < 9) {
      ++of_claim[claim_depth];
      at = static_cast<std::uint32_t>(tokens_[at].head);
    }
    of_claim[claim_verb] = head.tag == Tag::VERB ? verb_group(word_kinds().of_verb(head.lemma)) : 0;
    of_claim[claim_cue] = cue_group(head.lemma);
    of_claim[claim_sentence] = as_number(sentence_, 99);
    of_claim[claim_sentences_left] = as_number(all_.marks_.dissection.sentences.size() - 1 - sentence_, 99);
    of_claim[claim_words] = as_number(last_ - first_, 99);
    of_claim[claim_sentence_share] = as_number((last_ - first_) * 100 / (sentence().last - sentence().first), 100);
    of_claim[claim_attributions] = as_number(all_.in_[sentence_].size(), 9);
    for (std::uint32_t t = first_; t < last_; ++t) {
      const std::string& lemma = tokens_[t].lemma;
      if (tokens_[t].tag == Tag::PRON &&
          (lemma == "I" || lemma == "i" || lemma == "we" || lemma == "my" || lemma == "our"))
        of_claim[claim_first_person] = 1;
      if (tokens_[t].head == static_cast<std::int32_t>(head_) && tokens_[t].relation == Relation::aux)
        of_claim[claim_modal] = lemma == "will"                                     ? 1
                                : lemma == "have" || lemma == "be" || lemma == "do" ? of_claim[claim_modal]
                                                                                    : 2;
    }
    of_claim[claim_previous_said] = sentence_ > 0 && said_at(sentence_ - 1);
    of_claim[claim_next_said] = said_at(sentence_ + 1);
    of_claim[claim_attributed_share] =
        as_number(all_.attributed_ * 100 / std::max<std::size_t>(all_.marks_.dissection.sentences.size(), 1), 200);
    const std::string_view whole = words_at(text, sentence().span);
    of_claim[claim_heading] = whole.find_last_of(".!?\"") == std::string_view::npos;
    of_claim[claim_candidates] = as_number(found_.size(), 30);
    of_claim[claim_by_introduction] = tokens_[head_].tag == Tag::PROPN;
    for (PossibleSpeaker& speaker : found_) {
      for (std::size_t i = claim_quoted; i < clue_count; ++i) speaker.clues[i] = of_claim[i];
      if (speaker.chain.empty()) continue;
      const std::size_t from = speaker.chain.back().span.begin;
      const std::size_t marks_before = static_cast<std::size_t>(std::count(
          text.begin() + static_cast<std::ptrdiff_t>(sentence().span.begin),
          text.begin() +
              static_cast<std::ptrdiff_t>(std::max(sentence().span.begin, std::min(from, sentence().span.end))),
          '"'));
      speaker.clues[quoted_source] = marks_before % 2 == 1;
    }
  }

  const PossibleSpeakers& all_;
  const std::vector<Token>& tokens_;
  const std::size_t number_;
  const Claim& claim_;
  const std::uint32_t head_;
  const std::size_t sentence_;
  std::uint32_t first_ = 0;  // the claim's tokens are [first_, last_)
  std::uint32_t last_ = 0;
  std::uint32_t below_ = 0;
  std::vector<PossibleSpeaker> found_;
  std::vector<std::string> folded_;  // of each but the first: its speaker's folded name
};

std::vector<PossibleSpeaker> PossibleSpeakers::of(std::size_t draft) const {
  return Gatherer(*this, draft).gather(drafts_[draft].said_in, drafts_[draft].quoted);
}

bool PossibleSpeaker::is_by_rules(const Claim& claim) const {
  return chain.empty() ? claim.sources.empty() : clues[by_rules] != 0;
}

SpeakerChoice::SpeakerChoice() : trees_(resource("models/speakers.txt"), "models/speakers.txt", speaker_clue_names()) {}

std::size_t SpeakerChoice::choose(std::span<const PossibleSpeaker> speakers) const {
  std::size_t best = 0;
  std::int64_t best_score = 0;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    const std::int64_t score = trees_.score(speakers[i].clues);
    if (i > 0 && score <= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

}  // namespace hearsay
