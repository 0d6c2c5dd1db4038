#include "persist/inbox.h"

#include "persist/packed_text.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr std::int64_t most_taken = 1000;

std::string_view word_of(HandedIn::Kind kind) { return kind == HandedIn::Kind::article ? "article" : "address"; }

}  // namespace

std::optional<InboxLine> find_inbox_line(const StoreReader& store, std::int64_t number) {
  SqlRows row = store.sql().rows(
      "SELECT i.number, i.at, i.taken, i.added, i.changed, i.again, i.fault, coalesce(t.id, s.id) FROM inbox i "
      "LEFT JOIN story s ON s.number = i.story LEFT JOIN story t ON t.number = s.merged_into WHERE i.number = ?",
      number);
  if (!row.next()) return std::nullopt;
  return InboxLine{row.integer(0), row.integer(1), row.maybe_integer(2), row.number(3),
                   row.number(4),  row.number(5),  row.maybe_text(6),    row.maybe_text(7)};
}

std::size_t count_waiting(const StoreReader& store) {
  return static_cast<std::size_t>(store.sql().number("SELECT count(*) FROM inbox WHERE taken IS NULL").value_or(0));
}

std::optional<HandedIn> next_handed_in(const StoreReader& store) {
  SqlRows row =
      store.sql().rows("SELECT number, kind, content, private FROM inbox WHERE taken IS NULL ORDER BY number LIMIT 1");
  if (!row.next()) return std::nullopt;
  const HandedIn::Kind kind =
      row.text(1) == word_of(HandedIn::Kind::article) ? HandedIn::Kind::article : HandedIn::Kind::address;
  try {
    return HandedIn{row.integer(0), kind, unpack_text(row.bytes(2)), row.integer(3) != 0};
  } catch (const std::runtime_error& error) {
    throw StoreError(
        fmt::format("{} is damaged: what was handed in as {} {}", store.name(), row.integer(0), error.what()));
  }
}

std::int64_t hand_in(Store& store, const HandedIn& thing, std::int64_t at) {
  return store.sql().insert("INSERT INTO inbox(at, kind, content, private) VALUES(?,?,?,?) RETURNING number", at,
                            word_of(thing.kind), SqlBytes{pack_text(thing.content)}, thing.allow_private ? 1 : 0);
}

void note_taken(Store& store, std::int64_t number, const RunCounts& counts, const std::string& fault, std::size_t story,
                std::int64_t at) {
  store.sql().write(
      "UPDATE inbox SET taken = ?, added = ?, changed = ?, again = ?, fault = ?, story = ?, content = ? WHERE "
      "number = ?",
      at, counts.added, counts.changed, counts.again, fault.empty() ? std::nullopt : std::optional(fault),
      story == 0 ? std::nullopt : std::optional(story), SqlBytes{""}, number);
  store.sql().write("DELETE FROM inbox WHERE number <= ? AND taken IS NOT NULL", number - most_taken);
}

}  // namespace hearsay
