// Claims are the same by article and words, points by the claims they share: numbers and addresses of an account hold
// in it alone, and a point may be headed by other words than before. A claim whose words are new and that is but for
// its numbers and days one of before in the same article (whose text was changed) leads to that one's point too.
#include "narrate/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace hearsay {

namespace {

// An article's id and the words that stand in it.
using Words = std::pair<std::string, std::string>;

std::string words_of(const Account& account, std::size_t article, Span span) {
  return account.articles[article].text.substr(span.begin, span.end - span.begin);
}

Words words_of(const Account& account, const Claim& claim) {
  return {account.articles[claim.article].id, words_of(account, claim.article, claim.span)};
}

// The words with each number and day left out.
Words shape_of(const Account& account, const Claim& claim) {
  Words shape = words_of(account, claim);
  std::vector<Span> left_out;
  for (const Value& value : claim.values)
    if (!std::holds_alternative<PlaceValue>(value.what) && claim.span.contains(value.span))
      left_out.push_back(value.span);
  std::sort(left_out.begin(), left_out.end());
  std::string kept;
  std::size_t at = claim.span.begin;
  for (const Span span : left_out) {
    if (span.begin < at) continue;  // stands in the one before
    kept += words_of(account, claim.article, {at, span.begin});
    kept += '\1';
    at = span.end;
  }
  shape.second = kept + words_of(account, claim.article, {at, claim.span.end});
  return shape;
}

std::string in_words(const Bracket& bracket) {
  return bracket.min == bracket.max ? std::to_string(bracket.min) : fmt::format("{} to {}", bracket.min, bracket.max);
}

bool is_about_same(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return !a || !b || *a == *b;
}

// Do two values answer one question? How many of what, or which day.
bool are_alike(const Value& a, const Value& b) {
  if (a.what.index() != b.what.index()) return false;
  const auto* one = std::get_if<QuantityValue>(&a.what);
  const auto* other = std::get_if<QuantityValue>(&b.what);
  if (one != nullptr) return one->unit == other->unit && is_about_same(one->of, other->of);
  return std::holds_alternative<DateValue>(a.what);
}

bool are_equal(const Value& a, const Value& b) {
  if (const auto* one = std::get_if<QuantityValue>(&a.what)) {
    const auto& other = std::get<QuantityValue>(b.what);
    return one->low == other.low && one->high == other.high;
  }
  const auto& one = std::get<DateValue>(a.what);
  const auto& other = std::get<DateValue>(b.what);
  return one.from == other.from && one.to == other.to;
}

class Comparison {
 public:
  Comparison(const Account& before, const Account& after) : before_(before), after_(after) {
    for (std::size_t i = 0; i < before.claims.size(); ++i) {
      known_.emplace(words_of(before, before.claims[i]), i);
      shapes_.emplace(shape_of(before, before.claims[i]), i);
    }
    for (const Claim& claim : after.claims) {
      const auto found = known_.find(words_of(after, claim));
      is_new_.push_back(found == known_.end());
      const auto like = is_new_.back() ? shapes_.find(shape_of(after, claim)) : found;
      was_.push_back(like == (is_new_.back() ? shapes_ : known_).end() ? std::nullopt : std::optional(like->second));
    }
    find_points_of_before();
  }

  std::vector<AccountChange> find() {
    for (std::size_t point = 0; point < after_.points.size(); ++point) {
      if (same_[point])
        compare(before_.points[*same_[point]], point);
      else if (std::all_of(after_.points[point].claims.begin(), after_.points[point].claims.end(),
                           [&](std::size_t claim) { return !was_[claim]; }))
        tell(AccountChangeKind::new_point, point, after_.points[point].representative, "", "");
    }
    compare_corrections();
    return std::move(changes_);
  }

 private:
  // For each point the one of before that shares most words with it, where no other point shares more with that one.
  void find_points_of_before() {
    std::vector<std::pair<std::size_t, std::size_t>> best(before_.points.size());  // how many are shared, by which + 1
    std::vector<std::optional<std::size_t>> nearest(after_.points.size());
    for (std::size_t point = 0; point < after_.points.size(); ++point) {
      std::map<std::size_t, std::size_t> shared;
      for (const std::size_t claim : after_.points[point].claims)
        if (was_[claim]) ++shared[before_.claims[*was_[claim]].point];
      std::size_t most = 0;
      for (const auto& [old, count] : shared)
        if (count > most) {
          most = count;
          nearest[point] = old;
        }
      if (nearest[point] && most > best[*nearest[point]].first) best[*nearest[point]] = {most, point + 1};
    }
    same_.resize(after_.points.size());
    for (std::size_t point = 0; point < after_.points.size(); ++point)
      if (nearest[point] && best[*nearest[point]].second == point + 1) same_[point] = nearest[point];
  }

