#include "extract/marks.h"

namespace hearsay {

ReferenceDay reference_day(const Article& article) {
  if (article.published) return {article.published, "the article's own date"};
  return {};
}

}  // namespace hearsay
