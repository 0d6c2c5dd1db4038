// The way from a text to its dissection: the text comes apart at the edges of boilerplate, each part into words, the
// words into sentences, and each sentence goes through the network. A sentence too long for one look is parsed in
// windows that end at a mark where they can; the later windows hang on the first one's root.
#include "dissect/grammar.h"

#include "base/resources.h"
#include "dissect/dateline.h"
#include "dissect/lemmas.h"
#include "dissect/mend_trees.h"
#include "dissect/network.h"
#include "dissect/sentences.h"
#include "dissect/tagger.h"
#include "dissect/tokens.h"
#include "dissect/word_features.h"
#include "dissect/word_lists.h"

#include <algorithm>

namespace hearsay {

namespace {

// All that was read at start.
struct Parts {
  WordLists lists;
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

class Dissector {
 public:
  Dissector(std::string_view text, const Parts& parts, Depth depth)
      : text_(text), parts_(parts), depth_(depth), paragraphs_(lines_are_paragraphs(text)) {}

  void dissect_part(Span part) {
    const std::vector<Span> spans = find_tokens(text_, part, parts_.lists);
    std::vector<std::uint32_t> starts =
        find_sentence_starts(text_, spans, parts_.lists, parts_.boundaries, paragraphs_);
    starts.push_back(static_cast<std::uint32_t>(spans.size()));
    // A large part gets its room at once; many small ones leave the growing to the vector.
    if (found_.tokens.empty()) found_.tokens.reserve(spans.size());
    for (std::size_t s = 0; s + 1 < starts.size(); ++s)
      add_sentence(std::span(spans).subspan(starts[s], starts[s + 1] - starts[s]));
  }

  Dissection take() { return std::move(found_); }

 private:
  void add_sentence(std::span<const Span> spans) {
    const std::size_t first = found_.tokens.size();
    for (const Span span : spans) found_.tokens.push_back({span, Tag::X, 0, no_head, {}});
    found_.sentences.push_back({{spans.front().begin, spans.back().end},
                                static_cast<std::uint32_t>(first),
                                static_cast<std::uint32_t>(first + spans.size())});
    if (depth_ == Depth::tags) return tag_sentence(first);
    if (depth_ == Depth::boundaries) return;
    for (std::size_t begin = first; begin < found_.tokens.size();) begin = parse_window(first, begin);
    mend_coordinated_counts(text_, std::span(found_.tokens).subspan(first), first);
  }

  // The features of the words [begin, end) of a sentence.
  void read_features(std::size_t sentence, std::size_t begin, std::size_t end) {
    features_.clear();
    for (std::size_t i = begin; i < end; ++i)
      features_.push_back(features_of(words_at(text_, found_.tokens[i].span), i == sentence));
  }

  void set_tag(std::size_t i, Tag tag, bool first) {
    Token& token = found_.tokens[i];
    token.tag = tag;
    token.lemma = parts_.lemmas.lemma_of(words_at(text_, token.span), tag, first);
  }

  void tag_sentence(std::size_t first) {
    read_features(first, first, found_.tokens.size());
    parts_.tagger.tag(features_, tags_);
    for (std::size_t i = first; i < found_.tokens.size(); ++i) set_tag(i, tags_[i - first], i == first);
  }

  // Parses the words of a sentence from `begin` on, as many as are looked at together; returns where the next ones
  // begin.
  std::size_t parse_window(std::size_t sentence, std::size_t begin) {
    const std::size_t end = end_of_window(begin);
    read_features(sentence, begin, end);
    const std::vector<ParsedWord> parsed = parts_.network.parse(features_, scratch_);
    for (std::size_t i = begin; i < end; ++i) {
      const ParsedWord& word = parsed[i - begin];
      set_tag(i, word.tag, i == sentence);
      Token& token = found_.tokens[i];
      token.relation = word.relation;
      if (word.head >= 0) {
        token.head = static_cast<std::int32_t>(begin) + word.head;
      } else if (begin == sentence) {
        root_ = static_cast<std::int32_t>(i);
      } else {
        token.head = root_;
        token.relation = parataxis_;
      }
    }
    return end;
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
  Relation parataxis_ = relation_of("parataxis");
  std::int32_t root_ = no_head;  // of the sentence being read
  Dissection found_;
  std::vector<WordFeatures> features_;
  std::vector<Tag> tags_;
  Network::Scratch scratch_;
};

}  // namespace

struct Grammar::Model : Parts {};

Grammar::Grammar() : model_(std::make_unique<const Model>()) {}
Grammar::~Grammar() = default;

Dissection Grammar::dissect(std::string_view text, const std::vector<Boilerplate>& boilerplate, Depth depth) const {
  Dissector dissector(text, *model_, depth);
  const std::vector<std::size_t> cuts = find_cuts(text, boilerplate);
  for (std::size_t c = 0; c + 1 < cuts.size(); ++c) dissector.dissect_part({cuts[c], cuts[c + 1]});
  return dissector.take();
}

}  // namespace hearsay
