// SPDX-License-Identifier: Apache-2.0
// Sends a real message to a mailbox and waits until it has come in, telling each step.
#pragma once

#include <memory>

#include "desk/mail_test.h"
#include "gateway/mail_out.h"
#include "net/runtime.h"
#include "net/tls.h"

namespace lotse::gateway {

struct MailTestParts {
    net::Runtime& runtime;
    std::shared_ptr<net::TlsClient> tls;
    SmtpRelay relay;  // of the configuration; an empty url: the test's own
};

// All five steps, in order; those after a failure were not tried, but the way in is looked at even where the way out
// fails. Blocks the calling thread for up to a minute; runs on a work lane. The runtime must run.
std::vector<desk::MailTestStep> test_mailbox(MailTestParts const& parts, desk::MailTest const& test);

}  // namespace lotse::gateway
