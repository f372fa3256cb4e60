// SPDX-License-Identifier: Apache-2.0
#include "portal/portal.h"

#include <fmt/format.h>

#include <exception>
#include <memory>

#include "api/request_text.h"
#include "base/log.h"
#include "base/mutex.h"
#include "base/text.h"
#include "desk/help_message.h"
#include "desk/made.h"
#include "net/endpoint.h"
#include "net/limits.h"
#include "portal/frame.h"
#include "portal/pages.h"
#include "portal/styles.h"

namespace lotse::portal {
namespace {

using Answer = Result<net::Response>;
using Places = std::vector<desk::PortalPlace>;
using Parts = std::vector<std::string_view>;  // of the path below /help

// So many at once, then so many an hour.
constexpr net::Rate hourly(double count) { return {count / 60, count}; }
constexpr net::Rate kNewByCaller{0.5, 5};  // five in ten minutes
constexpr Duration kPlacesLast = std::chrono::seconds{2};

std::string caller(net::Request const& request) { return net::limit_key(api::caller_of(request)); }

class Portal {
  public:
    Portal(desk::Desk& desk, net::Handler next) : desk_(desk), next_(std::move(next)), limiter_(desk.clock) {}

    net::Response answer(net::Request const& request) {
        if (!is_portal_path(request.path)) return next_(request);
        return said(request, [this](Visit const& visit) { return route(visit); });
    }

    std::optional<net::Response> too_large(net::Request const& request) {
        if (!is_portal_path(request.path)) return std::nullopt;
        return said(request, [](Visit const& visit) -> Answer {
            bool const has_files = body_limit(visit.request.path) == kUploadBytes;
            auto const limit = std::to_string(has_files ? desk::kHelpFileBytes >> 20 : kFormBytes >> 10);
            auto const words = visit.say(has_files ? "error_large_files" : "error_large_text", {{"limit", limit}});
            return plain_page(visit, visit.say("error_large_title"), words, 413);
        });
    }

  private:
    template <class F>
    net::Response said(net::Request const& request, F const& answer) {
        try {
            auto out = at_desk(request, answer);
            if (out) return *std::move(out);
            return failed(request, out.error());
        } catch (std::exception const& thrown) {
            return failed(request, bug("portal.exception", thrown.what()));
        }
    }

    template <class F>
    Answer at_desk(net::Request const& request, F const& answer) {
        if (request.method == "GET" && request.path == "/help/help.css") return style_sheet();
        TRY(auto const places, current_places());
        auto place = desk::portal_at(*places, api::header_of(request, "Host"));
        if (!place) return not_found("portal.no_desk", "There is no help desk at this address.");
        auto visit = begin_visit(desk_, *std::move(place), request);
        if (!visit) return visit.error();
        return answer(*visit);
    }

    Answer route(Visit const& visit) {
        Parts parts;
        for (auto const part : split(std::string_view(visit.request.path).substr(5), '/'))
            if (!part.empty()) parts.push_back(part);
        if (visit.request.method == "GET") return get(visit, parts);
        if (visit.request.method == "POST") return post(visit, parts);
        return plain_page(visit, visit.say("missing_title"), visit.say("missing_lead"), 405);
    }

    // What an admin changes is seen after two seconds.
    Result<std::shared_ptr<Places const>> current_places() {
        auto const now = desk_.clock.now();
        auto const kept = places_.with([&](Kept const& known) {
            bool const is_fresh = now >= known.read_at && now < known.read_at + kPlacesLast;
            return is_fresh ? known.places : nullptr;
        });
        if (kept) return kept;
        TRY(auto read, desk::list_portals(desk_));
        auto const fresh = std::make_shared<Places const>(std::move(read));
        places_.with([&](Kept& known) { known = {fresh, now}; });
        return fresh;
    }

