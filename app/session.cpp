// Problems and progress share standard error: the progress line is wiped before a problem is told.
#include "session.h"
#include "store_option.h"

#include "present/terminal/progress.h"
#include "present/words/lines.h"
#include "publish/kinds.h"
#include "run/inputs/reading.h"

#include <fmt/format.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

namespace hearsay {

namespace {

bool prints(const CommonOptions& options, std::string_view word) {
  return std::find(options.formats.begin(), options.formats.end(), word) != options.formats.end();
}

// "text, json or html"
std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) all += (i == 0 ? "" : i + 1 < words.size() ? ", " : " or ") + words[i];
  return all;
}

[[noreturn]] void ask_for_format(const CommonOptions& options, const std::string& what_is_wrong) {
  throw CLI::ValidationError(
      "--output", fmt::format("{}; choose {} {}", what_is_wrong, options.format_option, listed(options.formats)));
}

// Of a name without an ending, a pipe or a device.
std::string usual_format(const CommonOptions& options, const char* word) {
  if (!prints(options, word)) ask_for_format(options, "does not say what to write");
  return word;
}

// A name without an ending, a pipe or a device is written as JSON; an ending of something else would lie.
std::string format_of_ending(const CommonOptions& options) {
  constexpr std::pair<const char*, const char*> endings[] = {{".txt", "text"},    {".json", "json"}, {".jsonl", "json"},
                                                             {".ndjson", "json"}, {".html", "html"}, {".htm", "html"}};
  std::string ending = std::filesystem::path(options.output).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  std::error_code missing;
  const bool special =
      std::filesystem::exists(options.output, missing) && !std::filesystem::is_regular_file(options.output);
  if (ending.empty() || special) return usual_format(options, "json");
  std::string word;
  for (const auto& [known, format] : endings)
    if (ending == known) word = format;
  if (const auto kind = kind_of_ending(ending)) word = facts_of(*kind).word;
  if (!prints(options, word))
    ask_for_format(options, fmt::format("{}: this command does not print {}", options.output, ending.substr(1)));
  return word;
}

std::string choose_format(const CommonOptions& options) {
  if (!options.format.empty()) return options.format;
  if (options.output.empty() || options.output == "-")
    return usual_format(options, ::isatty(STDOUT_FILENO) != 0 && prints(options, "text") ? "text" : "json");
  return format_of_ending(options);
}

Format format_called(std::string_view word) {
  if (word == "text") return Format::text;
  if (word == "json") return Format::json;
  return word == "html" ? Format::html : Format::other;
}

std::string is_day(const std::string& word) {
  const auto moment = parse_moment(word);
  return moment && !moment->time_of_day_utc ? std::string() : word + " is not a day such as 2016-11-09";
}

Selection selection_of(const CommonOptions& options) {
  Selection selection;
  selection.limit = options.limit;
  if (!options.since.empty()) selection.since = parse_moment(options.since)->day;
  if (!options.until.empty()) selection.until = parse_moment(options.until)->day;
  selection.languages = options.languages;
  selection.outlets = options.outlets;
  return selection;
}

void add_selection(CLI::App& app, CommonOptions& options) {
  const char* const selection = "Which articles";
  constexpr std::size_t most = 1'000'000'000;
  app.add_option("--limit", options.limit, "Stop after this many articles")
      ->check(CLI::Range(std::size_t{1}, most))
      ->group(selection);
  app.add_option("--since", options.since, "Only articles of this day or later (2016-11-09)")
      ->type_name("DAY")
      ->check(is_day)
      ->group(selection);
  app.add_option("--until", options.until, "Only articles of this day or earlier")
      ->type_name("DAY")
      ->check(is_day)
      ->group(selection);
  app.add_option("--language", options.languages, "Only articles in this language (en); may be given again")
      ->type_name("LANGUAGE")
      ->allow_extra_args(false)
      ->group(selection);
  app.add_option("--outlet", options.outlets, "Only articles of this outlet (bbc.com); may be given again")
      ->type_name("OUTLET")
      ->allow_extra_args(false)
      ->group(selection);
}

bool selects(const CommonOptions& options) {
  return !options.since.empty() || !options.until.empty() || !options.languages.empty() || !options.outlets.empty();
}

}  // namespace

void add_inputs(CLI::App& app, CommonOptions& options) {
  app.add_option("PATH", options.paths,
                 "A file, a folder (walked in name order), an http(s) address, or - for standard input")
      ->required();
  app.add_option("--threads", options.threads, "Number of threads (default: as many as there are cores)")
      ->check(CLI::Range(1, 1024));
  app.add_flag("--strict", options.strict, "Exit with 1 when any input could not be used");
  app.add_flag("-q,--quiet", options.quiet, "No progress on standard error, errors only");
  add_selection(app, options);
  const char* const network = "From the network";
  app.add_flag("--fetch", options.fetch, "Fetch the pages that feeds link to")->group(network);
  app.add_flag("--allow-private", options.allow_private, "Fetch from this machine and private networks too")
      ->group(network);
}

void add_outputs(CLI::App& app, CommonOptions& options, const std::vector<std::string>& formats,
                 const std::string& about) {
  options.formats = formats;
  app.add_option(options.format_option, options.format,
                 about.empty() ? "How to print: " + listed(formats) +
                                     ". By default text on a terminal, else as the ending of --output says, else json"
                               : about)
      ->type_name("FORMAT")
      ->check(CLI::IsMember(formats));
  app.add_option("-o,--output", options.output,
                 "Write to this file, which is replaced only when all is done; - is standard output. The output file "
                 "is never read, even inside an input folder")
      ->type_name("FILE");
}

