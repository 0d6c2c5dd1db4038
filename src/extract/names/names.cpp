// Finding names: capitalised words and what joins them are labelled by a linear chain model (model.h), which also
// sees how the same words stand elsewhere in the text; then grouped.
#include "extract/names/names.h"

#include "base/resources.h"
#include "clean/dates/calendar_words.h"
#include "extract/names/grouping.h"
#include "extract/names/model.h"

#include <algorithm>
#include <span>

namespace hearsay {

std::string_view to_text(EntityKind kind) {
  static constexpr std::string_view names[] = {"person", "organization", "place", "other"};
  return names[static_cast<std::size_t>(kind)];
}

struct NameFinder::Model {
  const NameLists& lists = name_lists();
  Gazetteer gazetteer{resource("models/gazetteer.bin")};
  NameModel model{resource("models/names.bin")};
  NameFeatures features{lists, gazetteer, model.classes};
};

NameFinder::NameFinder() : model_(std::make_unique<const Model>()) {}
NameFinder::~NameFinder() = default;

const NameLists& NameFinder::lists() const { return model_->lists; }
const Gazetteer& NameFinder::gazetteer() const { return model_->gazetteer; }

namespace {

// A long text is marked in parts of about this many words, so that memory stays bounded.
constexpr std::uint32_t part_words = 20000;

// Where a part that begins at `first` ends: behind a sentence where there is one.
std::uint32_t end_of_part(const Dissection& dissection, std::uint32_t first, std::size_t& sentence) {
  const auto all = static_cast<std::uint32_t>(dissection.tokens.size());
  const std::uint32_t limit = all - first <= part_words ? all : first + part_words;
  std::uint32_t end = first;
  while (sentence < dissection.sentences.size() && dissection.sentences[sentence].last <= limit)
    end = std::max(end, dissection.sentences[sentence++].last);
  return end > first ? end : limit;
}

void append_mentions(const Dissection& dissection, std::uint32_t first, const std::vector<NameLabel>& labels,
                     std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == 0) continue;
    std::size_t last = i;
    while (last + 1 < labels.size() && labels[last + 1] != 0 && kind_of(labels[last + 1]) == kind_of(labels[i]) &&
           (part_of(labels[last + 1]) == NamePart::inner || part_of(labels[last + 1]) == NamePart::last))
      ++last;
    Mention mention;
    mention.span = {dissection.tokens[first + i].span.begin, dissection.tokens[first + last].span.end};
    mention.kind = kind_of(labels[i]);
    mention.why = "names model";
    mentions.push_back(std::move(mention));
    i = last;
  }
}

// "Can Solle win?": what the sentence asks with is no part of a name, though some are called Can, May or Will.
void drop_auxiliaries(std::string_view text, std::span<const Token> tokens, const NameSheet& sheet,
                      std::vector<NameLabel>& labels) {
  const auto is_asked = [&](std::size_t i) {
    std::size_t end = i + 1;
    while (end < tokens.size() && !sheet.words[end].first_in_sentence) ++end;
    return words_at(text, tokens[end - 1].span).ends_with('?');
  };
  // "- Can Solle win?"
  const auto opens = [&](std::size_t i) {
    for (; i > 0 && !sheet.words[i].first_in_sentence; --i) {
      const Tag before = sheet.words[i - 1].tag;
      if (before != Tag::PUNCT && before != Tag::NUM && before != Tag::X && before != Tag::SYM) return false;
    }
    return true;
  };
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
    if (labels[i] == 0 || part_of(labels[i]) != NamePart::first || sheet.words[i].tag != Tag::AUX) continue;
    if (!opens(i) || !is_asked(i)) continue;
    const NamePart rest = part_of(labels[i + 1]) == NamePart::last ? NamePart::only : NamePart::first;
    labels[i + 1] = label_of(kind_of(labels[i]), rest);
    labels[i] = 0;
  }
}

