// The spans come from the tree alone, several for each predicate and noun, as open information extraction has it
// (Stanovsky et al. 2018 learn there which words belong to a proposition; here a whole span is judged). Nothing is cut
// but at the edges of a phrase.
#include "itemise/propositions/facts.h"

#include "base/folding.h"
#include "base/resources.h"
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"
#include "itemise/words/article_words.h"
#include "itemise/words/joined_words.h"

#include <algorithm>
#include <map>
#include <set>

namespace hearsay {

namespace {

// How a span was cut from its head's phrase.
enum Cut : std::size_t {
  full,
  without_clauses,
  without_conjuncts,
  without_both,
  frame,
  core,
  to_comma,
  from_comma,
  without_subject,
  bare_predicate,
  noun_phrase,
  short_noun_phrase,
  prepositional,
  sentence_whole,
  cut_count
};

enum Clue : std::size_t {
  bytes = cut_count,
  words,
  head_tag,
  head_relation,
  nearest,
  smallest_around,
  around,
  inside,
  verbs,
  names,
  numbers,
  pronouns,
  signs,
  has_subject,
  has_object,
  has_oblique,
  has_complement,
  sentence_share,
  in_content,
  cues,
  mentions,
  quantities,
  times,
  place_in_text,
  begins_with_pronoun,
  first_relation,
  last_relation,
  begins_sentence,
  ends_sentence,
  covered_words,
  uncovered_words,
  head_depth,
  children,
  quotes,
  head_is_predicate,
  first_tag,
  last_tag,
  sentence_words,
  clue_count
};
static_assert(clue_count == fact_clue_count);

constexpr std::uint32_t longest_sentence = 150;
constexpr std::size_t most_words = 60;

std::int32_t as_number(std::size_t value, std::size_t most) { return static_cast<std::int32_t>(std::min(value, most)); }

class Finder {
 public:
  Finder(const Article& article, const Marks& marks, const Tree& tree, std::span<const Proposition> propositions)
      : article_(article),
        marks_(marks),
        tree_(tree),
        tokens_(marks.dissection.tokens),
        joined_(marks),
        propositions_(propositions) {}

  std::vector<PossibleFact> find() {
    std::vector<PossibleFact> all;
    const std::vector<std::vector<std::uint32_t>> told_in = attributions_by_sentence();
    for (std::size_t s = 0; s < marks_.dissection.sentences.size(); ++s) {
      const Sentence& sentence = marks_.dissection.sentences[s];
      if (sentence.last - sentence.first > longest_sentence || sentence.first == sentence.last) continue;
      sentence_ = &sentence;
      found_.clear();
      near_.clear();
      frames_.clear();
      sayings_.clear();
      for (const std::uint32_t a : told_in[s]) {
        sayings_.push_back(&marks_.attributions[a]);
        if (const auto& source = marks_.attributions[a].source)
          frames_.emplace_back(*source, *marks_.attributions[a].cue);
      }
      note_propositions_near(sentence.span);
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) cut(t);
      put_range(sentence.first, sentence.last, sentence_whole, root());
      for (auto& [span, fact] : found_) {
        if (is_mostly_boilerplate(article_, span)) continue;
        note(fact);
        all.push_back(std::move(fact));
      }
    }
    return all;
  }

 private:
  // Of each sentence those whose cue touches it.
  std::vector<std::vector<std::uint32_t>> attributions_by_sentence() const {
    const auto& sentences = marks_.dissection.sentences;
    std::vector<std::vector<std::uint32_t>> of_sentence(sentences.size());
    for (std::uint32_t a = 0; a < marks_.attributions.size(); ++a) {
      const Attribution& attribution = marks_.attributions[a];
      if (!attribution.cue) continue;
      std::size_t number = sentence_at(sentences, attribution.cue->begin);
      for (; number < sentences.size() && attribution.cue->overlaps(sentences[number].span); ++number)
        of_sentence[number].push_back(a);
    }
    return of_sentence;
  }

