# Turns a text file into `std::string_view lotse::embedded::<name>()`; the name is the path below src (or the
# repository) with every other character as "_". Run as: cmake -DIN=... -DOUT=... -DNAME=... -P Embed.cmake
file(READ ${IN} content)
string(LENGTH "${content}" length)
set(body "// Made from ${NAME}; do not edit.\n#include <string_view>\n#pragma clang diagnostic ignored \"-Woverlength-strings\"\nnamespace lotse::embedded {\nstd::string_view ${NAME}();\nstd::string_view ${NAME}() {\n  static constexpr char kText[] =\n")
# Pieces below the limit that compilers promise for one literal.
set(at 0)
while(at LESS length)
  string(SUBSTRING "${content}" ${at} 12000 piece)
  string(APPEND body "R\"~embed~(${piece})~embed~\"\n")
  math(EXPR at "${at} + 12000")
endwhile()
if(length EQUAL 0)
  string(APPEND body "\"\"")
endif()
string(APPEND body ";\n  return {kText, sizeof kText - 1};\n}\n}  // namespace lotse::embedded\n")
file(WRITE ${OUT} "${body}")
