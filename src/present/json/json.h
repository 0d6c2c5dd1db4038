// The JSON that the commands print (one object, without a line end).
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "group/stories/grouper.h"
#include "narrate/account.h"

#include <span>
#include <string>

namespace hearsay {

std::string to_json(const Article& article);
std::string to_json(const Article& article, const Marks& marks, bool with_tokens);
std::string to_json(const Story& story, std::span<const std::string> names);  // names: ids by article number
std::string to_json(const Account& account);

// The same for a store that keeps the articles' texts too: without what follows from these and the rest (words, ids,
// addresses of points, hosts). run/accounts/account_reading reads it back.
std::string to_kept_json(const Account& account);

}  // namespace hearsay
