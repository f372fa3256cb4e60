# One static library per folder of src. The arrows are read from tools/layers.txt, the list that the layer check reads.
function(lotse_link_module target scope module)
  file(STRINGS ${CMAKE_SOURCE_DIR}/tools/layers.txt lines REGEX "^[a-z]+:")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([a-z]+):(.*)$" _ "${line}")
    if(CMAKE_MATCH_1 STREQUAL module)
      string(REGEX MATCHALL "[a-z]+" words "${CMAKE_MATCH_2}")
      list(REMOVE_ITEM words pure)
      foreach(word IN LISTS words)
        target_link_libraries(${target} ${scope} lotse_${word})
      endforeach()
    endif()
  endforeach()
endfunction()

# Text files beside the sources become functions: src/store/migrations/0001_ground.sql is
# lotse::embedded::store_migrations_0001_ground_sql(), which the user declares.
function(lotse_embed out text root)
  file(RELATIVE_PATH name ${root} ${text})
  string(REGEX REPLACE "[^A-Za-z0-9]" "_" name ${name})
  set(generated ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
  add_custom_command(OUTPUT ${generated} DEPENDS ${text} ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    COMMAND ${CMAKE_COMMAND} -DIN=${text} -DOUT=${generated} -DNAME=${name} -P ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake)
  set(${out} ${generated} PARENT_SCOPE)
endfunction()

# The web folder as ./dev build leaves it; without it, or with LOTSE_WEB=OFF, the program has no pages and says so.
function(lotse_embed_web out)
  set(folder ${CMAKE_SOURCE_DIR}/build/web/dist)
  set(files)
  if(LOTSE_WEB)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
  else()
    set(folder ${CMAKE_BINARY_DIR}/no-web)
  endif()
  set(generated ${CMAKE_BINARY_DIR}/embedded/web_assets.cpp)
  add_custom_command(OUTPUT ${generated} DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/EmbedWeb.cmake
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DOUT=${generated} -P ${CMAKE_SOURCE_DIR}/cmake/EmbedWeb.cmake)
  set(${out} ${generated} PARENT_SCOPE)
endfunction()

# Headers that nearly every file reads, read once for a target where LOTSE_PCH says so: a third of the time to compile.
# The preset "plain" goes without, so that a missing #include shows; `./dev test --long` builds it.
function(lotse_precompile target)
  if(LOTSE_PCH)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cstdint> <expected> <functional> <map>
      <memory> <mutex> <optional> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>
      <boost/json.hpp> <fmt/format.h> ${ARGN})
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()

# Modules that reckon rather than ask: unoptimised, their tests would take longer than the optimiser does. The others
# compile in half the time without it, which is why Debug and Ci leave it out.
set(LOTSE_RECKONING base domain encoder gate insight mail routing search triage)

file(STRINGS ${CMAKE_SOURCE_DIR}/tools/layers.txt layer_lines REGEX "^[a-z]+:")
foreach(line IN LISTS layer_lines)
  string(REGEX MATCH "^([a-z]+):" _ "${line}")
  set(module ${CMAKE_MATCH_1})
  if(module STREQUAL "main")
    continue()
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${module}/*.cpp)
  file(GLOB_RECURSE texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${module}/*.sql ${CMAKE_SOURCE_DIR}/src/${module}/*.json
       ${CMAKE_SOURCE_DIR}/src/${module}/*.html ${CMAKE_SOURCE_DIR}/src/${module}/*.css ${CMAKE_SOURCE_DIR}/src/${module}/*.js
       ${CMAKE_SOURCE_DIR}/src/${module}/*.sh ${CMAKE_SOURCE_DIR}/src/${module}/*.py)
  foreach(text IN LISTS texts)
    lotse_embed(embedded ${text} ${CMAKE_SOURCE_DIR}/src)
    list(APPEND sources ${embedded})
  endforeach()
  if(module STREQUAL "app")
    file(GLOB demo_texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/demo/texts/*.jsonl)
    foreach(text IN LISTS demo_texts)
      lotse_embed(embedded ${text} ${CMAKE_SOURCE_DIR})
      list(APPEND sources ${embedded})
    endforeach()
  endif()
  if(module STREQUAL "access")
    lotse_embed(embedded ${CMAKE_SOURCE_DIR}/third_party/common-passwords/passwords.txt ${CMAKE_SOURCE_DIR})
    list(APPEND sources ${embedded})
  endif()
  if(module STREQUAL "portal")
    # The pages of customers wear the colours of the agents' pages.
    lotse_embed(embedded ${CMAKE_SOURCE_DIR}/web/src/design/tokens.css ${CMAKE_SOURCE_DIR})
    list(APPEND sources ${embedded})
  endif()
  if(module STREQUAL "encoder")
    # Unoptimized loops over millions of numbers would make every test of them take minutes.
    file(GLOB kernels ${CMAKE_SOURCE_DIR}/src/encoder/kernels_*.cpp ${CMAKE_SOURCE_DIR}/src/encoder/compact_vector.cpp)
    set_source_files_properties(${kernels} PROPERTIES COMPILE_OPTIONS -O2 SKIP_PRECOMPILE_HEADERS ON)
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/encoder/kernels_vnni.cpp PROPERTIES COMPILE_OPTIONS
      "-O2;$<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-mprefer-vector-width=512>")
  endif()
  if(module STREQUAL "web")
    lotse_embed_web(embedded)
    list(APPEND sources ${embedded})
  endif()
  if(sources)
    add_library(lotse_${module} STATIC ${sources})
    target_include_directories(lotse_${module} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    lotse_precompile(lotse_${module})
    if(module IN_LIST LOTSE_RECKONING)
      target_compile_options(lotse_${module} PRIVATE $<$<CONFIG:Debug,Ci>:-O1>)
    endif()
    set(scope PUBLIC)
  else()
    add_library(lotse_${module} INTERFACE)
    target_include_directories(lotse_${module} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    set(scope INTERFACE)
  endif()
  target_link_libraries(lotse_${module} ${scope} ${LOTSE_FOREIGN_${module}})
  lotse_link_module(lotse_${module} ${scope} ${module})
endforeach()
