// What of the inputs is set aside without being a fault: counted, so that nothing is passed over without a word.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

struct SetAside {
  enum class Kind {
    without_text,  // a picture, a style sheet, a script: what a browser saves beside a page
    hidden,        // a file in an archive whose name begins with a dot
    no_article,    // JSON and XML of other programs, in a folder or an archive
    came_again,    // an article with the same id, outlet and text as one before it
  };
  Kind kind;
  std::string where;
};

class SetAsideCounts {
 public:
  void add(SetAside one);

  // One for each kind of which there is any, for the user: "3 pictures, ... are not read (the first: in/a.png)".
  std::vector<std::string> sentences() const;

 private:
  struct Count {
    std::size_t number = 0;
    std::string first;
  };
  std::array<Count, 4> counts_;  // by kind
};

}  // namespace hearsay
