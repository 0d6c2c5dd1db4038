// What a reader corrects in an account: a small file of lines, replayed on every run (docs/corrections.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class CorrectionKind : std::uint8_t {
  one_name,     // name "A" is "B"
  two_names,    // name "A" is not "B"
  copy,         // article X is a copy of Y
  no_copy,      // article X is not a copy of Y
  ignore,       // ignore in X "words"
  belongs,      // claim in X "words" belongs with Y "words"
  apart,        // claim in X "words" stands apart
  said_by,      // claim in X "words" is said by "A"
  own_voice,    // claim in X "words" is said by nobody
  not_readable  // a line in no known form: `problem` says why
};

// A claim or passage is named by its article's id and its words, so that it is found again after the account's numbers
// changed.
struct WordsIn {
  std::string article;
  std::string words;
};

struct Correction {
  std::size_t line = 0;  // counted from 1
  std::string text;      // the line as it stands in the file
  CorrectionKind kind = CorrectionKind::not_readable;
  WordsIn first;   // names: `words` is the name; articles: `article` is the id
  WordsIn second;  // what the first is compared with; empty where a line names one thing
  std::string problem;
};

// Reads a file of corrections: any bytes. Blank lines and lines that begin with # are passed over; a line that cannot
// be read is returned as not_readable. After 10,000 corrections one more not_readable says that the rest was not read.
std::vector<Correction> read_corrections(std::string_view bytes);

// What became of a correction when it was replayed.
struct CorrectionOutcome {
  std::size_t line = 0;
  std::string text;
  bool readable = true;
  bool applied = false;
  std::string why;  // why it no longer fits; when applied, what it did
};

}  // namespace hearsay
