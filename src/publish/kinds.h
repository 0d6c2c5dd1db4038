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
  std::vector<std::string_view> endings;  // of files that are of this kind: ".xlsx"; the first is the usual one
  bool of_marks = false;                  // is made of the articles' marks and not of the account
  bool many_files = false;                // may be had as several files in a folder
  std::string_view about;
};

const std::vector<KindFacts>& all_kinds();
const KindFacts& facts_of(ExportKind kind);
std::optional<ExportKind> kind_called(std::string_view word);

// Of a file's name without regard to case; nothing where several kinds or none end so.
std::optional<ExportKind> kind_of_ending(std::string_view ending);

}  // namespace hearsay
