// Names are compared as lists of folded words ("Dr. José O'Neil Jr." is jose, o'neil). Full names are gathered first,
// with an index from their parts to them; short forms are then looked up in it. A part that two different full names
// share leads to neither, unless a title before it tells a man from a woman, or only one of them has been named so far:
// a wrong join would put one person's words in another's mouth.
//
// Not done: nicknames ("Bill" for "William"), translated names, different spellings of one name.
#include "extract/names/grouping.h"

#include "dissect/words/letters.h"
#include "extract/names/short_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

class Grouper {
 public:
  Grouper(std::string_view text, const Dissection& dissection, const NameLists& lists, const Gazetteer& gazetteer,
          Names& names)
      : text_(text), dissection_(dissection), lists_(lists), gazetteer_(gazetteer), names_(names) {}

  void group();

 private:
  // One written form of a name of one kind.
  struct Form {
    EntityKind kind;
    std::vector<std::string> words;
    std::string written;
    std::size_t joined_to = none;  // a fuller form
    std::string why;
    std::vector<std::size_t> persons;  // for a part that several persons share: their full forms
  };

  void find_tokens();
  void add_bracketed();
  void gather_forms();
  void index_persons();
  void join_person(std::size_t form);
  void join_initials(std::size_t form);
  void join_company(std::size_t form);
  void join(std::size_t form, std::size_t fuller, std::string why);
  std::size_t fullest(std::size_t form) const;
  char sex_by_title(std::size_t mention) const;
  void note_introductions();
  std::size_t by_title(std::size_t mention) const;
  std::size_t by_introduction(std::size_t mention) const;
  void write();
  std::string_view token(std::size_t i) const { return words_at(text_, dissection_.tokens[i].span); }

  std::string_view text_;
  const Dissection& dissection_;
  const NameLists& lists_;
  const Gazetteer& gazetteer_;
  Names& names_;
  std::vector<std::size_t> first_token_, last_token_;  // of each mention: [first, last)
  std::vector<Form> forms_;
  std::vector<std::size_t> form_of_;     // of each mention
  std::vector<std::size_t> introduced_;  // of each form: the first mention of its fullest form or one as full
  std::unordered_map<std::string, std::vector<std::size_t>> persons_by_part_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_initials_;
  std::unordered_map<std::string, std::size_t> bracketed_;  // folded abbreviation -> form
};

void Grouper::find_tokens() {
  first_token_.clear();
  last_token_.clear();
  std::size_t i = 0;
  for (const Mention& mention : names_.mentions) {
    while (i < dissection_.tokens.size() && dissection_.tokens[i].span.end <= mention.span.begin) ++i;
    first_token_.push_back(i);
    while (i < dissection_.tokens.size() && dissection_.tokens[i].span.begin < mention.span.end) ++i;
    last_token_.push_back(i);
  }
}

// "Federal Institute of Y (FIY)": the model may have missed what stands in the brackets, or its kind.
void Grouper::add_bracketed() {
  std::vector<Mention> all;
  for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
    all.push_back(names_.mentions[m]);
    const std::size_t open = last_token_[m];
    if (open + 2 >= dissection_.tokens.size() || token(open) != "(" || token(open + 2) != ")") continue;
    const std::string letters = abbreviation_letters(token(open + 1));
    const std::string_view name = words_at(text_, all.back().span);
    if (letters.empty() || words_of_name(name).size() < 2) continue;
    const bool fits = letters == initials_of(name, false) || letters == initials_of(name, true);
    const bool is_mention = m + 1 < names_.mentions.size() && first_token_[m + 1] == open + 1;
    if (is_mention && last_token_[m + 1] == open + 2 && (fits || shortens(letters, name))) {
      names_.mentions[m + 1].kind = all.back().kind;
    } else if (!is_mention && fits) {
      all.push_back({dissection_.tokens[open + 1].span, all.back().kind, 0, "an abbreviation in brackets"});
    }
  }
  names_.mentions = std::move(all);
}

void Grouper::gather_forms() {
  std::map<std::pair<int, std::string>, std::size_t> form_of;
  for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
    const Mention& mention = names_.mentions[m];
    const std::string_view written = words_at(text_, mention.span);
    auto words = words_of_name(written);
    const std::string key = words.empty() ? std::string(written) : joined_words(words, 0, words.size());
    const auto [found, fresh] = form_of.emplace(std::pair(static_cast<int>(mention.kind), key), forms_.size());
    if (fresh) forms_.push_back({mention.kind, std::move(words), std::string(written), none, {}, {}});
    form_of_.push_back(found->second);
  }
}

