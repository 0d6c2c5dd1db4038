// The account as Markdown (CommonMark with tables), for notes and tickets.
#pragma once

#include "base/write.h"
#include "narrate/account.h"

#include <string>
#include <string_view>

namespace hearsay {

// Title, the points with their standing and brackets, what differs, who copied whom, the reports. Every statement is a
// span of a report, with who says it; nothing from outside can become markup.
void write_markdown(const Account& account, const Write& write);

// Text from outside on one line, with every special character of Markdown and HTML escaped.
std::string escaped_for_markdown(std::string_view text);

}  // namespace hearsay
