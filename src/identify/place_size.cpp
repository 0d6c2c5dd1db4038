#include "identify/place_size.h"

namespace hearsay {

PlaceSize place_size(const std::string& name, const Gazetteer& gazetteer) {
  NameHash hash;
  hash.add(name);
  switch (gazetteer.facts(hash.value()) & (country | region | large_city | town)) {
    case 0:
      return PlaceSize::unknown;
    case country:
      return PlaceSize::country;
    case region:
      return PlaceSize::region;
    case large_city:
      return PlaceSize::city;
    case town:
      return PlaceSize::town;
    default:
      return PlaceSize::several;
  }
}

}  // namespace hearsay
