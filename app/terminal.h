// The terminal that standard output may be, and the pager that a reader has on it.
#pragma once

#include "present/words/terminal_style.h"

#include <sys/types.h>

#include <optional>

namespace hearsay {

// How to print on standard output: nothing where it is no terminal. As wide as the terminal (from 40 to 120 columns);
// in colour unless NO_COLOR is set or TERM is "dumb".
std::optional<TerminalStyle> terminal_style();

// Whether progress can be shown on standard error, as one line written over itself: a terminal that knows how to (not
// where TERM is "dumb").
bool can_show_progress();

// Sends standard output through the reader's pager as git does: HEARSAY_PAGER, else PAGER, else less, with LESS=FRX
// where LESS is not set; none where it is empty, "cat" or not installed. Ends when the reader leaves it.
class Pager {
 public:
  Pager();
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  pid_t child_ = -1;  // none
};

}  // namespace hearsay
