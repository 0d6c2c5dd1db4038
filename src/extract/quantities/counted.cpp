// What an amount counts, from the tree where it says so (Universal Dependencies: nummod, nsubj, obj, obl), otherwise
// from the tags of the words behind the number. The head with what stands before it, verbatim; what follows the head
// ("of the town") is left out.
#include "extract/quantities/context.h"

#include <algorithm>

namespace hearsay {

namespace {

class Counted {
 public:
  Counted(const SentenceView& view, const Amount& amount) : view_(view), amount_(amount) {}

  std::optional<Span> find() const;

 private:
  std::optional<Span> noun_phrase(std::uint32_t first) const;
  std::optional<Span> governor(std::uint32_t number) const;
  std::optional<Span> subject_of(std::uint32_t head) const;
  std::optional<Span> before_comma() const;
  std::optional<Span> before_or() const;

  const Token& token(std::uint32_t i) const { return view_.dissection.tokens[i]; }
  bool inside(std::uint32_t i) const { return i < view_.sentence.last; }
  std::string_view words(std::uint32_t i) const { return words_at(view_.text, token(i).span); }
  Relation relation(std::uint32_t i) const { return token(i).relation; }
  bool is_participle(std::uint32_t i) const {
    return token(i).tag == Tag::VERB &&
           (words(i).ends_with("ed") || words(i).ends_with("en") || words(i).ends_with("ing"));
  }

