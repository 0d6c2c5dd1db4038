// hearsay export: a story's account in the formats of others, from its articles or from the account's JSON.
#include "command.h"
#include "corrections_file.h"
#include "publishing.h"
#include "session.h"

#include "persist/articles.h"
#include "run/accounts/account_reading.h"
#include "run/engine.h"
#include "run/stored_story.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <optional>
#include <stdexcept>

namespace hearsay {

namespace {

class Export : public Command {
 public:
  void setup(CLI::App& app) override {
    std::vector<std::string> kinds;
    std::string about = "What to write; by default, what the ending of --output says.";
    for (const KindFacts& kind : all_kinds()) {
      kinds.emplace_back(kind.word);
      about += fmt::format("{} {}: {}", kinds.size() == 1 ? "" : ";", kind.word, kind.about);
    }
    options_.format_option = "--to";
    add_common(app, options_, kinds, about);
    add_store(app, options_, "PATH is then a story's id or the first letters of it (hearsay stories)");
    app.add_option("--corrections", corrections_, "Replay the corrections in this file (docs/corrections.md)")
        ->type_name("FILE");
    app.add_option("--without", wishes_.without,
                   "Leave out an article (its id), an outlet, or a source by its name; may be given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    publishing_.add_options(app);
    app.footer(
        "Takes the articles as one story and writes its account in a format that other programs read; or takes the\n"
        "account itself, as report --format json prints it. docs/formats.md shows an example of each.\n"
        "csv and tsv write all tables into a folder if --output names one, and otherwise one table (--table).\n\n"
        "Example:\n  hearsay export --output story.xlsx story/\n  hearsay export --to csv --output tables/ story/\n"
        "  hearsay report --format json story/ | hearsay export --to gexf --output story.gexf -");
  }

  int run() override {
    check_inputs(options_);
    if (!options_.store.empty() && options_.paths.size() != 1)
      throw CLI::ValidationError("--store", "takes one story; hearsay stories lists them");
    options_.own_files = {corrections_};
    options_.on_account = [this](const std::string& where, std::string_view json) { take_account(where, json); };
    publishing_.take_folder(options_);
    Session session(options_);
    publishing_.check(session.word(), options_);
    session_ = &session;
    if (!corrections_.empty()) wishes_.corrections = read_corrections_file(corrections_, session);
    std::vector<Article> articles = options_.store.empty() ? session.read_all() : read_store(session);
    if (account_)
      write_account(articles, session);
    else if (!articles.empty())
      write_story(std::move(articles), session);
    return session.finish();
  }

 private:
  // The articles of a story, or its account where that is kept and will do.
  std::vector<Article> read_store(Session& session) {
    const StoreReader store(options_.store);
    const StoryLine story = need_story(store, options_.paths.front());
    session.count_usable();
    if (corrections_.empty() && wishes_.without.empty() && !publishing_.is_of_marks())
      account_ = told_account(store, story);
    if (account_) return {};
    return articles_to_tell(store, versions_of_story(store, story.number), wishes_);
  }

  void take_account(const std::string& where, std::string_view json) {
    if (account_) return session_->tell({where, "is a second account, and an export takes one: give a single line"});
    auto account = read_account(json);
    if (!account) return session_->tell({where, account.error()});
    account_ = std::move(*account);
    session_->count_usable();
  }

  void write_account(const std::vector<Article>& articles, Session& session) {
    if (!articles.empty()) throw CLI::ValidationError("PATH", "takes an account or articles, not both");
    if (publishing_.is_of_marks())
      throw CLI::ValidationError(
          "--to", session.word() + " is made from the articles' texts, which an account does not contain");
    if (!corrections_.empty() || !wishes_.without.empty())
      throw CLI::ValidationError(corrections_.empty() ? "--without" : "--corrections",
                                 "needs the articles: use it with hearsay report");
    publishing_.publish(*account_, session);
  }

  void write_story(std::vector<Article> articles, Session& session) {
    const Marker marker;
    if (publishing_.is_of_marks()) return publishing_.publish_marks(articles, marker, session);
    const Account account = report(std::move(articles), marker, AccountRules(), session.threads(), wishes_);
    if (account.without)
      for (const Without::Part& part : account.without->parts)
        if (part.what.empty())
          throw CLI::ValidationError("--without", '"' + part.asked + "\": no article, outlet or source has that name");
    publishing_.publish(account, session);
  }

  CommonOptions options_;
  Publishing publishing_;
  Wishes wishes_;
  std::string corrections_;
  std::optional<Account> account_;
  Session* session_ = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace hearsay
