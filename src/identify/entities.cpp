// Joins names across a story's articles by evidence that can be shown: same letters, an abbreviation that an article
// introduces, a short form with one full form in the story. A surname that two people share joins nothing.
#include "identify/entities.h"

#include "base/folding.h"
#include "base/union_find.h"
#include "identify/entity_naming.h"
#include "identify/name_match.h"
#include "identify/story_spellings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr std::size_t most_forms_of_a_block = 200;  // more names than this begin alike by chance

// One spelling of one kind, wherever it stands.
struct Form {
  std::string name;
  std::string folded;
  EntityKind kind = EntityKind::other;
  std::size_t mentions = 0;
};

// Sets of forms that name one thing, except those that a reader keeps apart.
class Unions {
 public:
  explicit Unions(std::size_t count) : sets_(count) {}

  std::size_t root(std::size_t i) { return sets_.leader(i); }

  // False when they are one already, or when a reader keeps them apart.
  bool join(std::size_t a, std::size_t b) { return !kept_apart(a, b) && sets_.join(a, b); }

  void keep_apart(std::size_t a, std::size_t b) { apart_.push_back({a, b}); }

  bool kept_apart(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
      const std::size_t x = root(pair.first);
      const std::size_t y = root(pair.second);
      return (x == a && y == b) || (x == b && y == a);
    });
  }

 private:
  UnionFind sets_;
  std::vector<std::pair<std::size_t, std::size_t>> apart_;
};

class Joiner {
 public:
  Joiner(std::span<const Article> articles, std::span<const Marks> marks, std::span<const NameRule> rules)
      : articles_(articles), marks_(marks), rules_(rules) {}

  Entities join() {
    collect();
    Unions unions(forms_.size());
    std::vector<std::string> unfit = follow_rules(unions);
    join_within_articles(unions);
    join_spellings(unions);
    join_short_forms(unions);
    Entities entities = gather(unions);
    entities.unfit_rules = std::move(unfit);
    return entities;
  }

