// SPDX-License-Identifier: Apache-2.0
// The customers' pages: open or closed, what they offer, name, colour, address, logo.
#include "desk/portal_settings.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "base/text.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr int kLogoText = 90'000;  // base64 of 64 KiB

Schema portal_input() {
    return object({may("is_open", boolean().say("Closed pages answer as if they were not there.")),
                   may("takes_requests", boolean().say("Whether people write who have not signed in.")),
                   may("names_agents", boolean().say("Whether customers read who answers, or only which team.")),
                   may("asks_satisfaction", boolean().say("Whether customers are asked how it was.")),
                   may("name", line(100).say("Empty: the desk's.")),
                   may("welcome", text(500).say("First words of the first page; empty: Lotse's own.")),
                   may("color", line(7).such_as("#1d4f91").say("White writing on it must be readable (4.5:1).")),
                   may("url", line(200).such_as("https://help.firm.example").say("Needed for links in mail.")),
                   may("logo", text(kLogoText).say("PNG, JPEG or WebP in base64, at most 64 KiB; empty: none."))});
}

Schema portal_schema() {
    auto out = portal_input();
    for (auto& property : out.properties) property.is_required = true;
    return out;
}

Result<Reply> shown(Call& call, domain::Portal const& portal) {
    std::string logo;
    if (!portal.logo_mark.empty()) {
        TRY(auto const image, desk::read_portal_logo(call.desk(), call.scope()));
        logo = base64(image.bytes);
    }
    return versioned_reply({{"is_open", portal.is_open},
                            {"takes_requests", portal.takes_requests},
                            {"names_agents", portal.names_agents},
                            {"asks_satisfaction", portal.asks_satisfaction},
                            {"name", portal.name},
                            {"welcome", portal.welcome},
                            {"color", portal.color},
                            {"url", portal.url},
                            {"logo", logo}},
                           desk::version_of(portal));
}

Result<Reply> get_portal(Call& call) {
    TRY(auto const portal, desk::read_portal(call.desk(), call.scope()));
    return shown(call, portal);
}

Result<Reply> patch_portal(Call& call) {
    Fields const fields(call.body);
    desk::PortalFields wanted;
    fields.take("is_open", wanted.is_open);
    fields.take("takes_requests", wanted.takes_requests);
    fields.take("names_agents", wanted.names_agents);
    fields.take("asks_satisfaction", wanted.asks_satisfaction);
    fields.take("name", wanted.name);
    fields.take("welcome", wanted.welcome);
    fields.take("color", wanted.color);
    fields.take("url", wanted.url);
    fields.take("logo", wanted.logo);
    if (wanted.logo) {
        auto bytes = from_base64(*wanted.logo);
        if (!bytes) return invalid("portal.logo", "The logo is no base64.", "/logo");
        wanted.logo = *std::move(bytes);
    }
    TRY(auto const portal, desk::change_portal(call.desk(), call.principal(), call.expected_version, wanted));
    return shown(call, portal);
}

}  // namespace

Group portal_group() {
    Group out{"Portal", "The customers' pages below /help.", {}, {}};
    out.schemas = {{"PortalPatch", portal_input()}, {"Portal", portal_schema()}};
    out.routes = {
        Route(Verb::get, "/api/v1/portal", "get_portal", Permission::setup_read, get_portal)
            .says("Read how the customers' pages look")
            .answers(200, "Portal")
            .versioned(),
        Route(Verb::patch, "/api/v1/portal", "patch_portal", Permission::setup_write, patch_portal)
            .says("Change how the customers' pages look", "Seen within two seconds.")
            .takes("PortalPatch")
            .answers(200, "Portal")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
