// Clauses from the dependency tree, in the manner of open information extraction by clauses (Del Corro and Gemulla
// 2013, ClausIE): each predicate owns the words that hang on it and on no predicate further down. A coordinate verb's
// clause becomes a proposition of its own; a relative, adverbial or complement clause with something to say is one too,
// and stays a part of the clause above it; an infinitive stays with the verb it completes, as it says nothing without
// it. A clause with a number in it always counts ("..., killing three and wounding at least 20").
#include "match/propositions.h"

#include <algorithm>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::size_t fewest_words_of_a_nested_clause = 4;

// For each token, the innermost attribution in whose content it stands, and whether it is part of a frame: a source or
// a cue.
struct Zones {
  std::vector<std::uint32_t> content;  // `none` where it stands in no content
  std::vector<bool> frame;
  std::vector<std::uint32_t>
      act;  // the attribution whose cue it is, where frame and content are one clause; else `none`
};

class Tokens {
 public:
  explicit Tokens(const std::vector<Token>& tokens) : tokens_(tokens) {}

  // The tokens that overlap a span, as [first, last).
  std::pair<std::size_t, std::size_t> in(Span span) const {
    const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), span.begin,
                                        [](const Token& t, std::size_t byte) { return t.span.end <= byte; });
    const auto last = std::lower_bound(first, tokens_.end(), span.end,
                                       [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
    return {static_cast<std::size_t>(first - tokens_.begin()), static_cast<std::size_t>(last - tokens_.begin())};
  }

 private:
  const std::vector<Token>& tokens_;
};

std::size_t content_size(const Attribution& attribution) {
  std::size_t size = 0;
  for (const Span part : attribution.content) size += part.size();
  return size;
}

// How an attribution takes part in the cutting.
enum class Part { framed, act, ignored };

// The number of the sentence that holds a byte, or of the next one.
std::size_t sentence_at(const Marks& marks, std::size_t byte) {
  const auto& all = marks.dissection.sentences;
  return static_cast<std::size_t>(
      std::lower_bound(all.begin(), all.end(), byte, [](const Sentence& s, std::size_t b) { return s.span.end <= b; }) -
      all.begin());
}

// Is a word in a clause that describes a noun: "two men who ran"?
bool describes_a_noun(const std::vector<Token>& tokens, std::size_t subject) {
  const std::int32_t verb = tokens[subject].head;
  return verb != no_head && to_text(tokens[static_cast<std::size_t>(verb)].relation).starts_with("acl");
}

// Content with a subject of its own, or in quotation marks, is framed by its source and cue. "denied any part in it" is
// an act: frame and content are one clause. Acts by other words than those of reporting ("was negotiating") attribute
// nothing.
Part part_of(const Attribution& attribution, const Marks& marks, const Tokens& index, const ReportingWords& reporting) {
  const auto& tokens = marks.dissection.tokens;
  if (!attribution.cue || !attribution.source || attribution.kind == AttributionKind::direct) return Part::framed;
  const auto [cue_first, cue_last] = index.in(*attribution.cue);
  for (const Span content : attribution.content) {
    const auto [first, last] = index.in(content);
    for (std::size_t t = first; t < last; ++t) {
      const std::string_view relation = to_text(tokens[t].relation);
      const bool is_subject = relation.starts_with("nsubj") || relation.starts_with("csubj") || relation == "expl";
      if (is_subject && !describes_a_noun(tokens, t)) return Part::framed;
    }
    if (sentence_at(marks, content.begin) != sentence_at(marks, attribution.cue->begin)) return Part::framed;
  }
  // What is said is a clause, whatever the tree makes of it.
  const bool says = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(cue_first),
                                tokens.begin() + static_cast<std::ptrdiff_t>(cue_last),
                                [](const Token& token) { return token.lemma == "say"; });
  if (says) return Part::framed;
  const bool reports = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(cue_first),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(cue_last),
                                   [&](const Token& token) { return reporting.contains(token.lemma); });
  return reports ? Part::act : Part::ignored;
}

