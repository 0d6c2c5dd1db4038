// Who says what, in five steps: every word is scored as a cue (cue_features.h); for each likely cue the
// words of its sentence are given roles (spans.h); the content runs on into neighbouring sentences, mostly
// along quotations (run_on.h); a last model keeps or drops the whole (draft.h); what is kept
// becomes spans. The division into cue, spans and quotations follows Pareti (2015) and Scheible et al. (2016); the
// models are linear and trained on PolNeAR (models/attributions.md). What it does not do: it names the source as the
// sentence does ("she"), and leaves it to the names to say who that is.
#include "extract/attributions/attributions.h"

#include "base/resources.h"
#include "extract/attributions/draft.h"
#include "extract/attributions/form_words.h"
#include "extract/attributions/lenient.h"
#include "extract/attributions/nested.h"
#include "extract/attributions/quoted_speakers.h"
#include "extract/attributions/recipient.h"
#include "extract/attributions/silent_uses.h"
#include "extract/attributions/source_phrases.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace hearsay {

std::string_view to_text(AttributionKind kind) {
  static constexpr std::string_view names[] = {"direct", "indirect", "mixed"};
  return names[static_cast<std::size_t>(kind)];
}

struct AttributionFinder::Model {
  AttributionWeights weights{resource("models/attributions.bin")};
  FormWords words;
};