    Answer get(Visit const& visit, Parts const& parts) {
        if (parts.empty()) return start_page(visit);
        auto const first = parts[0];
        if (parts.size() == 1) {
            if (first == "new") return new_page(visit);
            if (first == "sign-in") return sign_in_page(visit);
            if (first == "logo") return logo(visit);
            if (first == "brand.css") return brand_sheet(visit.portal.color);
            if (first == "settings" && visit.customer)
                return settings_page(visit, visit.request.query.find("saved").has_value());
            if (first == "tickets" && visit.customer) return tickets_page(desk_, visit);
            if (first == "settings" || first == "tickets") return redirect("/help/sign-in");
        }
        if (parts.size() == 2 && (first == "link" || first == "csat")) {
            if (auto slow = limit(visit, "look", 120)) return *std::move(slow);
            return first == "link" ? link_page(desk_, visit, parts[1]) : survey_page(desk_, visit, parts[1]);
        }
        if (first == "tickets" && parts.size() >= 2) return get_ticket(visit, parts);
        return missing_page(visit);
    }

    Answer get_ticket(Visit const& visit, Parts const& parts) {
        if (!visit.customer) return redirect("/help/sign-in");
        auto const id = to_int(parts[1]);
        if (!id) return missing_page(visit);
        domain::TicketId const ticket{*id};
        if (parts.size() == 2) return ticket_page(desk_, visit, ticket);
        auto const file = parts.size() == 4 && parts[2] == "files" ? to_int(parts[3]) : std::nullopt;
        if (!file) return missing_page(visit);
        return send_file(desk_, visit, ticket, domain::AttachmentId{*file});
    }

    Answer post(Visit const& visit, Parts const& parts) {
        if (auto slow = limit(visit, "post", 240)) return *std::move(slow);
        auto const form = read_form(visit.request);
        if (!form && form.error().kind == Kind::too_large) {
            auto const words = form.error().code == "form.files" ? "error_files" : "error_size";
            return plain_page(visit, visit.say("error_summary"), visit.say(words), 422);
        }
        if (!form || !check_form(visit, form->get("form")))
            return plain_page(visit, visit.say("error_stale_title"), visit.say("error_stale"), form ? 403 : 400);
        if (parts.size() == 1) return post_page(visit, parts[0], *form);
        if (parts.size() == 2 && parts[0] == "link") return use_link(desk_, visit, parts[1]);
        if (parts.size() == 2 && parts[0] == "csat") return send_survey(desk_, visit, parts[1], *form);
        if (parts.size() == 3 && parts[0] == "tickets") return post_ticket(visit, parts, *form);
        return missing_page(visit);
    }

    Answer post_page(Visit const& visit, std::string_view name, Form const& form) {
        if (name == "language") return change_language(desk_, visit, form);
        if (name == "sign-out") return sign_out(desk_, visit);
        if (name == "settings" && visit.customer) return save_settings(desk_, visit, form);
        if (name == "sign-in") return post_sign_in(visit, form);
        if (name != "new") return missing_page(visit);
        auto slow = visit.customer ? limit_to(visit, "new", visit.customer->email, 20)
                                   : take("new/by/" + caller(visit.request), kNewByCaller, visit);
        if (!slow && !visit.customer) slow = limit_to(visit, "new", form.get("email"), 20);
        return slow ? *std::move(slow) : send_new(desk_, visit, form);
    }

    // By caller, by the address that would get mail for it, and for the whole desk (H-25).
    Answer post_sign_in(Visit const& visit, Form const& form) {
        auto slow = limit(visit, "sign-in", 20);
        if (!slow) slow = limit_to(visit, "sign-in", form.get("email"), 3);
        if (!slow) slow = take(fmt::format("sign-in/of/{}", visit.scope.tenant().value), hourly(200), visit);
        return slow ? *std::move(slow) : send_link(desk_, visit, form);
    }