void mark_tokens(std::vector<std::uint32_t>& of_token, const Tokens& index, Span span, std::uint32_t attribution) {
  const auto [first, last] = index.in(span);
  std::fill(of_token.begin() + static_cast<std::ptrdiff_t>(first), of_token.begin() + static_cast<std::ptrdiff_t>(last),
            attribution);
}

// "The depot had burnt down while two boats sank, the mayor said": a source that ends an indirect sentence speaks for
// all of it, whatever part the finder took for the content.
void hear_whole_sentence(Zones& zones, const Marks& marks, const Tokens& index, std::uint32_t attribution) {
  const Attribution& a = marks.attributions[attribution];
  if (!a.source || !a.cue || a.kind == AttributionKind::direct || a.content.empty() || a.outer) return;
  const std::size_t frame = std::min(a.source->begin, a.cue->begin);
  if (a.content.back().end > frame) return;
  const auto& sentences = marks.dissection.sentences;
  const std::size_t s = sentence_at(marks, frame);
  if (s == sentences.size() || a.content.front().begin < sentences[s].span.begin) return;
  const auto [content_first, content_last] = index.in(a.content.front());
  const auto [frame_first, frame_last] = index.in({frame, std::max(a.source->end, a.cue->end)});
  const auto& tokens = marks.dissection.tokens;
  if (frame_first == 0 || tokens[frame_first - 1].tag != Tag::PUNCT) return;
  if (frame_last + 1 < sentences[s].last) return;  // words behind the frame: not the end of the sentence
  for (std::size_t t = sentences[s].first; t < content_first; ++t) {
    if (zones.content[t] == none && !zones.frame[t]) zones.content[t] = attribution;
  }
}

// Do the words [next, last) take up a reported clause: with no mark before them, or with ", and that", ", while"?
bool goes_on(const std::vector<Token>& tokens, std::size_t next, std::size_t last) {
  if (next < last && tokens[next].tag != Tag::PUNCT && tokens[next].tag != Tag::CCONJ) return true;
  while (next < last && (tokens[next].tag == Tag::PUNCT || tokens[next].tag == Tag::CCONJ)) ++next;
  return next < last && (tokens[next].lemma == "that" || tokens[next].lemma == "while") &&
         tokens[next].tag == Tag::SCONJ;
}

// "The mayor said the depot had burnt down, and that two boats had sunk": what follows a reported clause to the end of
// its sentence, with no other frame in it, goes on from it.
void hear_rest_of_sentence(Zones& zones, const Marks& marks, const Tokens& index, std::uint32_t attribution) {
  const Attribution& a = marks.attributions[attribution];
  if (!a.cue || a.kind == AttributionKind::direct || a.content.empty() || a.outer) return;
  if (a.content.front().begin < a.cue->end || (a.source && a.source->begin > a.cue->begin)) return;
  const auto& sentences = marks.dissection.sentences;
  const std::size_t s = sentence_at(marks, a.cue->begin);
  if (s == sentences.size() || a.content.back().end > sentences[s].span.end) return;
  const auto [first, last] = index.in(a.content.back());
  if (!goes_on(marks.dissection.tokens, last, sentences[s].last)) return;
  for (std::size_t t = last; t < sentences[s].last; ++t) {
    if (zones.frame[t] || zones.content[t] != none) return;
  }
  for (std::size_t t = last; t < sentences[s].last; ++t) zones.content[t] = attribution;
}

