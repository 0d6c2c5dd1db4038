// Sentences are bags of word stems (first five letters, short words left out), compared by the Dice coefficient; the
// best partner above the bar wins. Crude beside a translation model, and enough: a statement put into another language
// and back keeps its names, its numbers and most of its long words, while two sentences on one event by two people do
// not.
#include "group/copies/retold.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t sentences_compared = 200;
constexpr std::size_t shortest_sentence = 8;
constexpr double least_alike = 0.55;
constexpr std::size_t least_in_common = 5;

struct Sentence {
  std::size_t first = 0;
  std::size_t last = 0;  // one past the last word
  std::set<std::uint32_t> content;
  std::set<std::uint32_t> numbers;
  bool quoted = false;
};

std::uint32_t stem_of(std::string_view text, const Word& word) {
  constexpr std::size_t letters = 5;
  if (word.end - word.begin <= letters) return word.hash;
  std::string folded;
  for (const char c : words_at(text, word.span()).substr(0, letters)) {
    folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return hash_of_word(folded);
}

Sentence read_sentence(const WordedText& text, std::size_t number) {
  Sentence sentence;
  sentence.first = text.sentences[number];
  sentence.last = text.sentences[number + 1];
  std::size_t quoted = 0;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = text.words[i];
    quoted += word.quoted ? 1 : 0;
    if (word.number) sentence.numbers.insert(word.hash);
    constexpr std::size_t short_word = 3;
    if (word.number || word.end - word.begin > short_word) sentence.content.insert(stem_of(text.text, word));
  }
  sentence.quoted = 2 * quoted >= sentence.last - sentence.first;
  return sentence;
}

// The sentences long enough to compare. Reads all of them, so that a sentence unquoted here can meet its quoted twin.
std::vector<Sentence> sentences_of(const WordedText& text) {
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i + 1 < text.sentences.size() && sentences.size() < sentences_compared; ++i) {
    const std::size_t size = text.sentences[i + 1] - text.sentences[i];
    constexpr std::size_t longest_sentence = 120;
    if (size >= shortest_sentence && size <= longest_sentence) sentences.push_back(read_sentence(text, i));
  }
  return sentences;
}

std::size_t in_common(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::uint32_t word) { return b.contains(word); }));
}

double part_in_runs(const Sentence& sentence, std::span<const Run> runs) {
  std::size_t covered = 0;
  for (const Run& run : runs) {
    const std::size_t begin = std::max(sentence.first, run.to);
    const std::size_t end = std::min(sentence.last, run.to + run.count);
    if (begin < end) covered += end - begin;
  }
  return static_cast<double>(covered) / static_cast<double>(sentence.last - sentence.first);
}

Span bytes_of(const WordedText& text, const Sentence& sentence) {
  return hull_of(std::span(text.words).subspan(sentence.first, sentence.last - sentence.first));
}

}  // namespace

WordedText worded_text(std::string_view text, std::span<const Span> left_out) {
  WordedText worded{text, fold_words(text, left_out), {}};
  for (std::size_t i = 0; i < worded.words.size(); ++i) {
    if (i == 0 || worded.words[i].opens) worded.sentences.push_back(i);
  }
  worded.sentences.push_back(worded.words.size());
  return worded;
}

std::vector<Retold> find_retold(const WordedText& from, const WordedText& to, std::span<const Run> runs) {
  std::vector<Retold> found;
  const std::vector<Sentence> sources = sentences_of(from);
  std::vector<bool> used(sources.size());
  for (const Sentence& sentence : sentences_of(to)) {
    Retold best;
    std::size_t partner = sources.size();
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const Sentence& source = sources[i];
      if (used[i] || !(sentence.quoted || source.quoted) || sentence.numbers != source.numbers) continue;
      const std::size_t common = in_common(sentence.content, source.content);
      const double alike =
          2.0 * static_cast<double>(common) / static_cast<double>(sentence.content.size() + source.content.size());
      if (common < least_in_common || alike < least_alike || alike <= best.alike) continue;
      best = {bytes_of(from, source), bytes_of(to, sentence), alike, 0, common, sentence.quoted && source.quoted};
      partner = i;
    }
    if (partner == sources.size()) continue;
    best.exact = part_in_runs(sentence, runs);
    used[partner] = true;
    found.push_back(best);
  }
  return found;
}

}  // namespace hearsay
