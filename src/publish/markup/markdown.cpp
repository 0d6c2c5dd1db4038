#include "publish/markup/markdown.h"

#include "present/json/json_parts.h"
#include "present/words/answers.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "publish/tables/story_facts.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

// "[Nordwire](address), 4 March 2025"
std::string report(const Article& article, const std::string& link) {
  const std::string name = escaped_for_markdown(newsroom_name(article));
  const std::string day = article.published ? ", " + day_phrase(local_day(*article.published)) : "";
  return (link.empty() ? name : fmt::format("[{}](<{}>)", name, link)) + day;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Account& account, const Write& write) : account_(account), write_(write) {}

  void write() {
    write_(fmt::format("# {}\n\n", escaped_for_markdown(account_.title)));
    const std::string days = days_phrase(account_.begin, account_.end);
    write_(fmt::format("{}{}, {}.\n", days.empty() ? "" : days + ". ",
                       counted(account_.articles.size(), "report", "reports"),
                       counted(account_.points.size(), "point", "points")));
    for (const Standing standing : {Standing::contested, Standing::corroborated, Standing::unanswered,
                                    Standing::single_origin, Standing::background})
      points_of(standing);
    copies();
    reports();
  }

 private:
  void points_of(Standing standing) {
    bool first = true;
    for (std::size_t i = 0; i < account_.points.size(); ++i) {
      if (account_.points[i].standing != standing) continue;
      if (first) write_(fmt::format("\n## {}\n\n", standing_phrase(standing)));
      first = false;
      point(i);
    }
  }

  void point(std::size_t number) {
    const Point& point = account_.points[number];
    const Claim& head = account_.claims[point.representative];
    const Article& article = account_.articles[head.article];
    write_(fmt::format("- **{}** ({}; {}) — {}, {}, gathered by {}\n", words(head),
                       escaped_for_markdown(chain_phrase(head)), report(article, link_to(article, head.span)),
                       numbered_id('p', number), bracket_phrase(point.origins, "origin", "origins"),
                       bracket_phrase(point.reporters, "newsroom", "newsrooms")));
    for (const DisagreementKind kind : kinds_of_difference(point)) difference(point, kind);
  }

  void difference(const Point& point, DisagreementKind kind) {
    for (const Disagreement& disagreement : point.disagreements)
      if (disagreement.kind == kind) {
        write_(fmt::format("  - {}\n", difference_phrase(disagreement)));
        break;
      }
    for (const Answer& answer : answers_on(account_, point, kind)) {
      std::string who;
      for (const std::size_t claim : answer.claims) {
        const std::string name(newsroom_name(account_.articles[account_.claims[claim].article]));
        const std::string safe = escaped_for_markdown(name);
        if (who.find(safe) == std::string::npos) who += (who.empty() ? "" : ", ") + safe;
      }
      write_(fmt::format("    - {}: {}\n", escaped_for_markdown(answer.reading), who));
    }
  }

  std::string words(const Claim& claim) const {
    return escaped_for_markdown(known_words(account_.articles[claim.article], claim.span).value_or(""));
  }

  void copies() {
    if (account_.copies.empty()) return;
    write_("\n## Who copied whom\n\n| from | to | kind | share | why |\n|---|---|---|---|---|\n");
    for (const Copy& copy : account_.copies)
      write_(fmt::format("| {} | {} | {} | {:.0f}% | {} |\n",
                         escaped_for_markdown(newsroom_name(account_.articles[copy.from])),
                         escaped_for_markdown(newsroom_name(account_.articles[copy.to])), to_text(copy.kind),
                         100 * copy.share, escaped_for_markdown(copy.why)));
  }

  void reports() {
    write_("\n## Reports\n\n");
    for (const Article& article : account_.articles)
      write_(fmt::format("- {}: {}\n", report(article, web_address(article)),
                         escaped_for_markdown(article.title.value_or(article.id))));
  }

  const Account& account_;
  const Write& write_;
};

}  // namespace

std::string escaped_for_markdown(std::string_view text) {
  constexpr std::string_view signs = "\\`*_{}[]()<>#+-!|~&";
  std::string out;
  for (const char c : on_one_line(text)) {
    if (signs.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void write_markdown(const Account& account, const Write& write) { MarkdownWriter(account, write).write(); }

}  // namespace hearsay
