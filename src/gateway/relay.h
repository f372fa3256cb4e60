// SPDX-License-Identifier: Apache-2.0
// Which server a desk's mail goes out by: the one of the program's configuration, else the desk's own.
#pragma once

#include "desk/submission.h"
#include "desk/waiting_work.h"
#include "gateway/mail_out.h"

namespace lotse::gateway {

// Certificates and patience are the configuration's. url "" where the submission names no host.
SmtpRelay relay_from(desk::Submission const& submission, SmtpRelay const& configured);
// url "": there is none, and mail waits. One indexed read where the configuration names none.
Result<SmtpRelay> relay_of(desk::Desk& desk, domain::TenantId tenant, SmtpRelay const& configured);

// Whether a desk has one, for who claims its mail.
desk::HasWayOut way_out(desk::Desk& desk, SmtpRelay configured);

}  // namespace lotse::gateway
