# Reads the headers that most sources include once for many of them, which takes a third of the time off a first build.
# Not where ccache is: what was compiled before then costs little, and what is precompiled could not be shared between
# checkouts. And not in a release, so that each source is known to include what it uses.
if(CCACHE OR CMAKE_BUILD_TYPE STREQUAL "Release")
  set(precompile OFF)
else()
  set(precompile ON)
endif()
option(HEARSAY_PRECOMPILE "Precompile the standard library's headers" ${precompile})

# precompile_headers(TARGET FIRST HEADER...): for TARGET, which shares those of the target FIRST where it is another one.
function(precompile_headers target first)
  if(NOT HEARSAY_PRECOMPILE)
    return()
  endif()
  if(target STREQUAL first)
    target_precompile_headers(${target} PRIVATE <algorithm> <map> <optional> <span> <stdexcept> <string> <string_view>
                              <unordered_map> <vector> ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${first})
  endif()
endfunction()