  const SentenceView& view_;
  const Amount& amount_;
};

bool is_noun(Tag tag) { return tag == Tag::NOUN || tag == Tag::PROPN; }

// The longest run of words that can stand before a noun, up to its last noun.
std::optional<Span> Counted::noun_phrase(std::uint32_t first) const {
  std::uint32_t i = first;
  if (inside(i) && words(i) == "-") ++i;
  const bool partitive = inside(i) && words(i) == "of";
  if (partitive) ++i;
  while (inside(i) && (token(i).tag == Tag::DET || (token(i).tag == Tag::PRON && relation(i) == Relation::nmod_poss) ||
                       (token(i).tag == Tag::PRON && partitive) || (token(i).tag == Tag::NUM && partitive)))
    ++i;
  const std::uint32_t begin = i;
  std::optional<std::uint32_t> noun;
  std::optional<std::uint32_t> other;  // "dead", "injured" stand for people
  for (; inside(i) && i < begin + 12; ++i) {
    if (touches_time(view_, token(i).span)) break;
    const Tag tag = token(i).tag;
    const bool next_is_noun = inside(i + 1) && (is_noun(token(i + 1).tag) || token(i + 1).tag == Tag::ADJ);
    if (is_noun(tag)) {
      if (noun && token(*noun).tag == Tag::NOUN && relation(i) != Relation::root && relation(*noun) == Relation::nsubj)
        break;
      noun = i;
    } else if (tag == Tag::ADJ ||
               (is_participle(i) && (next_is_noun || (i == begin && !amount_.unit && !words(i).ends_with("ing"))))) {
      if (!noun) other = i;
    } else if (tag == Tag::NUM || tag == Tag::PUNCT || tag == Tag::PART || tag == Tag::ADV || tag == Tag::SYM) {
      const std::string_view word = words(i);
      const bool binds = word == "-" || word == "'s" || word == "’s" || (tag == Tag::NUM && i > begin && !noun) ||
                         (tag == Tag::ADV && next_is_noun);
      if (!binds || !inside(i + 1)) break;
    } else {
      break;
    }
  }
  if (!noun && !other) return std::nullopt;
  const std::uint32_t end = noun ? *noun : *other;
  return Span{token(begin).span.begin, token(end).span.end};
}

// A noun with the words that stand right before it and belong to it: "death toll".
std::optional<Span> Counted::subject_of(std::uint32_t head) const {
  for (const std::uint32_t i : view_.tree.get().children(head)) {
    if (!is_a(relation(i), Relation::nsubj) || !is_noun(token(i).tag)) continue;
    std::uint32_t begin = i;
    while (begin > view_.sentence.first && token(begin - 1).head == static_cast<std::int32_t>(i) &&
           (relation(begin - 1) == Relation::compound || relation(begin - 1) == Relation::amod))
      --begin;
    return Span{token(begin).span.begin, token(i).span.end};
  }
  return std::nullopt;
}

// A number without a noun: "killed at least seven", "seven died", "the toll stood at 7".
std::optional<Span> Counted::governor(std::uint32_t number) const {
  if (token(number).head == no_head) return subject_of(number);
  const auto head = static_cast<std::uint32_t>(token(number).head);
  const Relation how = relation(number);
  if (how == Relation::obj || is_a(how, Relation::nsubj)) {
    if (token(head).tag == Tag::VERB) return token(head).span;
    if (token(head).tag == Tag::ADJ) return token(head).span;
  }
  if (how == Relation::obl || how == Relation::xcomp || how == Relation::obl_npmod || how == Relation::obl_unmarked)
    return subject_of(head);
  return std::nullopt;
}

// "Ann Example, 57,": the name before the comma.
std::optional<Span> Counted::before_comma() const {
  if (amount_.number_first < 2 || !view_.has_token(amount_.number_first - 2)) return std::nullopt;
  const std::uint32_t end = view_.token_of[amount_.number_first - 2];
  std::uint32_t begin = end;
  while (begin > view_.sentence.first && token(begin - 1).tag == Tag::PROPN) --begin;
  return Span{token(begin).span.begin, token(end).span.end};
}

// "Another win or two": the noun before the "or".
std::optional<Span> Counted::before_or() const {
  const std::size_t first = amount_.number_first;
  if (first < 2 || !view_.pieces.is(first - 1, "or") || amount_.unit || !view_.has_token(first - 2))
    return std::nullopt;
  const Token& noun = view_.token(first - 2);
  return noun.tag == Tag::NOUN && view_.pieces.is(first, "two") ? std::optional(noun.span) : std::nullopt;
}

std::optional<Span> Counted::find() const {
  if (const auto noun = before_or()) return noun;
  if (is_bare_age(view_, amount_) && view_.pieces.is(amount_.number_first - 1, ",")) return before_comma();
  std::uint32_t next = view_.sentence.last;
  if (view_.has_token(amount_.unit_last)) next = view_.token_of[amount_.unit_last];
  // A token may hold both the number and what follows ("57-year-old"): go on behind it.
  while (inside(next) && token(next).span.begin < view_.pieces[amount_.unit_last - 1].span.end) ++next;
  if (auto found = noun_phrase(next)) return found;
  if (amount_.unit && amount_.kind != "part") return std::nullopt;
  if (!view_.has_token(amount_.numeral.last - 1)) return std::nullopt;
  return governor(view_.token_of[amount_.numeral.last - 1]);
}

}  // namespace

SentenceView view_of(std::string_view text, const Pieces& pieces, const NumberRules& rules,
                     const Dissection& dissection, const Sentence& sentence, const std::vector<Time>& times,
                     TreeOnDemand& tree) {
  SentenceView view{text, pieces, rules, dissection, sentence, times, tree, {}};
  view.token_of.reserve(pieces.size());
  std::uint32_t token = sentence.first;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    while (token < sentence.last && dissection.tokens[token].span.end <= pieces[i].span.begin) ++token;
    const bool within = token < sentence.last && dissection.tokens[token].span.begin <= pieces[i].span.begin;
    view.token_of.push_back(within ? token : sentence.last);
  }
  return view;
}

// The first time that ends behind the span's begin.
static std::vector<Time>::const_iterator time_near(const SentenceView& view, Span span) {
  return std::partition_point(view.times.begin(), view.times.end(),
                              [&](const Time& time) { return time.span.end <= span.begin; });
}

bool touches_time(const SentenceView& view, Span span) {
  const auto time = time_near(view, span);
  return time != view.times.end() && time->span.overlaps(span);
}

bool holds_whole_times(const SentenceView& view, Span span) {
  const auto time = time_near(view, span);
  return time != view.times.end() && span.contains(time->span);
}

std::optional<Span> counted_by(const SentenceView& view, const Amount& amount) { return Counted(view, amount).find(); }

}  // namespace hearsay
