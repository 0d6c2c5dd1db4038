// A source's words lead to a name: the name at the head of the phrase, the name a pronoun or a role stands for (from
// extract/references), or the phrase itself without what hangs behind it.
#include "itemise/speakers/sources.h"

#include "base/folding.h"
#include "dissect/words/letters.h"
#include "extract/names/lookup.h"
#include "itemise/speakers/source_words.h"
#include "itemise/words/joined_words.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr int deepest_reference = 4;
constexpr int deepest_chain = 16;  // who told whom who told whom: more is no news
constexpr std::ptrdiff_t most_speakers_looked_at = 20;

class Resolver {
 public:
  Resolver(const Article& article, const Marks& marks, const Tree& tree,
           const std::vector<std::size_t>& entity_of_named, const std::vector<Entity>& entities)
      : article_(article), marks_(marks), tree_(tree), entity_of_named_(entity_of_named), entities_(entities) {}

  Source resolve(Span words, int depth = 0) const {
    const auto head = head_of(words);
    if (head && names_several(words, *head)) return {std::string(words_at(article_.text, words)), std::nullopt, words};
    if (const Mention* mention = head ? mention_at(marks_.names, head->span) : nullptr)
      return of(behind_role(*mention, words), words);
    if (depth < deepest_reference) {
      if (const Reference* reference = reference_in(words, head)) {
        Source source = resolve(reference->antecedent, depth + 1);
        source.span = words;
        return source;
      }
    }
    if (const Mention* person = only_person_in(words)) return of(behind_role(*person, words), words);
    if (head && head->tag == Tag::PRON && depth < deepest_reference) {
      const auto stands_for = is_relative(*head) ? modified_by(*head) : speaker_before(words, *head);
      if (stands_for) {
        Source source = resolve(*stands_for, depth + 1);
        source.span = words;
        return source;
      }
    }
    if (const auto fuller = depth < deepest_reference ? introduced_as(words, head) : std::nullopt) {
      Source source = resolve(*fuller, depth + 1);
      source.span = words;
      return source;
    }
    if (const auto speaker = depth < deepest_reference ? role_of_speaker(words, head) : std::nullopt) {
      Source source = resolve(*speaker, depth + 1);
      if (source.entity) {
        source.span = words;
        return source;
      }
    }
    Source source{std::string(words_at(article_.text, short_phrase(words))), std::nullopt, words};
    if (const Mention* body = first_body_in(words)) source.entity = entity_of_named_[body->named];
    return source;
  }

  bool is_first_person(Span words) const {
    const auto head = head_of(words);
    return head && head->tag == Tag::PRON && (head->lemma == "we" || head->lemma == "I" || head->lemma == "i");
  }

  // Who is understood to speak where a cue has no source of its own: the subject of the verb that it is joined to, as
  // in "Witnesses heard a blast and said ...", "He spoke up, adding ...".
  std::optional<Span> understood_subject(Span cue) const {
    auto at = tree_.head_of(cue);
    for (int steps = 0; at && steps < 5; ++steps) {
      if (const auto subject = subject_of(tree_, *at)) return subject;
      const Relation relation = tree_.token(*at).relation;
      const bool joined = relation == Relation::conj || relation == Relation::xcomp || is_a(relation, Relation::advcl);
      if (!joined) return std::nullopt;
      at = tree_.head(*at);
    }
    return std::nullopt;
  }

  // A recipient counts as a reporter when it is a body with a name: "told Marrow Wire", not "told reporters".
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

  // The word of the phrase that depends on none in it; null where there is none. It lies in the article's own tokens,
  // so that the tree can be asked about it.
  const Token* head_of(Span words) const {
    const auto word = tree_.head_of(words);
    return word ? &tree_.token(*word) : nullptr;
  }

  // "Berit Solle aide Ana Vell" is Ana Vell, whatever the tree takes for the head: a person whose name stands before a
  // role and another's behind it only says whose aide that is.
  const Mention& behind_role(const Mention& mention, Span words) const {
    const auto mentions = mentions_at(marks_.names, words);
    const auto next = std::find_if(mentions.begin(), mentions.end(),
                                   [&](const Mention& m) { return m.span.begin >= mention.span.end; });
    if (next == mentions.end() || mention.kind != EntityKind::person || next->kind != EntityKind::person)
      return mention;
    const auto [first, last] = tokens_in({mention.span.end, next->span.begin});
    const bool is_role = first != last && std::all_of(first, last, [&](const Token& token) {
                           const bool noun = token.tag == Tag::NOUN || token.tag == Tag::PROPN || token.tag == Tag::ADJ;
                           return noun && !begins_upper(words_at(article_.text, token.span));
                         });
    return is_role ? *next : mention;
  }

