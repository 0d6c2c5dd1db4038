// The parts of the page, in reading order. Each appends its section to `page`, or nothing when it has nothing to show.
#pragma once

#include "present/page/html.h"
#include "present/words/account_view.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

void write_head(std::string& page, const AccountView& view);         // title, counts, contents
void write_without(std::string& page, const AccountView& view);      // what was left out, and what was lost with it
void write_news(std::string& page, const AccountView& view);         // the ten points that come first
void write_numbers(std::string& page, const AccountView& view);      // each key number over time
void write_updates(std::string& page, const AccountView& view);      // what reports changed of what they had told
void write_points(std::string& page, const AccountView& view);       // contested to background
void write_origins(std::string& page, const AccountView& view);      // who says, confirms, denies, declines what
void write_matrix(std::string& page, const AccountView& view);       // points by newsrooms
void write_copies(std::string& page, const AccountView& view);       // who copied whom
void write_names(std::string& page, const AccountView& view);        // names and their variants
void write_corrections(std::string& page, const AccountView& view);  // what became of the reader's corrections
void write_limits(std::string& page, const AccountView& view);       // what the page cannot tell
void write_articles(std::string& page, const AccountView& view);     // the whole texts, claims underlined

// What the claims of a contested point differ on, drawn or listed, one block for each kind of difference.
void write_differences(std::string& page, const AccountView& view, const Point& point);

// The wordings of a point but the first, which stands in the heading, as many as given; what differs is set off.
void write_other_wordings(std::string& page, const AccountView& view, const Point& point, std::size_t most = 12);

// " and 5 more", where not all are told.
std::string more_than(std::size_t all, std::size_t told);

// Newsrooms with the words of one wording, its speaker and its stance.
void write_byline(std::string& page, const AccountView& view, const std::vector<std::size_t>& claims);

// A source's words as a quotation; `marked` are spans of the same article, in text order, to set off in them.
void write_quotation(std::string& page, std::string_view text, Span words, std::span<const Span> marked);

// A claim as a quotation that can be read: in its sentence, which is set off from the claim's own words, where it has a
// context; else by itself. `marked` as above, of the claim's words.
void write_claim(std::string& page, const AccountView& view, const Claim& claim, std::span<const Span> marked = {});

// The same for one of many: in a large account by itself.
void write_minor_claim(std::string& page, const AccountView& view, const Claim& claim,
                       std::span<const Span> marked = {});

// "<a href=#c3>Some Outlet <small>4 Mar</small></a>": leads to the claim in its article.
void write_newsroom_link(std::string& page, const AccountView& view, std::size_t claim);
void write_newsroom_links(std::string& page, const AccountView& view, const std::vector<std::size_t>& claims);

// The shared and the differing text of one copy, aligned. Stops after about `most_bytes` of text, and says so.
void write_collation(std::string& page, const AccountView& view, const Copy& copy, std::size_t most_bytes);

// The name by which styles know a standing: "contested", "single-origin".
inline std::string_view style_of(Standing standing) { return to_text(standing); }

}  // namespace hearsay