// Every part of a person's full name leads to it: its last words, its first words, each of its words.
void Grouper::index_persons() {
  constexpr std::size_t most = 8;
  for (std::size_t f = 0; f < forms_.size(); ++f) {
    const auto& words = forms_[f].words;
    const std::size_t n = words.size();
    if (forms_[f].kind != EntityKind::person || n < 2 || n > 8) continue;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j <= n; ++j)
        if (j - i < n) parts.push_back(joined_words(words, i, j));
    if (n > 2) parts.push_back(words.front() + " " + words.back());
    if (!words[0].empty() && words[0].size() > 1) parts.push_back(words[0].substr(0, 1) + " " + words.back());
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    for (std::string& part : parts) {
      auto& list = persons_by_part_[std::move(part)];
      if (list.size() < most) list.push_back(f);
    }
  }
}

void Grouper::join(std::size_t form, std::size_t fuller, std::string why) {
  if (form == fuller || fullest(fuller) == form) return;
  forms_[form].joined_to = fuller;
  forms_[form].why = std::move(why);
}

std::size_t Grouper::fullest(std::size_t form) const {
  while (forms_[form].joined_to != none) form = forms_[form].joined_to;
  return form;
}

void Grouper::join_person(std::size_t f) {
  const auto& words = forms_[f].words;
  const auto found = persons_by_part_.find(joined_words(words, 0, words.size()));
  if (found == persons_by_part_.end()) return;
  std::vector<std::size_t> persons;
  for (const std::size_t p : found->second) {
    const std::size_t full = fullest(p);
    if (full != f && std::find(persons.begin(), persons.end(), full) == persons.end()) persons.push_back(full);
  }
  if (persons.size() == 1) {
    const auto& full = forms_[persons[0]].words;
    const bool last = words.size() == 1 && words[0] == full.back();
    join(f, persons[0], (last ? "the surname of “" : "a part of “") + forms_[persons[0]].written + "”");
  } else {
    forms_[f].persons = std::move(persons);
  }
}

void Grouper::join_initials(std::size_t f) {
  const std::string letters = abbreviation_letters(forms_[f].written);
  if (letters.size() < 2) return;
  const auto bracketed = bracketed_.find(letters);
  if (bracketed != bracketed_.end()) {
    join(f, bracketed->second, "the abbreviation given for “" + forms_[bracketed->second].written + "”");
    return;
  }
  const auto found = by_initials_.find(letters);
  if (found == by_initials_.end() || found->second.size() != 1) return;
  join(f, found->second[0], "the initials of “" + forms_[found->second[0]].written + "”");
}

// "Orvanto" and "Orvanto Holdings Ltd."
void Grouper::join_company(std::size_t f) {
  const auto& words = forms_[f].words;
  std::size_t n = words.size();
  while (n > 1 && is_legal_form(words[n - 1])) --n;
  if (n == words.size()) return;
  for (std::size_t other = 0; other < 1; ++other) {
    const std::string key = joined_words(words, 0, n);
    const auto found = persons_by_part_.find("company " + key);
    if (found == persons_by_part_.end()) return;
    join(found->second[0], f, "“" + forms_[f].written + "” without its legal form");
  }
}

// The sex that a title right before the mention gives.
char Grouper::sex_by_title(std::size_t m) const {
  if (first_token_[m] == 0) return '?';
  const std::uint16_t facts = lists_.facts_of(token(first_token_[m] - 1));
  if (facts & (title_of_men | role_of_men)) return 'm';
  return facts & (title_of_women | role_of_women) ? 'w' : '?';
}

// The one of the persons who share a mention's words whose sex is that of its title; none if it tells nothing.
std::size_t Grouper::by_title(std::size_t m) const {
  const char sex = sex_by_title(m);
  std::size_t found = none;
  for (const std::size_t p : forms_[form_of_[m]].persons) {
    if (sex == '?' || sex_of_name(forms_[p].written, gazetteer_) != sex) continue;
    if (found != none) return none;
    found = p;
  }
  return found;
}

void Grouper::note_introductions() {
  introduced_.assign(forms_.size(), none);
  for (std::size_t m = 0; m < form_of_.size(); ++m) {
    const std::size_t form = form_of_[m];
    if (forms_[form].words.size() < 2) continue;
    std::size_t& first = introduced_[fullest(form)];
    if (first == none) first = m;
  }
}

