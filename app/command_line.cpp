// One file a command: to add one, write app/NAME.cpp with make_NAME() as app/read.cpp does, declare it in
// app/command.h, and list it here. A command with an empty purpose is for measuring only, and hidden from help, man
// pages and completions.
#include "command_line.h"
#include "configuration.h"
#include "help.h"
#include "versions.h"

#include "present/words/lines.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

// Letters to put in, take out or change.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t before = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = before + (a[i] == b[j] ? 0 : 1);
      before = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, before + 1});
    }
  }
  return row.back();
}

// The one that may have been meant; empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  std::string best;
  std::size_t best_distance = 1 + std::min<std::size_t>(word.size(), 60) / 3;
  for (const std::string& name : names) {
    const std::size_t apart = distance(word.substr(0, 60), name);
    if (apart < best_distance || (apart == best_distance && best.empty())) {
      best = name;
      best_distance = apart;
    }
  }
  return best;
}

// The rest of a complaint about a word that is none of the names.
std::string hint(std::string_view word, const std::vector<std::string>& names, const std::string& otherwise) {
  const std::string likely = nearest(word, names);
  return likely.empty() ? otherwise : "did you mean \"" + likely + "\"?";
}

// "--treads" of "--treads=2"
std::string name_in(const std::string& word) { return word.substr(0, word.find('=')); }

std::vector<std::string> long_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// What the library complains of, told as the program tells all else: by its name, in small letters and on one line.
std::string complaint(const CLI::App* /*app*/, const CLI::Error& error) {
  std::string reason = on_one_line(error.what());
  const bool is_sentence = reason.size() > 1 && (reason[1] == ' ' || (reason[1] >= 'a' && reason[1] <= 'z'));
  if (is_sentence && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] += 'a' - 'A';  // but "PATH is required"
  return "hearsay: " + reason + "\nRun with --help for more information.\n";
}

}  // namespace

CommandLine::CommandLine()
    : app_(std::make_unique<CLI::App>(
          "Reads many reports of one event and says what is claimed, who says so, who only repeats it,\n"
          "and where accounts differ.",
          "hearsay")) {
  app_->set_version_flag("-V,--version", versions, "Print the versions of the program and of each model, and exit");
  app_->formatter(std::make_shared<Help>(help_columns()));  // before the commands, which take it over
  app_->require_subcommand(1);
  app_->failure_message(complaint);
  // A paragraph that begins with such a word and a colon becomes a section of the man page (reference/reference.cpp).
  app_->footer(
      "Example:\n  hearsay report story/\n\nhearsay COMMAND --help describes each command.\n\n"
      "Environment: HEARSAY_DATA may name a folder; a file in its data/ folder replaces the program's own list of that "
      "name. HEARSAY_PAGER or PAGER shows text on a terminal (less if neither is set); NO_COLOR turns colour off; "
      "HEARSAY_CONFIG names another configuration file, or none if it is empty.\n\n"
      "Files: ~/.config/hearsay/config holds options that always apply, under their own names, one a line "
      "(threads = 4); those of one command below its name ([report]).\n\n"
      "Exit status: 0 done, 1 nothing usable among the inputs (with --strict: any input unusable), 2 wrong use.");
  add("read", "Articles, as they were understood", make_read());
  add("mark", "Articles with their language marked up", make_mark());
  add("group", "Which articles report the same story, who copied whom", make_group());
  add("report", "One story's account: claims, origins, points", make_report());
  add("export", "A story's account as a table, a network, annotations, references", make_export());
  add("ingest", "Articles into the store of a desk, as they come", make_ingest());
  add("watch", "Feeds into a store, again and again", make_watch());
  add("stories", "Which stories a store holds", make_stories());
  add("changes", "What changed in the stories of a store", make_changes());
  add("correct", "Corrections that a store keeps", make_correct());
  add("serve", "A store, for the browser and for other programs", make_serve());
  add("check", "Whether a store is intact", make_check());
  add("backup", "A copy of a store, even while it is being written", make_backup());
  add("doctor", "Whether the program works, and which parts of it are yours", make_doctor());
  add("names", "", make_names());
}

