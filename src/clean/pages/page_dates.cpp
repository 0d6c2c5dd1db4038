// In the manner of htmldate (Barbaresi, JOSS 2020): first what is made for machines, then the address, then what
// readers see (shown_days). The clock is not consulted, so a date in the future is as good as any.
#include "clean/pages/page_dates.h"

#include "base/one_of.h"
#include "clean/dates/date_names.h"
#include "clean/dates/date_values.h"
#include "clean/markup/entities.h"
#include "clean/pages/left_out.h"
#include "clean/pages/page_text.h"
#include "clean/pages/shown_days.h"

#include <algorithm>

namespace hearsay {

namespace {

std::string small(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

template <class List>
bool has_any(const std::string& text, const List& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

class Dates {
 public:
  Dates(std::string_view page, const HtmlTree& tree, const DateClues& clues, PageFacts& facts)
      : page_(page), tree_(tree), clues_(clues), facts_(facts), order_(day_order()) {}

  void find() {
    publish(clues_.linked->published, "JSON-LD datePublished");
    modify(clues_.linked->modified, "JSON-LD dateModified");
    look_at_metas();
    look_at_named_elements();
    publish(best_day_, best_day_where_);
    look_at_address();
    if (!facts_.published) look_at_scripts();
    if (!facts_.published) look_at_shown_days();
    if (!facts_.published && facts_.modified) facts_.published = facts_.modified;
    if (facts_.published) take_zone();
    if (facts_.published) take_shown_day();
  }

 private:
  // American pages write the month first. Pages in English without a country are mostly American, unless their address
  // ends in another English-speaking country's letters.
  DayOrder day_order() const {
    const std::string tag = small(clues_.language_tag);
    if (tag.starts_with("en-us") || tag.starts_with("en_us")) return DayOrder::month_first;
    if (tag != "en" && !tag.empty()) return DayOrder::day_first;
    const std::size_t host = clues_.address.find("://");
    const std::string name = host == std::string::npos ? "" : clues_.address.substr(host + 3);
    const std::string site = name.substr(0, name.find('/'));
    for (const char* ending : {".com", ".org", ".us", ".gov", ".edu", ".net"})
      if (site.ends_with(ending) && (tag == "en" || clues_.language == "en")) return DayOrder::month_first;
    return DayOrder::day_first;
  }

  std::string_view attribute(std::uint32_t node, Attribute name) const { return tree_.attribute(page_, node, name); }

  void publish(std::string_view value, const std::string& where) {
    if (facts_.published || value.empty()) return;
    if (const auto moment = read_date_value(value, order_)) facts_.published = {{*moment, where}};
  }
  void modify(std::string_view value, const std::string& where) {
    if (facts_.modified || value.empty()) return;
    if (const auto moment = read_date_value(value, order_)) facts_.modified = {{*moment, where}};
  }

  void look_at_metas() {
    const DateNames& names = date_names();
    std::size_t best = names.published_metas.size();
    std::size_t best_day = names.some_day_metas.size();
    std::uint32_t best_node = 0;
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      if (tree_.nodes[node].tag != HtmlTag::meta) continue;
      for (const Attribute name : {Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv}) {
        const std::string_view raw = attribute(node, name);
        if (raw.empty() || raw.size() > 60) continue;
        const std::string word = small(raw);
        if (is_one_of(word, names.modified_metas)) modify(content(node), "meta " + word);
        if (const std::size_t rank = rank_among(names.published_metas, word); rank < best && is_value(content(node))) {
          best = rank;
          best_node = node;
        }
        if (const std::size_t rank = rank_among(names.some_day_metas, word);
            rank < best_day && is_value(content(node))) {
          best_day = rank;
          best_day_ = content(node);
          best_day_where_ = "meta " + word;
        }
      }
    }
    if (best_node) publish(content(best_node), "meta " + names.published_metas[best]);
  }

  template <class List>
  static std::size_t rank_among(const List& names, const std::string& word) {
    return static_cast<std::size_t>(std::find(std::begin(names), std::end(names), word) - std::begin(names));
  }

  bool is_value(const std::string& value) const { return read_date_value(value, order_).has_value(); }

  std::string content(std::uint32_t node) const { return without_entities(attribute(node, Attribute::content)); }

  // An address is made once, while templates and imports can put a wrong date on a page: if the two are far apart, the
  // address is right.
  void look_at_address() {
    const auto day = day_in_address(clues_.address);
    if (!day) return;
    if (!facts_.published || std::chrono::abs(local_day(facts_.published->value) - *day) > std::chrono::days(40))
      facts_.published = {Moment{*day, std::nullopt}, "address"};
  }

  // Microdata, and <time> elements that say what they are.
  void look_at_named_elements() {
    if (facts_.published) return;
    for (std::uint32_t node = 1; node < tree_.nodes.size() && !facts_.published; ++node) {
      const HtmlNode& here = tree_.nodes[node];
      if (here.attribute_count == 0 || here.tag == HtmlTag::meta) continue;
      const std::string_view property = attribute(node, Attribute::itemprop);
      if (property == "datePublished" || property == "dateCreated")
        publish(machine_or_shown(node), "microdata " + std::string(property));
      else if (property == "dateModified")
        modify(machine_or_shown(node), "microdata dateModified");
      else if (here.tag == HtmlTag::time &&
               (tree_.has_attribute(node, Attribute::pubdate) ||
                has_any(names_of(node), date_names().published_elements)) &&
               !is_elsewhere(node))
        publish(machine_or_shown(node), "time");
    }
  }

  std::string machine_or_shown(std::uint32_t node) const {
    for (const Attribute name : {Attribute::content, Attribute::datetime, Attribute::title})
      if (std::string value = without_entities(attribute(node, name)); read_date_value(value, order_)) return value;
    return text_below(page_, tree_, node, 200);
  }

  std::string names_of(std::uint32_t node) const {
    return small(std::string(attribute(node, Attribute::class_).substr(0, 200)) + ' ' +
                 std::string(attribute(node, Attribute::id).substr(0, 100)));
  }

  void look_at_scripts() {
    for (std::uint32_t node = 1; node + 1 < tree_.nodes.size() && !facts_.published; ++node) {
      if (tree_.nodes[node].tag != HtmlTag::script || tree_.end_of(node) == node + 1) continue;
      const std::string_view script = words_at(page_, tree_.nodes[node + 1].raw);
      for (const std::string& key : date_names().script_keys) publish(find_json_text(script, key), "script " + key);
    }
  }

  // Is the element in a part that belongs to other articles or other people?
  bool is_elsewhere(std::uint32_t node) const {
    for (std::uint32_t above = node; above; above = tree_.nodes[above].parent)
      if (is_of_others(page_, tree_, above)) return true;
    return false;
  }

  void look_at_shown_days() {
    ShownDays days = find_shown_days(page_, tree_, order_, clues_.fetched);
    if (!facts_.modified) facts_.modified = std::move(days.modified);
    facts_.published = std::move(days.published);
  }

  // A time in UTC gets the newsroom's own time zone if the page shows both: <time datetime="...Z"> with the local time
  // that its readers see.
  void take_zone() {
    Moment& published = facts_.published->value;
    if (!clues_.has_times || !published.time_of_day_utc || published.zone.count() != 0) return;
    const auto instant = std::chrono::sys_seconds(published.day) + *published.time_of_day_utc;
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      if (tree_.nodes[node].tag != HtmlTag::time) continue;
      const auto stated = read_date_value(attribute(node, Attribute::datetime), order_);
      if (!stated || !stated->time_of_day_utc ||
          std::chrono::sys_seconds(stated->day) + *stated->time_of_day_utc != instant)
        continue;
      const auto zone = stated->zone.count() != 0 ? std::optional(stated->zone) : shown_zone(node, instant);
      if (!zone) continue;
      published.zone = *zone;
      return;
    }
  }

  // The same if the page shows only the day, as microdata, or its address holds it: the day before the one in UTC, or
  // after it. How far its clock is ahead is not known then; the fewest whole hours that lead to that day are taken.
  void take_shown_day() {
    Moment& published = facts_.published->value;
    if (!published.time_of_day_utc || published.zone.count() != 0) return;
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      const HtmlNode& here = tree_.nodes[node];
      if (here.attribute_count == 0 || here.tag == HtmlTag::meta) continue;
      if (attribute(node, Attribute::itemprop) != "datePublished" || is_elsewhere(node)) continue;
      const auto days = find_written_days(text_below(page_, tree_, node, 200), order_, 1);
      if (days.empty()) continue;
      published.zone = hours_to(days[0].day, published);
      return;
    }
    if (const auto day = day_in_address(clues_.address)) published.zone = hours_to(*day, published);
  }

