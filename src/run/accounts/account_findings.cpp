#include "run/accounts/account_findings.h"

#include <cstdint>

namespace hearsay {

using namespace account_fields;

namespace {

Bracket bracket(JsonValue row, const char* key) {
  const JsonValue ends = need(row, key);
  return {count(ends, "min"), count(ends, "max"), texts(ends, "why")};
}

Disagreement disagreement(JsonValue row) {
  return {kind(row, "kind", DisagreementKind::scope), kind(row, "relation", DisagreementRelation::translation), {}, ""};
}

PointBefore point_before(JsonValue row) {
  PointBefore before;
  before.number = index_of(text(row, "full_point"), 'p', SIZE_MAX);
  before.article = text(row, "article");
  before.words = text(row, "text");
  before.standing = kind(row, "standing", Standing::background);
  before.origins = bracket(row, "origins");
  before.reporters = bracket(row, "reporters");
  return before;
}

}  // namespace

Origin origin_of(JsonValue row, const ListSizes& sizes) {
  Origin origin;
  origin.name = text(row, "name");
  origin.kind = kind(row, "kind", OriginKind::unnamed);
  origin.claims = indices(row, "claims", 'c', sizes.claims);
  origin.why = text(row, "why");
  return origin;
}

Point point_of(JsonValue row, const ListSizes& sizes) {
  Point point;
  point.claims = indices(row, "claims", 'c', sizes.claims);
  if (point.claims.empty()) throw BadAccount("has a point without a claim");
  point.representative = index_of(text(row, "representative"), 'c', sizes.claims);
  point.standing = kind(row, "standing", Standing::background);
  point.origins = bracket(row, "origins");
  point.origin_ids = indices(need(row, "origins"), "ids", 'o', sizes.origins);
  point.reporters = bracket(row, "reporters");
  for (const JsonValue one : list(row, "disagreements")) {
    point.disagreements.push_back(disagreement(one));
    point.disagreements.back().claims = indices(one, "claims", 'c', sizes.claims);
    point.disagreements.back().why = text(one, "why");
  }
  if (const auto fragile = may_have(row, "fragile")) {
    point.one_article = truth(*fragile, "one_article");
    point.one_origin = truth(*fragile, "one_origin");
  }
  return point;
}

Without without_of(JsonValue row, const ListSizes& sizes) {
  Without without;
  for (const JsonValue one : list(row, "left_out"))
    without.parts.push_back({text(one, "asked"), may_text(one, "what").value_or(""), texts(one, "articles"),
                             texts(one, "copies_kept"), count(one, "claims")});
  without.claims = count(row, "claims");
  without.points = count(row, "points");
  for (const JsonValue one : list(row, "lost")) without.lost.push_back(point_before(one));
  for (const JsonValue one : list(row, "changed")) {
    without.changed.push_back(point_before(one));
    without.changed.back().point = index_of(text(one, "point"), 'p', sizes.points);
    for (const JsonValue gone : list(one, "disagreements_gone"))
      without.changed.back().gone.push_back(disagreement(gone));
  }
  return without;
}

}  // namespace hearsay
