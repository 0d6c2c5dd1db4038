// hearsay correct: what a reader knows better, kept in a store.
#include "command.h"
#include "store_option.h"

#include "present/words/lines.h"
#include "run/stored_corrections.h"
#include "run/teller.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace hearsay {

namespace {

class Correct : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("CORRECTION", lines_,
                   "A correction, as in docs/corrections.md; without any, those in force are listed");
    add_store_option(app, store_);
    app.add_option("--withdraw", withdrawn_, "Withdraw the correction with this number; may be given again")
        ->type_name("NUMBER")
        ->allow_extra_args(false);
    app.footer(
        "Keeps corrections in a store and remakes the accounts that they concern. They also apply to later articles,\n"
        "until withdrawn.\n\n"
        "Example:\n  hearsay correct --store desk.db 'article herald is not a copy of nordwire'\n"
        "  hearsay correct --store desk.db --withdraw 3");
  }

  int run() override {
    if (lines_.empty() && withdrawn_.empty()) return list();
    Store store(store_, Store::Missing::refuse);
    for (const std::int64_t number : withdrawn_) withdraw(store, number, system_seconds());
    for (const std::string& line : lines_)
      fmt::print("{}  {}\n", correct(store, line, system_seconds()), on_one_line(line));
    Teller(store, std::max(1U, std::thread::hardware_concurrency())).tell();
    return 0;
  }

 private:
  int list() const {
    const StoreReader store(store_);
    for (const HeldCorrection& held : list_corrections(store))
      fmt::print("{}  {}\n", held.number, on_one_line(held.line));
    return 0;
  }

  std::string store_;
  std::vector<std::string> lines_;
  std::vector<std::int64_t> withdrawn_;
};

}  // namespace

std::unique_ptr<Command> make_correct() { return std::make_unique<Correct>(); }

}  // namespace hearsay
