// The claims, over all articles, on one proposition: what they agree or differ on, and how many stand behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class OriginKind : std::uint8_t { speaker, organization, document, outlet, unnamed };
std::string_view to_text(OriginKind kind);

// Where claims come from, as far back as the text lets us go.
struct Origin {
  std::string name;
  OriginKind kind = OriginKind::unnamed;
  std::optional<std::size_t> entity;  // an index into the story's entities, when it has a name
  std::vector<std::size_t> claims;
  std::string why;  // what brought its claims together
};

// At least and at most how many; each reason explains one merger or one doubt.
struct Bracket {
  std::size_t min = 0;
  std::size_t max = 0;
  std::vector<std::string> why;
};

enum class DisagreementKind : std::uint8_t { quantity, date, place, actor, polarity, wording, scope };
std::string_view to_text(DisagreementKind kind);

enum class DisagreementRelation : std::uint8_t { conflict, compatible, update, scope, translation };
std::string_view to_text(DisagreementRelation relation);

struct Disagreement {
  DisagreementKind kind = DisagreementKind::quantity;
  DisagreementRelation relation = DisagreementRelation::conflict;
  std::vector<std::size_t> claims;
  std::string why;
};

enum class Standing : std::uint8_t { corroborated, single_origin, contested, unanswered, background };
std::string_view to_text(Standing standing);  // "single-origin" with a hyphen

struct Point {
  std::vector<std::size_t> claims;  // by article, then position
  std::size_t representative = 0;   // the claim that says it best: an index into the story's claims
  bool reads_alone = true;          // ... and can be read without its sentence
  Standing standing = Standing::background;
  Bracket origins;                          // how many know it
  std::vector<std::size_t> origin_ids;      // indices into the story's origins
  Bracket reporters;                        // how many newsrooms gathered it, copies counted once
  std::vector<Disagreement> disagreements;  // conflicts first, then compatible ranges, then updates
  bool one_article = false;                 // fragile: without one article, or without one origin, nothing is left
  bool one_origin = false;
};

}  // namespace hearsay
