// How large a place is, as far as its name alone tells.
#pragma once

#include "extract/names/gazetteer.h"

#include <cstdint>
#include <string>

namespace hearsay {

enum class PlaceSize : std::uint8_t { unknown, town, city, region, country, several };

// `several` where places of more than one size have this name.
PlaceSize place_size(const std::string& name, const Gazetteer& gazetteer);

}  // namespace hearsay
