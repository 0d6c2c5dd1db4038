// By the order of words: the training data have few of these phrases, and the trees make many things of them.
#include "extract/attributions/source_phrases.h"

#include <algorithm>
#include <optional>
#include <string>

namespace hearsay {

namespace {

constexpr std::uint32_t longest_source = 20;  // words
constexpr std::uint32_t reach = 300;          // no content goes on further than this from its phrase

struct SourcePhrase {
  WordRange source;
  WordRange cue;
  std::uint32_t last = 0;  // one past the phrase
};

bool is_nominal(const ViewedWord& word) { return is_noun(word) || word.tag == Tag::PRON; }

// Reads one phrase that begins at a word and lies before `limit`.
class PhraseReader {
 public:
  PhraseReader(const AttributionView& view, const FormWords& words, std::uint32_t begin, std::uint32_t limit)
      : view_(view), list_(words), begin_(begin), limit_(std::min(limit, begin + longest_source)), end_(limit) {}

  std::optional<SourcePhrase> read() const {
    static const std::uint32_t per = hash_word("per"), as = hash_word("as");
    if (begin_ + 1 >= limit_) return std::nullopt;
    const ViewedWord& first = view_.words[begin_];
    if (first.form == per) return per_somebody();
    if (first.form == as) return as_somebody_puts_it();
    if (first.tag != Tag::ADP) return std::nullopt;
    if (auto owned = by_owner()) return owned;
    return by_noun_of();
  }

 private:
  const ViewedWord& at(std::uint32_t word) const { return view_.words[word]; }

  // The end of the phrase is a comma, a colon, a quotation or the end of what it stands in.
  bool ends(std::uint32_t word) const {
    if (word >= end_) return true;
    const ViewedWord& here = at(word);
    return here.sign == ',' || here.sign == ':' || here.sign == '.' || here.sign == ';' ||
           here.quotation != at(begin_).quotation;
  }

  // The words from `first` on to the phrase's end, where they name somebody or something and hold no verb.
  std::optional<WordRange> name_from(std::uint32_t first) const {
    std::uint32_t word = first;
    bool named = false;
    for (; word < limit_ && !ends(word); ++word) {
      if (is_verb(at(word))) return std::nullopt;
      named = named || is_nominal(at(word));
    }
    if (!named || !ends(word)) return std::nullopt;
    return WordRange{first, word};
  }

  // "per week", "per head" count; a source has an article, a name, a plural, or can speak.
  bool counts(std::uint32_t word) const {
    const ViewedWord& here = at(word);
    if (here.tag == Tag::DET || here.tag == Tag::PRON || here.name != 0) return false;
    if (here.tag == Tag::NOUN && here.form != here.lemma) return false;
    if (list_.is_body(view_, word)) return false;
    return word + 1 >= limit_ || ends(word + 1) || !is_nominal(at(word + 1));
  }

  std::optional<SourcePhrase> per_somebody() const {
    const auto source = name_from(begin_ + 1);
    if (!source || counts(source->first)) return std::nullopt;
    return SourcePhrase{*source, {begin_, begin_ + 1}, source->last};
  }

  // "as Falk put it in a letter", "as the mayor once told it", "as she said in her speech"
  std::optional<SourcePhrase> as_somebody_puts_it() const {
    static const std::uint32_t it = hash_word("it"), would = hash_word("would");
    std::uint32_t verb = begin_ + 1, subject_end = begin_ + 1;
    for (; verb < limit_ && !ends(verb) && at(verb).tag != Tag::VERB; ++verb) {
      if (at(verb).form == would) return std::nullopt;
      if (at(verb).tag != Tag::AUX && at(verb).tag != Tag::ADV) subject_end = verb + 1;
    }
    if (verb + 1 >= limit_ || at(verb).tag != Tag::VERB || subject_end == begin_ + 1) return std::nullopt;
    if (!is_nominal(at(subject_end - 1)) || at(begin_ + 1).lemma == it) return std::nullopt;
    if (at(verb + 1).form != it || !list_.has(view_, verb, FormWord::puts)) return std::nullopt;
    std::uint32_t last = verb + 2;
    for (; last < limit_ && !ends(last); ++last)
      if (is_verb(at(last))) return std::nullopt;
    if (!ends(last)) return std::nullopt;
    return SourcePhrase{{begin_ + 1, subject_end}, {verb, verb + 2}, last};
  }

  bool is_account(std::uint32_t noun) const {
    if (at(noun).tag != Tag::NOUN) return false;
    const auto& tokens = view_.dissection->tokens;
    return list_.has(tokens[begin_].lemma + " " + tokens[noun].lemma, FormWord::account);
  }

