// Runs are what one sees as a name, chains are wider: all that is labelled together. Evidence is gathered under each
// word's folded form (Krishnan and Manning 2006: what the rest of the text shows).
#include "extract/names/sheet.h"

#include "base/one_of.h"
#include "extract/names/gazetteer.h"
#include "extract/names/lists.h"

#include <algorithm>
#include <unordered_map>

namespace hearsay {

namespace {

// Works out runs, chains and evidence over the words of a sheet.
class SheetReader {
 public:
  SheetReader(std::string_view text, const Dissection& dissection, std::uint32_t offset, NameSheet& sheet)
      : text_(text), dissection_(dissection), offset_(offset), sheet_(sheet) {}

  void find_runs();
  void find_chains();
  void gather_evidence();

 private:
  std::string_view form(std::size_t i) const { return words_at(text_, dissection_.tokens[offset_ + i].span); }
  bool joins(std::size_t i) const { return (sheet_.words[i].listed & joining_word) != 0; }
  bool joining_mark(std::size_t i) const {
    return is_one_of(form(i), {"&", "-", "–", "'", "’", "'s", "’s", ".", "/", ","});
  }
  // What holds a run of capitals together; "of" and "for" are the two that stand in names of bodies of one run.
  bool tight(std::size_t i) const { return is_one_of(form(i), {"&", "-", "'", "’", "of", "for"}); }
  bool continues_name(std::size_t i) const;
  std::uint16_t evidence_bits(std::size_t i) const;

  std::string_view text_;
  const Dissection& dissection_;
  std::uint32_t offset_;
  NameSheet& sheet_;
};

// "hee" of "Jin-hee": a small word hung on a capitalised one.
bool SheetReader::continues_name(std::size_t i) const {
  const auto& words = sheet_.words;
  return i >= 2 && words[i].letters == Letters::small && words[i].joined && words[i - 1].joined &&
         words[i - 2].capital && is_one_of(form(i - 1), {"-", "'", "’", "‐", "‑"});
}

void SheetReader::find_runs() {
  auto& words = sheet_.words;
  for (std::size_t i = 0; i < words.size();) {
    if (!words[i].capital) {
      ++i;
      continue;
    }
    CapitalRun run{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), 0, 0};
    for (std::size_t j = i + 1; j < words.size() && !words[j].first_in_sentence; ++j) {
      if (words[j].capital || continues_name(j))
        run.last = static_cast<std::uint32_t>(j + 1);
      else if (!tight(j) || run.last != j)
        break;
    }
    for (std::size_t j = run.first; j < run.last; ++j) {
      words[j].run = static_cast<std::int32_t>(sheet_.runs.size());
      run.listed |= words[j].listed;
      run.known |= words[j].known;
    }
    sheet_.runs.push_back(run);
    i = run.last;
  }
}

// A chain is capitalised words with up to three joining words or numbers between, up to two joining words before and
// up to two numbers after.
void SheetReader::find_chains() {
  const auto& words = sheet_.words;
  const auto number = [&](std::size_t i) { return words[i].letters == Letters::digits; };
  std::size_t free_from = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    std::size_t first = i;
    while (first > free_from && i - first < 2 && !words[first].first_in_sentence &&
           (joins(first - 1) || number(first - 1) || is_one_of(form(first - 1), {"-", "'", "’"})))
      --first;
    std::size_t last = i + 1;
    std::size_t gap = 0;
    for (std::size_t j = i + 1; j < words.size() && !words[j].first_in_sentence && gap <= 3; ++j) {
      if (words[j].capital || continues_name(j)) {
        last = j + 1;
        gap = 0;
      } else if (joins(j) || joining_mark(j) || number(j)) {
        ++gap;
        if (number(j) && last + 2 > j) last = j + 1;
      } else {
        break;
      }
    }
    sheet_.chains.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    free_from = last;
    i = last - 1;
  }
}

std::uint16_t SheetReader::evidence_bits(std::size_t i) const {
  const auto& words = sheet_.words;
  const NameWord& word = words[i];
  const CapitalRun& run = sheet_.runs[static_cast<std::size_t>(word.run)];
  std::uint16_t bits = 0;
  if (i > 0 && !word.first_in_sentence) {
    if (words[i - 1].listed & title) bits |= after_title;
    if (i > run.first && (words[i - 1].known & (forename_of_men | forename_of_women))) bits |= after_forename;
    const std::string_view before = form(i - 1);
    if (before == "(" || before == "[") bits |= in_brackets;
    // Small words that the trained model knows by these bits: another word here is another model.
    if (is_one_of(before, {"in", "at", "from", "near", "In", "At"})) bits |= after_in;
    if (is_one_of(before, {"the", "The"})) bits |= after_the;
  }
  if (run.last - run.first > 1) {
    bits |= of_several;
    if (i == run.first) bits |= first_of_several;
    if (i + 1 == run.last) bits |= last_of_several;
    if (run.listed & organization_word) bits |= with_organization_word;
    if (run.listed & place_word) bits |= with_place_word;
    if (i == run.first && (word.known & (forename_of_men | forename_of_women))) bits |= before_forename_known;
  }
  if (i + 1 < words.size() && is_one_of(form(i + 1), {"'s", "’s"})) bits |= before_possessive;
  return bits;
}

void SheetReader::gather_evidence() {
  const auto& words = sheet_.words;
  std::unordered_map<std::uint64_t, std::uint32_t> entry_of;
  sheet_.evidence_of.assign(words.size(), NameSheet::none);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].run < 0) continue;
    const auto [found, fresh] = entry_of.emplace(words[i].word, sheet_.evidence.size());
    if (fresh) sheet_.evidence.emplace_back();
    sheet_.evidence_of[i] = found->second;
    WordEvidence& evidence = sheet_.evidence[found->second];
    evidence.bits |= evidence_bits(i);
    if (!words[i].first_in_sentence && words[i].capital && evidence.capital < 0xFFFF) ++evidence.capital;
  }
  for (const NameWord& word : words) {
    if (word.letters != Letters::small) continue;
    const auto found = entry_of.find(word.word);
    if (found == entry_of.end()) continue;
    WordEvidence& evidence = sheet_.evidence[found->second];
    if (evidence.small < 0xFFFF) ++evidence.small;
  }
}

}  // namespace

void complete_sheet(std::string_view text, const Dissection& dissection, std::uint32_t offset, NameSheet& sheet) {
  SheetReader reader(text, dissection, offset, sheet);
  reader.find_runs();
  reader.find_chains();
  reader.gather_evidence();
}

}  // namespace hearsay
