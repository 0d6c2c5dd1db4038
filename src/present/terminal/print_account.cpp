// An account for a person at a terminal, in the order of the page: the news, where accounts differ, what has more than
// one origin, what has one, what was not answered, what outlets tell in their own voice, who copied whom, which names
// are one, and what none of it can tell. What one outlet alone tells in its own voice is only counted: whoever wants it
// takes the page or the JSON.
#include "present/terminal/print.h"
#include "present/terminal/print_without.h"
#include "present/words/account_view.h"
#include "present/words/answers.h"
#include "present/words/key_numbers.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "present/words/wordings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

class Printer {
 public:
  Printer(const Account& account, const TerminalStyle& style) : account_(account), view_(account), style_(style) {}

  std::string print() {
    head();
    if (account_.without) out_ += print_without(account_);
    news();
    numbers();
    points(Standing::contested, "THEY DIFFER");
    points(Standing::corroborated, "MORE THAN ONE ORIGIN");
    points(Standing::single_origin, "ONE ORIGIN");
    points(Standing::unanswered, "ASKED AND NOT ANSWERED");
    points(Standing::background, "TOLD IN THE OUTLETS' OWN VOICE");
    updates();
    copies();
    names();
    corrections();
    limits();
    return out_;
  }

 private:
  void line(std::string_view text, std::size_t first = 0, std::size_t rest = 0) {
    out_ += wrapped(text, first, rest, style_.columns);
  }

  std::string beside(std::string_view label, std::string_view text, std::size_t indent, std::size_t width) const {
    return hearsay::beside(label, text, indent, width, style_.columns);
  }

  void section(std::string_view title, std::size_t count) {
    out_ += '\n' + painted(underlined(fmt::format("{} ({})", title, count), '-'), Ink::strong, style_);
  }

  void head() {
    out_ += std::string(style_.columns, '=') + '\n';
    out_ += painted(wrapped(quoted(account_.title), 0, 0, style_.columns), Ink::strong, style_);
    const std::string days = days_phrase(account_.begin, account_.end);
    line(fmt::format("{}{}{} | {} | {}", days, days.empty() ? "" : " | ",
                     counted(account_.articles.size(), "article", "articles"),
                     counted(view_.newsrooms().size(), "newsroom", "newsrooms"),
                     counted(account_.origins.size(), "origin", "origins")));
    out_ += std::string(style_.columns, '=') + '\n';
  }

  std::string newsrooms(const std::vector<std::size_t>& claims) const {
    std::string words;
    std::set<std::size_t> articles;  // an article that says it twice is one voice
    for (const std::size_t claim : claims) {
      if (!articles.insert(account_.claims[claim].article).second) continue;
      const Article& article = view_.article_of(account_.claims[claim]);
      words += (words.empty() ? "" : ", ") + std::string(newsroom_name(article));
      if (article.published) words += " (" + short_day_phrase(article.published->day, account_) + ")";
    }
    return words;
  }

  // One wording beside its label, and under it who has it and from whom.
  void wording(const std::vector<std::size_t>& claims, std::string_view label, std::size_t indent, std::size_t width) {
    const Claim& claim = account_.claims[claims.front()];
    out_ += beside(label, quoted(view_.words_of(claim)), indent, width);
    std::string by = newsrooms(claims) + " -- " + chain_phrase(claim);
    if (claim.stance != Stance::asserts) by += fmt::format(" [{}]", to_text(claim.stance));
    if (const std::string words = stand_in_phrase(claim, view_.article_of(claim)); !words.empty())
      by += fmt::format(" ({})", words);
    out_ += painted(wrapped(by, indent + width + 3, indent + width + 5, style_.columns), Ink::quiet, style_);
  }

  void differences(const Point& point) {
    for (const DisagreementKind kind : kinds_of_difference(point)) {
      for (const Disagreement& difference : point.disagreements)
        if (difference.kind == kind) line(difference_phrase(difference) + ": " + difference.why, 5, 7);
      for (const Answer& answer : answers_on(account_, point, kind))
        out_ += beside(answer.reading, newsrooms(answer.claims), 8, 16);
    }
  }