  void compare(const Point& old, std::size_t number) {
    const Point& now = after_.points[number];
    std::vector<std::size_t> arrived;
    std::copy_if(now.claims.begin(), now.claims.end(), std::back_inserter(arrived),
                 [&](std::size_t claim) { return is_new_[claim]; });
    if (!arrived.empty() && (now.origins.min > old.origins.min || now.origins.max > old.origins.max))
      tell(AccountChangeKind::new_origin, number, arrived.front(), in_words(old.origins), in_words(now.origins));
    if (now.standing != old.standing)
      tell(AccountChangeKind::standing, number, now.representative, std::string(to_text(old.standing)),
           std::string(to_text(now.standing)));
    for (const std::size_t claim : arrived) compare_values(old, number, claim);
    const auto denies = [](const Claim& claim) { return claim.stance == Stance::denies; };
    const bool denied = std::any_of(old.claims.begin(), old.claims.end(),
                                    [&](std::size_t claim) { return denies(before_.claims[claim]); });
    const auto denial =
        std::find_if(arrived.begin(), arrived.end(), [&](std::size_t claim) { return denies(after_.claims[claim]); });
    if (!denied && denial != arrived.end()) tell(AccountChangeKind::denial, number, *denial, "", "");
  }

  // One change for each value that no claim of the old point has, where some have one like it.
  void compare_values(const Point& old, std::size_t number, std::size_t claim) {
    const Claim& now = after_.claims[claim];
    for (const Value& value : now.values) {
      if (std::holds_alternative<PlaceValue>(value.what)) continue;
      std::optional<std::string> last;
      bool had = false;
      for (const std::size_t other : old.claims) {
        const Claim& then = before_.claims[other];
        for (const Value& one : then.values) {
          if (!are_alike(one, value)) continue;
          had |= are_equal(one, value);
          last = words_of(before_, then.article, one.span);
        }
      }
      if (had || !last) continue;
      const std::string words = words_of(after_, now.article, value.span);
      const bool told = std::any_of(changes_.begin(), changes_.end(), [&](const AccountChange& change) {
        return change.kind == AccountChangeKind::value && change.point == number && change.after == words;
      });
      if (!told) tell(AccountChangeKind::value, number, claim, *last, words);
    }
  }

  void compare_corrections() {
    for (const CorrectionOutcome& now : after_.corrections) {
      const bool applied = std::any_of(before_.corrections.begin(), before_.corrections.end(),
                                       [&](const auto& then) { return then.text == now.text && then.applied; });
      if (applied && !now.applied)
        changes_.push_back({AccountChangeKind::unfit_correction, std::nullopt, std::nullopt, now.text, now.why});
    }
  }

  void tell(AccountChangeKind kind, std::size_t point, std::size_t claim, std::string before, std::string after) {
    changes_.push_back({kind, point, claim, std::move(before), std::move(after)});
  }

  const Account& before_;
  const Account& after_;
  std::map<Words, std::size_t> known_;            // of the claims of before, the first with these words
  std::map<Words, std::size_t> shapes_;           // and the first of this shape
  std::vector<std::optional<std::size_t>> was_;   // of each claim: the one of before that it is or leads to
  std::vector<bool> is_new_;                      // of each claim: its words did not stand in the account before
  std::vector<std::optional<std::size_t>> same_;  // of each point: the one of before that it is
  std::vector<AccountChange> changes_;
};

}  // namespace

std::string_view to_text(AccountChangeKind kind) {
  static constexpr std::string_view names[] = {"new-story", "new-point", "new-origin",      "standing",
                                               "value",     "denial",    "unfit-correction"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<AccountChange> find_account_changes(const Account& before, const Account& after) {
  if (before.articles.empty())
    return {{AccountChangeKind::new_story, std::nullopt,
             after.points.empty() ? std::nullopt : std::optional(after.points.front().representative), "", ""}};
  return Comparison(before, after).find();
}

}  // namespace hearsay
