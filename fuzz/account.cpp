// Any bytes as an account's JSON; what is read is written in every format that is a text, and as JSON again, which
// reads back as the same.
#include "bytes.h"

#include "base/utf8.h"
#include "present/json/json.h"
#include "publish/publish.h"
#include "run/accounts/account_reading.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto account = read_account(as_text(data, size));
  if (!account) return 0;
  const std::string json = to_json(*account);
  const auto again = read_account(json);
  expect(again && to_json(*again) == json);
  for (const KindFacts& kind : all_kinds()) {
    if (kind.of_marks || kind.kind == ExportKind::xlsx || kind.kind == ExportKind::sqlite) continue;
    Wanted wanted;
    wanted.kind = kind.kind;
    std::string printed;
    const Write write = [&](std::string_view text) { printed += text; };
    if (kind.many_files)
      publish_all(*account, wanted, [&](const std::string&) { return write; });
    else
      publish(*account, wanted, write);
    expect(!first_broken_byte(printed));
  }
  return 0;
}
