// hearsay group: which articles tell one story, and who copied whom.
#include "command.h"
#include "session.h"
#include "table_lines.h"

#include "base/lines.h"
#include "base/unfinished_file.h"
#include "group/held/held_names.h"
#include "group/held/known_articles.h"
#include "group/held/saved_state.h"
#include "group/stories/explain.h"
#include "group/stories/grouper.h"
#include "persist/articles.h"
#include "persist/stories.h"
#include "present/json.h"
#include "present/json_text.h"
#include "present/lines.h"
#include "present/print.h"
#include "publish/tables/command_tables.h"
#include "run/in_parallel.h"
#include "run/stored_story.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <system_error>
#include <unordered_set>

namespace hearsay {

namespace {

// Articles on their way into the grouping, with the names they are told by.
struct Batch {
  static constexpr std::size_t most = 256;
  std::vector<Article> articles;
  std::vector<std::string> names;
  std::vector<std::uint64_t> fingerprints;
};

struct SignedBatch {
  std::vector<Signature> signatures;
  std::vector<std::string> names;
  std::vector<std::uint64_t> fingerprints;
};

SignedBatch sign_all(Batch batch, unsigned threads) {
  SignedBatch result{std::vector<Signature>(batch.articles.size()), std::move(batch.names),
                     std::move(batch.fingerprints)};
  for_each_index(batch.articles.size(), threads,
                 [&](std::size_t i) { result.signatures[i] = sign(batch.articles[i]); });
  return result;
}

// "HSN3": names, fingerprints and their checksum, then the grouper's own state, which ends the file.
constexpr std::uint32_t state_version = 0x334E5348;

class Group : public Command {
 public:
  void setup(CLI::App& app) override {
    options_.text_only = true;
    add_common(app, options_, {"text", "json", "csv", "tsv"});
    table_.add_options(app);
    add_store(app, options_, "PATH is then a story, by its id, or nothing: all of them");
    app.add_option("--window", grouping_.window_days, "Days after which a story is closed")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    app.add_option(
           "--state", state_,
           "File to go on from, if it exists, and to save to at the end; a story that no article can join any more is "
           "printed a last time and leaves it. An article that is in it already, by its id and text, is not added "
           "again")
        ->type_name("FILE");
    explain_ =
        app.add_option("--explain", explained_, "Only say why these two articles are, or are not, one story or copies")
            ->type_name("ID ID");
    app.footer(
        "Takes articles in the order given, best by time, and prints one story a line (JSON).\n\n"
        "Example:\n  hearsay group --format json monday.jsonl tuesday.jsonl > stories.jsonl\n"
        "  hearsay group --explain a17 b4 monday.jsonl");
  }

  int run() override {
    check_inputs(options_);
    options_.own_files = {state_};
    Session session(options_);
    as_table_ = table_.is_wanted(session);
    if (as_table_ && is_explaining())
      throw CLI::ValidationError("--explain", "is no table: choose --format json or text");
    json_ = session.format() != Format::text;
    if (!options_.store.empty()) return print_store(session);
    Grouper grouper(grouping_);
    load(grouper);
    const unsigned helpers = session.threads() - 1;
    Batch batch;
    const std::unordered_set<std::uint64_t> known = known_.all();
    std::size_t again = 0;
    session.read([&](Article article) {
      const std::uint64_t fingerprint = KnownArticles::fingerprint(article.id, article.text);
      std::string name = note(article);
      if (known.contains(fingerprint)) {
        ++again;
        return;
      }
      batch.names.push_back(std::move(name));
      batch.fingerprints.push_back(fingerprint);
      batch.articles.push_back(std::move(article));
      if (batch.articles.size() < Batch::most) return;
      // While this batch is signed the one before is grouped and the next one read.
      SignedBatch before = signing_.valid() ? signing_.get() : SignedBatch();
      if (helpers == 0)
        before = sign_all(std::move(batch), 1);
      else
        begin_signing(std::move(batch), helpers);
      batch = {};
      group(std::move(before), grouper, session);
    });
    if (signing_.valid()) group(signing_.get(), grouper, session);
    group(sign_all(std::move(batch), session.threads()), grouper, session);
    if (again > 0 && !options_.quiet)
      fmt::print(stderr, "hearsay: {} in {} already, and not added again\n",
                 again == 1 ? "1 article is" : fmt::format("{} articles are", again), state_);
    if (is_explaining()) {
      explain(grouper.stories(), session);
    } else {
      save(grouper);
      print(grouper.stories(), session);
    }
    return session.finish();
  }

