// A denial or a doubt is expressed in few words, but which of them decide depends on where they stand: in the cue,
// before it, in a verb above it, in the claim. The words are listed (data/stances.txt, data/saying_words.txt); how they
// weigh together is learned.
#include "itemise/stances/stance_choice.h"

#include "base/resources.h"
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"
#include "itemise/stances/stance_phrases.h"
#include "itemise/stances/unsaid.h"
#include "itemise/words/word_kinds.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

enum Clue : std::size_t {
  by_rules,
  rules_of_cue,
  cue_declines,
  cue_denies,
  cue_confirms,
  cue_hedges,
  cue_estimates,
  claim_declines,
  claim_hedges,
  claim_estimates,
  sentence_declines,
  sentence_hedges,
  sentence_estimates,
  before_declines,
  before_hedges,
  before_estimates,
  leaves_open,
  unsaid,
  has_source,
  named_source,
  chain,
  quoted,
  has_cue,
  cue_verb,
  cue_sort,
  cue_noun,
  cue_negated,
  cue_modal,
  cue_passive,
  cue_in_claim,
  cue_distance,
  head_tag,
  head_relation,
  head_sort,
  head_verb,
  head_negated,
  head_modal,
  above_sort,
  above_negated,
  above_modal,
  above_noun,
  words,
  negations,
  quantities,
  approximate,
  asked,
  conditional,
  denying_word,
  confirming_word,
  believing_word,
  reporting_word,
  clue_count
};
static_assert(clue_count == stance_clue_count);

std::int32_t modal_group(std::string_view lemma) {
  const auto sorts = function_words().of(lemma);
  if ((sorts & FunctionWord::may) != 0) return 1;
  if ((sorts & FunctionWord::can) != 0) return 2;
  if ((sorts & FunctionWord::will) != 0) return 3;
  if ((sorts & FunctionWord::would) != 0) return 4;
  if ((sorts & (FunctionWord::must | FunctionWord::should)) != 0) return 5;
  return 0;
}

bool negates(std::string_view lemma) {
  return function_words().has(lemma, FunctionWord::negation | FunctionWord::never | FunctionWord::no |
                                         FunctionWord::neither | FunctionWord::nobody | FunctionWord::without);
}

std::int32_t relation_group(const Token& token) {
  const Relation name = token.relation;
  if (name == Relation::root) return 1;
  if (name == Relation::ccomp) return 2;
  if (name == Relation::parataxis) return 3;
  if (name == Relation::conj) return 4;
  if (name == Relation::xcomp) return 5;
  if (is_a(name, Relation::advcl)) return 6;
  if (is_a(name, Relation::acl)) return 7;
  return 8;
}

const StancePhrases& stance_phrases() {
  static const StancePhrases phrases;
  return phrases;
}

class Reader {
 public:
  Reader(const Claim& claim, const Proposition& proposition, std::string_view text, const Marks& marks,
         const Tree& tree, const StanceRules& rules)
      : claim_(claim),
        head_(proposition.head),
        text_(text),
        marks_(marks),
        tree_(tree),
        tokens_(marks.dissection.tokens),
        rules_(rules),
        phrases_(stance_phrases()),
        sentence_(tree.sentence_of(proposition.head)) {}

  StanceClues read(bool is_quoted) {
    clues_[quoted] = is_quoted;
    read_phrases();
    read_source();
    read_cue();
    read_head();
    read_above();
    read_words();
    clues_[unsaid] = static_cast<std::int32_t>(unsaid_at(tree_, head_));
    return clues_;
  }

 private:
  // Bits of the stances whose phrases stand in some words, as in `wanted`.
  void note_phrases(std::string_view some, Clue declines, Clue hedges, Clue estimates) {
    clues_[declines] = phrases_.in_words(Stance::declines, some);
    clues_[hedges] = phrases_.in_words(Stance::hedges, some);
    clues_[estimates] = phrases_.in_words(Stance::estimates, some);
  }

  void read_phrases() {
    note_phrases(words_at(text_, claim_.span), claim_declines, claim_hedges, claim_estimates);
    const Span rest = hull(sentence_.span, claim_.span);
    note_phrases(words_at(text_, rest), sentence_declines, sentence_hedges, sentence_estimates);
    constexpr std::size_t near = 40;
    const std::size_t begin = std::max(sentence_.span.begin, claim_.span.begin < near ? 0 : claim_.span.begin - near);
    const std::size_t end = std::min(claim_.span.begin + near / 4, claim_.span.end);
    if (begin < end) note_phrases(text_.substr(begin, end - begin), before_declines, before_hedges, before_estimates);
    clues_[leaves_open] = rules_.leave_open(words_at(text_, claim_.span));
  }

