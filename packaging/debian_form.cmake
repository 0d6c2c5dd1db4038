# Brings what was installed for a package into Debian's form before cpack packs it: the copyright file in the place of LICENSE and NOTICE,
# man pages and the changelog packed, modes as Debian's policy has them.
set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
set(source "${CPACK_HEARSAY_SOURCE_DIR}")
set(doc "${root}/share/doc/hearsay")

file(READ "${source}/packaging/copyright" copyright)
file(READ "${source}/NOTICE" notice)
# As a comment field of machine-readable copyright files: a blank before each line, a full stop on empty ones.
string(REPLACE ";" "," notice "${notice}")
string(REGEX REPLACE "\n+$" "" notice "${notice}")
string(REPLACE "\n\n" "\n.\n" notice "${notice}")
string(REPLACE "\n" "\n " notice " ${notice}")
file(WRITE "${doc}/copyright" "${copyright}\nComment:\n${notice}\n")
file(REMOVE "${doc}/LICENSE" "${doc}/NOTICE")

# Debian's own form of a changelog tells of the package; what changed in the program is its news.
execute_process(COMMAND git -C "${source}" log -1 --format=%aD OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT day)
  set(day "Thu, 01 Jan 1970 00:00:00 +0000")
endif()
file(WRITE "${doc}/changelog" "hearsay (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n  * Version ${CPACK_PACKAGE_VERSION}: NEWS.md.gz "
     "tells what is new.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${day}\n")
file(COPY_FILE "${source}/CHANGELOG.md" "${doc}/NEWS.md")
file(GLOB packed "${root}/share/man/man1/*.1")
list(APPEND packed "${doc}/changelog" "${doc}/NEWS.md")
foreach(file IN LISTS packed)
  execute_process(COMMAND gzip -9nf "${file}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB_RECURSE files LIST_DIRECTORIES true "${root}/share/*")
foreach(file IN LISTS files)
  if(IS_DIRECTORY "${file}")
    file(CHMOD "${file}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  else()
    file(CHMOD "${file}" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  endif()
endforeach()
