#include "publish/citations/citations.h"

#include "present/json/json_text.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "publish/tables/story_facts.h"

#include <fmt/format.h>

#include <cctype>
#include <set>
#include <vector>

namespace hearsay {

namespace {

// For each byte: is it a brace without its counterpart?
std::vector<bool> unpaired_braces(std::string_view text) {
  std::vector<bool> unpaired(text.size(), false);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' && text[i] != '}') continue;
    unpaired[i] = true;
    if (text[i] == '{') {
      open.push_back(i);
    } else if (!open.empty()) {
      unpaired[open.back()] = unpaired[i] = false;
      open.pop_back();
    }
  }
  return unpaired;
}

// LaTeX's special characters, escaped. BibTeX counts "\{" as a brace, so one without its counterpart is a command.
std::string in_latex(std::string_view words) {
  const std::string text = on_one_line(words);
  const std::vector<bool> unpaired = unpaired_braces(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '{':
        out += unpaired[i] ? "\\textbraceleft{}" : "\\{";
        break;
      case '}':
        out += unpaired[i] ? "\\textbraceright{}" : "\\}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        (out += '\\') += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

// One key each; what a key may not hold becomes "-".
class Keys {
 public:
  std::string of(const std::string& id) {
    std::string key;
    for (const char c : id.substr(0, 60))
      key += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' ? c : '-';
    if (key.empty()) key = "article";
    std::string free = key;
    for (int i = 2; !used_.insert(free).second; ++i) free = fmt::format("{}-{}", key, i);
    return free;
  }

 private:
  std::set<std::string> used_;
};

std::chrono::year_month_day date_of(const Article& article) { return local_day(*article.published); }

}  // namespace

void write_bibtex(const Account& account, const Write& write) {
  Keys keys;
  for (const Article& article : account.articles) {
    std::string entry = fmt::format("@article{{{},\n", keys.of(article.id));
    const auto add = [&](const char* name, const std::string& value) {
      if (!value.empty()) entry += fmt::format("  {} = {{{}}},\n", name, value);
    };
    std::string authors;
    for (const std::string& author : article.authors)
      authors += (authors.empty() ? "{" : " and {") + in_latex(author) + "}";
    add("author", authors);
    add("title", article.title ? "{" + in_latex(*article.title) + "}" : "");
    add("journal", in_latex(newsroom_name(article)));
    if (article.published) {
      constexpr const char* months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
      const auto date = date_of(article);
      add("year", fmt::format("{}", static_cast<int>(date.year())));
      entry += fmt::format("  month = {},\n", months[static_cast<unsigned>(date.month()) - 1]);
      add("day", fmt::format("{}", static_cast<unsigned>(date.day())));
      add("date", to_iso(local_day(*article.published)));
    }
    add("url", web_address(article));
    add("langid", article.language == "en" ? "english" : "");
    write(entry + "  entrysubtype = {newspaper}\n}\n\n");
  }
}

void write_csl_json(const Account& account, const Write& write) {
  Keys keys;
  JsonText out;
  out.begin_array();
  for (const Article& article : account.articles) {
    out.begin_object().add("id", keys.of(article.id)).add("type", "article-newspaper");
    if (article.title) out.add("title", *article.title);
    out.add("container-title", newsroom_name(article));
    if (!article.authors.empty())
      out.add_objects("author", article.authors, [&](const std::string& name) { out.add("literal", name); });
    if (article.published) {
      const auto date = date_of(article);
      out.key("issued").begin_object().key("date-parts").begin_array().begin_array();
      out.value(static_cast<int>(date.year())).value(static_cast<unsigned>(date.month()));
      out.value(static_cast<unsigned>(date.day())).end_array().end_array().end_object();
    }
    if (const std::string address = web_address(article); !address.empty()) out.add("URL", address);
    if (article.language) out.add("language", *article.language);
    out.end_object();
  }
  write(out.end_array().take() + "\n");
}

}  // namespace hearsay
