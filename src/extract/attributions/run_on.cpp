// Does a content go on in the sentence after it, or begin in the one before? A quotation left open does; so do
// sentences that a speaker's quotation fills, up to the next cue of another.
#include "extract/attributions/features.h"

#include <algorithm>

namespace hearsay {

namespace {

enum Kind : std::uint32_t {
  bias = 300,
  crossing,
  starts,
  fills,
  rivals,
  step_kind,
  lemma,
  paragraph,
  signs,
  sorts,
  content,
  all,
  ends,
  first_word
};

}  // namespace

RunOn run_on_of(const AttributionView& view, std::uint32_t sentence, bool backwards) {
  const Sentence& words = view.sentence(sentence);
  RunOn stretch{words.first, words.last, true};
  if (words.first == words.last) return stretch;
  const std::int32_t quotation = view.words[backwards ? words.last - 1 : words.first].quotation;
  if (quotation < 0) return stretch;
  while (!backwards && stretch.last > stretch.first && view.words[stretch.last - 1].quotation != quotation)
    --stretch.last;
  while (backwards && stretch.first < stretch.last && view.words[stretch.first].quotation != quotation) ++stretch.first;
  stretch.whole = stretch.first == words.first && stretch.last == words.last;
  return stretch;
}

void run_on_features(const AttributionView& view, const RunOnContext& context, const RunOn& stretch,
                     FeatureList& features) {
  features.clear();
  const auto add = [&](std::uint32_t kind, auto... parts) {
    features.push_back(mix(kind, parts..., std::uint32_t{context.backwards}));
  };
  const ViewedWord& cue = view.words[context.cue];
  const ViewedWord& near = view.words[context.backwards ? stretch.last - 1 : stretch.first];
  const ViewedWord& far = view.words[context.backwards ? stretch.first : stretch.last - 1];
  const ViewedWord* edge = context.edge == no_word ? nullptr : &view.words[static_cast<std::size_t>(context.edge)];
  const std::uint32_t here = view.paragraph[near.sentence], home = view.paragraph[cue.sentence];
  const std::uint32_t paragraphs = std::min<std::uint32_t>(here > home ? here - home : home - here, 2);
  const std::uint32_t beyond_edge =
      edge == nullptr
          ? 3U
          : std::min<std::uint32_t>(
                std::max(here, view.paragraph[edge->sentence]) - std::min(here, view.paragraph[edge->sentence]), 2);
  const std::uint32_t quoted = near.quotation >= 0;
  const std::uint32_t edge_quoted = edge == nullptr ? 2U : edge->quotation >= 0;
  const std::uint32_t same = edge != nullptr && quoted && edge->quotation == near.quotation;
  const std::uint32_t continued = quoted && view.quotations[static_cast<std::size_t>(near.quotation)].continued;
  const std::uint32_t filled = far.quotation >= 0;
  const std::uint32_t rival = context.rival < -2 ? 0 : context.rival < 0 ? 1 : 2;
  const Sentence& own = view.sentence(cue.sentence);
  const auto last_sign = static_cast<std::uint32_t>(view.words[own.last - 1].sign);
  const std::uint32_t steps = std::min<std::uint32_t>(context.step, 3);
  // Does the content's edge reach the end of the sentence it stands in?
  const std::uint32_t at_edge =
      edge == nullptr
          ? 2U
          : (context.backwards ? static_cast<std::uint32_t>(context.edge) < view.sentence(edge->sentence).first + 2
                               : static_cast<std::uint32_t>(context.edge) + 3 > view.sentence(edge->sentence).last);
  const std::uint32_t state = mix(quoted, edge_quoted, same, beyond_edge);

  add(bias);
  add(all, state);
  add(all, state, std::uint32_t{stretch.whole}, filled);
  add(all, state, rival, at_edge);
  add(all, state, steps, paragraphs);
  add(all, state, cue.lemma);
  add(all, state, cue.sorts);
  add(all, state, last_sign);
  add(all, state, last_sign, std::uint32_t{context.has_content}, paragraphs);
  add(crossing, same, continued, beyond_edge);
  add(starts, quoted, edge_quoted, std::uint32_t{near.sign == '"'}, rival);
  add(fills, std::uint32_t{stretch.whole}, filled, quoted, rival);
  add(rivals, rival, edge_quoted, quoted, paragraphs);
  add(step_kind, steps, quoted, edge_quoted);
  add(lemma, cue.lemma, quoted);
  add(lemma, cue.lemma, last_sign, quoted);
  add(paragraph, paragraphs, last_sign, quoted, std::uint32_t{context.has_content});
  add(signs, last_sign, quoted, std::uint32_t{context.has_content});
  add(sorts, cue.sorts, quoted, paragraphs);
  add(content, std::uint32_t{context.has_content}, at_edge, quoted, edge_quoted);
  add(first_word, near.form, quoted, edge_quoted);
  add(ends, std::min<std::uint32_t>((stretch.last - stretch.first) / 5, 6), quoted, edge_quoted);
}

}  // namespace hearsay
