// Sentences as news writes them, put together from the trees of a treebank of web texts: what one sentence says is put
// into the mouth of a speaker of another ("..., said X", "X told Y that ..."), with the tree that the treebank's own
// sentences of the kind have. Web texts have few of them and news is full of them. Also headlines: sentences without
// their stop, with capitals. Only for training; the texts make no sense and need none.
#pragma once

#include "network_training.h"
#include "treebank.h"

#include <array>
#include <string>
#include <vector>

namespace hearsay::training {

class ReportingExamples {
 public:
  explicit ReportingExamples(const std::vector<TreebankSentence>& sentences) {
    for (const TreebankSentence& sentence : sentences) {
      if (is_statement(sentence)) statements_.push_back(sentence);
      collect_speakers(sentence);
    }
  }

  // A made-up report. The treebank must have had a statement and a speaker.
  TreebankSentence make(Random& random) const {
    Builder b;
    switch (random.below(12)) {
      case 0:
      case 1:
      case 2:
        return verb_first(b, random);
      case 3:
      case 4:
        return speaker_first(b, random);
      case 5:
        return unquoted(b, random);
      case 6:
      case 7:
        return with_that(b, random);
      case 8:
        return told(b, random);
      case 9:
        return colon(b, random);
      case 10:
        return according(b, random, true);
      default:
        return according(b, random, false);
    }
  }

  // The sentence as a headline might have it: without its stop, and often with more capitals.
  static TreebankSentence as_headline(TreebankSentence sentence, Random& random) {
    if (sentence.size() > 2 && sentence.back().word == ".") sentence.pop_back();
    const std::size_t how = random.below(4);
    for (TreebankWord& word : sentence) {
      const bool small_word = word.word.size() < 4 && (word.tag == Tag::ADP || word.tag == Tag::DET ||
                                                       word.tag == Tag::CCONJ || word.tag == Tag::PART);
      if (how == 0 && !small_word) raise(word.word[0]);
      if (how == 1)
        for (char& c : word.word) raise(c);
    }
    return sentence;
  }

 private:
  // A sentence in the making; heads count from its beginning.
  struct Builder {
    TreebankSentence words;

    int add(std::string word, Tag tag, int head = -1, Relation relation = Relation::root) {
      words.push_back({std::move(word), "", tag, relation, head});
      return static_cast<int>(words.size()) - 1;
    }
    // Appends a tree and returns where its root is.
    int add(const TreebankSentence& tree) {
      const int offset = static_cast<int>(words.size());
      int root = offset;
      for (TreebankWord word : tree) {
        if (word.head < 0)
          root = static_cast<int>(words.size());
        else
          word.head += offset;
        words.push_back(std::move(word));
      }
      return root;
    }
    void attach(int word, int head, Relation relation) {
      words[static_cast<std::size_t>(word)].head = head;
      words[static_cast<std::size_t>(word)].relation = relation;
    }
  };

  static void raise(char& c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }

  static bool is_statement(const TreebankSentence& s) {
    if (s.size() < 5 || s.size() > 24 || s.back().word != "." || s.back().tag != Tag::PUNCT) return false;
    bool subject = false;
    for (std::size_t i = 0; i < s.size(); ++i) {
      const char first = s[i].word[0];
      if (first == '"' || first == '\'' || s[i].word == ":" || s[i].tag == Tag::X) return false;
      if (s[i].head == static_cast<int>(s.size()) - 1) return false;
      if (s[i].head >= 0 && s[static_cast<std::size_t>(s[i].head)].head < 0)
        subject = subject || is_a(s[i].relation, Relation::nsubj);
    }
    return subject;
  }

