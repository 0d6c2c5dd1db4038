// From scores to a draft: the roles in the cue's sentence, then the sentences the content runs on into.
#include "extract/attributions/draft.h"

#include "extract/attributions/lenient.h"
#include "extract/attributions/mend.h"

#include <algorithm>
#include <cmath>

namespace hearsay {

namespace {

std::vector<WordRange> ranges_of(const RoleReading& reading, Role role) {
  std::vector<WordRange> ranges;
  for (std::size_t i = 0; i < reading.roles.size(); ++i) {
    if (reading.roles[i] != role) continue;
    const std::uint32_t word = reading.first + static_cast<std::uint32_t>(i);
    if (!ranges.empty() && ranges.back().last == word)
      ++ranges.back().last;
    else
      ranges.push_back({word, word + 1});
  }
  return ranges;
}

// Walks from sentence to sentence, away from the cue, as long as the model says that the content goes on.
class RunOnWalk {
 public:
  RunOnWalk(const AttributionView& view, const AttributionWeights& weights, const std::vector<float>& scores,
            const std::vector<bool>& claimed, Draft& draft)
      : view_(view),
        weights_(weights),
        scores_(scores),
        claimed_(claimed),
        draft_(draft),
        has_content_(!draft.content.empty()) {}

  void walk(bool backwards) {
    std::int64_t sentence = view_.words[draft_.cue_word].sentence;
    for (std::uint32_t step = 1; step <= run_on_limit; ++step) {
      sentence += backwards ? -1 : 1;
      if (sentence < 0 || sentence >= static_cast<std::int64_t>(view_.dissection->sentences.size())) return;
      if (!takes(static_cast<std::uint32_t>(sentence), step, backwards)) return;
    }
  }

 private:
  bool takes(std::uint32_t sentence, std::uint32_t step, bool backwards) {
    const RunOn stretch = run_on_of(view_, sentence, backwards);
    if (stretch.first == stretch.last || (backwards && claimed_[stretch.last - 1])) return false;
    RunOnContext context{draft_.cue_word, edge(backwards), step, backwards, has_content_, 0};
    context.rival = rival_score(view_, scores_, stretch, sentence);
    run_on_features(view_, context, stretch, features_);
    if (weights_.run_on_score(features_) < weights_.header().run_on_least) return false;
    add({stretch.first, stretch.last}, backwards);
    ++(backwards ? draft_.sentences_before : draft_.sentences_after);
    return stretch.whole;
  }

  std::int32_t edge(bool backwards) const {
    if (draft_.content.empty()) return no_word;
    return static_cast<std::int32_t>(backwards ? draft_.content.front().first : draft_.content.back().last - 1);
  }

  void add(WordRange range, bool backwards) {
    auto& content = draft_.content;
    if (backwards && !content.empty() && content.front().first == range.last) {
      content.front().first = range.first;
    } else if (!backwards && !content.empty() && content.back().last == range.first) {
      content.back().last = range.last;
    } else {
      content.insert(backwards ? content.begin() : content.end(), range);
    }
  }

