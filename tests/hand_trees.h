// Sentences with trees written by hand, so that rows do not depend on a trained model.
#pragma once

#include "dissect/words/dissection.h"

#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {

struct HandTree {
  std::string text;  // the words with a blank between
  std::vector<Token> tokens;
};

// One "word/TAG/head/relation" a word; heads count from 1, 0 is the root. Lemmas are the words.
// Throws std::invalid_argument for an unknown tag or relation, and for what is no head.
inline HandTree by_hand(const std::string& line) {
  HandTree made;
  std::istringstream words(line);
  for (std::string entry; words >> entry;) {
    std::istringstream fields(entry);
    std::string word, tag, head, relation;
    std::getline(fields, word, '/');
    std::getline(fields, tag, '/');
    std::getline(fields, head, '/');
    std::getline(fields, relation, '/');
    if (!made.text.empty()) made.text += ' ';
    Token token;
    token.span = {made.text.size(), made.text.size() + word.size()};
    made.text += word;
    token.tag = tag_named(tag);
    token.head = std::stoi(head) - 1;
    token.relation = relation_of(relation);
    token.lemma = word;
    made.tokens.push_back(token);
  }
  for (const Token& token : made.tokens) {
    if (token.head < no_head || token.head >= static_cast<std::int32_t>(made.tokens.size()))
      throw std::invalid_argument("a head beyond the sentence: " + line);
  }
  return made;
}

}  // namespace hearsay
