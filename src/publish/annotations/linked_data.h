// An account as linked data: what archives, annotation tools and search engines read.
#pragma once

#include "base/write.h"
#include "narrate/account.h"

namespace hearsay {

// W3C Web Annotations (w3.org/TR/annotation-model), an AnnotationPage with one for each claim: its body says who says
// it and gives its stance and standing, its target is the article with a TextQuoteSelector (32 characters before and
// after it, where they are known) and a TextPositionSelector (code points of the article's text as `hearsay read`
// prints it).
void write_web_annotations(const Account& account, const Write& write);

// schema.org Claims, one for each point, each with where it appears; never a ClaimReview and never a rating.
void write_schema_claims(const Account& account, const Write& write);

// One IPTC ninjs 3.1 item: the account, with its articles as associations and its origins as infoSources.
void write_ninjs(const Account& account, const Write& write);

}  // namespace hearsay
