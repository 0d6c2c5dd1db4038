#include "publish/coding/where_precision.h"

#include "base/folding.h"
#include "base/resources.h"
#include "identify/place_phrases.h"
#include "identify/place_size.h"

#include <algorithm>
#include <string_view>

namespace hearsay {

namespace {

// The last word of the claim before this place: "near" of "on a road near Ostrel".
std::string word_before(const Claim& claim, Span place, std::string_view text) {
  if (place.begin < claim.span.begin || place.begin > text.size()) return "";
  std::string_view before = text.substr(claim.span.begin, place.begin - claim.span.begin);
  const std::size_t last = before.find_last_not_of(' ');
  if (last == std::string_view::npos) return "";
  before = before.substr(0, last + 1);
  return fold(before.substr(before.find_last_of(' ') + 1));
}

bool only_near(const Claim& claim, std::size_t place, std::string_view text) {
  return std::any_of(claim.values.begin(), claim.values.end(), [&](const Value& value) {
    const auto* named = std::get_if<PlaceValue>(&value.what);
    return named && named->entity == place &&
           place_phrases().has(word_before(claim, value.span, text), PlacePhrase::near);
  });
}

}  // namespace

std::optional<int> where_precision(const Account& account, std::size_t place, Codebook codebook) {
  static const Gazetteer gazetteer(resource("models/gazetteer.bin"));
  if (codebook == Codebook::ibc) return std::nullopt;
  const bool near = std::any_of(account.claims.begin(), account.claims.end(), [&](const Claim& claim) {
    return only_near(claim, place, account.articles[claim.article].text);
  });
  if (near) return std::nullopt;
  const bool ucdp = codebook == Codebook::ucdp;
  switch (place_size(account.entities[place].name, gazetteer)) {
    case PlaceSize::town:
    case PlaceSize::city:
      return 1;
    case PlaceSize::region:
      return ucdp ? 4 : 3;
    case PlaceSize::country:
      return ucdp ? 6 : 3;
    case PlaceSize::unknown:
    case PlaceSize::several:
      break;
  }
  return std::nullopt;
}

}  // namespace hearsay
