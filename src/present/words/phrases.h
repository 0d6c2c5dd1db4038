// The program's own words, shared by the page and the terminal: counts, brackets, days, values, who said it to whom.
// They name, count and compare; none says anything of the world.
#pragma once

#include "base/counted.h"
#include "narrate/account.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// "1 origin", "at least 1, at most 2 origins", "at most 1 origin".
std::string bracket_phrase(const Bracket& bracket, std::string_view one, std::string_view many);

std::string number_phrase(double number);  // "10,000", "2.4"
std::string day_phrase(Day day);           // "4 March 2025"
std::string short_day_phrase(Day day);     // "4 Mar"
// With its year where it is not the only year of the account: "4 Mar 2031".
std::string short_day_phrase(Day day, const Account& account);
std::string month_phrase(Day day);                // "March 2025"
std::string moment_phrase(const Moment& moment);  // "4 March 2025, 06:40 UTC"

// The days a story covers: "4 to 6 March 2025", "30 March to 2 April 2025", "" when nothing is known.
std::string days_phrase(const std::optional<Day>& begin, const std::optional<Day>& end);

// How the program read a value: "at least 60", "about 65", "60 to 70 kilometre", "October 2024", a place's name.
std::string value_phrase(const Value& value, const Account& account);
std::string value_phrase(const QuantityValue& quantity);

// The same in the least room: no units, days without their year, "Oct 2024", "40-50", "40+".
std::string brief_value_phrase(const Value& value, const Account& account);

// Who speaks, and through whom it came: "Ann Bo, through Some Agency"; "in its own voice" for an empty chain.
std::string chain_phrase(const Claim& claim);

// What words of a claim stand for, in its article's words: "he: Ada Holm; the firm: Torvik Lines"; empty when none
// does.
std::string stand_in_phrase(const Claim& claim, const Article& article);
std::string_view newsroom_name(const Article& article);  // the outlet, or where that is not known the article's id

// What an article has otherwise: 'another number: "14", previously "9"', "rewritten".
std::string update_phrase(const ArticleUpdate& update);

std::string_view outcome_phrase(const CorrectionOutcome& outcome);  // "Applied", "No longer fits", "Cannot be read"

// What a point depends on: "Fragile: all of it rests on one origin"; empty when it rests on more, and where its
// standing says the same.
std::string fragility_phrase(const Point& point);

std::string_view standing_phrase(Standing standing);            // "They differ", "More than one origin", ...
std::string difference_phrase(const Disagreement& difference);  // "Conflict over the number", "Compatible dates", ...

}  // namespace hearsay
