// Counting origins, not outlets. Named speakers and bodies are counted each once, who speaks for a body with the body;
// unnamed ones may be any of the others, and are two at the most: "officials" here and "a source" there seldom are
// many. An outlet that names nobody, where others name somebody, is taken to repeat them; where nobody is named by any,
// it may have its own witness. So the bracket's lower end holds what the texts prove, the upper end what they allow.
#include "measure/origins/support.h"

#include "base/counted.h"
#include "base/folded_words.h"
#include "base/union_find.h"
#include "measure/origins/same_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

std::string outlet_of(const Article& article) { return article.outlet ? *article.outlet : article.id; }

// Articles and initials tell nothing.
std::set<std::string> words_of_name(std::string_view name) {
  constexpr std::size_t shortest = 3;
  std::set<std::string> words = folded_words(name);
  std::erase_if(words, [](const std::string& word) { return word.size() < shortest; });
  return words;
}

// Does one name hold more than half of the words of the other: "Holm" and "ADA Holm", "Torvik Lines" and "a Torvik
// Lines spokesman"? They need not be one, but two origins are not proven by them.
bool may_be_one_by_name(std::string_view a, std::string_view b) {
  const std::set<std::string> x = words_of_name(a);
  const std::set<std::string> y = words_of_name(b);
  const std::size_t shared = count_shared(x, y);
  return shared > 0 && 2 * shared > std::min(x.size(), y.size());
}

// Some of many things, in sets of those that are the same.
class Joined {
 public:
  // The things' numbers, in order.
  explicit Joined(std::vector<std::size_t> things) : things_(std::move(things)), sets_(things_.size()) {}

  // False when they were one already, or when one of them is not among the things.
  bool join(std::size_t a, std::size_t b) {
    const auto first = place_of(a), second = place_of(b);
    return first && second && sets_.join(*first, *second);
  }

  std::size_t count() const { return sets_.sets(); }

 private:
  std::optional<std::size_t> place_of(std::size_t thing) const {
    const auto found = std::lower_bound(things_.begin(), things_.end(), thing);
    if (found == things_.end() || *found != thing) return std::nullopt;
    return static_cast<std::size_t>(found - things_.begin());
  }

  std::vector<std::size_t> things_;
  UnionFind sets_;
};

// Articles that share text count as one newsroom at the least.
std::size_t newsrooms_at_least(const std::set<std::size_t>& articles, const std::set<std::size_t>& copies,
                               std::span<const Copy> all) {
  Joined newsrooms({articles.begin(), articles.end()});
  for (const std::size_t number : copies) {
    const Copy& copy = all[number];
    if (copy.kind == CopyKind::common_source || copy.kind == CopyKind::translation) continue;
    newsrooms.join(copy.from, copy.to);
  }
  return newsrooms.count();
}

// The copies that lie among some articles, in order.
std::set<std::size_t> copies_among(const std::set<std::size_t>& articles, const Evidence& evidence) {
  std::set<std::size_t> numbers;
  for (const std::size_t article : articles) {
    for (const std::size_t c : evidence.copies_of[article]) {
      if (articles.contains(evidence.copies[c].from) && articles.contains(evidence.copies[c].to)) numbers.insert(c);
    }
  }
  return numbers;
}

Bracket count_reporters(const std::set<std::size_t>& articles, const Evidence& evidence) {
  const std::span<const Article> all = evidence.articles;
  std::set<std::string> outlets;
  for (const std::size_t a : articles) outlets.insert(outlet_of(all[a]));
  const std::set<std::size_t> copies = copies_among(articles, evidence);
  const std::size_t at_least = newsrooms_at_least(articles, copies, evidence.copies);
  Bracket bracket{std::min(at_least, outlets.size()), outlets.size(), {}};
  if (outlets.size() < articles.size()) {
    bracket.why.push_back(fmt::format("{} in {}", counted(articles.size(), "article", "articles"),
                                      counted(outlets.size(), "newsroom", "newsrooms")));
  }
  for (const std::size_t number : copies) {
    const Copy& copy = evidence.copies[number];
    bracket.why.push_back(fmt::format("{} and {}: {}", outlet_of(all[copy.from]), outlet_of(all[copy.to]), copy.why));
  }
  return bracket;
}

class Weigher {
 public:
  Weigher(std::span<const std::size_t> point, const std::vector<bool>& sure,
          std::span<const Disagreement> disagreements, const Evidence& evidence)
      : point_(point), sure_(sure), disagreements_(disagreements), evidence_(evidence) {}

  Support weigh() {
    for (std::size_t i = 0; i < point_.size(); ++i) {
      sort_in(evidence_.claims[point_[i]]);
      if (sure_[i]) surely_told_.insert(evidence_.claims[point_[i]].origin);
    }
    for (const auto& [origin, articles] : named_) {
      spoken_.insert(articles.begin(), articles.end());
      if (const auto entity = evidence_.origins[origin].entity) named_entities_.emplace(*entity, origin);
    }
    for (const auto& [origin, articles] : unnamed_) spoken_.insert(articles.begin(), articles.end());
    find_same_words();
    Support support;
    for (const auto* part : {&named_, &unnamed_, &outlets_}) {
      for (const auto& [origin, articles] : *part) support.origins.push_back(origin);
    }
    support.bracket = bracket();
    support.reporters = count_reporters(articles_, evidence_);
    return support;
  }

