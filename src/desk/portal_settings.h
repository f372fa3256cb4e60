// SPDX-License-Identifier: Apache-2.0
// How the customers' side of a desk looks, and where it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/portal.h"

namespace lotse::desk {

struct PortalLogo {
    std::string content_type;  // image/png, image/jpeg, image/webp
    std::string bytes;
};

// Only what is given is set; an empty logo takes it away.
struct PortalFields {
    std::optional<bool> is_open;
    std::optional<bool> takes_requests;
    std::optional<bool> names_agents;
    std::optional<bool> asks_satisfaction;
    std::optional<std::string> name;
    std::optional<std::string> welcome;
    std::optional<std::string> color;
    std::optional<std::string> url;
    std::optional<std::string> logo;  // its bytes
};

Result<domain::Portal> read_portal(store::ReadTxn& txn);
Result<domain::Portal> read_portal(Desk& desk, domain::TenantScope const& scope);
// not_found "portal.no_logo".
Result<PortalLogo> read_portal_logo(Desk& desk, domain::TenantScope const& scope);
// Errors: invalid (/color: white writing on it must reach 4.5:1, WCAG 1.4.3; /url; /logo: PNG, JPEG or WebP, 64 KiB),
// "portal.url_taken"; conflict "portal.stale_version" unless `expected_version` is 0 or still holds.
Result<domain::Portal> change_portal(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                     PortalFields const& fields);
std::int64_t version_of(domain::Portal const& portal);

struct PortalPlace {
    domain::TenantId tenant;
    bool is_demo = false;
    domain::Portal portal;
};
// Of all desks; reads a note of each, so callers keep it for a moment.
Result<std::vector<PortalPlace>> list_portals(Desk& desk);
// The one that has this host ("help.firm.example:8443"), else the only real one, else the demo; nothing where no desk is
// meant, or its portal is closed. Pure.
std::optional<PortalPlace> portal_at(std::vector<PortalPlace> const& places, std::string_view host);

// Contrast of white on this colour, 1 to 21; nothing if it is no "#rrggbb".
std::optional<double> contrast_with_white(std::string_view color);

}  // namespace lotse::desk
