// SPDX-License-Identifier: Apache-2.0
// The pages, one file each. A function that takes a form runs after check_form().
#pragma once

#include "desk/desk.h"
#include "portal/form.h"
#include "portal/visit.h"

namespace lotse::portal {

net::Response start_page(Visit const& visit);

net::Response new_page(Visit const& visit);
Result<net::Response> send_new(desk::Desk& desk, Visit const& visit, Form const& form);

net::Response sign_in_page(Visit const& visit);
// Whoever asks gets the same answer, known or not (H-24).
Result<net::Response> send_link(desk::Desk& desk, Visit const& visit, Form const& form);
Result<net::Response> link_page(desk::Desk& desk, Visit const& visit, std::string_view secret);
Result<net::Response> use_link(desk::Desk& desk, Visit const& visit, std::string_view secret);
Result<net::Response> sign_out(desk::Desk& desk, Visit const& visit);

Result<net::Response> tickets_page(desk::Desk& desk, Visit const& visit);
Result<net::Response> ticket_page(desk::Desk& desk, Visit const& visit, domain::TicketId ticket);
Result<net::Response> answer_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId ticket, Form const& form);
Result<net::Response> close_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId ticket);
Result<net::Response> reopen_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId ticket);
Result<net::Response> judge_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId ticket, Form const& form);
Result<net::Response> send_file(desk::Desk& desk, Visit const& visit, domain::TicketId ticket,
                                domain::AttachmentId file);

Result<net::Response> survey_page(desk::Desk& desk, Visit const& visit, std::string_view token);
Result<net::Response> send_survey(desk::Desk& desk, Visit const& visit, std::string_view token, Form const& form);

net::Response settings_page(Visit const& visit, bool is_saved);
Result<net::Response> save_settings(desk::Desk& desk, Visit const& visit, Form const& form);
Result<net::Response> change_language(desk::Desk& desk, Visit const& visit, Form const& form);

}  // namespace lotse::portal
