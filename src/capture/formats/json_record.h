// Articles in JSON: a line of JSONL, and the small files that describe a plain text beside them.
#pragma once

#include "capture/formats/record.h"

#include <tl/expected.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Reads one JSON object as an article. Keys: id, url, title, text (also maintext) or html, published (also
// date_publish, pub_date, date), outlet (also source_domain, publisher), language; other keys are ignored, and so is a
// value of the wrong type. Byte order marks before it are no part of it; half of a character alone, a byte that is not
// UTF-8 and U+0000 are U+FFFD each. Without `id` the address is the id, and without that the id stays empty. The error
// is the reason, for a person: "is not JSON (...)", "has neither text nor html".
tl::expected<Record, std::string> parse_json_record(std::string_view json);

// Reads a whole .json file: one article or a list of them. Nothing of it need be an article: then the list is empty.
// The error is the reason why it is no JSON.
tl::expected<std::vector<Record>, std::string> parse_json_file(std::string_view json);

// What a file says of texts beside it, by file name. Reads a list of objects {id,file,outlet,published,title} or a
// single object, which then stands under the empty name. Anything else gives an empty map.
std::map<std::string, Record, std::less<>> parse_companion(std::string_view json);

}  // namespace hearsay
