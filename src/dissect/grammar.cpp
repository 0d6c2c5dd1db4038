// The way from a text to its dissection: the text comes apart at the edges of boilerplate, each part into words, the
// words into sentences, and the sentences go through the network, some at a time. A sentence too long for one look is
// parsed in windows that end at a mark where they can; the later windows hang on the first one's root.
#include "dissect/grammar.h"

#include "base/resources.h"
#include "dissect/dateline.h"
#include "dissect/trees/mend_trees.h"
#include "dissect/trees/network.h"
#include "dissect/words/known_words.h"
#include "dissect/words/lemmas.h"
#include "dissect/words/sentences.h"
#include "dissect/words/tagger.h"
#include "dissect/words/tokens.h"
#include "dissect/words/word_features.h"
#include "dissect/words/word_parts.h"

#include <algorithm>
#include <mutex>

namespace hearsay {

namespace {

// Everything that is loaded at the start.
struct Parts {
  WordParts lists;
  ModelFile file{resource("models/grammar.bin")};
  Network network{file};
  Tagger tagger{file};
  Lemmas lemmas{file};
  BoundaryWeights boundaries{file.section<std::int16_t>("boundaries")};
};

// The edges of boilerplate and the ends of datelines, with the text's own, in order.
std::vector<std::size_t> find_cuts(std::string_view text, const std::vector<Boilerplate>& boilerplate) {
  std::vector<std::size_t> cuts = {0, text.size()};
  for (const Boilerplate& part : boilerplate) {
    cuts.push_back(std::min(part.span.begin, text.size()));
    cuts.push_back(std::min(part.span.end, text.size()));
  }
  for (const Span dateline : find_datelines(text)) cuts.push_back(dateline.end);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

// Words [begin, end) that are parsed as one, of the sentence [sentence, sentence_end).
struct Window {
  std::size_t sentence, sentence_end, begin, end;
};

// The working memory of one dissection at a time, kept from text to text with the words it has seen.
struct State {
  explicit State(const Lemmas& lemmas) : known(lemmas) {}

  KnownWords known;
  Network::Scratch scratch;
  std::vector<Window> waiting;       // to be parsed
  std::vector<std::uint32_t> words;  // theirs, as `known` numbers them
  std::vector<std::uint32_t> ends;   // of each window in `words`
};

class Dissector {
 public:
  Dissector(std::string_view text, const Parts& parts, Depth depth, State& state)
      : text_(text), parts_(parts), depth_(depth), paragraphs_(lines_are_paragraphs(text)), state_(state) {}

  void dissect_part(Span part) {
    const std::vector<Span> spans = find_tokens(text_, part, parts_.lists);
    std::vector<std::uint32_t> starts =
        find_sentence_starts(text_, spans, parts_.lists, parts_.boundaries, paragraphs_);
    starts.push_back(static_cast<std::uint32_t>(spans.size()));
    // A large part reserves its room at once; for many small ones the vector grows by itself.
    if (found_.tokens.empty()) found_.tokens.reserve(spans.size());
    for (std::size_t s = 0; s + 1 < starts.size(); ++s)
      add_sentence(std::span(spans).subspan(starts[s], starts[s + 1] - starts[s]));
  }

  Dissection take() {
    parse_waiting();
    return std::move(found_);
  }

 private:
  // How many words are parsed together: enough for the network to work well, few enough to stay in the cache.
  static constexpr std::size_t words_together = 192;

  void add_sentence(std::span<const Span> spans) {
    const std::size_t first = found_.tokens.size();
    for (const Span span : spans) found_.tokens.push_back({span, Tag::X, Relation::root, no_head, {}});
    found_.sentences.push_back({{spans.front().begin, spans.back().end},
                                static_cast<std::uint32_t>(first),
                                static_cast<std::uint32_t>(first + spans.size())});
    if (depth_ == Depth::tags) return tag_sentence(first);
    if (depth_ == Depth::boundaries) return;
    for (std::size_t begin = first; begin < found_.tokens.size();) {
      const std::size_t end = end_of_window(begin);
      add_window({first, found_.tokens.size(), begin, end});
      begin = end;
    }
  }

  void tag_sentence(std::size_t first) {
    features_.clear();
    for (std::size_t i = first; i < found_.tokens.size(); ++i)
      features_.push_back(features_of(words_at(text_, found_.tokens[i].span), i == first));
    parts_.tagger.tag(features_, tags_);
    for (std::size_t i = first; i < found_.tokens.size(); ++i) {
      Token& token = found_.tokens[i];
      token.tag = tags_[i - first];
      token.lemma = parts_.lemmas.lemma_of(words_at(text_, token.span), token.tag, i == first);
    }
  }

  void add_window(const Window& window) {
    if (state_.known.size() + (window.end - window.begin) > KnownWords::most) {
      parse_waiting();
      state_.known.clear();
      Network::forget(state_.scratch);
    }
    state_.waiting.push_back(window);
    for (std::size_t i = window.begin; i < window.end; ++i) {
      const std::uint32_t word = state_.known.number_of(words_at(text_, found_.tokens[i].span), i == window.sentence);
      if (word == state_.scratch.known) parts_.network.know(state_.known.features(word), state_.scratch);
      state_.words.push_back(word);
    }
    state_.ends.push_back(static_cast<std::uint32_t>(state_.words.size()));
    if (state_.words.size() >= words_together) parse_waiting();
  }

  void parse_waiting() {
    std::span<const ParsedWord> parsed = parts_.network.parse(state_.words, state_.ends, state_.scratch);
    std::span<const std::uint32_t> words = state_.words;
    for (const Window& window : state_.waiting) {
      const std::size_t count = window.end - window.begin;
      take_over(window, words.first(count), parsed.first(count));
      words = words.subspan(count);
      parsed = parsed.subspan(count);
    }
    state_.waiting.clear();
    state_.words.clear();
    state_.ends.clear();
  }

  void take_over(const Window& window, std::span<const std::uint32_t> words, std::span<const ParsedWord> parsed) {
    for (std::size_t i = window.begin; i < window.end; ++i) {
      const ParsedWord& word = parsed[i - window.begin];
      Token& token = found_.tokens[i];
      token.tag = word.tag;
      token.lemma = state_.known.lemma(words[i - window.begin], word.tag);
      token.relation = word.relation;
      if (word.head >= 0) {
        token.head = static_cast<std::int32_t>(window.begin) + word.head;
      } else if (window.begin == window.sentence) {
        root_ = static_cast<std::int32_t>(i);
      } else {
        token.head = root_;
        token.relation = Relation::parataxis;
      }
    }
    const std::size_t first = window.sentence;
    if (window.end == window.sentence_end)
      mend_counts(text_, std::span(found_.tokens).subspan(first, window.end - first), first);
  }

  std::size_t end_of_window(std::size_t begin) const {
    const std::size_t end = found_.tokens.size();
    if (end - begin <= Network::most_words) return end;
    for (std::size_t last = begin + Network::most_words - 1; last > begin + Network::most_words / 2; --last) {
      const char mark = text_[found_.tokens[last].span.begin];
      if (found_.tokens[last].span.size() == 1 && (mark == ',' || mark == ';' || mark == ':' || mark == '.'))
        return last + 1;
    }
    return begin + Network::most_words;
  }

  std::string_view text_;
  const Parts& parts_;
  Depth depth_;
  bool paragraphs_;  // no line of the text is wrapped
  State& state_;
  std::int32_t root_ = no_head;  // of the sentence whose windows were parsed last
  Dissection found_;
  std::vector<WordFeatures> features_;
  std::vector<Tag> tags_;
};

// Idle states: as many, with those in use, as were ever in use at one time.
class IdleStates {
 public:
  std::unique_ptr<State> take(const Lemmas& lemmas) {
    const std::lock_guard lock(guard_);
    if (idle_.empty()) return std::make_unique<State>(lemmas);
    std::unique_ptr<State> state = std::move(idle_.back());
    idle_.pop_back();
    return state;
  }
  void put_back(std::unique_ptr<State> state) {
    constexpr std::size_t most_bytes = 1 << 20;  // words of a text without blanks are not worth keeping
    if (state->known.bytes() > most_bytes) return;
    const std::lock_guard lock(guard_);
    idle_.push_back(std::move(state));
  }

 private:
  std::mutex guard_;
  std::vector<std::unique_ptr<State>> idle_;
};

}  // namespace

struct Grammar::Model {
  Parts parts;
  mutable IdleStates states;
};

Grammar::Grammar() : model_(std::make_unique<const Model>()) {}
Grammar::~Grammar() = default;

Dissection Grammar::dissect(std::string_view text, const std::vector<Boilerplate>& boilerplate, Depth depth) const {
  std::unique_ptr<State> state = model_->states.take(model_->parts.lemmas);
  Dissector dissector(text, model_->parts, depth, *state);
  const std::vector<std::size_t> cuts = find_cuts(text, boilerplate);
  for (std::size_t c = 0; c + 1 < cuts.size(); ++c) dissector.dissect_part({cuts[c], cuts[c + 1]});
  Dissection found = dissector.take();
  model_->states.put_back(std::move(state));
  return found;
}

}  // namespace hearsay
