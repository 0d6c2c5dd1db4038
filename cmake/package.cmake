# The Debian package, by cpack: the program, man pages, completions, guides and examples (./package makes it).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(maintainer_name "The authors of Hearsay")
set(maintainer_address "hearsay@localhost")
foreach(variable DEBFULLNAME DEBEMAIL)  # as Debian's own tools take them
  if(DEFINED ENV{${variable}})
    set(${variable} $ENV{${variable}})
  endif()
endforeach()
if(DEBFULLNAME)
  set(maintainer_name ${DEBFULLNAME})
endif()
if(DEBEMAIL)
  set(maintainer_address ${DEBEMAIL})
endif()
set(CPACK_PACKAGE_CONTACT "${maintainer_name} <${maintainer_address}>")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "tells what many reports of one event claim, and who says so")
set(CPACK_PACKAGE_DESCRIPTION
"Hearsay reads reports of one event (texts, pages, feeds, web archives) and
says what is claimed, who says so, who only repeats it, and where the
accounts differ. Each statement it shows is a span of a source, and each
count of independent origins is a bracket with its reasons.
.
Accounts can be read on the terminal, as a page, or exported: tables,
workbooks, databases, networks, annotations and references.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/debian_form.cmake)
set(CPACK_HEARSAY_SOURCE_DIR ${PROJECT_SOURCE_DIR})
include(CPack)
