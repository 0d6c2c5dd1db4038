// An article's marks for a person at a terminal: sentence by sentence, what was found in each.
#include "present/terminal/print.h"
#include "present/terminal/print_heading.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

std::string meaning_of(const Time& time) {
  std::string meaning(to_text(time.type));
  meaning += " " + time.value;
  if (time.mod) meaning += " " + *time.mod;
  if (time.from || time.to) meaning += ": " + days_phrase(time.from, time.to);
  return meaning;
}

std::string meaning_of(const Quantity& quantity) {
  std::string meaning =
      value_phrase(QuantityValue{quantity.low, quantity.high, quantity.approximate, quantity.unit, {}});
  if (quantity.of) meaning += " of " + quoted(*quantity.of);
  return meaning;
}

std::string meaning_of(std::string_view text, const Attribution& attribution) {
  std::string meaning = attribution.source ? "source " + quoted(words_at(text, *attribution.source)) : "no source";
  if (attribution.cue) meaning += ", cue " + quoted(words_at(text, *attribution.cue));
  meaning += fmt::format(" ({})", to_text(attribution.kind));
  for (std::size_t i = 1; i < attribution.content.size(); ++i)
    meaning += ", and " + quoted(words_at(text, attribution.content[i]));
  return meaning;
}

// The marks that begin before `end`, from the one after the last such call on.
class MarksInOrder {
 public:
  MarksInOrder(std::string_view text, const Marks& marks, bool with_why, std::size_t most)
      : text_(text), marks_(marks), with_why_(with_why), most_(most) {}

  std::string until(std::size_t end) {
    std::string rows;
    const auto& names = marks_.names;
    for (; name_ < names.mentions.size() && names.mentions[name_].span.begin < end; ++name_) {
      const Mention& mention = names.mentions[name_];
      const std::string& full = names.named[mention.named].name;
      const bool is_full = words_at(text_, mention.span) == full;
      rows += row("name", mention.span,
                  std::string(to_text(mention.kind)) + (is_full ? std::string() : ", " + quoted(full))) +
              why(mention.why);
    }
    for (; time_ < marks_.times.size() && marks_.times[time_].span.begin < end; ++time_)
      rows += row("time", marks_.times[time_].span, meaning_of(marks_.times[time_])) + why(marks_.times[time_].why);
    for (; quantity_ < marks_.quantities.size() && marks_.quantities[quantity_].span.begin < end; ++quantity_)
      rows += row("quantity", marks_.quantities[quantity_].span, meaning_of(marks_.quantities[quantity_])) +
              why(marks_.quantities[quantity_].why);
    const auto& attributions = marks_.attributions;
    for (; said_ < attributions.size() && attributions[said_].content.front().begin < end; ++said_)
      rows += row("said", attributions[said_].content.front(), meaning_of(text_, attributions[said_])) +
              why(attributions[said_].why);
    return rows;
  }

 private:
  std::string row(std::string_view kind, Span words, std::string_view meaning) const {
    return beside(kind, fmt::format("{}  {}", quoted(words_at(text_, words)), meaning), 4, 8, most_);
  }

  // The rule or model that made the mark, on a line below it.
  std::string why(std::string_view reason) const {
    return with_why_ ? beside("", "by " + std::string(reason), 8, 10, most_) : "";
  }

  std::string_view text_;
  const Marks& marks_;
  bool with_why_;
  std::size_t most_;
  std::size_t name_ = 0;
  std::size_t time_ = 0;
  std::size_t quantity_ = 0;
  std::size_t said_ = 0;
};

}  // namespace

std::string to_text(const Article& article, const Marks& marks, bool with_why,
                    const std::optional<TerminalStyle>& terminal) {
  const std::size_t most = terminal ? terminal->columns : columns;
  std::string out = print_heading(article, terminal);
  MarksInOrder in_order(article.text, marks, with_why, most);
  for (const Sentence& sentence : marks.dissection.sentences) {
    out += '\n' + wrapped(words_at(article.text, sentence.span), 0, 0, most);
    out += in_order.until(sentence.span.end);
  }
  return out + in_order.until(article.text.size() + 1);
}

}  // namespace hearsay