 private:
  // The stories as the store has them.
  int print_store(Session& session) {
    if (!state_.empty() || is_explaining())
      throw CLI::ValidationError("--store", "goes with neither --state nor --explain");
    const StoreReader store(options_.store);
    std::vector<std::size_t> numbers;
    for (const std::string& id : options_.paths) numbers.push_back(need_story(store, id).number);
    if (options_.paths.empty()) numbers = all_stories(store);
    for (const std::size_t number : numbers) {
      Story story = grouped_story(store, number);
      const auto names = take_names(story, [&](std::size_t article) { return name_in_store(store, article); });
      print(story, names, session);
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

  // On a thread of its own; where none can be had, when the result is asked for.
  void begin_signing(Batch batch, unsigned threads) {
    to_sign_ = std::move(batch);
    const auto work = [this, threads] { return sign_all(std::move(to_sign_), threads); };
    try {
      signing_ = std::async(std::launch::async, work);
    } catch (const std::system_error&) {
      signing_ = std::async(std::launch::deferred, work);
    }
  }

  void group(SignedBatch batch, Grouper& grouper, Session& session) {
    for (const std::string& name : batch.names) names_.add(name);
    for (const std::uint64_t fingerprint : batch.fingerprints) known_.add(fingerprint);
    for (Signature& signature : batch.signatures) grouper.add(std::move(signature));
    if (!is_explaining()) print_finished(grouper, session);
  }

  // The name by which the article will be told.
  std::string note(const Article& article) {
    if (is_explaining() && (article.id == explained_.first || article.id == explained_.second))
      kept_.push_back(article);
    return name_of(article);
  }

  // Names that nothing still names are forgotten, so that a stream without end needs no more memory than its window.
  void print_finished(Grouper& grouper, Session& session) {
    std::vector<Story> finished = grouper.take_finished();
    if (finished.empty()) return;
    print(std::move(finished), session);
    const std::vector<std::uint32_t> held = grouper.numbers_held();
    names_.keep_only(held);
    known_.keep_only(held);
  }

  void print(std::vector<Story> stories, Session& session) {
    for (Story& story : stories) {
      const auto names = take_names(
          story, [this](std::size_t number) { return std::string(names_.at(static_cast<std::uint32_t>(number))); });
      print(story, names, session);
    }
  }

  void print(const Story& story, const std::vector<std::string>& names, Session& session) {
    if (as_table_)
      table_.print(story_rows(story, names), session);
    else
      session.print(json_ ? to_json(story, names) : to_text(story, names));
  }

  // The names of a story's articles; the story's numbers become places in the list.
  template <class NameOf>
  static std::vector<std::string> take_names(Story& story, const NameOf& name_of_number) {
    std::vector<std::size_t> numbers = story.articles;
    for (const Copy& copy : story.copies) numbers.insert(numbers.end(), {copy.from, copy.to});
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    const auto number_to_place = [&](std::size_t& number) {
      number = static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) - numbers.begin());
    };
    for (std::size_t& article : story.articles) number_to_place(article);
    for (Copy& copy : story.copies) {
      number_to_place(copy.from);
      number_to_place(copy.to);
    }
    std::vector<std::string> names;
    for (const std::size_t number : numbers) names.push_back(name_of_number(number));
    return names;
  }

  void explain(const std::vector<Story>& stories, Session& session) const {
    const auto article = [&](const std::string& id) -> const Article& {
      const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Article& a) { return a.id == id; });
      if (found == kept_.end()) throw CLI::ValidationError("--explain", "no article among the inputs has the id " + id);
      return *found;
    };
    const Article& a = article(explained_.first);
    const Article& b = article(explained_.second);
    const auto story_of = [&](const std::string& id) {
      const auto found = std::find_if(stories.begin(), stories.end(), [&](const Story& story) {
        return std::any_of(story.articles.begin(), story.articles.end(),
                           [&](std::size_t n) { return names_.at(static_cast<std::uint32_t>(n)) == id; });
      });
      return found == stories.end() ? std::string() : found->id;
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
    session.print(fmt::format("{} is in story {}, {} in {}\n", on_one_line(a.id), first, on_one_line(b.id),
                              first == second ? "the same" : second));
    const std::string why = explain_pair(a, b);
    for (std::string_view rest = why; !rest.empty();) {
      const std::string_view line = next_line(rest);
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      session.print(std::string(indent, ' ') + on_one_line(line.substr(indent)) + "\n");
    }
  }

  void load(Grouper& grouper) {
    if (state_.empty()) return;
    check_can_be_saved(state_);
    if (!std::filesystem::exists(state_)) return;
    std::ifstream file(state_, std::ios::binary);
    try {
      StateReader reader(file);
      std::uint32_t version = 0;
      reader(version);
      if (version != state_version) throw std::runtime_error("this is no saved state of this version");
      reader(names_, known_);
      const std::uint64_t expected = reader.digest();
      std::uint64_t digest = 0;
      reader(digest);
      if (digest != expected) throw std::runtime_error("the saved state is damaged");
      grouper.load(file);
      if (file.peek() != std::ifstream::traits_type::eof()) throw std::runtime_error("the saved state is damaged");
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(state_ + ": " + error.what());
    }
  }

  // Saved before what waits is placed, so that the next run finds all as it was; beside the old file until complete.
  void save(const Grouper& grouper) {
    if (state_.empty()) return;
    try {
      UnfinishedFile unfinished(state_);
      std::ofstream file(unfinished.path(), std::ios::binary);
      StateWriter writer(file);
      std::uint32_t version = state_version;
      writer(version, names_, known_);
      std::uint64_t digest = writer.digest();
      writer(digest);
      grouper.save(file);
      file.close();
      if (!file) throw std::runtime_error("the disk may be full");
      unfinished.commit();
    } catch (const std::exception& error) {
      throw std::runtime_error(state_ + " cannot be written: " + error.what());
    }
  }

  CommonOptions options_;
  Grouper::Options grouping_;
  std::string state_;
  std::pair<std::string, std::string> explained_;
  CLI::Option* explain_ = nullptr;
  TableLines table_;
  bool as_table_ = false;
  bool json_ = false;
  HeldNames names_;  // by article number: ids, in text with outlet and title
  KnownArticles known_;
  Batch to_sign_;
  std::future<SignedBatch> signing_;
  std::vector<Article> kept_;  // those to be explained
};

}  // namespace

std::unique_ptr<Command> make_group() { return std::make_unique<Group>(); }

}  // namespace hearsay
