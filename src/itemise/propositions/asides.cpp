#include "itemise/propositions/asides.h"

#include "base/folding.h"
#include "base/resources.h"
#include "itemise/words/article_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace hearsay {

namespace {

enum Clue : std::size_t {
  place,
  bytes_left,
  bytes,
  words,
  sentence,
  sentences_left,
  line_bytes,
  place_in_line,
  ends_sentence,
  ends_line_as_sentence,
  verbs,
  names,
  numbers,
  signs,
  pronouns,
  determiners,
  auxiliaries,
  prepositions,
  capitals,
  capital_words,
  at_sign,
  address,
  bars,
  begins_with_bracket,
  begins_with_verb,
  begins_quoted,
  words_told_elsewhere,
  content_words,
  mentions,
  times,
  contents,
  near_boilerplate,
  of_sort,  // eleven, as data/aside_words.txt sorts them
  of_neighbours = of_sort + 11,
  clue_count = of_neighbours + 23
};
static_assert(clue_count == aside_clue_count);

const Sections& sections() {
  static const Sections all{"pictures",     "recordings",  "signing up", "sharing",    "rights",      "reading on",
                            "who wrote it", "transcripts", "sold",       "the reader", "the newsroom"};
  return all;
}

std::int32_t as_number(std::size_t value, std::size_t most) { return static_cast<std::int32_t>(std::min(value, most)); }

bool ends_sentence_at(std::string_view text, std::size_t end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '"' || text[end - 1] == '\'' || text[end - 1] == ')'))
    --end;
  for (const std::string_view quote : {"\u201D", "\u2019"}) {
    if (text.substr(0, end).ends_with(quote)) end -= quote.size();
  }
  return end > 0 && (text[end - 1] == '.' || text[end - 1] == '?' || text[end - 1] == '!');
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

class Reader {
 public:
  Reader(const Article& article, const Marks& marks, const WordSorts& words)
      : article_(article),
        text_(article.text),
        marks_(marks),
        words_(words),
        contents_in_(marks.dissection.sentences.size(), 0),
        line_end_(std::min(text_.find('\n'), text_.size())) {
    for (const Token& token : marks.dissection.tokens) {
      if (is_content(token)) ++told_[fold(token.lemma)];
    }
    count_contents();
  }

  std::vector<PossibleAside> read() {
    const auto& sentences = marks_.dissection.sentences;
    std::vector<PossibleAside> all;
    for (std::size_t s = 0; s < sentences.size(); ++s) all.push_back({sentences[s].span, clues_of(s)});
    std::vector<PossibleAside> possible;
    for (std::size_t s = 0; s < all.size(); ++s) {
      if (is_left_out(all[s].span)) continue;
      note_neighbours(all, s);
      possible.push_back(all[s]);
    }
    return possible;
  }

 private:
  static bool is_content(const Token& token) {
    return token.tag == Tag::NOUN || token.tag == Tag::PROPN || token.tag == Tag::VERB;
  }

  // An attribution counts once in each sentence that a part of its content begins in.
  void count_contents() {
    const auto& sentences = marks_.dissection.sentences;
    for (const Attribution& attribution : marks_.attributions) {
      std::size_t last = sentences.size();
      for (const Span content : attribution.content) {
        const std::size_t number = sentence_at(sentences, content.begin);
        if (number == last || number == sentences.size() || !sentences[number].span.contains(content.begin)) continue;
        ++contents_in_[number];
        last = number;
      }
    }
  }

  bool is_left_out(Span span) const { return is_mostly_boilerplate(article_, span); }

  AsideClues clues_of(std::size_t number) {
    const auto& dissection = marks_.dissection;
    const Sentence& own = dissection.sentences[number];
    AsideClues clues{};
    note_place(number, clues);
    note_letters(own.span, clues);
    note_words({dissection.tokens.data() + own.first, own.last - own.first}, clues);
    clues[mentions] = count_in(marks_.names.mentions, own.span);
    clues[times] = count_in(marks_.times, own.span);
    clues[contents] = contents_in_[number];
    constexpr std::size_t near = 200;
    const auto& parts = article_.boilerplate;
    const auto part = std::lower_bound(parts.begin(), parts.end(), own.span.begin,
                                       [](const Boilerplate& b, auto byte) { return b.span.end + near < byte; });
    clues[near_boilerplate] = part != parts.end() && part->span.begin <= own.span.end;
    return clues;
  }