Zones find_zones(const Marks& marks, const ReportingWords& reporting) {
  const std::size_t count = marks.dissection.tokens.size();
  Zones zones{std::vector(count, none), std::vector(count, false), std::vector(count, none)};
  const Tokens index(marks.dissection.tokens);
  // Larger contents first, so that the innermost is written last.
  std::vector<std::uint32_t> order(marks.attributions.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return content_size(marks.attributions[a]) > content_size(marks.attributions[b]);
  });
  for (const std::uint32_t i : order) {
    const Attribution& attribution = marks.attributions[i];
    const Part part = part_of(attribution, marks, index, reporting);
    if (part == Part::act) mark_tokens(zones.act, index, *attribution.cue, i);
    if (part != Part::framed) continue;
    for (const Span content : attribution.content) mark_tokens(zones.content, index, content, i);
    for (const auto& frame : {attribution.source, attribution.cue}) {
      if (!frame) continue;
      const auto [first, last] = index.in(*frame);
      std::fill(zones.frame.begin() + static_cast<std::ptrdiff_t>(first),
                zones.frame.begin() + static_cast<std::ptrdiff_t>(last), true);
    }
  }
  for (const std::uint32_t i : order) hear_whole_sentence(zones, marks, index, i);
  for (const std::uint32_t i : order) hear_rest_of_sentence(zones, marks, index, i);
  return zones;
}

class Cutter {
 public:
  Cutter(const Marks& marks, const ReportingWords& reporting)
      : marks_(marks), tokens_(marks.dissection.tokens), zones_(find_zones(marks, reporting)) {}

