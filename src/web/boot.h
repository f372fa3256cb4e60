// SPDX-License-Identifier: Apache-2.0
// What the first page needs, inside the page: who is signed in, and the answers to the calls that it would make first.
// The answers come from the API itself, asked in this process with the visitor's own cookie, so they are exactly what
// the page would have been told, and nothing that its reader may not see.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "net/http.h"

namespace lotse::web {

struct BootParts {
    net::Handler const& api;
    std::string_view version;
};

// {"version", "path", "locale", "setup_open", "session", "api": {"/api/v1/views": {...}, ...}}
JsonObject make_boot(BootParts const& parts, net::Request const& request);

// The languages that pages speak; the first is the fallback.
std::string choose_locale(std::string_view accept_language, std::string_view preferred);

// The element that holds it. A browser does not run a script of this type, and no content can end it early: "<" and what
// else could end a line of script stand as escapes.
std::string boot_element(JsonObject const& boot);

}  // namespace lotse::web