CommandLine::~CommandLine() = default;

void CommandLine::add(const char* name, const char* purpose, std::unique_ptr<Command> command) {
  CLI::App* part = app_->add_subcommand(name, purpose);
  if (part->get_description().empty()) part->group("");
  command->setup(*part);
  part->final_callback([this, part, work = command.get()] {
    configure(*part);
    status_ = work->run();
  });
  commands_.push_back(std::move(command));
}

int CommandLine::run(int argc, const char* const* argv) {
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (!words.empty() && words[0] == "help") {  // "help COMMAND" is COMMAND --help
    words.erase(words.begin(),
                std::find_if(words.begin(), words.end(), [](const auto& word) { return word != "help"; }));
    words.emplace_back("--help");
  }
  if (const std::string wrong = words.empty() ? "" : fault_of_first(words[0]); !wrong.empty()) {
    std::fprintf(stderr, "hearsay: %s\n", on_one_line(wrong).c_str());
    return 2;
  }
  try {
    std::reverse(words.begin(), words.end());  // as the library takes them
    app_->parse(std::move(words));
  } catch (const CLI::ExtrasError& error) {
    if (const std::string wrong = unknown_option(); !wrong.empty())
      std::fprintf(stderr, "hearsay: %s\n", on_one_line(wrong).c_str());
    else
      app_->exit(error);
    return 2;
  } catch (const CLI::ParseError& error) {
    return app_->exit(error) == 0 ? 0 : 2;
  }
  return status_;
}

// Options from the user's file of configuration, where the command has any.
void CommandLine::configure(CLI::App& part) const {
  if (part.get_name() == "doctor") return;  // which is there to tell what is wrong with it
  const Configuration configuration = read_configuration(*app_);
  if (!configuration.problems.empty()) throw CLI::ConfigError(on_one_line(configuration.problems.front()));
  apply(configuration, part);
}

std::vector<std::string> CommandLine::command_names() const {
  std::vector<std::string> names;
  for (const CLI::App* part : std::as_const(*app_).get_subcommands([](const CLI::App*) { return true; })) {
    if (!part->get_group().empty()) names.push_back(part->get_name());
  }
  return names;
}

// What is wrong with the first word, which is a command or an option of the program's own; nothing where it is. Asked
// before the rest is parsed, which would only miss a command.
std::string CommandLine::fault_of_first(const std::string& word) const {
  const std::string otherwise = "hearsay --help lists them";
  if (!word.starts_with('-'))
    return has_command(word) ? "" : "there is no command \"" + word + "\"; " + hint(word, command_names(), otherwise);
  const bool is_long = word.starts_with("--");
  const std::string name = is_long ? name_in(word) : word.substr(0, 2);
  if (name.size() < (is_long ? 3 : 2) || app_->get_option_no_throw(name) != nullptr) return "";
  return "there is no option \"" + name + "\"; " + hint(name, long_options(*app_), otherwise);
}

bool CommandLine::has_command(const std::string& name) const {
  return !std::as_const(*app_).get_subcommands([&](const CLI::App* part) { return part->get_name() == name; }).empty();
}

// What is wrong with the first word that the command does not take, where that looks like an option; else nothing.
std::string CommandLine::unknown_option() const {
  const auto used = app_->get_subcommands();
  const std::vector<std::string> left = used.empty() ? std::vector<std::string>() : used.front()->remaining();
  if (left.empty() || !left.front().starts_with('-')) return "";
  const std::string name = name_in(left.front());
  const std::string& command = used.front()->get_name();
  return command + " has no option \"" + name + "\"; " +
         hint(name, long_options(*used.front()), "hearsay " + command + " --help lists them");
}

}  // namespace hearsay
