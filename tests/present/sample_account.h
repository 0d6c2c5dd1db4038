// An account of examples/harbour-fire made by hand, so that what prints accounts is tested apart from what makes them.
#pragma once

#include "narrate/account.h"
#include "run/inputs/reading.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

class SampleAccount {
 public:
  explicit SampleAccount(std::vector<Article> articles) { account.articles = std::move(articles); }

  Span find(std::size_t article, std::string_view words, std::size_t from = 0) const {
    const std::size_t at = account.articles[article].text.find(words, from);
    EXPECT_NE(at, std::string::npos) << words;
    return at == std::string::npos ? Span{} : Span{at, at + words.size()};
  }

  std::size_t origin(std::string name, OriginKind kind, std::string why = "") {
    Origin made;
    made.name = std::move(name);
    made.kind = kind;
    made.why = std::move(why);
    account.origins.push_back(std::move(made));
    return account.origins.size() - 1;
  }

  // A claim at these words of an article; its speaker stands last in `sources`.
  Claim& claim(std::size_t article, std::string_view words, std::vector<std::string> sources, std::size_t origin,
               Stance stance = Stance::asserts) {
    Claim made;
    made.article = article;
    made.span = find(article, words);
    for (std::string& name : sources) made.sources.push_back({std::move(name), std::nullopt, made.span});
    made.stance = stance;
    made.origin = origin;
    made.point = account.points.size();
    account.claims.push_back(std::move(made));
    account.origins[origin].claims.push_back(account.claims.size() - 1);
    return account.claims.back();
  }

  void number(Claim& claim, std::string_view words, std::optional<double> low, std::optional<double> high,
              bool approximate = false, std::optional<std::string> unit = std::nullopt) {
    Value& value = claim.values.emplace_back();
    value.span = find(claim.article, words, claim.span.begin);
    auto& quantity = value.what.emplace<QuantityValue>();
    quantity.low = low;
    quantity.high = high;
    quantity.approximate = approximate;
    quantity.unit = std::move(unit);
  }

  void month(Claim& claim, std::string_view words, Day from, Day to) {
    Value& value = claim.values.emplace_back();
    value.span = find(claim.article, words, claim.span.begin);
    value.what.emplace<DateValue>(DateValue{from, to, to_iso(from).substr(0, 7)});
  }

  // Makes a point of all claims since the last one.
  Point& point(Standing standing, Bracket origins, Bracket reporters) {
    Point made;
    made.standing = standing;
    made.origins = std::move(origins);
    made.reporters = std::move(reporters);
    for (std::size_t i = 0; i < account.claims.size(); ++i) {
      if (account.claims[i].point != account.points.size()) continue;
      made.claims.push_back(i);
      const std::size_t origin = account.claims[i].origin;
      if (std::find(made.origin_ids.begin(), made.origin_ids.end(), origin) == made.origin_ids.end())
        made.origin_ids.push_back(origin);
    }
    made.representative = made.claims.front();
    account.points.push_back(std::move(made));
    return account.points.back();
  }

  Account account;
};

inline std::vector<Article> read_example(const std::string& name) {
  std::vector<Article> articles;
  read_articles(
      {source_folder() + "/examples/" + name}, [&](Article article) { articles.push_back(std::move(article)); },
      [](const Problem& problem) { ADD_FAILURE() << problem.where << ": " << problem.reason; });
  // The place of this checkout is nobody's business in what is printed.
  for (Article& article : articles) article.location = name + "/" + article.id;
  return articles;
}

Account sample_account();

}  // namespace hearsay
