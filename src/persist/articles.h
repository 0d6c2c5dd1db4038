// Articles and their versions in a store.
#pragma once

#include "clean/articles/article.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// An article in the store, and its current version.
struct HeldArticle {
  std::size_t number = 0;
  std::size_t version = 0;
  std::size_t story = 0;
  std::uint64_t content = 0;  // content_of() that version's title and text
};

std::optional<HeldArticle> find_known(const StoreReader& store, std::string_view known_by);
std::optional<HeldArticle> find_article(const StoreReader& store, std::string_view id);
std::size_t count_articles(const StoreReader& store);

// The id itself, or "ID#2" and so on if another article has it.
std::string free_id(const StoreReader& store, const std::string& id);

// An article as it first arrived, which is what the grouping knows of it.
Article read_first_version(const StoreReader& store, std::size_t article);

// Adds a new article under the next number and under its id, which must be free, and counts it in its story. `at` is
// when it arrived. Call within a transaction, like everything that writes.
HeldArticle add_article(Store& store, const Article& article, std::string_view known_by, std::size_t story,
                        std::int64_t at);

// Adds a new version of an article, which is the current one from now on.
HeldArticle add_version(Store& store, const HeldArticle& held, const Article& article, std::int64_t at);

// One version as it was added, without `places` and `left_out`, which are not kept. Throws StoreError if the store is
// damaged or has no version of that number.
Article read_version(const StoreReader& store, std::size_t version);

// The current versions of a story's articles, in order of publication (those without a date last), then of arrival.
std::vector<std::size_t> versions_of_story(const StoreReader& store, std::size_t story);

std::string id_of_article(const StoreReader& store, std::size_t article);

// A version of an article, and when it arrived.
struct VersionLine {
  std::size_t version = 0;
  std::int64_t came = 0;
  std::optional<std::string> title;
};
// Every version of an article, oldest first.
std::vector<VersionLine> versions_of_article(const StoreReader& store, std::size_t article);

}  // namespace hearsay