  void bracket(const Point& point) {
    line(fmt::format("{} in {}; gathered by {}", bracket_phrase(point.origins, "origin", "origins"),
                     counted(view_.articles_of(point).size(), "report", "reports"),
                     bracket_phrase(point.reporters, "newsroom", "newsrooms")),
         5, 7);
    for (const std::string& why : point.origins.why) line("- " + why, 7, 9);
    std::vector<std::string> pairs;
    for (const std::string& why : point.reporters.why) {
      if (const auto copy = view_.copy_in(why)) {
        pairs.push_back(fmt::format("{} and {}", newsroom_name(account_.articles[account_.copies[*copy].from]),
                                    newsroom_name(account_.articles[account_.copies[*copy].to])));
      } else {
        line("- " + why, 7, 9);
      }
    }
    if (pairs.size() == 1) line("- " + pairs.front() + " share text", 7, 9);
    if (pairs.size() > 1) line(fmt::format("- share text: {}", fmt::join(pairs, "; ")), 7, 9);
  }

  void silence(const Point& point) {
    for (const std::size_t number : point.claims) {
      const Claim& claim = account_.claims[number];
      if (claim.stance != Stance::declines || claim.sources.empty()) continue;
      std::string words = "Asked: " + claim.sources.back().name;
      if (const auto silence = view_.silence_of(claim))
        words += "; the answer: " + quoted(words_at(view_.article_of(claim).text, *silence));
      return line(words, 5, 7);
    }
  }

  void card(std::size_t number) {
    const Point& point = account_.points[number];
    const auto wordings = wordings_of(account_, point);
    out_ += '\n';
    wording(wordings.front(), fmt::format("p{}", number + 1), 0, 4);
    if (const Claim& best = account_.claims[point.representative]; best.context)
      out_ += beside("in", quoted(view_.readable_words_of(best)), 5, 2);
    if (point.standing == Standing::unanswered) silence(point);
    differences(point);
    for (std::size_t i = 1; i < wordings.size(); ++i) wording(wordings[i], "or", 5, 2);
    bracket(point);
    if (const std::string words = fragility_phrase(point); !words.empty()) line(words, 5, 7);
  }

  bool is_told_by_one(std::size_t number) const { return view_.articles_of(account_.points[number]).size() == 1; }

  // What the reports themselves put first, a point in a line or two.
  void news() {
    const std::vector<std::size_t> numbers = view_.news();
    if (numbers.empty()) return;
    section("THE NEWS", numbers.size());
    for (const std::size_t number : numbers) {
      const Point& point = account_.points[number];
      const Claim& best = account_.claims[point.representative];
      out_ += beside(fmt::format("p{}", number + 1), quoted(view_.readable_words_of(best)), 0, 4);
      std::string by = best.sources.empty() ? "" : chain_phrase(best) + "; ";
      by += fmt::format("{} in {}", bracket_phrase(point.origins, "origin", "origins"),
                        counted(view_.articles_of(point).size(), "report", "reports"));
      if (point.standing == Standing::contested || point.standing == Standing::unanswered)
        by += fmt::format("; {}", standing_phrase(point.standing));
      line(by, 7, 9);
    }
  }

  // Every figure for what is counted, by the day of its report.
  void numbers() {
    const std::vector<KeyNumber> all = key_numbers(view_);
    if (all.empty()) return;
    section("KEY NUMBERS", all.size());
    for (const KeyNumber& number : all) {
      const Point& point = account_.points[number.point];
      out_ += beside(fmt::format("p{}", number.point + 1),
                     quoted(view_.words_of(account_.claims[point.representative])), 0, 4);
      line(course_phrase(number, point), 7, 9);
      for (const Answer& figure : number.figures)
        out_ += beside(figure.reading, newsrooms(figure.claims) + " -- " + speakers(figure.claims), 8, 16);
    }
  }