  const AttributionView& view_;
  const AttributionWeights& weights_;
  const std::vector<float>& scores_;
  const std::vector<bool>& claimed_;
  Draft& draft_;
  bool has_content_;
  FeatureList features_;
};

std::uint32_t words_in(const std::vector<WordRange>& ranges) {
  std::uint32_t count = 0;
  for (const WordRange& range : ranges) count += range.last - range.first;
  return count;
}

std::uint32_t step_of(float value, float width) {
  return static_cast<std::uint32_t>(static_cast<int>(std::floor(std::clamp(value / width, -8.0F, 8.0F))) + 8);
}

}  // namespace

Draft sentence_draft(const AttributionView& view, const AttributionWeights& weights, std::uint32_t cue,
                     const std::vector<float>& scores) {
  FeatureList scratch;
  const RoleReading reading = read_roles(CueScope(view, cue, scores), weights, scratch);
  Draft draft;
  draft.cue_word = cue;
  draft.cue_score = scores[cue];
  draft.content_certainty = reading.content_certainty;
  draft.source_certainty = reading.source_certainty;
  draft.content = ranges_of(reading, Role::content);
  draft.source = ranges_of(reading, Role::source);
  for (const WordRange& range : ranges_of(reading, Role::cue))
    if (range.contains(cue)) draft.cue = range;
  return draft;
}

std::vector<float> cue_scores(const AttributionView& view, const AttributionWeights& weights) {
  std::vector<float> scores(view.words.size(), -10.0F);
  FeatureList features;
  for (std::uint32_t word = 0; word < view.words.size(); ++word) {
    if (!weights.can_be_cue(view.words[word].lemma)) continue;
    cue_features(view, word, features);
    scores[word] = weights.cue_score(features);
  }
  return scores;
}

float rival_score(const AttributionView& view, const std::vector<float>& scores, const RunOn& stretch,
                  std::uint32_t sentence) {
  float best = -10;
  const Sentence& words = view.sentence(sentence);
  const bool in_quotation = !stretch.whole || view.words[stretch.first].quotation >= 0;
  for (std::uint32_t word = words.first; word < words.last; ++word) {
    const bool quoted = view.words[word].quotation >= 0;
    if (in_quotation && quoted) continue;
    best = std::max(best, scores[word]);
  }
  return best;
}

std::vector<Draft> drafts_of(const AttributionView& view, const AttributionWeights& weights,
                             const std::vector<float>& scores) {
  std::vector<Draft> drafts;
  std::vector<bool> claimed(view.words.size(), false);
  for (std::uint32_t word = 0; word < scores.size(); ++word) {
    if (scores[word] < weights.header().cue_least && !is_sure_candidate(view, word)) continue;
    Draft& draft = drafts.emplace_back(sentence_draft(view, weights, word, scores));
    RunOnWalk walk(view, weights, scores, claimed, draft);
    walk.walk(true);
    walk.walk(false);
    draft.mended = mend_silence(view, draft);
    if (draft.mended.empty()) draft.mended = mend(view, draft);
    if (scores[word] < 0) continue;
    for (const WordRange& range : draft.content)
      std::fill(claimed.begin() + range.first, claimed.begin() + range.last, true);
  }
  return drafts;
}

void keep_features(const AttributionView& view, const Draft& draft, FeatureList& features) {
  features.clear();
  const auto add = [&](auto... parts) { features.push_back(mix(400U, parts...)); };
  const ViewedWord& cue = view.words[draft.cue_word];
  const std::uint32_t score = step_of(draft.cue_score, 0.5F), sure = step_of(draft.content_certainty, 1.0F);
  const std::uint32_t content = std::min(words_in(draft.content), 20U) / 2;
  const std::uint32_t source = std::min(words_in(draft.source), 8U);
  const std::uint32_t pieces = std::min<std::uint32_t>(static_cast<std::uint32_t>(draft.content.size()), 4);
  std::uint32_t quoted = 0;
  for (const WordRange& range : draft.content)
    for (std::uint32_t word = range.first; word < range.last; ++word) quoted += view.words[word].quotation >= 0;
  quoted = quoted == 0 ? 0 : quoted == words_in(draft.content) ? 2 : 1;
  add(20U, std::uint32_t{!draft.mended.empty()}, score);
  add(1U, score);
  add(2U, sure);
  add(3U, score, sure);
  add(4U, content, std::uint32_t{source != 0});
  add(5U, source);
  add(6U, pieces, quoted);
  add(7U, score, std::uint32_t{source != 0}, std::uint32_t{content != 0});
  add(8U, step_of(draft.source_certainty, 1.0F), std::uint32_t{source != 0});
  add(9U, quoted, score);
  add(10U, cue.sorts, std::uint32_t{source != 0}, quoted);
  add(11U, cue.lemma, std::uint32_t{source != 0});
  add(12U, static_cast<std::uint32_t>(cue.tag), content);
  add(13U, std::min(draft.sentences_before, 3U), std::min(draft.sentences_after, 3U), quoted);
  add(14U, static_cast<std::uint32_t>(cue.tag), std::uint32_t{source != 0}, sure);
  add(15U, static_cast<std::uint32_t>(cue.tag), cue.relation, sure);
  if (!draft.source.empty()) {
    const ViewedWord& first = view.words[draft.source.front().first];
    add(16U, first.lemma, source);
    add(17U, static_cast<std::uint32_t>(first.tag), first.name, source);
  }
  if (!draft.content.empty()) {
    const ViewedWord& first = view.words[draft.content.front().first];
    add(18U, first.lemma, cue.sorts);
    add(19U, static_cast<std::uint32_t>(first.tag), content, cue.sorts);
  }
}

}  // namespace hearsay
