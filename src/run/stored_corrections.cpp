#include "run/stored_corrections.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

bool is_of_names(const Correction& correction) {
  return correction.kind == CorrectionKind::one_name || correction.kind == CorrectionKind::two_names;
}

bool concerns(const Correction& correction, std::span<const Article> articles) {
  return std::any_of(articles.begin(), articles.end(), [&](const Article& article) {
    if (!is_of_names(correction))
      return article.id == correction.first.article || article.id == correction.second.article;
    return article.text.find(correction.first.words) != std::string::npos ||
           article.text.find(correction.second.words) != std::string::npos;
  });
}

// The correction in one line; a line that cannot be read is returned as not_readable.
Correction read_line(const std::string& line) {
  std::vector<Correction> read = read_corrections(line);
  if (read.size() == 1) return std::move(read.front());
  Correction none;
  none.problem = read.empty() ? "says nothing" : "is more than one line";
  return none;
}

void untell(Store& store, const Correction& correction) {
  for (const WordsIn& one : {correction.first, correction.second}) {
    if (is_of_names(correction))
      untell_stories_naming(store, one.words);
    else if (!one.article.empty())
      untell_story_of(store, one.article);
  }
}

}  // namespace

std::vector<Correction> corrections_for(const StoreReader& store, std::span<const Article> articles) {
  std::vector<Correction> all;
  for (const HeldCorrection& held : list_corrections(store)) {
    Correction correction = read_line(held.line);
    correction.line = static_cast<std::size_t>(held.number);
    if (concerns(correction, articles)) all.push_back(std::move(correction));
  }
  return all;
}

std::optional<std::string> fault_of_correction(const std::string& line) {
  const Correction correction = read_line(line);
  return correction.kind == CorrectionKind::not_readable ? std::optional(correction.problem) : std::nullopt;
}

std::int64_t correct(Store& store, const std::string& line, std::int64_t at) {
  const Correction correction = read_line(line);
  if (correction.kind == CorrectionKind::not_readable)
    throw StoreError(fmt::format("the correction \"{}\" {}", line, correction.problem));
  SqlTransaction transaction(store.sql());
  const std::int64_t number = add_correction(store, line, at);
  untell(store, correction);
  transaction.commit();
  return number;
}

void withdraw(Store& store, std::int64_t number, std::int64_t at) {
  SqlTransaction transaction(store.sql());
  const std::string line = withdraw_correction(store, number, at);
  if (line.empty()) throw StoreError(fmt::format("{} holds no correction {}", store.name(), number));
  untell(store, read_line(line));
  transaction.commit();
}

}  // namespace hearsay
