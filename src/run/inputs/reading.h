// Articles from whatever the user names: files, folders, archives, feeds, standard input.
#pragma once

#include "base/problem.h"
#include "capture/network/fetch_state.h"
#include "clean/articles/article.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Which articles are wanted. One that does not state its day, language or outlet is not wanted if that is asked for.
struct Selection {
  std::size_t limit = 0;  // stop after this many articles; 0: all
  std::optional<Day> since;
  std::optional<Day> until;            // the last day wanted
  std::vector<std::string> languages;  // any of these
  std::vector<std::string> outlets;    // any of these, or a host below one of them
};

// How articles are read.
struct Manner {
  unsigned threads = 1;                              // for cleaning; the result is the same for any number
  bool fetch = false;                                // the pages that feeds link to, instead of what the feeds hold
  bool allow_private = false;                        // fetch from this machine and private networks too
  bool text_only = false;                            // boilerplate unmarked, languages undetected unless asked for
  bool places = false;                               // where each part of the text stands in its page
  bool why = false;                                  // what pages show that their texts leave out, and why
  bool metadata = false;                             // pages without an article's text too
  bool ids_as_given = false;                         // two articles may have one id, or be the same
  std::vector<std::string> not_read;                 // files that the run itself writes: skipped in folders
  FetchState* fetch_state = nullptr;                 // what is known from earlier fetches; null: nothing
  std::atomic<std::uint64_t>* bytes_read = nullptr;  // counts the bytes read from files
  // Takes each account ("hearsay/account/1") in a file that the user names or on standard input; without it, and in
  // folders, an account is reported as one that hearsay wrote, as those in text are. The bytes are valid during the
  // call.
  std::function<void(const std::string& where, std::string_view json)> on_account;
  // Takes, when all is read, a sentence for each kind of what was set aside without being a problem: "3 pictures, ...
  // are not read (the first: in/a.png)".
  std::function<void(const std::string& sentence)> on_set_aside;
  std::function<void()> on_progress;  // called after each record, wanted or not
};

// Reads each path ("-" is standard input; a folder is walked in name order) and hands over each article, in order, as
// it was understood. What cannot be read or understood goes to `on_problem`, and reading goes on.
//   .txt                  one article; articles.json in its folder and NAME.json beside it describe it
//   .jsonl, .ndjson       one article a line      .json  one article or a list, also IPTC ninjs
//   .html, .htm, .xhtml   one page                .rss, .atom, .xml, .opml  a feed or a list of feeds
//   .mhtml, .mht          a page that a browser saved as one file
//   .warc, .wacz, .har    an archive of pages     .tar, .zip  any of these together
//   .eml, .mbox           newsletters, an article a message
//   .epub, .pdf           only if the user names one: a book's pages, an article a page; the text of a PDF
// Any of them may be packed with gzip or Zstandard (.gz, .zst, .tgz). Standard input and named files with another
// ending are told apart by their first bytes; in folders and archives files with another ending are reported and
// skipped. A problem is also an archive or a folder without an article; a pipe, a socket or a device in a folder; a
// link, a pipe or a device in an archive, and a path that leads out of it. No problem, but counted for
// `on_set_aside`, are pictures, sounds, style sheets, scripts and the like in folders and archives, as browsers save
// them beside pages; JSON and XML there that hold no article; and files in an archive whose names begin with a dot.
// Those in a folder are passed over, as they are where folders are listed. An http or https address is fetched
// (capture/network/fetch.h says how); the network is used only for that and for `fetch`. What has not changed since
// `fetch_state` is skipped silently. Articles are handed over once and not kept: memory is bounded by the largest
// article and, with several threads, by what they have in progress. Both functions are called on one thread at a time,
// not necessarily the caller's; an exception they throw ends the reading and is rethrown here. An article that comes
// again with the same id, text and outlet (without one: folder) is handed over once, and counted for `on_set_aside`;
// another with an id that was there is handed over as "a#2", so that no two have the same. With `ids_as_given` neither
// is looked at.
void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem);
void read_articles(const std::vector<std::string>& paths, const Selection& selection, const Manner& manner,
                   const std::function<void(Article)>& on_article, const std::function<void(Problem)>& on_problem);

// The bytes in the files that read_articles() would read. Nothing if that cannot be known: for addresses and pipes.
std::optional<std::uint64_t> bytes_to_read(const std::vector<std::string>& paths);

}  // namespace hearsay