  // In the order of their beginnings; reach_[i] is the furthest end among the first i of them.
  void note_propositions_near(Span sentence) {
    if (reach_.empty()) {
      reach_.push_back(0);
      for (const Proposition& p : propositions_) reach_.push_back(std::max(reach_.back(), p.span.end));
    }
    const auto reaching = std::upper_bound(reach_.begin(), reach_.end(), sentence.begin);
    for (auto p = static_cast<std::size_t>(reaching - reach_.begin()) - 1; p < propositions_.size(); ++p) {
      if (propositions_[p].span.begin >= sentence.end) break;
      if (propositions_[p].span.overlaps(sentence)) near_.push_back(propositions_[p].span);
    }
  }

  bool is(std::uint32_t token, Relation relation) const { return is_a(tokens_[token].relation, relation); }

  bool opens_clause(std::uint32_t token) const {
    const Relation name = tokens_[token].relation;
    return name == Relation::acl_relcl || is_a(name, Relation::advcl) || name == Relation::parataxis;
  }

  bool is_predicate(std::uint32_t token) const {
    const Tag tag = tokens_[token].tag;
    if (tag == Tag::VERB) return true;
    if (tag == Tag::AUX && !is(token, Relation::aux) && !is(token, Relation::cop)) return true;
    return tree_.has_child(token, Relation::nsubj) || tree_.has_child(token, Relation::cop);
  }

  std::uint32_t root() const {
    for (std::uint32_t t = sentence_->first; t < sentence_->last; ++t) {
      if (tokens_[t].head == no_head) return t;
    }
    return sentence_->first;
  }

  bool is_edge(std::uint32_t t) const {
    return tokens_[t].tag == Tag::PUNCT || is(t, Relation::cc) || (is(t, Relation::mark) && tokens_[t].lemma == "that");
  }

  // The words below a token, but for the branches that `left_out` names, as [first, last).
  template <class LeftOut>
  std::pair<std::uint32_t, std::uint32_t> below(std::uint32_t top, LeftOut left_out) {
    std::uint32_t first = top;
    std::uint32_t last = top;
    stack_.assign(1, top);
    for (std::size_t steps = 0; !stack_.empty() && steps <= longest_sentence; ++steps) {
      const std::uint32_t at = stack_.back();
      stack_.pop_back();
      if (!is_edge(at) || at == top) {
        first = std::min(first, at);
        last = std::max(last, at);
      }
      for (const std::uint32_t child : tree_.children(at)) {
        if (!left_out(at, child)) stack_.push_back(child);
      }
    }
    return {first, last + 1};
  }

  void put(std::pair<std::uint32_t, std::uint32_t> range, Cut how, std::uint32_t head) {
    put_range(range.first, range.second, how, head);
  }

  void put_range(std::uint32_t first, std::uint32_t last, Cut how, std::uint32_t head) {
    while (first < last && is_edge(first)) ++first;
    while (first < last && is_edge(last - 1)) --last;
    if (last - first < 2 || last - first > most_words) return;
    if (joined_.joined(first) || joined_.joined(last)) return;
    const Span span{tokens_[first].span.begin, tokens_[last - 1].span.end};
    if (cuts_a_frame(span) || is_frame(span) || is_withheld(first, last) || loses_no(head, span)) return;
    if (std::find(near_.begin(), near_.end(), span) != near_.end()) return;
    auto [found, fresh] = found_.try_emplace(span);
    if (fresh) found->second.proposition = {span, head, std::nullopt};
    found->second.clues[how] = 1;
  }

  // Who says a thing is told with the saying or not at all: "it sank, the captain" says nothing.
  bool cuts_a_frame(Span span) const {
    return std::any_of(frames_.begin(), frames_.end(), [&](const auto& frame) {
      const auto& [source, cue] = frame;
      const bool whole = span.contains(source) && span.contains(cue);
      return span.overlaps(source) && !whole && !source.contains(span);
    });
  }

  // Who says a thing without what is said: "the captain said". With a day it tells when.
  bool is_frame(Span span) const {
    if (count_in(marks_.times, span) > 0) return false;
    return std::any_of(sayings_.begin(), sayings_.end(), [&](const Attribution* a) {
      return span.contains(*a->cue) && !a->content.empty() &&
             std::none_of(a->content.begin(), a->content.end(), [&](Span c) { return c.overlaps(span); });
    });
  }

