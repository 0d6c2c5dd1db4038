// What kind of thing a file holds, by its name or its first bytes.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

enum class Shape { text, json_lines, json, html, mhtml, mail, feed, warc, har, archive, unknown };

// By the ending, once ".gz", ".zst" and the like are removed. `unknown` for any other ending.
Shape shape_of_name(const std::string& name);

// By the first bytes of the unpacked content. `unknown` only for what is binary.
Shape shape_of_bytes(std::string_view start);

// Is it a file that is not read when found in a folder: of an unknown kind, or one that describes a text beside it?
bool is_passed_over(const std::string& path);

// Why a skipped file must be reported; empty for a companion, which is read, and for what holds no text (a picture).
std::string unread_reason(const std::string& path);

// The same by the first bytes, for what the name does not tell.
std::string unread_reason_of_bytes(std::string_view start);

// The file's name without its folder and its endings: "a/b.html.gz" is "b".
std::string stem_of_name(const std::string& name);

}  // namespace hearsay