// A name of a person that the model began too late, as it may where a short text tells it nothing of the first word:
// "Sergei" of "Sergei Voronin". A known given name right before it belongs to it, also over particles ("Pieter van
// der").
class Completer {
 public:
  Completer(std::string_view text, std::span<const Token> tokens, const NameSheet& sheet,
            std::vector<NameLabel>& labels)
      : text_(text), tokens_(tokens), sheet_(sheet), labels_(labels) {}

  void complete() {
    for (std::size_t i = 1; i < labels_.size(); ++i) {
      if (!begins_person(i)) continue;
      const std::size_t first = first_of(i);
      if (first == i) continue;
      const bool alone = part_of(labels_[i]) == NamePart::only;
      labels_[first] = label_of(EntityKind::person, NamePart::first);
      for (std::size_t j = first + 1; j < i; ++j) labels_[j] = label_of(EntityKind::person, NamePart::inner);
      labels_[i] = label_of(EntityKind::person, alone ? NamePart::last : NamePart::inner);
    }
  }

 private:
  bool begins_person(std::size_t i) const {
    if (labels_[i] == 0 || kind_of(labels_[i]) != EntityKind::person) return false;
    return part_of(labels_[i]) == NamePart::only || part_of(labels_[i]) == NamePart::first;
  }

  bool is_given_name(std::size_t i) const {
    const NameWord& word = sheet_.words[i];
    constexpr int forename = forename_of_men | forename_of_women;
    constexpr int place = country | region | large_city | demonym;
    return word.capital && labels_[i] == 0 && word.tag == Tag::PROPN && word.listed == 0 &&
           (word.known & forename) != 0 && (word.known & place) == 0 && !is_day_or_month(i);
  }

  // "On Tuesday Voronin said": some are called so, too. A month cut short ("Jan") stands before a number, not a name.
  bool is_day_or_month(std::size_t i) const {
    const std::string small = in_small_letters(words_at(text_, tokens_[i].span));
    const bool cut_short = small.size() == 3 && small != "may";
    return calendar_words().weekday_of(small) != 0 || (!cut_short && calendar_words().english_month_of(small) != 0);
  }

  // In small letters, and taken for a part of a name rather than a preposition.
  bool is_particle(std::size_t i) const {
    const NameWord& word = sheet_.words[i];
    return !word.capital && labels_[i] == 0 && (word.listed & joining_word) != 0 && word.tag == Tag::PROPN;
  }

  std::size_t first_of(std::size_t name) const {
    constexpr std::size_t most_particles = 3;
    std::size_t first = name;
    while (first > 0 && name - first < most_particles && !starts(first) && is_particle(first - 1)) --first;
    return first > 0 && !starts(first) && is_given_name(first - 1) ? first - 1 : name;
  }

  bool starts(std::size_t i) const { return sheet_.words[i].first_in_sentence || sheet_.words[i].joined; }

  const std::string_view text_;
  const std::span<const Token> tokens_;
  const NameSheet& sheet_;
  std::vector<NameLabel>& labels_;
};

}  // namespace

Names NameFinder::find(std::string_view text, const Dissection& dissection) const {
  Names names;
  std::size_t sentence = 0;
  for (std::uint32_t first = 0; first < dissection.tokens.size();) {
    const std::uint32_t last = end_of_part(dissection, first, sentence);
    const NameSheet sheet = model_->features.read(text, dissection, first, last);
    std::vector<NameLabel> labels = label_names(sheet, model_->features, model_->model.weights);
    const auto tokens = std::span(dissection.tokens).subspan(first, last - first);
    drop_auxiliaries(text, tokens, sheet, labels);
    Completer(text, tokens, sheet, labels).complete();
    append_mentions(dissection, first, labels, names.mentions);
    first = last;
  }
  group_names(text, dissection, model_->lists, model_->gazetteer, names);
  return names;
}

}  // namespace hearsay
