// SPDX-License-Identifier: Apache-2.0
// The reference itself: the OpenAPI document and a page to read it by.
#include "api/groups.h"
#include "api/openapi.h"
#include "api/reference_page.h"

namespace lotse::embedded {
std::string_view api_style_css();
}

namespace lotse::api {
namespace {

Reply cacheable(std::string bytes, std::string_view content_type) {
    Reply out;
    out.bytes = std::move(bytes);
    out.content_type = content_type;
    out.headers.emplace_back("Cache-Control", "no-cache");
    return out;
}

Result<Reply> get_document(Call&) {
    static std::string const text = to_string(openapi_document());
    return cacheable(text, "application/json");
}

Result<Reply> get_page(Call&) {
    static std::string const page = reference_page();
    return cacheable(page, "text/html; charset=utf-8");
}

Result<Reply> get_style(Call&) { return cacheable(std::string(embedded::api_style_css()), "text/css; charset=utf-8"); }

}  // namespace

Group reference_group() {
    Group out{"Reference", "This reference.", {}, {}};
    out.routes = {
        Route(Verb::get, "/api", "get_reference_page", Access::open(), get_page)
            .says("Read this reference in a browser")
            .answers_bytes("text/html", "A page without scripts."),
        Route(Verb::get, "/api/openapi.json", "get_openapi", Access::open(), get_document)
            .says("Read the OpenAPI document")
            .answers_bytes("application/json", "OpenAPI 3.1."),
        Route(Verb::get, "/api/style.css", "get_reference_style", Access::open(), get_style)
            .says("Read the style of the reference page")
            .answers_bytes("text/css", "CSS."),
    };
    return out;
}

}  // namespace lotse::api
