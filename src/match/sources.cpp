// A source's words lead to a name: the name at the head of the phrase, the name a pronoun or a role stands for (from
// extract/references), or the phrase itself without what hangs behind it.
#include "match/sources.h"

#include "base/resources.h"
#include "match/folding.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr int deepest_reference = 4;
constexpr int deepest_chain = 16;  // who told whom who told whom: more is no news
constexpr std::ptrdiff_t most_speakers_looked_at = 20;

class Resolver {
 public:
  Resolver(const Article& article, const Marks& marks, const std::vector<std::size_t>& entity_of_named,
           const std::vector<Entity>& entities)
      : article_(article), marks_(marks), entity_of_named_(entity_of_named), entities_(entities) {}

  Source resolve(Span words, int depth = 0) const {
    const auto head = head_of(words);
    if (head && names_several(words, *head)) return {std::string(words_at(article_.text, words)), std::nullopt, words};
    if (const Mention* mention = head ? mention_at(head->span) : nullptr) return of(*mention, words);
    if (depth < deepest_reference) {
      if (const Reference* reference = reference_in(words, head)) {
        Source source = resolve(reference->antecedent, depth + 1);
        source.span = words;
        return source;
      }
    }
    if (const Mention* person = only_person_in(words)) return of(*person, words);
    if (head && head->tag == Tag::PRON && depth < deepest_reference) {
      const auto stands_for = is_relative(*head) ? modified_by(*head) : speaker_before(words, *head);
      if (stands_for) {
        Source source = resolve(*stands_for, depth + 1);
        source.span = words;
        return source;
      }
    }
    Source source{std::string(words_at(article_.text, short_phrase(words))), std::nullopt, words};
    if (const Mention* body = first_body_in(words)) source.entity = entity_of_named_[body->named];
    return source;
  }

  // A recipient counts as a reporter when it is a body with a name: "told AFP", not "told reporters".
  std::optional<Source> reporter(Span words) const {
    const Mention* body = first_body_in(words);
    if (body == nullptr) return std::nullopt;
    return of(*body, words);
  }

 private:
  Source of(const Mention& mention, Span words) const {
    const std::size_t entity = entity_of_named_[mention.named];
    return {entities_[entity].name, entity, words};
  }

  std::pair<const Token*, const Token*> tokens_in(Span words) const {
    const std::span<const Token> tokens = hearsay::tokens_in(marks_.dissection.tokens, words);
    return {tokens.data(), tokens.data() + tokens.size()};
  }

  // The word of the phrase that depends on none in it.
  std::optional<Token> head_of(Span words) const {
    const auto [first, last] = tokens_in(words);
    const Token* const all = marks_.dissection.tokens.data();
    for (const Token* token = first; token != last; ++token) {
      const bool outside = token->head == no_head || all + token->head < first || all + token->head >= last;
      const bool is_word = token->tag != Tag::PUNCT && token->tag != Tag::ADP && token->tag != Tag::DET &&
                           token->tag != Tag::ADV && token->tag != Tag::CCONJ;
      if (outside && is_word) return *token;
    }
    return std::nullopt;
  }

