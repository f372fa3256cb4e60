// SPDX-License-Identifier: Apache-2.0
#include "desk/web_out.h"

namespace lotse::desk {

WebOut no_web() {
    auto const off = unavailable("http_out.off", "This program calls no other servers.");
    return {.check = [off](std::string_view) -> Result<void> { return off; },
            .send = [off](WebRequest const&) -> Result<WebReply> { return off; }};
}

}  // namespace lotse::desk
