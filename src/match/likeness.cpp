// Pairwise coreference of claims: a few clues from words, meaning, grammar and values, weighed by logistic regression
// (weights in data/points.txt, fitted by tools/fit_points.py on hand-grouped claims). In the line of cross-document
// event coreference (Lee et al. 2012) with a static sentence meaning in the place of a large encoder.
#include "match/likeness.h"

#include "base/resources.h"
#include "match/folding.h"
#include "match/happenings.h"
#include "match/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <stdexcept>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr float inner_weight = 0.5F;  // of words that a smaller claim inside says too
constexpr std::chrono::days days_of_one_event{60};

// Words that carry structure, not content.
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

bool is_light(std::string_view lemma) {
  static constexpr std::string_view light[] = {"be", "have", "do", "say", "go", "get", "make", "take", "other", "more"};
  return std::find(std::begin(light), std::end(light), lemma) != std::end(light);
}

double middle(const QuantityValue& q) {
  if (q.low && q.high) return (*q.low + *q.high) / 2;
  return q.low ? *q.low : q.high ? *q.high : 0;
}

class Profiler {
 public:
  Profiler(std::span<const Article> articles, std::span<const Marks> marks, const Entities& entities,
           std::span<const FoundClaim> claims, const Meaning& meaning)
      : articles_(articles), marks_(marks), entities_(entities), claims_(claims), meaning_(meaning) {}

  std::vector<ClaimProfile> profile() {
    std::vector<ClaimProfile> profiles;
    for (std::size_t i = 0; i < claims_.size(); ++i) profiles.push_back(raw_profile(claims_[i], inside(i)));
    weigh(profiles);
    const auto table = std::make_shared<const WordMeanings>(std::move(word_meanings_));
    for (ClaimProfile& profile : profiles) profile.word_meanings = table;
    return profiles;
  }

 private:
  std::uint32_t number_of(const std::string& word) {
    return lexicon_.try_emplace(word, static_cast<std::uint32_t>(lexicon_.size() + 1)).first->second;
  }

  void note_meaning(std::uint32_t word, const Token& token) {
    if (word >= word_meanings_.size()) word_meanings_.resize(word + 256);
    if (token.tag == Tag::PROPN || token.tag == Tag::NUM || !word_meanings_[word].empty()) return;
    word_meanings_[word] = meaning_.vector_of(token.lemma);
  }

  std::span<const Token> tokens_in(const FoundClaim& found) const {
    return hearsay::tokens_in(marks_[found.claim.article].dissection.tokens, found.claim.span);
  }

  // The claims that stand inside a claim and are smaller. Claims are in text order.
  std::vector<Span> inside(std::size_t claim) const {
    std::vector<Span> found;
    const Claim& outer = claims_[claim].claim;
    for (std::size_t i = claim + 1; i < claims_.size(); ++i) {
      const Claim& inner = claims_[i].claim;
      if (inner.article != outer.article || inner.span.begin >= outer.span.end) break;
      if (inner.span.end <= outer.span.end) found.push_back(inner.span);
    }
    // One that begins at the same byte may stand before it.
    for (std::size_t i = claim; i-- > 0 && claims_[i].claim.article == outer.article &&
                                claims_[i].claim.span.begin == outer.span.begin;) {
      if (claims_[i].claim.span.end < outer.span.end) found.push_back(claims_[i].claim.span);
    }
    return found;
  }

