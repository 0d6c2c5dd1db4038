#include "extract/marks.h"

namespace hearsay {

std::vector<Marks> Marker::mark(std::span<const Article> articles, std::span<const ReferenceDay> references) const {
  std::vector<Marks> all(articles.size());
  const auto for_each = [&](const auto& work) {
    for (std::size_t i = 0; i < articles.size(); ++i) work(articles[i].text, all[i], i);
  };
  for_each([&](std::string_view text, Marks& marks, std::size_t i) {
    marks.dissection = grammar_.dissect(text, articles[i].boilerplate, Depth::tree);
  });
  for_each([&](std::string_view text, Marks& marks, std::size_t) {
    marks.names = names_.find(text, marks.dissection);
    marks.references =
        find_references(text, marks.dissection, marks.names, names_.lists(), names_.gazetteer(), synonyms_);
  });
  for_each([&](std::string_view text, Marks& marks, std::size_t i) {
    marks.times = times_.find(text, marks.dissection, references[i]);
    marks.quantities = quantities_.find(text, marks.dissection, marks.times);
  });
  for_each([&](std::string_view text, Marks& marks, std::size_t) {
    marks.attributions = attributions_.find(text, marks.dissection, marks.names);
  });
  return all;
}

Marks Marker::mark(const Article& article, const ReferenceDay& reference) const {
  return std::move(mark(std::span(&article, 1), std::span(&reference, 1)).front());
}

}  // namespace hearsay
