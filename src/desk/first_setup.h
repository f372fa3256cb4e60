// SPDX-License-Identifier: Apache-2.0
// The first start: no default account; whoever reads the one-time token from the screen or from the data folder
// makes the first admin. Concerns the first desk that is no demo. Afterwards the door is gone.
#pragma once

#include <optional>
#include <string>

#include "access/authenticate.h"
#include "base/secret.h"
#include "desk/desk.h"
#include "desk/mail_test.h"
#include "desk/mailboxes.h"
#include "domain/people.h"

namespace lotse::desk {

inline constexpr std::string_view kSetupTokenFile = "setup-token";  // in the data folder, 0600
inline constexpr std::chrono::hours kSetupTokenLife{1};

// Has the desk an admin?
Result<bool> is_set_up(Desk& desk);
// For `serve` to print at its start: a fresh token that replaces an older one; nothing once the desk is set up (then an
// old file is removed). The file is on disk when this returns.
Result<std::optional<Secret<std::string>>> offer_setup(Desk& desk, std::string const& data_folder);

struct FirstSetup {
    Secret<std::string> token;
    std::string desk_name;
    std::string mail_from;  // "" = none yet; with an address, mail to others is refused from now on
    std::string language;  // "" = as it is
    std::string time_zone;  // "" = as it is
    std::string admin_name;
    std::string admin_email;
    Secret<std::string> admin_password;
    std::string origin;  // the caller's address, for the audit list
    std::string queue_template;  // "" = one queue, as it is (queue_templates.h)
    domain::SecondFactor second_factor = domain::SecondFactor::everybody;
    std::optional<MailboxFields> mailbox;
    std::optional<SubmissionFields> submission;
};
// Errors: not_found once the desk is set up; unauthenticated "setup.token" (wrong, older than an hour, used); invalid
// with the field. Blocks for one argon2 run.
// The admin is signed in at once.
Result<access::Login> complete_setup(Desk& desk, std::string const& data_folder, FirstSetup const& wanted,
                                     access::Visit const& visit);

// Error: unauthenticated "setup.token".
Result<void> check_setup_token(Desk& desk, std::string const& data_folder, Secret<std::string> const& given);
// Of a mailbox and an outgoing server that are not kept yet. Errors: invalid with the field below /mailbox or
// /submission.
Result<MailTest> setup_mail_test(Desk& desk, MailboxFields const& mailbox, SubmissionFields const& submission);

}  // namespace lotse::desk
