// The formats of other programs in which an account can be written.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class ExportKind : std::uint8_t {
  csv,
  tsv,
  xlsx,
  coding,
  sqlite,
  gexf,
  graphml,
  graph,
  webannotation,
  prov,
  provn,
  ninjs,
  claim,
  conllu,
  timex,
  bibtex,
  csl_json,
  md
};

struct KindFacts {
  ExportKind kind;
  std::string_view word;                  // as --to takes it
  std::vector<std::string_view> endings;  // of files of this kind: ".xlsx"; the first is the usual one
  bool of_marks = false;                  // made from the articles' marks, not from the account
  bool many_files = false;                // can be written as several files in a folder
  std::string_view about;
};

const std::vector<KindFacts>& all_kinds();
const KindFacts& facts_of(ExportKind kind);
std::optional<ExportKind> kind_called(std::string_view word);

// By a file's ending (".xlsx"), ignoring case; nothing if no kind has it.
std::optional<ExportKind> kind_of_ending(std::string_view ending);

}  // namespace hearsay
