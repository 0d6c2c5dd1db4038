// The account on one printed page (A4 or letter, black on white), to be handed on: its title, the news, what differs
// with both sides, what rests on one mouth, how it was made. Long words are cut at their end, and each part has only so
// many points, so that it stays one page; the whole account is the page of page.cpp.
#include "base/resources.h"
#include "base/version.h"
#include "present/page/page.h"
#include "present/page/page_parts.h"
#include "present/page/policy_hash.h"
#include "present/words/answers.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "present/words/without_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t most_news = 6;
constexpr std::size_t most_differing = 4;
constexpr std::size_t most_on_one_mouth = 4;
constexpr std::size_t most_answers = 3;
constexpr std::size_t most_newsrooms = 3;
constexpr std::size_t most_reports = 12;
constexpr std::size_t longest_statement = 170;  // bytes
constexpr std::size_t longest_title = 110;
constexpr std::size_t longest_name = 40;

std::string cut(std::string_view words, std::size_t most) {
  const std::string_view beginning = beginning_of(words, most);
  return std::string(beginning) + (beginning.size() < words.size() ? " …" : "");
}

void write_statement(std::string& page, std::string_view words, std::size_t most = longest_statement) {
  const std::string_view beginning = beginning_of(words, most);
  write_quotation(page, beginning, {0, beginning.size()}, {});
  if (beginning.size() < words.size()) page += " …";
}

class BriefWriter {
 public:
  explicit BriefWriter(const Account& account) : account_(account), view_(account) {}

  std::string write() {
    page_ = "<body>\n<main>\n";
    head();
    news();
    differing();
    on_one_mouth();
    made();
    page_ += "</main>\n</body>\n</html>\n";
    return std::move(page_);
  }

 private:
  void head() {
    put(page_, "<header>\n<p class=\"masthead\">Hearsay, an account of {}</p>\n<h1>",
        counted(account_.articles.size(), "report", "reports"));
    write_statement(page_, account_.title, longest_title);
    const std::string days = days_phrase(account_.begin, account_.end);
    put(page_, "</h1>\n<p>{}{}{} · {}</p>\n", days, days.empty() ? "" : " · ",
        counted(view_.newsrooms().size(), "newsroom", "newsrooms"),
        counted(account_.origins.size(), "origin", "origins"));
    if (account_.without)
      for (const Without::Part& part : account_.without->parts)
        put(page_, "<p>Without {}</p>\n", cut(left_out_phrase(part), longest_statement));
    page_ += "</header>\n";
  }

  const Claim& heading_of(std::size_t point) const { return account_.claims[account_.points[point].representative]; }

  void open(std::string_view title) { put(page_, "<section>\n<h2>{}</h2>\n<ul>\n", title); }
  void close() { page_ += "</ul>\n</section>\n"; }

  // " Ann Bo, through Some Agency; 2 origins in 4 reports".
  void write_support(std::size_t number) {
    const Point& point = account_.points[number];
    put(page_, " <span>– {}; {} in {}</span>", cut(chain_phrase(heading_of(number)), 2 * longest_name),
        bracket_phrase(point.origins, "origin", "origins"), counted(view_.reports_of(point), "report", "reports"));
  }

  void news() {
    std::vector<std::size_t> points = view_.news();
    points.resize(std::min(points.size(), most_news));
    if (points.empty()) return;
    open("The news");
    for (const std::size_t point : points) {
      page_ += "<li>";
      const std::string_view readable = view_.readable_words_of(heading_of(point));
      write_statement(page_, readable.size() <= longest_statement ? readable : view_.words_of(heading_of(point)));
      write_support(point);
      page_ += "</li>\n";
    }
    close();
  }

