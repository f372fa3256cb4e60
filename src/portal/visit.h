// SPDX-License-Identifier: Apache-2.0
// One look at a page: which desk, which customer, which language and time zone. Built anew for each request.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "desk/desk.h"
#include "desk/portal_settings.h"
#include "domain/people.h"
#include "net/http.h"
#include "portal/texts.h"

namespace lotse::portal {

struct Visit {
    net::Request const& request;
    domain::TenantScope scope;
    std::shared_ptr<desk::Setup const> setup;
    domain::Portal portal;
    std::optional<domain::Customer> customer;
    Texts const& texts;
    std::string time_zone;
    std::string cookie;     // of the session; "" = signed out
    std::string visit_key;  // of this browser, signed in or not; what form tokens hang on
    bool is_new_browser = false;  // the key has yet to be set as a cookie
    std::string base_url;   // for links in mail; "" = unknown
    Instant now{};

    bool may_write() const { return customer || portal.takes_requests; }
    std::string name() const { return portal.name.empty() ? setup->tenant.name : portal.name; }
    std::string say(std::string_view key, TextValues values = {}) const { return texts.get(key, values); }
    std::string time(
        Instant at) const;  // on the customer's clock, in their language; with its year where that is not clear
    // The hidden field of every form; only a page of ours in this very browser can know it.
    std::string form_token() const;
};

// Of the desk whose page this is.
Result<Visit> begin_visit(desk::Desk& desk, desk::PortalPlace place, net::Request const& request);

// Of a POST: from a page of ours, with its token. Error: forbidden "portal.form".
Result<void> check_form(Visit const& visit, std::string_view token);

std::string session_cookie(net::Request const& request, std::string_view value, std::chrono::seconds life);
std::string visit_cookie(net::Request const& request, std::string_view value);
std::string language_cookie(net::Request const& request, std::string_view language);

}  // namespace lotse::portal
