// By what stands right before and right behind a quotation. The training data have few of these forms, and a tree over
// a line without a verb is no help.
#include "extract/attributions/quoted_speakers.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace hearsay {

namespace {

constexpr std::uint32_t longest_credit = 14, longest_lead = 30;  // words

bool any_verb(const AttributionView& view, WordRange range) {
  for (std::uint32_t word = range.first; word < range.last; ++word)
    if (is_verb(view.words[word])) return true;
  return false;
}

bool is_end_sign(char sign) { return sign == '.' || sign == '!' || sign == '?'; }

bool is_capital(const AttributionView& view, std::uint32_t word) {
  const char letter = view.text[view.span(word).begin];
  return letter >= 'A' && letter <= 'Z';
}

struct QuotedWords {
  WordRange whole;   // with the marks
  WordRange inside;  // without them
};

class QuotedSpeakers {
 public:
  QuotedSpeakers(const AttributionView& view, const FormWords& words, std::vector<Draft>& drafts)
      : view_(view), list_(words), drafts_(drafts), held_by_(view.words.size(), no_word) {
    for (std::size_t i = 0; i < drafts.size(); ++i)
      for (const WordRange& range : drafts[i].content)
        std::fill(held_by_.begin() + range.first, held_by_.begin() + range.last, static_cast<std::int32_t>(i));
  }

  void add() {
    const auto& words = view_.words;
    for (std::uint32_t word = 0; word < words.size();) {
      const std::int32_t quotation = words[word].quotation;
      std::uint32_t last = word + 1;
      while (last < words.size() && words[last].quotation == quotation) ++last;
      if (quotation >= 0) look_at({word, last});
      word = last;
    }
    if (added_.empty()) return;
    give();
    std::erase_if(drafts_, [](const Draft& draft) { return draft.content.empty(); });
    std::move(added_.begin(), added_.end(), std::back_inserter(drafts_));
  }

 private:
  const ViewedWord& at(std::uint32_t word) const { return view_.words[word]; }
  std::uint32_t paragraph(std::uint32_t word) const { return view_.paragraph[at(word).sentence]; }

  void look_at(WordRange whole) {
    WordRange inside = whole;
    while (inside.first < inside.last && is_mark(inside.first)) ++inside.first;
    while (inside.first < inside.last && is_mark(inside.last - 1)) --inside.last;
    if (inside.first == inside.last) return;
    const QuotedWords quoted{whole, inside};
    auto draft = credited(quoted);
    if (!draft) draft = led_in(quoted);
    if (!draft) draft = gestured(quoted);
    if (draft) added_.push_back(std::move(*draft));
  }

  bool is_mark(std::uint32_t word) const { return at(word).sign == '"' || at(word).sign == '\''; }

  // The draft that holds the quotation, when its cue stands in a sentence of the quotation or in the one `beside` it.
  const Draft* holder(const QuotedWords& quoted, std::uint32_t beside) const {
    const std::int32_t held = held_by_[quoted.inside.first];
    if (held == no_word) return nullptr;
    const Draft& draft = drafts_[static_cast<std::size_t>(held)];
    const std::uint32_t sentence = at(draft.cue_word).sentence;
    const bool near = sentence == at(quoted.inside.first).sentence || sentence == at(beside).sentence;
    return near ? &draft : nullptr;
  }

  // "The Pier": several words, all that count begin with a capital, and no sign ends it.
  bool is_title(const QuotedWords& quoted) const {
    if (quoted.inside.first + 1 == quoted.inside.last || !is_capital(view_, quoted.inside.first)) return false;
    if (is_end_sign(at(quoted.inside.last - 1).sign) || at(quoted.inside.last - 1).sign == ',') return false;
    for (std::uint32_t word = quoted.inside.first; word < quoted.inside.last; ++word) {
      const bool counts =
          is_noun(at(word)) || is_verb(at(word)) || at(word).tag == Tag::ADJ || at(word).tag == Tag::PRON;
      if (counts && !is_capital(view_, word)) return false;
    }
    return true;
  }

  Draft draft_of(std::uint32_t cue_word, WordRange cue, WordRange source, WordRange content) const {
    Draft draft;
    draft.cue_word = cue_word;
    draft.cue = cue;
    draft.source = {source};
    draft.content = {content};
    draft.found_by = "by rule, what stands beside a quotation";
    return draft;
  }

  // "“Not our doing” – yard owner", to the end of the sentence or paragraph.
  std::optional<Draft> credited(const QuotedWords& quoted) const {
    const std::uint32_t dash = quoted.whole.last;
    if (dash + 1 >= view_.words.size() || at(dash).sign != '-') return std::nullopt;
    const auto credit = credit_from(dash + 1);
    if (!credit || is_title(quoted)) return std::nullopt;
    // "Torvik: “All is well” – pilot": the colon is no word of saying.
    if (const Draft* held = holder(quoted, dash); held != nullptr && at(held->cue_word).sign == 0) return std::nullopt;
    const auto content = credited_words(quoted);
    if (!content) return std::nullopt;
    return draft_of(dash, {dash, dash + 1}, *credit, *content);
  }

