// A story written down by hand, so that what is measured hangs neither on grammar nor on trained models.
//
// One claim a line: "outlet: speaker > who told him: the words". The chain stands as the account prints it, the
// outermost reporter first and the one who knows last; "-" stands for an outlet's own voice. A "?" before the outlet
// marks a claim that does not surely belong to its point; "(denies)" and the like before the words give the stance.
#pragma once

#include "identify/identify.h"
#include "measure/evidence/story_context.h"
#include "measure/origins/origins.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {

class HandStory {
 public:
  explicit HandStory(const std::string& lines) {
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) add(line);
    }
  }

  // Gives a name of the story its kind; names without one are phrases ("the harbour office").
  HandStory& is(const std::string& name, EntityKind kind) {
    Entity entity;
    entity.kind = kind;
    entity.name = name;
    entities_.all.push_back(entity);
    return *this;
  }
  HandStory& speaks_for(const std::string& person, const std::string& body, std::string why) {
    affiliations_.push_back({entity(person), entity(body), std::move(why)});
    return *this;
  }
  HandStory& copies(const std::string& from, const std::string& to, CopyKind kind, std::string why) {
    Copy copy;
    copy.from = article_of(from);
    copy.to = article_of(to);
    copy.kind = kind;
    copy.why = std::move(why);
    copies_.push_back(std::move(copy));
    return *this;
  }

  // The claims with their origins, traced anew.
  const std::vector<Claim>& claims() {
    link();
    return claims_;
  }
  const std::vector<Origin>& origins() {
    link();
    return origins_;
  }
  const std::vector<bool>& sure() const { return sure_; }
  std::vector<std::size_t> all() const {
    std::vector<std::size_t> numbers(claims_.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
    return numbers;
  }

  // Valid as long as the story, which must not change any more.
  Evidence evidence() {
    link();
    names_ = std::make_unique<StoryNames>(
        StoryNames{entities_, affiliations_, {}, PlaceRelations(articles_, marks_, entities_), {}});
    matched_ = MatchedClaims();
    for (std::size_t i = 0; i < claims_.size(); ++i)
      matched_.claims.push_back({claims_[i], {claims_[i].span, heads_[i], std::nullopt}});
    matched_.profiles.resize(claims_.size());
    matched_.placed.assign(claims_.size(), false);
    if (!claims_.empty()) matched_.points = {all()};
    const auto no_partners = std::make_shared<const WordPartners>(std::vector<std::vector<float>>());
    std::map<std::string, std::uint32_t> numbers;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      matched_.profiles[i].claim = &matched_.claims[i].claim;
      matched_.profiles[i].article = claims_[i].article;
      matched_.profiles[i].partners = no_partners;
      note_words(i, numbers, matched_.profiles[i]);
    }
    static const LikenessModel likeness;
    static const DeedWords deeds;
    deeds_.assign(claims_.size(), std::nullopt);
    return {{articles_, marks_, copies_, *names_, matched_, likeness, deeds}, claims_, deeds_, origins_};
  }

 private:
  // Each word weighs the same.
  void note_words(std::size_t claim, std::map<std::string, std::uint32_t>& numbers, ClaimProfile& profile) const {
    std::istringstream in(std::string(words_at(articles_[claims_[claim].article].text, claims_[claim].span)));
    for (std::string word; in >> word;) {
      const auto number = numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
      profile.words.emplace_back(number, 1.0F);
    }
    std::sort(profile.words.begin(), profile.words.end());
    profile.words.erase(std::unique(profile.words.begin(), profile.words.end()), profile.words.end());
    profile.mass = std::sqrt(static_cast<float>(profile.words.size()));
    for (auto& [word, weight] : profile.words) weight /= profile.mass;
    profile.tokens = static_cast<std::uint16_t>(profile.words.size());
    profile.sentence = std::make_shared<const WordWeights>(profile.words);
  }

  static std::string trim(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
  }

  void add(const std::string& line) {
    const std::size_t colon = line.find(": ");
    const std::size_t second = colon == std::string::npos ? colon : line.find(": ", colon + 2);
    if (second == std::string::npos) throw std::invalid_argument("not \"outlet: chain: words\": " + line);
    std::string outlet = trim(line.substr(0, colon));
    sure_.push_back(!outlet.starts_with('?'));
    if (!sure_.back()) outlet.erase(0, 1);
    Claim claim;
    claim.article = article_called(outlet);
    std::istringstream chain(line.substr(colon + 2, second - colon - 2));
    for (std::string name; std::getline(chain, name, '>');) {
      if (trim(name) != "-") claim.sources.push_back({trim(name), std::nullopt, {}});
    }
    std::string words = trim(line.substr(second + 2));
    if (words.starts_with('(')) {
      const std::size_t end = words.find(") ");
      claim.stance = stance_called(words.substr(1, end - 1));
      words.erase(0, end + 2);
    }
    std::string& text = articles_[claim.article].text;
    claim.span = {text.size(), text.size() + words.size()};
    text += words + "\n";
    // One word stands for the claim's whole grammar: a predicate that nothing hangs on.
    Token predicate;
    predicate.span = claim.span;
    predicate.lemma = words;
    heads_.push_back(static_cast<std::uint32_t>(marks_[claim.article].dissection.tokens.size()));
    marks_[claim.article].dissection.tokens.push_back(std::move(predicate));
    claims_.push_back(std::move(claim));
  }

  static Stance stance_called(const std::string& name) {
    for (const Stance stance :
         {Stance::asserts, Stance::confirms, Stance::denies, Stance::estimates, Stance::hedges, Stance::declines}) {
      if (to_text(stance) == name) return stance;
    }
    throw std::invalid_argument("no stance is called " + name);
  }

  std::size_t article_called(const std::string& outlet) {
    const auto same = [&](const Article& article) { return article.outlet == outlet; };
    const auto found = std::find_if(articles_.begin(), articles_.end(), same);
    if (found != articles_.end()) return static_cast<std::size_t>(found - articles_.begin());
    Article article;
    article.id = outlet;
    article.outlet = outlet;
    articles_.push_back(std::move(article));
    marks_.emplace_back();
    return articles_.size() - 1;
  }

  std::size_t article_of(const std::string& outlet) const {
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      if (articles_[a].outlet == outlet) return a;
    }
    throw std::invalid_argument("no report of " + outlet);
  }

  std::size_t entity(const std::string& name) const {
    for (std::size_t e = 0; e < entities_.all.size(); ++e) {
      if (entities_.all[e].name == name) return e;
    }
    throw std::invalid_argument("no name " + name);
  }

  void link() {
    entities_.of_named.resize(articles_.size());
    for (Claim& claim : claims_) {
      for (Source& source : claim.sources) {
        for (std::size_t e = 0; e < entities_.all.size(); ++e) {
          if (entities_.all[e].name == source.name) source.entity = e;
        }
      }
    }
    origins_ = trace_origins(articles_, entities_.all, claims_);
  }

  std::vector<Article> articles_;
  std::vector<Marks> marks_;
  std::vector<Copy> copies_;
  std::vector<Claim> claims_;
  std::vector<std::uint32_t> heads_;
  std::vector<bool> sure_;
  Entities entities_;
  std::vector<Affiliation> affiliations_;
  std::vector<Origin> origins_;
  std::vector<std::optional<Deed>> deeds_;
  std::unique_ptr<StoryNames> names_;
  MatchedClaims matched_;
};

}  // namespace hearsay
