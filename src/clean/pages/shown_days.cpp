// Each day found is offered with a rank, the smaller the surer: by what holds it, where it is, and the word before it.
#include "clean/pages/shown_days.h"

#include "clean/dates/date_names.h"
#include "clean/dates/date_values.h"
#include "clean/dates/date_words.h"
#include "clean/markup/entities.h"
#include "clean/markup/html_names.h"
#include "clean/pages/left_out.h"
#include "clean/pages/page_text.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

template <class List>
bool has_any(const std::string& text, const List& parts) {
  return std::any_of(std::begin(parts), std::end(parts),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

std::string small(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

// Words of more than two letters, so not "am": what a line says beside its day and time.
std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto is_letter = [&](std::size_t i) {
      return ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z') || static_cast<unsigned char>(text[i]) >= 0x80;
    };
    while (at < text.size() && is_letter(at)) ++at;
    words += at > begin + 2;
    at += at == begin;
  }
  return words;
}

bool begins_with_dash(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  for (const std::string_view dash : {"-", "–", "—", ":", "|", "("})
    if (text.starts_with(dash)) return true;
  return false;
}

class Search {
 public:
  Search(std::string_view page, const HtmlTree& tree, DayOrder order, const std::optional<Moment>& fetched)
      : page_(page), tree_(tree), order_(order), fetched_(fetched) {}

  ShownDays run() {
    const auto headline = std::find_if(tree_.nodes.begin(), tree_.nodes.end(),
                                       [](const HtmlNode& node) { return node.tag == HtmlTag::h1; });
    if (headline != tree_.nodes.end()) headline_ = static_cast<std::uint32_t>(headline - tree_.nodes.begin());
    for (std::uint32_t node = 1; node < tree_.nodes.size();) {
      if (is_skipped(node)) {
        node = tree_.end_of(node);
        continue;
      }
      look_at(node);
      ++node;
    }
    return {stated(published_), stated(modified_)};
  }

 private:
  struct Shown {
    Moment moment;
    int rank = 0;
    std::string where;
  };

  static std::optional<Stated<Moment>> stated(const std::optional<Shown>& shown) {
    if (!shown) return std::nullopt;
    return Stated<Moment>{shown->moment, shown->where};
  }

  bool is_skipped(std::uint32_t node) const {
    const HtmlTag tag = tree_.nodes[node].tag;
    if (tag == HtmlTag::script || tag == HtmlTag::style || tag == HtmlTag::head || tag == HtmlTag::template_)
      return true;
    return !(node < headline_ && headline_ < tree_.end_of(node)) && is_of_others(page_, tree_, node);
  }

  bool after_headline(std::uint32_t node) const { return headline_ && node > headline_; }

  void look_at(std::uint32_t node) {
    const HtmlNode& here = tree_.nodes[node];
    if (here.tag == HtmlTag::time) look_at_time(node);
    if (here.attribute_count > 0 && tree_.end_of(node) - node < 40) look_at_named(node);
    if (here.tag == HtmlTag::text) look_at_text(node);
  }

  void offer(DayCue cue, Shown shown) {
    std::optional<Shown>& best = cue == DayCue::modified ? modified_ : published_;
    if (cue == DayCue::published) shown.rank -= shown.rank <= 6 ? 10 : 2;
    if (!best || shown.rank < best->rank) best = std::move(shown);
  }

  std::string names_of(std::uint32_t node) const {
    return small(std::string(tree_.attribute(page_, node, Attribute::class_).substr(0, 200)) + ' ' +
                 std::string(tree_.attribute(page_, node, Attribute::id).substr(0, 100)));
  }

  // What an element's names say; if they say both, what matters to a reader: that it was published.
  static DayCue cue_of_names(const std::string& names) {
    if (has_any(names, date_names().published_elements)) return DayCue::published;
    return has_any(names, date_names().modified_elements) ? DayCue::modified : DayCue::none;
  }

  void look_at_time(std::uint32_t node) {
    const std::string names = names_of(node);
    const bool modified = cue_of_names(names) == DayCue::modified || cue_before(node) == DayCue::modified;
    const int rank = after_headline(node) ? 1 : 4;
    if (const auto moment = machine_moment(node))
      offer(modified ? DayCue::modified : DayCue::none, {Moment{local_day(*moment), std::nullopt}, rank, "time"});
    else
      offer_back(text_below(page_, tree_, node, 60), rank);
  }

  // The word that goes with a <time> is in the text before it.
  DayCue cue_before(std::uint32_t node) const {
    std::uint32_t before = node - 1;
    while (before > 0 && before + 6 > node && tree_.nodes[before].tag != HtmlTag::text) --before;
    if (tree_.nodes[before].tag != HtmlTag::text) return DayCue::none;
    const std::string_view text = words_at(page_, tree_.nodes[before].raw);
    return text.size() > 60 ? DayCue::none : date_words().last_cue(text);
  }

  std::optional<Moment> machine_moment(std::uint32_t node) const {
    for (const Attribute name : {Attribute::content, Attribute::datetime, Attribute::title})
      if (auto moment = read_date_value(without_entities(tree_.attribute(page_, node, name)), order_)) return moment;
    return read_date_value(text_below(page_, tree_, node, 200), order_);
  }

  void look_at_named(std::uint32_t node) {
    const std::string names = names_of(node);
    const bool published = has_any(names, date_names().published_elements);
    if (!published && !has_any(names, date_names().date_elements)) return;
    const std::string text = text_below(page_, tree_, node, 300);
    if (text.size() > 250) return;
    const int rank = (after_headline(node) ? 0 : 3) + (published ? 0 : 2);
    if (!offer_days(text, cue_of_names(names), rank, "shown in \"" + names + "\"")) offer_back(text, rank);
  }

  // Offers each day with the word between it and the day before. True if there is any day.
  bool offer_days(std::string_view text, DayCue cue, int rank, const std::string& where) {
    std::size_t begin = 0;
    const auto days = find_written_days(text, order_, 4);
    for (const WrittenDay& day : days) {
      const DayCue before = date_words().last_cue(text.substr(begin, day.span.begin - begin));
      const bool modified = before == DayCue::modified || (before == DayCue::none && cue == DayCue::modified);
      offer(modified ? DayCue::modified : before, {Moment{day.day, std::nullopt}, rank, where});
      begin = day.span.end;
    }
    return !days.empty();
  }

  // "3 hours ago"
  void offer_back(std::string_view text, int rank) {
    if (!fetched_ || !fetched_->time_of_day_utc) return;
    const auto back = date_words().time_back(text);
    if (!back) return;
    const auto then = std::chrono::sys_seconds(fetched_->day) + *fetched_->time_of_day_utc - *back;
    const DayCue cue = date_words().last_cue(text);
    offer(cue, {Moment{std::chrono::floor<std::chrono::days>(then), std::nullopt}, rank, "how long ago, when fetched"});
  }

  void look_at_text(std::uint32_t node) {
    const std::string_view text = words_at(page_, tree_.nodes[node].raw).substr(0, 5000);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    if (after_headline(node)) ++texts_after_;
    if (text.find_first_of("0123456789") == std::string_view::npos) return;
    const std::string line = squeezed(without_entities(text));
    const auto days = find_written_days(line, order_, 1);
    if (days.empty() || !is_label(line, days[0].span)) return;
    const int rank = (after_headline(node) && texts_after_ < 15 ? 6 : 8) + (line.size() < 100 ? 0 : 1);
    offer_days(line.substr(0, std::min<std::size_t>(line.size(), 250)), DayCue::none, rank, "shown");
  }

  // Does the line give the day of what it is part of, not of an event? It says so, or says little else, or is a
  // dateline.
  static bool is_label(std::string_view line, Span day) {
    const std::string_view before = line.substr(0, day.begin);
    const std::string_view after = line.substr(day.end);
    if (before.size() < 60 && date_words().last_cue(before) != DayCue::none) return true;
    if (before.size() < 40 && count_words(before) <= 2 && begins_with_dash(after)) return true;
    return count_words(before) + count_words(after) <= 3;
  }

  std::string_view page_;
  const HtmlTree& tree_;
  DayOrder order_;
  const std::optional<Moment>& fetched_;
  std::uint32_t headline_ = 0;  // the first h1; 0: none
  std::size_t texts_after_ = 0;
  std::optional<Shown> published_;
  std::optional<Shown> modified_;
};

}  // namespace

ShownDays find_shown_days(std::string_view page, const HtmlTree& tree, DayOrder order,
                          const std::optional<Moment>& fetched) {
  return Search(page, tree, order, fetched).run();
}

}  // namespace hearsay
