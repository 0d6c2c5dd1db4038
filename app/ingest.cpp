// hearsay ingest: articles into the store of a desk.
#include "command.h"
#include "notifier.h"
#include "session.h"
#include "store_option.h"

#include "capture/network/fetch.h"
#include "run/desk.h"
#include "run/teller.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>

namespace hearsay {

namespace {

class Ingest : public Command {
 public:
  void setup(CLI::App& app) override {
    add_inputs(app, options_);
    add_store_option(app, store_, "; a file is created if missing, a database must exist");
    app.add_flag(
        "--no-accounts", no_accounts_,
        "Make no accounts now: report makes those it is asked for, and the next run without this option makes all");
    app.add_option("--notify", notify_, "Run this command with the changes on its standard input, one a line (JSON)")
        ->type_name("COMMAND");
    app.footer(
        "Takes articles into the store of a desk: groups them with those already there, keeps what changed in those\n"
        "that come again, and makes the accounts of the stories that changed. Repeat the command to continue an\n"
        "interrupted run (docs/desk.md).\n\n"
        "Example:\n  hearsay ingest --store desk.db monday/\n  hearsay ingest --store desk.db --fetch "
        "https://news.example/feed");
  }

  int run() override {
    options_.format = "text";
    options_.formats = {"text"};
    options_.ids_as_given = true;
    options_.own_files = {store_, store_ + "-wal", store_ + "-shm"};
    Session session(options_);
    Store store(store_);
    Desk desk(store);
    Notifier notifier(store, notify_);
    FetchState fetched(read_fetched(store));
    session.use_fetch_state(fetched);
    const std::size_t at_a_time = reads_network() ? 1 : usual_at_a_time;
    session.on_problem([&](const Problem& problem) {
      desk.refuse(problem);
      if (at_a_time == 1) desk.commit();
    });
    std::size_t waiting = 0;
    session.read([&](Article article) {
      desk.take(std::move(article));
      if (++waiting % at_a_time == 0) desk.commit();
    });
    for (const auto& [address, validators] : fetched.take_new()) desk.note_fetched(address, validators);
    desk.finish();
    notifier.tell();
    std::size_t told = 0;
    if (!no_accounts_)
      told = Teller(store, session.threads()).tell([&](std::size_t done, std::size_t of) {
        session.show_stage("making accounts", done, of);
        notifier.tell();
        return true;
      });
    const int status = session.finish_quietly();
    const RunCounts& counts = desk.counts();
    if (!options_.quiet)
      fmt::print("{} new, {} changed, {} there already, {} refused; {} made\n", counts.added, counts.changed,
                 counts.again, counts.refused, told == 1 ? "1 account" : fmt::format("{} accounts", told));
    const bool nothing = counts.added + counts.changed + counts.again == 0 && fetched.unchanged() == 0;
    return nothing ? 1 : status;
  }

 private:
  // So many articles are one transaction: what a run that is killed has to take again. From the network the next one
  // may be long in coming, and others may want to write meanwhile.
  static constexpr std::size_t usual_at_a_time = 64;
  bool reads_network() const {
    return options_.fetch || std::any_of(options_.paths.begin(), options_.paths.end(), is_web_address);
  }

  CommonOptions options_;
  std::string store_;
  std::string notify_;
  bool no_accounts_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest() { return std::make_unique<Ingest>(); }

}  // namespace hearsay
