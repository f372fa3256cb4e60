// SPDX-License-Identifier: Apache-2.0
#include "web/asset.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lotse::web {

Asset const* find_asset(std::span<Asset const> assets, std::string_view path) {
    auto const found = std::ranges::lower_bound(assets, path, {}, &Asset::path);
    return found != assets.end() && found->path == path ? &*found : nullptr;
}

std::string_view type_of_path(std::string_view path) {
    using Type = std::pair<std::string_view, std::string_view>;
    constexpr std::array kTypes{
        Type{".js", "text/javascript; charset=utf-8"},
        Type{".css", "text/css; charset=utf-8"},
        Type{".html", "text/html; charset=utf-8"},
        Type{".json", "application/json"},
        Type{".webmanifest", "application/manifest+json"},
        Type{".svg", "image/svg+xml"},
        Type{".png", "image/png"},
        Type{".webp", "image/webp"},
        Type{".ico", "image/x-icon"},
        Type{".woff2", "font/woff2"},
        Type{".txt", "text/plain; charset=utf-8"},
    };
    auto const found = std::ranges::find_if(kTypes, [&](auto const& type) { return path.ends_with(type.first); });
    return found == kTypes.end() ? std::string_view("application/octet-stream") : found->second;
}

}  // namespace lotse::web
