// Reads what is needed of a folder with WordNet's files (Debian's package wordnet-base: /usr/share/wordnet): words of
// letters alone, how often people marked them in texts, and irregular forms. The files' forms: wndb(5WN).
#pragma once

#include "dissect/words/dissection.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace hearsay::training {

struct WordNet {
  std::map<std::pair<Tag, std::string>, double> words;  // and how often each was marked
  struct Irregular {
    Tag tag;
    std::string form;
    std::vector<std::string> lemmas;
  };
  std::vector<Irregular> irregular;
};

class WordNetReader {
 public:
  explicit WordNetReader(std::string folder) : folder_(std::move(folder)) {}

  WordNet read() {
    read_small_nouns();
    for (const auto& [tag, name] : parts) read_words(tag, name);
    read_counts();
    for (const auto& [tag, name] : parts) read_irregular(tag, name);
    return std::move(found_);
  }

 private:
  static constexpr std::array<std::pair<Tag, const char*>, 4> parts = {
      {{Tag::NOUN, "noun"}, {Tag::VERB, "verb"}, {Tag::ADJ, "adj"}, {Tag::ADV, "adv"}}};

  std::ifstream open(const std::string& name) const {
    std::ifstream file(folder_ + '/' + name);
    if (!file) throw std::runtime_error("cannot open " + folder_ + '/' + name);
    return file;
  }

  static bool is_plain(const std::string& word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // The index writes names small too; the data have the words as they are written.
  void read_small_nouns() {
    std::ifstream file = open("data.noun");
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("  ")) continue;  // the licence
      std::istringstream fields(line);
      std::string offset, topic, kind, word, sense;
      std::size_t count = 0;
      fields >> offset >> topic >> kind >> std::hex >> count;
      while (count-- > 0 && fields >> word >> sense) small_nouns_.insert(word);
    }
  }

  void read_words(Tag tag, const std::string& name) {
    std::ifstream file = open("index." + name);
    for (std::string line; std::getline(file, line);) {
      const std::string word = line.substr(0, line.find(' '));
      if (is_plain(word) && (tag != Tag::NOUN || small_nouns_.contains(word))) found_.words[{tag, word}] = 0;
    }
  }

  // Lines: "lemma%kind:...:: number count".
  void read_counts() {
    std::ifstream file = open("cntlist.rev");
    std::string sense;
    double number = 0, count = 0;
    while (file >> sense >> number >> count) {
      const std::size_t percent = sense.find('%');
      constexpr std::array<Tag, 5> kinds = {Tag::NOUN, Tag::VERB, Tag::ADJ, Tag::ADV, Tag::ADJ};
      const auto kind = static_cast<std::size_t>(sense.at(percent + 1) - '1');
      const auto word = found_.words.find({kinds.at(kind), sense.substr(0, percent)});
      if (word != found_.words.end()) word->second += count;
    }
  }

  void read_irregular(Tag tag, const std::string& name) {
    std::ifstream file = open(name + ".exc");
    for (std::string line; std::getline(file, line);) {
      std::istringstream fields(line);
      WordNet::Irregular irregular{tag, {}, {}};
      fields >> irregular.form;
      for (std::string lemma; fields >> lemma;)
        if (const auto word = found_.words.find({tag, lemma}); word != found_.words.end())
          if (word->second > 0 || irregular.form.size() > 3) irregular.lemmas.push_back(lemma);  // no "dui" of "duo"
      if (is_plain(irregular.form) && !irregular.lemmas.empty()) found_.irregular.push_back(std::move(irregular));
    }
  }

  std::string folder_;
  std::set<std::string> small_nouns_;
  WordNet found_;
};

}  // namespace hearsay::training