  // "to say where it was" of "declined to say where it was": nobody asserts it.
  bool is_withheld(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const auto above = tree_.head(t);
      if (!above || (*above >= first && *above < last)) continue;
      if (!is(t, Relation::xcomp) && !is(t, Relation::ccomp)) continue;
      if ((saying_words().of(tokens_[*above].lemma) & SayingSort::silence) != 0) return true;
    }
    return false;
  }

  // "was hurt" of "nobody was hurt": the opposite.
  bool loses_no(std::uint32_t head, Span span) const {
    const auto subject = tree_.subject(head);
    if (!subject || span.contains(tokens_[tree_.leftmost(*subject)].span)) return false;
    return tree_.is_negated(*subject) || function_words().has(fold(tokens_[*subject].lemma), FunctionWord::nobody);
  }

  void cut(std::uint32_t t) {
    const Tag tag = tokens_[t].tag;
    if (is_predicate(t)) {
      cut_predicate(t);
    } else if ((tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::NUM) && !is(t, Relation::compound) &&
               !is(t, Relation::flat)) {
      cut_noun(t);
    }
  }

  void cut_predicate(std::uint32_t t) {
    const auto conjunct = [&](std::uint32_t at, std::uint32_t child) { return at == t && is(child, Relation::conj); };
    const auto subject = [&](std::uint32_t at, std::uint32_t child) { return at == t && is(child, Relation::nsubj); };
    const auto whole = below(t, [](std::uint32_t, std::uint32_t) { return false; });
    put(whole, full, t);
    put(below(t, [&](std::uint32_t, std::uint32_t child) { return opens_clause(child); }), without_clauses, t);
    put(below(t, conjunct), without_conjuncts, t);
    put(below(t, [&](std::uint32_t at, std::uint32_t child) { return opens_clause(child) || conjunct(at, child); }),
        without_both, t);
    put(below(t,
              [&](std::uint32_t at, std::uint32_t child) {
                return at == t && (is(child, Relation::ccomp) || is(child, Relation::parataxis));
              }),
        frame, t);
    put(below(t,
              [&](std::uint32_t at, std::uint32_t child) {
                const bool behind = at == t && child > t &&
                                    (is(child, Relation::obl) || is(child, Relation::advcl) ||
                                     is(child, Relation::advmod) || is(child, Relation::xcomp));
                return behind || opens_clause(child) || conjunct(at, child);
              }),
        core, t);
    put(below(t, subject), without_subject, t);
    put(below(t, [&](std::uint32_t at, std::uint32_t child) { return subject(at, child) || opens_clause(child); }),
        bare_predicate, t);
    for (std::uint32_t comma = t + 1; comma < whole.second; ++comma) {
      if (tokens_[comma].lemma != ",") continue;
      put_range(whole.first, comma, to_comma, t);
      break;
    }
    for (std::uint32_t comma = t; comma > whole.first; --comma) {
      if (tokens_[comma - 1].lemma != ",") continue;
      put_range(comma, whole.second, from_comma, t);
      break;
    }
  }

  void cut_noun(std::uint32_t t) {
    const auto outside = [&](std::uint32_t at, std::uint32_t child) {
      return at == t && (is(child, Relation::case_) || is(child, Relation::conj) || is(child, Relation::cc));
    };
    put(below(t, outside), noun_phrase, t);
    put(below(t,
              [&](std::uint32_t at, std::uint32_t child) {
                return outside(at, child) || (at == t && (is(child, Relation::acl) || is(child, Relation::appos) ||
                                                          is(child, Relation::parataxis)));
              }),
        short_noun_phrase, t);
    if (is(t, Relation::obl) || is(t, Relation::nmod))
      put(below(t, [](std::uint32_t, std::uint32_t) { return false; }), prepositional, t);
  }

  template <class Mark>
  static std::size_t count_in(const std::vector<Mark>& marks, Span words) {
    auto mark = std::lower_bound(marks.begin(), marks.end(), words.begin,
                                 [](const Mark& m, std::size_t byte) { return m.span.begin < byte; });
    std::size_t count = 0;
    for (; mark != marks.end() && mark->span.begin < words.end; ++mark) count += mark->span.end <= words.end;
    return count;
  }