void add_common(CLI::App& app, CommonOptions& options, const std::vector<std::string>& formats,
                const std::string& about) {
  add_outputs(app, options, formats, about);
  add_inputs(app, options);
  app.add_option("--fetch-state", options.fetch_state,
                 "Fetch only what is new or has changed since the run that last saved this file")
      ->type_name("FILE")
      ->group("From the network");
}

void add_store(CLI::App& app, CommonOptions& options, const std::string& story) {
  app.get_option("PATH")->required(false);
  app.add_option("--store", options.store,
                 std::string("Read from the store of a desk (hearsay ingest), ") + store_places + "; " + story)
      ->type_name("FILE");
}

void check_inputs(const CommonOptions& options) {
  if (options.paths.empty() && options.store.empty()) throw CLI::RequiredError("PATH");
}

void check_can_be_saved(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(path).parent_path();
  if (fs::is_directory(path)) throw std::runtime_error(path + " is a folder");
  if (!folder.empty() && !fs::is_directory(folder))
    throw std::runtime_error(path + " cannot be saved: its folder does not exist");
}

Session::Session(const CommonOptions& options)
    : options_(options),
      word_(choose_format(options)),
      format_(format_called(word_)),
      threads_(options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency())),
      terminal_(format_ == Format::text && (options.output.empty() || options.output == "-") ? terminal_style()
                                                                                             : std::nullopt),
      output_(options.output),
      progress_(!options.quiet && can_show_progress()),
      begun_(std::chrono::steady_clock::now()),
      shown_(begun_) {
  if (options.fetch_state.empty()) return;
  check_can_be_saved(options.fetch_state);
  fetch_state_.emplace(options.fetch_state);
}

Session::~Session() { wipe_progress(); }

void Session::read(const std::function<void(Article)>& on_article) {
  Manner manner;
  manner.threads = threads_;
  manner.fetch = options_.fetch;
  manner.allow_private = options_.allow_private;
  manner.text_only = options_.text_only;
  manner.ids_as_given = options_.ids_as_given;
  manner.places = options_.places;
  manner.why = options_.why;
  manner.metadata = options_.metadata;
  manner.on_account = options_.on_account;
  manner.fetch_state = fetch_state_ ? &*fetch_state_ : given_fetch_state_;
  manner.not_read = {options_.output, options_.fetch_state};
  manner.not_read.insert(manner.not_read.end(), options_.own_files.begin(), options_.own_files.end());
  if (!options_.quiet)
    manner.on_set_aside = [this](const std::string& sentence) {
      wipe_progress();
      fmt::print(stderr, "hearsay: {}\n", on_one_line(sentence));
    };
  if (progress_) {
    bytes_in_all_ = bytes_to_read(options_.paths);
    manner.bytes_read = &bytes_read_;
    manner.on_progress = [this] { show_progress(false); };
  }
  read_articles(
      options_.paths, selection_of(options_), manner,
      [&](Article article) {
        ++articles_;
        on_article(std::move(article));
      },
      [&](const Problem& problem) { tell(problem); });
  if (line_stands_) show_progress(true);
}

std::vector<Article> Session::read_all() {
  std::vector<Article> articles;
  read([&](Article article) { articles.push_back(std::move(article)); });
  return articles;
}

void Session::print(std::string_view text) {
  wipe_progress();
  if (terminal_ && !pager_) {
    progress_ = false;
    pager_.emplace();
  }
  output_.line(text);
}

int Session::finish() {
  if (problems_ > 10) fmt::print(stderr, "hearsay: {} inputs in all could not be used\n", problems_);
  const bool nothing_new = fetch_state_ && fetch_state_->unchanged() > 0;
  if (articles_ == 0 && !nothing_new) {
    fmt::print(stderr, "hearsay: {}\n",
               problems_ == 0 && selects(options_) ? "no article is from the days, languages or outlets asked for"
                                                   : "nothing usable among the inputs");
    return 1;
  }
  output_.commit();
  if (fetch_state_) fetch_state_->save();
  return options_.strict && problems_ > 0 ? 1 : 0;
}

int Session::finish_quietly() {
  if (problems_ > 10) fmt::print(stderr, "hearsay: {} inputs in all could not be used\n", problems_);
  wipe_progress();
  output_.commit();
  return options_.strict && problems_ > 0 ? 1 : 0;
}

void Session::tell(const Problem& problem) {
  ++problems_;
  if (on_problem_) on_problem_(problem);
  wipe_progress();
  fmt::print(stderr, "hearsay: {} {}\n", on_one_line(problem.where), on_one_line(problem.reason));
}

// A line that is written over itself, four times a second at most, so that short work shows nothing.
void Session::show_progress(bool last) {
  const auto now = std::chrono::steady_clock::now();
  if (!last && now - shown_ < std::chrono::milliseconds(250)) return;
  shown_ = now;
  Progress progress;
  progress.articles = articles_;
  progress.seconds = std::chrono::duration<double>(now - begun_).count();
  progress.bytes_read = bytes_read_;
  progress.bytes_in_all = bytes_in_all_;
  progress.limit = options_.limit;
  write_progress(to_text(progress));
}

void Session::show_stage(std::string_view stage, std::size_t done, std::size_t of) {
  if (!progress_) return;
  constexpr std::chrono::milliseconds pause(250);
  const std::lock_guard lock(guard_);
  const auto now = std::chrono::steady_clock::now();
  const bool is_new = stage != shown_stage_;
  if (now - begun_ < pause || (!is_new && now - shown_ < pause && done < of)) return;
  shown_ = now;
  shown_stage_ = stage;
  write_progress(of == 0 ? std::string(stage) : fmt::format("{}, {} of {}", stage, done, of));
}

void Session::write_progress(std::string_view line) {
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
  line_stands_ = true;
}

void Session::wipe_progress() {
  if (!std::exchange(line_stands_, false)) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
}

}  // namespace hearsay
