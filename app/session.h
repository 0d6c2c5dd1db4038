// What the commands share: the inputs, the output, problems reported to the user, and the exit status that follows.
#pragma once

#include "base/output.h"
#include "base/problem.h"
#include "capture/network/fetch_state.h"
#include "clean/articles/article.h"
#include "terminal.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace hearsay {

enum class Format { text, json, html, other };

struct CommonOptions {
  std::vector<std::string> paths;
  std::string store;                 // of a desk; empty where the inputs are what the paths name
  std::string format;                // as given; empty when not
  std::vector<std::string> formats;  // those the command prints
  std::string format_option = "--format";
  std::string output;
  unsigned threads = 0;
  std::size_t limit = 0;
  std::string since;
  std::string until;
  std::vector<std::string> languages;
  std::vector<std::string> outlets;
  bool fetch = false;
  bool allow_private = false;
  std::string fetch_state;
  bool text_only = false;              // no option: set by a command that needs no more of its articles
  bool ids_as_given = false;           // the same: two articles may have one id
  bool places = false;                 // set by the command that prints them
  std::vector<std::string> own_files;  // no option: files of the command's other options, which are no articles
  bool why = false;                    // the same
  bool metadata = false;
  std::function<void(const std::string& where, std::string_view json)> on_account;  // no option: where an account that
                                                                                    // is read goes, if anywhere
  bool strict = false;
  bool quiet = false;
};

// Adds PATH..., --format, --output, --threads, --strict, --quiet and what selects articles. `formats` are the words
// that --format takes; `about` is its help, where that is not said by the words.
void add_common(CLI::App& app, CommonOptions& options, const std::vector<std::string>& formats,
                const std::string& about = "");

// Adds those of them that say what is read and how: for a command that prints nothing of its own choice.
void add_inputs(CLI::App& app, CommonOptions& options);

// Those that say how it is printed: --format, --output.
void add_outputs(CLI::App& app, CommonOptions& options, const std::vector<std::string>& formats,
                 const std::string& about = "");

// Adds --store to a command that reads stories from there in the place of PATH; `story` says what PATH is then.
void add_store(CLI::App& app, CommonOptions& options, const std::string& story);

// Throws CLI::RequiredError where there are neither paths nor a store.
void check_inputs(const CommonOptions& options);

// Throws std::runtime_error when no file of this name can come to be: its folder is not there, or it is one itself. To
// be asked before the work whose end it is to keep.
void check_can_be_saved(const std::string& path);

class Session {
 public:
  explicit Session(const CommonOptions& options);
  ~Session();

  // As --format says; else by the ending of --output, which must be one that the command writes; else text on a
  // terminal and json elsewhere. word() is it as --format takes it, also where that is `other`.
  Format format() const { return format_; }
  const std::string& word() const { return word_; }
  unsigned threads() const { return threads_; }

  // Hands over the inputs' articles one at a time, in order; reports problems and progress on standard error.
  void read(const std::function<void(Article)>& on_article);

  // What of the network is known from before, where that is not a file's to say; must outlive the session.
  void use_fetch_state(FetchState& state) { given_fetch_state_ = &state; }

  // Is told of each problem too.
  void on_problem(std::function<void(const Problem&)> listener) { on_problem_ = std::move(listener); }

  // All of them at once, for the commands that compare.
  std::vector<Article> read_all();

  // Shows on a terminal what is at work: "marking, 12 of 80"; for Wishes::on_stage. May be called from any thread.
  void show_stage(std::string_view stage, std::size_t done, std::size_t of);

  // Reports a problem on standard error, and counts it for --strict.
  void tell(const Problem& problem);

  // How to print text where standard output is a terminal, else nothing.
  const std::optional<TerminalStyle>& terminal() const { return terminal_; }

  // On a terminal, text goes through the reader's pager, and progress ends with the first of it.
  void print(std::string_view text);

  // Text that is a part of a file and not a line.
  void write(std::string_view text) { output_.write(text); }

  // Where a library may write the output itself (base/output.h).
  const std::string& as_file() { return output_.as_file(); }

  // Counts something usable that was not read from the inputs: an account, a story of a store.
  void count_usable() { ++articles_; }

  // Ends with the exit status without a word on what was usable: for a command that keeps what it reads elsewhere.
  int finish_quietly();
  std::size_t problems() const { return problems_; }

  // Commits the output, unless nothing was usable, saves what was fetched, and returns the exit status.
  int finish();

 private:
  void show_progress(bool last);
  void write_progress(std::string_view line);
  void wipe_progress();

  const CommonOptions& options_;
  std::string word_;
  Format format_;
  unsigned threads_;
  std::optional<TerminalStyle> terminal_;
  std::optional<Pager> pager_;
  Output output_;
  bool progress_;
  std::optional<FetchState> fetch_state_;
  FetchState* given_fetch_state_ = nullptr;
  std::function<void(const Problem&)> on_problem_;
  std::size_t articles_ = 0;
  std::size_t problems_ = 0;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::optional<std::uint64_t> bytes_in_all_;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point shown_;
  std::string shown_stage_;
  bool line_stands_ = false;  // one of progress, on standard error
  std::mutex guard_;          // of the three above, where threads show a stage
};

}  // namespace hearsay
