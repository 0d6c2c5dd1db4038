// The words of a cue's sentence as seen from the cue: where in the tree they hang, what lies between. The way through
// the tree from cue to word is what carries most (Gildea and Jurafsky 2002): a word inherits it from the head of its
// branch, so a whole clause moves together and a misread word inside it does little harm.
#include "extract/attributions/features.h"

#include <algorithm>

namespace hearsay {

namespace {

enum Kind : std::uint32_t {
  way = 200,
  way_lemma,
  way_use,
  way_own,
  way_tag,
  way_word,
  way_path,
  way_marker,
  way_marker_lemma,
  way_subject,
  way_quote,
  quote,
  quote_cue,
  tags,
  word_near,
  far,
  far_use,
  signs,
  commas,
  rivals,
  name,
  order,
  depth_way,
  way_neighbour,
  branch_word,
  subject,
  region
};

std::uint32_t number(Tag tag) { return static_cast<std::uint32_t>(tag); }

std::uint32_t bucket(std::uint32_t distance) {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 25 ? 6 : 7;
}

}  // namespace

CueScope::CueScope(const AttributionView& view, std::uint32_t cue, const std::vector<float>& scores)
    : view_(&view), cue_(cue) {
  const Sentence& sentence = view.sentence(view.words[cue].sentence);
  first_ = cue - sentence.first > reach ? cue - reach : sentence.first;
  last_ = sentence.last - cue > reach ? cue + reach : sentence.last;
  places_.resize(last_ - first_);
  commas_.resize(last_ - first_);
  other_cues_.resize(last_ - first_);
  quote_edges_.resize(last_ - first_);
  markers_.resize(last_ - first_);
  climb_from_cue();
  subject_ = subject_of(view, cue);
  if (subject_.way != SubjectWay::none) subject_phrase_ = phrase_around(view, subject_.word, 40);
  for (std::uint32_t i = first_; i < last_; ++i) {
    place_of(i);
    markers_[i - first_] = marker_of(i);
    quotes_ = quotes_ || view.words[i].quotation >= 0;
  }
  for (const int step : {-1, 1}) {
    std::uint8_t comma = 0, other = 0, edge = 0;
    std::int32_t quotation = view.words[cue].quotation;
    for (std::int64_t i = static_cast<std::int64_t>(cue) + step; i >= first_ && i < last_; i += step) {
      const auto at = static_cast<std::size_t>(i);
      if (view.words[at].quotation != quotation && edge < 2) ++edge;
      quotation = view.words[at].quotation;
      quote_edges_[at - first_] = edge;
      commas_[at - first_] = comma;
      other_cues_[at - first_] = other;
      if (view.words[at].sign == ',' && comma < 3) ++comma;
      if (scores[at] >= 0 && other < 2) ++other;
    }
  }
}

void CueScope::climb_from_cue() {
  const auto& words = view_->words;
  std::uint32_t at = cue_;
  up_path_ = 1;
  for (std::uint8_t climb = 0; climb < 12; ++climb) {
    places_[at - first_] = {at, climb, 0, true};
    if (climb < 3) up_path_ = mix(up_path_, words[at].relation);
    if (!inside(words[at].head) || places_[static_cast<std::size_t>(words[at].head) - first_].known) break;
    at = static_cast<std::uint32_t>(words[at].head);
  }
  for (const std::uint32_t c : view_->tree.children(cue_)) {
    const ViewedWord& child = words[c];
    passive_ = passive_ || child.relation == Relation::aux_pass || child.relation == Relation::nsubj_pass;
    if (child.relation == Relation::nsubj || child.relation == Relation::nsubj_pass) {
      has_subject_ = true;
    }
  }
  use_ = mix(words[cue_].sorts, number(words[cue_].tag), passive_, has_subject_);
}

// Follows the heads up to a word whose place is known, then hands the place down. The way is short but in a broken
// tree, where a cycle or a way out of the scope ends it.
CueScope::Place& CueScope::place_of(std::uint32_t word) {
  std::uint32_t chain[32];
  std::size_t length = 0;
  std::uint32_t at = word;
  while (!places_[at - first_].known && length < 32 && inside(view_->words[at].head)) {
    chain[length++] = at;
    at = static_cast<std::uint32_t>(view_->words[at].head);
  }
  if (!places_[at - first_].known) places_[at - first_] = {at, 15, 1, true};
  while (length > 0) {
    const Place above = places_[at - first_];
    at = chain[--length];
    const auto depth = static_cast<std::uint8_t>(std::min(above.depth + 1, 7));
    places_[at - first_] = {above.depth == 0 ? at : above.branch, above.climb, depth, true};
  }
  return places_[word - first_];
}

std::uint32_t CueScope::marker_of(std::uint32_t branch) const {
  const auto& words = view_->words;
  for (const std::uint32_t c : view_->tree.children(branch)) {
    const ViewedWord& child = words[c];
    if (child.relation == Relation::mark || child.relation == Relation::case_) return child.lemma;
    if (c > branch) break;
  }
  return 0;
}

void CueScope::features(std::uint32_t at, FeatureList& features) const {
  features.clear();
  const auto add = [&](std::uint32_t kind, auto... parts) { features.push_back(mix(kind, parts...)); };
  const auto& words = view_->words;
  const ViewedWord& cue = words[cue_];
  const ViewedWord& word = words[at];
  const Place& where = place(at);
  const ViewedWord& branch = words[where.branch];
  const std::uint32_t side = at > cue_ ? 1 : 0;
  const std::uint32_t branch_side = where.branch > cue_ ? 1 : 0;
  const std::uint32_t trunk = where.depth == 0;
  const std::uint32_t course = mix(where.climb, branch.relation, side, branch_side, trunk);
  const std::uint32_t marker = markers_[where.branch - first_];
  const std::uint32_t in_quote = word.quotation < 0 ? 0 : word.quotation == cue.quotation ? 1 : 2;
  const std::uint32_t distance = at > cue_ ? at - cue_ : cue_ - at;

  add(way, course);
  add(way_lemma, course, cue.lemma);
  add(way_use, course, use_);
  add(way_own, course, word.relation, where.depth);
  add(way_tag, course, number(word.tag), use_);
  add(way_word, course, word.lemma);
  add(way_path, course, up_path_);
  add(way_path, course, up_path_, use_);
  add(way_marker, course, marker, use_);
  add(way_marker_lemma, course, marker, cue.lemma);
  add(way_subject, course, std::uint32_t{has_subject_}, std::uint32_t{passive_}, number(branch.tag));
  add(way_quote, course, in_quote, std::uint32_t{quotes_});
  add(branch_word, course, branch.lemma, use_);
  add(quote, in_quote, std::uint32_t{quotes_}, side, use_);
  add(quote_cue, in_quote, side, cue.lemma);
  add(depth_way, branch.relation, word.relation, side, where.climb);

  const std::uint32_t zone = !subject_phrase_.contains(at) ? 0 : at == subject_.word ? 2 : 1;
  const std::uint32_t subject_zone = mix(zone, static_cast<std::uint32_t>(subject_.way));
  add(subject, subject_zone, side);
  add(subject, subject_zone, cue.lemma);
  add(subject, subject_zone, use_, in_quote);
  add(subject, subject_zone, number(word.tag), word.relation);
  const std::uint32_t edges = quote_edges_[at - first_];
  add(region, edges, side, std::uint32_t{quotes_}, use_);
  add(region, edges, side, zone, static_cast<std::uint32_t>(subject_.way));
  add(region, edges, side, commas_[at - first_], number(word.tag));
  const std::uint32_t comma = commas_[at - first_], rival = other_cues_[at - first_];
  add(commas, comma, side, use_);
  add(commas, comma, side, branch.relation, where.climb);
  add(rivals, rival, side, course);
  add(rivals, rival, side, comma, use_);
  add(far, bucket(distance), side, number(word.tag), use_);
  add(far_use, bucket(distance), side, cue.lemma);
  add(far_use, bucket(distance), side, word.lemma);

  const ViewedWord* left = at > first_ ? &words[at - 1] : nullptr;
  const ViewedWord* right = at + 1 < last_ ? &words[at + 1] : nullptr;
  const std::uint32_t left_tag = left ? number(left->tag) : 90, right_tag = right ? number(right->tag) : 91;
  add(tags, left_tag, number(word.tag), right_tag, side);
  add(tags, number(word.tag), word.name, side, use_);
  add(word_near, word.form, side, std::min<std::uint32_t>(distance, 3));
  add(word_near, 10U, left ? left->form : 1U, side, use_);
  add(word_near, 11U, right ? right->form : 1U, side, use_);
  add(way_neighbour, 12U, left ? left->form : 1U, word.form);
  add(way_neighbour, 13U, right ? right->form : 1U, word.form);
  add(name, word.name, course);
  if (word.sign != 0) {
    const std::uint32_t sign = static_cast<std::uint8_t>(word.sign);
    add(signs, sign, left ? place(at - 1).branch == where.branch : 2U, left_tag, right_tag, side);
    add(signs, sign, in_quote, side, comma, cue.lemma);
    add(signs, sign, left && left->quotation >= 0, right && right->quotation >= 0, side, use_);
  }
}

std::size_t CueScope::boundary(std::uint32_t at) const {
  const ViewedWord& left = view_->words[at - 1];
  const ViewedWord& right = view_->words[at];
  const std::size_t new_branch = place(at - 1).branch != place(at).branch;
  const std::size_t quotation = left.quotation != right.quotation;
  const std::size_t sign = left.sign == 0 && right.sign == 0 ? 0 : right.sign == ',' ? 1 : left.sign == ',' ? 2 : 3;
  return sign * 4 + quotation * 2 + new_branch;
}

}  // namespace hearsay
