// Answers are gathered from the claims' values: a claim gives at most one to each kind of difference.
#include "present/words/answers.h"

#include "itemise/values/values.h"

#include "present/words/phrases.h"

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

std::string last_word(std::string_view words) {
  const std::size_t space = words.find_last_of(" \n");
  return std::string(space == std::string_view::npos ? words : words.substr(space + 1));
}

// Two quantities are of one kind when this is equal: their unit, and the head noun of what they count.
std::string kind_of(const QuantityValue& quantity) {
  return quantity.unit.value_or("") + '\n' + (quantity.of ? last_word(*quantity.of) : std::string());
}

// The kind that most claims of the point have a value of; of several, the one that comes first in the text.
std::string commonest_kind(const Account& account, const std::vector<std::size_t>& claims) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const std::size_t claim : claims) {
    for (const Value& value : account.claims[claim].values) {
      const auto* quantity = std::get_if<QuantityValue>(&value.what);
      if (!quantity) continue;
      const std::string kind = kind_of(*quantity);
      const auto known =
          std::find_if(counts.begin(), counts.end(), [&](const auto& entry) { return entry.first == kind; });
      if (known == counts.end())
        counts.emplace_back(kind, 1);
      else
        ++known->second;
    }
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

// A claim's value that stands on the axis: the first of the common kind, else of the same unit, else the first number.
const Value* number_of(const Claim& claim, const std::string& kind) {
  const Value* found = nullptr;
  int best = -1;
  for (const Value& value : claim.values) {
    const auto* quantity = std::get_if<QuantityValue>(&value.what);
    if (!quantity || (!quantity->low && !quantity->high)) continue;
    const std::string own = kind_of(*quantity);
    const int rank = own == kind ? 2 : own.substr(0, own.find('\n')) == kind.substr(0, kind.find('\n')) ? 1 : 0;
    if (rank > best) {
      best = rank;
      found = &value;
    }
  }
  return found;
}

std::vector<std::size_t> claims_differing(const Point& point, DisagreementKind kind) {
  std::vector<std::size_t> claims;
  for (const Disagreement& difference : point.disagreements)
    if (difference.kind == kind) claims.insert(claims.end(), difference.claims.begin(), difference.claims.end());
  return claims;
}

bool same_answer(const Answer& a, const Answer& b) {
  return a.low == b.low && a.high == b.high && a.approximate == b.approximate &&
         (a.low || a.high || a.reading == b.reading);
}

void add(std::vector<Answer>& answers, Answer answer) {
  const auto known =
      std::find_if(answers.begin(), answers.end(), [&](const Answer& other) { return same_answer(other, answer); });
  if (known == answers.end())
    answers.push_back(std::move(answer));
  else
    known->claims.insert(known->claims.end(), answer.claims.begin(), answer.claims.end());
}

constexpr double day_in_minutes = 24 * 60;

std::optional<double> as_number(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return static_cast<double>(day->time_since_epoch().count());
}

std::optional<Answer> number_answer(const Account& account, std::size_t claim, const std::string& kind) {
  const Value* value = number_of(account.claims[claim], kind);
  if (!value) return std::nullopt;
  const auto& quantity = std::get<QuantityValue>(value->what);
  return Answer{quantity.low, quantity.high, quantity.approximate, value_phrase(*value, account), {claim}};
}

// A bare number may be anything.
bool is_counted(const QuantityValue& quantity) {
  return (quantity.low || quantity.high) && (quantity.unit || quantity.of);
}

// The first of a claim's quantities that counts what `common` counts.
const Value* figure_of(const Claim& claim, const QuantityValue& common) {
  for (const Value& value : claim.values) {
    const auto* quantity = std::get_if<QuantityValue>(&value.what);
    if (quantity && is_counted(*quantity) && count_one_thing(*quantity, common)) return &value;
  }
  return nullptr;
}

// The first quantity of the kind that most of the claims share.
const QuantityValue* common_quantity(const Account& account, const std::vector<std::size_t>& claims) {
  const std::string kind = commonest_kind(account, claims);
  for (const std::size_t claim : claims) {
    const Value* value = number_of(account.claims[claim], kind);
    if (value == nullptr) continue;
    const auto& quantity = std::get<QuantityValue>(value->what);
    if (kind_of(quantity) == kind && is_counted(quantity)) return &quantity;
  }
  return nullptr;
}

// Where claims differ, their figures and those that agree with one of them; elsewhere all that count one thing.
const Value* figure_given(const Account& account, std::size_t claim, const QuantityValue& common,
                          const std::vector<std::size_t>& differing) {
  const std::string kind = kind_of(common);
  if (std::find(differing.begin(), differing.end(), claim) != differing.end()) {
    const Value* const counted = figure_of(account.claims[claim], common);
    return counted != nullptr ? counted : number_of(account.claims[claim], kind);
  }
  const Value* const value = figure_of(account.claims[claim], common);
  if (value == nullptr || differing.empty()) return value;
  const bool known = std::any_of(differing.begin(), differing.end(), [&](std::size_t other) {
    const Value* const theirs = number_of(account.claims[other], kind);
    return theirs != nullptr &&
           same_bounds(std::get<QuantityValue>(theirs->what), std::get<QuantityValue>(value->what));
  });
  return known ? value : nullptr;
}

const Value* first_date(const Claim& claim) {
  for (const Value& value : claim.values) {
    const auto* date = std::get_if<DateValue>(&value.what);
    if (date && (date->from || date->to)) return &value;
  }
  return nullptr;
}

std::optional<Answer> day_answer(const Account& account, std::size_t claim) {
  const Value* value = first_date(account.claims[claim]);
  if (!value) return std::nullopt;
  const auto& date = std::get<DateValue>(value->what);
  Answer answer{as_number(date.from), as_number(date.to), false, value_phrase(*value, account), {claim}};
  if (const auto clock = clock_of(date); clock && answer.low)
    answer.high = *answer.low += clock->minutes / day_in_minutes;
  return answer;
}

std::optional<Answer> place_answer(const Account& account, std::size_t claim) {
  for (const Value& value : account.claims[claim].values)
    if (std::holds_alternative<PlaceValue>(value.what))
      return Answer{std::nullopt, std::nullopt, false, value_phrase(value, account), {claim}};
  return std::nullopt;
}

std::optional<Answer> answer_of(const Account& account, std::size_t claim, DisagreementKind kind,
                                const std::string& kind_of_number) {
  switch (kind) {
    case DisagreementKind::quantity:
    case DisagreementKind::scope:
      return number_answer(account, claim, kind_of_number);
    case DisagreementKind::date:
      return day_answer(account, claim);
    case DisagreementKind::place:
      return place_answer(account, claim);
    case DisagreementKind::polarity:
      return Answer{std::nullopt, std::nullopt, false, std::string(to_text(account.claims[claim].stance)), {claim}};
    case DisagreementKind::actor:
    case DisagreementKind::wording:
      return std::nullopt;
  }
  return std::nullopt;
}

// An open end counts as its one bound; what has no bound keeps its place.
double middle_of(const Answer& answer) {
  if (!answer.low && !answer.high) return 0;
  return answer.low.value_or(*answer.high) / 2 + answer.high.value_or(*answer.low) / 2;
}

}  // namespace

