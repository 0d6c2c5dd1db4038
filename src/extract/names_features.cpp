// Features of the kind long known to serve name finding (Ratinov and Roth 2009; Krishnan and Manning 2006 for what the
// rest of the text tells): the word and its neighbours, their shapes, ends, classes and list entries, the run of
// capitalised words around, and how the same word stands elsewhere in the text. Each feature is a 64-bit hash of its
// number and value; no strings are built.
#include "extract/names_features.h"

#include "dissect/letters.h"
#include "extract/names_model.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>

namespace hearsay {

namespace {

std::uint64_t mixed(std::uint64_t h) {
  h *= 0x9E3779B97F4A7C15ULL;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ULL;
  return h ^ h >> 32;
}

// The bytes of the first or last `count` characters of UTF-8 text.
std::string_view front_of(std::string_view text, std::size_t count) {
  std::size_t byte = 0;
  while (byte < text.size() && count > 0) {
    ++byte;
    while (byte < text.size() && (text[byte] & 0xC0) == 0x80) ++byte;
    --count;
  }
  return text.substr(0, byte);
}
std::string_view back_of(std::string_view text, std::size_t count) {
  std::size_t byte = text.size();
  while (byte > 0 && count > 0) {
    --byte;
    while (byte > 0 && (text[byte] & 0xC0) == 0x80) --byte;
    --count;
  }
  return text.substr(byte);
}

struct Form {
  Letters letters = Letters::mark;
  std::uint64_t shape = 0;
  bool capital = false;
};

char shape_of(const Character& c) {
  switch (c.kind) {
    case Letter::upper:
      return 'X';
    case Letter::lower:
      return 'x';
    case Letter::other_letter:
      return 'c';
    case Letter::digit:
      return '9';
    default:
      return c.value < 0x80 ? static_cast<char>(c.value) : '~';
  }
}

// The shape keeps at most two of the same class in a row: "Wrocław-2" is "Xxx-9".
Form form_of(std::string_view word) {
  std::string shape;
  std::size_t upper = 0, lower = 0, other = 0, digits = 0;
  bool first_upper = false;
  for (std::size_t byte = 0; byte < word.size();) {
    const Character c = character_at(word, byte);
    if (byte == 0) first_upper = c.kind == Letter::upper;
    byte += c.size_bytes;
    upper += c.kind == Letter::upper;
    lower += c.kind == Letter::lower;
    other += c.kind == Letter::other_letter;
    digits += c.kind == Letter::digit;
    const char s = shape_of(c);
    const std::size_t n = shape.size();
    if (n < 24 && !(n >= 2 && shape[n - 1] == s && shape[n - 2] == s)) shape += s;
  }
  Form form;
  form.shape = hash_of_bytes(shape);
  form.capital = upper + other > 0;
  const std::size_t letters = upper + lower + other;
  if (letters == 0)
    form.letters = digits > 0 ? Letters::digits : Letters::mark;
  else if (digits > 0)
    form.letters = Letters::digits_and_letters;
  else if (other > 0)
    form.letters = Letters::caseless;
  else if (upper == 0)
    form.letters = Letters::small;
  else if (lower == 0 && upper > 1)
    form.letters = Letters::capitals;
  else
    form.letters = first_upper && upper == 1 ? Letters::initial : Letters::mixed;
  return form;
}

enum EvidenceBit : std::uint16_t {
  after_title = 1,
  after_forename = 2,
  with_organization_word = 4,
  with_place_word = 8,
  in_brackets = 16,
  of_several = 32,
  first_of_several = 64,
  last_of_several = 128,
  after_in = 256,
  before_possessive = 512,
  before_forename_known = 1024,
  after_the = 2048,
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

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

// Appends features to a list; each use of a number makes another feature.
class FeatureWriter {
 public:
  explicit FeatureWriter(std::vector<std::uint64_t>& out) : out_(out) {}
  void add(unsigned number, std::uint64_t value) { out_.push_back(mixed(value + number * 0xD1B54A32D192ED03ULL)); }
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

std::uint64_t hash_of_bytes(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mixed(h);
}

NameWord NameFeatures::facts_of(std::string_view form, Tag tag) const {
  NameWord word;
  const Form shape = form_of(form);
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
  SheetReader reader(text, dissection, first, sheet);
  reader.find_runs();
  reader.find_chains();
  reader.gather_evidence();
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
