// SPDX-License-Identifier: Apache-2.0
#include "base/must.h"

#include <fmt/format.h>

namespace lotse {

void must(bool condition, char const* what, std::source_location at) {
    if (!condition) throw Bug(fmt::format("{} broken at {}:{}", what, at.file_name(), at.line()));
}

}  // namespace lotse
