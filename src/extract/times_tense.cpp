// Past or future, from the governing verb. The tree gives the verb; its form against its lemma and its auxiliaries give
// the tense (Universal Dependencies tags alone do not: EWT's VERB covers all forms). Where there is no tree, the
// nearest telling word before the time, then after it, decides. It does not follow tenses over several sentences.
#include "extract/times_tense.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t window = 14;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower_case(std::string_view word) {
  std::string lower(word.substr(0, 24));
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// A word that alone makes what hangs on it lie ahead.
bool looks_ahead(std::string_view word) {
  return is_one_of(word, {"will",     "'ll",     "\u2019ll", "wo",      "shall",       "scheduled", "expected",
                          "planned",  "plans",   "due",      "slated",  "set",         "upcoming",  "expects",
                          "planning", "intends", "expire",   "expires", "forthcoming", "until",     "by"});
}

bool past_form(std::string_view word) {
  if (is_one_of(word, {"was",   "were", "had",  "did",    "said",  "told",  "went", "came", "took",   "made",
                       "began", "met",  "rose", "fell",   "held",  "won",   "lost", "left", "died",   "found",
                       "saw",   "gave", "got",  "became", "broke", "shot",  "sent", "sold", "bought", "spoke",
                       "led",   "ran",  "kept", "struck", "paid",  "wrote", "since"}))
    return true;
  return word.size() > 4 && word.ends_with("ed");
}

class Reader {
 public:
  Reader(std::string_view text, const Dissection& dissection) : text_(text), tokens_(dissection.tokens) {}

  Tense read(Span span) const {
    const auto after = std::lower_bound(tokens_.begin(), tokens_.end(), span.begin,
                                        [](const Token& token, std::size_t byte) { return token.span.end <= byte; });
    if (after == tokens_.end()) return Tense::unknown;
    const auto index = static_cast<std::size_t>(after - tokens_.begin());
    const Tense from_tree = by_tree(index, span);
    return from_tree == Tense::unknown ? by_neighbours(index, span) : from_tree;
  }

 private:
  std::string word(std::size_t index) const { return lower_case(words_at(text_, tokens_[index].span)); }

  Tense by_tree(std::size_t index, Span span) const {
    for (int steps = 0; steps < 12; ++steps) {
      const Token& token = tokens_[index];
      const bool outside = token.span.begin >= span.end || token.span.end <= span.begin;
      if (outside && (token.tag == Tag::VERB || token.tag == Tag::AUX)) {
        const Tense tense = of_verb(index);
        if (tense != Tense::unknown) return tense;
      }
      if (token.head == no_head) break;
      index = static_cast<std::size_t>(token.head);
    }
    return Tense::unknown;
  }

  // The tense of one verb; nothing for an infinitive or participle that leaves it to its own head.
  Tense of_verb(std::size_t verb) const {
    const std::string form = word(verb);
    if (looks_ahead(form)) return Tense::future;
    bool has_to = false, has_past = false, has_present = false;
    for (std::size_t i = verb < window ? 0 : verb - window; i < verb; ++i) {
      if (tokens_[i].head != static_cast<std::int32_t>(verb)) continue;
      const std::string child = word(i);
      if (is_one_of(child,
                    {"will", "'ll", "\u2019ll", "wo", "shall", "would", "may", "might", "could", "can", "should"}))
        return is_one_of(child, {"would", "could"}) ? Tense::unknown : Tense::future;
      has_to = has_to || child == "to";
      has_past = has_past || is_one_of(child, {"was", "were", "had", "did", "has", "have", "been"});
      has_present = has_present || is_one_of(child, {"is", "are", "am", "'s", "'re", "be"});
    }
    if (has_past) return Tense::past;
    if (has_to) return Tense::unknown;
    const bool changed = form != tokens_[verb].lemma && !form.ends_with("s") && !form.ends_with("ing");
    if (is_one_of(form, {"was", "were"}) || (changed && !has_present)) return Tense::past;
    if (form.ends_with("ing") && has_present) return Tense::future;
    return Tense::unknown;
  }

  Tense telling(std::size_t index) const {
    const std::string form = word(index);
    if (looks_ahead(form)) return Tense::future;
    return past_form(form) ? Tense::past : Tense::unknown;
  }

  Tense by_neighbours(std::size_t index, Span span) const {
    for (std::size_t i = index, left = window; i > 0 && left > 0; --i, --left) {
      if (ends_sentence(i - 1)) break;
      if (const Tense tense = telling(i - 1); tense != Tense::unknown) return tense;
    }
    for (std::size_t i = index, left = window; i < tokens_.size() && left > 0; ++i, --left) {
      if (tokens_[i].span.begin < span.end) continue;
      if (ends_sentence(i)) break;
      if (const Tense tense = telling(i); tense != Tense::unknown) return tense;
    }
    return Tense::unknown;
  }

  bool ends_sentence(std::size_t index) const {
    const auto form = words_at(text_, tokens_[index].span);
    return form == "." || form == "?" || form == "!";
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace

Tense tense_at(std::string_view text, const Dissection& dissection, Span span) {
  return Reader(text, dissection).read(span);
}

}  // namespace hearsay
