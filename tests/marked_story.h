// A small invented story, marked with the trained models: what the tests of several rooms start from.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "extract/times/reference_day.h"

#include <string>
#include <utility>
#include <vector>

namespace hearsay {

// Loaded once for all tests of a program.
inline const Marker& shared_marker() {
  static const Marker marker;
  return marker;
}

struct MarkedStory {
  std::vector<Article> articles;  // "a", "b", "c" ... in the order of the texts, all of one day
  std::vector<Marks> marks;

  explicit MarkedStory(const std::vector<std::string>& texts) {
    static const char* const outlets[] = {"Wennel Post", "Radio Harrow", "Torrin Times", "Nordwire"};
    for (const std::string& text : texts) {
      const std::size_t number = articles.size();
      Article article;
      article.id = std::string(1, static_cast<char>('a' + number));
      article.outlet = outlets[number % 4];
      article.language = "en";
      article.text = text;
      article.published = parse_moment("2031-05-05");
      marks.push_back(shared_marker().mark(article, reference_day(article)));
      articles.push_back(std::move(article));
    }
  }
};

}  // namespace hearsay