  static bool is_in(const std::vector<Span>& spans, Span word) {
    return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.overlaps(word); });
  }

  ClaimProfile raw_profile(const FoundClaim& found, const std::vector<Span>& inner) {
    const Marks& marks = marks_[found.claim.article];
    const auto& tokens = marks.dissection.tokens;
    ClaimProfile profile;
    profile.article = found.claim.article;
    profile.span = found.claim.span;
    profile.claim = &found.claim;
    for (const Token& token : tokens_in(found)) {
      if (token.tag == Tag::PUNCT) continue;
      const std::uint32_t word = number_of(fold(token.lemma));
      if (is_content(token) && !is_light(token.lemma)) {
        profile.words.push_back({word, is_in(inner, token.span) ? inner_weight : 1.0F});
        note_meaning(word, token);
        if (token.tag == Tag::PROPN) profile.names.push_back(word);
        if (!is_in(inner, token.span)) add_happenings(token, profile.article, profile.happenings);
      }
    }
    note_dependents(found, profile);
    note_meaning(number_of(fold(tokens[found.proposition.head].lemma)), tokens[found.proposition.head]);
    add_happenings(tokens[found.proposition.head], profile.article, profile.predicate_happenings);
    profile.long_ago = is_long_ago(found.claim, marks);
    sort_once(profile.happenings);
    sort_once(profile.names);
    for (const Value& value : found.claim.values) {
      const bool own = !is_in(inner, value.span);
      profile.own_values.push_back(own);
      if (own) ++value_count_[key_of(value)];
    }
    for (const Value& value : found.claim.values)
      profile.of_values.push_back(happenings_to(value.span, tokens, profile));
    profile.predicate = number_of(fold(tokens[found.proposition.head].lemma));
    // Of a word that stands in it twice, the heavier.
    std::sort(profile.words.begin(), profile.words.end(),
              [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
    profile.words.erase(std::unique(profile.words.begin(), profile.words.end(),
                                    [](const auto& a, const auto& b) { return a.first == b.first; }),
                        profile.words.end());
    profile.meaning = meaning_.vector_of(words_at(articles_[found.claim.article].text, found.claim.span));
    for (const auto& [word, weight] : profile.words) ++document_count(word);
    return profile;
  }

  // By its base form or, as base forms of irregular verbs are not always right, as it stands.
  void add_happenings(const Token& token, std::size_t article, std::vector<std::uint16_t>& list) const {
    const auto* found = &happenings_.told_by(fold(token.lemma));
    if (found->empty()) found = &happenings_.told_by(fold(words_at(articles_[article].text, token.span)));
    list.insert(list.end(), found->begin(), found->end());
  }

  std::vector<std::uint16_t> first_happening_before(std::vector<Token>::const_iterator word,
                                                    const std::vector<Token>& tokens,
                                                    const ClaimProfile& profile) const {
    auto token = std::lower_bound(tokens.begin(), tokens.end(), profile.span.begin,
                                  [](const Token& t, std::size_t byte) { return t.span.end <= byte; });
    for (; token < word; ++token) {
      std::vector<std::uint16_t> found;
      add_happenings(*token, profile.article, found);
      std::erase_if(found, [&](std::uint16_t h) { return happenings_.is_change_of_count(h); });
      if (!found.empty()) return found;
    }
    return {};
  }

  // Last year's fire, an earlier crash: another event than the story's.
  bool is_long_ago(const Claim& claim, const Marks& marks) const {
    const auto& published = articles_[claim.article].published;
    if (!published) return false;
    const auto& sentences = marks.dissection.sentences;
    const auto sentence = std::lower_bound(sentences.begin(), sentences.end(), claim.span.begin,
                                           [](const Sentence& s, std::size_t byte) { return s.span.end <= byte; });
    if (sentence == sentences.end()) return false;
    auto time = std::lower_bound(marks.times.begin(), marks.times.end(), sentence->span.begin,
                                 [](const Time& t, std::size_t byte) { return t.span.begin < byte; });
    bool any = false;
    for (; time != marks.times.end() && time->span.begin < sentence->span.end; ++time) {
      if (!time->to) continue;
      if (*time->to > published->day - days_of_one_event) return false;
      any = true;
    }
    return any;
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
      add_happenings(*token, profile.article, found);
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

  template <class T>
  static void sort_once(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  // The thing a word stands for: an entity, also through a pronoun, else the word itself.
  std::uint32_t thing_at(std::size_t article, std::uint32_t t, int depth = 0) {
    const Marks& marks = marks_[article];
    const Token& token = marks.dissection.tokens[t];
    if (const auto entity = entity_at(article, token.span)) return number_of("@" + std::to_string(*entity));
    if (depth < 3) {
      const auto& references = marks.names.references;
      const auto reference = std::lower_bound(references.begin(), references.end(), token.span.begin,
                                              [](const Reference& r, std::size_t byte) { return r.span.end <= byte; });
      if (reference != references.end() && reference->span.overlaps(token.span)) {
        const auto words = hearsay::tokens_in(marks.dissection.tokens, reference->antecedent);
        if (const auto entity = entity_at(article, reference->antecedent))
          return number_of("@" + std::to_string(*entity));
        if (!words.empty()) {
          const auto last = static_cast<std::uint32_t>(&words.back() - marks.dissection.tokens.data());
          if (last != t) return thing_at(article, last, depth + 1);
        }
      }
    }
    if (token.tag == Tag::PRON) {
      // "who", "that": the noun that the clause describes.
      std::int32_t verb = token.head;
      const bool relative = token.lemma == "who" || token.lemma == "which" || token.lemma == "that";
      if (relative && verb != no_head && depth < 3) {
        const Token& clause = marks.dissection.tokens[static_cast<std::size_t>(verb)];
        if (to_text(clause.relation).starts_with("acl") && clause.head != no_head)
          return thing_at(article, static_cast<std::uint32_t>(clause.head), depth + 1);
      }
      return 0;
    }
    const std::uint32_t word = number_of(fold(token.lemma));
    note_meaning(word, token);
    return word;
  }

  std::optional<std::size_t> entity_at(std::size_t article, Span words) const {
    const auto& mentions = marks_[article].names.mentions;
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), words.begin,
                                        [](const Mention& m, std::size_t byte) { return m.span.end <= byte; });
    if (found == mentions.end() || !found->span.overlaps(words)) return std::nullopt;
    return entities_.of_named[article][found->named];
  }

  void note_dependents(const FoundClaim& found, ClaimProfile& profile) {
    const auto& tokens = marks_[profile.article].dissection.tokens;
    std::uint32_t verb = found.proposition.head;
    const auto sentence_words = [&](std::uint32_t t) {
      for (std::uint32_t i = t < 60 ? 0 : t - 60; i < std::min<std::size_t>(tokens.size(), t + 60); ++i) {
        if (tokens[i].head != static_cast<std::int32_t>(t)) continue;
        const std::string_view relation = to_text(tokens[i].relation);
        if (relation == "nsubj:pass" || relation == "obj" || relation == "dobj") {
          if (profile.patient == 0) profile.patient = thing_at(profile.article, i);
        } else if (relation.starts_with("nsubj") || relation == "obl:agent") {
          if (profile.agent == 0) profile.agent = thing_at(profile.article, i);
        }
        if (t == found.proposition.head &&
            (tokens[i].lemma == "not" || tokens[i].lemma == "never" || tokens[i].lemma == "no"))
          profile.negated = true;
      }
    };
    sentence_words(verb);
    const Token& head = tokens[verb];
    if (head.head == no_head || profile.agent != 0) return;
    const auto above = static_cast<std::uint32_t>(head.head);
    const std::string_view relation = to_text(head.relation);
    const bool doing = words_at(articles_[profile.article].text, head.span).ends_with("ing");
    if (relation.starts_with("acl") && !relation.ends_with("relcl")) {
      (doing ? profile.agent : profile.patient) = thing_at(profile.article, above);
    } else if (relation == "conj" || relation.starts_with("advcl") || relation == "xcomp") {
      const std::uint32_t patient = profile.patient;
      if (head.tag == Tag::VERB && (relation == "conj" || doing || relation == "xcomp")) sentence_words(above);
      if (patient != 0 || relation != "conj") profile.patient = patient;
    }
  }

  std::uint32_t& document_count(std::uint32_t word) {
    if (word >= counts_.size()) counts_.resize(word + 256, 0);
    return counts_[word];
  }

  static std::string key_of(const Value& value) {
    if (const auto* const date = std::get_if<DateValue>(&value.what)) return date->value;
    if (const auto* const q = std::get_if<QuantityValue>(&value.what)) return std::to_string(middle(*q));
    return {};
  }

  void weigh(std::vector<ClaimProfile>& profiles) {
    const float all = static_cast<float>(profiles.size());
    for (ClaimProfile& profile : profiles) {
      for (std::size_t i = 0; i < profile.own_values.size(); ++i) {
        const auto count = static_cast<float>(value_count_[key_of(profile.claim->values[i])]);
        profile.value_rarity.push_back(count <= 2 || all <= 2 ? 1 : 1 - std::log(count - 1) / std::log(all));
      }
    }
    for (ClaimProfile& profile : profiles) {
      float length = 0;
      for (auto& [word, weight] : profile.words) {
        weight *= std::log((all + 1) / (static_cast<float>(document_count(word)) + 0.5F)) + 0.05F;
        length += weight * weight;
      }
      for (auto& [word, weight] : profile.words) weight /= std::sqrt(length);
    }
  }

  std::span<const Article> articles_;
  std::span<const Marks> marks_;
  const Entities& entities_;
  std::span<const FoundClaim> claims_;
  const Meaning& meaning_;
  const Happenings happenings_;
  std::unordered_map<std::string, std::uint32_t> lexicon_;
  std::vector<std::uint32_t> counts_;
  WordMeanings word_meanings_;
  std::map<std::string, std::size_t> value_count_;
};

struct WordOverlap {
  float cosine = 0;
  float contained = 0;
};

WordOverlap overlap_of_words(const ClaimProfile& a, const ClaimProfile& b) {
  WordOverlap overlap;
  float shared_a = 0;
  float shared_b = 0;
  float all_a = 0;
  float all_b = 0;
  for (const auto& [word, weight] : a.words) all_a += weight;
  for (const auto& [word, weight] : b.words) all_b += weight;
  for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
    if (a.words[i].first < b.words[j].first) {
      ++i;
    } else if (b.words[j].first < a.words[i].first) {
      ++j;
    } else {
      overlap.cosine += a.words[i].second * b.words[j].second;
      shared_a += a.words[i++].second;
      shared_b += b.words[j++].second;
    }
  }
  const float part_a = all_a > 0 ? shared_a / all_a : 0;
  const float part_b = all_b > 0 ? shared_b / all_b : 0;
  overlap.contained = std::max(part_a, part_b);
  return overlap;
}

