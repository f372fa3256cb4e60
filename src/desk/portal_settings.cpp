// SPDX-License-Identifier: Apache-2.0
#include "desk/portal_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/crypto.h"
#include "base/json.h"
#include "base/text.h"
#include "desk/made.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kNote = "portal";
constexpr std::string_view kLogoNote = "portal_logo";
constexpr std::size_t kLogoBytes = 64 * 1024;
constexpr double kLeastContrast = 4.5;

// sRGB to linear light (WCAG 2.2, relative luminance).
double linear(int channel) {
    double const share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string_view type_of_image(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "image/webp";
    return {};
}

Result<std::string> check_color(std::string_view given) {
    auto const color = to_lower_ascii(trim(given));
    if (color.empty()) return color;
    auto const contrast = contrast_with_white(color);
    if (!contrast) return invalid("portal.color", "A colour is written as #1d4f91.", "/color");
    if (*contrast < kLeastContrast)
        return invalid("portal.contrast",
                       fmt::format("White writing on this colour is hard to read ({:.1f}:1, at least 4.5:1 is needed); "
                                   "take a darker one.",
                                   *contrast),
                       "/color");
    return color;
}

Result<std::string> check_url(std::string_view given) {
    std::string url(trim(given));
    if (url.ends_with('/')) url.pop_back();
    if (url.empty()) return url;
    bool const is_local = url.starts_with("http://localhost") || url.starts_with("http://127.0.0.1");
    auto const rest = std::string_view(url).substr(url.find("://") == std::string::npos ? 0 : url.find("://") + 3);
    bool const is_plain = !rest.empty() && rest.find_first_not_of(
                                               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                               "0123456789.-:[]") == std::string_view::npos;
    if ((!url.starts_with("https://") && !is_local) || !is_plain)
        return invalid("portal.url", "Give the address that customers reach, such as https://help.firm.example.",
                       "/url");
    return url;
}

Result<void> write_logo(store::WriteTxn& txn, std::string const& bytes, domain::Portal& settings) {
    auto const type = type_of_image(bytes);
    if (!bytes.empty() && type.empty()) return invalid("portal.logo", "A logo is a PNG, JPEG or WebP image.", "/logo");
    if (bytes.size() > kLogoBytes) return too_large("portal.logo_size", "A logo has at most 64 KiB.", "/logo");
    settings.logo_mark = bytes.empty() ? std::string() : sha256_hex(bytes).substr(0, 16);
    return store::write_note(txn, kLogoNote, bytes.empty() ? std::string() : fmt::format("{} {}", type, base64(bytes)));
}

JsonObject stored_form(domain::Portal const& portal) {
    return {{"is_open", portal.is_open},
            {"takes_requests", portal.takes_requests},
            {"names_agents", portal.names_agents},
            {"asks_satisfaction", portal.asks_satisfaction},
            {"name", portal.name},
            {"welcome", portal.welcome},
            {"color", portal.color},
            {"url", portal.url},
            {"logo_mark", portal.logo_mark}};
}

std::string_view host_of(std::string_view url) {
    auto const at = url.find("://");
    return at == std::string_view::npos ? url : url.substr(at + 3);
}

// A desk must not take in another's customers.
Result<void> check_free(Desk& desk, domain::TenantId own, std::string const& url) {
    if (url.empty()) return {};
    TRY(auto const places, list_portals(desk));
    bool const is_taken = std::ranges::any_of(places, [&](auto const& place) {
        return place.tenant != own && equals_ignoring_case(host_of(place.portal.url), host_of(url));
    });
    if (is_taken) return invalid("portal.url_taken", "Another desk of this server has this address.", "/url");
    return {};
}

}  // namespace

Result<std::vector<PortalPlace>> list_portals(Desk& desk) {
    TRY(auto const tenants, store::list_tenants(desk.store));
    std::vector<PortalPlace> out;
    for (auto const& tenant : tenants) {
        TRY(auto portal, read_portal(desk, domain::ScopeMint::for_tenant(tenant.id)));
        out.push_back({tenant.id, tenant.is_demo, std::move(portal)});
    }
    return out;
}

