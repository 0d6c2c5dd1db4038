// What an article has mentioned so far: the discourse referents to which pronouns and role phrases are resolved.
#pragma once

#include "dissect/trees/tree.h"
#include "dissect/words/dissection.h"
#include "extract/names/gazetteer.h"
#include "extract/names/lists.h"
#include "extract/names/names.h"
#include "extract/references/phrases.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Is this the lemma of a verb of saying?
bool reports(std::string_view lemma);

enum class Kind { person, organization, place, people };

struct Referent {
  Kind kind = Kind::person;
  std::size_t named = static_cast<std::size_t>(-1);  // in Names::named; none for a role phrase or several
  Span words;                                        // the latest name or role phrase for it
  char sex = '?';                                    // 'm', 'w', '?'
  bool plural = false;
  bool owned = false;  // "his father": less salient than the owner
  std::size_t members = 1;
  std::uint16_t known = 0;              // GazetteerFact of a place
  std::vector<std::string> roles;       // "minister"
  std::vector<std::string> full_roles;  // "health minister"
  std::vector<std::string> name_words;  // of an organization or place, in small letters
  std::size_t sentence = 0;             // where it was last mentioned, by name or by a pronoun
  std::uint32_t token = 0, token_end = 0;
  std::optional<std::uint32_t> verb;  // whose argument it was there
  bool subject = false;
  bool object = false;
  bool speaker = false;
  bool possessive = false;
  std::size_t times = 0;
};

// Filled in text order. Positions are indices of tokens, sentences and mentions of the dissection and names it is
// given.
class Discourse {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // Keeps views of all it is given.
  Discourse(std::string_view text, const Dissection& dissection, const Names& names, const NameLists& lists,
            const Gazetteer& gazetteer);

  // The mention number m, which stands in sentence s: its referent stands there, and with the names it is joined to by
  // "and" it makes a group.
  void see_mention(std::size_t m, std::size_t s);
  // Does the phrase describe the name beside it ("X, the minister")? Then that name has the role.
  bool give_role(const StandinPhrase& phrase, std::size_t s);
  // A role phrase that begins a referent of its own.
  void new_phrase(const StandinPhrase& phrase, std::size_t s);
  // The referent stands at the tokens [first, last) of sentence s.
  void stand(Referent& referent, std::size_t index, std::size_t s, std::uint32_t first, std::uint32_t last);
  // The referent of a mention, made when it is the first of its name; none for names of other things.
  std::size_t referent_of_mention(std::size_t m);

  // The referents mentioned last, the latest first, each once.
  std::vector<std::size_t> recent() const;
  // The word that the phrase [first, last) depends on, if any, and whether as its subject.
  struct Governor {
    std::optional<std::uint32_t> word;
    bool of_subject = false;
  };
  Governor governor_of(std::uint32_t first, std::uint32_t last) const;

  std::string_view token(std::uint32_t i) const { return words_at(text_, dissection_.tokens[i].span); }
  std::string small(std::uint32_t i) const { return folded(token(i)); }
  Span span(std::uint32_t first, std::uint32_t last) const {
    return {dissection_.tokens[first].span.begin, dissection_.tokens[last - 1].span.end};
  }

  std::vector<Referent> referents;
  std::vector<std::size_t> order;  // of the referents, by when they stood; some more than once
  std::size_t speaker = none;      // who spoke last
  std::size_t next_mention = 0;
  std::vector<bool> in_name, in_quote;                     // of each token
  std::vector<std::uint32_t> mention_first, mention_last;  // of each mention, [first, last)

 private:
  void prepare();
  void see_pair(std::size_t m, std::size_t s);
  void give_title_roles(Referent& referent, std::uint32_t first);
  void add_role(Referent& referent, const StandinPhrase& phrase);
  bool is_object(std::uint32_t first, std::uint32_t last) const;
  bool has_tree(const Sentence& sentence) const;

  std::string_view text_;
  const Dissection& dissection_;
  const Tree tree_;
  const Names& names_;
  const NameLists& lists_;
  const Gazetteer& gazetteer_;
  std::vector<std::size_t> referent_of_named_;
};

}  // namespace hearsay
