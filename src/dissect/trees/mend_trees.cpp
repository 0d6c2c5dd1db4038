// Four patterns, by rule. "more than 20 men": the words before the number hang on it, and what they were in the
// sentence the men are. "20 men, four of whom swam": the four are the subject. Two joined counts, in one of two forms:
// a conjunction, a word in -ing, and a number within a few words, after an earlier verb in -ing that stands behind a
// comma ("..., killing six and wounding 20"); or a conjunction, a number with "more", and the verb that it is the
// subject of ("six drowned and scores more were hurt"). It says nothing about other coordinations.
#include "dissect/trees/mend_trees.h"

#include "dissect/words/function_words.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t farthest_number = 4;  // words behind the verb: "at least", "more than", "as many as"
constexpr std::size_t farthest_verb = 25;   // words before the conjunction
constexpr std::size_t longest_way = 60;     // up a tree, and to the words that hang on one
constexpr std::size_t farthest_noun = 3;    // words from the number to what it counts

class Mender {
 public:
  Mender(std::string_view text, std::span<Token> sentence, std::size_t first)
      : text_(text), sentence_(sentence), first_(static_cast<std::int32_t>(first)) {}

  void mend() {
    for (std::size_t i = 0; i + 2 < sentence_.size(); ++i) {
      if (sentence_[i + 1].lemma == "than") bind_comparison(i);
      if (sentence_[i + 1].lemma == "of" && (sentence_[i + 2].lemma == "whom" || sentence_[i + 2].lemma == "which"))
        make_subject_of_relative(i);
    }
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

  // The words about one, as [first, last).
  std::pair<std::size_t, std::size_t> near(std::size_t word) const {
    return {word < longest_way ? 0 : word - longest_way, std::min(sentence_.size(), word + longest_way)};
  }

  // The number that stands at a word or behind "a": the word that counts ("a million": "million").
  std::optional<std::size_t> number_at(std::size_t i) const {
    if (sentence_[i].lemma == "a" && i + 1 < sentence_.size()) ++i;
    if (sentence_[i].tag != Tag::NUM && !is_round_number(i)) return std::nullopt;
    const std::size_t head = head_of(i);
    const bool compound = head == i + 1 && head < sentence_.size() && sentence_[head].tag == Tag::NUM;
    return compound ? head : i;
  }

  // "more than 20 men" (in EWT "more" hangs on the number and "than" on "more"), where "more" was taken for the noun.
  void bind_comparison(std::size_t more) {
    if (!function_words().has(sentence_[more].lemma, FunctionWord::comparative)) return;
    const auto number = number_at(more + 2);
    if (!number || head_of(more) == *number) return;
    std::size_t counted = *number;
    const std::size_t noun = head_of(*number);
    if (sentence_[*number].relation == Relation::nummod && noun > *number && noun < sentence_.size()) counted = noun;
    if (head_of(more) == counted) return;
    const auto below = hangs_on(counted, more);
    if (!below || (!*below && sentence_[more].head == no_head)) return;
    if (*below) take_place_of(more, counted);
    const auto [first, last] = near(more);
    for (std::size_t i = first; i < last; ++i) {
      if (head_of(i) == more && i != counted && i != more + 1) hang(i, counted);
    }
    set(more, *number, Relation::advmod);
    set(more + 1, more, Relation::fixed);
    if (*below && sentence_[counted].head == no_head) make_subject(counted);
  }

  // A noun takes over what a word was in the sentence; what only a word for "how much" can be becomes what a noun can.
  void take_place_of(std::size_t word, std::size_t noun) {
    sentence_[noun].head = sentence_[word].head;
    sentence_[noun].relation = sentence_[word].relation;
    const Relation relation = sentence_[noun].relation;
    const std::size_t verb = head_of(noun);
    if (verb == sentence_.size()) return;
    if (relation != Relation::advmod && relation != Relation::xcomp && relation != Relation::amod) return;
    const bool passive = has_child(verb, Relation::aux_pass);
    set(noun, verb, noun > verb ? Relation::obj : passive ? Relation::nsubj_pass : Relation::nsubj);
  }

  // "more than 20 men signed the list": a verb with an object of its own describes no noun.
  void make_subject(std::size_t noun) {
    for (std::size_t verb = noun + 1; verb < std::min(sentence_.size(), noun + 1 + farthest_noun); ++verb) {
      if (head_of(verb) != noun || !is_a(sentence_[verb].relation, Relation::acl)) continue;
      if (!has_child(verb, Relation::obj)) return;
      const auto [first, last] = near(noun);
      for (std::size_t i = first; i < last; ++i) {
        if (i > verb && head_of(i) == noun && sentence_[i].tag == Tag::PUNCT) hang(i, verb);
      }
      sentence_[verb].head = no_head;
      sentence_[verb].relation = Relation::root;
      return set(noun, verb, Relation::nsubj);
    }
  }

  // "20 men, four of whom swam", where "four" was taken for another word for the men.
  void make_subject_of_relative(std::size_t part) {
    const std::size_t noun = head_of(part);
    if (sentence_[part].relation != Relation::appos || noun == sentence_.size()) return;
    const auto verb = verb_at(part + 3);
    if (!verb || hangs_on(noun, *verb).value_or(true)) return;
    set(*verb, noun, Relation::acl_relcl);
    set(part, *verb, has_child(*verb, Relation::aux_pass) ? Relation::nsubj_pass : Relation::nsubj);
  }

  // The verb, or the participle taken for an adjective, that stands at a word or behind auxiliaries and adverbs there.
  std::optional<std::size_t> verb_at(std::size_t i) const {
    while (i + 1 < sentence_.size() && (sentence_[i].tag == Tag::AUX || sentence_[i].tag == Tag::ADV)) ++i;
    const bool verb = i < sentence_.size() && (sentence_[i].tag == Tag::VERB || sentence_[i].tag == Tag::ADJ);
    return verb ? std::optional(i) : std::nullopt;
  }

  bool has_child(std::size_t word, Relation relation) const {
    const auto [first, last] = near(word);
    for (std::size_t i = first; i < last; ++i) {
      if (head_of(i) == word && sentence_[i].relation == relation) return true;
    }
    return false;
  }

  // "six drowned and scores more were hurt": the number was hung on "drowned", as if those had drowned too.
  void give_its_subject_back(std::size_t conjunction) {
    const auto number = number_behind(conjunction);
    if (!number || *number + 2 >= sentence_.size() || sentence_[*number].relation != Relation::conj) return;
    const std::size_t more = *number + 1;
    if (sentence_[more].lemma != "more") return;
    const auto verb = verb_at(more + 1);
    if (!verb || hangs_on(*verb, *number).value_or(true) || hangs_on(*verb, more).value_or(true)) return;
    set(*number, *verb, Relation::nsubj_pass);
    set(more, *number, Relation::amod);
    set(conjunction, *verb, Relation::cc);
  }

  bool is_round_number(std::size_t i) const {
    return sentence_[i].tag == Tag::NOUN && function_words().has(sentence_[i].lemma, FunctionWord::round_number);
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

  // Does a word hang on another? Where the way up is long: unknown.
  std::optional<bool> hangs_on(std::size_t word, std::size_t other) const {
    for (std::size_t steps = 0; steps < longest_way; ++steps) {
      if (word == other) return true;
      if (word == sentence_.size()) return false;
      word = head_of(word);
    }
    return std::nullopt;
  }

  void join(std::size_t verb, std::size_t second, std::size_t number, std::size_t conjunction) {
    std::size_t counted = number;
    for (std::size_t i = number + 1; i < std::min(sentence_.size(), number + 1 + farthest_noun); ++i) {
      if (sentence_[i].tag == Tag::PUNCT || sentence_[i].tag == Tag::CCONJ || sentence_[i].tag == Tag::ADP) break;
      if (sentence_[i].tag == Tag::NOUN) counted = i;
    }
    if (hangs_on(verb, second).value_or(true) || hangs_on(verb, counted).value_or(true)) return;
    set(second, verb, Relation::conj);
    sentence_[second].tag = Tag::VERB;
    set(conjunction, second, Relation::cc);
    if (counted != number) set(number, counted, Relation::nummod);
    set(counted, second, Relation::obj);
    // What stood between and hung outside comes along.
    for (std::size_t i = second + 1; i < counted; ++i) {
      if (i != number && (head_of(i) < second || head_of(i) > counted)) set(i, counted, Relation::advmod);
    }
  }

  void set(std::size_t token, std::size_t head, Relation relation) {
    hang(token, head);
    sentence_[token].relation = relation;
  }

  void hang(std::size_t token, std::size_t head) { sentence_[token].head = first_ + static_cast<std::int32_t>(head); }

  std::string_view text_;
  std::span<Token> sentence_;
  std::int32_t first_;
};

}  // namespace

void mend_counts(std::string_view text, std::span<Token> sentence, std::size_t first) {
  Mender(text, sentence, first).mend();
}

}  // namespace hearsay
