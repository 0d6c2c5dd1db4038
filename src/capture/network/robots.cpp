// RFC 9309, without its optional parts (crawl delay, site maps).
#include "capture/network/robots.h"

#include "base/trimmed.h"
#include "capture/network/header_text.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace hearsay {

namespace {

struct Rule {
  bool allow;
  std::string_view path;
};

// Greedy from the left: each piece between stars is looked for after the one before it.
bool fits(std::string_view rule, std::string_view path) {
  const bool to_the_end = rule.ends_with('$');
  if (to_the_end) rule.remove_suffix(1);
  std::size_t at = 0;
  for (bool first = true;; first = false) {
    const std::size_t star = rule.find('*');
    const std::string_view piece = rule.substr(0, star);
    if (star == std::string_view::npos && to_the_end && !first)
      return path.size() >= at + piece.size() && path.ends_with(piece);
    const std::size_t found = first ? (path.starts_with(piece) ? 0 : std::string_view::npos) : path.find(piece, at);
    if (found == std::string_view::npos) return false;
    at = found + piece.size();
    if (star == std::string_view::npos) return !to_the_end || at == path.size();
    rule.remove_prefix(star + 1);
  }
}

// The rules for one program: those of the groups that name it, and those for all others.
struct Rules {
  std::vector<Rule> own;
  std::vector<Rule> all;
  bool named = false;
};

// "Hearsay/1.0 (news)" names the program "Hearsay".
std::string_view product_of(std::string_view value) { return value.substr(0, value.find_first_of("/ \t")); }

Rules read_rules(std::string_view robots, std::string_view program) {
  Rules rules;
  bool for_own = false;
  bool for_all = false;
  bool naming = false;  // in the lines that name the programs a group is for
  if (robots.starts_with("\xEF\xBB\xBF")) robots.remove_prefix(3);  // a byte order mark
  for (std::size_t at = 0; at < robots.size();) {
    const std::size_t end = std::min(robots.find('\n', at), robots.size());
    std::string_view line = robots.substr(at, end - at);
    at = end + 1;
    line = trimmed(line.substr(0, line.find('#')));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = small(trimmed(line.substr(0, colon)));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (key == "user-agent") {
      if (!naming) for_own = for_all = false;
      naming = true;
      for_all |= value == "*";
      for_own |= small(product_of(value)) == program;
      rules.named |= for_own;
    } else if (key == "allow" || key == "disallow") {
      naming = false;
      if (value.empty()) continue;
      if (for_own) rules.own.push_back({key == "allow", value});
      if (for_all) rules.all.push_back({key == "allow", value});
    }
  }
  return rules;
}

}  // namespace

bool may_fetch(std::string_view robots, std::string_view program, std::string_view path) {
  const Rules rules = read_rules(robots, program);
  std::optional<Rule> best;
  for (const Rule& rule : rules.named ? rules.own : rules.all) {
    if (!fits(rule.path, path)) continue;
    const bool stronger = !best || rule.path.size() > best->path.size();
    if (stronger || (rule.path.size() == best->path.size() && rule.allow)) best = rule;
  }
  return !best || best->allow;
}

}  // namespace hearsay
