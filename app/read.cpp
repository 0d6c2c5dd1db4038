// hearsay read: articles, as they were understood.
#include "command.h"
#include "session.h"
#include "table_lines.h"

#include "present/json/json.h"
#include "present/terminal/print.h"
#include "publish/tables/command_tables.h"

#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Read : public Command {
 public:
  void setup(CLI::App& app) override {
    add_common(app, options_, {"text", "json", "csv", "tsv"});
    table_.add_options(app);
    app.add_flag("--places", options_.places,
                 "Print with each article from a page where its text is on the page (JSON)");
    app.add_flag("--why", options_.why, "Print with each article from a page what was left out of the page, and why");
    app.add_flag("--metadata", options_.metadata,
                 "Print what pages say about themselves (title, outlet, day) even if they hold no article's text");
    app.footer(
        "Prints one article a line (JSON), with what is not the article marked as boilerplate. With --places the key\n"
        "\"places\" has the page's \"encoding\" and \"runs\" [text begin, text end, page begin, page end], in the\n"
        "text counted in characters, in the page in bytes, after unpacking.\n\n"
        "Example:\n  hearsay read --format json pages/ > articles.jsonl");
  }

  int run() override {
    Session session(options_);
    const bool as_table = table_.is_wanted(session);
    const bool json = session.format() == Format::json;
    session.read([&](const Article& article) {
      if (as_table)
        table_.print(article_row(article), session);
      else
        session.print(json ? to_json(article) : to_text(article, session.terminal()));
    });
    return session.finish();
  }

 private:
  CommonOptions options_;
  TableLines table_;
};

}  // namespace

std::unique_ptr<Command> make_read() { return std::make_unique<Read>(); }

}  // namespace hearsay