// 1 for one word or thing, else how alike two words are in meaning.
float alike(const ClaimProfile& p, std::uint32_t a, std::uint32_t b) {
  constexpr float unlike = 0.3F;
  if (a == 0 || b == 0) return 0;
  if (a == b) return 1;
  const WordMeanings& meanings = *p.word_meanings;
  if (a >= meanings.size() || b >= meanings.size() || meanings[a].empty() || meanings[b].empty()) return 0;
  return std::max(0.0F, (likeness(meanings[a], meanings[b]) - unlike) / (1 - unlike));
}

// How well the words of one claim find partners in the other, by weight.
float partners_of(const ClaimProfile& a, const ClaimProfile& b) {
  constexpr float unlike = 0.4F;
  const WordMeanings& meanings = *a.word_meanings;
  float found = 0;
  float all = 0;
  for (const auto& [word, weight] : a.words) {
    float best = 0;
    for (const auto& [other, ignored] : b.words) {
      if (word == other) {
        best = 1;
        break;
      }
      if (meanings[word].empty() || meanings[other].empty()) continue;
      best = std::max(best, (likeness(meanings[word], meanings[other]) - unlike) / (1 - unlike));
    }
    found += weight * best;
    all += weight;
  }
  return all > 0 ? found / all : 0;
}

