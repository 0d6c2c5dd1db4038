// hearsay mark: articles with their sentences, names, times, quantities and attributions.
#include "command.h"
#include "session.h"
#include "table_lines.h"

#include "present/json/json.h"
#include "present/terminal/print.h"
#include "publish/tables/command_tables.h"
#include "run/engine.h"

#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Mark : public Command {
 public:
  void setup(CLI::App& app) override {
    add_common(app, options_, {"text", "json", "csv", "tsv"});
    table_.add_options(app);
    app.add_flag("--tokens", tokens_, "Print words with tag, lemma and grammar as well (JSON)");
    app.add_flag("--why", why_, "Print which rule or model made each mark (text; JSON always has it)");
    app.footer(
        "Prints one article a line (JSON). Each mark says in \"why\" what found it.\n\n"
        "Example:\n  hearsay mark --format json --tokens story/ > marked.jsonl");
  }

  int run() override {
    Session session(options_);
    as_table_ = table_.is_wanted(session);
    const std::size_t batch = 16 * session.threads();
    std::vector<Article> waiting;
    session.read([&](Article article) {
      waiting.push_back(std::move(article));
      if (waiting.size() >= batch) mark(session, waiting);
    });
    mark(session, waiting);
    return session.finish();
  }

 private:
  // Marks and prints what is waiting. The models are loaded with the first article, not with the program.
  void mark(Session& session, std::vector<Article>& waiting) {
    if (waiting.empty()) return;
    if (!marker_) marker_.emplace();
    const std::vector<Marks> marks = mark_all(waiting, *marker_, false, session.threads());
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (as_table_)
        table_.print(mark_rows(waiting[i], marks[i]), session);
      else
        session.print(session.format() == Format::json ? to_json(waiting[i], marks[i], tokens_)
                                                       : to_text(waiting[i], marks[i], why_, session.terminal()));
    }
    waiting.clear();
  }

  CommonOptions options_;
  TableLines table_;
  bool as_table_ = false;
  bool tokens_ = false;
  bool why_ = false;
  std::optional<Marker> marker_;
};

}  // namespace

std::unique_ptr<Command> make_mark() { return std::make_unique<Mark>(); }

}  // namespace hearsay
