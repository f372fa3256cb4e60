// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "desk/customer_access.h"
#include "portal/frame.h"
#include "portal/pages.h"

namespace lotse::portal {
namespace {

// Zones where most of our customers' customers live; another one that was set by an agent is kept in the list.
constexpr std::array<std::string_view, 36> kZones{
    "Africa/Cairo",     "Africa/Johannesburg", "Africa/Lagos",        "America/Bogota",
    "America/Chicago",  "America/Denver",      "America/Los_Angeles", "America/Mexico_City",
    "America/New_York", "America/Sao_Paulo",   "America/Toronto",     "Asia/Dubai",
    "Asia/Hong_Kong",   "Asia/Istanbul",       "Asia/Jakarta",        "Asia/Jerusalem",
    "Asia/Kolkata",     "Asia/Seoul",          "Asia/Shanghai",       "Asia/Singapore",
    "Asia/Tokyo",       "Atlantic/Reykjavik",  "Australia/Perth",     "Australia/Sydney",
    "Europe/Athens",    "Europe/Berlin",       "Europe/Helsinki",     "Europe/Kyiv",
    "Europe/Lisbon",    "Europe/London",       "Europe/Madrid",       "Europe/Paris",
    "Europe/Rome",      "Europe/Warsaw",       "Pacific/Auckland",    "UTC"};

bool is_language(std::string_view language) { return std::ranges::find(kLanguages, language) != kLanguages.end(); }

Html option(std::string_view value, std::string_view label, bool is_chosen) {
    HtmlAttributes attributes{{"value", std::string(value)}};
    if (is_chosen) attributes.push_back({"selected", ""});
    return element("option", attributes, label);
}

}  // namespace

net::Response settings_page(Visit const& visit, bool is_saved) {
    auto const& own = visit.customer->time_zone;
    std::vector<Html> zones{
        option("", visit.say("settings_zone_desk", {{"zone", visit.setup->tenant.time_zone}}), own.empty())};
    if (!own.empty() && std::ranges::find(kZones, own) == kZones.end()) zones.push_back(option(own, own, true));
    for (auto const zone : kZones) zones.push_back(option(zone, zone, own == zone));
    constexpr std::array<std::string_view, 3> kNames{"English", "Deutsch", "Polski"};
    std::vector<Html> languages;
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        languages.push_back(option(kLanguages[i], kNames[i], visit.texts.language() == kLanguages[i]));
    std::vector<Html> content;
    if (is_saved) content.push_back(element("p", {{"class", "done"}, {"role", "status"}}, visit.say("saved")));
    content.push_back(form(visit, "/help/settings",
                           {element("div", {{"class", "field"}},
                                    {element("label", {{"for", "language"}}, visit.say("language_label")),
                                     element("select", {{"id", "language"}, {"name", "language"}}, languages)}),
                            element("div", {{"class", "field"}},
                                    {element("label", {{"for", "zone"}}, visit.say("settings_zone")),
                                     element("select", {{"id", "zone"}, {"name", "zone"}}, zones)}),
                            submit(visit.say("save"))}));
    return page(visit, visit.say("settings_title"), join(content));
}

Result<net::Response> save_settings(desk::Desk& desk, Visit const& visit, Form const& form) {
    std::optional<std::string> language;
    if (is_language(form.get("language"))) language = form.get("language");
    auto const saved = desk::change_customer_choices(desk, visit.scope, visit.customer->id, language, form.get("zone"));
    if (!saved && saved.error().kind != Kind::invalid) return saved.error();
    return redirect(saved ? "/help/settings?saved=1" : "/help/settings");
}

Result<net::Response> change_language(desk::Desk& desk, Visit const& visit, Form const& form) {
    auto const& language = form.get("language");
    auto const& back = form.get("back");
    bool const is_ours =
        back == "/help" || (back.starts_with("/help/") && back.find_first_of("\\\r\n") == std::string::npos);
    auto out = redirect(is_ours ? back : "/help");
    if (!is_language(language)) return out;
    out.headers.add("Set-Cookie", language_cookie(visit.request, language));
    if (visit.customer)
        CHECK_OK(desk::change_customer_choices(desk, visit.scope, visit.customer->id, language, std::nullopt));
    return out;
}

}  // namespace lotse::portal
