#include "dissect/function_words.h"

namespace hearsay {

const WordSorts& function_words() {
  static const WordSorts words("data/function_words.txt", {"he",
                                                           "she",
                                                           "it",
                                                           "they",
                                                           "object",
                                                           "owner",
                                                           "definite",
                                                           "article",
                                                           "other determiners",
                                                           "relative",
                                                           "of a role",
                                                           "beside a role",
                                                           "will",
                                                           "would",
                                                           "can",
                                                           "can before not",
                                                           "may",
                                                           "should",
                                                           "must",
                                                           "not",
                                                           "first clause",
                                                           "nobody",
                                                           "supposition",
                                                           "tie",
                                                           "first or second"});
  return words;
}

}  // namespace hearsay