  void read_source() {
    clues_[has_source] = !claim_.sources.empty();
    clues_[named_source] = !claim_.sources.empty() && claim_.sources.back().entity.has_value();
    clues_[chain] = static_cast<std::int32_t>(std::min<std::size_t>(claim_.sources.size(), 4));
  }

  std::int32_t sort_of(std::string_view lemma) const {
    const SayingSorts sorts = saying_words().of(lemma) & SayingSort::cue;
    const auto is_of = [&](SayingSorts sort) { return (sorts & sort) != 0; };
    if (sorts == 0) return 0;
    if (is_of(SayingSort::deny)) return 1;
    if (is_of(SayingSort::silence)) return 2;
    if (is_of(SayingSort::concede)) return 3;
    if (is_of(SayingSort::claim)) return 4;
    if (is_of(SayingSort::believe)) return 5;
    if (is_of(SayingSort::feel)) return 6;
    if (is_of(SayingSort::say) || is_of(SayingSort::tell)) return 7;
    if (is_of(SayingSort::show)) return 8;
    if (is_of(SayingSort::urge) || is_of(SayingSort::promise) || is_of(SayingSort::ask)) return 9;
    return 10;
  }

  void read_cue() {
    clues_[by_rules] = static_cast<std::int32_t>(rules_.of({}, words_at(text_, claim_.span)));
    if (!claim_.cue) return;
    const auto cue = tokens_in(tokens_, *claim_.cue);
    if (cue.empty()) return;
    clues_[has_cue] = 1;
    const auto first = static_cast<std::size_t>(cue.data() - tokens_.data());
    const std::size_t begin = first < 4 ? 0 : first - 4;
    clues_[by_rules] = static_cast<std::int32_t>(
        rules_.of({tokens_.data() + begin, first + cue.size() - begin}, words_at(text_, claim_.span)));
    clues_[rules_of_cue] = static_cast<std::int32_t>(rules_.of(cue, ""));
    for (std::size_t t = begin; t < first + cue.size(); ++t) {
      const std::string& lemma = tokens_[t].lemma;
      const bool inside = t >= first;
      if (negates(lemma) || lemma == "yet") clues_[cue_negated] = 1;
      if (clues_[cue_modal] == 0) clues_[cue_modal] = modal_group(lemma);
      if (inside && tokens_[t].tag == Tag::NOUN) clues_[cue_noun] = 1;
      if (tokens_[t].relation == Relation::aux_pass) clues_[cue_passive] = 1;
      if (!inside) continue;
      if (clues_[cue_sort] == 0) clues_[cue_sort] = sort_of(lemma);
      if (tokens_[t].tag == Tag::VERB && clues_[cue_verb] == 0) clues_[cue_verb] = word_kinds().of_verb(lemma);
    }
    const auto stands_for = [&](Stance stance) { return phrases_.in_cue(stance, cue); };
    clues_[cue_declines] = stands_for(Stance::declines);
    clues_[cue_denies] = stands_for(Stance::denies);
    clues_[cue_confirms] = stands_for(Stance::confirms);
    clues_[cue_hedges] = stands_for(Stance::hedges);
    clues_[cue_estimates] = stands_for(Stance::estimates);
    clues_[cue_in_claim] = claim_.span.contains(*claim_.cue);
    const std::size_t apart = claim_.cue->begin > claim_.span.begin ? claim_.cue->begin - claim_.span.begin
                                                                    : claim_.span.begin - claim_.cue->begin;
    clues_[cue_distance] = static_cast<std::int32_t>(std::min<std::size_t>(apart / 10, 30));
  }

  void read_head() {
    const Token& head = tokens_[head_];
    clues_[head_tag] = static_cast<std::int32_t>(head.tag);
    clues_[head_relation] = relation_group(head);
    clues_[head_sort] = sort_of(head.lemma);
    clues_[head_verb] = head.tag == Tag::VERB ? word_kinds().of_verb(head.lemma) : 0;
    for (const std::uint32_t t : tree_.children(head_)) {
      if (negates(tokens_[t].lemma)) clues_[head_negated] = 1;
      if (tokens_[t].relation == Relation::aux && clues_[head_modal] == 0)
        clues_[head_modal] = modal_group(tokens_[t].lemma);
      if (tokens_[t].relation == Relation::mark &&
          function_words().has(tokens_[t].lemma, FunctionWord::condition | FunctionWord::whether))
        clues_[conditional] = 1;
    }
  }

  // The first word of saying that the claim hangs on.
  void read_above() {
    std::uint32_t at = head_;
    for (int steps = 0; steps < 5 && tokens_[at].head != no_head; ++steps) {
      at = static_cast<std::uint32_t>(tokens_[at].head);
      const std::int32_t sort = sort_of(tokens_[at].lemma);
      if (sort == 0) continue;
      clues_[above_sort] = sort;
      clues_[above_noun] = tokens_[at].tag == Tag::NOUN;
      for (const std::uint32_t t : tree_.children(at)) {
        if (negates(tokens_[t].lemma)) clues_[above_negated] = 1;
        if (tokens_[t].relation == Relation::aux && clues_[above_modal] == 0)
          clues_[above_modal] = modal_group(tokens_[t].lemma);
      }
      return;
    }
  }

