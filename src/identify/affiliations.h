// Who speaks for which body: a person whom an article introduces as its officer.
#pragma once

#include "extract/marks.h"
#include "identify/entities.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// A person who belongs to a body, so that the two together may be one origin.
struct Affiliation {
  std::size_t person = 0;  // indices into Entities::all
  std::size_t body = 0;
  std::string why;  // the words that say so, verbatim
};

// Each pair once, by person and body. A body counts when it stands in the same noun phrase as the person's name: before
// it with a role between ("the harbour office's director Ana Vell"), or in apposition after it ("Ana Vell, director of
// the harbour office,").
std::vector<Affiliation> find_affiliations(std::span<const Article> articles, std::span<const Marks> marks,
                                           const Entities& entities);

}  // namespace hearsay
