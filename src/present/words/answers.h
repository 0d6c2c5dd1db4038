// What the claims of a contested point answer: the values or stances they give, equal ones together.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// One answer, given by one claim or by several.
struct Answer {
  std::optional<double> low;  // of numbers, in their unit; of days, counted from 1970-01-01, an hour being
                              // a part of its day; otherwise nothing
  std::optional<double> high;
  bool approximate = false;
  std::string reading;              // the answer in the program's words
  std::vector<std::size_t> claims;  // who gives it, in the point's order
};

// The kinds on which a point's claims disagree, each once, in the account's order: conflicts first.
std::vector<DisagreementKind> kinds_of_difference(const Point& point);

// The answers to one kind of disagreement, lowest value first (places and stances in order of appearance). Only values
// of one kind stand together: those with the unit and the thing counted that most of the differing claims share.
// Empty for actors and wordings, which differ in their words, and for yes and no where all claims have one stance.
std::vector<Answer> answers_on(const Account& account, const Point& point, DisagreementKind kind);

// The figures that a point's claims give for one thing, in order of time: what the reports of one day give in one way
// stands together. Only values of the unit and the thing counted that most claims share; of the claims that differ,
// where some do. Empty where fewer than two reports give one. A report without a day comes last.
std::vector<Answer> figures_in_time(const Account& account, const Point& point);

// The value that a claim gives on what its point is about: on what the claims differ, else on the numbers, else on the
// days that they share. Nothing when it gives none. Points into the account.
const Value* value_given(const Account& account, const Point& point, std::size_t claim);

}  // namespace hearsay
