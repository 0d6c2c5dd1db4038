#include "extract/attributions/form_words.h"

#include <algorithm>

namespace hearsay {

namespace {

// As the sections of data/source_words.txt are given to WordSorts.
constexpr WordSorts::Sorts source_person = 1 | 2, source_body = 4 | 8;

const std::string& lemma_of(const AttributionView& view, std::uint32_t word) {
  return view.dissection->tokens[word].lemma;
}

std::uint8_t name_of(EntityKind kind) { return static_cast<std::uint8_t>(1 + static_cast<int>(kind)); }

}  // namespace

FormWords::FormWords()
    : words_("data/attribution_words.txt", {"naming", "calling", "event", "blow", "striker", "struck", "price", "puts",
                                            "account", "desk", "paper", "reading", "thing"}),
      sources_("data/source_words.txt",
               {"person", "officer", "body", "firm", "evidence", "for", "document", "ending"}) {
  read_list("data/source_words.txt", {}, [this](const ListLine& line) {
    if (line.section == "ending") endings_.insert(endings_.end(), line.words.begin(), line.words.end());
  });
}

bool FormWords::has(const AttributionView& view, std::uint32_t word, WordSorts::Sorts sorts) const {
  return words_.has(lemma_of(view, word), sorts);
}

bool FormWords::is_person(const AttributionView& view, std::uint32_t word) const {
  static const std::uint32_t persons[] = {hash_word("he"), hash_word("she"), hash_word("they"),
                                          hash_word("i"),  hash_word("we"),  hash_word("who")};
  const ViewedWord& here = view.words[word];
  if (here.name == name_of(EntityKind::person)) return true;
  if (here.tag == Tag::PRON) return std::find(std::begin(persons), std::end(persons), here.form) != std::end(persons);
  if (here.name != 0 || (here.tag != Tag::NOUN && here.tag != Tag::PROPN && here.tag != Tag::ADJ)) return false;
  const std::string& lemma = lemma_of(view, word);
  if ((names_.facts_of(lemma) & (person_role | people_role)) != 0 || sources_.has(lemma, source_person)) return true;
  if (here.tag != Tag::NOUN || words_.has(lemma, FormWord::striker | FormWord::thing) || is_place(view, word))
    return false;
  return std::any_of(endings_.begin(), endings_.end(), [&](const std::string& ending) {
    return lemma.size() > ending.size() + 2 && lemma.ends_with(ending);
  });
}

bool FormWords::is_body(const AttributionView& view, std::uint32_t word) const {
  const ViewedWord& here = view.words[word];
  if (here.name == name_of(EntityKind::organization)) return true;
  if (here.name != 0 || (here.tag != Tag::NOUN && here.tag != Tag::PROPN)) return false;
  const std::string& lemma = lemma_of(view, word);
  return (names_.facts_of(lemma) & organization_role) != 0 || sources_.has(lemma, source_body);
}

bool FormWords::is_place(const AttributionView& view, std::uint32_t word) const {
  const ViewedWord& here = view.words[word];
  if (here.name != 0) return here.name == name_of(EntityKind::place);
  return (names_.facts_of(lemma_of(view, word)) & (place_role | place_word)) != 0;
}

}  // namespace hearsay
