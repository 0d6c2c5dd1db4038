// Newsletters and alerts as mail programs keep them: a message (.eml, RFC 5322) and a mailbox of them (mbox, RFC 4155).
#pragma once

#include "capture/formats/record.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hearsay {

// A message as an article: its subject the title, its sender the author, the sender's domain the outlet. Its text is
// the part in HTML, else the plain one; attachments are left alone. Nothing when it has neither.
std::optional<Record> parse_mail(std::string_view message);

// The messages of a mailbox, each after a line "From sender date", with ">From " in them as it was. One message without
// such a line is itself.
std::vector<std::string_view> messages_of(std::string_view mailbox);

// Do the bytes begin like a message or a mailbox?
bool is_mail(std::string_view start);

}  // namespace hearsay
