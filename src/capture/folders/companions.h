// What describes a plain text from beside it: articles.json for a whole folder, NAME.json for one file.
#pragma once

#include "capture/formats/record.h"

#include <functional>
#include <map>
#include <string>

namespace hearsay {

class Companions {
 public:
  // Fills in what the record does not have of itself, and its id. Companions that cannot be read are passed over: they
  // only add to what is known.
  void add_to(Record& record, const std::string& path);

 private:
  std::string folder_;
  bool read_ = false;
  std::map<std::string, Record, std::less<>> listed_;
};

// Is the file such a companion, and no article of its own?
bool is_companion(const std::string& path);

}  // namespace hearsay
