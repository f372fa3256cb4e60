# Turns the built web folder into one C++ file: the bytes by .incbin, and the table of web/asset.h.
# Run as: cmake -DFOLDER=... -DOUT=... -P EmbedWeb.cmake. A folder that is not there gives an empty table.
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*)
list(FILTER files EXCLUDE REGEX "^\\.vite/|\\.(br|gz|map)$")
# Bytewise, as find_asset() looks.
list(SORT files COMPARE STRING CASE SENSITIVE)

set(code "// Made from the web folder; do not edit.\n#include \"web/asset.h\"\n\n#include <array>\n#include <cstddef>\n\n")
set(rows "")
set(count 0)
# lotse_web_<n><form> and its end; 16 bytes apart so that no neighbour shares a line of the cache by chance.
function(embed symbol file)
  string(APPEND code "__asm__(\".section .rodata\\n.balign 16\\n.global ${symbol}\\n${symbol}:\\n.incbin \\\"${file}\\\"\\n\"\n"
    "        \".global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.text\\n\");\n"
    "extern \"C\" char const ${symbol}[];\nextern \"C\" char const ${symbol}_end[];\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

set(tables "")
foreach(file IN LISTS files)
  file(SHA256 ${FOLDER}/${file} hash)
  set(views "")
  foreach(form IN ITEMS "" .br .gz)
    string(REPLACE "." "_" suffix "${form}")
    set(symbol "lotse_web_${count}${suffix}")
    if(EXISTS ${FOLDER}/${file}${form})
      embed(${symbol} ${FOLDER}/${file}${form})
      string(APPEND views ", view(${symbol}, ${symbol}_end)")
    else()
      string(APPEND views ", {}")
    endif()
  endforeach()
  string(APPEND rows "        Asset{\"${file}\"${views}, \"${hash}\"},\n")
  math(EXPR count "${count} + 1")
endforeach()

string(APPEND code "\nnamespace lotse::web {\n")
if(count EQUAL 0)
  string(APPEND code "\nstd::span<Asset const> embedded_assets() { return {}; }\n")
else()
  string(APPEND code "namespace {\nstd::string_view view(char const* begin, char const* end) {\n"
    "    return {begin, static_cast<std::size_t>(end - begin)};\n}\n}  // namespace\n\n"
    "std::span<Asset const> embedded_assets() {\n    static std::array<Asset, ${count}> const all{{\n${rows}    }};\n    return all;\n}\n")
endif()
string(APPEND code "\n}  // namespace lotse::web\n")
file(WRITE ${OUT} "${code}")
