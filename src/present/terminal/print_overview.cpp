// The account on one screen of forty lines: the news, what differs, what is denied, who did not answer. A point of the
// news takes two lines at the most, every other one; the lines that are left are shared among the parts.
#include "present/terminal/print.h"
#include "present/words/account_view.h"
#include "present/words/answers.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "present/words/terminal_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

constexpr std::size_t lines_of_a_screen = 40;
constexpr std::size_t label_width = 5;  // "p123 "

Ink ink_of(Standing standing) {
  switch (standing) {
    case Standing::contested:
      return Ink::contested;
    case Standing::corroborated:
      return Ink::corroborated;
    case Standing::single_origin:
      return Ink::single_origin;
    case Standing::unanswered:
      return Ink::unanswered;
    case Standing::background:
      break;
  }
  return Ink::strong;
}

struct Part {
  std::string title;
  Ink ink;
  std::vector<std::string> lines;
  std::size_t shown = 0;
};

class Overview {
 public:
  Overview(const Account& account, const TerminalStyle& style) : account_(account), view_(account), style_(style) {}

  std::string print() {
    head();
    news();
    std::vector<Part> parts = {{"THEY DIFFER", Ink::contested, differing()},
                               {"DENIED", Ink::strong, denied()},
                               {"ASKED AND NOT ANSWERED", Ink::unanswered, unanswered()}};
    std::erase_if(parts, [](const Part& part) { return part.lines.empty(); });
    share_room(parts);
    for (const Part& part : parts) write(part);
    foot();
    return out_;
  }

 private:
  void line(const std::string& words) {
    out_ += words + '\n';
    ++lines_;
  }

  void head() {
    line(painted(fitted(quoted(account_.title), style_.columns), Ink::strong, style_));
    const std::string days = days_phrase(account_.begin, account_.end);
    std::string counts = fmt::format("{}{}{} | {} | {}", days, days.empty() ? "" : " | ",
                                     counted(account_.articles.size(), "article", "articles"),
                                     counted(view_.newsrooms().size(), "newsroom", "newsrooms"),
                                     counted(account_.origins.size(), "origin", "origins"));
    if (account_.without)
      for (const Without::Part& part : account_.without->parts) counts += " | without " + part.asked;
    line(fitted(counts, style_.columns));
  }

  std::string label(std::size_t point) const {
    const std::string name = fmt::format("p{}", point + 1);
    return painted(name, ink_of(account_.points[point].standing), style_) +
           std::string(name.size() < label_width ? label_width - name.size() : 1, ' ');
  }

  std::string_view words_of(std::size_t point) const {
    return view_.words_of(account_.claims[account_.points[point].representative]);
  }

  void news() {
    const std::vector<std::size_t> points = view_.news();
    if (points.empty()) return;
    line("");
    line(painted("THE NEWS", Ink::strong, style_));
    for (const std::size_t point : points) news_line(point);
  }

  void news_line(std::size_t number) {
    const Point& point = account_.points[number];
    const std::string support = fmt::format("[{} in {}]", bracket_phrase(point.origins, "origin", "origins"),
                                            counted(view_.reports_of(point), "report", "reports"));
    const std::size_t room = style_.columns - label_width;
    const std::string words = wrapped(quoted(words_of(number)), 0, 0, room);
    const std::string first = words.substr(0, words.find('\n'));
    const std::string_view rest = std::string_view(words).substr(std::min(first.size() + 1, words.size()));
    const std::string told = painted(fitted(support, rest.empty() ? room : room - 3), Ink::quiet, style_);
    if (rest.empty() && width_of(first) + 1 + width_of(support) <= room)
      return line(label(number) + first + ' ' + told);
    line(label(number) + first);
    const std::size_t left = room > width_of(support) + 3 ? room - width_of(support) - 1 : 2;
    line(std::string(label_width, ' ') + (rest.empty() ? "" : fitted(rest, left) + ' ') + told);
  }

