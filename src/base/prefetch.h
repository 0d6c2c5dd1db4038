// Asking for memory before it is needed.
#pragma once

namespace hearsay {

// Brings the cache line that holds this address into the processor's cache, to be used soon; any address will do. The
// attribute and the empty assembly keep GCC from dropping the call: as far as it knows, a function that only
// prefetches has no effect.
[[gnu::always_inline]] inline void prefetch_memory(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");
}

}  // namespace hearsay
