// A name and a body in one noun phrase, recognised by the words between them: only nouns, adjectives, determiners,
// "of", "for" and "at", a comma after the person's name, and at least one role or title among them.
#include "identify/affiliations.h"

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

constexpr std::size_t farthest_tokens = 12;

class Finder {
 public:
  Finder(std::span<const Article> articles, std::span<const Marks> marks, const Entities& entities)
      : articles_(articles), marks_(marks), entities_(entities) {}

  std::vector<Affiliation> find() {
    for (std::size_t a = 0; a < marks_.size(); ++a) {
      const auto& mentions = marks_[a].names.mentions;
      for (std::size_t i = 0; i + 1 < mentions.size(); ++i) consider(a, mentions[i], mentions[i + 1]);
    }
    std::sort(found_.begin(), found_.end(), [](const Affiliation& x, const Affiliation& y) {
      return std::pair(x.person, x.body) < std::pair(y.person, y.body);
    });
    return std::move(found_);
  }

 private:
  void consider(std::size_t article, const Mention& first, const Mention& second) {
    const bool person_first = first.kind == EntityKind::person && second.kind == EntityKind::organization;
    const bool body_first = first.kind == EntityKind::organization && second.kind == EntityKind::person;
    if (!person_first && !body_first) return;
    if (!one_phrase(marks_[article].dissection.tokens, {first.span.end, second.span.begin}, person_first)) return;
    const std::size_t a = entities_.of_named[article][first.named];
    const std::size_t b = entities_.of_named[article][second.named];
    const std::size_t person = person_first ? a : b;
    const std::size_t body = person_first ? b : a;
    if (!seen_.insert({person, body}).second) return;
    const Span phrase = hull(first.span, second.span);
    found_.push_back({person, body, "\"" + std::string(words_at(articles_[article].text, phrase)) + "\""});
  }

  static bool one_phrase(const std::vector<Token>& tokens, Span between, bool person_first) {
    auto token = std::lower_bound(tokens.begin(), tokens.end(), between.begin,
                                  [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
    std::size_t count = 0;
    std::size_t commas = 0;
    bool role = false;
    for (; token != tokens.end() && token->span.begin < between.end; ++token) {
      if (++count > farthest_tokens) return false;
      switch (token->tag) {
        case Tag::NOUN:
        case Tag::PROPN:
          role = true;
          break;
        case Tag::ADJ:
        case Tag::DET:
        case Tag::NUM:
        case Tag::PART:
          break;
        case Tag::ADP:
          if (token->lemma != "of" && token->lemma != "for" && token->lemma != "at") return false;
          break;
        case Tag::PUNCT:
          if (token->lemma != "," || ++commas > 1) return false;
          break;
        default:
          return false;
      }
    }
    return role && (person_first ? commas == 1 : commas <= 1);
  }

  std::span<const Article> articles_;
  std::span<const Marks> marks_;
  const Entities& entities_;
  std::set<std::pair<std::size_t, std::size_t>> seen_;
  std::vector<Affiliation> found_;
};

}  // namespace

std::vector<Affiliation> find_affiliations(std::span<const Article> articles, std::span<const Marks> marks,
                                           const Entities& entities) {
  return Finder(articles, marks, entities).find();
}

}  // namespace hearsay