  void note_place(std::size_t number, AsideClues& clues) {
    const Span span = marks_.dissection.sentences[number].span;
    const std::size_t size = std::max<std::size_t>(text_.size(), 1);
    clues[place] = as_number(span.begin * 1000 / size, 1000);
    clues[bytes_left] = as_number(size - span.end, 20000);
    clues[bytes] = as_number(span.size(), 1000);
    clues[sentence] = as_number(number, 200);
    clues[sentences_left] = as_number(marks_.dissection.sentences.size() - number, 200);
    go_to_line_of(span.begin);
    clues[line_bytes] = as_number(line_end_ - line_, 2000);
    clues[place_in_line] = as_number(span.begin - line_, 2000);
    clues[ends_line_as_sentence] = ends_sentence_at(text_, line_end_);
  }

  // Sentences come in text order, so that no line is gone through twice.
  void go_to_line_of(std::size_t byte) {
    if (byte <= line_end_) return;
    line_ = line_end_ + 1 + text_.substr(line_end_ + 1, byte - line_end_ - 1).rfind('\n') + 1;
    line_end_ = std::min(text_.find('\n', byte), text_.size());
  }

  void note_letters(Span span, AsideClues& clues) const {
    const std::string_view own = words_at(text_, span);
    if (own.empty()) return;
    std::size_t upper = 0;
    std::size_t upper_words = 0;
    std::size_t all_words = 1;
    for (std::size_t i = 0; i < own.size(); ++i) {
      upper += is_upper(own[i]);
      const bool begins = i == 0 || own[i - 1] == ' ';
      upper_words += begins && is_upper(own[i]);
      all_words += own[i] == ' ';
    }
    clues[ends_sentence] = ends_sentence_at(text_, span.end);
    clues[capitals] = as_number(upper * 100 / own.size(), 100);
    clues[capital_words] = as_number(upper_words * 100 / all_words, 100);
    clues[at_sign] = own.find('@') != std::string_view::npos;
    clues[address] = own.find("http") != std::string_view::npos || own.find(".com") != std::string_view::npos;
    clues[bars] = own.find_first_of("|>") != std::string_view::npos || own.find("\u00BB") != std::string_view::npos;
    clues[begins_with_bracket] = own.front() == '(' || own.front() == '[';
    clues[begins_quoted] = own.front() == '"' || own.starts_with("\u201C") || own.starts_with("\u2018");
  }

  void note_words(std::span<const Token> tokens, AsideClues& clues) const {
    if (tokens.empty()) return;
    std::array<std::size_t, 8> of_tag{};
    static constexpr std::array<std::pair<Tag, Clue>, 8> tags{{{Tag::VERB, verbs},
                                                               {Tag::PROPN, names},
                                                               {Tag::NUM, numbers},
                                                               {Tag::PUNCT, signs},
                                                               {Tag::PRON, pronouns},
                                                               {Tag::DET, determiners},
                                                               {Tag::AUX, auxiliaries},
                                                               {Tag::ADP, prepositions}}};
    std::map<std::string, std::size_t> here;
    std::size_t content = 0;
    for (const Token& token : tokens) {
      for (std::size_t i = 0; i < tags.size(); ++i) of_tag[i] += token.tag == tags[i].first;
      const std::string lemma = fold(token.lemma);
      const WordSorts::Sorts sorts = words_.of(lemma);
      for (std::size_t i = 0; i < sections().size(); ++i)
        clues[of_sort + i] += static_cast<std::int32_t>((sorts >> i) & 1U);
      if (!is_content(token)) continue;
      ++content;
      ++here[lemma];
    }
    for (std::size_t i = 0; i < tags.size(); ++i)
      clues[tags[i].second] = as_number(of_tag[i] * 100 / tokens.size(), 100);
    std::size_t elsewhere = 0;
    for (const auto& [lemma, count] : here) {
      const auto all = told_.find(lemma);
      if (all != told_.end() && all->second > count) elsewhere += count;
    }
    clues[words] = as_number(tokens.size(), 200);
    clues[content_words] = as_number(content, 100);
    clues[words_told_elsewhere] = content == 0 ? 0 : as_number(elsewhere * 100 / content, 100);
    clues[begins_with_verb] = tokens.front().tag == Tag::VERB;
  }

  // Of the two sentences before and the two behind; what does not exist is -1.
  void note_neighbours(std::vector<PossibleAside>& all, std::size_t number) const {
    AsideClues& clues = all[number].clues;
    std::size_t at = of_neighbours;
    for (const std::ptrdiff_t away : {-2, -1, 1, 2}) {
      const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(number) + away;
      const bool there = other >= 0 && other < static_cast<std::ptrdiff_t>(all.size());
      for (const Clue clue : {bytes, ends_sentence, words_told_elsewhere, verbs})
        clues[at++] = there ? all[static_cast<std::size_t>(other)].clues[clue] : -1;
      clues[at++] = there ? is_left_out(all[static_cast<std::size_t>(other)].span) : -1;
    }
    clues[at++] = before_begins(all, number);
    clues[at++] =
        number > 0 && all[number - 1].span.end < all[number].span.begin &&
        words_at(text_, {all[number - 1].span.end, all[number].span.begin}).find('\n') == std::string_view::npos;
    clues[at] = article_.title && fold(words_at(text_, all[number].span)) == fold(*article_.title);
  }

