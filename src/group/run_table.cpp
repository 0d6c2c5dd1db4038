// Open addressing with linear probing, eight bytes an entry, between seven tenths and five sixths full.
#include "group/run_table.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFU;

}  // namespace

void RunTable::look_up(std::uint32_t run, std::vector<std::uint32_t>& holders) const {
  const Part& part = part_of(run);
  if (part.slots.empty()) return;
  for (std::size_t slot = slot_of(part, run); part.slots[slot].article != nobody;
       slot = slot + 1 == part.slots.size() ? 0 : slot + 1) {
    if (part.slots[slot].run == run && part.slots[slot].article >= first_) holders.push_back(part.slots[slot].article);
  }
}

void RunTable::prefetch(std::uint32_t run) const {
  const Part& part = part_of(run);
  if (!part.slots.empty()) __builtin_prefetch(&part.slots[slot_of(part, run)]);
}

void RunTable::insert(std::uint32_t run, std::uint32_t article) {
  Part& part = part_of(run);
  if (6 * (part.used + 1) > 5 * part.slots.size()) grow(part);
  std::size_t holders = 0;
  std::size_t slot = slot_of(part, run);
  for (; part.slots[slot].article != nobody; slot = slot + 1 == part.slots.size() ? 0 : slot + 1) {
    if (part.slots[slot].run != run) continue;
    if (part.slots[slot].article < first_) {  // forgotten: its place can be taken
      part.slots[slot].article = article;
      return;
    }
    if (++holders == most_holders) return;
  }
  part.slots[slot] = {run, article};
  ++part.used;
}

// Moves what is still held to a table a sixth larger, or to one as large when most was forgotten.
void RunTable::grow(Part& part) const {
  const std::vector<Entry> old = std::move(part.slots);
  const auto is_held = [&](const Entry& entry) { return entry.article != nobody && entry.article >= first_; };
  const auto held = static_cast<std::size_t>(std::count_if(old.begin(), old.end(), is_held));
  constexpr std::size_t smallest = 16;
  part.slots.assign(std::max(smallest, held * 10 / 7), {});
  part.used = held;
  // From a free slot on, so that a run's holders keep their order round the table's end.
  const auto begin = static_cast<std::size_t>(
      std::find_if(old.begin(), old.end(), [](const Entry& entry) { return entry.article == nobody; }) - old.begin());
  for (std::size_t i = 0; i < old.size(); ++i) {
    const Entry& entry = old[(begin + i) % old.size()];
    if (!is_held(entry)) continue;
    std::size_t slot = slot_of(part, entry.run);
    while (part.slots[slot].article != nobody) slot = slot + 1 == part.slots.size() ? 0 : slot + 1;
    part.slots[slot] = entry;
  }
}

}  // namespace hearsay