  std::optional<WordRange> credit_from(std::uint32_t first) const {
    std::uint32_t last = first;
    const std::uint32_t size = static_cast<std::uint32_t>(view_.words.size());
    for (; last < size && paragraph(last) == paragraph(first) && at(last).sentence == at(first).sentence; ++last) {
      const ViewedWord& here = at(last);
      if (last - first > longest_credit || here.quotation >= 0 || is_verb(here) || here.sign == '-')
        return std::nullopt;
      if (is_end_sign(here.sign)) break;
    }
    if (first == last || paragraph(first) != paragraph(first - 1) || !is_speaker({first, last})) return std::nullopt;
    return WordRange{first, last};
  }

  // A name of a person or body, or a noun for one at the head: "yard owner", "the pilot of the tug", "a survivor".
  bool is_speaker(WordRange words) const {
    const Tag tag = at(words.first).tag;
    if (tag == Tag::CCONJ || tag == Tag::SCONJ || tag == Tag::ADP || tag == Tag::PRON || tag == Tag::NUM) return false;
    std::uint32_t head = words.first;
    while (head + 1 < words.last && at(head + 1).sign == 0 && at(head + 1).tag != Tag::ADP) ++head;
    if (list_.speaks(view_, head)) return true;
    for (std::uint32_t word = words.first; word <= head; ++word)
      if (at(word).tag == Tag::PROPN && list_.is_person(view_, word)) return true;
    return false;
  }

  // The quotation; with the words of its headline before it, "Hull 'a sieve' – inspector", but not "Torvik: “...”".
  std::optional<WordRange> credited_words(const QuotedWords& quoted) const {
    const std::uint32_t begin = view_.sentence(at(quoted.inside.first).sentence).first;
    const std::uint32_t first = quoted.whole.first;
    if (begin >= first || at(first - 1).sign == ':' || paragraph(begin) != paragraph(first)) return quoted.whole;
    if (is_end_sign(at(first - 1).sign) || at(first - 1).quotation >= 0) return quoted.whole;
    // Words in running text that lead to a quotation and a dash are no headline.
    if (at(first - 1).sign != 0 || first - begin > 8 || any_verb(view_, {begin, first})) return std::nullopt;
    return WordRange{begin, quoted.whole.last};
  }

  // "From the desk of Rita Holm." and "A note from Ada Falk:" in the paragraph before.
  std::optional<Draft> led_in(const QuotedWords& quoted) const {
    const std::uint32_t first = quoted.whole.first;
    if (first == 0 || paragraph(first) == paragraph(first - 1) || held_by_[quoted.inside.first] != no_word)
      return std::nullopt;
    std::uint32_t last = first, begin = first;
    while (begin > 0 && paragraph(begin - 1) == paragraph(first - 1) && first - begin <= longest_lead) --begin;
    const bool colon = at(last - 1).sign == ':';
    if (colon || is_end_sign(at(last - 1).sign)) --last;
    if (first - begin > longest_lead || begin >= last || at(begin).quotation >= 0 || any_verb(view_, {begin, last}))
      return std::nullopt;
    const auto source = sender_in({begin, last}, colon);
    if (!source) return std::nullopt;
    return draft_of(begin, {begin, source->first}, *source, to_its_end(quoted));
  }

  std::optional<WordRange> sender_in(WordRange lead, bool colon) const {
    static const std::uint32_t from = hash_word("from"), by = hash_word("by"), of = hash_word("of");
    std::uint32_t word = lead.first;
    bool paper = colon;
    while (word < lead.last && at(word).form != from && at(word).form != by && at(word).sign == 0) {
      paper = paper || (at(word).sorts & SayingSort::noun) != 0 || list_.has(view_, word, FormWord::paper);
      ++word;
    }
    if (word + 1 >= lead.last || at(word).sign != 0) return std::nullopt;
    const bool opens = word == lead.first || (word == lead.first + 1 && at(lead.first).tag == Tag::CCONJ);
    std::uint32_t begin = word + 1;
    for (std::uint32_t desk = word + 1; desk + 2 < lead.last && desk < word + 4; ++desk) {
      if (!list_.has(view_, desk, FormWord::desk) || at(desk + 1).form != of) continue;
      begin = desk + 2;
      paper = paper || opens;
    }
    const WordRange source{begin, lead.last};
    if (!paper || !is_speaker(source)) return std::nullopt;
    return source;
  }

  // The quotation and those that go on from it in the next paragraphs.
  WordRange to_its_end(const QuotedWords& quoted) const {
    WordRange range = quoted.whole;
    while (range.last < view_.words.size() && at(range.last).quotation >= 0 &&
           view_.quotations[static_cast<std::size_t>(at(range.last).quotation)].continued)
      ++range.last;
    return range;
  }

