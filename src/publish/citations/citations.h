// The articles as references, for citing them.
#pragma once

#include "base/write.h"
#include "narrate/account.h"

namespace hearsay {

// BibTeX in UTF-8, an @article each, with the outlet as "journal". LaTeX's special characters are escaped; keys are
// made from the articles' ids.
void write_bibtex(const Account& account, const Write& write);

// CSL-JSON (citationstyles.org), an "article-newspaper" each.
void write_csl_json(const Account& account, const Write& write);

}  // namespace hearsay