namespace {

Span span_of(const AttributionView& view, WordRange range) {
  return {view.span(range.first).begin, view.span(range.last - 1).end};
}

bool is_edge_sign(const ViewedWord& word) {
  return word.sign == ',' || word.sign == ';' || word.sign == ':' || word.sign == '-';
}

// Without the commas and dashes at its ends that stand outside quotation marks; empty when nothing else is left.
WordRange trimmed(const AttributionView& view, WordRange range) {
  const auto cut = [&](std::uint32_t word) { return is_edge_sign(view.words[word]) && view.words[word].quotation < 0; };
  while (range.first < range.last && cut(range.first)) ++range.first;
  while (range.first < range.last && cut(range.last - 1)) --range.last;
  return range;
}

bool only_signs(const AttributionView& view, WordRange range) {
  for (std::uint32_t word = range.first; word < range.last; ++word)
    if (view.words[word].sign == 0) return false;
  return true;
}

// Of words on several lines, those on the line nearest the cue: a caption or headline before the sentence is no source.
WordRange on_one_line(const AttributionView& view, WordRange range, std::uint32_t cue) {
  const auto breaks = [&](std::uint32_t word) {
    const Span gap{view.span(word - 1).end, view.span(word).begin};
    return gap.begin < gap.end && words_at(view.text, gap).find('\n') != std::string_view::npos;
  };
  for (std::uint32_t word = range.first + 1; word < range.last; ++word) {
    if (!breaks(word)) continue;
    if (cue < range.first) return {range.first, word};
    range.first = word;
  }
  return range;
}

// The longest run of source words, with the runs that only signs keep apart from it.
std::optional<WordRange> source_of(const AttributionView& view, const Draft& draft) {
  const auto& runs = draft.source;
  if (runs.empty()) return std::nullopt;
  const auto shorter = [](WordRange a, WordRange b) { return a.last - a.first < b.last - b.first; };
  const auto longest = std::max_element(runs.begin(), runs.end(), shorter);
  WordRange whole = *longest;
  for (auto run = longest + 1; run != runs.end() && only_signs(view, {whole.last, run->first}); ++run)
    whole.last = run->last;
  for (auto run = longest; run != runs.begin() && only_signs(view, {(run - 1)->last, whole.first});)
    whole.first = (--run)->first;
  whole = trimmed(view, on_one_line(view, whole, draft.cue_word));
  if (whole.first == whole.last || only_signs(view, whole)) return std::nullopt;
  return whole;
}

AttributionKind kind_of(const AttributionView& view, const Draft& draft) {
  std::size_t quoted = 0, words = 0;
  for (const WordRange& range : draft.content)
    for (std::uint32_t word = range.first; word < range.last; ++word) {
      if (view.words[word].sign != 0) continue;
      ++words;
      quoted += view.words[word].quotation >= 0;
    }
  if (quoted == 0) return AttributionKind::indirect;
  return quoted * 5 >= words * 4 ? AttributionKind::direct : AttributionKind::mixed;
}

Attribution to_attribution(const AttributionView& view, const Draft& draft) {
  Attribution attribution;
  if (const auto source = source_of(view, draft)) attribution.source = span_of(view, *source);
  if (const auto recipient = recipient_of(view, draft)) attribution.recipient = span_of(view, *recipient);
  attribution.cue = span_of(view, draft.cue);
  for (const WordRange& range : draft.content) attribution.content.push_back(span_of(view, range));
  attribution.kind = kind_of(view, draft);
  attribution.why = "cue \"" + view.dissection->tokens[draft.cue_word].lemma + "\" " + draft.found_by;
  if (!draft.mended.empty()) attribution.why += "; by rule, " + std::string(draft.mended);
  return attribution;
}

// Content without the signs at its edges; a piece of nothing but signs goes.
void tidy(const AttributionView& view, Draft& draft) {
  for (WordRange& range : draft.content) range = trimmed(view, range);
  std::erase_if(draft.content, [&](WordRange range) { return only_signs(view, range); });
}

// Drops a draft whose cue is a part of another's: "saying" in "was quoted as saying".
void drop_twins(const AttributionView& view, std::vector<Draft>& drafts) {
  std::vector<bool> in_longer_cue(view.words.size(), false);
  for (const Draft& draft : drafts)
    for (std::uint32_t word = draft.cue.first; word < draft.cue.last; ++word)
      if (word != draft.cue_word) in_longer_cue[word] = true;
  std::erase_if(drafts, [&](const Draft& draft) { return in_longer_cue[draft.cue_word]; });
}

std::vector<Draft> kept_drafts(const AttributionView& view, const AttributionWeights& weights, const FormWords& words) {
  const std::vector<float> scores = cue_scores(view, weights);
  std::vector<Draft> drafts = drafts_of(view, weights, scores);
  FeatureList features;
  std::erase_if(drafts, [&](const Draft& draft) {
    keep_features(view, draft, features);
    return draft.content.empty() ||
           weights.keep_score(features) + leniency(view, draft) < weights.header().keep_least ||
           says_nothing(view, words, draft);
  });
  for (Draft& draft : drafts) cut_writers_words(view, draft);
  add_quoted_speakers(view, words, drafts);
  add_source_phrases(view, words, drafts);
  std::vector<Draft> nested = nested_drafts(view, weights, scores, drafts);
  std::move(nested.begin(), nested.end(), std::back_inserter(drafts));
  name_inner_speakers(view, drafts);
  drop_twins(view, drafts);
  for (Draft& draft : drafts) tidy(view, draft);
  std::erase_if(drafts, [](const Draft& draft) { return draft.content.empty(); });
  return drafts;
}

// Gives each attribution the one in whose content its cue stands, the innermost where several do.
void nest(std::vector<Attribution>& attributions) {
  struct Piece {
    Span span;
    std::uint32_t owner;
  };
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> by_cue;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    for (const Span span : attributions[i].content) pieces.push_back({span, i});
    by_cue.push_back(i);
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::sort(by_cue.begin(), by_cue.end(),
            [&](std::uint32_t a, std::uint32_t b) { return attributions[a].cue->begin < attributions[b].cue->begin; });
  const auto leads_back = [&](std::uint32_t from, std::uint32_t to) {
    for (int steps = 0; steps < 100; ++steps) {
      if (from == to) return true;
      if (!attributions[from].outer) return false;
      from = *attributions[from].outer;
    }
    return true;
  };
  std::vector<Piece> open;
  std::size_t next = 0;
  for (const std::uint32_t i : by_cue) {
    const std::size_t at = attributions[i].cue->begin;
    for (; next < pieces.size() && pieces[next].span.begin <= at; ++next) {
      while (!open.empty() && open.back().span.end <= pieces[next].span.begin) open.pop_back();
      open.push_back(pieces[next]);
    }
    // Pieces that merely overlap may leave one that has ended on top; a few steps down reach the one that holds the
    // cue.
    for (std::size_t down = 0; down < std::min<std::size_t>(open.size(), 16); ++down) {
      const Piece& piece = open[open.size() - 1 - down];
      if (piece.owner == i || piece.span.end <= at || leads_back(piece.owner, i)) continue;
      attributions[i].outer = piece.owner;
      // Who speaks inside a content is named inside it.
      if (attributions[i].source && !piece.span.contains(*attributions[i].source)) attributions[i].source.reset();
      break;
    }
  }
}

}  // namespace

AttributionFinder::AttributionFinder() : model_(std::make_unique<const Model>()) {}
AttributionFinder::~AttributionFinder() = default;

std::vector<Attribution> AttributionFinder::find(std::string_view text, const Dissection& dissection,
                                                 const Names& names) const {
  const AttributionView view(text, dissection, names);
  std::vector<Attribution> attributions;
  for (const Draft& draft : kept_drafts(view, model_->weights, model_->words))
    attributions.push_back(to_attribution(view, draft));
  std::stable_sort(attributions.begin(), attributions.end(),
                   [](const Attribution& a, const Attribution& b) { return a.content[0].begin < b.content[0].begin; });
  nest(attributions);
  return attributions;
}

}  // namespace hearsay