 private:
  // The forms of a name, of whatever kind: by the whole form or, where that is no form by itself, as a variant of one.
  std::vector<std::size_t> forms_called(const std::string& name) const {
    const std::string folded = fold(name);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].folded == folded) found.push_back(i);
    }
    if (!found.empty()) return found;
    for (std::size_t a = 0; a < marks_.size(); ++a) {
      const auto& named = marks_[a].names.named;
      for (std::size_t n = 0; n < named.size(); ++n) {
        const auto& variants = named[n].variants;
        if (std::any_of(variants.begin(), variants.end(), [&](const auto& v) { return fold(v) == folded; }))
          found.push_back(of_named_[a][n]);
      }
    }
    return found;
  }

  // First what is to be kept apart, so that it holds for everything after. For each rule why it does not fit.
  std::vector<std::string> follow_rules(Unions& unions) {
    std::vector<std::string> unfit(rules_.size());
    for (const bool one : {false, true}) {
      for (std::size_t i = 0; i < rules_.size(); ++i) {
        if (rules_[i].one == one) unfit[i] = follow(rules_[i], unions);
      }
    }
    return unfit;
  }

  std::string follow(const NameRule& rule, Unions& unions) {
    const auto a = forms_called(rule.a);
    const auto b = forms_called(rule.b);
    if (a.empty() || b.empty()) return "no name is spelled \"" + (a.empty() ? rule.a : rule.b) + "\"";
    for (const std::size_t x : a) {
      for (const std::size_t y : b) {
        if (!rule.one && unions.root(x) == unions.root(y)) return "the two are spelled alike";
        if (!rule.one) unions.keep_apart(x, y);
        if (rule.one && unions.kept_apart(x, y)) return "another line says that they are two";
        if (rule.one && unions.join(x, y)) because(x, "a correction says so");
      }
    }
    return {};
  }

  std::size_t form(const std::string& name, EntityKind kind) {
    const auto key = std::make_pair(fold(name), kind);
    const auto [found, is_new] = number_of_.try_emplace(key, forms_.size());
    if (is_new) forms_.push_back({name, key.first, kind, 0});
    return found->second;
  }

  // Mentions are counted by form, and each named thing of an article leads to the form of its fullest name.
  void collect() {
    of_named_.resize(marks_.size());
    for (const Marks& marks : marks_) {
      for (const Named& named : marks.names.named) known_.insert(fold(named.name));
    }
    for (std::size_t a = 0; a < marks_.size(); ++a) {
      for (const Named& named : marks_[a].names.named) of_named_[a].push_back(form(name_of(named, known_), named.kind));
      for (const Mention& mention : marks_[a].names.mentions) ++forms_[of_named_[a][mention.named]].mentions;
    }
  }

  // A named thing's fullest name; of "Blue Front Ada Holm", where the story knows a "Blue Front" and the article also
  // writes "Ada Holm", only the latter: two names that stand side by side were caught as one.
  static std::string name_of(const Named& named, const std::set<std::string>& known) {
    const std::string full = fold(named.name);
    for (const std::string& variant : named.variants) {
      const std::string part = fold(variant);
      if (word_count(part) < 2 || part.size() + 1 >= full.size()) continue;
      const bool ends = full.ends_with(" " + part);
      const std::string rest = full.substr(0, full.size() - part.size() - 1);
      if (ends && word_count(rest) > 1 && known.contains(rest)) return variant;
    }
    return named.name;
  }

  // What an article itself says of a name (its variants, an abbreviation in brackets) holds for the story.
  void join_within_articles(Unions& unions) {
    for (const Marks& marks : marks_) {
      for (const Named& named : marks.names.named) {
        const std::size_t full = form(name_of(named, known_), named.kind);
        for (const std::string& variant : named.variants) {
          const auto other = number_of_.find({fold(variant), named.kind});
          if (other == number_of_.end() || other->second == full) continue;
          if (word_count(forms_[other->second].folded) == 1 && !is_abbreviation(variant)) continue;
          if (unions.join(full, other->second)) {
            because(full, "\"" + variant + "\" stands for \"" + named.name + "\" in one article");
          }
        }
      }
    }
  }

  // Names that share the beginning of a word, or its initials, are judged; a yes joins, a maybe is noted.
  void join_spellings(Unions& unions) {
    std::map<std::string, std::vector<std::size_t>> forms_by_block;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      for (const std::string& block : blocks_of(forms_[i])) forms_by_block[block].push_back(i);
    }
    std::set<std::pair<std::size_t, std::size_t>> judged;
    for (const auto& [block, forms] : forms_by_block) {
      if (forms.size() > most_forms_of_a_block) continue;
      for (std::size_t i = 0; i < forms.size(); ++i) {
        for (std::size_t j = i + 1; j < forms.size(); ++j) {
          if (judged.insert({forms[i], forms[j]}).second) judge(forms[i], forms[j], unions);
        }
      }
    }
  }

  // The first letters of each longer word without its vowels, so that romanisations meet, and the initials.
  static std::set<std::string> blocks_of(const Form& form) {
    std::set<std::string> blocks;
    std::istringstream words(form.folded);
    std::string initials;
    for (std::string word; words >> word;) {
      initials += word.front();
      std::string block(1, word.front());
      for (std::size_t i = 1; i < word.size() && block.size() < 3; ++i) {
        if (std::string_view("aeiouyhw").find(word[i]) == std::string_view::npos && word[i] != block.back())
          block += word[i];
      }
      if (word.size() > 2) blocks.insert(block);
    }
    if (initials.size() > 1) blocks.insert("=" + initials);
    if (is_abbreviation(form.name)) blocks.insert("=" + form.folded);
    return blocks;
  }

  void judge(std::size_t a, std::size_t b, Unions& unions) {
    const bool kinds_agree =
        forms_[a].kind == forms_[b].kind || forms_[a].kind == EntityKind::other || forms_[b].kind == EntityKind::other;
    if (!kinds_agree || unions.root(a) == unions.root(b)) return;
    // An abbreviation is short for a name only where an article says so: "the RMA" may be many things.
    if (is_abbreviation(forms_[a].name) != is_abbreviation(forms_[b].name)) return;
    const bool persons = forms_[a].kind == EntityKind::person && forms_[b].kind == EntityKind::person;
    if (persons && are_man_and_woman(forms_[a].folded, forms_[b].folded)) return;
    const bool one_word = word_count(forms_[a].folded) == 1 || word_count(forms_[b].folded) == 1;
    NameJudgement judgement = judge_names(forms_[a].name, forms_[b].name);
    // What is one by the table of places, or by its letters alone, needs no further look.
    const bool certain = judgement.score >= 0.95;
    const EntityKind kind = forms_[a].kind == EntityKind::other ? forms_[b].kind : forms_[a].kind;
    if (judgement.same == SameName::yes && !certain &&
        !can_be_one_in_a_story(forms_[a].folded, forms_[b].folded, kind)) {
      judgement.same = SameName::maybe;
    }
    if (judgement.same == SameName::yes) {
      if (unions.join(a, b)) because(a, "\"" + forms_[a].name + "\" and \"" + forms_[b].name + "\": " + judgement.why);
    } else if (judgement.same == SameName::maybe && !one_word) {
      maybe_.push_back({a, b, "\"" + forms_[a].name + "\" and \"" + forms_[b].name + "\": " + judgement.why});
    }
  }

  // A short form joins the one full form of its kind that ends (people) or begins (others) with it; two make it a
  // maybe.
  void join_short_forms(Unions& unions) {
    std::unordered_map<std::string, std::vector<std::size_t>> full_by_key;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (word_count(forms_[i].folded) < 2) continue;
      full_by_key[key_of(forms_[i])].push_back(i);
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (word_count(forms_[i].folded) != 1) continue;
      const auto found = full_by_key.find(forms_[i].folded);
      if (found == full_by_key.end()) continue;
      std::vector<std::size_t> roots;
      for (const std::size_t full : found->second) {
        if (forms_[full].kind == forms_[i].kind &&
            std::find(roots.begin(), roots.end(), unions.root(full)) == roots.end()) {
          roots.push_back(unions.root(full));
        }
      }
      if (roots.size() == 1 && forms_[i].kind == EntityKind::person) {
        if (unions.join(i, roots[0]))
          because(i, "\"" + forms_[roots[0]].name + "\" is the only full name in the story that ends in \"" +
                         forms_[i].name + "\"");
      } else {
        for (const std::size_t root : roots) {
          maybe_.push_back({i, root, "\"" + forms_[i].name + "\" may be short for \"" + forms_[root].name + "\""});
        }
      }
    }
  }

  std::string key_of(const Form& form) const {
    if (form.kind == EntityKind::person) return form.folded.substr(form.folded.rfind(' ') + 1);
    return form.folded.substr(0, form.folded.find(' '));
  }

  void because(std::size_t form, std::string why) { whys_.push_back({form, std::move(why)}); }

  Entities gather(Unions& unions) {
    Entities entities;
    std::vector<std::optional<std::size_t>> entity_of(forms_.size());
    entities.of_named.resize(marks_.size());
    for (std::size_t a = 0; a < marks_.size(); ++a) {
      const Names& names = marks_[a].names;
      for (std::size_t n = 0; n < names.named.size(); ++n) {
        auto& number = entity_of[unions.root(of_named_[a][n])];
        if (!number) {
          number = entities.all.size();
          entities.all.push_back({names.named[n].kind, {}, {}, {}, {}, {}});
        }
        entities.of_named[a].push_back(*number);
      }
      for (const Mention& mention : names.mentions) {
        entities.all[entities.of_named[a][mention.named]].mentions.push_back({a, mention.span});
      }
    }
    for (Entity& entity : entities.all) name(entity);
    for (const auto& [form, why] : whys_) {
      const auto number = entity_of[unions.root(form)];
      if (number) entities.all[*number].why += (entities.all[*number].why.empty() ? "" : "; ") + why;
    }
    for (const auto& [a, b, why] : maybe_) {
      const auto first = entity_of[unions.root(a)];
      const auto second = entity_of[unions.root(b)];
      if (first && second && *first != *second && !unions.kept_apart(a, b))
        entities.all[*first].maybe.push_back({*second, why});
    }
    return entities;
  }

  void name(Entity& entity) const {
    std::vector<Spelling> all;
    for (const EntityMention& mention : entity.mentions) {
      const std::string& text = articles_[mention.article].text;
      const std::string name(words_at(text, mention.span));
      auto found = std::find_if(all.begin(), all.end(), [&](const Spelling& s) { return s.name == name; });
      if (found == all.end()) found = all.insert(all.end(), {name, 0, false});
      ++found->mentions;
      found->outside_headlines = found->outside_headlines || !is_in_headline(text, mention.span);
    }
    if (all.empty()) return;
    entity.name = all[best_spelling(all, entity.kind)].name;
    for (const Spelling& spelling : all) {
      if (spelling.name != entity.name) entity.variants.push_back(spelling.name);
    }
  }

  struct Maybe {
    std::size_t a;
    std::size_t b;
    std::string why;
  };

  std::span<const Article> articles_;
  std::span<const Marks> marks_;
  std::set<std::string> known_;  // the fullest names of all articles, folded
  std::span<const NameRule> rules_;
  std::vector<Form> forms_;
  std::map<std::pair<std::string, EntityKind>, std::size_t> number_of_;
  std::vector<std::vector<std::size_t>> of_named_;
  std::vector<std::pair<std::size_t, std::string>> whys_;
  std::vector<Maybe> maybe_;
};

}  // namespace

Entities join_names(std::span<const Article> articles, std::span<const Marks> marks, std::span<const NameRule> rules) {
  return Joiner(articles, marks, rules).join();
}

}  // namespace hearsay
