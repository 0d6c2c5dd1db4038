// The data that a page holds for machines (schema.org in JSON-LD).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What the pieces of JSON-LD in a page say about its article; empty if they do not.
struct LinkedData {
  std::string headline;
  std::string published;
  std::string modified;
  std::string publisher;
  std::string address;
  std::string language;
  std::vector<std::string> authors;
  std::vector<std::string> based_on;
  bool live_blog = false;
};

// Reads the content of one <script type="application/ld+json"> and adds what `data` does not have yet. Objects of an
// article's type take precedence. Broken JSON is only searched for the keys.
void add_linked_data(std::string_view script, LinkedData& data);

// The value of the first `"key": "value"` in any script, unescaped; empty if there is none.
std::string find_json_text(std::string_view script, std::string_view key);

}  // namespace hearsay