 private:
  using Telling = std::map<std::size_t, std::set<std::size_t>>;  // an origin and the articles that tell it

  void sort_in(const Claim& claim) {
    articles_.insert(claim.article);
    const OriginKind kind = evidence_.origins[claim.origin].kind;
    const bool unnamed = kind == OriginKind::unnamed || kind == OriginKind::document;
    Telling& part = kind == OriginKind::outlet ? outlets_ : unnamed ? unnamed_ : named_;
    part[claim.origin].insert(claim.article);
  }

  Bracket bracket() {
    Bracket bracket;
    for (const auto& [origin, articles] : named_) {
      if (articles.size() < 2) continue;
      bracket.why.push_back(fmt::format("same speaker: {} in {}", evidence_.origins[origin].name,
                                        counted(articles.size(), "article", "articles")));
    }
    bracket.min = std::max<std::size_t>(bodies_at_least(bracket), named_.empty() && unnamed_.empty() ? 0 : 1);
    const std::size_t unnamed = join_unnamed(bracket);
    const std::size_t told = bodies_at_most() + unnamed;
    if (bracket.min < told && unnamed > 0)
      bracket.why.push_back(
          fmt::format("{} may be one of the others", counted(unnamed, "unnamed source", "unnamed sources")));
    const std::size_t all = told + count_own_voice(bracket);
    bracket.max = std::min(all, bracket.min + 1);
    if (all > bracket.max) bracket.why.push_back("all that is in doubt counts as one more at most");
    return bracket;
  }

  std::size_t bodies_at_most() const {
    std::vector<std::size_t> origins;
    for (const auto& [origin, articles] : named_) origins.push_back(origin);
    Joined bodies(std::move(origins));
    join_affiliated(bodies);
    join_same_words(bodies);
    return bodies.count();
  }

