// Two patterns, by rule: a conjunction, a word in -ing, and a number within a few words, after an earlier verb in -ing
// that stands behind a comma ("..., killing six and wounding 20"); and a conjunction, a number with "more", and the
// verb that it is the subject of ("six were killed and dozens more hurt"). It says nothing about other coordinations.
#include "dissect/mend_trees.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr std::size_t farthest_number = 4;  // words behind the verb: "at least", "more than", "as many as"
constexpr std::size_t farthest_verb = 25;   // words before the conjunction
constexpr std::size_t farthest_noun = 3;    // words from the number to what it counts

class Mender {
 public:
  Mender(std::string_view text, std::span<Token> sentence, std::size_t first)
      : text_(text), sentence_(sentence), first_(static_cast<std::int32_t>(first)) {}

  void mend() {
    for (std::size_t i = 2; i + 2 < sentence_.size(); ++i) {
      if (sentence_[i].tag != Tag::CCONJ) continue;
      give_its_subject_back(i);
      if (!is_ing(i + 1)) continue;
      const auto number = number_behind(i + 1);
      const auto verb = verb_before(i);
      if (number && verb && *verb != head_of(i + 1)) join(*verb, i + 1, *number, i);
    }
  }

 private:
  bool is_ing(std::size_t i) const {
    const std::string_view word = words_at(text_, sentence_[i].span);
    const Tag tag = sentence_[i].tag;
    return word.size() > 5 && word.ends_with("ing") && (tag == Tag::VERB || tag == Tag::ADJ || tag == Tag::NOUN);
  }

  // "six were killed and dozens more hurt": the number was hung on "killed", as if those were killed too.
  void give_its_subject_back(std::size_t conjunction) {
    const auto number = number_behind(conjunction);
    if (!number || *number + 2 >= sentence_.size() || to_text(sentence_[*number].relation) != "conj") return;
    const std::size_t more = *number + 1;
    if (sentence_[more].lemma != "more") return;
    std::size_t verb = more + 1;
    while (verb + 1 < sentence_.size() && (sentence_[verb].tag == Tag::AUX || sentence_[verb].tag == Tag::ADV)) ++verb;
    const Tag tag = sentence_[verb].tag;
    if ((tag != Tag::VERB && tag != Tag::ADJ) || hangs_on(verb, *number) || hangs_on(verb, more)) return;
    set(*number, verb, "nsubj:pass");
    set(more, *number, "amod");
    set(conjunction, verb, "cc");
  }

  bool is_round_number(std::size_t i) const {
    static constexpr std::string_view words[] = {"dozen", "score", "hundred", "thousand"};
    return sentence_[i].tag == Tag::NOUN &&
           std::find(std::begin(words), std::end(words), sentence_[i].lemma) != std::end(words);
  }

  std::size_t head_of(std::size_t i) const {
    return sentence_[i].head == no_head ? sentence_.size() : static_cast<std::size_t>(sentence_[i].head - first_);
  }

  std::optional<std::size_t> number_behind(std::size_t verb) const {
    for (std::size_t i = verb + 1; i < std::min(sentence_.size(), verb + 1 + farthest_number); ++i) {
      if (sentence_[i].tag == Tag::NUM || is_round_number(i)) return i;
      if (sentence_[i].tag == Tag::VERB || sentence_[i].tag == Tag::PUNCT || sentence_[i].tag == Tag::PRON) break;
    }
    return std::nullopt;
  }

  // The nearest verb in -ing before that follows a comma, with a number of its own.
  std::optional<std::size_t> verb_before(std::size_t conjunction) const {
    const std::size_t earliest = conjunction < farthest_verb ? 1 : conjunction - farthest_verb;
    for (std::size_t i = conjunction; i-- > earliest;) {
      if (sentence_[i].tag == Tag::VERB && is_ing(i) && sentence_[i - 1].tag == Tag::PUNCT) {
        return number_behind(i) ? std::optional(i) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // Does a word hang on another, however far up?
  bool hangs_on(std::size_t word, std::size_t other) const {
    for (std::size_t steps = 0; word != sentence_.size() && steps < sentence_.size(); ++steps) {
      if (word == other) return true;
      word = head_of(word);
    }
    return false;
  }

  void join(std::size_t verb, std::size_t second, std::size_t number, std::size_t conjunction) {
    std::size_t counted = number;
    for (std::size_t i = number + 1; i < std::min(sentence_.size(), number + 1 + farthest_noun); ++i) {
      if (sentence_[i].tag == Tag::PUNCT || sentence_[i].tag == Tag::CCONJ || sentence_[i].tag == Tag::ADP) break;
      if (sentence_[i].tag == Tag::NOUN) counted = i;
    }
    if (hangs_on(verb, second) || hangs_on(verb, counted)) return;
    set(second, verb, "conj");
    sentence_[second].tag = Tag::VERB;
    set(conjunction, second, "cc");
    if (counted != number) set(number, counted, "nummod");
    set(counted, second, "obj");
    // What stood between and hung outside comes along.
    for (std::size_t i = second + 1; i < counted; ++i) {
      if (i != number && (head_of(i) < second || head_of(i) > counted)) set(i, counted, "advmod");
    }
  }

  void set(std::size_t token, std::size_t head, std::string_view relation) {
    sentence_[token].head = first_ + static_cast<std::int32_t>(head);
    sentence_[token].relation = relation_of(relation);
  }

  std::string_view text_;
  std::span<Token> sentence_;
  std::int32_t first_;
};

}  // namespace

void mend_coordinated_counts(std::string_view text, std::span<Token> sentence, std::size_t first) {
  Mender(text, sentence, first).mend();
}

}  // namespace hearsay