    Answer post_ticket(Visit const& visit, Parts const& parts, Form const& form) {
        if (!visit.customer) return redirect("/help/sign-in");
        auto const id = to_int(parts[1]);
        if (!id) return missing_page(visit);
        domain::TicketId const ticket{*id};
        if (auto slow = limit_to(visit, "change", visit.customer->email, 60)) return *std::move(slow);
        if (parts[2] == "answer") return answer_ticket(desk_, visit, ticket, form);
        if (parts[2] == "closure") return close_ticket(desk_, visit, ticket);
        if (parts[2] == "reopening") return reopen_ticket(desk_, visit, ticket);
        if (parts[2] == "survey") return judge_ticket(desk_, visit, ticket, form);
        return missing_page(visit);
    }

    Answer logo(Visit const& visit) {
        auto image = desk::read_portal_logo(desk_, visit.scope);
        if (!image) return missing_page(visit);
        net::Response out;
        out.content_type = image->content_type;
        out.headers.set("Cache-Control", "public, max-age=3600");
        out.body = std::move(image->bytes);
        return out;
    }

    std::optional<net::Response> limit(Visit const& visit, std::string_view what, double per_hour) {
        return take(fmt::format("{}/by/{}", what, caller(visit.request)), hourly(per_hour), visit);
    }
    // Spellings of one address share a bucket.
    std::optional<net::Response> limit_to(Visit const& visit, std::string_view what, std::string_view email,
                                          double per_hour) {
        auto const known = desk::check_address(email, "/email");
        auto const address = known ? to_lower_ascii(*known) : to_lower_ascii(trim(email)).substr(0, 254);
        return take(fmt::format("{}/{}/to/{}", what, visit.scope.tenant().value, address), hourly(per_hour), visit);
    }
    std::optional<net::Response> take(std::string const& key, net::Rate rate, Visit const& visit) {
        auto const wait = limiter_.try_take(key, rate);
        if (!wait) return std::nullopt;
        auto const seconds = std::chrono::ceil<std::chrono::seconds>(*wait).count();
        auto out = plain_page(visit, visit.say("busy_title"),
                              visit.say("busy_lead", {{"minutes", std::to_string((seconds + 59) / 60)}}), 429);
        out.headers.set("Retry-After", std::to_string(seconds));
        return out;
    }

    // No desk, or a failure of ours: said without knowing whose page it would be.
    net::Response failed(net::Request const& request, Error const& error) {
        auto const& texts = texts_of(choose_language(api::header_of(request, "Accept-Language"), "en"));
        bool const is_missing = error.kind == Kind::not_found;
        if (!is_missing) log_error("a page of the portal failed", error, {{"request", request.id}});
        net::Response out;
        out.status = is_missing ? 404 : answer_for(error.kind).http;
        out.content_type = "text/html; charset=utf-8";
        auto const title = texts.get(is_missing ? "missing_title" : "broken_title");
        out.body = document(
            texts.language(),
            element("head", {}, {void_element("meta", {{"charset", "utf-8"}}), element("title", {}, title)}),
            element(
                "body", {},
                {element("h1", {}, title), element("p", {}, texts.get(is_missing ? "missing_lead" : "broken_lead"))}));
        return out;
    }

    struct Kept {
        std::shared_ptr<Places const> places;
        Instant read_at{};
    };

    desk::Desk& desk_;
    net::Handler const next_;
    Mutex<Kept> places_;
    net::RateLimiter limiter_;
};

}  // namespace

bool is_portal_path(std::string_view path) { return path == "/help" || path.starts_with("/help/"); }

std::size_t body_limit(std::string_view path) {
    bool const has_files = path == "/help/new" || (path.starts_with("/help/tickets/") && path.ends_with("/answer"));
    return has_files ? kUploadBytes : kFormBytes;
}

PortalDoor make_portal(desk::Desk& desk, net::Handler next) {
    auto const portal = std::make_shared<Portal>(desk, std::move(next));
    return {[portal](net::Request const& request) { return portal->answer(request); },
            [portal](net::Request const& request) { return portal->too_large(request); }};
}

}  // namespace lotse::portal