  void note(PossibleFact& fact) const {
    auto& clues = fact.clues;
    const Span span = fact.proposition.span;
    const std::uint32_t head = fact.proposition.head;
    const auto range = tokens_in(tokens_, span);
    const auto first = static_cast<std::uint32_t>(range.data() - tokens_.data());
    const auto last = first + static_cast<std::uint32_t>(range.size());
    clues[bytes] = as_number(span.size(), 400);
    clues[words] = as_number(range.size(), most_words);
    clues[head_tag] = static_cast<std::int32_t>(tokens_[head].tag);
    clues[head_relation] = static_cast<std::int32_t>(tokens_[head].relation);
    clues[smallest_around] = 999;
    std::size_t covered_until = span.begin;
    std::size_t covered = 0;
    for (const Span other : near_) {
      const std::size_t shared = intersection(span, other).size();
      if (shared == 0) continue;
      clues[nearest] = std::max(clues[nearest], as_number(200 * shared / (span.size() + other.size()), 100));
      if (other.contains(span)) {
        ++clues[around];
        clues[smallest_around] = std::min(clues[smallest_around], as_number(other.size(), 999));
      }
      clues[inside] += span.contains(other);
      const std::size_t from = std::max(covered_until, other.begin);
      const std::size_t to = std::min(span.end, other.end);
      if (to > from) {
        covered += to - from;
        covered_until = to;
      }
    }
    clues[covered_words] = as_number(covered * 100 / span.size(), 100);
    clues[uncovered_words] = as_number(span.size() - std::min(covered, span.size()), 300);
    for (const Token& token : range) {
      clues[verbs] += token.tag == Tag::VERB;
      clues[names] += token.tag == Tag::PROPN;
      clues[numbers] += token.tag == Tag::NUM;
      clues[pronouns] += token.tag == Tag::PRON;
      clues[signs] += token.tag == Tag::PUNCT;
      clues[quotes] += token.lemma == "\"" || token.lemma == "\u201C" || token.lemma == "\u201D";
    }
    for (const std::uint32_t child : tree_.children(head)) {
      if (child < first || child >= last) continue;
      ++clues[children];
      clues[has_subject] |= is(child, Relation::nsubj);
      clues[has_object] |= is(child, Relation::obj);
      clues[has_oblique] |= is(child, Relation::obl);
      clues[has_complement] |= is(child, Relation::ccomp) || is(child, Relation::xcomp);
    }
    const std::size_t sentence_size = std::max<std::size_t>(sentence_->span.size(), 1);
    clues[sentence_share] = as_number(100 * span.size() / sentence_size, 100);
    clues[sentence_words] = as_number(sentence_->last - sentence_->first, longest_sentence);
    for (const Attribution& a : attributions_near(span)) {
      clues[in_content] |= std::any_of(a.content.begin(), a.content.end(), [&](Span c) { return c.contains(span); });
      if (a.cue) clues[cues] += span.contains(a.cue->begin);
    }
    clues[mentions] = as_number(count_in(marks_.names.mentions, span), 20);
    clues[quantities] = as_number(count_in(marks_.quantities, span), 20);
    clues[times] = as_number(count_in(marks_.times, span), 20);
    clues[place_in_text] = as_number(span.begin * 100 / std::max<std::size_t>(article_.text.size(), 1), 100);
    clues[begins_with_pronoun] = tokens_[first].tag == Tag::PRON;
    clues[first_relation] = first == head ? 99 : static_cast<std::int32_t>(tokens_[first].relation);
    clues[last_relation] = last - 1 == head ? 99 : static_cast<std::int32_t>(tokens_[last - 1].relation);
    clues[first_tag] = static_cast<std::int32_t>(tokens_[first].tag);
    clues[last_tag] = static_cast<std::int32_t>(tokens_[last - 1].tag);
    clues[begins_sentence] = first == sentence_->first;
    clues[ends_sentence] = last + 1 >= sentence_->last;
    clues[head_is_predicate] = is_predicate(head);
    std::uint32_t at = head;
    while (tokens_[at].head != no_head && clues[head_depth] < 12) {
      ++clues[head_depth];
      at = static_cast<std::uint32_t>(tokens_[at].head);
    }
  }

