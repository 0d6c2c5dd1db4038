// How a function asks for wide registers, for the files with arithmetic of their own (kernels_products.cpp,
// byte_kernels.cpp, encoder_kernels.cpp). Nothing is defined for machines other than x86-64, which have the plain
// loops alone.
#pragma once

#if defined(__x86_64__)
#include <immintrin.h>
#define HEARSAY_WIDE __attribute__((target("avx2")))
#define HEARSAY_WIDEST __attribute__((target("avx512f,avx512vnni")))
#define HEARSAY_TILED __attribute__((target("amx-tile,amx-int8")))
// Only when all loops over a tile are unrolled do its sums stay in registers.
#if defined(__clang__)
#define HEARSAY_UNROLL _Pragma("clang loop unroll(full)")
#else
#define HEARSAY_UNROLL _Pragma("GCC unroll 16")
#endif
#endif
