// SPDX-License-Identifier: Apache-2.0
// The files of the web folder inside the program. The table is made at build time and never changes while we run.
#pragma once

#include <span>
#include <string_view>

namespace lotse::web {

struct Asset {
    std::string_view path;    // below the root of the site: "index.html", "assets/index-Bx3f.js"
    std::string_view bytes;
    std::string_view brotli;  // the same content compressed; empty where that was not worth it
    std::string_view gzip;
    std::string_view hash;    // SHA-256 of bytes, hex
};

// Sorted by path; empty where the program was built without the web folder.
std::span<Asset const> embedded_assets();

// By binary search; nothing if there is no such file.
Asset const* find_asset(std::span<Asset const> assets, std::string_view path);

// From the name's ending; "application/octet-stream" where it is none of ours.
std::string_view type_of_path(std::string_view path);

}  // namespace lotse::web