  // How many sentences of the same line stand before it.
  std::int32_t before_begins(const std::vector<PossibleAside>& all, std::size_t number) const {
    std::int32_t count = 0;
    for (std::size_t s = number; s > 0 && count < 9; --s, ++count) {
      if (words_at(text_, {all[s - 1].span.begin, all[number].span.begin}).find('\n') != std::string_view::npos) break;
    }
    return count;
  }

  template <class Mark>
  static std::int32_t count_in(const std::vector<Mark>& marks, Span span) {
    const auto before = [](const Mark& m, std::size_t byte) { return m.span.begin < byte; };
    const auto first = std::lower_bound(marks.begin(), marks.end(), span.begin, before);
    const auto last = std::lower_bound(first, marks.end(), span.end, before);
    return as_number(static_cast<std::size_t>(last - first), 50);
  }

  const Article& article_;
  const std::string_view text_;
  const Marks& marks_;
  const WordSorts& words_;
  std::map<std::string, std::size_t> told_;  // how often the article has each word
  std::vector<std::int32_t> contents_in_;    // of each sentence: the attributions that have content beginning there
  std::size_t line_ = 0;                     // the line at hand is [line_, line_end_)
  std::size_t line_end_ = 0;
};

}  // namespace

const std::array<std::string_view, aside_clue_count>& aside_clue_names() {
  static constexpr std::array<std::string_view, aside_clue_count> all{
      "place",
      "bytes_left",
      "bytes",
      "words",
      "sentence",
      "sentences_left",
      "line_bytes",
      "place_in_line",
      "ends_sentence",
      "ends_line_as_sentence",
      "verbs",
      "names",
      "numbers",
      "signs",
      "pronouns",
      "determiners",
      "auxiliaries",
      "prepositions",
      "capitals",
      "capital_words",
      "at_sign",
      "address",
      "bars",
      "begins_with_bracket",
      "begins_with_verb",
      "begins_quoted",
      "words_told_elsewhere",
      "content_words",
      "mentions",
      "times",
      "contents",
      "near_boilerplate",
      "on_pictures",
      "on_recordings",
      "on_signing_up",
      "on_sharing",
      "on_rights",
      "on_reading_on",
      "on_who_wrote_it",
      "on_transcripts",
      "on_what_is_sold",
      "on_the_reader",
      "on_the_newsroom",
      "second_before_bytes",
      "second_before_ends",
      "second_before_told_elsewhere",
      "second_before_verbs",
      "second_before_left_out",
      "before_bytes",
      "before_ends",
      "before_told_elsewhere",
      "before_verbs",
      "before_left_out",
      "behind_bytes",
      "behind_ends",
      "behind_told_elsewhere",
      "behind_verbs",
      "behind_left_out",
      "second_behind_bytes",
      "second_behind_ends",
      "second_behind_told_elsewhere",
      "second_behind_verbs",
      "second_behind_left_out",
      "sentences_before_in_line",
      "goes_on_in_line",
      "is_the_title",
  };
  return all;
}

Asides::Asides()
    : words_("data/aside_words.txt", sections()),
      trees_(resource("models/asides.txt"), "models/asides.txt", aside_clue_names()) {}

std::vector<PossibleAside> Asides::possible(const Article& article, const Marks& marks) const {
  return Reader(article, marks, words_).read();
}

void Asides::leave_out(Article& article, const Marks& marks) const {
  constexpr std::int64_t least = -26573;  // log odds of 0.4, in 65,536ths
  std::vector<Boilerplate> found;
  std::size_t size = 0;
  for (const PossibleAside& aside : possible(article, marks)) {
    if (trees_.score(aside.clues) < least) continue;
    found.push_back({aside.span, "reads like no part of the article"});
    size += aside.span.size();
  }
  if (size * 3 > article.text.size()) return;
  for (Boilerplate& aside : found) {
    auto& all = article.boilerplate;
    const auto at = std::lower_bound(all.begin(), all.end(), aside.span.begin,
                                     [](const Boilerplate& b, std::size_t byte) { return b.span.begin < byte; });
    const bool meets = (at != all.end() && at->span.begin < aside.span.end) ||
                       (at != all.begin() && (at - 1)->span.end > aside.span.begin);
    if (!meets) all.insert(at, std::move(aside));
  }
}

}  // namespace hearsay
