// hearsay group: which articles report the same story, and who copied whom.
#include "command.h"
#include "session.h"
#include "table_lines.h"

#include "base/lines.h"
#include "group/stories/explain.h"
#include "persist/articles.h"
#include "persist/stories.h"
#include "present/json/json.h"
#include "present/json/json_text.h"
#include "present/terminal/print.h"
#include "present/words/lines.h"
#include "publish/tables/command_tables.h"
#include "run/stored_story.h"
#include "run/story_stream.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace hearsay {

namespace {

class Group : public Command {
 public:
  void setup(CLI::App& app) override {
    options_.text_only = true;
    add_common(app, options_, {"text", "json", "csv", "tsv"});
    table_.add_options(app);
    add_store(app, options_, "PATH is then a story's id; without it, all stories");
    app.add_option("--window", grouping_.window_days, "Days after which a story is closed")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    app.add_option(
           "--state", state_,
           "File to continue from, if it exists, and to save to at the end; a story that no article can join any more "
           "is printed one last time and dropped from it. An article already in it, with the same id and text, is not "
           "added again")
        ->type_name("FILE");
    explain_ =
        app.add_option("--explain", explained_, "Only say why these two articles are, or are not, one story or copies")
            ->type_name("ID ID");
    app.footer(
        "Takes articles in the order given, preferably by time, and prints one story a line (JSON).\n\n"
        "Example:\n  hearsay group --format json monday.jsonl tuesday.jsonl > stories.jsonl\n"
        "  hearsay group --explain a17 b4 monday.jsonl");
  }

  int run() override {
    check_inputs(options_);
    options_.own_files = {state_};
    Session session(options_);
    as_table_ = table_.is_wanted(session);
    if (as_table_ && is_explaining())
      throw CLI::ValidationError("--explain", "is not a table: choose --format json or text");
    json_ = session.format() != Format::text;
    if (!options_.store.empty()) return print_store(session);
    std::function<void(NamedStory)> on_finished;
    if (!is_explaining()) on_finished = [&](const NamedStory& story) { print(story, session); };
    StoryStream stream(grouping_, session.threads(), on_finished);
    load(stream);
    std::size_t again = 0;
    session.read([&](Article article) {
      std::string name = note(article);
      if (!stream.add(std::move(article), std::move(name))) ++again;
    });
    stream.settle();
    if (again > 0 && !options_.quiet)
      fmt::print(stderr, "hearsay: {} in {} already, and not added again\n",
                 again == 1 ? "1 article is" : fmt::format("{} articles are", again), state_);
    if (is_explaining()) {
      explain(stream.rest(), session);
    } else {
      if (!state_.empty()) stream.save(state_);
      for (const NamedStory& story : stream.rest()) print(story, session);
    }
    return session.finish();
  }

 private:
  // The stories as the store has them.
  int print_store(Session& session) {
    if (!state_.empty() || is_explaining())
      throw CLI::ValidationError("--store", "cannot be combined with --state or --explain");
    const StoreReader store(options_.store);
    std::vector<std::size_t> numbers;
    for (const std::string& id : options_.paths) numbers.push_back(need_story(store, id).number);
    if (options_.paths.empty()) numbers = all_stories(store);
    for (const std::size_t number : numbers) {
      print(
          with_names(grouped_story(store, number), [&](std::size_t article) { return name_in_store(store, article); }),
          session);
      session.count_usable();
    }
    return session.finish();
  }

  std::string name_in_store(const StoreReader& store, std::size_t number) const {
    return json_ ? id_of_article(store, number) : name_of(read_first_version(store, number));
  }

  std::string name_of(const Article& article) const {
    std::string name = article.id;
    if (!json_ && !is_explaining() && article.outlet) name += " (" + *article.outlet + ")";
    if (!json_ && !is_explaining() && article.title) name += ": " + *article.title;
    return name;
  }

  bool is_explaining() const { return explain_ != nullptr && explain_->count() > 0; }

  // The name by which the article will be told: its id, in text with outlet and title.
  std::string note(const Article& article) {
    if (is_explaining() && (article.id == explained_.first || article.id == explained_.second))
      kept_.push_back(article);
    return name_of(article);
  }

  void print(const NamedStory& told, Session& session) {
    if (as_table_)
      table_.print(story_rows(told.story, told.names), session);
    else
      session.print(json_ ? to_json(told.story, told.names) : to_text(told.story, told.names, session.terminal()));
  }

  void explain(const std::vector<NamedStory>& stories, Session& session) const {
    const auto article = [&](const std::string& id) -> const Article& {
      const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Article& a) { return a.id == id; });
      if (found == kept_.end()) throw CLI::ValidationError("--explain", "no article among the inputs has the id " + id);
      return *found;
    };
    const Article& a = article(explained_.first);
    const Article& b = article(explained_.second);
    const auto story_of = [&](const std::string& id) {
      const auto found = std::find_if(stories.begin(), stories.end(), [&](const NamedStory& told) {
        return std::any_of(told.story.articles.begin(), told.story.articles.end(),
                           [&](std::size_t n) { return told.names[n] == id; });
      });
      return found == stories.end() ? std::string() : found->story.id;
    };
    const std::string first = story_of(a.id);
    const std::string second = story_of(b.id);
    if (json_) {
      JsonText out;
      out.begin_object().add("format", "hearsay/explanation/1").add("one_story", first == second);
      const std::pair<const std::string&, const std::string&> both[] = {{a.id, first}, {b.id, second}};
      out.add_objects("articles", both, [&](const auto& one) { out.add("id", one.first).add("story", one.second); });
      session.print(out.add("why", explain_pair(a, b)).end_object().take());
      return;
    }
    std::string told = fmt::format("{} is in story {}, {} in {}\n", on_one_line(a.id), first, on_one_line(b.id),
                                   first == second ? "the same" : second);
    told += on_its_lines(explain_pair(a, b));
    if (session.terminal()) told = wrapped_lines(told, session.terminal()->columns);
    for (std::string_view rest = told; !rest.empty();) session.print(next_line(rest));
  }

  void load(StoryStream& stream) const {
    if (state_.empty()) return;
    check_can_be_saved(state_);
    if (std::filesystem::exists(state_)) stream.load(state_);
  }

  CommonOptions options_;
  Grouper::Options grouping_;
  std::string state_;
  std::pair<std::string, std::string> explained_;
  CLI::Option* explain_ = nullptr;
  TableLines table_;
  bool as_table_ = false;
  bool json_ = false;
  std::vector<Article> kept_;  // those to be explained
};

}  // namespace

std::unique_ptr<Command> make_group() { return std::make_unique<Group>(); }

}  // namespace hearsay
