// hearsay check: whether a store is intact.
#include "command.h"
#include "store_option.h"

#include "base/counted.h"
#include "persist/articles.h"
#include "persist/store.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Check : public Command {
 public:
  void setup(CLI::App& app) override {
    add_store_option(app, store_);
    app.footer(
        "Checks every page and row of the store, unpacks every text and compares the spans with their texts. Prints\n"
        "what is wrong, one fault a line, and exits with 1 if there is any. May run while the store is written.\n\n"
        "Example:\n  hearsay check --store desk.db");
  }

  int run() override {
    const StoreReader store(store_);
    const std::vector<std::string> wrong = check(store);
    for (const std::string& one : wrong) fmt::print("{}: {}\n", store.name(), one);
    if (wrong.empty())
      fmt::print("{} is intact: {}\n", store.name(), counted(count_articles(store), "article", "articles"));
    return wrong.empty() ? 0 : 1;
  }

 private:
  std::string store_;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace hearsay