  std::vector<Proposition> cut() {
    for (const Sentence& sentence : marks_.dissection.sentences) cut(sentence);
    for (const Mention& mention : marks_.names.mentions) {
      if (mention.kind == EntityKind::person) introduce(mention);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Proposition& a, const Proposition& b) { return a.span < b.span; });
    found_.erase(std::unique(found_.begin(), found_.end(),
                             [](const Proposition& a, const Proposition& b) { return a.span == b.span; }),
                 found_.end());
    return std::move(found_);
  }

 private:
  bool is(std::uint32_t token, std::string_view relation) const {
    const std::string_view name = to_text(tokens_[token].relation);
    return name == relation || (name.starts_with(relation) && name[relation.size()] == ':');
  }

  bool has_child(std::uint32_t token, std::string_view relation) const {
    return std::any_of(children_[token - first_].begin(), children_[token - first_].end(),
                       [&](std::uint32_t child) { return is(child, relation); });
  }

  bool is_predicate(std::uint32_t token) const {
    const Tag tag = tokens_[token].tag;
    return tag == Tag::VERB || (tag == Tag::AUX && !is(token, "aux") && !is(token, "cop")) ||
           has_child(token, "nsubj") || has_child(token, "cop");
  }

  std::size_t words_below(std::uint32_t token) const { return size_[token - first_]; }

  // What becomes of a clause below another.
  enum class Nested { part, beside, apart };  // of the one above; a claim in it too; a claim and not part of it

  Nested nested(std::uint32_t token) const {
    if (is_absolute(token)) return Nested::beside;
    if (!is_predicate(token)) return Nested::part;
    const std::size_t words = words_below(token);
    if (counts_[token - first_] && words >= 2 && !has_mark_to(token)) {
      // "..., killing three and wounding at least 20": each count is a claim.
      if (is(token, "conj")) return Nested::apart;
      if (is(token, "advcl") || is(token, "acl")) return Nested::beside;
    }
    const bool complete = has_child(token, "nsubj") || has_child(token, "expl") || has_child(token, "csubj");
    if (is(token, "parataxis") || is(token, "root")) return words >= 3 ? Nested::apart : Nested::part;
    if (is(token, "conj")) return words >= (complete ? 3U : 6U) ? Nested::apart : Nested::part;
    if (words < fewest_words_of_a_nested_clause || has_mark_to(token)) return Nested::part;
    if (is(token, "acl:relcl") || is(token, "advcl:relcl")) return Nested::beside;
    if (is(token, "advcl")) return complete || follows_punctuation(token) ? Nested::beside : Nested::part;
    if (is(token, "ccomp") || is(token, "acl") || is(token, "appos")) return Nested::beside;
    return Nested::part;
  }

  // "the 40 sailors who drowned": of a clause that tells which, the noun with its number, right before it.
  std::optional<std::uint32_t> counted_noun(std::uint32_t head) const {
    if (!is(head, "acl") || follows_punctuation(head) || tokens_[head].head == no_head) return std::nullopt;
    const auto noun = static_cast<std::uint32_t>(tokens_[head].head);
    const bool is_near = noun < leftmost_[head - first_] && leftmost_[head - first_] - noun <= 2;
    if (!is_near || zones_.content[noun] != zones_.content[head] || zones_.frame[noun]) return std::nullopt;
    const auto& below = children_[noun - first_];
    const bool counted = std::any_of(below.begin(), below.end(), [&](std::uint32_t t) { return is(t, "nummod"); });
    return counted ? std::optional(noun) : std::nullopt;
  }

  // The first of the words before a noun that hang on it, without what opens the phrase ("in the 40 sailors").
  std::uint32_t leftmost_of_phrase(std::uint32_t noun) const {
    std::uint32_t first = noun;
    for (const std::uint32_t child : children_[noun - first_]) {
      if (child < first && !is(child, "case") && !is(child, "cc") && !is(child, "punct")) {
        first = std::min(first, leftmost_[child - first_]);
      }
    }
    return first;
  }

  // "..., with more than 100 others wounded": a number of something, and what happened to it.
  bool is_absolute(std::uint32_t token) const {
    if (!counted_[token - first_] || !happens_to(token)) return false;
    return std::any_of(children_[token - first_].begin(), children_[token - first_].end(),
                       [&](std::uint32_t child) { return is(child, "case") && tokens_[child].lemma == "with"; });
  }

  // The participle behind a noun.
  std::optional<std::uint32_t> happens_to(std::uint32_t noun) const {
    for (const std::uint32_t child : children_[noun - first_]) {
      if (child > noun && (is(child, "acl") || is(child, "amod")) && tokens_[child].tag == Tag::VERB) return child;
    }
    return std::nullopt;
  }

  bool follows_punctuation(std::uint32_t token) const {
    const std::uint32_t first = leftmost_[token - first_];
    return tokens_[first].tag == Tag::PUNCT || (first > first_ && tokens_[first - 1].tag == Tag::PUNCT);
  }

  bool has_mark_to(std::uint32_t token) const {
    return std::any_of(children_[token - first_].begin(), children_[token - first_].end(),
                       [&](std::uint32_t child) { return is(child, "mark") && tokens_[child].lemma == "to"; });
  }

  void build_tree(const Sentence& sentence) {
    first_ = sentence.first;
    const std::size_t count = sentence.last - sentence.first;
    children_.assign(count, {});
    size_.assign(count, 1);
    leftmost_.resize(count);
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) leftmost_[t - first_] = t;
    std::vector<std::uint32_t> order;  // parents before children
    order.reserve(count);
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const std::int32_t head = tokens_[t].head;
      if (head == no_head) {
        order.push_back(t);
      } else {
        children_[static_cast<std::uint32_t>(head) - first_].push_back(t);
      }
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (const std::uint32_t child : children_[order[i] - first_]) order.push_back(child);
    }
    for (std::size_t i = order.size(); i-- > 0;) {
      const std::int32_t head = tokens_[order[i]].head;
      if (head == no_head) continue;
      const std::uint32_t above = static_cast<std::uint32_t>(head) - first_;
      size_[above] += size_[order[i] - first_];
      leftmost_[above] = std::min(leftmost_[above], leftmost_[order[i] - first_]);
    }
    order_ = std::move(order);
  }

  // Marks each predicate that a number in the sentence depends on, with no other predicate in between.
  void note_counts(const Sentence& sentence) {
    counts_.assign(sentence.last - sentence.first, false);
    counted_.assign(sentence.last - sentence.first, false);
    const auto& quantities = marks_.quantities;
    auto quantity = std::lower_bound(quantities.begin(), quantities.end(), tokens_[sentence.first].span.begin,
                                     [](const Quantity& q, std::size_t byte) { return q.span.begin < byte; });
    for (; quantity != quantities.end() && quantity->span.begin < tokens_[sentence.last - 1].span.end; ++quantity) {
      const auto [first, last] = Tokens(tokens_).in(quantity->span);
      if (first == last) continue;
      std::int32_t t = static_cast<std::int32_t>(last) - 1;
      counted_[static_cast<std::uint32_t>(t) - first_] = true;
      const std::int32_t noun = tokens_[static_cast<std::size_t>(t)].head;
      if (noun != no_head && is(static_cast<std::uint32_t>(t), "nummod")) {
        counted_[static_cast<std::uint32_t>(noun) - first_] = true;
      }
      while (t != no_head && !is_predicate(static_cast<std::uint32_t>(t)))
        t = tokens_[static_cast<std::size_t>(t)].head;
      if (t != no_head) counts_[static_cast<std::uint32_t>(t) - first_] = true;
    }
  }

  // Gives every token to the nearest clause above it in its own zone, and makes a proposition of each clause.
  void cut(const Sentence& sentence) {
    build_tree(sentence);
    note_counts(sentence);
    const std::size_t count = sentence.last - sentence.first;
    owner_.assign(count, none);
    holder_.assign(count, none);
    // The clause that already speaks for a zone: a broken tree, or a quote that takes up a sentence in the middle,
    // enters a zone more than once.
    std::unordered_map<std::uint32_t, std::uint32_t> speaks_for;
    for (const std::uint32_t t : order_) {
      const std::int32_t head = tokens_[t].head;
      const std::uint32_t zone = zones_.content[t];
      std::uint32_t above = none;
      if (head != no_head && zones_.content[static_cast<std::uint32_t>(head)] == zone) {
        above = owner_[static_cast<std::uint32_t>(head) - first_];
      }
      if (above == none) {
        const auto found = speaks_for.find(zone);
        if (found != speaks_for.end()) above = found->second;
      }
      Nested place = Nested::part;
      if (!zones_.frame[t] && tokens_[t].tag != Tag::PUNCT) place = above == none ? Nested::apart : nested(t);
      owner_[t - first_] = place == Nested::part ? above : t;
      if (place != Nested::part) speaks_for.try_emplace(zone, t);
      if (place == Nested::beside) holder_[t - first_] = above;
    }
    collect(sentence);
  }

  bool is_edge(std::uint32_t t) const {
    return tokens_[t].tag == Tag::PUNCT || is(t, "cc") || (is(t, "mark") && tokens_[t].lemma == "that");
  }

  struct Extent {
    std::uint32_t begin = none;
    std::uint32_t end = none;
    std::size_t words = 0;
    std::uint32_t act = none;  // the attribution that the clause is
  };

  void collect(const Sentence& sentence) {
    std::vector<Extent> extents(sentence.last - sentence.first);
    bool beside_frame = false;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      beside_frame = beside_frame || zones_.frame[t];
      const std::uint32_t owner = owner_[t - first_];
      if (owner == none || zones_.frame[t] || is_edge(t)) continue;
      Extent& extent = extents[owner - first_];
      if (extent.begin == none) extent.begin = t;
      extent.end = t;
      ++extent.words;
      if (extent.act == none) extent.act = zones_.act[t];
    }
    hand_up(extents);
    for (std::uint32_t head = sentence.first; head < sentence.last; ++head) {
      add(head, extents[head - first_], beside_frame);
    }
  }

  // A clause that stands in the one above it too lends it its words. Children come after their parents in order_.
  void hand_up(std::vector<Extent>& extents) const {
    for (std::size_t i = order_.size(); i-- > 0;) {
      const Extent& from = extents[order_[i] - first_];
      const std::uint32_t holder = holder_[order_[i] - first_];
      if (holder == none || from.begin == none) continue;
      Extent& to = extents[holder - first_];
      to.begin = to.begin == none ? from.begin : std::min(to.begin, from.begin);
      to.end = to.end == none ? from.end : std::max(to.end, from.end);
      to.words += from.words;
    }
  }

  // What stands beside a source or a cue in the outlet's own voice is mostly frame, unless it is a clause of some
  // words.
  void add(std::uint32_t head, const Extent& extent, bool beside_frame) {
    if (extent.words < 2) return;
    const bool in_content = zones_.content[head] != none;
    if (!in_content && beside_frame && !says_something(head, extent.words)) return;
    Proposition proposition;
    proposition.span = {tokens_[extent.begin].span.begin, tokens_[extent.end].span.end};
    proposition.head = is_absolute(head) ? *happens_to(head) : head;
    if (in_content) proposition.attribution = zones_.content[head];
    if (extent.act != none) proposition.attribution = extent.act;
    if (const auto noun = counted_noun(head)) proposition.span.begin = tokens_[leftmost_of_phrase(*noun)].span.begin;
    found_.push_back(proposition);
  }

  // "Ada Holm, 42, from Torrin," and "Ada Holm, the harbour's pilot,": who somebody is, told between commas behind the
  // name, is a proposition too: the outlet's, also where the name is that of a source.
  void introduce(const Mention& mention) {
    constexpr std::size_t longest = 14;
    const auto [first, after] = Tokens(tokens_).in(mention.span);
    if (first == after || after + 1 >= tokens_.size() || !is_comma(after)) return;
    const bool aged = is_age(after + 1);
    std::size_t end = aged ? after + 2 : after + 1;
    if (aged && end + 1 < tokens_.size() && is_comma(end) &&
        (tokens_[end + 1].lemma == "from" || tokens_[end + 1].lemma == "of")) {
      ++end;
    } else if (!aged && to_text(tokens_[after + 1].relation) != "det" && tokens_[after + 1].tag != Tag::NOUN) {
      return;
    }
    while (end < tokens_.size() && end - after < longest && is_phrase_word(end)) ++end;
    const bool closed = end < tokens_.size() && tokens_[end].tag == Tag::PUNCT;
    if (!closed || (!aged && end < after + 3)) return;
    Proposition proposition;
    proposition.span = {tokens_[first].span.begin, tokens_[end - 1].span.end};
    proposition.head = static_cast<std::uint32_t>(after - 1);
    if (zones_.content[first] != none) proposition.attribution = zones_.content[first];
    found_.push_back(proposition);
  }

  bool is_comma(std::size_t t) const { return tokens_[t].tag == Tag::PUNCT && tokens_[t].span.size() == 1; }

  bool is_age(std::size_t t) const {
    const auto& quantities = marks_.quantities;
    const auto quantity = std::lower_bound(quantities.begin(), quantities.end(), tokens_[t].span.begin,
                                           [](const Quantity& q, std::size_t byte) { return q.span.begin < byte; });
    return quantity != quantities.end() && quantity->span == tokens_[t].span && quantity->unit == "year of age";
  }

  bool is_phrase_word(std::size_t t) const {
    switch (tokens_[t].tag) {
      case Tag::NOUN:
      case Tag::PROPN:
      case Tag::ADJ:
      case Tag::DET:
      case Tag::ADP:
      case Tag::PART:
      case Tag::NUM:
        return true;
      default:
        return false;
    }
  }

  bool says_something(std::uint32_t head, std::size_t words) const { return is_predicate(head) && words >= 4; }

  const Marks& marks_;
  const std::vector<Token>& tokens_;
  const Zones zones_;
  std::vector<Proposition> found_;

  // Of the sentence at hand:
  std::uint32_t first_ = 0;
  std::vector<std::vector<std::uint32_t>> children_;
  std::vector<std::size_t> size_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> leftmost_;
  std::vector<bool> counted_;          // is it a number, or what one counts?
  std::vector<bool> counts_;           // does a number depend on it, with no other predicate in between?
  std::vector<std::uint32_t> owner_;   // the clause a token belongs to
  std::vector<std::uint32_t> holder_;  // for a clause that stands in the one above too: that one
};

}  // namespace

std::vector<Proposition> find_propositions(const Marks& marks, const ReportingWords& reporting) {
  return Cutter(marks, reporting).cut();
}

}  // namespace hearsay