  std::string speakers(const std::vector<std::size_t>& claims) const {
    std::vector<std::string> names;
    for (const std::size_t claim : claims) {
      std::string name = chain_phrase(account_.claims[claim]);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return fmt::format("{}", fmt::join(names, "; "));
  }

  // What one report alone has is told briefly, after what many repeat; of the background it is only counted.
  void points(Standing standing, std::string_view title) {
    std::vector<std::size_t> numbers = view_.points_of(standing);
    if (standing == Standing::background)
      std::erase_if(numbers, [&](std::size_t number) { return is_told_by_one(number); });
    if (numbers.empty()) return;
    section(title, numbers.size());
    const auto alone = std::stable_partition(numbers.begin(), numbers.end(), [&](std::size_t number) {
      return standing != Standing::single_origin || !is_told_by_one(number);
    });
    for (auto number = numbers.begin(); number != alone; ++number) card(*number);
    if (alone == numbers.end()) return;
    out_ += "\nIn one report only:\n";
    for (auto number = alone; number != numbers.end(); ++number)
      wording(wordings_of(account_, account_.points[*number]).front(), fmt::format("p{}", *number + 1), 0, 4);
  }

  // What reports changed of what they had told.
  void updates() {
    if (account_.updates.empty()) return;
    section("UPDATED", account_.updates.size());
    for (const ArticleUpdate& update : account_.updates)
      line(fmt::format("{}: {}", newsroom_name(account_.articles[update.article]), update_phrase(update)), 0, 4);
  }

  void copies() {
    if (account_.copies.empty()) return;
    section("WHO COPIED WHOM", account_.copies.size());
    for (const Copy& copy : account_.copies) {
      line(fmt::format("{} {} {}: {:.0f}% of its words. {}", newsroom_name(account_.articles[copy.from]),
                       copy.direction_known ? "->" : "--", newsroom_name(account_.articles[copy.to]), 100 * copy.share,
                       copy.why),
           0, 4);
    }
  }

  void names() {
    const auto told = [](const Entity& entity) { return !entity.variants.empty() || !entity.maybe.empty(); };
    const auto count = std::count_if(account_.entities.begin(), account_.entities.end(), told);
    if (count == 0) return;
    section("NAMES", static_cast<std::size_t>(count));
    for (const Entity& entity : account_.entities) {
      if (!told(entity)) continue;
      std::string words = quoted(entity.name);
      for (const std::string& variant : entity.variants) words += " = " + quoted(variant);
      if (!entity.why.empty()) words += ": " + entity.why;
      line(words, 0, 4);
      for (const MaybeSame& maybe : entity.maybe)
        line(fmt::format("maybe {}: {}", quoted(account_.entities[maybe.entity].name), maybe.why), 4, 6);
    }
  }

  void corrections() {
    if (account_.corrections.empty()) return;
    const auto fit = std::count_if(account_.corrections.begin(), account_.corrections.end(),
                                   [](const CorrectionOutcome& outcome) { return outcome.applied; });
    out_ += '\n' + underlined(fmt::format("CORRECTIONS ({} of {} applied)", fit, account_.corrections.size()), '-');
    for (const CorrectionOutcome& outcome : account_.corrections)
      line(fmt::format("{}, line {}: {} ({})", outcome_phrase(outcome), outcome.line, outcome.text, outcome.why), 0, 4);
  }

  void limits() {
    out_ += '\n' + underlined("WHAT THIS CANNOT TELL", '-');
    line("- Whether any of it is true: it shows who says what, and on whose word.", 0, 2);
    const std::vector<std::size_t> background = view_.points_of(Standing::background);
    const auto hidden =
        std::count_if(background.begin(), background.end(), [&](std::size_t number) { return is_told_by_one(number); });
    if (hidden > 0)
      line(fmt::format("- Not shown here: {} reported by one outlet in its own voice and disputed by none.",
                       counted(static_cast<std::size_t>(hidden), "point", "points")),
           0, 2);
    for (const Omission& omission : account_.omissions)
      line(fmt::format("- {} {}", omission.count, omission.what), 0, 2);
  }

  const Account& account_;
  AccountView view_;
  TerminalStyle style_;
  std::string out_;
};

}  // namespace

std::string to_text(const Account& account, const TerminalStyle& style) { return Printer(account, style).print(); }

}  // namespace hearsay
