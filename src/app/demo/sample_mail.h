// SPDX-License-Identifier: Apache-2.0
// A fresh message of one of the demo desk's customers, in one of three languages, and its way to the mail door.
#pragma once

#include <string>

#include "desk/desk.h"
#include "domain/people.h"

namespace lotse::app {

struct SampleMail {
    std::string language;
    domain::Customer customer;
    std::string to;
    std::string subject;
    std::string text;
    std::string bytes;
};

// Takes a customer who speaks the language. Error: not_found "demo.missing".
Result<SampleMail> make_sample_mail(desk::Desk& desk, domain::TenantScope const& scope, std::string_view language);

// Hands it to the SMTP door at "127.0.0.1:2525".
Result<void> hand_over(SampleMail const& mail, std::string const& endpoint);

// The ticket that this very mail became, once it is settled; nothing while it is not.
Result<std::optional<domain::TicketId>> find_settled(desk::Desk& desk, domain::TenantScope const& scope,
                                                     SampleMail const& mail);

}  // namespace lotse::app
