// Rules on the words of a line (data/boilerplate.txt), line by line. A line is a paragraph in most plain texts.
// Nothing is judged by statistics: a caption without any sign of being one stays.
#include "clean/texts/boilerplate.h"

#include "base/lines.h"
#include "base/resources.h"
#include "base/trimmed.h"
#include "clean/texts/word_rules.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

namespace {

enum class Kind { line, start, open, end, has, rest, within, last, foot };

struct Rule {
  Kind kind;
  std::string why;
};

// Patterns that match at a line's beginning are kept apart from those tried at each of its words.
struct Rules {
  WordPatterns at_start;
  std::vector<Rule> start_rules;
  WordPatterns inside;
  std::vector<Rule> inside_rules;
  WordPatterns at_foot;  // at a line's beginning, in few lines
  std::vector<Rule> foot_rules;
};

Kind kind_of(std::string_view word) {
  constexpr std::pair<std::string_view, Kind> kinds[] = {
      {"line", Kind::line}, {"start", Kind::start},   {"open", Kind::open}, {"end", Kind::end},  {"has", Kind::has},
      {"rest", Kind::rest}, {"within", Kind::within}, {"last", Kind::last}, {"foot", Kind::foot}};
  for (const auto& [name, kind] : kinds)
    if (name == word) return kind;
  throw std::runtime_error("\"" + std::string(word) + "\" is not a kind of rule");
}

void add_rule(Rules& rules, std::string_view line, const std::string& why) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const Kind kind = kind_of(line.substr(0, space));
  if (kind == Kind::foot) {
    rules.at_foot.add(line.substr(space));
    return rules.foot_rules.push_back({kind, why});
  }
  const bool inside = kind == Kind::end || kind == Kind::has || kind == Kind::rest || kind == Kind::within;
  (inside ? rules.inside : rules.at_start).add(line.substr(space));
  (inside ? rules.inside_rules : rules.start_rules).push_back({kind, why});
}

void read_line(Rules& rules, std::string_view line, std::string& why) {
  if (line.empty() || line.front() == '#') return;
  if (const std::size_t equals = line.find(" = "); equals != std::string_view::npos) {
    rules.at_start.define(line.substr(0, equals), line.substr(equals + 3));
    rules.inside.define(line.substr(0, equals), line.substr(equals + 3));
    rules.at_foot.define(line.substr(0, equals), line.substr(equals + 3));
  } else if (line.front() == '[') {
    why = line.substr(1, line.size() - 2);
  } else {
    add_rule(rules, line, why);
  }
}

Rules read_rules(std::string_view file) {
  Rules rules;
  std::string why;
  for (std::size_t number = 1; !file.empty(); ++number) {
    try {
      read_line(rules, trimmed(next_line(file)), why);
    } catch (const std::runtime_error& wrong) {
      throw std::runtime_error("data/boilerplate.txt:" + std::to_string(number) + ": " + wrong.what());
    }
  }
  return rules;
}

const Rules& rules() {
  static const Rules read = read_rules(resource("data/boilerplate.txt"));
  return read;
}

bool is_closing(std::string_view word) {
  return word == ")" || word == "\"" || word == "”" || word == "’" || word == "'" || word == "]" || word == "»";
}

bool ends_sentence(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "…" || word == ":";
}

// Does the line end like a sentence? Closing quotation marks and brackets may follow the full stop.
bool is_finished(const std::vector<RuleWord>& words) {
  std::size_t end = words.size();
  while (end > 0 && is_closing(words[end - 1].text)) --end;
  return end > 0 && ends_sentence(words[end - 1].text);
}

bool has_words(const std::vector<RuleWord>& words) {
  return std::any_of(words.begin(), words.end(), [](const RuleWord& word) {
    const auto c = static_cast<unsigned char>(word.text[0]);
    return std::isalnum(c) || (c == '@' && word.text.size() > 1) ||
           (c >= 0x80 && word.text != "•" && word.text != "–" && word.text != "—" && word.text != "…");
  });
}

// Where what a `rest` rule found ends: a bracket at its closing bracket; anything else at the line's end if that is
// near, otherwise at the sentence's.
std::size_t end_of_rest(const std::vector<RuleWord>& words, const WordPatterns::Match& match) {
  constexpr std::size_t near = 30;
  const bool bracket = words[match.begin_word].text == "(";
  if (!bracket && words.size() - match.begin_word <= near) return words.size();
  for (std::size_t i = match.end_word; i < words.size(); ++i)
    if (bracket ? words[i].text == ")" : ends_sentence(words[i].text)) return i + 1;
  return words.size();
}

class Search {
 public:
  explicit Search(std::string_view text) : text_(text) {}

  std::vector<Boilerplate> run() {
    find_foot();
    std::size_t begin = 0;
    while (begin < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      cut_rule_words(text_.substr(begin, end - begin), begin, words_);
      search_line(words_);
      begin = end + 1;
    }
    return std::move(found_);
  }

 private:
  static constexpr std::size_t longest_line = 60;
  static constexpr std::size_t longest_box = 90;

  void search_line(const std::vector<RuleWord>& words) {
    if (words.empty()) return;
    if (!has_words(words)) return add(words, 0, words.size(), "a line without words");
    const bool finished = is_finished(words);
    find_beginnings(words);
    if (search_start(words, finished) || search_whole(words)) return;
    if (list_left_ > 0 && !finished && words.size() <= 30) {
      --list_left_;
      return add(words, 0, words.size(), list_why_);
    }
    list_left_ = 0;
    search_inside(words);
  }