  template <class Wanted>
  const Mention* first_mention(Span words, Wanted wanted) const {
    const auto mentions = mentions_at(marks_.names, words);
    const auto found = std::find_if(mentions.begin(), mentions.end(), wanted);
    return found == mentions.end() ? nullptr : &*found;
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
    std::uint32_t at = tree_.number_of(pronoun);
    for (int steps = 0; steps < 8; ++steps) {
      const auto above = tree_.head(at);
      if (!above) return std::nullopt;
      const bool clause = is_a(tree_.token(at).relation, Relation::acl);
      at = *above;
      if (!clause) continue;
      const Tag tag = tree_.token(at).tag;
      return tag == Tag::NOUN || tag == Tag::PROPN ? std::optional(tree_.phrase_up_to(at)) : std::nullopt;
    }
    return std::nullopt;
  }

  // Speakers go on: a pronoun that nothing else explains stands for the last source before it that fits. "he" fits a
  // person or a role, "it" a body or a role.
  std::optional<Span> speaker_before(Span words, const Token& pronoun) const {
    // The personal pronouns by their base forms: grammar, not a list of words.
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
      const Mention* const mention = mention_at(marks_.names, head->span);
      const bool is_person = mention != nullptr && mention->kind == EntityKind::person;
      const bool is_body = mention != nullptr && !is_person;
      if (singular_person ? is_body : (is_person && pronoun.lemma == "it")) continue;
      nearest = *source;
    }
    return nearest;
  }

  // "the spokesman" after "a spokesman for the harbour": the last source of that noun with more words to it.
  std::optional<Span> introduced_as(Span words, const Token* head) const {
    const auto [first, last] = tokens_in(words);
    if (!head || head->tag != Tag::NOUN || last - first > 2 || first == last || first->lemma != "the")
      return std::nullopt;
    const auto& all = marks_.attributions;
    const auto after =
        std::upper_bound(all.begin(), all.end(), words.begin,
                         [](std::size_t byte, const Attribution& a) { return byte < a.content.front().begin; });
    for (auto at = after; at != all.begin() && after - at < most_speakers_looked_at;) {
      const auto& source = (--at)->source;
      if (!source || source->end > words.begin) continue;
      const auto other = head_of(*source);
      const auto [begin, end] = tokens_in(*source);
      if (other && other->lemma == head->lemma && end - begin > last - first) return *source;
    }
    return std::nullopt;
  }

  // "the carpenter", "the company" after a speaker with a name: the one who spoke last, if nobody else with a name has
  // come up since. Only for singular roles with "the", and not for bodies that need no introduction ("the police").
  std::optional<Span> role_of_speaker(Span words, const Token* head) const {
    if (!head || head->tag != Tag::NOUN) return std::nullopt;
    const auto [first, last] = tokens_in(words);
    if (first == last || first->lemma != "the" || is_plural(*head)) return std::nullopt;
    const bool is_firm = source_words().is_firm(head->lemma);
    if (!is_firm && !source_words().is_person(head->lemma)) return std::nullopt;
    const auto& mentions = marks_.names.mentions;
    auto after = std::lower_bound(mentions.begin(), mentions.end(), words.begin,
                                  [](const Mention& m, std::size_t byte) { return m.span.begin < byte; });
    for (int steps = 0; after != mentions.begin() && steps < 12; ++steps) {
      --after;
      const bool is_person = after->kind == EntityKind::person;
      if (is_firm ? after->kind == EntityKind::organization : is_person) return after->span;
    }
    return std::nullopt;
  }

  bool is_plural(const Token& noun) const {
    const std::string_view word = words_at(article_.text, noun.span);
    return word.ends_with('s') && !std::string_view(noun.lemma).ends_with('s');
  }

  // "the ministry and its allies": a joint source, which is not its first member.
  bool names_several(Span words, const Token& head) const {
    const auto [first, last] = tokens_in(words);
    const Token* const all = marks_.dissection.tokens.data();
    return std::any_of(first, last, [&](const Token& token) {
      const bool is_noun = token.tag == Tag::NOUN || token.tag == Tag::PROPN;
      return is_noun && token.relation == Relation::conj && token.head != no_head && all[token.head].span == head.span;
    });
  }

  // "the minister, Ana Vell" is Ana Vell; "a lawyer for Ana Vell" is not: a name behind "for", "of" or "to" is another.
  const Mention* only_person_in(Span words) const {
    return first_mention(words, [&](const Mention& m) { return m.kind == EntityKind::person && !hangs_on_noun(m); });
  }

  bool hangs_on_noun(const Mention& mention) const {
    const auto [first, last] = tokens_in(mention.span);
    return std::any_of(first, last, [](const Token& token) {
      const Relation relation = token.relation;
      return relation == Relation::nmod || relation == Relation::nmod_poss || relation == Relation::obl;
    });
  }

  const Reference* reference_in(Span words, const Token* head) const {
    const auto& references = marks_.references;
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
    const auto& all = marks_.dissection.tokens;
    const auto in_a_word = [&](const Token* t) { return joins_words(all, static_cast<std::size_t>(t - all.data())); };
    const auto is_before_noun = [&](const Token* t) {
      if (in_a_word(t + 1)) return t->tag == Tag::DET;  // "15-year-old"
      return t->tag == Tag::DET || t->tag == Tag::PUNCT || t->tag == Tag::ADP || t->tag == Tag::NUM ||
             t->tag == Tag::SCONJ || t->tag == Tag::CCONJ || t->lemma == "another";
    };
    const Token* begin = first;
    while (begin != last && is_before_noun(begin)) ++begin;
    const Token* end = begin;
    while (end != last && (end->tag != Tag::PUNCT || in_a_word(end)) && end->lemma != "who" && end->lemma != "which")
      ++end;
    if (begin == end) return words;
    return {begin->span.begin, (end - 1)->span.end};
  }

  const Article& article_;
  const Marks& marks_;
  const Tree& tree_;
  const std::vector<std::size_t>& entity_of_named_;
  const std::vector<Entity>& entities_;
};

