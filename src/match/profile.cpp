// Words are weighed by their rarity among the story's claims (inverse document frequency, Sparck Jones 1972), and so
// are days and figures: the day of the event stands in every report of it and so links nothing.
#include "match/profile.h"

#include "base/folding.h"
#include "dissect/trees/tree.h"
#include "dissect/words/counted_words.h"
#include "dissect/words/function_words.h"
#include "itemise/propositions/hosts.h"
#include "itemise/values/values.h"
#include "itemise/words/happenings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr float inner_weight = 0.5F;       // of words that a smaller claim inside says too
constexpr std::size_t fewest_claims = 40;  // in a story of less, rarity would mean nothing
constexpr std::chrono::days days_of_one_event{60};

// Words that carry content, not structure.
bool is_content(const Token& token) {
  switch (token.tag) {
    case Tag::NOUN:
    case Tag::PROPN:
    case Tag::VERB:
    case Tag::ADJ:
    case Tag::NUM:
      return true;
    case Tag::ADV:
      return token.lemma.size() > 4;
    default:
      return false;
  }
}

bool is_light(std::string_view lemma) { return function_words().has(lemma, FunctionWord::light); }

// What makes two values one, for counting how many claims have it.
std::string key_of(const Value& value) {
  if (const auto* const date = std::get_if<DateValue>(&value.what)) return date->value;
  if (const auto* const quantity = std::get_if<QuantityValue>(&value.what)) return std::to_string(middle(*quantity));
  return {};
}

template <class T>
void sort_once(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool is_in(const std::vector<Span>& spans, Span word) {
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.overlaps(word); });
}

class Profiler {
 public:
  Profiler(std::span<const Article> articles, std::span<const Marks> marks, std::span<const FoundClaim> claims,
           const Happenings& happenings, const Meaning& meaning)
      : articles_(articles), marks_(marks), claims_(claims), meaning_(meaning), happenings_(happenings) {
    trees_.reserve(marks.size());
    for (const Marks& of_article : marks) trees_.emplace_back(of_article.dissection);
  }

  std::vector<ClaimProfile> profile() {
    std::vector<ClaimProfile> profiles;
    for (std::size_t i = 0; i < claims_.size(); ++i) profiles.push_back(raw_profile(i));
    note_hosts(profiles);
    for (ClaimProfile& profile : profiles) weigh(profile);
    weigh_sentences(profiles);
    const auto partners = std::make_shared<const WordPartners>(word_meanings_);
    for (ClaimProfile& profile : profiles) profile.partners = partners;
    return profiles;
  }

 private:
  std::uint32_t number_of(const std::string& word) {
    return lexicon_.try_emplace(word, static_cast<std::uint32_t>(lexicon_.size() + 1)).first->second;
  }

  // Does a claim's own predicate stand in a clause, and not in a mere phrase of another's?
  bool is_clause(const FoundClaim& found) const {
    const Tag tag = marks_[found.claim.article].dissection.tokens[found.proposition.head].tag;
    return tag == Tag::VERB || tag == Tag::AUX;
  }

  // The claims that stand inside a claim and are smaller.
  std::vector<const FoundClaim*> inside(std::size_t claim) const {
    std::vector<const FoundClaim*> found;
    const Claim& outer = claims_[claim].claim;
    const auto note = [&](const FoundClaim& inner) {
      if (inner.claim.span != outer.span && outer.span.contains(inner.claim.span)) found.push_back(&inner);
    };
    for (std::size_t i = claim + 1; i < claims_.size(); ++i) {
      const Claim& inner = claims_[i].claim;
      if (inner.article != outer.article || inner.span.begin >= outer.span.end) break;
      note(claims_[i]);
    }
    for (std::size_t i = claim; i-- > 0;) {  // one that begins at the same byte may stand before it
      const Claim& inner = claims_[i].claim;
      if (inner.article != outer.article || inner.span.begin != outer.span.begin) break;
      note(claims_[i]);
    }
    return found;
  }