  void read_words() {
    const auto inside = tokens_in(tokens_, claim_.span);
    clues_[words] = static_cast<std::int32_t>(std::min<std::size_t>(inside.size(), 60));
    for (const Token& token : inside) {
      if (negates(token.lemma)) ++clues_[negations];
      const std::int32_t sort = sort_of(token.lemma);
      if (sort == 1) clues_[denying_word] = 1;
      // Somebody confirms; a finding that proves or corroborates is none of these.
      constexpr auto by_somebody = SayingSort::confirms | SayingSort::speaks;
      if ((saying_words().of(token.lemma) & by_somebody) == by_somebody) clues_[confirming_word] = 1;
      if (sort == 5) clues_[believing_word] = 1;
      if (sort == 7 || sort == 4) clues_[reporting_word] = 1;
    }
    const auto& all = marks_.quantities;
    auto quantity = std::lower_bound(all.begin(), all.end(), claim_.span.begin,
                                     [](const Quantity& q, std::size_t byte) { return q.span.begin < byte; });
    for (; quantity != all.end() && quantity->span.begin < claim_.span.end; ++quantity) {
      if (!claim_.span.contains(quantity->span)) continue;
      ++clues_[quantities];
      if (quantity->approximate) clues_[approximate] = 1;
    }
    if (sentence_.last > sentence_.first) clues_[asked] = tokens_[sentence_.last - 1].lemma == "?";
  }

  const Claim& claim_;
  const std::uint32_t head_;
  const std::string_view text_;
  const Marks& marks_;
  const Tree& tree_;
  const std::vector<Token>& tokens_;
  const StanceRules& rules_;
  const StancePhrases& phrases_;
  const Sentence& sentence_;
  StanceClues clues_{};
};

}  // namespace

const std::array<std::string_view, stance_clue_count>& stance_clue_names() {
  static const std::array<std::string_view, stance_clue_count> names = {
      "by_rules",
      "rules_of_cue",
      "cue_declines",
      "cue_denies",
      "cue_confirms",
      "cue_hedges",
      "cue_estimates",
      "claim_declines",
      "claim_hedges",
      "claim_estimates",
      "sentence_declines",
      "sentence_hedges",
      "sentence_estimates",
      "before_declines",
      "before_hedges",
      "before_estimates",
      "leaves_open",
      "unsaid",
      "has_source",
      "named_source",
      "chain",
      "quoted",
      "has_cue",
      "cue_verb",
      "cue_sort",
      "cue_noun",
      "cue_negated",
      "cue_modal",
      "cue_passive",
      "cue_in_claim",
      "cue_distance",
      "head_tag",
      "head_relation",
      "head_sort",
      "head_verb",
      "head_negated",
      "head_modal",
      "above_sort",
      "above_negated",
      "above_modal",
      "above_noun",
      "words",
      "negations",
      "quantities",
      "approximate",
      "asked",
      "conditional",
      "denying_word",
      "confirming_word",
      "believing_word",
      "reporting_word",
  };
  return names;
}

StanceClues stance_clues(const Claim& claim, const Proposition& proposition, bool quoted, std::string_view text,
                         const Marks& marks, const Tree& tree, const StanceRules& rules) {
  return Reader(claim, proposition, text, marks, tree, rules).read(quoted);
}

StanceChoice::StanceChoice() : trees_(resource("models/stances.txt"), "models/stances.txt", stance_clue_names()) {}

Stance StanceChoice::choose(const StanceClues& clues) const {
  // A cue of denying or refusing decides: a denial that is taken for an assertion would count as support.
  const auto by_cue = static_cast<Stance>(clues[rules_of_cue]);
  if (by_cue == Stance::denies || by_cue == Stance::declines) return by_cue;
  // Words of doubt or estimation that stand there are taken at their word, unless the rest speaks clearly against it:
  // a probability of .3 beside .7.
  constexpr std::int64_t clearly = 55'500;  // of log odds, in 65,536ths
  const auto by_words = static_cast<Stance>(clues[by_rules]);
  const bool doubted = by_words == Stance::hedges || by_words == Stance::estimates;
  std::size_t best = 0;
  std::vector<std::int64_t> scores;
  for (std::size_t i = 0; i < trees_.outputs(); ++i) {
    scores.push_back(trees_.score(clues, i));
    if (scores[i] > scores[best]) best = i;
  }
  if (doubted && scores[best] - scores[static_cast<std::size_t>(by_words)] <= clearly) return by_words;
  return static_cast<Stance>(best);
}

}  // namespace hearsay