// "in October" is taken for a source now and then, and so is "fewer than doctors" of "fewer than doctors had feared",
// "as a great shock" or "but only": a speaker is a noun or a pronoun, and nothing made of one by a word before it.
bool is_speaker(Span words, const Marks& marks) {
  const auto time = std::lower_bound(marks.times.begin(), marks.times.end(), words.begin,
                                     [](const Time& t, std::size_t byte) { return t.span.end <= byte; });
  if (time != marks.times.end() && time->span.contains(words)) return false;
  const auto tokens = tokens_in(marks.dissection.tokens, words);
  const auto is = [](const Token& token, std::string_view lemma) { return token.lemma == lemma; };
  if (std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) { return is(t, "than"); })) return false;
  if (!tokens.empty() && (is(tokens.front(), "as") || is(tokens.front(), "for"))) return false;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
    return t.tag == Tag::NOUN || t.tag == Tag::PROPN || t.tag == Tag::PRON || t.tag == Tag::NUM || t.tag == Tag::ADJ;
  });
}

bool is_one(const Source& a, const Source& b) {
  return (a.entity && a.entity == b.entity) || fold(a.name) == fold(b.name);
}

}  // namespace

std::optional<Span> subject_of(const Tree& tree, std::uint32_t verb) {
  constexpr std::uint32_t farthest = 40;  // words before the verb
  for (const std::uint32_t child : tree.children(verb)) {
    const bool near = child < verb && verb - child <= farthest;
    if (near && tree.token(child).relation == Relation::nsubj) return tree.phrase_up_to(child);
  }
  return std::nullopt;
}

Source source_named(const Article& article, const Marks& marks, const Tree& tree, Span words,
                    const std::vector<std::size_t>& entity_of_named, const std::vector<Entity>& entities) {
  return Resolver(article, marks, tree, entity_of_named, entities).resolve(words);
}

std::vector<Source> source_chain(const Article& article, const Marks& marks, const Tree& tree,
                                 std::uint32_t attribution, const std::vector<std::size_t>& entity_of_named,
                                 const std::vector<Entity>& entities, const Agencies& agencies) {
  const Resolver resolver(article, marks, tree, entity_of_named, entities);
  std::vector<Source> chain;  // innermost first
  std::optional<std::uint32_t> at = attribution;
  for (int depth = 0; at && depth < deepest_chain; ++depth) {
    const Attribution& a = marks.attributions[*at];
    const auto named = a.source && is_speaker(*a.source, marks) ? a.source
                       : a.cue                                  ? resolver.understood_subject(*a.cue)
                                                                : std::nullopt;
    // "We believe ...," she said: "we" is she, who comes next.
    if (named && !(a.outer && resolver.is_first_person(*named))) {
      Source source = resolver.resolve(*named);
      if (chain.empty() || !is_one(chain.back(), source)) chain.push_back(std::move(source));
      const auto reporter = a.recipient ? resolver.reporter(*a.recipient) : std::nullopt;
      if (reporter && !is_one(chain.back(), *reporter)) chain.push_back(*reporter);
    }
    at = a.outer;
  }
  // "preliminary estimates suggest ..., he said": he knows it by them; who speaks is he.
  if (chain.size() > 1 && !chain.front().entity && source_words().is_evidence(fold(chain.front().name)))
    chain.erase(chain.begin());
  std::reverse(chain.begin(), chain.end());
  // An agency gathers, it does not know: "..., he said, the agency reports" has the agency outside, however it is
  // nested.
  std::stable_partition(chain.begin(), chain.end(), [&](const Source& s) { return agencies.contains(fold(s.name)); });
  return chain;
}

}  // namespace hearsay
