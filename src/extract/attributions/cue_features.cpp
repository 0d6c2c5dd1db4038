// Features of a word as a possible cue. Each feature is a small tuple, hashed; the tuple's first number tells the
// kinds apart. What it does not do: it does not know what the content would be (see the keep model for that).
#include "extract/attributions/features.h"

#include <algorithm>

namespace hearsay {

namespace {

enum Kind : std::uint32_t {
  bias = 100,
  own,
  own_tag,
  own_form,
  relation,
  relation_lemma,
  head_lemma,
  head_tag,
  child,
  child_lemma,
  child_own,
  child_sorts,
  marker,
  neighbour,
  neighbour_own,
  neighbour_sorts,
  quote,
  quote_lemma,
  quote_sorts,
  subject,
  subject_sorts,
  place,
  ending,
  sorts_relation,
  grandparent,
  pair,
  verbs_before,
  sorts_alone,
  next_sentence,
  subject_way
};

std::uint32_t number(Tag tag) { return static_cast<std::uint32_t>(tag); }

std::uint32_t bucket(std::uint32_t distance) {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 25 ? 6 : 7;
}

class CueLook {
 public:
  CueLook(const AttributionView& view, std::uint32_t word, FeatureList& features)
      : view_(view),
        words_(view.words),
        at_(word),
        me_(view.words[word]),
        features_(features),
        first_(view.sentence(me_.sentence).first),
        last_(view.sentence(me_.sentence).last) {}

  void look() {
    add(bias);
    add(own, me_.lemma);
    add(own_tag, me_.lemma, number(me_.tag));
    add(own_form, me_.form, number(me_.tag));
    add(relation, me_.relation, number(me_.tag));
    add(relation_lemma, me_.relation, me_.lemma);
    add(sorts_alone, me_.sorts, number(me_.tag));
    add(sorts_relation, me_.sorts, me_.relation);
    look_at_head();
    look_at_children();
    look_at_neighbours();
    look_at_quotations();
    look_at_place();
  }

 private:
  template <typename... Parts>
  void add(std::uint32_t kind, Parts... parts) {
    features_.push_back(mix(kind, parts...));
  }

  void look_at_head() {
    if (me_.head == no_head) return add(head_lemma, 0U, 0U);
    const ViewedWord& head = words_[static_cast<std::size_t>(me_.head)];
    add(head_lemma, me_.relation, head.lemma);
    add(head_lemma, me_.relation, head.lemma, me_.lemma);
    add(head_tag, me_.relation, number(head.tag), me_.lemma);
    add(head_tag, me_.relation, number(head.tag), me_.sorts);
    add(head_tag, me_.relation, head.sorts, number(me_.tag));
    add(grandparent, me_.relation, head.relation, me_.lemma);
  }

  // The lemma of the word that introduces a phrase: "that", "to", "for", "of"; 0 when none does.
  std::uint32_t marker_of(std::uint32_t word) const {
    for (const std::uint32_t c : view_.tree.children(word)) {
      const ViewedWord& child_word = words_[c];
      if (child_word.relation == Relation::mark || child_word.relation == Relation::case_) return child_word.lemma;
    }
    return 0;
  }

  void look_at_children() {
    constexpr std::size_t most = 16;
    const auto children = view_.tree.children(at_);
    std::uint32_t frame = 0;
    for (const std::uint32_t c : children.first(std::min(children.size(), most))) {
      const ViewedWord& word = words_[c];
      if (word.tag == Tag::PUNCT) continue;
      const std::uint32_t after = c > at_;
      const std::uint32_t introduced = marker_of(c);
      add(child, word.relation, after);
      add(child_own, word.relation, after, me_.lemma);
      add(child_sorts, word.relation, after, me_.sorts, number(me_.tag));
      add(child_lemma, word.relation, word.lemma);
      add(child_lemma, word.relation, word.lemma, me_.sorts);
      add(child_lemma, word.relation, number(word.tag), me_.lemma);
      add(marker, word.relation, introduced, me_.lemma);
      add(marker, word.relation, introduced, me_.sorts, number(me_.tag));
      frame = mix(frame, word.relation, after);
    }
    const Subject by_tree = subject_of(view_, at_);
    add(subject_way, static_cast<std::uint32_t>(by_tree.way), me_.lemma);
    add(subject_way, static_cast<std::uint32_t>(by_tree.way), me_.sorts, number(me_.tag));
    if (by_tree.way != SubjectWay::none) look_at_subject(words_[by_tree.word]);
    add(pair, frame);
    add(pair, frame, me_.sorts);
  }

