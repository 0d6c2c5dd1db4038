// A slot tells its article only up to whole rounds of 16 million; as no more than one round is ever held, the rest
// follows from the first one held. A forgotten article would come to lie beyond the last one added, which tells it,
// until a round has gone by: before that, all slots are swept.
#include "group/run_table.h"

namespace hearsay {

std::uint32_t RunTable::article_of(const Entry& entry) const {
  const std::uint32_t left = entry.article() - 1;
  const std::uint32_t of_first = first_ % round;
  return first_ + (left >= of_first ? left - of_first : left + round - of_first);
}

void RunTable::look_up(std::uint32_t run, std::vector<std::uint32_t>& holders) const {
  const std::uint32_t key = mixed(run);
  const auto& part = table_.part_of(key);
  if (part.slots.empty()) return;
  const std::uint32_t kept = table_.kept_of(key);
  for (std::size_t slot = part.home_of(key); !part.slots[slot].is_free(); slot = part.after(slot)) {
    if (part.slots[slot].key() != kept) continue;
    const std::uint32_t article = article_of(part.slots[slot]);
    if (article < end_) holders.push_back(article);
  }
}

void RunTable::insert(std::uint32_t run, std::uint32_t article) {
  const std::uint32_t key = mixed(run);
  auto& part = table_.part_of(key);
  if (part.is_full()) table_.renew(part, [this](const Entry& entry) { return is_held(entry); });
  const std::uint32_t kept = table_.kept_of(key);
  const Entry added = Entry::of(kept, article % round + 1);
  std::size_t holders = 0;
  std::size_t slot = part.home_of(key);
  for (; !part.slots[slot].is_free(); slot = part.after(slot)) {
    if (part.slots[slot].key() != kept) continue;
    if (!is_held(part.slots[slot])) {  // forgotten: its place can be taken
      part.slots[slot] = added;
      end_ = article + 1;
      return;
    }
    if (++holders == most_holders) return;
  }
  part.slots[slot] = added;
  ++part.used;
  end_ = article + 1;
}

void RunTable::forget_before(std::uint32_t article) {
  constexpr std::uint32_t most_forgotten = round / 2;
  if (article - swept_ > most_forgotten) {
    for (auto& part : table_.parts()) {
      table_.renew(part, [&](const Entry& entry) { return is_held(entry) && article_of(entry) >= article; });
    }
    swept_ = article;
  }
  first_ = article;
}

}  // namespace hearsay
