// Repairs what the parser often gets wrong in the leads of news reports.
#pragma once

#include "dissect/words/dissection.h"

#include <span>
#include <string_view>

namespace hearsay {

// "more than 20 sailors swam": the sailors swam, and not "more". "..., killing six sailors and wounding 20": the second
// verb in -ing before a number goes with the first, not with the sailors, and the number with it. "six drowned and
// scores more were hurt": the scores go with "hurt". "20 sailors, four of whom swam": the four swam. `sentence` are all
// tokens of one sentence with their tree, `first` the number of the first one among the text's tokens (heads count from
// there). A sentence without the pattern is left as it is. Linear in the sentence.
void mend_counts(std::string_view text, std::span<Token> sentence, std::size_t first);

}  // namespace hearsay
