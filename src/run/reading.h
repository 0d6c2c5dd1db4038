// Articles from whatever the user names: files, folders, archives, feeds, standard input.
#pragma once

#include "base/problem.h"
#include "capture/fetch_state.h"
#include "clean/article.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Which articles are wanted. One that does not say its day, language or outlet is not wanted when that is asked for.
struct Selection {
  std::size_t limit = 0;  // so many articles, then stop; 0 is all
  std::optional<Day> since;
  std::optional<Day> until;            // the last day wanted
  std::vector<std::string> languages;  // any of these
  std::vector<std::string> outlets;    // any of these, or a host below one of them
};

// How they are read.
struct Manner {
  unsigned threads = 1;                              // to clean on; the result is the same for any number
  bool fetch = false;                                // the pages that feeds link to, instead of what the feeds hold
  bool allow_private = false;                        // also from the machine itself and from private networks
  bool text_only = false;                            // boilerplate unmarked, languages undetected unless asked for
  bool places = false;                               // the way back from the text into its page
  bool why = false;                                  // what pages show and their texts leave out
  bool metadata = false;                             // pages without an article's text too
  bool ids_as_given = false;                         // two articles may have one id
  std::vector<std::string> not_read;                 // files that the run itself writes: passed over in folders
  FetchState* fetch_state = nullptr;                 // what of the network is known from before; null: nothing is
  std::atomic<std::uint64_t>* bytes_read = nullptr;  // counts the bytes read from files
  // Takes each account ("hearsay/account/1") in a file that the user names or on standard input; without it, and in
  // folders, an account is told as JSON that is no article. The bytes are there during the call.
  std::function<void(const std::string& where, std::string_view json)> on_account;
  std::function<void()> on_progress;  // called for each record dealt with, wanted or not
};

// Reads each path ("-" is standard input; a folder is walked in name order) and hands over each article as it is
// understood, in order. What cannot be read or understood goes to `on_problem`, and the rest goes on.
//   .txt                  one article; articles.json in its folder and NAME.json beside it tell of it
//   .jsonl, .ndjson       one article a line      .json  one article or a list, also IPTC ninjs
//   .html, .htm, .xhtml   one page                .rss, .atom, .xml  a feed
//   .mhtml, .mht          a page that a browser saved as one file
//   .warc                 an archive of pages     .tar, .zip  any of these together
//   .epub, .pdf           only where the user names one: a book's pages, an article a page; the text of a PDF
// Any of them may be packed with gzip or Zstandard (.gz, .zst, .tgz). Standard input and files with another ending that
// the user names are told apart by their first bytes; in folders and archives they are told and passed over, pictures
// and the like without a word.
// An http or https address is fetched (capture/fetch.h says how); the network is touched for nothing else than that
// and `fetch`. What has not changed since `fetch_state` is passed over without a word.
// Articles are handed over once and not kept: memory is bounded by the largest article, and with several threads by
// what is under way on them. Both functions are called by one thread at a time, which need not be the caller's; what
// they throw ends the reading and is thrown again here.
// No two articles have the same id, unless ids are to be as given: a second "a" is handed over as "a#2".
void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem);
void read_articles(const std::vector<std::string>& paths, const Selection& selection, const Manner& manner,
                   const std::function<void(Article)>& on_article, const std::function<void(Problem)>& on_problem);

// The bytes in the files that read_articles() would read. Nothing when that cannot be known: for addresses and pipes.
std::optional<std::uint64_t> bytes_to_read(const std::vector<std::string>& paths);

}  // namespace hearsay
