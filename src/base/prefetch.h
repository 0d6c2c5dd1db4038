// Asking for memory before it is needed.
#pragma once

namespace hearsay {

// Brings the line of memory that holds this address into the processor's cache, for use soon to come; any address will
// do. To be called for its effect only, which compilers do not know: without the attribute, GCC drops calls of
// functions that do nothing else.
[[gnu::always_inline]] inline void prefetch_memory(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");
}

}  // namespace hearsay
