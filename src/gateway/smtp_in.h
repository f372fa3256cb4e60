// SPDX-License-Identifier: Apache-2.0
// The SMTP and LMTP door: recipients by the directory, messages to accept, an answer only after the commit.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "gateway/directory.h"
#include "net/smtp.h"

namespace lotse::gateway {

// Told once per message and desk: "accepted", "known", "refused", "failed".
using OnInbound = std::function<void(std::string const& door, std::string const& outcome)>;

struct MailDoor {
    desk::Desk& desk;
    Directory& directory;
    std::string door;  // "smtp" or "lmtp"
    std::vector<std::string> trusted_receivers;
    OnInbound on_inbound;
};

// The handler keeps a copy of `door`; desk and directory must outlive the server.
net::MailHandler mail_handler(MailDoor door);

}  // namespace lotse::gateway
