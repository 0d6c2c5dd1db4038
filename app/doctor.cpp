// hearsay doctor: whether this installation is well, and what of it is the user's own. One fault may spoil several of
// the looks it takes, and is told by the first.
#include "command.h"
#include "configuration.h"
#include "terminal.h"
#include "versions.h"

#include "base/counted.h"
#include "base/lines.h"
#include "base/resources.h"
#include "clean/clean.h"
#include "group/stories/grouper.h"
#include "present/page/page.h"
#include "present/words/lines.h"
#include "run/engine.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {

namespace {

std::multiset<std::string_view> lines_of(std::string_view text) {
  std::multiset<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.insert(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t missing_in(const std::multiset<std::string_view>& other, const std::multiset<std::string_view>& lines) {
  std::vector<std::string_view> missing;
  std::set_difference(lines.begin(), lines.end(), other.begin(), other.end(), std::back_inserter(missing));
  return missing.size();
}

std::string how_it_differs(std::string_view name, std::string_view built_in, std::string_view own) {
  if (own == built_in) return "the same as the program's";
  if (!name.starts_with("data/")) return "differs from the program's";
  const auto theirs = lines_of(built_in);
  const auto ours = lines_of(own);
  return fmt::format("{} lines more than the program's list, {} of its lines gone", missing_in(theirs, ours),
                     missing_in(ours, theirs));
}

// An invented event, told twice: enough to have each list and model read.
std::vector<Article> trial_articles() {
  std::vector<Article> articles;
  const char* const pages[] = {
      "<html lang=en><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The bridge over "
      "the "
      "Wennel was closed on Monday after nine people were hurt, Mayor Ana Vell told the Harrow Wire.</p><p>\u201cWe "
      "closed "
      "it at once,\u201d she said.</p></article></body></html>",
      "Fourteen people were hurt when the bridge over the Wennel fell on Monday, surgeon Josef Kalm said. Nobody was "
      "missing, according to the Harrow Wire."};
  for (const char* const content : pages) {
    Record record;
    record.kind = articles.empty() ? Record::Kind::html : Record::Kind::text;
    record.id = articles.empty() ? "one" : "two";
    record.content = content;
    auto cleaned = clean(std::move(record));
    if (!cleaned) throw std::runtime_error("an invented report " + cleaned.error());
    articles.push_back(std::move(cleaned->front()));
  }
  return articles;
}

class Doctor : public Command {
 public:
  void setup(CLI::App& app) override {
    app_ = app.get_parent();
    app.footer(
        "Prints the versions of all parts of the program, the configuration, and the lists and models of yours\n"
        "that it reads and how they differ from its own, and tries every step on an invented story.\n\n"
        "Example:\n  hearsay doctor");
  }

  int run() override {
    check("versions", [] { return told_versions() + '\n' + library_versions(); });
    check("configuration", [this] { return told_configuration(); });
    check("lists and models of your own", told_replaced);
    check("a trial", try_all);
    fmt::print("{}\n", faults_.empty() ? "all is well" : counted(faults_.size(), "problem", "problems"));
    return faults_.empty() ? 0 : 1;
  }

 private:
  template <class Look>
  void check(std::string_view what, const Look& look) {
    std::string told;
    try {
      told = look();
    } catch (const std::exception& error) {
      told = tell_once(on_one_line(error.what()));
    }
    fmt::print("{}\n", what);
    std::string lines;
    for (std::string_view rest = told; !rest.empty();) lines.append("  ").append(next_line(rest)).append("\n");
    fmt::print("{}", terminal_ ? wrapped_lines(lines, terminal_->columns) : lines);
  }

  std::string tell_once(const std::string& fault) {
    if (!faults_.insert(fault).second) return "not possible: see above";
    return "wrong: " + fault;
  }

  // The program's own where the user's cannot be read, which is told with the lists.
  static std::string told_versions() {
    try {
      return versions();
    } catch (const std::runtime_error&) {
      return own_versions();
    }
  }

  std::string told_configuration() {
    const Configuration configuration = read_configuration(*app_);
    if (configuration.file.empty()) return "none";
    std::string told = configuration.exists
                           ? configuration.file + ": " + counted(configuration.settings.size(), "setting", "settings")
                           : configuration.file + ": there is none";
    for (const std::string& problem : configuration.problems) told += '\n' + tell_once(on_one_line(problem));
    for (const std::string& problem : faulty_values(configuration, *app_)) told += '\n' + tell_once(problem);
    return told;
  }

  static std::string told_replaced() {
    const char* const folder = std::getenv("HEARSAY_DATA");
    std::string told = folder == nullptr || *folder == '\0' ? "none (HEARSAY_DATA is not set)" : folder;
    std::size_t count = 0;
    for (const Resource& one : all_resources()) {
      if (one.replaced_by.empty()) continue;
      ++count;
      told += fmt::format("\n{}: {}", one.name, how_it_differs(one.name, one.built_in, resource(one.name)));
    }
    if (count == 0 && folder != nullptr && *folder != '\0') told += " holds none";
    return told;
  }

  static std::string try_all() {
    std::vector<Article> articles = trial_articles();
    Grouper grouper({});
    for (const Article& article : articles) grouper.add(article);
    const std::size_t stories = grouper.stories().size();
    const Marker marker;
    const AccountRules rules;
    const Account account = report(std::move(articles), marker, rules, 1);
    if (stories == 0 || account.claims.empty() || to_html(account).empty())
      throw std::runtime_error("an invented story of 2 reports gives no account");
    return fmt::format("an invented story of 2 reports: {} claims, {} points", account.claims.size(),
                       account.points.size());
  }

  CLI::App* app_ = nullptr;
  std::optional<TerminalStyle> terminal_ = terminal_style();
  std::set<std::string> faults_;
};

}  // namespace

std::unique_ptr<Command> make_doctor() { return std::make_unique<Doctor>(); }

}  // namespace hearsay
