// Where a text reports what somebody says: each token's innermost attribution, and what is only the frame around it.
// The finder of attributions is careful about where a content ends; two regular shapes of a news sentence say more.
#include "itemise/words/zones.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::uint32_t none = no_attribution;

class Tokens {
 public:
  explicit Tokens(const std::vector<Token>& tokens) : tokens_(tokens) {}

  // The tokens that overlap a span, as [first, last).
  std::pair<std::size_t, std::size_t> in(Span span) const {
    const std::span<const Token> found = tokens_in(tokens_, span);
    const auto first = static_cast<std::size_t>(found.data() - tokens_.data());
    return {first, first + found.size()};
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

// Is a word in a clause that describes a noun: "two men who ran"?
bool describes_a_noun(const std::vector<Token>& tokens, std::size_t subject) {
  const std::int32_t verb = tokens[subject].head;
  return verb != no_head && is_a(tokens[static_cast<std::size_t>(verb)].relation, Relation::acl);
}

// "allow", "arrange": no word for saying, wanting, judging or feeling, but for "as she put it".
bool is_verb_of_another_sort(std::span<const Token> cue, const ReportingWords& reporting) {
  const bool speaks = std::any_of(cue.begin(), cue.end(), [&](const Token& token) {
    const bool puts_it = token.lemma == "it" && token.tag == Tag::PRON;
    return puts_it || reporting.is_cue(token.lemma) || token.lemma == "accord";
  });
  const bool verb = std::any_of(cue.begin(), cue.end(), [](const Token& token) { return token.tag == Tag::VERB; });
  return verb && !speaks;
}

// A quotation between marks of its own, as in "'...,' he laughed": not a few words quoted in the middle of a clause.
bool stands_by_itself(const Attribution& attribution, const std::vector<Token>& tokens) {
  const auto words = tokens_in(tokens, attribution.content.front());
  if (attribution.kind != AttributionKind::direct || words.empty() || words.front().tag != Tag::PUNCT) return false;
  return words.data() == tokens.data() || (words.data() - 1)->tag == Tag::PUNCT;
}

// Content with a subject of its own, or in quotation marks, is framed by its source and cue. "denied any part in it" is
// an act: frame and content are one clause. Acts by other words than those of reporting ("was negotiating") attribute
// nothing.
Part part_of(const Attribution& attribution, const Marks& marks, const Tokens& index, const ReportingWords& reporting) {
  const auto& tokens = marks.dissection.tokens;
  if (!attribution.cue) return Part::framed;
  if (is_verb_of_another_sort(tokens_in(tokens, *attribution.cue), reporting) && !stands_by_itself(attribution, tokens))
    return Part::ignored;
  if (!attribution.source) return Part::framed;
  // "fewer than doctors had feared" compares.
  for (const Token& token : tokens_in(tokens, *attribution.source)) {
    if (token.lemma == "than") return Part::ignored;
  }
  if (attribution.kind == AttributionKind::direct) return Part::framed;
  const auto [cue_first, cue_last] = index.in(*attribution.cue);
  for (const Span content : attribution.content) {
    const auto [first, last] = index.in(content);
    for (std::size_t t = first; t < last; ++t) {
      const Relation relation = tokens[t].relation;
      const bool is_subject =
          is_a(relation, Relation::nsubj) || is_a(relation, Relation::csubj) || relation == Relation::expl;
      if (is_subject && !describes_a_noun(tokens, t)) return Part::framed;
    }
    if (sentence_at(marks.dissection.sentences, content.begin) !=
        sentence_at(marks.dissection.sentences, attribution.cue->begin))
      return Part::framed;
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
  const std::size_t s = sentence_at(marks.dissection.sentences, frame);
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
  const std::size_t s = sentence_at(marks.dissection.sentences, a.cue->begin);
  if (s == sentences.size() || a.content.back().end > sentences[s].span.end) return;
  const auto [first, last] = index.in(a.content.back());
  if (!goes_on(marks.dissection.tokens, last, sentences[s].last)) return;
  for (std::size_t t = last; t < sentences[s].last; ++t) {
    if (zones.frame[t] || zones.content[t] != none) return;
  }
  for (std::size_t t = last; t < sentences[s].last; ++t) zones.content[t] = attribution;
}

}  // namespace

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

}  // namespace hearsay