// The one of them who alone has been named in full before the mention of a surname or a given name; before all are, the
// one who is named first.
std::size_t Grouper::by_introduction(std::size_t m) const {
  if (forms_[form_of_[m]].words.size() != 1) return none;
  std::size_t first = none;
  std::size_t known = 0;
  for (const std::size_t p : forms_[form_of_[m]].persons) {
    const std::size_t at = introduced_[fullest(p)];
    if (at == none) return none;
    known += at < m;
    if (first == none || at < introduced_[fullest(first)]) first = p;
  }
  return known < 2 ? first : none;
}

void Grouper::write() {
  constexpr std::uint32_t fresh = 0xFFFFFFFF;
  note_introductions();
  std::vector<std::uint32_t> number(forms_.size(), fresh);
  for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
    Mention& mention = names_.mentions[m];
    std::size_t form = form_of_[m];
    std::string why = forms_[form].why;
    if (forms_[form].persons.size() > 1) {
      if (const std::size_t titled = by_title(m); titled != none) {
        form = titled;
        why = "by the title, “" + forms_[titled].written + "”";
      } else if (const std::size_t known = by_introduction(m); known != none) {
        form = known;
        why = "the only one of the name so far, “" + forms_[known].written + "”";
      }
    }
    form = fullest(form);
    if (number[form] == fresh) {
      number[form] = static_cast<std::uint32_t>(names_.named.size());
      names_.named.push_back({forms_[form].written, forms_[form].kind, {}});
    }
    mention.named = number[form];
    if (!why.empty()) mention.why += "; " + why;
    Named& named = names_.named[mention.named];
    std::string written(words_at(text_, mention.span));
    if (written != named.name &&
        std::find(named.variants.begin(), named.variants.end(), written) == named.variants.end())
      named.variants.push_back(std::move(written));
  }
}

void Grouper::group() {
  find_tokens();
  add_bracketed();
  find_tokens();
  gather_forms();
  for (std::size_t m = 0; m + 1 < names_.mentions.size(); ++m) {
    const std::size_t open = last_token_[m];
    if (first_token_[m + 1] != open + 1 || open >= dissection_.tokens.size() || token(open) != "(") continue;
    const std::string letters = abbreviation_letters(forms_[form_of_[m + 1]].written);
    if (!letters.empty() && forms_[form_of_[m]].words.size() > 1 && shortens(letters, forms_[form_of_[m]].written))
      bracketed_.emplace(letters, form_of_[m]);
  }
  for (std::size_t f = 0; f < forms_.size(); ++f) {
    const Form& form = forms_[f];
    if (form.kind == EntityKind::organization)
      persons_by_part_["company " + joined_words(form.words, 0, form.words.size())] = {f};
    if (form.words.size() < 2 || form.kind == EntityKind::person) continue;
    for (const bool all : {false, true}) {
      auto& list = by_initials_[initials_of(form.written, all)];
      if (std::find(list.begin(), list.end(), f) == list.end()) list.push_back(f);
    }
  }
  index_persons();
  // Longer forms first, so that a short one finds its longest.
  std::vector<std::size_t> order;
  for (std::size_t f = 0; f < forms_.size(); ++f) order.push_back(f);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return forms_[a].words.size() > forms_[b].words.size(); });
  for (const std::size_t f : order) {
    if (forms_[f].words.empty()) continue;
    if (forms_[f].kind == EntityKind::person)
      join_person(f);
    else
      join_initials(f);
    if (forms_[f].kind == EntityKind::organization) join_company(f);
  }
  write();
}

}  // namespace

char sex_of_name(std::string_view name, const Gazetteer& gazetteer) {
  const auto words = words_of_name(name);
  if (words.size() < 2) return '?';
  NameHash hash;
  hash.add(words.front());
  const std::uint16_t facts = gazetteer.facts(hash.value());
  const bool man = facts & forename_of_men;
  const bool woman = facts & forename_of_women;
  if (man == woman) return '?';
  return man ? 'm' : 'w';
}

void group_names(std::string_view text, const Dissection& dissection, const NameLists& lists,
                 const Gazetteer& gazetteer, Names& names) {
  Grouper(text, dissection, lists, gazetteer, names).group();
}

}  // namespace hearsay
