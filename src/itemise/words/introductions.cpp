// Appositions and ages behind names, as newspapers introduce people (AP Stylebook, "ages"). Trees are often wrong here,
// tags seldom.
#include "itemise/words/introductions.h"

#include "itemise/words/joined_words.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr std::size_t longest = 14;  // words behind the name

class Finder {
 public:
  explicit Finder(const Marks& marks) : marks_(marks), tokens_(marks.dissection.tokens) {}

  std::optional<Introduction> behind(const Mention& mention) const {
    const std::span<const Token> name = tokens_in(tokens_, mention.span);
    if (name.empty()) return std::nullopt;
    const auto after = static_cast<std::size_t>(&name.back() - tokens_.data()) + 1;
    if (after + 1 >= tokens_.size() || !is_comma(after)) return std::nullopt;
    const bool aged = is_age(after + 1);
    if (!aged && tokens_[after + 1].relation != Relation::det && tokens_[after + 1].tag != Tag::NOUN)
      return std::nullopt;
    std::size_t end = aged ? after + 2 : after + 1;
    if (aged && comes_from(end)) ++end;
    if (!aged || end > after + 2) {
      while (end < tokens_.size() && end - after < longest && is_phrase_word(end)) ++end;
    }
    const bool closed = end < tokens_.size() && tokens_[end].tag == Tag::PUNCT;
    if (!closed || (!aged && end < after + 3)) return std::nullopt;
    return Introduction{{name.front().span.begin, tokens_[end - 1].span.end}, static_cast<std::uint32_t>(after - 1)};
  }

 private:
  bool is_comma(std::size_t t) const { return tokens_[t].tag == Tag::PUNCT && tokens_[t].span.size() == 1; }

  // ", from Torrin"
  bool comes_from(std::size_t t) const {
    return t + 1 < tokens_.size() && is_comma(t) && (tokens_[t + 1].lemma == "from" || tokens_[t + 1].lemma == "of");
  }

  bool is_age(std::size_t t) const {
    const auto& quantities = marks_.quantities;
    const auto quantity = std::lower_bound(quantities.begin(), quantities.end(), tokens_[t].span.begin,
                                           [](const Quantity& q, std::size_t byte) { return q.span.begin < byte; });
    return quantity != quantities.end() && quantity->span == tokens_[t].span && quantity->unit == "year of age";
  }

  bool is_phrase_word(std::size_t t) const {
    switch (tokens_[t].tag) {
      case Tag::NOUN:
      case Tag::PROPN:
      case Tag::ADJ:
      case Tag::DET:
      case Tag::ADP:
      case Tag::PART:
      case Tag::NUM:
        return true;
      default:
        return joins_words(tokens_, t);
    }
  }

  const Marks& marks_;
  const std::vector<Token>& tokens_;
};

}  // namespace

std::vector<Introduction> find_introductions(const Marks& marks) {
  const Finder finder(marks);
  std::vector<Introduction> found;
  for (const Mention& mention : marks.names.mentions) {
    if (mention.kind != EntityKind::person) continue;
    if (const auto introduction = finder.behind(mention)) found.push_back(*introduction);
  }
  return found;
}

}  // namespace hearsay
