// Reads a treebank as rows of JSON: {text, sentences: [{begin, end}], tokens: [{begin, end, tag, lemma, head,
// relation}]}, offsets in code points. Used by the trainer of the grammar only.
#pragma once

#include "base/utf8.h"
#include "dissect/words/dissection.h"

#include <simdjson.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {

struct TreebankWord {
  std::string word;
  std::string lemma;
  Tag tag = Tag::X;
  Relation relation = Relation::root;
  int head = -1;  // the number of the head in the sentence, -1 for the root
};
using TreebankSentence = std::vector<TreebankWord>;

inline void read_document(simdjson::dom::element row, std::vector<TreebankSentence>& sentences) {
  const std::string_view text = row["text"];
  const CodePointIndex index(text);
  std::vector<TreebankWord> words;
  std::vector<std::size_t> begins;
  for (const simdjson::dom::element token : row["tokens"].get_array()) {
    const std::size_t begin = index.byte_of(std::uint64_t(token["begin"]));
    const std::size_t end = index.byte_of(std::uint64_t(token["end"]));
    words.push_back({std::string(text.substr(begin, end - begin)), std::string(std::string_view(token["lemma"])),
                     tag_named(token["tag"]), relation_of(token["relation"]), int(std::int64_t(token["head"]))});
    begins.push_back(std::uint64_t(token["begin"]));
  }
  std::size_t next = 0;
  for (const simdjson::dom::element sentence : row["sentences"].get_array()) {
    const std::size_t end = std::uint64_t(sentence["end"]);
    const std::size_t first = next;
    TreebankSentence found;
    for (; next < words.size() && begins[next] < end; ++next) {
      found.push_back(words[next]);
      if (found.back().head >= 0) found.back().head -= static_cast<int>(first);
    }
    if (!found.empty()) sentences.push_back(std::move(found));
  }
}

inline std::vector<TreebankSentence> read_treebank(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::vector<TreebankSentence> sentences;
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);) read_document(parser.parse(line), sentences);
  return sentences;
}

}  // namespace hearsay
