// A minimal acyclic automaton over the letters of all forms (Daciuk et al. 2000; here built from the sorted list at
// once, equal nodes shared): what many words end in is kept once. Behind a form's last letter stands an edge for each
// tag that the form has, which names the ending to take off and the one to put on.
//
//   edges    u32 each: label 8 bits | last of its node 1 bit | target 23 bits; a node is a run of edges by label.
//            The target of a letter is the first edge of a node, that of a tag an ending. Edge 0 leads to the first
//            node.
//   endings  lines: "3 y" takes three bytes off and puts "y" on
#include "dissect/words/lexicon.h"

#include "base/resources.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::uint32_t last_bit = 1U << 8;
constexpr int target_shift = 9;
constexpr std::uint32_t most_targets = 1U << (32 - target_shift);

// Capitals, which no form has; 0 for words that are not held.
char label_of(Tag tag) {
  switch (tag) {
    case Tag::NOUN:
      return 'N';
    case Tag::VERB:
      return 'V';
    case Tag::ADJ:
      return 'A';
    case Tag::ADV:
      return 'R';
    default:
      return 0;
  }
}

class Writer {
 public:
  std::string write(std::vector<Lexicon::Entry> entries) {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return std::pair(std::string_view(a.form), label_of(a.tag)) <
             std::pair(std::string_view(b.form), label_of(b.tag));
    });
    edges_.push_back(0);
    const std::uint32_t first = entries.empty() ? 0 : add_node(entries, 0);
    edges_[0] = last_bit | first << target_shift;
    ModelWriter file;
    file.add("edges", edges_);
    file.add("endings", std::vector<char>(lines_.begin(), lines_.end()));
    return file.bytes();
  }

 private:
  // The node for entries that have their first `depth` letters in common.
  std::uint32_t add_node(std::span<const Lexicon::Entry> entries, std::size_t depth) {
    std::vector<std::uint32_t> node;
    while (!entries.empty()) {
      const Lexicon::Entry& entry = entries.front();
      if (entry.form.size() == depth) {
        if (label_of(entry.tag) == 0) throw std::runtime_error("no lexicon holds " + entry.form + " with its tag");
        node.push_back(edge(label_of(entry.tag), ending(entry)));
        entries = entries.subspan(1);
        continue;
      }
      const char letter = entry.form[depth];
      if (letter < 'a' || letter > 'z') throw std::runtime_error("no lexicon holds \"" + entry.form + '"');
      const auto end = std::find_if(entries.begin(), entries.end(),
                                    [&](const Lexicon::Entry& other) { return other.form[depth] != letter; });
      const auto count = static_cast<std::size_t>(end - entries.begin());
      node.push_back(edge(letter, add_node(entries.first(count), depth + 1)));
      entries = entries.subspan(count);
    }
    node.back() |= last_bit;
    const auto [place, is_new] = nodes_.emplace(node, static_cast<std::uint32_t>(edges_.size()));
    if (is_new) edges_.insert(edges_.end(), node.begin(), node.end());
    return place->second;
  }

  static std::uint32_t edge(char label, std::uint32_t target) {
    if (target >= most_targets) throw std::runtime_error("too many words for a lexicon");
    return static_cast<unsigned char>(label) | target << target_shift;
  }

  std::uint32_t ending(const Lexicon::Entry& entry) {
    const auto [a, b] = std::mismatch(entry.form.begin(), entry.form.end(), entry.lemma.begin(), entry.lemma.end());
    const std::string line = std::to_string(entry.form.end() - a) + ' ' + std::string(b, entry.lemma.end()) + '\n';
    const auto [place, is_new] = endings_.emplace(line, static_cast<std::uint32_t>(endings_.size()));
    if (is_new) lines_ += line;
    return place->second;
  }

  std::vector<std::uint32_t> edges_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> nodes_;
  std::map<std::string, std::uint32_t> endings_;
  std::string lines_;
};

}  // namespace

Lexicon::Lexicon(std::string_view bytes)
    : file_(bytes, "models/lemmas.bin"),
      edges_(file_.section<std::uint32_t>("edges")),
      endings_(read_endings(file_.section<char>("endings"), file_.name())) {
  if (edges_.empty() || (edges_.back() & last_bit) == 0) throw std::runtime_error(file_.name() + ": has no end");
}

// Nothing where the node has no such edge. Labels stand in order.
const std::uint32_t* Lexicon::edge(std::uint32_t node, char label) const {
  const auto wanted = static_cast<unsigned char>(label);
  for (; node < edges_.size(); ++node) {
    const std::uint32_t here = edges_[node];
    if ((here & 0xff) == wanted) return &edges_[node];
    if ((here & 0xff) > wanted || (here & last_bit) != 0) return nullptr;
  }
  return nullptr;
}

std::optional<std::string> Lexicon::find(std::string_view word, Tag tag) const {
  const char label = label_of(tag);
  if (label == 0 || word.empty()) return std::nullopt;
  std::uint32_t node = edges_[0] >> target_shift;
  for (const char letter : word) {
    if (letter < 'a' || letter > 'z') return std::nullopt;
    const std::uint32_t* const next = edge(node, letter);
    if (next == nullptr) return std::nullopt;
    node = *next >> target_shift;
  }
  const std::uint32_t* const found = edge(node, label);
  if (found == nullptr || *found >> target_shift >= endings_.size()) return std::nullopt;
  const Ending& ending = endings_[*found >> target_shift];
  if (ending.taken_off > word.size()) return std::nullopt;
  return with_ending(word, ending);
}

std::string Lexicon::write(std::vector<Entry> entries) { return Writer().write(std::move(entries)); }

const Lexicon& english_lexicon() {
  static const Lexicon lexicon(resource("models/lemmas.bin"));
  return lexicon;
}

}  // namespace hearsay
