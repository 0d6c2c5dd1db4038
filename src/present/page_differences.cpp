// What the claims of a contested point differ on. Numbers and days are drawn on an axis, places and yes or no are
// answers with who gives which; a difference of wording or of actor shows in the wordings themselves, set off there.
// Only values of one kind stand on one axis: those with the unit and the thing counted that most of the claims share.
#include "present/page_parts.h"
#include "present/page_scale.h"
#include "present/phrases.h"

#include <algorithm>
#include <map>

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

void add_row(std::vector<ScaleRow>& rows, ScaleRow row) {
  for (ScaleRow& known : rows) {
    if (known.low == row.low && known.high == row.high && known.approximate == row.approximate) {
      known.claims.insert(known.claims.end(), row.claims.begin(), row.claims.end());
      return;
    }
  }
  rows.push_back(std::move(row));
}

void write_numbers(std::string& page, const PageView& view, const Point& point,
                   const std::vector<std::size_t>& differing) {
  const Account& account = view.account();
  const std::string kind = commonest_kind(account, differing);
  std::vector<ScaleRow> rows;
  for (const std::size_t number : point.claims) {
    const Value* value = number_of(account.claims[number], kind);
    if (!value) continue;
    const auto& quantity = std::get<QuantityValue>(value->what);
    add_row(rows, {quantity.low, quantity.high, quantity.approximate, value_phrase(*value, account), {number}});
  }
  write_scale(page, view, std::move(rows), Axis::numbers);
}

std::optional<double> as_number(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return static_cast<double>(day->time_since_epoch().count());
}

void write_days(std::string& page, const PageView& view, const Point& point) {
  const Account& account = view.account();
  std::vector<ScaleRow> rows;
  for (const std::size_t number : point.claims) {
    for (const Value& value : account.claims[number].values) {
      const auto* date = std::get_if<DateValue>(&value.what);
      if (!date || (!date->from && !date->to)) continue;
      add_row(rows, {as_number(date->from), as_number(date->to), false, value_phrase(value, account), {number}});
      break;
    }
  }
  write_scale(page, view, std::move(rows), Axis::days);
}

using Answers = std::vector<std::pair<std::string, std::vector<std::size_t>>>;

void add_answer(Answers& answers, const std::string& words, std::size_t claim) {
  const auto known =
      std::find_if(answers.begin(), answers.end(), [&](const auto& answer) { return answer.first == words; });
  if (known == answers.end())
    answers.push_back({words, {claim}});
  else
    known->second.push_back(claim);
}

void write_answers(std::string& page, const PageView& view, const Answers& answers) {
  if (answers.empty()) return;
  page += "<ul class=\"answers\">\n";
  for (const auto& [words, claims] : answers) {
    put(page, "<li><b>{}</b> ", words);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (i > 0) page += ", ";
      write_newsroom_link(page, view, claims[i]);
    }
    page += "</li>\n";
  }
  page += "</ul>\n";
}

void write_places(std::string& page, const PageView& view, const Point& point) {
  const Account& account = view.account();
  Answers answers;
  for (const std::size_t claim : point.claims) {
    for (const Value& value : account.claims[claim].values) {
      if (!std::holds_alternative<PlaceValue>(value.what)) continue;
      add_answer(answers, value_phrase(value, account), claim);
      break;
    }
  }
  write_answers(page, view, answers);
}

void write_stances(std::string& page, const PageView& view, const Point& point) {
  Answers answers;
  for (const std::size_t claim : point.claims)
    add_answer(answers, std::string(to_text(view.account().claims[claim].stance)), claim);
  write_answers(page, view, answers);
}

void draw(std::string& page, const PageView& view, const Point& point, DisagreementKind kind,
          const std::vector<std::size_t>& differing) {
  switch (kind) {
    case DisagreementKind::quantity:
    case DisagreementKind::scope:
      return write_numbers(page, view, point, differing);
    case DisagreementKind::date:
      return write_days(page, view, point);
    case DisagreementKind::place:
      return write_places(page, view, point);
    case DisagreementKind::polarity:
      return write_stances(page, view, point);
    case DisagreementKind::actor:
    case DisagreementKind::wording:
      return;
  }
}

}  // namespace

void write_differences(std::string& page, const PageView& view, const Point& point) {
  std::map<DisagreementKind, std::vector<std::size_t>> differing;
  std::vector<DisagreementKind> kinds;  // in the account's order: conflicts before compatible ranges before updates
  for (const Disagreement& difference : point.disagreements) {
    auto& claims = differing[difference.kind];
    if (claims.empty()) kinds.push_back(difference.kind);
    claims.insert(claims.end(), difference.claims.begin(), difference.claims.end());
  }
  for (const DisagreementKind kind : kinds) {
    page += "<div class=\"difference\">\n";
    for (const Disagreement& difference : point.disagreements) {
      if (difference.kind != kind) continue;
      put(page, "<p class=\"relation {}\"><b>{}:</b> {}</p>\n", to_text(difference.relation),
          difference_phrase(difference), difference.why);
    }
    draw(page, view, point, kind, differing[kind]);
    page += "</div>\n";
  }
}

}  // namespace hearsay