  void look_at_subject(const ViewedWord& word) {
    add(subject, word.relation, word.lemma);
    add(subject, word.relation, number(word.tag), word.name, me_.lemma);
    add(subject_sorts, word.relation, number(word.tag), word.name, me_.sorts);
    add(subject_sorts, word.relation, word.lemma, me_.sorts);
  }

  const ViewedWord* near(int offset) const {
    const std::int64_t at = static_cast<std::int64_t>(at_) + offset;
    return at < first_ || at >= last_ ? nullptr : &words_[static_cast<std::size_t>(at)];
  }

  void look_at_neighbours() {
    std::uint32_t forms[5] = {}, tags[5] = {};
    for (int offset = -2; offset <= 2; ++offset) {
      const ViewedWord* word = near(offset);
      const auto i = static_cast<std::uint32_t>(offset + 2);
      forms[i] = word == nullptr ? 1 : word->sign == '"' ? 2 : word->form;
      tags[i] = word == nullptr ? 99 : number(word->tag);
      if (offset == 0) continue;
      add(neighbour, i, forms[i]);
      add(neighbour_own, i, forms[i], me_.lemma);
      add(neighbour_sorts, i, tags[i], me_.lemma);
      add(neighbour_sorts, i, forms[i], me_.sorts, number(me_.tag));
    }
    add(neighbour, 20U, tags[1], tags[3], number(me_.tag));
    add(neighbour, 21U, tags[1], tags[3], me_.lemma);
    add(neighbour, 22U, tags[3], tags[4], me_.sorts);
    add(neighbour, 23U, tags[0], tags[1], me_.sorts);
    add(neighbour, 24U, forms[3], forms[4]);
    add(neighbour, 25U, forms[1], forms[3]);
  }

  // How far the nearest quotation of the sentence is on one side, and whether it is its own sentence.
  std::uint32_t quotation_at(int step) const {
    for (std::uint32_t distance = 1; distance < 30; ++distance) {
      const ViewedWord* word = near(step * static_cast<int>(distance));
      if (word == nullptr) return 9;
      if (word->quotation >= 0) return bucket(distance);
    }
    return 8;
  }

  void look_at_quotations() {
    const std::uint32_t inside = me_.quotation >= 0;
    const std::uint32_t left = inside ? 10 : quotation_at(-1);
    const std::uint32_t right = inside ? 10 : quotation_at(1);
    add(quote, left, right);
    add(quote_lemma, left, me_.lemma);
    add(quote_lemma, 20 + right, me_.lemma);
    add(quote_sorts, left, right, me_.sorts);
    add(quote_sorts, inside, me_.relation, number(me_.tag));
    // Words in quotation marks beyond the sentence's ends.
    const std::uint32_t before = first_ > 0 && words_[first_ - 1].quotation >= 0;
    const std::uint32_t after = last_ < words_.size() && words_[last_].quotation >= 0;
    const std::uint32_t from_end = std::min<std::uint32_t>(last_ - at_, 4);
    add(next_sentence, before, after, left, right);
    add(next_sentence, before, after, me_.lemma);
    add(next_sentence, after, from_end, static_cast<std::uint32_t>(words_[last_ - 1].sign), me_.sorts);
  }

  void look_at_place() {
    const std::uint32_t paragraph = view_.paragraph[me_.sentence];
    add(place, std::min<std::uint32_t>(paragraph, 2), me_.sorts);
    add(place, 10 + bucket(at_ - first_), bucket(last_ - at_));
    add(place, 20U, std::min<std::uint32_t>(last_ - first_, 40) / 8, number(me_.tag));
    add(place, 30 + bucket(at_ - first_), me_.sorts);
    add(ending, static_cast<std::uint32_t>(words_[last_ - 1].sign), me_.lemma);
    add(place, 40U, me_.name, number(me_.tag));
    std::uint32_t likely = 0;
    for (std::uint32_t i = first_ + (at_ - first_ > 40 ? at_ - first_ - 40 : 0); i < at_; ++i)
      likely += words_[i].sorts != 0 && words_[i].tag == Tag::VERB;
    add(verbs_before, std::min<std::uint32_t>(likely, 3), me_.sorts);
  }

  const AttributionView& view_;
  const std::vector<ViewedWord>& words_;
  std::uint32_t at_;
  const ViewedWord& me_;
  FeatureList& features_;
  std::uint32_t first_, last_;
};

}  // namespace

void cue_features(const AttributionView& view, std::uint32_t word, FeatureList& features) {
  features.clear();
  CueLook(view, word, features).look();
}

}  // namespace hearsay