  static std::chrono::hours hours_to(Day shown, const Moment& moment) {
    using std::chrono::ceil, std::chrono::hours, std::chrono::minutes;
    const std::chrono::seconds gone = *moment.time_of_day_utc;
    const hours ahead = ceil<hours>(std::chrono::days(1) - gone);
    const hours behind = ceil<hours>(gone + minutes(1));
    if (shown == moment.day + std::chrono::days(1) && ahead <= hours(14)) return ahead;
    if (shown == moment.day - std::chrono::days(1) && behind <= hours(12)) return -behind;
    return hours(0);
  }

  // How far ahead of UTC a shown clock is: whole quarters of an hour, as time zones are.
  std::optional<std::chrono::minutes> shown_zone(std::uint32_t time, std::chrono::sys_seconds instant) const {
    const std::string text = text_below(page_, tree_, time, 200);
    const auto days = find_written_days(text, order_, 1);
    if (days.empty()) return std::nullopt;
    const auto shown = read_date_value(to_iso(days[0].day) + " " + text.substr(days[0].span.end) + " UTC", order_);
    if (!shown || !shown->time_of_day_utc) return std::nullopt;
    const auto ahead = std::chrono::floor<std::chrono::minutes>(std::chrono::sys_seconds(shown->day) +
                                                                *shown->time_of_day_utc - instant);
    const bool possible =
        ahead.count() % 15 == 0 && ahead >= std::chrono::hours(-12) && ahead <= std::chrono::hours(14);
    return possible ? std::optional(ahead) : std::nullopt;
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const DateClues& clues_;
  PageFacts& facts_;
  DayOrder order_;
  std::string best_day_;  // of the meta elements that may mean another day
  std::string best_day_where_;
};

}  // namespace

void find_dates(std::string_view page, const HtmlTree& tree, const DateClues& clues, PageFacts& facts) {
  Dates(page, tree, clues, facts).find();
}

}  // namespace hearsay