  // The noun of "[by Falk's own] account" from a word on, past adjectives.
  std::optional<std::uint32_t> account_from(std::uint32_t word) const {
    while (word < limit_ && at(word).tag == Tag::ADJ) ++word;
    if (word >= limit_ || !is_account(word)) return std::nullopt;
    return word;
  }

  // "by Falk's account", "in her words"
  std::optional<SourcePhrase> by_owner() const {
    static const std::uint32_t it = hash_word("it");
    if (at(begin_ + 1).relation == Relation::nmod_poss && at(begin_ + 1).tag == Tag::PRON) {
      const auto noun = account_from(begin_ + 2);
      if (!noun || at(begin_ + 1).lemma == it || !may_end(*noun + 1)) return std::nullopt;
      return SourcePhrase{{begin_ + 1, begin_ + 2}, {begin_, *noun + 1}, *noun + 1};
    }
    for (std::uint32_t word = begin_ + 1; word < limit_ && !ends(word) && !is_verb(at(word)); ++word) {
      if (!is_owners_mark(word) || word == begin_ + 1) continue;
      if (const auto noun = account_from(word + 1); noun && may_end(*noun + 1))
        return SourcePhrase{{begin_ + 1, word}, {*noun, *noun + 1}, *noun + 1};
    }
    return std::nullopt;
  }

  bool is_owners_mark(std::uint32_t word) const {
    return at(word).tag == Tag::PART && at(word).relation == Relation::case_;
  }

  // Behind "by her own account" the clause may begin without a comma, but "in his view of the town" goes on.
  bool may_end(std::uint32_t word) const {
    return ends(word) || at(word).tag == Tag::DET || at(word).tag == Tag::PRON || at(word).tag == Tag::PROPN;
  }

  // "in the words of Jon Berg"
  std::optional<SourcePhrase> by_noun_of() const {
    static const std::uint32_t of = hash_word("of"), the = hash_word("the");
    std::uint32_t noun = begin_ + 1;
    if (at(noun).form == the) ++noun;
    const auto found = account_from(noun);
    if (!found || *found + 1 >= limit_ || at(*found + 1).form != of) return std::nullopt;
    const auto source = name_from(*found + 2);
    if (!source || !list_.speaks(view_, speaking_word(*source))) return std::nullopt;
    return SourcePhrase{*source, {begin_, *found + 2}, source->last};
  }

  // The first word of a name that can speak; its first word where none can.
  std::uint32_t speaking_word(WordRange source) const {
    for (std::uint32_t word = source.first; word < source.last; ++word)
      if (list_.speaks(view_, word)) return word;
    return source.first;
  }

