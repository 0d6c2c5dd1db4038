// In the manner of htmldate (Barbaresi, JOSS 2020): first what is made for machines, then the address, then what
// readers see, from the most to the least certain. Nothing is taken from the clock, so a date in the future is as good
// as any.
#include "clean/page_dates.h"

#include "base/one_of.h"
#include "base/word_lists.h"
#include "clean/date_values.h"
#include "clean/entities.h"
#include "clean/page_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace hearsay {

namespace {

// data/page_dates.txt, in its order.
struct DateNames {
  std::vector<std::string> published_metas, modified_metas, published_elements, date_elements, script_keys;
};

DateNames read_date_names() {
  DateNames names;
  const std::array lists = {&names.published_metas, &names.modified_metas, &names.published_elements,
                            &names.date_elements, &names.script_keys};
  read_list(
      "data/page_dates.txt",
      {"metas of publication", "metas of change", "elements of publication", "elements of a date", "keys of scripts"},
      [&](const ListLine& line) {
        lists[line.sort]->insert(lists[line.sort]->end(), line.words.begin(), line.words.end());
      });
  return names;
}

const DateNames& date_names() {
  static const DateNames names = read_date_names();
  return names;
}

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
    look_at_address();
    if (!facts_.published) look_at_scripts();
    if (!facts_.published) look_at_shown_dates();
    if (!facts_.published && facts_.modified) facts_.published = facts_.modified;
  }

 private:
  // American pages write the month first. Pages in English without a country are mostly American, unless their address
  // ends in another English-speaking country's letters.
  DayOrder day_order() const {
    std::string tag;
    for (std::uint32_t node = 1; node < std::min<std::size_t>(tree_.nodes.size(), 50) && tag.empty(); ++node)
      if (tree_.nodes[node].tag == HtmlTag::html) tag = small(attribute(node, Attribute::lang));
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
    const std::vector<std::string>& published = date_names().published_metas;
    std::size_t best = published.size();
    std::uint32_t best_node = 0;
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      if (tree_.nodes[node].tag != HtmlTag::meta) continue;
      for (const Attribute name : {Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv}) {
        const std::string_view raw = attribute(node, name);
        if (raw.empty() || raw.size() > 60) continue;
        const std::string word = small(raw);
        if (is_one_of(word, date_names().modified_metas)) modify(content(node), "meta " + word);
        const auto rank =
            static_cast<std::size_t>(std::find(published.begin(), published.end(), word) - published.begin());
        if (rank < best && read_date_value(content(node), order_)) {
          best = rank;
          best_node = node;
        }
      }
    }
    if (best_node) publish(content(best_node), "meta " + published[best]);
  }

  std::string content(std::uint32_t node) const { return without_entities(attribute(node, Attribute::content)); }

  // An address is made once, while templates and imports can put a wrong date on a page: of two that lie far apart, the
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
      else if (here.tag == HtmlTag::time && (tree_.has_attribute(node, Attribute::pubdate) ||
                                             has_any(names_of(node), date_names().published_elements)))
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

  struct Shown {
    Day day;
    int rank = 0;  // smaller is more certain
    std::string where;
  };

  void offer(Shown shown) {
    if (!best_ || shown.rank < best_->rank) best_ = std::move(shown);
  }

  // Dates as readers see them: an element named for it, near the headline before others, then any <time>, then any
  // text.
  void look_at_shown_dates() {
    bool after_headline = false;
    std::size_t texts_after = 0;
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      const HtmlNode& here = tree_.nodes[node];
      if (here.tag == HtmlTag::script || here.tag == HtmlTag::style) {
        node = tree_.end_of(node) - 1;
        continue;
      }
      if (here.tag == HtmlTag::h1) after_headline = true;
      if (here.tag == HtmlTag::time) look_at_time(node, after_headline);
      if (here.attribute_count > 0 && tree_.end_of(node) - node < 40) look_at_named(node, after_headline);
      if (here.tag == HtmlTag::text) look_at_text(node, after_headline, texts_after);
    }
    if (best_) facts_.published = {{Moment{best_->day, std::nullopt}, best_->where}};
  }

  void look_at_time(std::uint32_t node, bool after_headline) {
    if (const auto moment = read_date_value(machine_or_shown(node), order_))
      offer({moment->day, after_headline ? 1 : 4, "time"});
  }

  void look_at_named(std::uint32_t node, bool after_headline) {
    const std::string names = names_of(node);
    const bool published = has_any(names, date_names().published_elements);
    if (!published && !has_any(names, date_names().date_elements)) return;
    const std::string text = text_below(page_, tree_, node, 300);
    if (text.size() > 250) return;
    const auto days = find_written_days(text, order_, 1);
    if (days.empty()) return;
    offer({days[0].day, (after_headline ? 0 : 3) + (published ? 0 : 2), "shown in \"" + names + "\""});
  }

  void look_at_text(std::uint32_t node, bool after_headline, std::size_t& texts_after) {
    const std::string_view text = words_at(page_, tree_.nodes[node].raw).substr(0, 5000);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    if (after_headline) ++texts_after;
    if (best_ && best_->rank <= 6) return;
    const auto days = find_written_days(text, order_, 1);
    if (days.empty()) return;
    const bool label = text.size() < 100;
    offer({days[0].day, (after_headline && texts_after < 15 ? 6 : 8) + (label ? 0 : 1), "shown"});
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const DateClues& clues_;
  PageFacts& facts_;
  DayOrder order_;
  std::optional<Shown> best_;
};

}  // namespace

void find_dates(std::string_view page, const HtmlTree& tree, const DateClues& clues, PageFacts& facts) {
  Dates(page, tree, clues, facts).find();
}

}  // namespace hearsay
