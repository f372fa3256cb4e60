// SPDX-License-Identifier: Apache-2.0
// A test of a mailbox: a real message goes out by the outgoing server and must come back by the mailbox. Who speaks SMTP
// and IMAP is handed in (gateway/test_mailbox.h); here is what is asked and told.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/submission.h"
#include "domain/desk_setup.h"

namespace lotse::desk {

struct MailTest {
    std::string from_name;
    std::string from_address;
    std::string language;
    std::string message_id;  // make_test_id
    Instant at{};
    Submission submission;  // host "": the program's own relay, if it has one
    domain::Mailbox mailbox;
    Secret<std::string> password;  // of the mailbox
};
struct MailTestStep {
    std::string_view step;  // smtp_connect, smtp_send, imap_connect, imap_folder, arrived
    std::optional<bool> is_well;  // nothing: it was not tried
    std::string says = {};  // in words, where it went wrong
    std::string code = {};  // the same for a sentence of one's own: "imap.login"
    std::string answer = {};  // the mail server's own words, "" where it said none
};
// Blocks up to a minute.
using MailTester = std::function<std::vector<MailTestStep>(MailTest const&)>;

// A Message-ID that only this installation can make. A mailbox that finds one passes the message by: no ticket comes of it.
std::string make_test_id(Desk const& desk, std::string_view from_address);
bool is_test_id(Desk const& desk, std::string_view message_id);

// The test of a mailbox as it is set, with the outgoing server as it is set. Error: conflict "mailbox.no_host".
Result<MailTest> mail_test_of(Desk& desk, domain::TenantScope const& scope, domain::MailboxId mailbox);

}  // namespace lotse::desk
