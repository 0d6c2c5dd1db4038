// One report as one outlet published it (schema.org NewsArticle).
#pragma once

#include "base/calendar.h"
#include "base/span.h"
#include "clean/articles/source_map.h"

#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// A part of the text that does not belong to the article: a caption, "READ ALSO", a subscription line. Marked, not cut.
struct Boilerplate {
  Span span;
  std::string why;
};

// Where a page states something about its article: {"title", "JSON-LD headline"}, {"published", "meta date"}.
struct Statement {
  std::string what;
  std::string where;
};

// What a page shows but the article's text leaves out.
struct PassedOver {
  std::string text;
  const char* why;
};

struct Article {
  std::string id;
  std::string location;  // path or address
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::optional<Moment> published;
  std::optional<std::string> language;   // ISO 639-1
  std::string text;                      // well-formed UTF-8; every span below and in later stages points into it
  std::vector<Boilerplate> boilerplate;  // in text order, not overlapping
  std::optional<std::string> address;    // the canonical one, if the page or its carrier gives it
  std::optional<Moment> modified;
  std::vector<std::string> authors;
  std::vector<std::string> stated_origins;  // who or where the page, feed or item says its text comes from
  std::vector<Statement> statements;        // which of these were read from a page, and where on it
  std::optional<SourceMap> places;          // only if asked for
  std::vector<PassedOver> left_out;         // in page order; only if asked for
};

}  // namespace hearsay