  std::string newsrooms(const std::vector<std::size_t>& claims) const {
    std::vector<std::string_view> names;
    for (const std::size_t claim : claims) {
      const std::string_view name = newsroom_name(view_.article_of(account_.claims[claim]));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string words;
    for (std::size_t i = 0; i < std::min(names.size(), most_newsrooms); ++i)
      words += (i > 0 ? ", " : "") + cut(names[i], longest_name);
    return words + more_than(names.size(), most_newsrooms);
  }

  // What each side says and who says it: the values they give, or their words where they give none.
  void write_sides(const Point& point) {
    for (const DisagreementKind kind : kinds_of_difference(point)) {
      const std::vector<Answer> answers = answers_on(account_, point, kind);
      if (answers.size() < 2) continue;
      for (std::size_t i = 0; i < std::min(answers.size(), most_answers); ++i)
        put(page_, "<br><b>{}</b> {}", answers[i].reading, newsrooms(answers[i].claims));
      if (answers.size() > most_answers) put(page_, "<br>{} more besides", answers.size() - most_answers);
      return;
    }
    if (point.disagreements.empty()) return;
    std::size_t told = 0;
    for (const std::size_t number : point.disagreements.front().claims) {
      if (number == point.representative || told++ == most_answers) continue;
      page_ += "<br>against ";
      write_statement(page_, view_.words_of(account_.claims[number]), longest_statement / 2);
      put(page_, " {}", newsrooms({number}));
    }
  }

  void differing() {
    std::vector<std::size_t> points = view_.points_of(Standing::contested);
    const std::size_t all = points.size();
    points.resize(std::min(points.size(), most_differing));
    if (points.empty()) return;
    open(all > points.size() ? fmt::format("They differ: {} of {} points", points.size(), all) : "They differ");
    for (const std::size_t number : points) {
      const Point& point = account_.points[number];
      page_ += "<li>";
      write_statement(page_, view_.words_of(heading_of(number)), longest_statement / 2);
      if (!point.disagreements.empty()) put(page_, " <span>{}</span>", difference_phrase(point.disagreements.front()));
      write_sides(point);
      page_ += "</li>\n";
    }
    close();
  }

  // What several reports tell and one origin alone knows, the most repeated first.
  void on_one_mouth() {
    std::vector<std::size_t> points = view_.points_of(Standing::single_origin);
    std::erase_if(points, [&](std::size_t point) { return view_.reports_of(account_.points[point]) < 2; });
    std::stable_sort(points.begin(), points.end(), [&](std::size_t a, std::size_t b) {
      return view_.reports_of(account_.points[a]) > view_.reports_of(account_.points[b]);
    });
    points.resize(std::min(points.size(), most_on_one_mouth));
    if (points.empty()) return;
    open("From one origin, however many repeat it");
    for (const std::size_t point : points) {
      page_ += "<li>";
      write_statement(page_, view_.words_of(heading_of(point)), longest_statement * 2 / 3);
      write_support(point);
      page_ += "</li>\n";
    }
    close();
  }

  void made() {
    page_ += "<section>\n<h2>How it was made</h2>\n<p>From ";
    const auto& articles = view_.articles_by_time();
    for (std::size_t i = 0; i < std::min(articles.size(), most_reports); ++i) {
      const Article& article = account_.articles[articles[i]];
      put(page_, "{}{}", i > 0 ? "; " : "", cut(newsroom_name(article), longest_name));
      if (article.published) put(page_, ", {}", day_phrase(article.published->day));
    }
    put(page_,
        "{}. Words in quotation marks are a report&#39;s own, word for word; “…” marks where they continue. An origin "
        "is who knows a thing, however many repeat it; where the texts leave it open, a minimum and a maximum are "
        "given. ",
        more_than(articles.size(), most_reports));
    if (!account_.copies.empty())
      put(page_, "{} of reports share passages. ", counted(account_.copies.size(), "pair", "pairs"));
    put(page_,
        "Whether any of it is true this page cannot tell. Made by Hearsay {} without human intervention; the same "
        "reports give the same page.</p>\n</section>\n",
        version());
  }

  const Account& account_;
  AccountView view_;
  std::string page_;
};

}  // namespace

std::string to_brief_html(const Account& account) {
  const std::string style(resource("web/brief.css"));
  std::string file;
  put(file,
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; base-uri 'none'; "
      "form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Hearsay {}\">\n"
      "<title>{} – Hearsay</title>\n<style>{}</style>\n</head>\n{}",
      policy_hash(style), version(), account.title.empty() ? "Account" : account.title, Html{style},
      Html{BriefWriter(account).write()});
  return file;
}

}  // namespace hearsay
