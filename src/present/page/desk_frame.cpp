#include "present/page/desk_frame.h"

#include "present/page/html.h"

#include <utility>

namespace hearsay {

std::string desk_links(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> links[] = {{"/", "Stories"},
                                                                     {"/changes", "What changed"},
                                                                     {"/sources", "Sources"},
                                                                     {"/feeds", "Feeds"},
                                                                     {"/corrections", "Corrections"}};
  std::string page = "<nav class=\"desk-links\" aria-label=\"The desk\"><ul>\n";
  for (const auto& [address, name] : links)
    put(page, "<li><a href=\"{}\"{}>{}</a></li>\n", address, Html{address == path ? " aria-current=\"page\"" : ""},
        name);
  return page + "</ul></nav>\n";
}

std::string desk_attributes(const Serving& serving) {
  std::string attributes;
  if (serving.may_write) attributes += " data-writes";
  if (serving.needs_token) attributes += " data-token";
  return attributes;
}

std::string desk_page(std::string_view title, std::string_view path, const Serving& serving, std::string_view main) {
  std::string page;
  put(page,
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{} – Hearsay</title>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"stylesheet\" href=\"/desk.css\">\n"
      "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What changed\" href=\"/changes.atom\">\n"
      "<script src=\"/desk.js\" defer></script>\n</head>\n<body class=\"desk\"{}>\n"
      "<a class=\"skip\" href=\"#main\">Skip to what this page is about</a>\n",
      title, Html{desk_attributes(serving)});
  put(page, "<header><p class=\"masthead\">Hearsay <span>a desk</span></p>\n{}</header>\n", Html{desk_links(path)});
  put(page, "<main id=\"main\" tabindex=\"-1\">\n<h1>{}</h1>\n{}</main>\n</body>\n</html>\n", title,
      Html{std::string(main)});
  return page;
}

}  // namespace hearsay
