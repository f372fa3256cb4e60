// SPDX-License-Identifier: Apache-2.0
#include "desk/customer_access.h"
#include "desk/made.h"
#include "portal/frame.h"
#include "portal/pages.h"

namespace lotse::portal {
namespace {

net::Response show(Visit const& visit, std::string const& email, std::string const& fault) {
    if (visit.base_url.empty()) return plain_page(visit, visit.say("sign_in_title"), visit.say("no_url_lead"), 200);
    return page(
        visit, visit.say("sign_in_title"),
        join({element("p", {{"class", "lead"}}, visit.say("sign_in_lead")),
              form(visit, "/help/sign-in",
                   {input_field({"email", visit.say("field_email"), email, "", fault, "email", "email", true, 254}),
                    submit(visit.say("sign_in_send"))})}),
        fault.empty() ? 200 : 422);
}

}  // namespace

net::Response sign_in_page(Visit const& visit) {
    if (visit.customer) return redirect("/help/tickets");
    return show(visit, {}, {});
}

Result<net::Response> send_link(desk::Desk& desk, Visit const& visit, Form const& form) {
    auto const email = desk::check_address(form.get("email"), "/email");
    if (!email || visit.base_url.empty()) return show(visit, form.get("email"), visit.say("error_email"));
    auto const name = visit.name();
    desk::LinkLetter const words{name, visit.say("mail_link_subject", {{"name", name}}),
                                 visit.say("mail_link_before", {{"name", name}}), visit.say("mail_link_after")};
    CHECK_OK(desk::send_sign_in_link(desk, visit.scope, *email, std::string(visit.texts.language()),
                                     visit.base_url + "/help/link/", words));
    return page(visit, visit.say("link_sent_title"),
                join({element("p", {{"class", "lead"}}, visit.say("link_sent_lead", {{"email", *email}})),
                      element("p", {}, visit.say("link_sent_hint"))}));
}

Result<net::Response> link_page(desk::Desk& desk, Visit const& visit, std::string_view secret) {
    TRY(auto const email, desk::address_of_link(desk, visit.scope, secret));
    if (!email)
        return page(visit, visit.say("link_old_title"),
                    join({element("p", {{"class", "lead"}}, visit.say("link_old_lead")),
                          element("p", {},
                                  {element("a", {{"class", "button primary"}, {"href", "/help/sign-in"}},
                                           visit.say("sign_in_send"))})}),
                    410);
    return page(visit, visit.say("link_title"),
                join({element("p", {{"class", "lead"}}, visit.say("link_lead", {{"email", *email}})),
                      element("p", {}, visit.say("link_why")),
                      form(visit, visit.request.path, {submit(visit.say("link_go"))})}));
}

Result<net::Response> use_link(desk::Desk& desk, Visit const& visit, std::string_view secret) {
    auto login = desk::redeem_link(desk, visit.scope, secret, std::string(visit.texts.language()));
    if (!login && login.error().kind == Kind::unauthenticated) return link_page(desk, visit, secret);
    if (!login) return login.error();
    // Whoever was signed in here before is so no longer, and gets another cookie (no fixation).
    if (!visit.cookie.empty()) CHECK_OK(desk::end_customer_session(desk, visit.scope, visit.cookie));
    auto out = redirect("/help/tickets");
    out.headers.add("Set-Cookie", session_cookie(visit.request, login->cookie.reveal(), desk::kCustomerLongest));
    return out;
}

Result<net::Response> sign_out(desk::Desk& desk, Visit const& visit) {
    if (!visit.cookie.empty()) CHECK_OK(desk::end_customer_session(desk, visit.scope, visit.cookie));
    auto out = redirect("/help");
    out.headers.add("Set-Cookie", session_cookie(visit.request, "", std::chrono::seconds{0}));
    return out;
}

}  // namespace lotse::portal
