// Hashed features of a word. A word is read in small letters and with every digit as 0, so that numbers of the same
// form are one word; capitals are left to the shape.
#include "dissect/words/word_features.h"

#include "dissect/words/letters.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t longest_word = 40;  // bytes; what follows tells nothing more

// "Xx", "X.X.", "0,0": the kinds of characters in order, runs of one kind as one.
std::uint64_t shape_of(std::string_view word, bool first) {
  std::uint64_t shape = first ? 1 : 2;
  Letter previous = Letter::blank;
  std::size_t run = 0;
  for (std::size_t at = 0, seen = 0; at < word.size() && seen < 12; ++seen) {
    const Character c = character_at(word, at);
    at += c.size_bytes;
    run = c.kind == previous ? run + 1 : 1;
    previous = c.kind;
    // A run of two is told from a single one ("Xx" from "XXx"), longer runs from neither.
    if (run > 2) continue;
    shape = shape * 31 + (c.kind == Letter::mark && c.value < 128 ? 16 + c.value : static_cast<std::uint64_t>(c.kind));
  }
  return shape;
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93ULL;
  return hash ^ (hash >> 32);
}

WordFeatures features_of(std::string_view word, bool first) {
  std::string small = small_letters(word.substr(0, longest_word));
  for (char& c : small)
    if (c >= '0' && c <= '9') c = '0';
  // The curly apostrophe of "’s" is the plain one to the model.
  if (const std::size_t curly = small.find("\u2019"); curly != std::string::npos) small.replace(curly, 3, 1, '\'');
  const std::string_view view = small;
  const auto tail = [&](std::size_t n) { return view.substr(view.size() - std::min(n, view.size())); };
  return {{hash_bytes(view, 1), hash_bytes(tail(2), 2), hash_bytes(tail(3), 3), hash_bytes(tail(4), 4),
           hash_bytes(view.substr(0, 3), 5), hash_bytes(view.substr(0, 5), 6),
           (shape_of(word, first) * 0x9e3779b97f4a7c15ULL) ^ 7}};
}

}  // namespace hearsay