  void note_hosts(std::vector<ClaimProfile>& profiles) const {
    std::vector<Claim> plain;
    plain.reserve(claims_.size());
    for (const FoundClaim& found : claims_) plain.push_back(found.claim);
    const auto hosts = find_hosts(plain);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      if (hosts[i]) profiles[i].host_predicate = profiles[*hosts[i]].predicate;
    }
  }

  // The sentence that holds a byte or is the first behind it; as many as there are where there is none.
  // Where a claim stands, and its words in their order.
  void note_place(ClaimProfile& profile) {
    const Marks& marks = marks_[profile.article];
    const auto words = tokens_in(marks.dissection.tokens, profile.span);
    profile.tokens = static_cast<std::uint16_t>(std::min<std::size_t>(words.size(), 999));
    const std::size_t size = std::max<std::size_t>(articles_[profile.article].text.size(), 1);
    profile.place = static_cast<std::uint16_t>(profile.span.begin * 1000 / size);
    profile.sentence_number = static_cast<std::uint32_t>(sentence_at(marks.dissection.sentences, profile.span.begin));
    if (!words.empty() && words.front().relation == Relation::case_)
      profile.preposition = number_of(fold(words.front().lemma));
    std::uint32_t before = 0;
    for (const Token& token : words) {
      if (token.tag == Tag::PUNCT || token.tag == Tag::DET) continue;
      const std::uint32_t word = number_of(fold(token.lemma));
      if (before != 0) profile.runs.push_back(std::uint64_t{before} << 32U | word);
      before = word;
      if (token.tag == Tag::VERB && !is_light(token.lemma)) profile.verbs.push_back(word);
    }
    sort_once(profile.runs);
    sort_once(profile.verbs);
  }

  // The words of each claim's sentence, weighed as those of the claims are.
  void weigh_sentences(std::vector<ClaimProfile>& profiles) {
    std::shared_ptr<const WordWeights> last;
    std::pair<std::size_t, std::uint32_t> of{claims_.size(), 0};
    for (ClaimProfile& profile : profiles) {
      const std::pair<std::size_t, std::uint32_t> sentence{profile.article, profile.sentence_number};
      if (!last || of != sentence) {
        last = std::make_shared<const WordWeights>(words_of_sentence(profile));
        of = sentence;
      }
      profile.sentence = last;
    }
  }

  WordWeights words_of_sentence(const ClaimProfile& profile) {
    const auto& dissection = marks_[profile.article].dissection;
    WordWeights words;
    if (profile.sentence_number >= dissection.sentences.size()) return words;
    const Sentence& sentence = dissection.sentences[profile.sentence_number];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = dissection.tokens[t];
      if (is_content(token) && !is_light(token.lemma)) words.emplace_back(number_of(fold(token.lemma)), 1.0F);
    }
    sort_once(words);
    to_length_one(words);
    return words;
  }

  ClaimProfile raw_profile(std::size_t claim) {
    const FoundClaim& found = claims_[claim];
    std::vector<Span> inner;    // the smaller claims in it
    std::vector<Span> clauses;  // ... and those of them that are clauses with a predicate of their own
    for (const FoundClaim* const one : inside(claim)) {
      inner.push_back(one->claim.span);
      if (one->proposition.head != found.proposition.head && is_clause(*one)) clauses.push_back(one->claim.span);
    }
    const Marks& marks = marks_[found.claim.article];
    const auto& tokens = marks.dissection.tokens;
    const Token& head = tokens[found.proposition.head];
    ClaimProfile profile;
    profile.article = found.claim.article;
    profile.span = found.claim.span;
    profile.claim = &found.claim;
    profile.predicate = number_of(fold(head.lemma));
    add_happenings(head, profile.predicate_happenings);
    profile.assertion = assertion_of(found.proposition.head, found.claim.span, marks, trees_[profile.article]);
    note_words(tokens_in(tokens, found.claim.span), inner, profile);
    note_place(profile);
    if (articles_[profile.article].published) profile.reported = articles_[profile.article].published->day;
    profile.long_ago = is_long_ago(found.claim, marks);
    profile.meaning = meaning_.vector_of(words_at(articles_[profile.article].text, profile.span));
    note_values(found, tokens, clauses, profile);
    return profile;
  }

  void note_words(std::span<const Token> words, const std::vector<Span>& inner, ClaimProfile& profile) {
    for (const Token& token : words) {
      if (!is_content(token) || is_light(token.lemma)) continue;
      const bool own = !is_in(inner, token.span);
      const std::uint32_t word = number_of(fold(token.lemma));
      profile.words.push_back({word, own ? 1.0F : inner_weight});
      note_meaning(word, token);
      if (token.tag == Tag::PROPN && !is_in_time(token.span, profile.article)) profile.names.push_back(word);
      if (own) add_happenings(token, profile.happenings);
    }
    sort_once(profile.happenings);
    sort_once(profile.names);
    // Of a word that stands in it twice, the heavier.
    std::sort(profile.words.begin(), profile.words.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    const auto is_one = [](const auto& a, const auto& b) { return a.first == b.first; };
    profile.words.erase(std::unique(profile.words.begin(), profile.words.end(), is_one), profile.words.end());
    for (const auto& [word, weight] : profile.words) ++count_of(word);
  }

  // "Monday" and "May" are no names.
  bool is_in_time(Span word, std::size_t article) const {
    const auto& times = marks_[article].times;
    const auto time = std::lower_bound(times.begin(), times.end(), word.end,
                                       [](const Time& t, std::size_t byte) { return t.span.end < byte; });
    return time != times.end() && time->span.begin <= word.begin;
  }

  void note_meaning(std::uint32_t word, const Token& token) {
    if (word >= word_meanings_.size()) word_meanings_.resize(word + 256);
    if (token.tag == Tag::PROPN || token.tag == Tag::NUM || !word_meanings_[word].empty()) return;
    word_meanings_[word] = meaning_.vector_of(token.lemma);
  }

  void note_values(const FoundClaim& found, const std::vector<Token>& tokens, const std::vector<Span>& inner,
                   ClaimProfile& profile) {
    const auto& values = found.claim.values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      ValueProfile value;
      value.own = !is_in(inner, values[i].span) && !is_below_another_clause(values[i].span, tokens, found);
      value.whole = i > 0 && is_part_and_whole(values[i - 1], values[i], profile.article);
      value.part = is_part_of_what_was_named(values[i], profile.article);
      value.happenings = happenings_to(values[i].span, tokens, profile);
      if (value.own) ++value_count_[key_of(values[i])];
      profile.values.push_back(std::move(value));
    }
  }

  // Does a clause that describes a noun stand between a value and the claim's predicate: "the boat that sank in May"?
  bool is_below_another_clause(Span value, const std::vector<Token>& tokens, const FoundClaim& found) const {
    const auto words = tokens_in(tokens, value);
    if (words.empty()) return false;
    auto t = static_cast<std::int32_t>(&words.back() - tokens.data());
    for (int steps = 0; t != no_head && steps < 20; ++steps) {
      if (t == static_cast<std::int32_t>(found.proposition.head)) return false;
      const Token& token = tokens[static_cast<std::size_t>(t)];
      if (is_a(token.relation, Relation::acl) && token.tag == Tag::VERB) return true;
      t = token.head;
    }
    return false;
  }

  // "nine of them", "nine of the wounded": by the two words behind the number.
  bool is_part_of_what_was_named(const Value& value, std::size_t article) const {
    constexpr std::size_t far_enough = 14;
    if (!std::holds_alternative<QuantityValue>(value.what)) return false;
    const std::string_view text = articles_[article].text;
    const std::string behind =
        fold(words_at(text, {value.span.end, std::min(text.size(), value.span.end + far_enough)}));
    const std::size_t second = behind.find(' ');
    if (second == std::string::npos) return false;
    return counted_words().has(behind.substr(0, behind.find(' ', second + 1)), CountedWord::behind_a_part);
  }

  // "nine of the 40 sailors": two numbers with nothing but "of" and articles between.
  bool is_part_and_whole(const Value& part, const Value& whole, std::size_t article) const {
    if (!std::holds_alternative<QuantityValue>(part.what) || !std::holds_alternative<QuantityValue>(whole.what))
      return false;
    if (whole.span.begin <= part.span.end) return false;
    const std::string between = fold(words_at(articles_[article].text, {part.span.end, whole.span.begin}));
    return counted_words().has(between, CountedWord::between_part_and_whole);
  }

  void add_happenings(const Token& token, std::vector<std::uint16_t>& list) const {
    const auto& found = happenings_.told_by(fold(token.lemma));
    list.insert(list.end(), found.begin(), found.end());
  }

  // The nearest happening before a word in the claim.
  std::vector<std::uint16_t> first_happening_before(std::vector<Token>::const_iterator word,
                                                    const std::vector<Token>& tokens,
                                                    const ClaimProfile& profile) const {
    auto token = std::lower_bound(tokens.begin(), tokens.end(), profile.span.begin,
                                  [](const Token& t, std::size_t byte) { return t.span.end <= byte; });
    for (; token < word; ++token) {
      std::vector<std::uint16_t> found;
      add_happenings(*token, found);
      std::erase_if(found, [&](std::uint16_t h) { return happenings_.is_change_of_count(h); });
      if (!found.empty()) return found;
    }
    return {};
  }

  // Last year's fire, an earlier crash: another event than the story's.
  bool is_long_ago(const Claim& claim, const Marks& marks) const {
    const auto& published = articles_[claim.article].published;
    if (!published) return false;
    const std::size_t number = sentence_at(marks.dissection.sentences, claim.span.begin);
    if (number == marks.dissection.sentences.size()) return false;
    const Span sentence = marks.dissection.sentences[number].span;
    auto time = std::lower_bound(marks.times.begin(), marks.times.end(), sentence.begin,
                                 [](const Time& t, std::size_t byte) { return t.span.begin < byte; });
    bool any = false;
    for (; time != marks.times.end() && time->span.begin < sentence.end; ++time) {
      if (!time->to) continue;
      if (*time->to > published->day - days_of_one_event) return false;
      any = true;
    }
    return any;
  }

  // "left three people dead", "three dead sailors": what describes a word, right below it in the tree.
  std::vector<std::uint16_t> happenings_below(std::uint32_t word, std::size_t article) const {
    constexpr std::uint32_t farthest = 8;
    const Tree& tree = trees_[article];
    std::vector<std::uint16_t> found;
    for (const std::uint32_t child : tree.children(word)) {
      if (child + farthest < word || child >= word + farthest) continue;
      const Relation relation = tree.token(child).relation;
      if (relation == Relation::amod || relation == Relation::xcomp || is_a(relation, Relation::acl))
        add_happenings(tree.token(child), found);
    }
    return found;
  }

  // What happens to what a number counts: the nearest word above it in the tree that tells of a happening; where there
  // is none, or one of the count alone, what the rest of the claim tells of, if that is one thing.
  std::vector<std::uint16_t> happenings_to(Span value, const std::vector<Token>& tokens,
                                           const ClaimProfile& profile) const {
    auto token = std::lower_bound(tokens.begin(), tokens.end(), value.end,
                                  [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
    if (token == tokens.begin()) return {};
    --token;
    for (int steps = 0; steps < 6; ++steps) {
      std::vector<std::uint16_t> found;
      add_happenings(*token, found);
      if (found.empty()) found = happenings_below(static_cast<std::uint32_t>(token - tokens.begin()), profile.article);
      const bool of_the_count =
          std::any_of(found.begin(), found.end(), [&](std::uint16_t h) { return happenings_.is_change_of_count(h); });
      if (!found.empty() && !of_the_count) return found;
      if (of_the_count) return first_happening_before(token, tokens, profile);
      if (token->head == no_head) break;
      token = tokens.begin() + token->head;
    }
    std::vector<std::uint16_t> rest = profile.happenings;
    std::erase_if(rest, [&](std::uint16_t h) { return happenings_.is_change_of_count(h); });
    return rest.size() == 1 ? rest : std::vector<std::uint16_t>{};
  }

  std::size_t& count_of(std::uint32_t word) {
    if (word >= counts_.size()) counts_.resize(word + 256, 0);
    return counts_[word];
  }

  void weigh(ClaimProfile& profile) {
    const auto all = static_cast<float>(std::max(claims_.size(), fewest_claims));
    for (std::size_t i = 0; i < profile.values.size(); ++i) {
      const auto count = static_cast<float>(value_count_[key_of(profile.claim->values[i])]);
      if (count > 2) profile.values[i].rarity = 1 - std::log(count - 1) / std::log(all);
    }
    profile.mass = to_length_one(profile.words);
  }

  // Weighs the words by their rarity and scales them to length 1; returns the length before scaling.
  float to_length_one(WordWeights& words) {
    const auto all = static_cast<float>(std::max(claims_.size(), fewest_claims));
    float squares = 0;
    for (auto& [word, weight] : words) {
      weight *= std::log((all + 1) / (static_cast<float>(count_of(word)) + 0.5F)) + 0.05F;
      squares += weight * weight;
    }
    const float length = std::sqrt(squares);
    for (auto& [word, weight] : words) weight /= length;
    return length;
  }

  std::span<const Article> articles_;
  std::span<const Marks> marks_;
  std::span<const FoundClaim> claims_;
  const Meaning& meaning_;
  const Happenings& happenings_;
  std::vector<Tree> trees_;  // of each article
  std::unordered_map<std::string, std::uint32_t> lexicon_;
  std::vector<std::size_t> counts_;  // claims with a word
  std::map<std::string, std::size_t> value_count_;
  std::vector<std::vector<float>> word_meanings_;  // empty for names and numbers, which mean only themselves
};

}  // namespace

std::vector<ClaimProfile> profile_claims(std::span<const Article> articles, std::span<const Marks> marks,
                                         std::span<const FoundClaim> claims, const Happenings& happenings,
                                         const Meaning& meaning) {
  std::vector<ClaimProfile> profiles = Profiler(articles, marks, claims, happenings, meaning).profile();
  for (std::size_t i = 0; i < profiles.size(); ++i) profiles[i].sense = claims[i].sense;
  return profiles;
}

}  // namespace hearsay
