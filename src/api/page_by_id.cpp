// SPDX-License-Identifier: Apache-2.0
#include "api/page_by_id.h"

#include "base/text.h"

namespace lotse::api {

Result<std::int64_t> before_in(Call const& call) {
    auto const after = page_after(call);
    if (after.empty()) return std::int64_t{0};
    auto const id = to_int(after);
    if (!id || *id < 1) return invalid("page.cursor", "This is not the next of a page.", "?after");
    return *id;
}

}  // namespace lotse::api
