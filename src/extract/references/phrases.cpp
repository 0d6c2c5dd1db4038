// Role phrases are read around their head by the words alone: a noun of data/roles.txt that no further noun follows,
// back over what may stand before it to an article, forward over "of ...", "for ..." and the like.
#include "extract/references/phrases.h"

#include "base/one_of.h"
#include "dissect/words/base_guess.h"
#include "dissect/words/function_words.h"
#include "extract/names/gazetteer.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

class PhraseReader {
 public:
  PhraseReader(std::string_view text, const Dissection& dissection, const Sentence& sentence,
               const std::vector<bool>& in_name, const NameLists& lists)
      : text_(text), dissection_(dissection), sentence_(sentence), in_name_(in_name), lists_(lists) {}

  std::vector<StandinPhrase> read();

 private:
  std::string small(std::uint32_t i) const { return folded(words_at(text_, dissection_.tokens[i].span)); }
  Tag tag(std::uint32_t i) const { return dissection_.tokens[i].tag; }
  bool inside(std::uint32_t i) const { return i < sentence_.last; }

  std::optional<StandinPhrase> pronoun(std::uint32_t i) const;
  std::optional<StandinPhrase> role(std::uint32_t i) const;
  bool set_head(StandinPhrase& phrase) const;
  void set_front(StandinPhrase& phrase) const;
  void set_back(StandinPhrase& phrase) const;

  std::string_view text_;
  const Dissection& dissection_;
  const Sentence& sentence_;
  const std::vector<bool>& in_name_;
  const NameLists& lists_;
};

std::optional<StandinPhrase> PhraseReader::pronoun(std::uint32_t i) const {
  const std::string word = small(i);
  if (word.size() > 10) return std::nullopt;
  StandinPhrase phrase;
  phrase.first = phrase.head = i;
  phrase.last = phrase.whole_last = i + 1;
  const auto sorts = function_words().of(word);
  if ((sorts & FunctionWord::he) != 0)
    phrase.kind = Standin::he;
  else if ((sorts & FunctionWord::she) != 0)
    phrase.kind = Standin::she;
  else if ((sorts & FunctionWord::it) != 0)
    phrase.kind = Standin::it;
  else if ((sorts & FunctionWord::they) != 0)
    phrase.kind = Standin::they;
  else
    return std::nullopt;
  const bool before_noun = inside(i + 1) && (tag(i + 1) == Tag::NOUN || tag(i + 1) == Tag::ADJ ||
                                             tag(i + 1) == Tag::PROPN || tag(i + 1) == Tag::NUM);
  // "her" may be either.
  const bool object = (sorts & FunctionWord::object) != 0;
  phrase.possessive = (sorts & FunctionWord::owner) != 0 && (!object || before_noun);
  phrase.object = !phrase.possessive && object;
  return phrase;
}

// "ministers" is read as the role "minister", "agencies" as "agency"; an own entry ("brothers") goes first.
bool PhraseReader::set_head(StandinPhrase& phrase) const {
  phrase.role = small(phrase.head);
  phrase.facts = lists_.facts_of(phrase.role);
  constexpr std::uint16_t roles = person_role | organization_role | place_role | people_role;
  if (phrase.facts & people_role) {
    phrase.plural = true;
    return true;
  }
  if (phrase.facts & roles) return true;
  const std::string singular = base_of_noun(phrase.role);
  if (singular == phrase.role) return false;
  phrase.facts = lists_.facts_of(singular);
  phrase.role = singular;
  phrase.plural = true;
  return (phrase.facts & roles) != 0;
}

