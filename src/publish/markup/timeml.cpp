#include "base/xml_text.h"
#include "publish/markup/marked_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

// Line ends between tags are kept: they are part of the text.
std::string text_between(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += escaped_for_xml(text.substr(0, end));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

void write_timeml(const Article& article, const Marks& marks, const Write& write) {
  write(fmt::format("<TimeML>\n<DOCID>{}</DOCID>\n", escaped_for_xml(article.id)));
  if (article.published) {
    const std::string day = to_iso(*article.published);
    write(
        fmt::format("<DCT><TIMEX3 tid=\"t0\" type=\"{}\" value=\"{}\" temporalFunction=\"false\" "
                    "functionInDocument=\"CREATION_TIME\">{}</TIMEX3></DCT>\n",
                    article.published->time_of_day_utc ? "TIME" : "DATE", day, day));
  }
  if (article.title) write(fmt::format("<TITLE>{}</TITLE>\n", text_between(*article.title)));
  write("<TEXT>");
  std::size_t at = 0;
  std::size_t number = 0;
  for (const Time& time : marks.times) {
    if (time.span.begin < at) continue;
    write(text_between(words_at(article.text, {at, time.span.begin})));
    write(fmt::format("<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"{}>{}</TIMEX3>", ++number, to_text(time.type),
                      escaped_for_xml(time.value),
                      time.mod ? fmt::format(" mod=\"{}\"", escaped_for_xml(*time.mod)) : std::string(),
                      text_between(words_at(article.text, time.span))));
    at = time.span.end;
  }
  write(text_between(std::string_view(article.text).substr(at)));
  write("</TEXT>\n</TimeML>\n");
}

}  // namespace hearsay
