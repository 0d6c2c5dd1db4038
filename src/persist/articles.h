// Articles and their versions in a store.
#pragma once

#include "clean/article.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// An article that the store has, and the version of it that is told now.
struct HeldArticle {
  std::size_t number = 0;
  std::size_t version = 0;
  std::size_t story = 0;
  std::uint64_t content = 0;  // content_of() that version's title and text
};

std::optional<HeldArticle> find_known(const StoreReader& store, std::string_view known_by);
std::optional<HeldArticle> find_article(const StoreReader& store, std::string_view id);
std::size_t count_articles(const StoreReader& store);

// The id itself, or "ID#2" and so on where another article has it.
std::string free_id(const StoreReader& store, const std::string& id);

// An article as it was when it came first: what the grouping knows of it.
Article read_first_version(const StoreReader& store, std::size_t article);

// Puts a new article in, under the number after the last and under its id, which must be free, and counts it in its
// story. `at` is when it came. To be called within a transaction, like all that writes.
HeldArticle add_article(Store& store, const Article& article, std::string_view known_by, std::size_t story,
                        std::int64_t at);

// Puts in what an article became, which is told from now on.
HeldArticle add_version(Store& store, const HeldArticle& held, const Article& article, std::int64_t at);

// One version as it was put in; of `places` and `left_out` nothing is kept. Throws StoreError where the store is
// damaged, and for a number that it has not.
Article read_version(const StoreReader& store, std::size_t version);

// The versions that a story's articles are told in now, in order of publication (those without a day last), then of
// arrival.
std::vector<std::size_t> versions_of_story(const StoreReader& store, std::size_t story);

std::string id_of_article(const StoreReader& store, std::size_t article);

// Every version of an article, oldest first, with when each came.
struct VersionLine {
  std::size_t version = 0;
  std::int64_t came = 0;
  std::optional<std::string> title;
};
std::vector<VersionLine> versions_of_article(const StoreReader& store, std::size_t article);

}  // namespace hearsay
