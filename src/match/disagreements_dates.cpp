// Dates: only claims with one date each take part, since of two it is not known which belongs to the point's act.
#include "match/disagreements_kinds.h"
#include "match/values.h"

#include <fmt/format.h>

#include <string>

namespace hearsay {

namespace {

struct Given {
  std::size_t claim;
  const Value* value;
};

const DateValue& date(const Given& given) { return std::get<DateValue>(given.value->what); }

std::vector<Given> only_dates(PointClaims point, const Told& told) {
  std::vector<Given> group;
  for (const std::size_t claim : point) {
    std::vector<Given> dates;
    const auto& values = told.claims[claim].values;
    for (std::size_t v = 0; v < values.size(); ++v) {
      if (std::holds_alternative<DateValue>(values[v].what)) dates.push_back({claim, &values[v]});
    }
    if (dates.size() != 1) continue;
    const auto place = static_cast<std::size_t>(dates.front().value - values.data());
    if (told.profiles[claim].values[place].own) group.push_back(dates.front());
  }
  return group;
}

// A day in common and, where both give the time of day, the same: "T06" (around six) holds "T06:10".
bool agree(const DateValue& a, const DateValue& b) {
  if (!compatible(a, b)) return false;
  const std::size_t clock_a = a.value.find('T');
  const std::size_t clock_b = b.value.find('T');
  if (clock_a == std::string::npos || clock_b == std::string::npos) return true;
  const std::string_view x = std::string_view(a.value).substr(clock_a);
  const std::string_view y = std::string_view(b.value).substr(clock_b);
  const bool clocks = x.size() > 2 && y.size() > 2 && x[1] >= '0' && x[1] <= '9' && y[1] >= '0' && y[1] <= '9';
  return !clocks || x.starts_with(y) || y.starts_with(x);
}

}  // namespace

std::vector<Disagreement> differing_dates(PointClaims point, const Told& told) {
  const std::vector<Given> group = only_dates(point, told);
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      const Given& a = group[i];
      const Given& b = group[j];
      if (agree(date(a), date(b)) || !told.model.sure(told.profiles[a.claim], told.profiles[b.claim])) continue;
      Disagreement found{DisagreementKind::date, DisagreementRelation::conflict, {}, {}};
      for (const Given& given : group) found.claims.push_back(given.claim);
      found.why = fmt::format("\"{}\" ({}) and \"{}\" ({})", words_of(a.claim, a.value->span, told), date(a).value,
                              words_of(b.claim, b.value->span, told), date(b).value);
      return {found};
    }
  }
  return {};
}

}  // namespace hearsay
