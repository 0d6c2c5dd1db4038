// Subjects through the tree. A verb without a subject of its own takes that of the verb it hangs on, as the grammar of
// control has it; which of these hold often enough to matter is left to the trained model to weigh.
#include "extract/attributions/subject.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace hearsay {

namespace {

Subject own_subject(const AttributionView& view, std::uint32_t word) {
  static constexpr std::pair<Relation, SubjectWay> ways[] = {{Relation::obl_agent, SubjectWay::agent},
                                                             {Relation::nsubj, SubjectWay::own},
                                                             {Relation::nmod_poss, SubjectWay::owner}};
  for (const auto& [relation, way] : ways) {
    if (const auto child = view.tree.child(word, relation)) return {way, *child};
  }
  return {};
}

}  // namespace

Subject subject_of(const AttributionView& view, std::uint32_t word) {
  SubjectWay way = SubjectWay::own;
  for (int steps = 0; steps < 4; ++steps) {
    const Subject own = own_subject(view, word);
    if (own.way != SubjectWay::none) return {way == SubjectWay::own ? own.way : way, own.word};
    const ViewedWord& here = view.words[word];
    if (here.head == no_head) return {};
    const auto head = static_cast<std::uint32_t>(here.head);
    if (here.relation == Relation::acl || here.relation == Relation::acl_relcl) return {SubjectWay::described, head};
    if (here.relation == Relation::conj) {
      if (way == SubjectWay::own) way = SubjectWay::shared;
    } else if (here.relation == Relation::advcl) {
      way = SubjectWay::participle;
    } else if (here.relation == Relation::xcomp) {
      way = SubjectWay::completing;
    } else {
      return {};
    }
    word = head;
  }
  return {};
}

bool hangs_on(const AttributionView& view, std::uint32_t word, std::uint32_t head) {
  for (int steps = 0; steps < 12; ++steps) {
    if (word == head) return true;
    if (view.words[word].head == no_head) return false;
    word = static_cast<std::uint32_t>(view.words[word].head);
  }
  return false;
}

WordRange phrase_around(const AttributionView& view, std::uint32_t head, std::uint32_t most) {
  const Sentence& sentence = view.sentence(view.words[head].sentence);
  WordRange range{head, head + 1};
  while (range.first > sentence.first && head - range.first < most && hangs_on(view, range.first - 1, head))
    --range.first;
  while (range.last < sentence.last && range.last - head < most && hangs_on(view, range.last, head)) ++range.last;
  return range;
}

bool is_passive(const AttributionView& view, std::uint32_t verb) {
  return view.tree.child(verb, Relation::aux_pass) || view.tree.child(verb, Relation::nsubj_pass);
}

WordRange nominal_before(const AttributionView& view, std::uint32_t verb) {
  const std::uint32_t first = view.sentence(view.words[verb].sentence).first;
  const auto is = [&](std::uint32_t word, std::initializer_list<Tag> tags) {
    return std::find(tags.begin(), tags.end(), view.words[word].tag) != tags.end();
  };
  std::uint32_t last = verb;
  while (last > first && verb - last < 4 && is(last - 1, {Tag::ADV, Tag::AUX})) --last;
  std::uint32_t begin = last;
  while (begin > first && last - begin < 12 &&
         is(begin - 1, {Tag::NOUN, Tag::PROPN, Tag::PRON, Tag::DET, Tag::ADJ, Tag::NUM}))
    --begin;
  return begin < last && is(last - 1, {Tag::NOUN, Tag::PROPN, Tag::PRON}) ? WordRange{begin, last}
                                                                          : WordRange{verb, verb};
}

}  // namespace hearsay
