// The parts of the module, and what they share.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"

#include <nanobind/nanobind.h>

#include <vector>

namespace hearsay::python {

namespace nb = nanobind;

struct MarkedArticle {
  Article article;
  Marks marks;
};

// Loaded at the first call, then shared.
const Marker& marker();

// Copies of the articles in a Python sequence. Raises TypeError where one is none.
std::vector<Article> articles_in(const nb::sequence& given);

void add_accounts(nb::module_& m);
void add_parts(nb::module_& m);

}  // namespace hearsay::python
