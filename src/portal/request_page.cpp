// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/made.h"
#include "desk/own_tickets.h"
#include "portal/frame.h"
#include "portal/pages.h"

namespace lotse::portal {
namespace {

using Faults = std::map<std::string, std::string>;  // by field

std::string fault_of(Faults const& faults, std::string const& field) {
    auto const found = faults.find(field);
    return found == faults.end() ? std::string() : found->second;
}

// What was typed comes back; files must be chosen again, which browsers insist on.
net::Response show(Visit const& visit, Form const& typed, Faults const& faults) {
    std::vector<Html> content;
    if (!faults.empty()) {
        std::vector<Html> list;
        for (auto const& [field, words] : faults)
            list.push_back(element("li", {}, {element("a", {{"href", "#" + field}}, words)}));
        content.push_back(element("div", {{"class", "summary"}, {"role", "alert"}},
                                  {element("p", {}, visit.say("error_summary")), element("ul", {}, list)}));
    }
    std::vector<Html> fields;
    if (!visit.customer) {
        fields.push_back(
            input_field({"email", visit.say("field_email"), typed.get("email"), visit.say("field_email_hint"),
                         fault_of(faults, "email"), "email", "email", true, 254}));
        fields.push_back(
            input_field({"name", visit.say("field_name"), typed.get("name"), "", "", "text", "name", false, 200}));
    }
    fields.push_back(input_field({"subject", visit.say("field_subject"), typed.get("subject"), "",
                                  fault_of(faults, "subject"), "text", "off", true, 300}));
    fields.push_back(area_field({"text", visit.say("field_text"), typed.get("text"), visit.say("field_text_hint"),
                                 fault_of(faults, "text"), "text", "off", true, 0}));
    fields.push_back(files_field(visit, fault_of(faults, "files")));
    fields.push_back(hidden("key", typed.get("key").empty() ? random_token(16) : typed.get("key")));
    fields.push_back(submit(visit.say("send")));
    content.push_back(form(visit, "/help/new", fields, true));
    return page(visit, visit.say("new_title"), join(content), faults.empty() ? 200 : 422);
}

net::Response thanks(Visit const& visit, std::string const& email) {
    std::vector<Html> content{element("p", {{"class", "lead"}}, visit.say("sent_lead", {{"email", email}}))};
    if (!visit.base_url.empty()) {
        content.push_back(element("p", {}, visit.say("sent_next")));
        content.push_back(
            form(visit, "/help/sign-in", {hidden("email", email), submit(visit.say("sign_in_send"), "secondary")}));
    }
    return page(visit, visit.say("sent_title"), join(content));
}

}  // namespace

net::Response new_page(Visit const& visit) {
    if (!visit.may_write()) return redirect("/help/sign-in");
    return show(visit, {}, {});
}

Result<net::Response> send_new(desk::Desk& desk, Visit const& visit, Form const& form) {
    if (!visit.may_write()) return redirect("/help/sign-in");
    Faults faults;
    desk::HelpMessage message;
    message.is_proven = visit.customer.has_value();
    if (visit.customer) {
        message.email = visit.customer->email;
        message.name = visit.customer->name;
    } else {
        auto const address = desk::check_address(form.get("email"), "/email");
        if (!address) faults["email"] = words_of_fault(visit, address.error());
        if (address) message.email = *address;
        message.name = form.get("name").substr(0, 200);
    }
    message.subject = form.get("subject");
    message.text = form.get("text");
    message.language = visit.texts.language();
    message.files = form.files;
    message.key = form.get("key").substr(0, 64);
    if (trim(message.subject).empty()) faults["subject"] = visit.say("error_subject");
    if (trim(message.text).empty()) faults["text"] = visit.say("error_text");
    if (!faults.empty()) return show(visit, form, faults);
    auto const ticket = desk::open_own_ticket(desk, visit.scope, message);
    if (!ticket && ticket.error().field.starts_with('/')) {
        faults[ticket.error().field.substr(1)] = words_of_fault(visit, ticket.error());
        return show(visit, form, faults);
    }
    if (!ticket) return ticket.error();
    if (visit.customer) return redirect(fmt::format("/help/tickets/{}", ticket->value));
    return thanks(visit, message.email);
}

}  // namespace lotse::portal
