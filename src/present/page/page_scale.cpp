// The axis of a difference. A list, not a picture: each row is words first (who, what), and the bar beside them is an
// illustration that a screen reader passes over. Positions are percentages, so that the drawing takes any width.
#include "present/page/page_scale.h"

#include "present/page/page_parts.h"
#include "present/words/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace hearsay {

namespace {

constexpr double margin = 0.12;  // of the axis, on each side: room for an open end to fade in

struct Tick {
  double at;
  std::string label;
};

// Where values stand on the axis, 0 to 100.
class Scale {
 public:
  Scale(double low, double high, Axis axis)
      : axis_(axis), logarithmic_(axis == Axis::numbers && low > 0 && high / low > 100) {
    from_ = transformed(low);
    to_ = transformed(high);
    double room = (to_ - from_) * margin;
    if (room == 0) room = axis == Axis::days ? 2 : std::max(1.0, std::abs(from_) * margin);
    const bool all_positive = low >= 0 && !logarithmic_ && axis == Axis::numbers;
    from_ = all_positive ? std::max(0.0, from_ - room) : from_ - room;
    to_ += room;
  }

  bool logarithmic() const { return logarithmic_; }
  double position(double value) const { return share(transformed(value)); }

  std::vector<Tick> ticks() const {
    if (axis_ == Axis::days && to_ - from_ > 45) return month_ticks();
    std::vector<Tick> ticks;
    const double step = step_size();
    for (double at = std::ceil(from_ / step) * step; at <= to_ && ticks.size() < 12; at += step)
      ticks.push_back({share(at), label(logarithmic_ ? std::pow(10, at) : at)});
    return ticks;
  }

 private:
  double share(double transformed_value) const { return 100 * (transformed_value - from_) / (to_ - from_); }

  // The first days of months or, on a long axis, of every so many months from January on.
  std::vector<Tick> month_ticks() const {
    const int months = static_cast<int>((to_ - from_) / 30) / 6 + 1;
    const int step = months <= 3 ? months : months <= 6 ? 6 : 12 * ((months + 11) / 12);
    const std::chrono::year_month_day first = Day{std::chrono::days{static_cast<int>(from_)}};
    std::vector<Tick> ticks;
    for (auto month = first.year() / std::chrono::January; ticks.size() < 12; month += std::chrono::months{step}) {
      const Day day = month / 1;
      const auto at = static_cast<double>(day.time_since_epoch().count());
      if (at > to_) break;
      if (at >= from_) ticks.push_back({share(at), month_phrase(day)});
    }
    return ticks;
  }

  double transformed(double value) const { return logarithmic_ ? std::log10(value) : value; }

  double step_size() const {
    if (logarithmic_) return 1;
    const double wanted = (to_ - from_) / 4;
    if (axis_ == Axis::days) {
      static constexpr double minute = 1.0 / (24 * 60);
      static constexpr std::array<double, 12> steps = {
          5 * minute, 15 * minute, 30 * minute, 60 * minute, 180 * minute, 360 * minute, 0.5, 1, 2, 3, 7, 14};
      const auto step = std::find_if(steps.begin(), steps.end(), [&](double days) { return days >= wanted; });
      return step == steps.end() ? wanted : *step;
    }
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0})
      if (factor * power >= wanted) return factor * power;
    return 10 * power;
  }

  std::string label(double value) const {
    if (axis_ == Axis::numbers) return number_phrase(std::round(value * 1e6) / 1e6);
    const Day day{std::chrono::days{static_cast<int>(std::floor(value))}};
    if (to_ - from_ >= 2) return short_day_phrase(day);
    const auto minutes = static_cast<int>(std::lround((value - std::floor(value)) * 24 * 60));
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  }

  Axis axis_;
  bool logarithmic_;
  double from_ = 0;
  double to_ = 1;
};

// The ends of the axis: the lowest and highest bound that any row gives.
std::optional<std::pair<double, double>> extent(const std::vector<Answer>& answers) {
  std::optional<std::pair<double, double>> ends;
  for (const Answer& row : answers) {
    for (const auto& bound : {row.low, row.high}) {
      if (!bound || !std::isfinite(*bound)) continue;
      if (!ends) ends = {*bound, *bound};
      ends->first = std::min(ends->first, *bound);
      ends->second = std::max(ends->second, *bound);
    }
  }
  return ends;
}

void write_bar(std::string& page, const Answer& row, const Scale& scale) {
  const std::string_view style = row.approximate ? "about" : "exact";
  if (row.low && row.high && *row.low == *row.high) {
    put(page, "<circle class=\"{}\" cx=\"{:.2f}%\" cy=\"50%\" r=\"5\"/>", style, scale.position(*row.low));
  } else if (row.low && row.high) {
    const double x = scale.position(*row.low);
    put(page, "<rect class=\"{}\" x=\"{:.2f}%\" y=\"50%\" width=\"{:.2f}%\" height=\"8\"/>", style, x,
        scale.position(*row.high) - x);
  } else if (row.low) {
    const double x = scale.position(*row.low);
    put(page, "<rect class=\"open-above\" x=\"{:.2f}%\" y=\"50%\" width=\"{:.2f}%\" height=\"8\"/>", x, 100 - x);
  } else if (row.high) {
    put(page, "<rect class=\"open-below\" x=\"0\" y=\"50%\" width=\"{:.2f}%\" height=\"8\"/>",
        scale.position(*row.high));
  }
}

void write_grid(std::string& page, const std::vector<Tick>& ticks) {
  for (const Tick& tick : ticks) put(page, "<line x1=\"{:.2f}%\" x2=\"{:.2f}%\" y2=\"100%\"/>", tick.at, tick.at);
}

void write_axis(std::string& page, const std::vector<Tick>& ticks, bool logarithmic) {
  page += "<li class=\"axis\" aria-hidden=\"true\"><span class=\"who\"></span><svg width=\"100%\" height=\"16\">";
  for (const Tick& tick : ticks)
    put(page, "<text x=\"{:.2f}%\" y=\"12\" text-anchor=\"middle\">{}</text>", tick.at, tick.label);
  put(page, "</svg><span class=\"reading\">{}</span></li>\n", logarithmic ? "each step ×10" : "");
}

}  // namespace

void write_scale(std::string& page, const AccountView& view, const std::vector<Answer>& answers, Axis axis) {
  const auto ends = extent(answers);
  if (!ends) return;
  const Scale scale(ends->first, ends->second, axis);
  const auto ticks = scale.ticks();
  page += "<ul class=\"scale\">\n";
  for (const Answer& row : answers) {
    page += "<li><span class=\"who\">";
    write_newsroom_links(page, view, row.claims);
    page += "</span><svg width=\"100%\" height=\"18\" aria-hidden=\"true\" focusable=\"false\">";
    write_grid(page, ticks);
    write_bar(page, row, scale);
    put(page, "</svg><span class=\"reading\">{}</span></li>\n", row.reading);
  }
  write_axis(page, ticks, scale.logarithmic());
  page += "</ul>\n";
}

}  // namespace hearsay
