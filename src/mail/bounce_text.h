// SPDX-License-Identifier: Apache-2.0
// Bounces that are only prose: qmail, Exim, old Exchange, and dozens of others, read as far as they go.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/delivery_report.h"

namespace lotse::mail {

// "5.1.1" within the text, "" if there is none.
std::string find_status_code(std::string_view text);

// The first Message-ID of a mail that is quoted below the report; "" if none.
std::string find_quoted_message_id(std::string_view text);

// Addresses that the report names as not reached, with what was said about each. `ours` are the addresses of the
// bounce itself, which are no failed recipients.
std::vector<FailedRecipient> find_failed_recipients(std::string_view text, std::vector<std::string> const& ours);

// Subjects that mail servers give to bounces, and of those the ones that say "not yet".
bool is_bounce_subject(std::string_view subject);
bool is_delay_subject(std::string_view subject);

// MAILER-DAEMON, postmaster and their kin.
bool is_daemon_address(std::string_view address);

// "no-reply" and its spellings: nobody reads there.
bool is_robot_address(std::string_view address);

}  // namespace lotse::mail
