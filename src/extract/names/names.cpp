// Finding names: capitalised words and what joins them are labelled by a linear chain model (model.h), which also
// sees how the same words stand elsewhere in the text; then grouped.
#include "extract/names/names.h"

#include "base/resources.h"
#include "extract/names/grouping.h"
#include "extract/names/model.h"

#include <algorithm>

namespace hearsay {

std::string_view to_text(EntityKind kind) {
  static constexpr std::string_view names[] = {"person", "organization", "place", "other"};
  return names[static_cast<std::size_t>(kind)];
}

struct NameFinder::Model {
  NameLists lists;
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

}  // namespace

Names NameFinder::find(std::string_view text, const Dissection& dissection) const {
  Names names;
  std::size_t sentence = 0;
  for (std::uint32_t first = 0; first < dissection.tokens.size();) {
    const std::uint32_t last = end_of_part(dissection, first, sentence);
    const NameSheet sheet = model_->features.read(text, dissection, first, last);
    append_mentions(dissection, first, label_names(sheet, model_->features, model_->model.weights), names.mentions);
    first = last;
  }
  group_names(text, dissection, model_->lists, model_->gazetteer, names);
  return names;
}

}  // namespace hearsay