template <class T>
std::size_t shared_count(const std::vector<T>& a, const std::vector<T>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const T& x) { return std::find(b.begin(), b.end(), x) != b.end(); }));
}

struct ValueAgreement {
  bool same_number = false;   // a quantity of one thing with the same bounds stands in both
  bool other_number = false;  // one with other bounds does, and none with the same
  float same_day = 0;         // a date of both is one, the rarer the higher
  float same_figure = 0;
  bool near_number = false;
  bool far_number = false;
  bool other_day = false;    // dates in both, and none shares a day
  bool other_month = false;  // ... nor lies within a month of another
  bool other_figure = false;
};

// A few days at the most.
bool is_short(const DateValue& date) {
  return date.from && date.to && *date.to - *date.from <= std::chrono::days{2};
}

bool far_apart(const DateValue& a, const DateValue& b) {
  const auto from_a = a.from ? a.from : a.to;
  const auto from_b = b.from ? b.from : b.to;
  const auto to_a = a.to ? a.to : a.from;
  const auto to_b = b.to ? b.to : b.from;
  if (!from_a || !from_b) return false;
  constexpr std::chrono::days month{31};
  return *from_a > *to_b + month || *from_b > *to_a + month;
}


ValueAgreement compare_values(const ClaimProfile& a, const ClaimProfile& b) {
  ValueAgreement agreement;
  bool near_date = false;
  const auto& values_a = a.claim->values;
  const auto& values_b = b.claim->values;
  for (std::size_t i = 0; i < values_a.size(); ++i) {
    for (std::size_t j = 0; j < values_b.size(); ++j) {
      if (!a.own_values[i] || !b.own_values[j]) continue;
      const auto* const x = std::get_if<DateValue>(&values_a[i].what);
      const auto* const y = std::get_if<DateValue>(&values_b[j].what);
      if (x != nullptr && y != nullptr) {
        if (compatible(*x, *y)) {
          const float rarity = (a.value_rarity[i] + b.value_rarity[j]) / 2;
          agreement.same_day = std::max(agreement.same_day, is_short(*x) && is_short(*y) ? rarity : rarity / 3);
        } else {
          agreement.other_day = true;
        }
        if (far_apart(*x, *y)) agreement.other_month = true; else near_date = true;
      }
      const auto* const q = std::get_if<QuantityValue>(&values_a[i].what);
      const auto* const r = std::get_if<QuantityValue>(&values_b[j].what);
      if (q && r && middle(*q) >= 5 && middle(*q) == middle(*r)) agreement.same_figure = std::max(agreement.same_figure, a.value_rarity[i]);
      if (q && r && middle(*q) > 2 && middle(*r) > 2) agreement.other_figure = true;
      if (!tell_of_one_thing(a, i, b, j)) continue;
      const double ratio = (middle(*q) + 1) / (middle(*r) + 1);
      if (ratio > 0.6 && ratio < 1.7) agreement.near_number = true;
      if (ratio < 0.25 || ratio > 4) agreement.far_number = true;
      const bool same =
          same_bounds(std::get<QuantityValue>(values_a[i].what), std::get<QuantityValue>(values_b[j].what));
      (same ? agreement.same_number : agreement.other_number) = true;
    }
  }
  if (agreement.same_day > 0) agreement.other_day = false;
  if (near_date) agreement.other_month = false;
  if (agreement.same_figure > 0 || agreement.near_number) agreement.other_figure = false;
  if (agreement.same_number) agreement.other_number = false;
  if (agreement.same_number || agreement.near_number) agreement.far_number = false;
  if (agreement.same_number) agreement.near_number = false;
  return agreement;
}

}  // namespace

