// Features of the kind long known to serve name finding (Ratinov and Roth 2009; Krishnan and Manning 2006 for what the
// rest of the text tells): the word and its neighbours, their shapes, ends, classes and list entries, the run of
// capitalised words around, and how the same word stands elsewhere in the text. Each feature is a 64-bit hash of its
// number and value; no strings are built.
#include "extract/names/features.h"

#include "dissect/words/letters.h"
#include "extract/names/model.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

namespace hearsay {

namespace {

// Appends features to a list; each use of a number makes another feature.
class FeatureWriter {
 public:
  explicit FeatureWriter(std::vector<std::uint64_t>& out) : out_(out) {}
  void add(unsigned number, std::uint64_t value) { out_.push_back(mixed_bits(value + number * 0xD1B54A32D192ED03ULL)); }
  void add(unsigned number, std::uint64_t a, std::uint64_t b) {
    add(number, a * 31 + (b ^ b >> 7) * 0xA24BAED4963EE407ULL);
  }
  void add(unsigned number, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    add(number, a * 0x9FB21C651E98DF25ULL + b, c);
  }

 private:
  std::vector<std::uint64_t>& out_;
};

std::uint64_t bucket(std::size_t n) { return n < 4 ? n : n < 8 ? 4 : 5; }

}  // namespace

NameWord NameFeatures::facts_of(std::string_view form, Tag tag) const {
  NameWord word;
  const WordForm shape = form_of_word(form);
  word.letters = shape.letters;
  word.shape = shape.shape;
  word.capital = shape.capital;
  word.tag = tag;
  word.exact = hash_of_bytes(form);
  std::string small;
  append_folded(small, form.substr(0, 64));
  word.word = hash_of_bytes(small);
  set_classes(word);
  if (word.letters == Letters::mark) return word;
  NameHash name;
  name.add(form);
  word.name = name.value();
  word.listed = lists_.facts(word.name);
  if (!word.capital) return word;
  word.known = gazetteer_.facts(word.name);
  word.prefix3 = hash_of_bytes(front_of(small, 3));
  word.prefix4 = hash_of_bytes(front_of(small, 4));
  word.suffix2 = hash_of_bytes(back_of(small, 2));
  word.suffix3 = hash_of_bytes(back_of(small, 3));
  word.suffix4 = hash_of_bytes(back_of(small, 4));
  return word;
}

// A word's class is that of its very form, else of its small letters ("POLICE").
void NameFeatures::set_classes(NameWord& word) const {
  std::tie(word.coarse_class, word.fine_class) = classes_.find(word.exact);
  if (word.fine_class == 0) std::tie(word.coarse_class, word.fine_class) = classes_.find(word.word);
}

// Longest match first, up to five words: "Dar es Salaam", "São Tomé and Príncipe".
void NameFeatures::find_known_phrases(std::string_view text, const Dissection& dissection, std::uint32_t offset,
                                      NameSheet& sheet) const {
  auto& words = sheet.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    NameHash hash;
    hash.add(words_at(text, dissection.tokens[offset + i].span));
    std::size_t end = 0;
    std::uint16_t facts = 0;
    for (std::size_t j = i + 1; j < words.size() && j < i + 6 && !words[j].first_in_sentence; ++j) {
      if (words[j].letters == Letters::mark) {
        if (words_at(text, dissection.tokens[offset + j].span) == ",") break;
        continue;
      }
      hash.add(words_at(text, dissection.tokens[offset + j].span));
      if (!words[j].capital) continue;
      const std::uint16_t found = gazetteer_.facts(hash.value());
      if (found != 0) {
        end = j + 1;
        facts = found;
      }
    }
    for (std::size_t j = i; j < end; ++j) {
      words[j].phrase_known = facts;
      words[j].phrase_place = j == i ? 1 : j + 1 == end ? 3 : 2;
    }
    if (end != 0) i = end - 1;
  }
}

NameSheet NameFeatures::read(std::string_view text, const Dissection& dissection, std::uint32_t first,
                             std::uint32_t last) const {
  NameSheet sheet;
  sheet.words.reserve(last - first);
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = dissection.tokens[i];
    sheet.words.push_back(facts_of(words_at(text, token.span), token.tag));
  }
  for (std::uint32_t i = first + 1; i < last; ++i)
    sheet.words[i - first].joined = dissection.tokens[i].span.begin == dissection.tokens[i - 1].span.end;
  auto sentence = std::lower_bound(dissection.sentences.begin(), dissection.sentences.end(), first,
                                   [](const Sentence& s, std::uint32_t token) { return s.first < token; });
  for (; sentence != dissection.sentences.end() && sentence->first < last; ++sentence)
    if (sentence->last > sentence->first) sheet.words[sentence->first - first].first_in_sentence = true;
  find_known_phrases(text, dissection, first, sheet);
  complete_sheet(text, dissection, first, sheet);
  return sheet;
}

