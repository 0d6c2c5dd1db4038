// hearsay report: the account of a story.
#include "command.h"
#include "corrections_file.h"
#include "publishing.h"
#include "session.h"

#include "group/stories/grouper.h"
#include "persist/articles.h"
#include "present/json/json.h"
#include "present/page/page.h"
#include "present/terminal/print.h"
#include "run/engine.h"
#include "run/stored_story.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace hearsay {

namespace {

// The articles of each story, in order of the stories' first articles.
std::vector<std::vector<Article>> grouped(std::vector<Article> articles) {
  Grouper grouper({});
  for (const Article& article : articles) grouper.add(article);
  std::vector<std::vector<Article>> stories;
  for (const Story& story : grouper.stories()) {
    stories.emplace_back();
    for (const std::size_t number : story.articles) stories.back().push_back(std::move(articles[number]));
  }
  return stories;
}

// How many stories the articles are, where no more than half of them are on one; else nothing. Two are too few to tell.
std::optional<std::size_t> stories_among(const std::vector<Article>& articles) {
  if (articles.size() < 3) return std::nullopt;
  Grouper grouper({});
  for (const Article& article : articles) grouper.add(article);
  const std::vector<Story> stories = grouper.stories();
  const bool one = std::any_of(stories.begin(), stories.end(),
                               [&](const Story& story) { return 2 * story.articles.size() > articles.size(); });
  return one ? std::nullopt : std::optional(stories.size());
}

class Report : public Command {
 public:
  void setup(CLI::App& app) override {
    std::vector<std::string> formats = {"text", "json", "html"};
    for (const KindFacts& kind : all_kinds()) formats.emplace_back(kind.word);
    add_common(app, options_, formats,
               "How to print: text, json, html or a kind of hearsay export. By default text on a terminal, else as the "
               "ending of --output says, else json");
    add_store(app, options_, "PATH is then a story's id or the first letters of it (hearsay stories)");
    app.add_flag("--group", group_, "Group the articles into stories first, and print one account a line");
    CLI::Option* all = app.add_flag("--all", all_, "On a terminal, print everything, not just one screen of it");
    app.add_flag("--brief", brief_, "On one printed page (html) or one screen (text), to hand on")->excludes(all);
    app.add_option("--corrections", corrections_, "Replay the corrections in this file (docs/corrections.md)")
        ->type_name("FILE");
    app.add_option("--without", wishes_.without,
                   "Leave out an article (its id), an outlet, or a source by its name; may be given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    publishing_.add_options(app);
    app.footer(
        "Takes the articles as one story and says what is claimed, who says so, who only repeats it, and where\n"
        "accounts differ.\n\n"
        "Example:\n  hearsay report --output report.html story/\n  hearsay report --without \"Some Agency\" story/\n"
        "  hearsay report --store desk.db s5f0c");
  }

  int run() override {
    check_inputs(options_);
    if (!options_.store.empty() && (group_ || options_.paths.size() != 1))
      throw CLI::ValidationError("--store", "takes one story; hearsay stories lists them");
    options_.own_files = {corrections_};
    publishing_.take_folder(options_);
    Session session(options_);
    publishing_.check(session.word(), options_);
    wishes_.on_stage = [&](std::string_view stage, std::size_t done, std::size_t of) {
      session.show_stage(stage, done, of);
    };
    if (group_ && session.format() != Format::json && session.format() != Format::text)
      throw CLI::ValidationError("--group", "prints one account a line: choose --format json or text");
    if (brief_ && session.format() != Format::html && session.format() != Format::text)
      throw CLI::ValidationError("--brief", "is for a reader: choose --format html or text");
    if (!corrections_.empty()) wishes_.corrections = read_corrections_file(corrections_, session);
    std::vector<Article> articles;
    if (!options_.store.empty()) {
      const StoreReader store(options_.store);
      const StoryLine story = need_story(store, options_.paths.front());
      session.count_usable();
      // What the store keeps is the account as it would be made now.
      if (wishes_.corrections.empty() && wishes_.without.empty() && !publishing_.is_of_marks()) {
        if (const auto account = told_account(store, story)) return print(*account, session);
      }
      articles = articles_to_tell(store, versions_of_story(store, story.number), wishes_);
    } else {
      articles = session.read_all();
    }
    if (articles.empty()) return session.finish();
    const Marker marker;
    if (publishing_.is_of_marks()) {
      publishing_.publish_marks(articles, marker, session);
      return session.finish();
    }
    const AccountRules rules;
    std::vector<std::vector<Article>> stories;
    const auto several = group_ || options_.quiet || !options_.store.empty() ? std::nullopt : stories_among(articles);
    if (several)
      fmt::print(stderr, "hearsay: these {} articles look like {} stories, not one; --group reports each separately\n",
                 articles.size(), *several);
    if (group_)
      stories = grouped(std::move(articles));
    else
      stories.push_back(std::move(articles));
    std::set<std::string> unknown(wishes_.without.begin(), wishes_.without.end());
    std::vector<std::string> held_back;  // nothing is printed before it is known that each name is one
    for (auto& story : stories) {
      const Account account = report(std::move(story), marker, rules, session.threads(), wishes_);
      forget_known(account, unknown);
      if (session.format() == Format::other && unknown.empty()) {
        publishing_.publish(account, session);
        continue;
      }
      std::string printed = in_format(account, session);
      if (unknown.empty() && held_back.empty())
        session.print(printed);
      else
        held_back.push_back(std::move(printed));
    }
    for (const std::string& name : unknown)
      throw CLI::ValidationError("--without", '"' + name + "\": no article, outlet or source has that name");
    for (const std::string& printed : held_back) session.print(printed);
    return session.finish();
  }

 private:
  int print(const Account& account, Session& session) {
    if (session.format() == Format::other)
      publishing_.publish(account, session);
    else
      session.print(in_format(account, session));
    return session.finish();
  }

  std::string in_format(const Account& account, const Session& session) const {
    if (session.format() == Format::json) return to_json(account);
    if (session.format() == Format::other) return {};  // for a name that is none
    if (session.format() == Format::html) return brief_ ? to_brief_html(account) : to_html(account);
    const TerminalStyle style = session.terminal().value_or(TerminalStyle{});
    const bool one_screen = brief_ || (session.terminal() && !all_);
    return one_screen ? to_overview(account, style) : to_text(account, style);
  }

  static void forget_known(const Account& account, std::set<std::string>& unknown) {
    if (!account.without) return;
    for (const Without::Part& part : account.without->parts) {
      if (!part.what.empty()) unknown.erase(part.asked);
    }
  }

  CommonOptions options_;
  Publishing publishing_;
  Wishes wishes_;
  std::string corrections_;
  bool group_ = false;
  bool all_ = false;
  bool brief_ = false;
};

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<Report>(); }

}  // namespace hearsay