std::vector<DisagreementKind> kinds_of_difference(const Point& point) {
  std::vector<DisagreementKind> kinds;
  for (const Disagreement& difference : point.disagreements)
    if (std::find(kinds.begin(), kinds.end(), difference.kind) == kinds.end()) kinds.push_back(difference.kind);
  return kinds;
}

std::vector<Answer> answers_on(const Account& account, const Point& point, DisagreementKind kind) {
  const std::string kind_of_number = commonest_kind(account, claims_differing(point, kind));
  std::vector<Answer> answers;
  for (const std::size_t claim : point.claims)
    if (auto answer = answer_of(account, claim, kind, kind_of_number)) add(answers, std::move(*answer));
  std::stable_sort(answers.begin(), answers.end(),
                   [](const Answer& a, const Answer& b) { return middle_of(a) < middle_of(b); });
  if (kind == DisagreementKind::polarity && answers.size() == 1) answers.clear();  // the words alone tell yes from no
  return answers;
}

std::vector<Answer> figures_in_time(const Account& account, const Point& point) {
  const auto differing = claims_differing(point, DisagreementKind::quantity);
  const QuantityValue* const common = common_quantity(account, differing.empty() ? point.claims : differing);
  if (common == nullptr) return {};
  std::vector<std::pair<Moment, Answer>> given;
  std::set<std::size_t> reports;
  for (const std::size_t claim : point.claims) {
    const Value* const value = figure_given(account, claim, *common, differing);
    if (value == nullptr) continue;
    const auto& quantity = std::get<QuantityValue>(value->what);
    const std::size_t article = account.claims[claim].article;
    reports.insert(article);
    given.emplace_back(
        account.articles[article].published.value_or(Moment{Day::max(), {}, {}}),
        Answer{quantity.low, quantity.high, quantity.approximate, value_phrase(*value, account), {claim}});
  }
  if (reports.size() < 2) return {};
  std::stable_sort(given.begin(), given.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Answer> figures;
  std::size_t first_of_day = 0;
  std::optional<Day> day;
  for (auto& dated : given) {
    Answer& figure = dated.second;
    if (day != dated.first.day) first_of_day = figures.size();
    day = dated.first.day;
    const auto known = std::find_if(figures.begin() + static_cast<std::ptrdiff_t>(first_of_day), figures.end(),
                                    [&](const Answer& other) { return same_answer(other, figure); });
    if (known == figures.end())
      figures.push_back(std::move(figure));
    else
      known->claims.push_back(figure.claims.front());
  }
  return figures;
}

const Value* value_given(const Account& account, const Point& point, std::size_t claim) {
  const auto kinds = kinds_of_difference(point);
  const Claim& own = account.claims[claim];
  for (const DisagreementKind kind : kinds) {
    if (kind == DisagreementKind::date) return first_date(own);
    if (kind == DisagreementKind::quantity || kind == DisagreementKind::scope)
      return number_of(own, commonest_kind(account, claims_differing(point, kind)));
  }
  const Value* number = number_of(own, commonest_kind(account, point.claims));
  return number ? number : first_date(own);
}

}  // namespace hearsay
