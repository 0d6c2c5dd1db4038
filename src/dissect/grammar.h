// Text to sentences, words, tags, lemmas and a dependency tree.
#pragma once

#include "clean/articles/article.h"
#include "dissect/words/dissection.h"

#include <memory>
#include <string_view>

namespace hearsay {

// How far to go: the tree costs most.
enum class Depth { boundaries, tags, tree };

// The trained model. Const after loading, shared by all threads.
class Grammar {
 public:
  // Loads models/grammar.bin from the resources. Throws std::runtime_error when it is broken.
  Grammar();
  ~Grammar();
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;

  // Any well-formed UTF-8, in time and memory in proportion to its length; an empty text has no sentences.
  // No sentence crosses the edge of a boilerplate span; boilerplate is dissected like the rest.
  Dissection dissect(std::string_view text, const std::vector<Boilerplate>& boilerplate, Depth depth) const;

 private:
  struct Model;
  std::unique_ptr<const Model> model_;
};

}  // namespace hearsay
