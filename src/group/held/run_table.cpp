// An article's number follows from its last 24 bits, as all that are held lie close together; forgotten ones are swept
// out before their numbers come again. The number whose bits are all set would look like a free slot and is left out.
#include "group/held/run_table.h"

namespace hearsay {

void RunTable::look_up(std::uint32_t run, std::vector<std::uint32_t>& holders) const {
  const std::uint32_t key = mixed(run);
  const auto& part = table_.part_of(key);
  if (part.slots.empty()) return;
  for (std::size_t slot = part.first_of(key); part.has(slot, key); ++slot) {
    if (is_held(part.slots[slot])) holders.push_back(article_of(part.slots[slot]));
  }
}

void RunTable::insert(std::uint32_t run, std::uint32_t article) {
  const std::uint32_t key = mixed(run);
  const Slot added = Slot::of(table_.kept_of(key), article);
  if (added.is_free()) return;
  auto& part = table_.part_of(key);
  if (part.is_full()) table_.renew(part, [this](const Slot& slot) { return is_held(slot); });
  std::size_t slot = part.first_of(key);
  for (std::size_t holders = 0; part.has(slot, key); ++slot) {
    if (!is_held(part.slots[slot])) {  // forgotten: its place can be taken
      part.slots[slot] = added;
      return;
    }
    if (++holders == most_holders) return;
  }
  table_.insert(part, slot, added);
}

void RunTable::forget_before(std::uint32_t article) {
  first_ = article;
  constexpr std::uint32_t sweep_after = 1U << 22;
  if (first_ - swept_ < sweep_after) return;
  for (auto& part : table_.parts()) table_.renew(part, [this](const Slot& slot) { return is_held(slot); });
  swept_ = first_;
}

}  // namespace hearsay
