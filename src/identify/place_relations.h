// Whether two places of a story can be one place, or one a part of the other.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "extract/names/gazetteer.h"
#include "identify/entities.h"
#include "identify/place_spellings.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {

enum class PlaceRelation : std::uint8_t {
  unknown,  // one may hold the other, or be the other
  near,     // a text says that they lie near one another
  apart,    // two places of one size, and no text brings them together
};

class PlaceRelations {
 public:
  // Reads what the articles say of their places: "X, Y", "X in Y", "X, 15 kilometres from Y". Articles, marks and
  // entities must outlive this.
  PlaceRelations(std::span<const Article> articles, std::span<const Marks> marks, const Entities& entities);

  // Indices into the story's entities. Two towns that the gazetteer has, or two places that it does not know at all,
  // are apart unless some article joins them; a town and a country, or a place known and one unknown, may be parts.
  PlaceRelation between(std::size_t a, std::size_t b) const;

 private:
  void read(const Article& article, const Marks& marks, const std::vector<std::size_t>& entity_of_named);

  std::span<const Entity> entities_;
  Gazetteer gazetteer_;
  PlaceSpellings spellings_;
  std::set<std::pair<std::size_t, std::size_t>> joined_;
  std::set<std::pair<std::size_t, std::size_t>> near_;
};

}  // namespace hearsay
