// hearsay watch: feeds into a store for as long as it runs.
#include "command.h"
#include "notifier.h"
#include "session.h"
#include "store_option.h"
#include "times.h"

#include "capture/bytes/byte_source.h"
#include "persist/inbox.h"
#include "persist/stories.h"
#include "present/desk.h"
#include "present/words/lines.h"
#include "run/handed_in.h"
#include "run/teller.h"
#include "run/watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>

namespace hearsay {

namespace {

std::atomic<bool> asked_to_end = false;

void ask_to_end(int) { asked_to_end = true; }

class WatchFeeds : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("FEEDS", list_, "The feeds: a line each, or OPML")->type_name("FILE")->required();
    add_store_option(app, store_, "; a file is created if missing, a database must exist");
    app.add_option("--every", every_, "How often to read a feed whose line does not say (90s, 15m, 2h, 1d)")
        ->type_name("TIME")
        ->check(
            [](const std::string& word) { return parse_span(word) ? "" : word + " is not a time such as 15m or 2h"; })
        ->capture_default_str();
    app.add_flag("--once", once_, "Read each feed that is due, make the accounts, and end");
    app.add_option("--notify", notify_, "Run this command with the changes on its standard input, one a line (JSON)")
        ->type_name("COMMAND");
    app.add_option("--threads", threads_, "Number of threads (default: as many as there are cores)")
        ->check(CLI::Range(1, 1024));
    app.add_flag("-q,--quiet", quiet_, "Do not print a line for each feed that is read");
    const char* const network = "From the network";
    app.add_flag("--fetch", manner_.fetch, "Fetch the pages that feeds link to")->group(network);
    app.add_flag("--allow-private", manner_.allow_private, "Fetch from this machine and private networks too")
        ->group(network);
    app.footer(
        "Reads feeds again and again, takes what is new or changed into the store and makes the accounts of the\n"
        "stories that changed. A feed that fails is left alone for twice as long each time, a day at most. SIGTERM\n"
        "and SIGINT end it without losing anything; so does being killed (docs/desk.md).\n\n"
        "Example:\n  hearsay watch --store desk.db --fetch feeds.txt");
  }

  int run() override {
    auto feeds = read_feed_list(list_bytes());
    if (!feeds) throw std::runtime_error(list_ + " " + feeds.error());
    manner_.threads = threads_ > 0 ? threads_ : std::max(1U, std::thread::hardware_concurrency());
    std::signal(SIGTERM, ask_to_end);
    std::signal(SIGINT, ask_to_end);
    Store store(store_);
    Desk desk(store);
    Notifier notifier(store, notify_);
    Teller teller(store, manner_.threads);
    Watch watch(store, desk, std::move(*feeds), *parse_span(every_), manner_);
    while (!asked_to_end) {
      watch.read_due([this](const FeedReading& reading) { tell(reading); }, tell_problem,
                     [] { return asked_to_end.load(); });
      take_handed_in(store, desk, [] { return asked_to_end.load(); });
      notifier.tell();
      teller.tell([&](std::size_t, std::size_t) {
        notifier.tell();
        return !asked_to_end && (once_ || watch.next_due() > system_seconds());
      });
      if (once_) break;
      wait_until(watch.next_due(), store);
    }
    desk.finish();
    return 0;
  }

 private:
  std::string list_bytes() const {
    constexpr std::size_t most = 16U << 20;
    try {
      return read_all(*open_file(list_), most);
    } catch (const Unreadable& error) {
      throw std::runtime_error(list_ + " " + error.what());
    }
  }

  static void tell_problem(const Problem& problem) {
    fmt::print(stderr, "hearsay: {} {}\n", on_one_line(problem.where), on_one_line(problem.reason));
  }

  void tell(const FeedReading& reading) const {
    const RunCounts& counts = reading.counts;
    if (quiet_) return;
    fmt::print("{} {}: {} new, {} changed, {} there already, {} refused\n", to_iso(moment_of(system_seconds())),
               on_one_line(reading.address), counts.added, counts.changed, counts.again, counts.refused);
    std::fflush(stdout);
  }

  // Or until a reader hands something in or corrects. In short pieces: a signal may come just before the waiting
  // begins.
  static void wait_until(std::int64_t due, const StoreReader& store) {
    constexpr int piece_milliseconds = 200;
    while (!asked_to_end && system_seconds() < due && count_waiting(store) == 0 && awaited_stories(store).empty())
      ::poll(nullptr, 0, piece_milliseconds);
  }

  std::string list_;
  std::string store_;
  std::string every_ = "15m";
  std::string notify_;
  Manner manner_;
  unsigned threads_ = 0;
  bool once_ = false;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_watch() { return std::make_unique<WatchFeeds>(); }

}  // namespace hearsay
