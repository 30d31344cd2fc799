# Puts the example units below `target`, with the place of nammo in them instead of /usr/local.
foreach(unit IN LISTS units)
  file(READ ${source}/${unit} text)
  string(REPLACE "/usr/local/" "${CMAKE_INSTALL_PREFIX}/" text "${text}")
  file(WRITE ${made}/${unit} "${text}")
  cmake_path(GET unit PARENT_PATH folder)
  file(INSTALL ${made}/${unit} DESTINATION ${CMAKE_INSTALL_PREFIX}/${target}/${folder})
endforeach()
