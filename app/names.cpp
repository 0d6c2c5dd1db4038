// hearsay names: whether two names are one, for the checks of name matching; hidden from the help.
#include "command.h"

#include "identify/name_match.h"
#include "present/json/json_text.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <string>

namespace hearsay {

namespace {

class CompareNames : public Command {
 public:
  void setup(CLI::App& app) override { app.add_option("--format", format_, "json")->check(CLI::IsMember({"json"})); }

  int run() override {
    for (std::string line; std::getline(std::cin, line);) {
      const std::size_t tab = line.find('\t');
      const std::string_view first = std::string_view(line).substr(0, tab);
      const std::string_view second = tab == std::string::npos ? "" : std::string_view(line).substr(tab + 1);
      const NameJudgement found = judge_names(first, second);
      JsonText printed;
      printed.begin_object().add("same", found.same == SameName::yes).add("score", found.score).add("why", found.why);
      std::puts(printed.end_object().take().c_str());
    }
    return 0;
  }

 private:
  std::string format_ = "json";
};

}  // namespace

std::unique_ptr<Command> make_names() { return std::make_unique<CompareNames>(); }

}  // namespace hearsay
