// Doers by the dependency tree: subjects of active and agents of passive verbs, and those on whom a noun for a deed is
// laid ("behind", "responsible for", "blame for", "accuse of"). A pronoun is followed to its name. It is no full
// semantic role labelling: what the tree does not say in one of these ways is not known.
#include "measure/evidence/deeds.h"

#include "base/folding.h"
#include "base/word_lists.h"
#include "dissect/words/saying_words.h"
#include "extract/names/lookup.h"

#include <algorithm>

namespace hearsay {

namespace {

class Reader {
 public:
  Reader(const FoundClaim& found, std::string_view text, const Marks& marks, const Tree& tree,
         const std::vector<std::size_t>& entity_of_named, const DeedWords& words)
      : found_(found), text_(text), marks_(marks), tree_(tree), entity_of_named_(entity_of_named), words_(words) {}

  std::optional<Deed> read() const {
    const Token& head = tree_.token(found_.proposition.head);
    if (tree_.is_negated(found_.proposition.head)) return std::nullopt;
    const std::string lemma = fold(head.lemma);
    if ((saying_words().of(lemma) & SayingSort::lays) != 0) return laid_on(head);
    if (lemma == "responsible") return with_noun(dependent(head, Relation::nsubj), dependent(head, Relation::obl));
    if (head.tag == Tag::NOUN && case_of(head) == "behind") return with_noun(dependent(head, Relation::nsubj), &head);
    if (head.tag != Tag::VERB) return std::nullopt;
    return by_verb(head);
  }

 private:
  // The dependents of a word that stand in the claim.
  template <class Wanted>
  const Token* find_dependent(const Token& word, Wanted wanted) const {
    for (const std::uint32_t child : tree_.children(tree_.number_of(word))) {
      const Token& token = tree_.token(child);
      if (token.span.overlaps(found_.claim.span) && wanted(token)) return &token;
    }
    return nullptr;
  }

  const Token* dependent(const Token& word, Relation relation) const {
    return find_dependent(word, [&](const Token& token) { return token.relation == relation; });
  }

  std::string case_of(const Token& word) const {
    const Token* const found = dependent(word, Relation::case_);
    return found ? fold(found->lemma) : std::string();
  }

  std::optional<Deed> by_verb(const Token& head) const {
    const Token* agent = dependent(head, Relation::obl_agent);
    const Token* const passive = dependent(head, Relation::nsubj_pass);
    if (passive == nullptr) agent = dependent(head, Relation::nsubj);
    const Token* const done_to = passive ? passive : dependent(head, Relation::obj);
    if (agent == nullptr || done_to == nullptr) return std::nullopt;
    return deed(agent, head, done_to);
  }

  // "was behind the attack on X", "is responsible for the attack": the noun is the deed.
  std::optional<Deed> with_noun(const Token* doer, const Token* noun) const {
    if (doer == nullptr || noun == nullptr) return std::nullopt;
    return deed(doer, *noun, dependent(*noun, Relation::nmod));
  }

  // "blamed X for the shelling of Y", "accused X of shelling Y".
  std::optional<Deed> laid_on(const Token& head) const {
    const Token* doer = dependent(head, Relation::obj);
    if (doer == nullptr) doer = dependent(head, Relation::nsubj_pass);
    if (const Token* const clause = dependent(head, Relation::advcl); clause != nullptr && doer != nullptr)
      return deed(doer, *clause, dependent(*clause, Relation::obj));
    return with_noun(doer, dependent(head, Relation::obl));
  }

  // What somebody did, if the word is one for a deed.
  std::optional<Deed> deed(const Token* doer, const Token& word, const Token* done_to) const {
    std::string act = fold(word.lemma);
    if (!words_.is_deed(act)) return std::nullopt;
    Deed made{std::move(act), done_to ? fold(done_to->lemma) : std::string(), phrase(*doer), {}, {}, {}};
    if (const Mention* const mention = named_by(*doer)) {
      made.entity = entity_of_named_[mention->named];
    } else {
      made.party = party_of(*doer);
      made.side = side_of(*doer);
    }
    if (!made.entity && made.party.empty()) return std::nullopt;
    return made;
  }

  // The name that the word belongs to, or the name that it stands for as a pronoun.
  const Mention* named_by(const Token& word) const {
    if (const Mention* const own = mention_at(marks_.names, word.span)) return own;
    if (word.tag != Tag::PRON) return nullptr;
    const auto& references = marks_.references;
    const auto found = std::find_if(references.begin(), references.end(),
                                    [&](const Reference& r) { return r.span.overlaps(word.span); });
    return found == references.end() ? nullptr : mention_at(marks_.names, found->antecedent);
  }

  std::string party_of(const Token& word) const {
    const std::string_view party = words_.party(fold(words_at(text_, word.span)));
    return std::string(party.empty() ? words_.party(fold(word.lemma)) : party);
  }

  std::string side_of(const Token& word) const {
    const Token* const whose = find_dependent(word, [&](const Token& token) {
      return token.span.begin < word.span.begin && mention_at(marks_.names, token.span) != nullptr;
    });
    return whose ? fold(words_at(text_, whose->span)) : std::string();
  }

  // The name, or the word with what stands before it on its own account.
  Span phrase(const Token& word) const {
    if (const Mention* const mention = mention_at(marks_.names, word.span)) return mention->span;
    Span words = word.span;
    const Token* const first = find_dependent(word, [&](const Token& t) {
      return t.span.begin < word.span.begin && t.tag != Tag::DET && t.tag != Tag::ADP && t.tag != Tag::PUNCT;
    });
    if (first != nullptr) words.begin = first->span.begin;
    return words;
  }

  const FoundClaim& found_;
  std::string_view text_;
  const Marks& marks_;
  const Tree& tree_;
  const std::vector<std::size_t>& entity_of_named_;
  const DeedWords& words_;
};

}  // namespace

DeedWords::DeedWords() {
  read_list("data/deeds.txt", {"deeds", "parties"}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) {
      if (line.section == "deeds")
        deeds_.emplace(word);
      else
        parties_.emplace(word, line.words.front());
    }
  });
}

std::string_view DeedWords::party(const std::string& word) const {
  const auto found = parties_.find(word);
  return found == parties_.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<Deed> deed_of(const FoundClaim& found, std::string_view text, const Marks& marks, const Tree& tree,
                            const std::vector<std::size_t>& entity_of_named, const DeedWords& words) {
  return Reader(found, text, marks, tree, entity_of_named, words).read();
}

}  // namespace hearsay
