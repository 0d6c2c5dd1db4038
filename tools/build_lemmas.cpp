// Makes models/lemmas.bin (models/lemmas.md has the command): all forms of WordNet's words of one part, each with the
// one lemma that it most likely has.
//
//   build_lemmas OUT WORDNET_FOLDER lemma_words.txt TREEBANK.jsonl [FORMS.txt]
//
// A form that several words of one tag have ("found" of find and found, "axes" of axe, ax and axis) goes to the one
// that is likelier by how often it was marked in WordNet's texts and what the treebank says of the form. With
// FORMS.txt, each entry is written there as a line.
#include "dissect/words/inflection.h"
#include "dissect/words/letters.h"
#include "dissect/words/lexicon.h"
#include "treebank.h"
#include "wordnet.h"

#include <iostream>

namespace hearsay::training {

namespace {

// How much of a word's occurrences are in one of its forms, roughly; a doubtful form counts only when no other claims
// it.
constexpr double base_share = 0.5, form_share = 0.25, doubtful_share = 0.0001;
constexpr double plural_base_share = 0.2;  // of a plural that is a word of its own: "glasses", "arms"
constexpr double unseen = 0.1;             // the count of a word that was never marked
constexpr double treebank_weight = 5;      // of one occurrence in the treebank, in marked ones

// Adds the words of a list to WordNet's; gives the forms that stand beside them. The list's form is described at its
// top.
std::vector<Lexicon::Entry> add_words(const std::string& path, WordNet& words) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  const std::map<std::string, Tag> sections = {{"[verb]", Tag::VERB}, {"[noun]", Tag::NOUN}};
  std::vector<Lexicon::Entry> certain;
  Tag tag = Tag::X;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('[')) {
      tag = sections.at(line);
      continue;
    }
    std::istringstream fields(line);
    std::string base;
    fields >> base;
    if (base.ends_with(':')) base.pop_back();
    words.words.emplace(std::pair(tag, base), 0);
    for (std::string form; fields >> form;) certain.push_back({form, tag, base});
  }
  return certain;
}

class Building {
 public:
  explicit Building(const WordNet& words) {
    std::set<std::string> strong;  // verbs with a past of their own, so that "seed" is hardly of "see"
    for (const WordNet::Irregular& it : words.irregular)
      if (it.tag == Tag::VERB && !it.form.ends_with("ed") && !it.form.ends_with("ing"))
        strong.insert(it.lemmas.begin(), it.lemmas.end());
    for (const auto& [key, count] : words.words) {
      const auto& [tag, base] = key;
      add(tag, base, base,
          (tag == Tag::NOUN && base.ends_with('s') ? plural_base_share : base_share) * (count + unseen));
      // "Grounds" has no plural of its own.
      if (tag == Tag::NOUN && base.ends_with('s') && words.words.contains({tag, base.substr(0, base.size() - 1)}))
        continue;
      for (const Inflected& it : inflect(base, tag)) {
        const bool rare = it.doubtful || (tag == Tag::VERB && it.form.ends_with("ed") && strong.contains(base));
        add(tag, it.form, base, (rare ? doubtful_share : form_share) * (count + unseen));
      }
    }
    for (const WordNet::Irregular& it : words.irregular)
      for (const std::string& lemma : it.lemmas)
        add(it.tag, it.form, lemma, form_share * (words.words.at({it.tag, lemma}) + unseen));
  }

  // Words that the treebank writes otherwise than its lemma ("alot") bring no lemma of their own, unless several times.
  void weigh(const std::vector<TreebankSentence>& sentences) {
    std::map<Key, std::map<std::string, int>> seen;
    for (const TreebankSentence& sentence : sentences)
      for (const TreebankWord& word : sentence) ++seen[{word.tag, small_letters(word.word)}][small_letters(word.lemma)];
    for (const auto& [key, lemmas] : seen) {
      const auto form = forms_.find(key);
      if (form == forms_.end()) continue;
      for (const auto& [lemma, count] : lemmas)
        if (form->second.contains(lemma) || count > 1) form->second[lemma] += treebank_weight * count;
    }
  }

  void decide(const std::vector<Lexicon::Entry>& certain) {
    for (const Lexicon::Entry& it : certain) forms_[{it.tag, it.form}] = {{it.lemma, 1}};
  }

  std::vector<Lexicon::Entry> entries() const {
    std::vector<Lexicon::Entry> entries;
    for (const auto& [key, lemmas] : forms_) {
      const auto best = std::max_element(lemmas.begin(), lemmas.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      entries.push_back({key.second, key.first, best->first});
    }
    return entries;
  }

 private:
  using Key = std::pair<Tag, std::string>;

  void add(Tag tag, const std::string& form, const std::string& lemma, double score) {
    double& best = forms_[{tag, form}][lemma];
    best = std::max(best, score);
  }

  std::map<Key, std::map<std::string, double>> forms_;  // each lemma that a form may have, with its weight
};

}  // namespace

}  // namespace hearsay::training

int main(int argc, char** argv) try {
  using namespace hearsay;
  if (argc < 5 || argc > 6) {
    std::cerr << "build_lemmas OUT WORDNET_FOLDER lemma_words.txt TREEBANK.jsonl [FORMS.txt]\n";
    return 2;
  }
  training::WordNet words = training::WordNetReader(argv[2]).read();
  const auto certain = training::add_words(argv[3], words);
  training::Building building(words);
  building.weigh(read_treebank(argv[4]));
  building.decide(certain);
  const std::vector<Lexicon::Entry> entries = building.entries();
  if (argc == 6) {
    std::ofstream list(argv[5]);
    for (const Lexicon::Entry& it : entries) list << to_text(it.tag) << ' ' << it.form << ' ' << it.lemma << '\n';
  }
  const std::string bytes = Lexicon::write(entries);
  std::ofstream out(argv[1], std::ios::binary);
  out << bytes;
  std::cerr << entries.size() << " forms of " << words.words.size() << " words, " << bytes.size() << " bytes\n";
  return out ? 0 : 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}