void PhraseReader::set_front(StandinPhrase& phrase) const {
  std::uint32_t i = phrase.head;
  const auto may_precede = [&](std::uint32_t j) {
    const Tag t = tag(j);
    return t == Tag::ADJ || t == Tag::NOUN || t == Tag::PROPN || t == Tag::NUM || small(j) == "-" || t == Tag::VERB;
  };
  while (i > sentence_.first && phrase.head - i < 5 && may_precede(i - 1)) --i;
  const std::string article = i > sentence_.first ? small(i - 1) : std::string();
  const auto sorts = function_words().of(article);
  phrase.definite = (sorts & FunctionWord::definite) != 0;
  phrase.owned = (sorts & FunctionWord::owner) != 0;
  phrase.indefinite = !phrase.definite && !phrase.owned && (sorts & FunctionWord::determiner) == 0;
  phrase.first = phrase.definite || phrase.owned || (sorts & FunctionWord::article) != 0 ? i - 1 : i;
  // A verb before the head belongs to it only between an article and the head: "the elected governor".
  if (phrase.first == i)
    while (phrase.first < phrase.head && tag(phrase.first) == Tag::VERB) ++phrase.first;
  const std::string before = phrase.head > phrase.first ? small(phrase.head - 1) : std::string();
  constexpr auto openers = FunctionWord::definite | FunctionWord::article | FunctionWord::owner;
  if (before != "-" && !function_words().has(before, openers)) phrase.before = before;
}

void PhraseReader::set_back(StandinPhrase& phrase) const {
  phrase.last = phrase.whole_last = phrase.head + 1;
  if (!inside(phrase.last)) return;
  const std::string next = small(phrase.last);
  const auto sorts = function_words().of(next);
  if ((sorts & FunctionWord::relative) != 0) phrase.complete = true;
  if ((sorts & (FunctionWord::of_role | FunctionWord::beside_role)) == 0) return;
  // "of the ministry", "for Orvanto Airways": up to the end of that noun phrase.
  std::uint32_t i = phrase.last + 1;
  while (inside(i) && i < phrase.last + 9 &&
         (tag(i) == Tag::DET || tag(i) == Tag::ADJ || tag(i) == Tag::NOUN || tag(i) == Tag::PROPN ||
          tag(i) == Tag::NUM || in_name_[i] || small(i) == "-"))
    ++i;
  if (i == phrase.last + 1) return;
  if ((sorts & FunctionWord::of_role) != 0) phrase.complete = true;
  if (next != "in" && next != "with" && next != "from") phrase.whole_last = i;
}

std::optional<StandinPhrase> PhraseReader::role(std::uint32_t i) const {
  if (in_name_[i] ||
      (tag(i) != Tag::NOUN && tag(i) != Tag::PROPN && tag(i) != Tag::NUM && tag(i) != Tag::ADJ && tag(i) != Tag::VERB))
    return std::nullopt;
  StandinPhrase phrase;
  phrase.head = i;
  if (!set_head(phrase)) return std::nullopt;
  // "the company spokesman": the company is not the head. A plural before a noun is a verb's subject more often.
  if (inside(i + 1) && !in_name_[i + 1] && (tag(i + 1) == Tag::NOUN || small(i + 1) == "-")) return std::nullopt;
  set_front(phrase);
  const bool counted = is_one_of(phrase.role, {"two", "three"});  // the numerals, not "pair" and "trio"
  if (counted && (!phrase.definite || phrase.head != phrase.first + 1)) return std::nullopt;
  if ((tag(i) == Tag::VERB || tag(i) == Tag::ADJ) && !phrase.definite && !phrase.indefinite) return std::nullopt;
  if ((tag(i) == Tag::VERB || tag(i) == Tag::ADJ) && phrase.first == i) return std::nullopt;
  set_back(phrase);
  return phrase;
}

std::vector<StandinPhrase> PhraseReader::read() {
  std::vector<StandinPhrase> found;
  for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
    if (in_name_[i]) continue;
    if (auto phrase = pronoun(i))
      found.push_back(std::move(*phrase));
    else if (auto named_role = role(i))
      found.push_back(std::move(*named_role));
  }
  return found;
}

}  // namespace

std::vector<StandinPhrase> standins_of(std::string_view text, const Dissection& dissection, const Sentence& sentence,
                                       const std::vector<bool>& in_name, const NameLists& lists) {
  return PhraseReader(text, dissection, sentence, in_name, lists).read();
}

}  // namespace hearsay