  // "She winked: 'Soon.'": a person does something, and a sentence in quotation marks follows a colon.
  std::optional<Draft> gestured(const QuotedWords& quoted) const {
    const std::uint32_t first = quoted.whole.first;
    if (first < 3 || at(first - 1).sign != ':' || !is_sentence(quoted)) return std::nullopt;
    const std::uint32_t begin = view_.sentence(at(first - 1).sentence).first;
    if (const Draft* held = holder(quoted, first - 1); held != nullptr && !is_misled(*held, first)) return std::nullopt;
    for (std::uint32_t verb = begin; verb + 1 < first; ++verb) {
      if (at(verb).tag != Tag::VERB || at(verb).quotation >= 0) continue;
      const auto subject = view_.tree.child(verb, Relation::nsubj);
      if (!subject || *subject > verb || list_.has(view_, verb, FormWord::reading)) continue;
      WordRange source = phrase_around(view_, *subject, 40);
      source.last = std::min(source.last, verb);
      while (source.last > source.first && at(source.last - 1).sign == ',') --source.last;
      if (!names_person(source, *subject)) return std::nullopt;
      return draft_of(verb, {verb, first}, source, to_its_end(quoted));
    }
    return std::nullopt;
  }

  bool names_person(WordRange source, std::uint32_t head) const {
    if (list_.is_person(view_, head)) return true;
    for (std::uint32_t word = source.first; word < source.last; ++word)
      if (at(word).relation == Relation::appos && list_.is_person(view_, word)) return true;
    return false;
  }

  bool is_sentence(const QuotedWords& quoted) const {
    return is_end_sign(at(quoted.inside.last - 1).sign) && is_capital(view_, quoted.inside.first);
  }

  // A content that holds words before the colon too, of a cue that is no word of saying: "raised [her hand: “I ...”]".
  bool is_misled(const Draft& draft, std::uint32_t quotation) const {
    return at(draft.cue_word).sorts == 0 && at(draft.cue_word).tag == Tag::VERB &&
           std::any_of(draft.content.begin(), draft.content.end(),
                       [&](WordRange range) { return range.first + 1 < quotation && range.last > quotation; });
  }

  // Takes the words that new drafts speak for out of the others' contents. A draft whose cue is one of a new one's
  // loses all of its, and so does one whose cue is a mere sign where any of its words are taken.
  void give() {
    std::vector<bool> given(view_.words.size(), false), cued(view_.words.size(), false);
    for (const Draft& draft : added_) {
      for (const WordRange& range : draft.content)
        std::fill(given.begin() + range.first, given.begin() + range.last, true);
      std::fill(cued.begin() + draft.cue.first, cued.begin() + draft.cue.last, true);
    }
    for (Draft& draft : drafts_) {
      bool taken = false;
      std::vector<WordRange> left = words_where(draft.content, [&](std::uint32_t word) {
        taken = taken || given[word];
        return !given[word];
      });
      const bool all = cued[draft.cue_word] || (taken && at(draft.cue_word).sign != 0);
      if (all) left.clear();
      if (left.empty() && !all) left = before_comma(draft);
      draft.content = std::move(left);
    }
  }

  // "Quay shut, inspector warns.", of which nothing is left but the speaker.
  std::vector<WordRange> before_comma(const Draft& draft) const {
    if (draft.source.empty()) return {};
    const std::uint32_t begin = std::min(draft.source.front().first, draft.cue.first);
    const std::uint32_t first = view_.sentence(at(draft.cue_word).sentence).first;
    if (begin < first + 2 || at(begin - 1).sign != ',') return {};
    return {{first, begin - 1}};
  }

  const AttributionView& view_;
  const FormWords& list_;
  std::vector<Draft>& drafts_;
  std::vector<std::int32_t> held_by_;  // for each word, the draft in whose content it stands
  std::vector<Draft> added_;
};

}  // namespace

void add_quoted_speakers(const AttributionView& view, const FormWords& words, std::vector<Draft>& drafts) {
  QuotedSpeakers(view, words, drafts).add();
}

void cut_writers_words(const AttributionView& view, Draft& draft) {
  static const std::uint32_t writers[] = {hash_word("i"), hash_word("we")};
  const auto is_writer = [&](const ViewedWord& word) {
    return word.quotation < 0 && std::find(std::begin(writers), std::end(writers), word.form) != std::end(writers);
  };
  for (const WordRange& source : draft.source)
    if (is_writer(view.words[source.first])) return;
  for (WordRange& range : draft.content)
    for (std::uint32_t word = range.first + 1; word + 1 < range.last; ++word) {
      const bool behind = view.words[word - 1].quotation >= 0 && view.words[word].quotation < 0;
      if (!behind || view.words[word].tag != Tag::CCONJ || !is_writer(view.words[word + 1])) continue;
      range.last = word;
      break;
    }
}

}  // namespace hearsay
