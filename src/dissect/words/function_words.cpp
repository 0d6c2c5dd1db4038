#include "dissect/words/function_words.h"

namespace hearsay {

const WordSorts& function_words() {
  static const Sections sections = {"he",
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
                                    "never",
                                    "hardly",
                                    "no",
                                    "few",
                                    "neither",
                                    "without",
                                    "nobody",
                                    "first clause",
                                    "supposition",
                                    "tie",
                                    "first",
                                    "of the first",
                                    "second",
                                    "asking",
                                    "condition",
                                    "whether",
                                    "comparative",
                                    "topic",
                                    "not all",
                                    "round number",
                                    "until",
                                    "light"};
  static const WordSorts words("data/function_words.txt", sections);
  return words;
}

}  // namespace hearsay