std::optional<PortalPlace> portal_at(std::vector<PortalPlace> const& places, std::string_view host) {
    auto const is_named = [&](PortalPlace const& place) {
        return !place.portal.url.empty() && equals_ignoring_case(host_of(place.portal.url), host);
    };
    auto found = std::ranges::find_if(places, is_named);
    if (found == places.end()) {
        auto const reals = std::ranges::count(places, false, &PortalPlace::is_demo);
        // Of several desks, none is meant by a host that no desk has.
        if (reals > 1) return std::nullopt;
        found = std::ranges::find(places, reals == 0, &PortalPlace::is_demo);
    }
    if (found == places.end() || !found->portal.is_open) return std::nullopt;
    return *found;
}

std::optional<double> contrast_with_white(std::string_view color) {
    if (color.size() != 7 || color[0] != '#') return std::nullopt;
    double parts[3];
    for (std::size_t i = 0; i < 3; ++i) {
        int const high = hex_digit(color[1 + 2 * i]);
        int const low = hex_digit(color[2 + 2 * i]);
        if (high < 0 || low < 0) return std::nullopt;
        parts[i] = linear(high * 16 + low);
    }
    return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05);
}

std::int64_t version_of(domain::Portal const& portal) { return content_mark(to_string(stored_form(portal))); }

Result<domain::Portal> read_portal(store::ReadTxn& txn) {
    domain::Portal out;
    TRY(auto const text, store::read_note(txn, kNote));
    if (text.empty()) return out;
    TRY(auto const parsed, parse_json(text));
    auto const& document = parsed.as_object();
    out.is_open = bool_at(document, "is_open", true);
    out.takes_requests = bool_at(document, "takes_requests", true);
    out.names_agents = bool_at(document, "names_agents", true);
    out.asks_satisfaction = bool_at(document, "asks_satisfaction", true);
    out.name = text_at(document, "name");
    out.welcome = text_at(document, "welcome");
    out.color = text_at(document, "color");
    out.url = text_at(document, "url");
    out.logo_mark = text_at(document, "logo_mark");
    return out;
}

Result<domain::Portal> read_portal(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return read_portal(txn); });
}

Result<PortalLogo> read_portal_logo(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const note, desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_note(txn, kLogoNote); }));
    auto const space = note.find(' ');
    if (space == std::string::npos) return not_found("portal.no_logo", "There is no logo.");
    auto bytes = from_base64(std::string_view(note).substr(space + 1));
    if (!bytes) return Error{Kind::corrupt, "portal.logo", "The logo does not read back.", {}, {}};
    return PortalLogo{note.substr(0, space), *std::move(bytes)};
}

Result<domain::Portal> change_portal(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                     PortalFields const& fields) {
    std::optional<std::string> url;
    if (fields.url) {
        TRY(url, check_url(*fields.url));
        CHECK_OK(check_free(desk, principal.scope.tenant(), *url));
    }
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Portal> {
        TRY(auto settings, read_portal(txn));
        if (expected_version != 0 && version_of(settings) != expected_version)
            return conflict("portal.stale_version", "Somebody has changed this meanwhile; read it again.");
        if (fields.is_open) settings.is_open = *fields.is_open;
        if (fields.takes_requests) settings.takes_requests = *fields.takes_requests;
        if (fields.names_agents) settings.names_agents = *fields.names_agents;
        if (fields.asks_satisfaction) settings.asks_satisfaction = *fields.asks_satisfaction;
        if (fields.name) settings.name = trim(*fields.name);
        if (fields.welcome) settings.welcome = trim(*fields.welcome);
        if (fields.color) {
            TRY(settings.color, check_color(*fields.color));
        }
        if (url) settings.url = *url;
        if (fields.logo) CHECK_OK(write_logo(txn, *fields.logo, settings));
        CHECK_OK(store::write_note(txn, kNote, to_string(stored_form(settings))));
        return settings;
    });
}

}  // namespace lotse::desk
