// Names are cut into words at marks and where a capital follows a small letter; single words and pairs are looked up.
#include "clean/page_words.h"

#include "base/lines.h"
#include "base/resources.h"

#include <string>
#include <unordered_map>

namespace hearsay {

namespace {

enum class Hint { not_article, readers, caption, article };

using Words = std::unordered_map<std::string, Hint>;

Words read_words(std::string_view file) {
  Words words;
  Hint hint = Hint::not_article;
  while (!file.empty()) {
    const std::string_view line = next_line(file);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[')
      hint = line == "[a caption]"            ? Hint::caption
             : line == "[the article]"        ? Hint::article
             : line == "[what readers write]" ? Hint::readers
                                              : Hint::not_article;
    else
      words.emplace(line, hint);
  }
  return words;
}

const Words& words() {
  static const Words read = read_words(resource("data/page_words.txt"));
  return read;
}

void note(const std::string& name, NameHints& hints) {
  const auto found = words().find(name);
  if (found == words().end()) return;
  if (found->second == Hint::not_article) hints.not_article = true;
  if (found->second == Hint::readers) hints.readers = true;
  if (found->second == Hint::caption) hints.caption = true;
  if (found->second == Hint::article) hints.article = true;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

NameHints hints_of_names(std::string_view names) {
  names = names.substr(0, 2000);
  NameHints hints;
  std::string before;
  std::string word;
  const auto finish = [&](bool pair_may_follow) {
    if (!word.empty()) {
      note(word, hints);
      if (!before.empty()) note(before + ' ' + word, hints);
      before.swap(word);
      word.clear();
    }
    if (!pair_may_follow) before.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (is_capital(c)) {
      if (i > 0 && is_small(names[i - 1])) finish(true);
      word += static_cast<char>(c + ('a' - 'A'));
    } else if (is_small(c)) {
      word += c;
    } else {
      finish(c != ' ' && c != '\n' && c != '\t');
    }
  }
  finish(false);
  return hints;
}

}  // namespace hearsay