  // Those whose content begins near enough to hold a word of the sentence.
  std::span<const Attribution> attributions_near(Span span) const {
    constexpr std::size_t farthest = 2000;
    const auto& all = marks_.attributions;
    const std::size_t from = span.begin < farthest ? 0 : span.begin - farthest;
    const auto begins_before = [](const Attribution& a, std::size_t byte) { return a.content.front().begin < byte; };
    const auto first = std::lower_bound(all.begin(), all.end(), from, begins_before);
    const auto last = std::lower_bound(first, all.end(), span.end + 200, begins_before);
    return {first, last};
  }

  const Article& article_;
  const Marks& marks_;
  const Tree& tree_;
  const std::vector<Token>& tokens_;
  const JoinedWords joined_;
  const std::span<const Proposition> propositions_;
  std::vector<std::size_t> reach_;
  std::vector<std::uint32_t> stack_;

  // Of the sentence at hand:
  const Sentence* sentence_ = nullptr;
  std::vector<Span> near_;                     // the propositions that touch it
  std::vector<const Attribution*> sayings_;    // those whose cue stands in it
  std::vector<std::pair<Span, Span>> frames_;  // their sources and cues
  std::map<Span, PossibleFact> found_;
};

}  // namespace

const std::array<std::string_view, fact_clue_count>& fact_clue_names() {
  static const std::array<std::string_view, fact_clue_count> all = {
      "full",
      "without_clauses",
      "without_conjuncts",
      "without_both",
      "frame",
      "core",
      "to_comma",
      "from_comma",
      "without_subject",
      "bare_predicate",
      "noun_phrase",
      "short_noun_phrase",
      "prepositional",
      "sentence_whole",
      "bytes",
      "words",
      "head_tag",
      "head_relation",
      "nearest",
      "smallest_around",
      "around",
      "inside",
      "verbs",
      "names",
      "numbers",
      "pronouns",
      "signs",
      "has_subject",
      "has_object",
      "has_oblique",
      "has_complement",
      "sentence_share",
      "in_content",
      "cues",
      "mentions",
      "quantities",
      "times",
      "place_in_text",
      "begins_with_pronoun",
      "first_relation",
      "last_relation",
      "begins_sentence",
      "ends_sentence",
      "covered_words",
      "uncovered_words",
      "head_depth",
      "children",
      "quotes",
      "head_is_predicate",
      "first_tag",
      "last_tag",
      "sentence_words",
  };
  return all;
}

std::vector<PossibleFact> find_possible_facts(const Article& article, const Marks& marks, const Tree& tree,
                                              std::span<const Proposition> propositions) {
  return Finder(article, marks, tree, propositions).find();
}

FactChoice::FactChoice() : trees_(resource("models/facts.txt"), "models/facts.txt", fact_clue_names()) {}

std::vector<Proposition> FactChoice::choose(std::span<const PossibleFact> facts) const {
  constexpr std::int64_t least = -103000;  // log odds of 0.172, in 65,536ths
  std::vector<std::pair<std::int64_t, std::size_t>> likely;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const std::int64_t score = trees_.score(facts[i].clues);
    if (score >= least) likely.emplace_back(-score, i);
  }
  std::sort(likely.begin(), likely.end());
  std::vector<Proposition> chosen;
  std::set<Span> taken;
  const auto is_told = [&](Span span) {
    // What has so much in common is less than twice as long.
    const std::size_t begin = span.begin - std::min(span.begin, 2 * span.size());
    for (auto other = taken.lower_bound({begin, 0}); other != taken.end() && other->begin < span.end; ++other) {
      if (8 * intersection(span, *other).size() > 3 * (span.size() + other->size())) return true;
    }
    return false;
  };
  for (const auto& [score, i] : likely) {
    if (is_told(facts[i].proposition.span)) continue;
    chosen.push_back(facts[i].proposition);
    taken.insert(facts[i].proposition.span);
  }
  std::sort(chosen.begin(), chosen.end(), [](const Proposition& a, const Proposition& b) { return a.span < b.span; });
  return chosen;
}

}  // namespace hearsay