  const AttributionView& view_;
  const FormWords& list_;
  std::uint32_t begin_, limit_, end_;
};

// The words that a phrase may speak of: those of its sentence in the same quotation, or in the same content.
WordRange room_of(const AttributionView& view, std::uint32_t word, const std::vector<WordRange>& holder) {
  const Sentence& sentence = view.sentence(view.words[word].sentence);
  WordRange room{word - std::min(word - sentence.first, reach), std::min(sentence.last, word + reach)};
  const std::int32_t quotation = view.words[word].quotation;
  if (quotation >= 0) {
    const WordRange near = room;
    room = {word, word + 1};
    while (room.first > near.first && view.words[room.first - 1].quotation == quotation) --room.first;
    while (room.last < near.last && view.words[room.last].quotation == quotation) ++room.last;
    if (view.words[room.first].sign == '"' || view.words[room.first].sign == '\'') ++room.first;
  } else if (holder[word].first < holder[word].last) {
    room = {std::max(room.first, holder[word].first), std::min(room.last, holder[word].last)};
  } else if (word > sentence.first + 1 && holder[word - 2].first < holder[word - 2].last) {
    room.first = std::max(room.first, holder[word - 2].first);  // "She said it was, in the words of Berg, a sieve"
  }
  while (room.last > word + 1 && view.words[room.last - 1].sign != 0 &&
         (quotation >= 0 || view.words[room.last - 1].quotation < 0))
    --room.last;
  return room;
}

// For each word, the range of a content of its own sentence's cue that holds it.
std::vector<WordRange> own_contents(const AttributionView& view, const std::vector<Draft>& drafts) {
  std::vector<WordRange> holder(view.words.size());
  for (const Draft& draft : drafts)
    for (const WordRange& range : draft.content)
      for (std::uint32_t word = range.first; word < range.last; ++word)
        if (view.words[word].sentence == view.words[draft.cue_word].sentence) holder[word] = range;
  return holder;
}

bool may_begin(const AttributionView& view, WordRange room, std::uint32_t word) {
  if (word == room.first) return true;
  const ViewedWord& before = view.words[word - 1];
  return before.sign == ',' || before.sign == '-' || before.sign == '"' || before.sign == '(';
}

// "The hull, as Falk put it, was a sieve": the words on either side.
std::vector<WordRange> contents_around(const AttributionView& view, WordRange room, WordRange phrase) {
  std::vector<WordRange> contents;
  const auto add = [&](WordRange range) {
    while (range.first < range.last && view.words[range.first].sign == ',') ++range.first;
    bool worded = false;
    for (std::uint32_t word = range.first; word < range.last; ++word) worded = worded || view.words[word].sign == 0;
    if (worded) contents.push_back(range);
  };
  if (room.first < phrase.first) add({room.first, phrase.first});
  if (phrase.last < room.last) add({phrase.last, room.last});
  return contents;
}

// The model's own reading of the phrase is kept where it found who says something in the sentence beyond the phrase,
// and on both its sides where there is something on both.
bool reads_well(const AttributionView& view, const Draft& draft, WordRange phrase, std::size_t pieces) {
  const std::uint32_t sentence = view.words[draft.cue_word].sentence;
  std::size_t beyond = 0;
  for (const WordRange& range : draft.content) {
    if (range.first < phrase.last && phrase.first < range.last) return false;
    beyond += view.words[range.first].sentence == sentence;
  }
  return !draft.source.empty() && beyond >= pieces;
}

class PhraseAdder {
 public:
  PhraseAdder(const AttributionView& view, const FormWords& words, std::vector<Draft>& drafts)
      : view_(view), words_(words), drafts_(drafts), holder_(own_contents(view, drafts)) {
    for (std::uint32_t i = 0; i < drafts.size(); ++i) by_cue_.emplace_back(drafts[i].cue_word, i);
    std::sort(by_cue_.begin(), by_cue_.end());
    openings_.assign(view.dissection->sentences.size(), false);
    gone_.assign(drafts.size(), false);
  }

  void add() {
    for (std::uint32_t word = 0; word < view_.words.size(); ++word) {
      const ViewedWord& here = view_.words[word];
      if (here.tag != Tag::ADP && here.tag != Tag::SCONJ && here.tag != Tag::ADV) continue;
      const WordRange room = room_of(view_, word, holder_);
      if (!may_begin(view_, room, word)) continue;
      if (const auto phrase = PhraseReader(view_, words_, word, room.last).read()) take(word, room, *phrase);
    }
    finish();
  }

 private:
  void take(std::uint32_t first, WordRange room, const SourcePhrase& phrase) {
    const WordRange whole{first, phrase.last};
    std::vector<WordRange> content = contents_around(view_, room, whole);
    if (content.empty()) return;
    for (auto own = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{first, 0U});
         own != by_cue_.end() && own->first < phrase.last; ++own) {
      if (reads_well(view_, drafts_[own->second], whole, content.size())) return;
      gone_[own->second] = true;
    }
    Draft draft;
    draft.cue_word = phrase.cue.first;
    draft.cue = phrase.cue;
    draft.source = {phrase.source};
    draft.content = std::move(content);
    draft.found_by = "by rule, a phrase that names the source";
    const std::uint32_t sentence = view_.words[first].sentence;
    if (first == view_.sentence(sentence).first) openings_[sentence] = true;
    added_.push_back(std::move(draft));
  }

  // Cuts what ran on into sentences that now have a speaker of their own.
  void finish() {
    for (Draft& draft : drafts_) {
      const std::uint32_t home = view_.words[draft.cue_word].sentence;
      draft.content = words_where(draft.content, [&](std::uint32_t word) {
        const ViewedWord& here = view_.words[word];
        return !openings_[here.sentence] || here.sentence == home || here.quotation >= 0;
      });
    }
    for (std::size_t i = 0; i < gone_.size(); ++i)
      if (gone_[i]) drafts_[i].content.clear();
    std::erase_if(drafts_, [](const Draft& draft) { return draft.content.empty(); });
    for (Draft& draft : added_) drafts_.push_back(std::move(draft));
  }

  const AttributionView& view_;
  const FormWords& words_;
  std::vector<Draft>& drafts_;
  std::vector<WordRange> holder_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_cue_;
  std::vector<bool> openings_, gone_;
  std::vector<Draft> added_;
};

}  // namespace

void add_source_phrases(const AttributionView& view, const FormWords& words, std::vector<Draft>& drafts) {
  PhraseAdder(view, words, drafts).add();
}

}  // namespace hearsay
