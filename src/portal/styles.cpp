// SPDX-License-Identifier: Apache-2.0
#include "portal/styles.h"

#include <fmt/format.h>

// Made by CMake from help.css and web/src/design/tokens.css.
namespace lotse::embedded {
std::string_view portal_help_css();
std::string_view web_src_design_tokens_css();
}  // namespace lotse::embedded

namespace lotse::portal {
namespace {

net::Response css(std::string body) {
    net::Response out;
    out.content_type = "text/css; charset=utf-8";
    out.headers.set("Cache-Control", "public, max-age=600");
    out.body = std::move(body);
    return out;
}

}  // namespace

net::Response style_sheet() {
    return css(std::string(embedded::web_src_design_tokens_css()) + std::string(embedded::portal_help_css()));
}

net::Response brand_sheet(std::string_view color) {
    if (color.empty()) return css({});
    // White on it has been checked. As writing on a dark page it would be too dark: links there keep Lotse's own colour.
    return css(
        fmt::format(":root {{ --brand: {}; --accent-solid: {}; --accent-solid-hover: {}; }}\n", color, color, color));
}

}  // namespace lotse::portal
