#include "extract/marks.h"

namespace hearsay {

Marks Marker::mark(const Article& article, const ReferenceDay& reference) const {
  Marks marks;
  marks.dissection = grammar_.dissect(article.text, article.boilerplate, Depth::tree);
  marks.names = names_.find(article.text, marks.dissection);
  marks.times = times_.find(article.text, marks.dissection, reference);
  marks.quantities = quantities_.find(article.text, marks.dissection, marks.times);
  marks.attributions = attributions_.find(article.text, marks.dissection, marks.names);
  return marks;
}

}  // namespace hearsay