  // The last three lines with words in them, of a text of more than twice as many.
  void find_foot() {
    constexpr int lines_in_foot = 3;
    foot_ = text_.size();
    std::size_t end = text_.size();
    for (int lines = 0; end > 0 && lines <= 2 * lines_in_foot;) {
      const std::size_t begin = text_.rfind('\n', end - 1) + 1;  // 0 if there is none
      lines += text_.substr(begin, end - begin).find_first_not_of(" \t\r\n") != std::string_view::npos;
      if (lines == lines_in_foot) foot_ = std::min(foot_, begin);
      end = begin > 0 ? begin - 1 : 0;
      if (end == 0 && lines <= 2 * lines_in_foot) foot_ = text_.size();
    }
  }

  // The words at which a rule that is tried at each word may begin: few of them.
  void find_beginnings(const std::vector<RuleWord>& words) {
    beginnings_.clear();
    for (std::size_t at = 0; at < words.size(); ++at)
      if (rules_.inside.may_begin_with(words[at])) beginnings_.push_back(at);
  }

  // The rules that match at a line's beginning and take all of it.
  bool search_start(const std::vector<RuleWord>& words, bool finished) {
    for (const std::size_t number : rules_.at_start.starting_with(words[0])) {
      const Rule& rule = rules_.start_rules[number];
      if (!start_matches(number, rule.kind, words, finished)) continue;
      if (rule.kind == Kind::last) {
        list_left_ = 12;
        list_why_ = rule.why;
      }
      add(words, 0, words.size(), rule.why);
      return true;
    }
    return search_foot(words);
  }

  // The rules for the last lines of a text.
  bool search_foot(const std::vector<RuleWord>& words) {
    if (words[0].span.begin < foot_ || words.size() > longest_box) return false;
    const auto matches = rules_.at_foot.match_at(words, 0);
    if (matches.empty()) return false;
    add(words, 0, words.size(), rules_.foot_rules[matches.front().pattern].why);
    return true;
  }

  bool start_matches(std::size_t number, Kind kind, const std::vector<RuleWord>& words, bool finished) const {
    const WordPatterns& patterns = rules_.at_start;
    if (kind == Kind::line || kind == Kind::last) {
      std::size_t end = words.size();
      if (patterns.matches_exactly(number, words, 0, end)) return true;
      while (end > 1 && ends_sentence(words[end - 1].text)) --end;
      return end < words.size() && patterns.matches_exactly(number, words, 0, end);
    }
    if (words.size() > longest_line || (kind == Kind::open && finished)) return false;
    const auto matches = patterns.match_at(words, 0);
    return std::any_of(matches.begin(), matches.end(), [number](const auto& match) { return match.pattern == number; });
  }

  // The rules that take a whole line for what it contains or ends with.
  bool search_whole(const std::vector<RuleWord>& words) {
    if (words.size() > longest_box) return false;
    for (const std::size_t at : beginnings_) {
      for (const std::size_t number : rules_.inside.starting_with(words[at])) {
        const Rule& rule = rules_.inside_rules[number];
        if (rule.kind != Kind::has && rule.kind != Kind::end) continue;
        if (!whole_matches(number, rule.kind, words, at)) continue;
        add(words, 0, words.size(), rule.why);
        return true;
      }
    }
    return false;
  }

  bool whole_matches(std::size_t number, Kind kind, const std::vector<RuleWord>& words, std::size_t at) const {
    const WordPatterns& patterns = rules_.inside;
    if (kind == Kind::end) {
      if (words.size() > longest_line) return false;
      const bool stop = words.back().text == ".";
      return patterns.matches_exactly(number, words, at, words.size()) ||
             (stop && patterns.matches_exactly(number, words, at, words.size() - 1));
    }
    const auto matches = patterns.match_at(words, at);
    return std::any_of(matches.begin(), matches.end(), [number](const auto& match) { return match.pattern == number; });
  }

  // The rules that take part of a line.
  void search_inside(const std::vector<RuleWord>& words) {
    std::size_t next = 0;
    for (const std::size_t at : beginnings_) {
      if (at < next) continue;
      for (const auto& match : rules_.inside.match_at(words, at)) {
        const Rule& rule = rules_.inside_rules[match.pattern];
        if (rule.kind != Kind::rest && rule.kind != Kind::within) continue;
        const std::size_t end = rule.kind == Kind::rest ? end_of_rest(words, match) : match.end_word;
        add(words, at, end, rule.why);
        next = end;
        break;
      }
    }
  }

  void add(const std::vector<RuleWord>& words, std::size_t begin, std::size_t end, const std::string& why) {
    found_.push_back({{words[begin].span.begin, words[end - 1].span.end}, why});
  }

  const Rules& rules_ = rules();
  std::string_view text_;
  std::size_t foot_ = 0;                 // where it begins
  std::vector<RuleWord> words_;          // of the line
  std::vector<std::size_t> beginnings_;  // words of the line
  std::vector<Boilerplate> found_;
  int list_left_ = 0;  // lines that may still belong to a list that a `last` rule opened
  std::string list_why_;
};

}  // namespace

std::vector<Boilerplate> find_boilerplate(std::string_view text) { return Search(text).run(); }

}  // namespace hearsay
