# Puts the files of some folders of the project into a library, so that the program is one file that needs no path.
# embed_files(TARGET FOLDER...): each file becomes an entry of the table that src/base/resources.cpp reads.
function(embed_files target)
  set(assembly "    .section .rodata\n")
  set(declarations "")
  set(entries "")
  set(number 0)
  set(all_files "")
  foreach(folder ${ARGN})
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/${folder}/*)
    list(SORT files)
    foreach(file ${files})
      if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/${file} OR file MATCHES "\\.md$")
        continue()
      endif()
      string(APPEND assembly
        "    .balign 64\n    .globl hearsay_resource_${number}_begin\n    .hidden hearsay_resource_${number}_begin\nhearsay_resource_${number}_begin:\n"
        "    .incbin \"${PROJECT_SOURCE_DIR}/${file}\"\n"
        "    .globl hearsay_resource_${number}_end\n    .hidden hearsay_resource_${number}_end\nhearsay_resource_${number}_end:\n    .byte 0\n")
      string(APPEND declarations
        "extern \"C\" const char hearsay_resource_${number}_begin[];\nextern \"C\" const char hearsay_resource_${number}_end[];\n")
      string(APPEND entries
        "    {\"${file}\", hearsay_resource_${number}_begin, hearsay_resource_${number}_end},\n")
      list(APPEND all_files ${PROJECT_SOURCE_DIR}/${file})
      math(EXPR number "${number} + 1")
    endforeach()
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${out}/embedded.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/embedded.cpp @ONLY CONTENT
"#include \"base/embedded.h\"\n\n${declarations}\nnamespace hearsay {\n\nstatic const EmbeddedFile files[] = {\n${entries}    {nullptr, nullptr, nullptr}};\n
std::span<const EmbeddedFile> embedded_files() { return {files, ${number}}; }\n\n}  // namespace hearsay\n")
  set_source_files_properties(${out}/embedded.S PROPERTIES OBJECT_DEPENDS "${all_files}" LANGUAGE ASM)
  target_sources(${target} PRIVATE ${out}/embedded.S ${out}/embedded.cpp)
endfunction()