  // "p4   27 against 60 to 70: "60 to 70 people were hurt"".
  std::string one_line(std::size_t point, const std::string& first, std::string_view words) const {
    const std::size_t room = style_.columns - label_width;
    const std::string head = fitted(first, room * 2 / 3);
    return label(point) + head + ": " + fitted(quoted(words), room - std::min(room, width_of(head) + 2));
  }

  std::vector<std::string> differing() const {
    std::vector<std::string> lines;
    for (const std::size_t number : view_.points_of(Standing::contested)) {
      const Point& point = account_.points[number];
      std::string sides;
      for (const DisagreementKind kind : kinds_of_difference(point)) {
        if (!sides.empty()) break;
        for (const Answer& answer : answers_on(account_, point, kind))
          sides += (sides.empty() ? "" : " / ") + answer.reading;
      }
      if (sides.empty() && !point.disagreements.empty()) sides = difference_phrase(point.disagreements.front());
      if (sides.empty()) sides = standing_phrase(point.standing);
      lines.push_back(one_line(number, sides, words_of(number)));
    }
    return lines;
  }

  std::string speaker_of(const Claim& claim) const {
    return claim.sources.empty() ? std::string(newsroom_name(view_.article_of(claim))) : claim.sources.back().name;
  }

  // Each speaker once for a point, beside the words that are denied where another says them.
  std::vector<std::string> denied() const {
    std::vector<std::string> lines;
    for (std::size_t number = 0; number < account_.points.size(); ++number) {
      const Point& point = account_.points[number];
      std::set<std::string> told;
      for (const std::size_t c : point.claims) {
        const Claim& claim = account_.claims[c];
        if (claim.stance != Stance::denies || !told.insert(speaker_of(claim)).second) continue;
        const bool charge = account_.claims[point.representative].stance != Stance::denies;
        lines.push_back(
            one_line(number, "denied by " + speaker_of(claim), charge ? words_of(number) : view_.words_of(claim)));
      }
    }
    return lines;
  }

  // Each who was asked once, with the words in which no answer came.
  std::vector<std::string> unanswered() const {
    std::vector<std::string> lines;
    std::set<std::string> told;
    for (std::size_t number = 0; number < account_.points.size(); ++number) {
      for (const std::size_t c : account_.points[number].claims) {
        const Claim& claim = account_.claims[c];
        if (claim.stance != Stance::declines || claim.sources.empty() || !told.insert(speaker_of(claim)).second)
          continue;
        const std::string_view words =
            claim.cue ? words_at(view_.article_of(claim).text, *claim.cue) : view_.words_of(claim);
        lines.push_back(one_line(number, speaker_of(claim), words));
      }
    }
    return lines;
  }

  void share_room(std::vector<Part>& parts) const {
    const std::size_t taken = lines_ + 2 * parts.size() + 2;  // a blank line and a title for each, and the foot
    std::size_t room = lines_of_a_screen - std::min(lines_of_a_screen, taken);
    for (bool given = true; given && room > 0;) {
      given = false;
      for (Part& part : parts) {
        if (room == 0 || part.shown == part.lines.size()) continue;
        ++part.shown;
        --room;
        given = true;
      }
    }
  }

  void write(const Part& part) {
    if (part.shown == 0) return;
    line("");
    const std::string count = part.shown < part.lines.size() ? fmt::format(" ({} of {})", part.shown, part.lines.size())
                                                             : fmt::format(" ({})", part.shown);
    line(painted(part.title + count, part.ink, style_));
    for (std::size_t i = 0; i < part.shown; ++i) line(part.lines[i]);
  }

  void foot() {
    line("");
    out_ += painted(fitted(fmt::format("{} in all: --all prints them, --output account.html makes a page.",
                                       counted(account_.points.size(), "point", "points")),
                           style_.columns),
                    Ink::quiet, style_);
    out_ += '\n';
  }

  const Account& account_;
  AccountView view_;
  TerminalStyle style_;
  std::string out_;
  std::size_t lines_ = 0;
};

}  // namespace

std::string to_overview(const Account& account, const TerminalStyle& style) { return Overview(account, style).print(); }

}  // namespace hearsay
