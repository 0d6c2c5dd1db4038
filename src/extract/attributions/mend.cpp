// Mends drafts by the order of words alone, which is firm in sentences of saying: speaker, verb, what is said; or what
// is said, a comma, and speaker and verb in either order.
#include "extract/attributions/mend.h"

#include "extract/attributions/recipient.h"

#include <algorithm>

namespace hearsay {

namespace {

bool has_verb(const AttributionView& view, WordRange range) {
  for (std::uint32_t word = range.first; word < range.last; ++word)
    if (view.words[word].tag == Tag::VERB || view.words[word].tag == Tag::AUX) return true;
  return false;
}

bool is_clause(const AttributionView& view, WordRange range) {
  return range.first + 3 <= range.last && has_verb(view, range);
}

// A speaker's name and role: no verb before "who", "which" or a comma.
bool is_speaker(const AttributionView& view, WordRange range) {
  static const std::uint32_t who = hash_word("who"), which = hash_word("which"), that = hash_word("that");
  if (view.words[range.first].lemma == that) return false;
  for (std::uint32_t word = range.first; word < range.last; ++word) {
    const ViewedWord& here = view.words[word];
    if (here.quotation >= 0 || here.tag == Tag::VERB || here.tag == Tag::AUX) return false;
    if (here.sign == ',' || here.lemma == who || here.lemma == which) return word > range.first;
  }
  return true;
}

class Mender {
 public:
  Mender(const AttributionView& view, Draft& draft)
      : view_(view), draft_(draft), sentence_(view.sentence(view.words[draft.cue_word].sentence)) {}

  std::string_view mend() {
    if (!draft_.content.empty()) return source_follows() ? "the source follows" : hearer_inside() ? "who was told" : "";
    if (draft_.source.empty()) return after_last_comma() ? "what stands before" : "";
    if (source_on_both_sides() || stands_before()) return "what stands before";
    return follows_cue() ? "what follows the cue" : "";
  }

 private:
  // The sentence's end without its last sign.
  std::uint32_t end() const {
    std::uint32_t last = sentence_.last;
    while (last > draft_.cue.last && view_.words[last - 1].sign != 0 && view_.words[last - 1].quotation < 0) --last;
    return last;
  }

  bool comma_before(std::uint32_t word) const {
    return word > sentence_.first && (view_.words[word - 1].sign == ',' || view_.words[word - 1].sign == '"');
  }

  bool source_follows() {
    if (!draft_.source.empty()) return false;
    auto& content = draft_.content;
    const auto after =
        std::find_if(content.begin(), content.end(), [&](WordRange r) { return r.first == draft_.cue.last; });
    if (after == content.begin() || after == content.end() || !is_speaker(view_, *after)) return false;
    draft_.source = {*after};
    content.erase(after);
    return true;
  }

  bool hearer_inside() {
    static const std::uint32_t that = hash_word("that");
    if ((view_.words[draft_.cue_word].sorts & SayingSort::tell) == 0) return false;
    for (WordRange& range : draft_.content) {
      if (range.first != draft_.cue.last || view_.words[range.first].lemma == that) continue;
      std::uint32_t next = range.first;
      while (next < range.last && view_.words[next].lemma != that) ++next;
      if (next == range.last || next > range.first + 12 || !is_speaker(view_, {range.first, next})) return false;
      range.first = next;
      return true;
    }
    return false;
  }

  // "The deal was close, an official familiar with it said.", of which the model made nothing.
  bool after_last_comma() {
    std::uint32_t begin = draft_.cue.first;
    while (begin > sentence_.first && view_.words[begin - 1].sign == 0) --begin;
    const WordRange speaker{begin, draft_.cue.first};
    if (speaker.first == speaker.last || !comma_before(begin) || !is_speaker(view_, speaker)) return false;
    if (has_verb(view_, {draft_.cue.last, end()})) return false;
    return take({sentence_.first, begin - 1}, speaker);
  }

  // "[The bridge was safe,] said [the mayor]": both were taken for the source.
  bool source_on_both_sides() {
    const WordRange first = draft_.source.front(), last = draft_.source.back();
    if (first.last > draft_.cue.first || last.first < draft_.cue.last || !comma_before(draft_.cue.first)) return false;
    return take({sentence_.first, draft_.cue.first - 1}, last);
  }

  bool stands_before() {
    const WordRange source = draft_.source.back();
    const bool source_first = source.last == draft_.cue.first;
    const bool cue_first = source.first == draft_.cue.last && comma_before(draft_.cue.first);
    const std::uint32_t begin = source_first ? source.first : draft_.cue.first;
    if ((!source_first && !cue_first) || !comma_before(begin)) return false;
    if (source_first && has_verb(view_, {draft_.cue.last, end()})) return false;
    return take({sentence_.first, begin - 1}, source);
  }

  bool take(WordRange content, WordRange source) {
    if (!is_clause(view_, content)) return false;
    draft_.content = {content};
    draft_.source = {source};
    return true;
  }

  bool follows_cue() {
    if (draft_.source.back().last > draft_.cue.first) return false;
    WordRange range{draft_.cue.last, end()};
    if (const auto recipient = recipient_of(view_, draft_)) {
      // A misread tree hangs what was said on the person it was said to: the name itself ends at the clause.
      static const std::uint32_t that = hash_word("that");
      std::uint32_t next = range.first;
      while (next < recipient->last && view_.words[next].lemma != that) ++next;
      if (next >= recipient->last || view_.words[next].lemma == that) range.first = next;
    }
    if (!is_clause(view_, range)) return false;
    draft_.content = {range};
    return true;
  }

  const AttributionView& view_;
  Draft& draft_;
  const Sentence& sentence_;
};

std::string_view mend_saying(const AttributionView& view, Draft& draft) {
  const ViewedWord& cue = view.words[draft.cue_word];
  const SayingSorts mended = SayingSort::say | SayingSort::tell | SayingSort::claim;
  if ((cue.sorts & mended) == 0 || cue.tag != Tag::VERB || draft.cue.first > draft.cue_word) return "";
  return Mender(view, draft).mend();
}

bool overlaps(const std::vector<WordRange>& ranges, WordRange words) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](WordRange range) { return range.first < words.last && words.first < range.last; });
}

// "Rubens still favors a ban": who favors it.
std::string_view take_subject(const AttributionView& view, Draft& draft) {
  static const std::uint32_t it = hash_word("it"), there = hash_word("there"), that = hash_word("that");
  const ViewedWord& cue = view.words[draft.cue_word];
  if (!draft.source.empty() || draft.content.empty() || cue.tag != Tag::VERB || is_passive(view, draft.cue_word))
    return "";
  const Subject subject = subject_of(view, draft.cue_word);
  const bool by_tree =
      subject.way == SubjectWay::own || subject.way == SubjectWay::shared || subject.way == SubjectWay::participle;
  const WordRange phrase = by_tree ? phrase_around(view, subject.word, 40) : nominal_before(view, draft.cue.first);
  if (phrase.first == phrase.last) return "";
  const ViewedWord& head = view.words[by_tree ? subject.word : phrase.last - 1];
  if (head.lemma == it || head.lemma == there || head.lemma == that || head.quotation != cue.quotation) return "";
  if (phrase.contains(draft.cue_word) || overlaps(draft.content, phrase)) return "";
  draft.source = {phrase};
  return "the verb's subject";
}

}  // namespace

std::string_view mend(const AttributionView& view, Draft& draft) {
  const std::string_view mended = mend_saying(view, draft);
  return mended.empty() ? take_subject(view, draft) : mended;
}

}  // namespace hearsay