void NameFeatures::add(const NameSheet& sheet, std::size_t i, std::vector<std::uint64_t>& features) const {
  static const NameWord outside;
  const auto& words = sheet.words;
  const auto at = [&](std::ptrdiff_t offset) -> const NameWord& {
    const std::ptrdiff_t j = static_cast<std::ptrdiff_t>(i) + offset;
    return j < 0 || j >= static_cast<std::ptrdiff_t>(words.size()) ? outside : words[static_cast<std::size_t>(j)];
  };
  const NameWord &a = at(-2), &b = at(-1), &w = at(0), &c = at(1), &d = at(2);
  const auto kind = [](const NameWord& x) { return static_cast<std::uint64_t>(x.letters); };
  const auto tag = [](const NameWord& x) { return static_cast<std::uint64_t>(x.tag); };
  FeatureWriter f(features);
  f.add(0, w.joined, c.joined, kind(b));
  f.add(1, w.word);
  f.add(2, b.word);
  f.add(3, c.word);
  f.add(4, a.word);
  f.add(5, d.word);
  f.add(6, w.exact);
  f.add(7, b.word, w.word);
  f.add(8, w.word, c.word);
  f.add(9, b.word, c.word);
  f.add(10, w.shape);
  f.add(11, b.shape, w.shape);
  f.add(12, w.shape, c.shape);
  f.add(13, b.shape, w.shape, c.shape);
  f.add(14, kind(w), w.first_in_sentence);
  f.add(15, kind(b), kind(w), kind(c));
  f.add(16, w.prefix3);
  f.add(17, w.prefix4);
  f.add(18, w.suffix2);
  f.add(19, w.suffix3);
  f.add(20, w.suffix4);
  f.add(21, b.suffix3);
  f.add(22, c.suffix3);
  f.add(23, tag(w));
  f.add(24, tag(b));
  f.add(25, tag(c));
  f.add(26, tag(b), tag(w));
  f.add(27, tag(w), tag(c));
  f.add(28, tag(b), tag(w), tag(c));
  f.add(30, w.coarse_class);
  f.add(31, b.coarse_class);
  f.add(32, c.coarse_class);
  f.add(33, b.coarse_class, w.coarse_class);
  f.add(34, w.coarse_class, c.coarse_class);
  f.add(35, w.fine_class);
  f.add(36, b.fine_class);
  f.add(37, c.fine_class);
  f.add(38, a.fine_class);
  f.add(39, d.fine_class);
  f.add(40, w.known, kind(w));
  f.add(41, b.known);
  f.add(42, c.known);
  f.add(43, b.known, w.known);
  f.add(44, w.known, c.known);
  f.add(45, w.known, w.first_in_sentence, b.listed & title);
  f.add(46, w.listed);
  f.add(47, b.listed);
  f.add(48, c.listed);
  f.add(49, a.listed);
  f.add(50, b.listed, w.known);
  f.add(51, w.listed, c.listed);
  if (w.phrase_place != 0) {
    f.add(52, w.phrase_place, w.phrase_known);
    f.add(53, w.phrase_known, b.coarse_class);
  }
  if (w.run >= 0) {
    const CapitalRun& run = sheet.runs[static_cast<std::size_t>(w.run)];
    const std::size_t from_first = i - run.first;
    const std::size_t from_last = run.last - 1 - i;
    const NameWord& head = words[run.last - 1];
    const NameWord& first = words[run.first];
    const NameWord& before = run.first > 0 && !first.first_in_sentence ? words[run.first - 1] : outside;
    const NameWord& after = run.last < words.size() ? words[run.last] : outside;
    f.add(60, head.word);
    f.add(61, first.word);
    f.add(62, head.coarse_class, first.coarse_class);
    f.add(63, head.listed, first.known);
    f.add(64, run.listed);
    f.add(65, bucket(from_first), bucket(from_last));
    f.add(66, before.word);
    f.add(67, after.word);
    f.add(68, before.coarse_class, bucket(run.last - run.first));
    f.add(69, after.coarse_class, bucket(run.last - run.first));
    f.add(70, before.fine_class, after.fine_class);
    f.add(71, before.listed, first.known);
    f.add(72, run.known, bucket(run.last - run.first));
    f.add(73, first.known, head.known, bucket(run.last - run.first));
    f.add(74, before.word, after.word);
    f.add(75, first.suffix3, bucket(from_first));
    f.add(76, head.suffix3, bucket(from_last));
  }
  if (sheet.evidence_of[i] != NameSheet::none) {
    const WordEvidence& evidence = sheet.evidence[sheet.evidence_of[i]];
    for (unsigned bit = 0; bit < 12; ++bit)
      if (evidence.bits >> bit & 1) f.add(80 + bit, kind(w));
    f.add(93, bucket(evidence.small), bucket(evidence.capital));
    f.add(94, evidence.bits & (after_title | after_forename | with_organization_word | with_place_word), w.known);
    if (w.first_in_sentence) f.add(95, bucket(evidence.small), bucket(evidence.capital), tag(w));
  }
}

}  // namespace hearsay
