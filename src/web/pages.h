// SPDX-License-Identifier: Apache-2.0
// The site as one handler for the HTTP server: files of the web folder, pages of the application, and the API behind.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "net/http.h"
#include "web/asset.h"

namespace lotse::web {

struct SiteParts {
    net::Handler api;  // answers all that is neither a file nor a page
    std::span<Asset const> assets = embedded_assets();
    std::string version;
};

// Whether this address is one of the application's: it answers with index.html and finds its way in the browser.
bool is_page(std::string_view path);

// Runs on a work lane; thread-safe.
net::Handler make_site(SiteParts parts);

}  // namespace lotse::web