std::string_view to_text(Clue clue) {
  static constexpr std::string_view names[] = {"words",        "contained", "meaning",         "predicate",
                                               "agent", "other_agent", "patient", "other_patient", "predicate_meaning",      "happening", "other_happening", "same_number",
                                               "other_number", "same_day",  "same_article", "alike_words", "alike_contained", "names", "other_names", "same_speaker", "other_speaker", "same_figure", "near_number", "far_number", "length", "both_denied", "other_day", "other_month", "other_figure", "nested"};
  return names[static_cast<std::size_t>(clue)];
}

std::vector<ClaimProfile> profile_claims(std::span<const Article> articles, std::span<const Marks> marks,
                                         const Entities& entities, std::span<const FoundClaim> claims,
                                         const Meaning& meaning) {
  return Profiler(articles, marks, entities, claims, meaning).profile();
}

bool tell_of_one_thing(const ClaimProfile& a, std::size_t value_of_a, const ClaimProfile& b, std::size_t value_of_b) {
  const auto* const x = std::get_if<QuantityValue>(&a.claim->values[value_of_a].what);
  const auto* const y = std::get_if<QuantityValue>(&b.claim->values[value_of_b].what);
  if (x == nullptr || y == nullptr || !count_one_thing(*x, *y)) return false;
  const auto& to_x = a.of_values[value_of_a];
  const auto& to_y = b.of_values[value_of_b];
  if (to_x.empty() || to_y.empty()) return x->of.has_value() == y->of.has_value() || a.predicate == b.predicate;
  return shared_count(to_x, to_y) > 0;
}