  const Mention* mention_at(Span token) const {
    const auto& mentions = marks_.names.mentions;
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), token.begin,
                                        [](const Mention& m, std::size_t byte) { return m.span.end <= byte; });
    return found != mentions.end() && found->span.overlaps(token) ? &*found : nullptr;
  }

  template <class Wanted>
  const Mention* first_mention(Span words, Wanted wanted) const {
    const auto& mentions = marks_.names.mentions;
    auto found = std::lower_bound(mentions.begin(), mentions.end(), words.begin,
                                  [](const Mention& m, std::size_t byte) { return m.span.end <= byte; });
    for (; found != mentions.end() && found->span.begin < words.end; ++found) {
      if (wanted(*found)) return &*found;
    }
    return nullptr;
  }

  const Mention* first_body_in(Span words) const {
    return first_mention(words, [](const Mention& m) { return m.kind == EntityKind::organization; });
  }

  static bool is_relative(const Token& token) {
    return token.lemma == "who" || token.lemma == "which" || token.lemma == "that";
  }

  // The noun that a relative clause describes, from its first modifier on: "the allies" for "who" in "the allies, who
  // said".
  std::optional<Span> modified_by(const Token& pronoun) const {
    const auto& tokens = marks_.dissection.tokens;
    const Token* at = &pronoun;
    for (int steps = 0; at->head != no_head && steps < 8; ++steps) {
      const bool clause = to_text(at->relation).starts_with("acl");
      at = &tokens[static_cast<std::size_t>(at->head)];
      if (!clause) continue;
      if (at->tag != Tag::NOUN && at->tag != Tag::PROPN) return std::nullopt;
      const auto noun = static_cast<std::int32_t>(at - tokens.data());
      Span phrase = at->span;
      for (std::int32_t i = noun - 1; i >= 0 && tokens[static_cast<std::size_t>(i)].head == noun; --i) {
        phrase.begin = tokens[static_cast<std::size_t>(i)].span.begin;
      }
      return phrase;
    }
    return std::nullopt;
  }

  // Speakers go on: a pronoun that nothing else explains stands for the last source before it that fits. "he" fits a
  // person or a role, "it" a body or a role.
  std::optional<Span> speaker_before(Span words, const Token& pronoun) const {
    const bool singular_person = pronoun.lemma == "he" || pronoun.lemma == "she";
    const bool first_person = pronoun.lemma == "I" || pronoun.lemma == "i" || pronoun.lemma == "we";
    if (!singular_person && !first_person && pronoun.lemma != "it" && pronoun.lemma != "they") return std::nullopt;
    std::optional<Span> nearest;
    const auto& all = marks_.attributions;  // in order of their contents, which is nearly that of their sources
    const auto after =
        std::upper_bound(all.begin(), all.end(), words.begin,
                         [](std::size_t byte, const Attribution& a) { return byte < a.content.front().begin; });
    for (auto at = after; at != all.begin() && after - at < most_speakers_looked_at;) {
      const auto& source = (--at)->source;
      if (!source || at->outer || source->end > words.begin || (nearest && source->begin < nearest->begin)) continue;
      const auto head = head_of(*source);
      if (!head || head->tag == Tag::PRON) continue;
      const Mention* const mention = mention_at(head->span);
      const bool is_person = mention != nullptr && mention->kind == EntityKind::person;
      const bool is_body = mention != nullptr && !is_person;
      if (singular_person ? is_body : (is_person && pronoun.lemma == "it")) continue;
      nearest = *source;
    }
    return nearest;
  }

  // "the ministry and its allies": a joint source, which is not its first member.
  bool names_several(Span words, const Token& head) const {
    const auto [first, last] = tokens_in(words);
    const Token* const all = marks_.dissection.tokens.data();
    return std::any_of(first, last, [&](const Token& token) {
      const bool is_noun = token.tag == Tag::NOUN || token.tag == Tag::PROPN;
      return is_noun && to_text(token.relation) == "conj" && token.head != no_head && all[token.head].span == head.span;
    });
  }

  // "the minister, Ana Vell" is Ana Vell; "a lawyer for Ana Vell" is not: a name behind "for", "of" or "to" is another.
  const Mention* only_person_in(Span words) const {
    return first_mention(words, [&](const Mention& m) { return m.kind == EntityKind::person && !hangs_on_noun(m); });
  }

  bool hangs_on_noun(const Mention& mention) const {
    const auto [first, last] = tokens_in(mention.span);
    return std::any_of(first, last, [](const Token& token) {
      const std::string_view relation = to_text(token.relation);
      return relation == "nmod" || relation == "nmod:poss" || relation == "obl";
    });
  }

  const Reference* reference_in(Span words, const std::optional<Token>& head) const {
    const auto& references = marks_.names.references;
    auto found = std::lower_bound(references.begin(), references.end(), words.begin,
                                  [](const Reference& r, std::size_t byte) { return r.span.end <= byte; });
    for (; found != references.end() && found->span.begin < words.end; ++found) {
      if (!head || found->span.overlaps(head->span)) return &*found;
    }
    return nullptr;
  }

  // Without its article in front and what hangs behind a comma or a relative clause.
  Span short_phrase(Span words) const {
    const auto [first, last] = tokens_in(words);
    const Token* begin = first;
    const auto is_before_noun = [](const Token& t) {
      return t.tag == Tag::DET || t.tag == Tag::PUNCT || t.tag == Tag::ADP || t.tag == Tag::NUM ||
             t.tag == Tag::SCONJ || t.lemma == "another";
    };
    while (begin != last && is_before_noun(*begin)) ++begin;
    const Token* end = begin;
    while (end != last && end->tag != Tag::PUNCT && end->lemma != "who" && end->lemma != "which") ++end;
    if (begin == end) return words;
    return {begin->span.begin, (end - 1)->span.end};
  }

  const Article& article_;
  const Marks& marks_;
  const std::vector<std::size_t>& entity_of_named_;
  const std::vector<Entity>& entities_;
};

bool is_one(const Source& a, const Source& b) {
  return (a.entity && a.entity == b.entity) || fold(a.name) == fold(b.name);
}

}  // namespace

Agencies::Agencies() {
  std::string_view file = resource("data/agencies.csv");
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    const std::size_t comma = line.find(',');
    if (line.starts_with('#') || comma == std::string_view::npos) continue;
    line.remove_prefix(comma + 1);
    while (!line.empty()) {
      const std::size_t bar = std::min(line.find('|'), line.size());
      names_.insert(fold(line.substr(0, bar)));
      line.remove_prefix(std::min(bar + 1, line.size()));
    }
  }
}

Source source_named(const Article& article, const Marks& marks, Span words,
                    const std::vector<std::size_t>& entity_of_named, const std::vector<Entity>& entities) {
  return Resolver(article, marks, entity_of_named, entities).resolve(words);
}

std::vector<Source> source_chain(const Article& article, const Marks& marks, std::uint32_t attribution,
                                 const std::vector<std::size_t>& entity_of_named, const std::vector<Entity>& entities,
                                 const Agencies& agencies) {
  const Resolver resolver(article, marks, entity_of_named, entities);
  std::vector<Source> chain;  // innermost first
  std::optional<std::uint32_t> at = attribution;
  for (int depth = 0; at && depth < deepest_chain; ++depth) {
    const Attribution& a = marks.attributions[*at];
    if (a.source) {
      Source source = resolver.resolve(*a.source);
      if (chain.empty() || !is_one(chain.back(), source)) chain.push_back(std::move(source));
      const auto reporter = a.recipient ? resolver.reporter(*a.recipient) : std::nullopt;
      if (reporter && !is_one(chain.back(), *reporter)) chain.push_back(*reporter);
    }
    at = a.outer;
  }
  std::reverse(chain.begin(), chain.end());
  // An agency gathers, it does not know: "..., he said, the agency reports" has the agency outside, however it is
  // nested.
  std::stable_partition(chain.begin(), chain.end(), [&](const Source& s) { return agencies.contains(fold(s.name)); });
  return chain;
}

}  // namespace hearsay