  // Subjects that are names or nouns and stand together.
  void collect_speakers(const TreebankSentence& s) {
    for (std::size_t top = 0; top < s.size(); ++top) {
      if (s[top].relation != Relation::nsubj || (s[top].tag != Tag::PROPN && s[top].tag != Tag::NOUN)) continue;
      std::vector<bool> inside(s.size(), false);
      inside[top] = true;
      for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t i = 0; i < s.size(); ++i)
          if (!inside[i] && s[i].head >= 0 && inside[static_cast<std::size_t>(s[i].head)]) inside[i] = grew = true;
      }
      std::size_t begin = 0, end = s.size();
      while (!inside[begin]) ++begin;
      while (!inside[end - 1]) --end;
      TreebankSentence speaker;
      bool good = end - begin <= 7;
      for (std::size_t i = begin; i < end && good; ++i) {
        good = inside[i] && s[i].tag != Tag::PRON && s[i].tag != Tag::PUNCT && s[i].tag != Tag::VERB &&
               s[i].tag != Tag::AUX;
        speaker.push_back(s[i]);
        speaker.back().head = i == top ? -1 : s[i].head - static_cast<int>(begin);
      }
      if (!good) continue;
      if (begin == 0 && speaker[0].tag != Tag::PROPN) lower_first(speaker);
      (s[top].tag == Tag::PROPN ? names_ : nouns_).push_back(std::move(speaker));
    }
  }

  static void lower_first(TreebankSentence& s) {
    std::string& word = s[0].word;
    if (s[0].tag == Tag::PROPN || word == "I" || word.size() < 2 || (word[1] >= 'A' && word[1] <= 'Z')) return;
    if (word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] - 'A' + 'a');
  }

  TreebankSentence statement(Random& random, bool begins) const {
    TreebankSentence s = statements_[random.below(statements_.size())];
    s.pop_back();
    if (!begins) lower_first(s);
    return s;
  }

  template <std::size_t n>
  static const char* one_of(const std::array<const char*, n>& words, Random& random) {
    return words[random.below(n)];
  }

  static std::string verb(Random& random) {
    static constexpr std::array<const char*, 20> verbs = {
        "said",     "says",     "added",    "announced", "claimed",   "warned",  "confirmed",
        "insisted", "argued",   "stated",   "noted",     "explained", "wrote",   "reported",
        "conceded", "declared", "stressed", "predicted", "recalled",  "admitted"};
    return random.below(2) == 0 ? "said" : one_of(verbs, random);
  }

  // Adds a speaker, now and then with what he is after a comma; returns its root.
  int add_speaker(Builder& b, Random& random, bool more_follows) const {
    if (random.below(8) == 0) return b.add(one_of(std::array<const char*, 3>{"he", "she", "they"}, random), Tag::PRON);
    const bool is_name = random.below(3) > 0 || nouns_.empty();
    const auto& from = is_name && !names_.empty() ? names_ : nouns_;
    const int speaker = b.add(from[random.below(from.size())]);
    if (random.below(3) == 0) add_apposition(b, random, speaker, more_follows);
    return speaker;
  }

  void add_apposition(Builder& b, Random& random, int speaker, bool more_follows) const {
    static constexpr std::array<const char*, 14> roles = {
        "spokesman", "spokeswoman", "spokesperson", "official",  "minister",  "director", "lawyer",
        "analyst",   "governor",    "mayor",        "professor", "president", "resident", "leader"};
    const int comma = b.add(",", Tag::PUNCT);
    const int article = random.below(4) > 0 ? b.add(random.below(2) ? "a" : "the", Tag::DET) : -1;
    const int role = b.add(one_of(roles, random), Tag::NOUN, speaker, Relation::appos);
    b.attach(comma, role, Relation::punct);
    if (article >= 0) b.attach(article, role, Relation::det);
    if (!names_.empty() && random.below(3) > 0) {
      const int of = b.add(random.below(2) ? "for" : "of", Tag::ADP);
      const int owner = b.add(names_[random.below(names_.size())]);
      b.attach(owner, role, Relation::nmod);
      b.attach(of, owner, Relation::case_);
    }
    if (more_follows) b.attach(b.add(",", Tag::PUNCT), role, Relation::punct);
  }

  struct Quotes {
    const char *open, *close;
  };
  static Quotes quotes(Random& random) {
    static constexpr std::array<Quotes, 5> kinds = {
        {{"\"", "\""}, {"\"", "\""}, {"\u201C", "\u201D"}, {"\u201C", "\u201D"}, {"'", "'"}}};
    return kinds[random.below(kinds.size())];
  }

  // Adds a quoted statement that ends in a comma or a question mark; returns its root.
  int add_quote(Builder& b, Random& random) const {
    const Quotes q = quotes(random);
    const int open = b.add(q.open, Tag::PUNCT);
    const int root = b.add(statement(random, true));
    b.attach(open, root, Relation::punct);
    b.attach(b.add(random.below(8) == 0 ? "!" : ",", Tag::PUNCT), root, Relation::punct);
    b.attach(b.add(q.close, Tag::PUNCT), root, Relation::punct);
    return root;
  }

  // "on Monday", "in a statement", or nothing.
  void maybe_add_circumstance(Builder& b, Random& random, int head) const {
    static constexpr std::array<const char*, 7> days = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};
    const std::size_t kind = random.below(6);
    if (kind == 0) {
      const int on = b.add("on", Tag::ADP);
      const int day = b.add(one_of(days, random), Tag::PROPN, head, Relation::obl);
      b.attach(on, day, Relation::case_);
    } else if (kind == 1) {
      b.add(one_of(days, random), Tag::PROPN, head, Relation::obl_unmarked);
    } else if (kind == 2) {
      const int in = b.add("in", Tag::ADP);
      const int article = b.add("a", Tag::DET);
      const int thing = b.add(one_of(std::array<const char*, 4>{"statement", "letter", "report", "speech"}, random),
                              Tag::NOUN, head, Relation::obl);
      b.attach(in, thing, Relation::case_);
      b.attach(article, thing, Relation::det);
    }
  }

  void finish(Builder& b, Random& random, int head) const {
    if (random.below(6) == 0) {
      const int comma = b.add(",", Tag::PUNCT);
      const int adding = b.add(one_of(std::array<const char*, 3>{"adding", "saying", "warning"}, random), Tag::VERB,
                               head, Relation::advcl);
      b.attach(comma, adding, Relation::punct);
      const int that = b.add("that", Tag::SCONJ);
      const int root = b.add(statement(random, false));
      b.attach(that, root, Relation::mark);
      b.attach(root, adding, Relation::ccomp);
    }
    b.add(".", Tag::PUNCT, head, Relation::punct);
  }

  TreebankSentence verb_first(Builder& b, Random& random) const {
    const int quote = add_quote(b, random);
    const int said = b.add(verb(random), Tag::VERB);
    b.attach(quote, said, Relation::ccomp);
    b.attach(add_speaker(b, random, false), said, Relation::nsubj);
    finish(b, random, said);
    return b.words;
  }

  TreebankSentence speaker_first(Builder& b, Random& random) const {
    const int quote = add_quote(b, random);
    const int speaker = add_speaker(b, random, true);
    const bool tell = random.below(3) == 0;
    const int said = b.add(tell ? "told" : verb(random), Tag::VERB);
    b.attach(quote, said, Relation::ccomp);
    b.attach(speaker, said, Relation::nsubj);
    if (tell) add_listener(b, random, said);
    maybe_add_circumstance(b, random, said);
    finish(b, random, said);
    return b.words;
  }

  TreebankSentence unquoted(Builder& b, Random& random) const {
    const int root = b.add(statement(random, true));
    b.attach(b.add(",", Tag::PUNCT), root, Relation::punct);
    const bool verb_leads = random.below(3) == 0;
    int said = verb_leads ? b.add(verb(random), Tag::VERB) : -1;
    const int speaker = add_speaker(b, random, !verb_leads);
    if (!verb_leads) said = b.add(verb(random), Tag::VERB);
    b.attach(root, said, Relation::ccomp);
    b.attach(speaker, said, Relation::nsubj);
    maybe_add_circumstance(b, random, said);
    finish(b, random, said);
    return b.words;
  }

  // Capital letters at the beginning are the reader's business: the first word keeps its own form.
  TreebankSentence with_that(Builder& b, Random& random) const {
    const int speaker = add_speaker(b, random, true);
    const int said = b.add(verb(random), Tag::VERB);
    b.attach(speaker, said, Relation::nsubj);
    maybe_add_circumstance(b, random, said);
    const int that = random.below(3) > 0 ? b.add("that", Tag::SCONJ) : -1;
    const int root = b.add(statement(random, false));
    if (that >= 0) b.attach(that, root, Relation::mark);
    b.attach(root, said, Relation::ccomp);
    b.add(".", Tag::PUNCT, said, Relation::punct);
    raise(b.words[0].word[0]);
    return b.words;
  }

  void add_listener(Builder& b, Random& random, int told) const {
    static constexpr std::array<const char*, 6> listeners = {"reporters", "journalists", "parliament",
                                                             "lawmakers", "police",      "investigators"};
    if (random.below(2) == 0 || names_.empty()) {
      b.add(one_of(listeners, random), Tag::NOUN, told, Relation::iobj);
      return;
    }
    b.attach(b.add(names_[random.below(names_.size())]), told, Relation::iobj);
  }

  TreebankSentence told(Builder& b, Random& random) const {
    const int speaker = add_speaker(b, random, true);
    const int told = b.add("told", Tag::VERB);
    b.attach(speaker, told, Relation::nsubj);
    add_listener(b, random, told);
    maybe_add_circumstance(b, random, told);
    const int that = random.below(4) > 0 ? b.add("that", Tag::SCONJ) : -1;
    const int root = b.add(statement(random, false));
    if (that >= 0) b.attach(that, root, Relation::mark);
    b.attach(root, told, Relation::ccomp);
    b.add(".", Tag::PUNCT, told, Relation::punct);
    raise(b.words[0].word[0]);
    return b.words;
  }

  TreebankSentence colon(Builder& b, Random& random) const {
    const int speaker = add_speaker(b, random, true);
    const bool tell = random.below(2) == 0;
    const int said = b.add(tell ? "told" : verb(random), Tag::VERB);
    b.attach(speaker, said, Relation::nsubj);
    if (tell) add_listener(b, random, said);
    const int mark = b.add(random.below(2) ? ":" : ",", Tag::PUNCT);
    const Quotes q = quotes(random);
    const int open = b.add(q.open, Tag::PUNCT);
    const int root = b.add(statement(random, true));
    b.attach(mark, root, Relation::punct);
    b.attach(open, root, Relation::punct);
    b.attach(root, said, Relation::ccomp);
    b.add(".", Tag::PUNCT, said, Relation::punct);
    b.attach(b.add(q.close, Tag::PUNCT), root, Relation::punct);
    raise(b.words[0].word[0]);
    return b.words;
  }

  TreebankSentence according(Builder& b, Random& random, bool leads) const {
    int root = -1;
    if (!leads) {
      root = b.add(statement(random, true));
      b.attach(b.add(",", Tag::PUNCT), root, Relation::punct);
    }
    const int according = b.add(leads ? "According" : "according", Tag::VERB);
    const int to = b.add("to", Tag::ADP, according, Relation::fixed);
    static_cast<void>(to);
    const int source = add_speaker(b, random, leads);
    b.attach(according, source, Relation::case_);
    if (leads) {
      const int comma = b.add(",", Tag::PUNCT);
      root = b.add(statement(random, false));
      b.attach(comma, root, Relation::punct);
    }
    b.attach(source, root, Relation::obl);
    b.add(".", Tag::PUNCT, root, Relation::punct);
    return b.words;
  }

  std::vector<TreebankSentence> statements_, names_, nouns_;
};

}  // namespace hearsay::training
