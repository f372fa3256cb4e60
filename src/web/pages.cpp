// SPDX-License-Identifier: Apache-2.0
#include "web/pages.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "web/boot.h"
#include "web/link_page.h"
#include "web/serve_asset.h"

namespace lotse::web {
namespace {

// First words of the application's addresses; what comes after them is its own affair.
constexpr std::array<std::string_view, 14> kPages{"inbox",   "escalations", "watch",  "labels",    "settings",
                                                  "sign-in", "setup",       "search", "customers", "orgs",
                                                  "me",      "insights",    "new",    "_kit"};
constexpr std::string_view kBootMark = "<!--boot-->";

// index.html, cut where each visitor's own part goes.
struct Frame {
    std::string before;
    std::string after;
};

std::optional<Frame> read_frame(std::span<Asset const> assets) {
    auto const* index = find_asset(assets, "index.html");
    if (index == nullptr) return std::nullopt;
    auto cut = index->bytes.find(kBootMark);
    std::size_t length = kBootMark.size();
    if (cut == std::string_view::npos) {
        cut = index->bytes.find("</head>");
        length = 0;
    }
    if (cut == std::string_view::npos) return std::nullopt;
    return Frame{std::string(index->bytes.substr(0, cut)), std::string(index->bytes.substr(cut + length))};
}

// For a program that was built from the C++ alone.
constexpr std::string_view kNoPages = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lotse</title>
<link rel="stylesheet" href="/api/style.css">
</head>
<body>
<main>
<h1>Lotse runs, without its pages</h1>
<p>This program was built without the web folder. To have the desk in the browser, build it with
<code>./dev build</code> in the checkout and start it again.</p>
<p>Everything the desk can do is open to programs now: <a href="/api">read the reference of the API</a>.</p>
</main>
</body>
</html>
)";

class Site {
  public:
    explicit Site(SiteParts parts) : parts_(std::move(parts)), frame_(read_frame(parts_.assets)) {}

    net::Response answer(net::Request const& request) const {
        if (auto link = answer_link(parts_.api, request)) return *std::move(link);
        if (request.method == "GET") {
            if (is_page(request.path)) return page(request);
            if (auto const* asset = asset_at(request.path)) return serve_asset(*asset, request);
        }
        auto out = parts_.api(request);
        if (out.status != 404 || !is_for_reading(request)) return out;
        // Whoever mistyped an address in a browser gets a page that leads back.
        out = page(request);
        out.status = 404;
        return out;
    }

  private:
    static bool is_for_reading(net::Request const& request) {
        return request.method == "GET" && !request.path.starts_with("/api") &&
               request.headers.get_or("Accept", {}).find("text/html") != std::string_view::npos;
    }

    Asset const* asset_at(std::string_view path) const {
        auto const name = path.substr(1);
        return name == "index.html" ? nullptr : find_asset(parts_.assets, name);
    }
    net::Response page(net::Request const& request) const {
        net::Response out;
        out.content_type = "text/html; charset=utf-8";
        // Holds what only this visitor may see; and another page must not come of the same address from a cache.
        out.headers.set("Cache-Control", "no-store");
        out.headers.set("Vary", "Cookie, Accept-Language");
        out.body = frame_
                       ? frame_->before + boot_element(make_boot({parts_.api, parts_.version}, request)) + frame_->after
                       : std::string(kNoPages);
        return out;
    }

    SiteParts const parts_;
    std::optional<Frame> const frame_;
};

}  // namespace

bool is_page(std::string_view path) {
    if (path == "/") return true;
    auto const first = path.substr(1, path.find('/', 1) - 1);
    // The address of a sign-in link is a page of the server's own.
    return std::ranges::find(kPages, first) != kPages.end() && !path.starts_with("/sign-in/link");
}

net::Handler make_site(SiteParts parts) {
    auto const site = std::make_shared<Site>(std::move(parts));
    return [site](net::Request const& request) { return site->answer(request); };
}

}  // namespace lotse::web
