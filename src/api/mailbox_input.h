// SPDX-License-Identifier: Apache-2.0
// A mailbox and an outgoing server as callers describe them, and what a test of both tells: shared by the settings and
// the first start.
#pragma once

#include <vector>

#include "api/call.h"
#include "api/schema.h"
#include "desk/mail_test.h"
#include "desk/mailboxes.h"

namespace lotse::api {

std::vector<Property> mailbox_properties();
Schema mailbox_input();
desk::MailboxFields mailbox_fields_in(JsonObject const& body);

Schema submission_input();
desk::SubmissionFields submission_fields_in(JsonObject const& body);

Schema mail_test_schema();
// Runs the test; two at a time. Error: unavailable "limit.mail_tests".
Result<Reply> run_mail_test(Call const& call, desk::MailTest const& test);

}  // namespace lotse::api
