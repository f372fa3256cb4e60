// SPDX-License-Identifier: Apache-2.0
#include "web/serve_asset.h"

#include <fmt/format.h>

#include "base/text.h"

namespace lotse::web {
namespace {

// "br;q=0" and "br;q=0.000" refuse, everything else with the name takes it.
bool is_taken(std::string_view accept_encoding, std::string_view coding) {
    for (auto const item : split(accept_encoding, ',')) {
        auto const parts = split(item, ';');
        if (!equals_ignoring_case(trim(parts.front()), coding)) continue;
        if (parts.size() < 2) return true;
        auto const weight = trim(parts[1]);
        return !(starts_with_ignoring_case(weight, "q=0") && weight.find_first_of("123456789") == std::string::npos);
    }
    return false;
}

}  // namespace

std::string_view best_encoding(std::string_view accept_encoding, Asset const& asset) {
    if (!asset.brotli.empty() && is_taken(accept_encoding, "br")) return "br";
    if (!asset.gzip.empty() && is_taken(accept_encoding, "gzip")) return "gzip";
    return {};
}

net::Response serve_asset(Asset const& asset, net::Request const& request) {
    auto const encoding = best_encoding(request.headers.get_or("Accept-Encoding", {}), asset);
    // Another tag for each form: they are different bytes (RFC 9110, 8.8.3.3).
    auto const tag =
        fmt::format("\"{}{}\"", asset.hash.substr(0, 32), encoding.empty() ? "" : fmt::format("-{}", encoding));
    net::Response out;
    out.content_type = type_of_path(asset.path);
    out.headers.set("Vary", "Accept-Encoding");
    out.headers.set("ETag", tag);
    bool const is_hashed = asset.path.starts_with("assets/");
    out.headers.set("Cache-Control", is_hashed ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.headers.get_or("If-None-Match", {}).find(tag) != std::string_view::npos) {
        out.status = 304;
        return out;
    }
    if (!encoding.empty()) out.headers.set("Content-Encoding", std::string(encoding));
    out.body = encoding == "br" ? asset.brotli : encoding == "gzip" ? asset.gzip : asset.bytes;
    return out;
}

}  // namespace lotse::web
