// Words of a text that may stand for a name: pronouns, and noun phrases headed by a role ("the agency", "a spokesman").
#pragma once

#include "dissect/words/dissection.h"
#include "extract/names/lists.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class Standin : std::uint8_t { he, she, it, they, role };

// One such word or phrase; positions are indices of tokens.
struct StandinPhrase {
  Standin kind = Standin::role;
  std::uint32_t first = 0, last = 0;  // [first, last): "the former minister"; for a pronoun the word alone
  std::uint32_t whole_last = 0;       // with what belongs to it: "a spokesman for the ministry"
  std::uint32_t head = 0;
  bool possessive = false;  // "his", "its"
  bool object = false;      // "him": what its own verb's subject cannot be
  // Of roles:
  bool definite = false;    // "the", "this", "that"
  bool indefinite = false;  // "a", "one", "another", or no article at all
  bool owned = false;       // "his party", "her son"
  bool plural = false;
  bool complete = false;    // says itself of whom or what: "the minister of health", "the agency that ..."
  std::uint16_t facts = 0;  // WordFact of the head
  std::string role;         // the head's singular in small letters
  std::string before;       // the word before the head that narrows it: "health" in "the health minister"; may be empty
};

// The stand-ins of a sentence, in text order. `in_name` says of each token whether it is part of a name.
std::vector<StandinPhrase> standins_of(std::string_view text, const Dissection& dissection, const Sentence& sentence,
                                       const std::vector<bool>& in_name, const NameLists& lists);

}  // namespace hearsay