  // Those whose words are surely on the point.
  std::size_t bodies_at_least(Bracket& bracket) const {
    std::vector<std::size_t> origins;
    for (const auto& [origin, articles] : named_) {
      const std::string& name = evidence_.origins[origin].name;
      if (evidence_.media.contains(name) && named_.size() > 1) {
        bracket.why.push_back(fmt::format("{} gathers what others know, perhaps from them", name));
      } else if (surely_told_.contains(origin)) {
        origins.push_back(origin);
      } else {
        bracket.why.push_back(fmt::format("{}: this statement may concern something else", name));
      }
    }
    Joined bodies(origins);
    for (std::string& why : join_affiliated(bodies)) bracket.why.push_back(std::move(why));
    for (std::string& why : join_same_words(bodies)) bracket.why.push_back(std::move(why));
    for (std::size_t i = 0; i < origins.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const std::string& one = evidence_.origins[origins[j]].name;
        const std::string& other = evidence_.origins[origins[i]].name;
        if (may_be_one_by_name(one, other) && bodies.join(origins[i], origins[j]))
          bracket.why.push_back(fmt::format("{} and {} may be one, by their names", one, other));
        if (stand_side_by_side(origins[i], origins[j]) && bodies.join(origins[i], origins[j]))
          bracket.why.push_back(fmt::format("{} and {} stand side by side: one may speak for the other", one, other));
      }
    }
    return bodies.count();
  }

  // Independence is not proven where a report names the two in one breath, unless they differ.
  bool stand_side_by_side(std::size_t a, std::size_t b) const {
    if (differs(a) && differs(b)) return false;
    const auto& x = evidence_.origins[a].entity;
    const auto& y = evidence_.origins[b].entity;
    return x && y && evidence_.names.neighbours.contains(std::minmax(*x, *y));
  }

  // Makes one of each body and who speaks for it, and says of each pair why.
  std::vector<std::string> join_affiliated(Joined& bodies) const {
    std::vector<std::string> why;
    std::set<std::size_t> numbers;
    for (const auto& [entity, origin] : named_entities_) {
      const auto& own = evidence_.affiliations_of[entity];
      numbers.insert(own.begin(), own.end());
    }
    for (const std::size_t number : numbers) {
      const Affiliation& affiliation = evidence_.names.affiliations[number];
      const auto person = origin_of(affiliation.person);
      const auto body = origin_of(affiliation.body);
      if (!person || !body || !bodies.join(*person, *body)) continue;
      why.push_back(fmt::format("{} speaks for {}: {}", evidence_.origins[*person].name, evidence_.origins[*body].name,
                                affiliation.why));
    }
    return why;
  }

  // One statement that one report gives to a minister and another to his ministry is one origin: nobody says a thing in
  // another's very words, but for the few in which the dead are counted. Of a point of very many claims the first are
  // compared.
  void find_same_words() {
    constexpr std::size_t most_looked_at = 60;
    constexpr std::size_t least_words = 5;
    constexpr std::size_t least_words_of_a_count = 8;
    const std::size_t count = std::min(point_.size(), most_looked_at);
    std::vector<std::vector<std::string>> words(count);
    for (std::size_t i = 0; i < count; ++i) {
      words[i] = words_to_compare(evidence_.words_of(point_[i], evidence_.claims[point_[i]].span));
      for (std::size_t j = 0; j < i; ++j) {
        const Claim& a = evidence_.claims[point_[j]];
        const Claim& b = evidence_.claims[point_[i]];
        if (a.article == b.article || a.origin == b.origin || outlets_.contains(a.origin) ||
            outlets_.contains(b.origin))
          continue;
        if (same_words_.contains(std::minmax(a.origin, b.origin)) || differs(a.origin) || differs(b.origin)) continue;
        const bool counts = !a.values.empty() || !b.values.empty();
        if (in_the_same_words(words[j], words[i], counts ? least_words_of_a_count : least_words))
          same_words_.insert(std::minmax(a.origin, b.origin));
      }
    }
  }

  // Does an origin take part in a difference over the thing itself? Then it has said more than the shared words.
  bool differs(std::size_t origin) const {
    return std::any_of(disagreements_.begin(), disagreements_.end(), [&](const Disagreement& d) {
      return d.kind != DisagreementKind::wording &&
             std::any_of(d.claims.begin(), d.claims.end(),
                         [&](std::size_t claim) { return evidence_.claims[claim].origin == origin; });
    });
  }

  std::string same_words(std::size_t a, std::size_t b) const {
    return fmt::format("{} and {}: one statement, by its words", evidence_.origins[a].name, evidence_.origins[b].name);
  }

  std::vector<std::string> join_same_words(Joined& bodies) const {
    std::vector<std::string> why;
    for (const auto& [a, b] : same_words_) {
      if (bodies.join(a, b)) why.push_back(same_words(a, b));
    }
    return why;
  }

  // How many unnamed sources are left when those are taken off whose words a named one says too, or another of them.
  std::size_t join_unnamed(Bracket& bracket) const {
    std::set<std::size_t> joined;
    for (const auto& [a, b] : same_words_) {
      const bool unnamed = unnamed_.contains(b);
      if (!unnamed && !unnamed_.contains(a)) continue;
      if (joined.insert(unnamed ? b : a).second) bracket.why.push_back(same_words(a, b));
    }
    return unnamed_.size() - joined.size();
  }

  std::optional<std::size_t> origin_of(std::size_t entity) const {
    const auto found = named_entities_.find(entity);
    return found == named_entities_.end() ? std::nullopt : std::optional(found->second);
  }

  // Articles that name nobody for it repeat one that others name, or know it from somebody else: one more at the most.
  // A copy of an article that names somebody has nothing of its own.
  std::size_t count_own_voice(Bracket& bracket) const {
    std::size_t silent = 0;
    std::size_t copied = 0;
    for (const auto& [origin, articles] : outlets_) {
      for (const std::size_t article : articles) {
        if (spoken_.contains(article)) continue;
        ++silent;
        copied += is_copy_of_one_that_speaks(article);
      }
    }
    if (silent == 0) return 0;
    const char* const doubt = spoken_.empty()    ? "own knowledge or repeated, cannot tell"
                              : copied == silent ? "copied from one that does"
                                                 : "may repeat the others or have another source";
    bracket.why.push_back(
        fmt::format("{} nobody for it: {}", counted(silent, "article names", "articles name"), doubt));
    return copied == silent ? 0 : 1;
  }

  bool is_copy_of_one_that_speaks(std::size_t article) const {
    const auto& own = evidence_.copies_of[article];
    return std::any_of(own.begin(), own.end(), [&](std::size_t number) {
      const Copy& copy = evidence_.copies[number];
      return (copy.from == article && spoken_.contains(copy.to)) || (copy.to == article && spoken_.contains(copy.from));
    });
  }

  std::span<const std::size_t> point_;
  const std::vector<bool>& sure_;
  std::span<const Disagreement> disagreements_;
  const Evidence& evidence_;
  std::set<std::size_t> articles_;
  std::set<std::size_t> spoken_;                              // articles that name somebody
  std::set<std::pair<std::size_t, std::size_t>> same_words_;  // origins, the smaller first, that share a statement
  std::set<std::size_t> surely_told_;                         // origins of claims that surely belong to the point
  std::map<std::size_t, std::size_t> named_entities_;         // to the first origin that is one
  Telling named_;
  Telling unnamed_;
  Telling outlets_;
};

}  // namespace

Support weigh_support(std::span<const std::size_t> point, const std::vector<bool>& sure,
                      std::span<const Disagreement> disagreements, const Evidence& evidence) {
  return Weigher(point, sure, disagreements, evidence).weigh();
}

}  // namespace hearsay
