// The page as one file: its style and script are web/page.css and the scripts of web/, and a content
// security policy names them by their hashes and forbids everything else, so that no text from outside could load or
// run anything even if it were to become markup. Everything can be read without the script, which only links, sorts and
// opens.
#include "present/page/page.h"

#include "base/lines.h"
#include "base/resources.h"
#include "base/version.h"
#include "present/page/page_extract.h"
#include "present/page/page_parts.h"
#include "present/page/page_slim.h"
#include "present/page/policy_hash.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

void write_opening(std::string& page, const Account& account, const std::string& style, const std::string& script,
                   std::string_view may_connect) {
  put(page,
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; script-src '{}'; "
      "{}base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"generator\" content=\"Hearsay {}\">\n<title>{} – Hearsay</title>\n<style>{}</style>\n</head>\n",
      policy_hash(style), policy_hash(script), Html{std::string(may_connect)}, version(),
      account.title.empty() ? "Account" : account.title, Html{style});
}

// A style without the white space after ":", ";", "," and around "{" and "}". None of ours has it in a text.
std::string without_spaces(std::string_view style) {
  std::string out;
  for (const char c : style) {
    const char last = out.empty() ? '{' : out.back();
    if ((c == ' ' || c == '\n') && std::string_view(":;,{}").find(last) != std::string_view::npos) continue;
    if ((c == '{' || c == '}') && (last == ' ' || last == ';')) out.pop_back();
    out += c;
  }
  return out;
}

// A style or script without what only its author reads: indentation, blank lines and lines that are all comment.
// Neither of ours has a text that goes over lines.
std::string packed(std::string_view source) {
  std::string out;
  bool in_comment = false;
  while (!source.empty()) {
    std::string_view line = next_line(source);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const bool opens = line.starts_with("/*");
    if (!in_comment && !opens && !line.starts_with("//") && !line.empty()) out.append(line).append("\n");
    if (opens || in_comment) in_comment = !line.ends_with("*/");
  }
  return out;
}

// The gradients by which a bar's open end fades out; drawn nowhere themselves.
constexpr std::string_view fades =
    "<svg class=\"fades\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>"
    "<linearGradient id=\"fades-above\"><stop offset=\"0\"/><stop offset=\"1\" class=\"gone\"/></linearGradient>"
    "<linearGradient id=\"fades-below\"><stop offset=\"0\" class=\"gone\"/><stop offset=\"1\"/></linearGradient>"
    "</defs></svg>\n";

// The desk's own links, and a place for what its script finds.
std::string head_of_served(const ServedStory& served) {
  std::string head;
  put(head, "{}<div id=\"live\" role=\"status\">{}</div>\n", Html{desk_links("")},
      Html{served.current ? "" : "<p>More has come since this account was made.</p>"});
  return head;
}

std::string body_of_served(const Account& account, const ServedStory& served) {
  return fmt::format(" data-story=\"{}\" data-articles=\"{}\" data-after=\"{}\"{}", escaped(served.id),
                     account.articles.size(), served.last_change, desk_attributes(served.serving));
}

std::string script_of(bool served) {
  std::vector<const char*> parts = {"web/marks.js", "web/page.js", "web/copying.js"};
  if (served) parts.insert(parts.end(), {"web/desk.js", "web/live.js"});
  parts.push_back("web/corrections.js");
  std::string script;
  for (const char* part : parts) script += packed(resource(part));
  return script;
}

std::string page_of(const Account& whole, const ServedStory* served) {
  PageExtract extract = extract_for_page(whole);
  const Account& account = extract.account;
  std::string style = without_spaces(packed(resource("web/page.css")));
  if (served != nullptr) style += without_spaces(packed(resource("web/desk.css")));
  const std::string script = script_of(served != nullptr);
  const AccountView view(account, std::move(extract.reports), std::move(extract.left_out));
  std::string page = fmt::format("<body{}>\n", served != nullptr ? body_of_served(whole, *served) : "");
  page +=
      "<a class=\"skip\" href=\"#account\">Skip to the account</a>\n<div class=\"sheet\">\n<div "
      "class=\"account\">\n" +
      std::string(fades);
  if (served != nullptr) page += head_of_served(*served);
  write_head(page, view);
  page += "<main id=\"account\" tabindex=\"-1\">\n";
  write_without(page, view);
  write_news(page, view);
  write_numbers(page, view);
  write_updates(page, view);
  write_points(page, view);
  write_origins(page, view);
  write_matrix(page, view);
  write_copies(page, view);
  write_names(page, view);
  write_corrections(page, view);
  page += "</main>\n";
  write_limits(page, view);
  page += "</div>\n";
  write_articles(page, view);
  std::string file;
  write_opening(file, account, style, script, served != nullptr ? "connect-src 'self'; " : "");
  put(file, "{}</div>\n<script>{}</script>\n</body>\n</html>\n", Html{slimmed(page)}, Html{script});
  return file;
}

}  // namespace

std::string to_html(const Account& account) { return page_of(account, nullptr); }

std::string to_html(const Account& account, const ServedStory& served) { return page_of(account, &served); }

}  // namespace hearsay