Clues compare(const ClaimProfile& a, const ClaimProfile& b) {
  Clues clues{};
  const auto set = [&](Clue clue, float value) { clues[static_cast<std::size_t>(clue)] = value; };
  const WordOverlap overlap = overlap_of_words(a, b);
  set(Clue::words, overlap.cosine);
  set(Clue::contained, overlap.contained);
  set(Clue::meaning, std::max(0.0F, likeness(a.meaning, b.meaning)));
  const bool one_predicate =
      a.predicate == b.predicate || shared_count(a.predicate_happenings, b.predicate_happenings) > 0;
  set(Clue::predicate, one_predicate ? 1 : 0);
  const std::size_t one = shared_count(a.happenings, b.happenings);
  set(Clue::happening, one > 0 ? 1 : 0);
  set(Clue::other_happening, one == 0 && !a.happenings.empty() && !b.happenings.empty() ? 1 : 0);
  const float agents = alike(a, a.agent, b.agent);
  const float patients = alike(a, a.patient, b.patient);
  set(Clue::agent, agents);
  set(Clue::other_agent, a.agent != 0 && b.agent != 0 && agents < 0.2F ? 1 : 0);
  set(Clue::patient, patients);
  set(Clue::other_patient, a.patient != 0 && b.patient != 0 && patients < 0.2F ? 1 : 0);
  set(Clue::predicate_meaning, one_predicate ? 1 : alike(a, a.predicate, b.predicate));
  const ValueAgreement values = compare_values(a, b);
  set(Clue::same_number, values.same_number ? 1 : 0);
  set(Clue::other_number, values.other_number ? 1 : 0);
  set(Clue::same_day, values.same_day);
  set(Clue::same_article, a.article == b.article ? 1 : 0);
  const float ab = partners_of(a, b);
  const float ba = partners_of(b, a);
  set(Clue::alike_words, (ab + ba) / 2);
  set(Clue::alike_contained, std::max(ab, ba));
  const bool both_named = !a.names.empty() && !b.names.empty();
  const bool shared_name = shared_count(a.names, b.names) > 0;
  set(Clue::names, both_named && shared_name ? 1 : 0);
  set(Clue::other_names, both_named && !shared_name ? 1 : 0);
  const auto speaker = [](const ClaimProfile& p) {
    return p.claim->sources.empty() ? std::nullopt : p.claim->sources.back().entity;
  };
  set(Clue::same_speaker, speaker(a) && speaker(a) == speaker(b) ? 1 : 0);
  set(Clue::other_speaker, speaker(a) && speaker(b) && speaker(a) != speaker(b) ? 1 : 0);
  set(Clue::same_figure, values.same_figure);
  set(Clue::near_number, values.near_number ? 1 : 0);
  set(Clue::far_number, values.far_number ? 1 : 0);
  const float x = std::log(static_cast<float>(a.words.size() + 2));
  const float y = std::log(static_cast<float>(b.words.size() + 2));
  set(Clue::other_day, values.other_day ? 1 : 0);
  set(Clue::other_month, values.other_month ? 1 : 0);
  set(Clue::other_figure, values.other_figure ? 1 : 0);
  set(Clue::nested, a.article == b.article && a.span.overlaps(b.span) ? 1 : 0);
  set(Clue::length, std::abs(x - y));
  set(Clue::both_denied, a.negated != b.negated ? 1 : 0);
  return clues;
}

LikenessModel::LikenessModel() {
  std::unordered_map<std::string, float> numbers;
  std::string_view file = resource("data/points.txt");
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    const std::size_t gap = line.find(' ');
    if (line.empty() || line.front() == '#' || gap == std::string_view::npos) continue;
    float value = 0;
    const std::string_view number = line.substr(line.find_last_of(' ') + 1);
    if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc()) {
      throw std::runtime_error("data/points.txt: not a number: " + std::string(line));
    }
    numbers[std::string(line.substr(0, gap))] = value;
  }
  const auto weight = [&](std::string_view name) {
    const auto found = numbers.find(std::string(name));
    if (found == numbers.end()) throw std::runtime_error("data/points.txt lacks " + std::string(name));
    return found->second;
  };
  for (std::size_t i = 0; i < clue_count; ++i) weights_[i] = weight(to_text(static_cast<Clue>(i)));
  bias_ = weight("bias");
  threshold_ = weight("threshold");
  sure_ = weight("sure");
}

float LikenessModel::probability(const Clues& clues) const {
  float sum = bias_;
  for (std::size_t i = 0; i < clue_count; ++i) sum += weights_[i] * clues[i];
  return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace hearsay
