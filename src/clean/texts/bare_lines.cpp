// Newsrooms end their paragraphs with full stops and their captions without. So if most lines of a text end like
// sentences, a single line that does not is a caption, a pull quote, a credit or a heading between paragraphs. Three or
// more such lines together are left alone: they are a list or a table, and part of the article.
#include "clean/texts/bare_lines.h"

#include <algorithm>
#include <charconv>

namespace hearsay {

namespace {

constexpr std::size_t fewest_paragraphs = 5;
constexpr double fewest_finished = 0.7;  // of the lines
constexpr std::size_t longest_run = 2;
constexpr std::size_t longest_words = 20;

constexpr const char* bare_why = "a line between paragraphs that is no sentence: a caption, a pull quote, a heading";
constexpr const char* gallery_why = "a gallery's captions";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct Line {
  Span span;  // without white space at its ends
  std::size_t words = 0;
  bool finished = false;
  bool known = false;        // boilerplate already
  bool announces = false;    // ends in a colon: what follows belongs to it
  bool may_be_bare = false;  // begins like a caption: no bullet, number or lower-case letter
};

bool takes_away(std::string_view& text, std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends) {
    if (!text.ends_with(end)) continue;
    text.remove_suffix(end.size());
    return true;
  }
  return false;
}

void judge_end(std::string_view words, Line& line) {
  while (takes_away(words, {"\"", "'", "”", "’", ")", "]", "»", " "})) {
  }
  line.announces = words.ends_with(':') || words.ends_with(',') || words.ends_with(';');
  line.finished = takes_away(words, {".", "!", "?", "…", ":", ",", ";", "–", "—", "-"});
}

bool begins_like_a_caption(std::string_view words) {
  for (const std::string_view mark : {"\"", "“", "‘", "'"})
    if (words.starts_with(mark)) words.remove_prefix(mark.size());
  if (words.empty()) return false;
  const char c = words.front();
  return (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 0x80 && !words.starts_with("•") &&
                                    !words.starts_with("–") && !words.starts_with("—") && !words.starts_with("·"));
}

// Picture counts, "1/8" and "2/8": a run from 1 on with the same total.
bool is_gallery(std::string_view words) {
  int last = 0;
  int sum = 0;
  for (std::size_t at = 0; (at = words.find('/', at)) != std::string_view::npos; ++at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 3 && std::isdigit(static_cast<unsigned char>(words[begin - 1]))) --begin;
    int number = 0;
    int of = 0;
    std::from_chars(words.data() + begin, words.data() + at, number);
    std::from_chars(words.data() + at + 1, words.data() + words.size(), of);
    if (number == 1) sum = of;
    if (sum < 2 || of != sum || number != (number == 1 ? 1 : last + 1)) continue;
    last = number;
    if (last >= 3 || last == sum) return true;
  }
  return false;
}

class Search {
 public:
  Search(std::string_view text, const std::vector<Boilerplate>& known) : text_(text), known_(known) {}

  std::vector<Boilerplate> run() {
    cut();
    for (const Line& line : lines_)
      if (!line.known && is_gallery(words_at(text_, line.span))) found_.push_back({line.span, gallery_why});
    if (is_well_punctuated()) find_bare();
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    const auto same = [](const auto& a, const auto& b) { return a.span == b.span; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
  }

 private:
  void cut() {
    auto part = known_.begin();
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      Line line;
      line.span = {begin, end};
      begin = end + 1;
      while (!line.span.empty() && is_space(text_[line.span.begin])) ++line.span.begin;
      while (!line.span.empty() && is_space(text_[line.span.end - 1])) --line.span.end;
      if (line.span.empty()) continue;
      while (part != known_.end() && part->span.end <= line.span.begin) ++part;
      line.known = part != known_.end() && part->span.overlaps(line.span);
      describe(line);
      lines_.push_back(line);
    }
  }

  void describe(Line& line) const {
    const std::string_view words = words_at(text_, line.span);
    bool inside = false;
    for (const char c : words) {
      line.words += !inside && !is_space(c);
      inside = !is_space(c);
    }
    judge_end(words, line);
    line.may_be_bare = line.words <= longest_words && begins_like_a_caption(words);
  }

  bool is_well_punctuated() const {
    std::size_t all = 0;
    std::size_t finished = 0;
    for (const Line& line : lines_) {
      all += !line.known;
      finished += !line.known && line.finished;
    }
    return finished >= fewest_paragraphs && static_cast<double>(finished) >= fewest_finished * static_cast<double>(all);
  }

  // Runs of unfinished lines after a finished one. What comes before the first sentence is a headline.
  void find_bare() {
    const Line* before = nullptr;
    std::vector<const Line*> run;
    const auto close = [&] {
      const bool bare = before && !before->announces && run.size() <= longest_run &&
                        std::all_of(run.begin(), run.end(), [](const Line* line) { return line->may_be_bare; });
      if (bare)
        for (const Line* line : run) found_.push_back({line->span, bare_why});
      run.clear();
    };
    for (const Line& line : lines_) {
      if (line.known) continue;
      if (!line.finished) {
        run.push_back(&line);
        continue;
      }
      close();
      before = &line;
    }
    close();
  }

  std::string_view text_;
  const std::vector<Boilerplate>& known_;
  std::vector<Line> lines_;
  std::vector<Boilerplate> found_;
};

}  // namespace

std::vector<Boilerplate> find_bare_lines(std::string_view text, const std::vector<Boilerplate>& known) {
  return Search(text, known).run();
}

}  // namespace hearsay
