// An article's marks in the formats of linguists.
#pragma once

#include "base/write.h"
#include "extract/marks.h"

namespace hearsay {

// CoNLL-U (universaldependencies.org/format.html), a document an article: words with lemma, tag, head and relation, and
// in MISC their place in the article's text in code points. Features and language-specific tags are left empty ("_").
void write_conllu(const Article& article, const Marks& marks, const Write& write);

// TimeML with inline times as TIMEX3 (timeml.github.io), a <TimeML> element an article without an XML declaration; the
// article's day is t0.
void write_timeml(const Article& article, const Marks& marks, const Write& write);

}  // namespace hearsay
