// SPDX-License-Identifier: Apache-2.0
// Was this mail written by a person? The answer decides only what we send back and whether a ticket is reopened:
// automatic mail is stored and shown like any other (H-12).
// Sources: RFC 3834 (Auto-Submitted), RFC 3464 (reports), RFC 2919 (List-Id), and the misreadings of H-11 and H-12.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

struct Message;

enum class AutoKind {
    human,
    auto_reply,      // out of office, "we got your mail"
    auto_generated,  // monitoring, newsletters without a list header, cron, other machines
    bounce,          // delivery report, delay notice, feedback report
    list,            // sent to a mailing list or in bulk
    own,             // carries our X-Lotse header: we would be talking to ourselves
};

struct AutoVerdict {
    AutoKind kind = AutoKind::human;
    std::string reason;  // one plain sentence naming the signs; for human mail the signs that were overruled, or ""
    bool operator==(AutoVerdict const&) const = default;
};

// Weighs the signs of a parsed message. No single soft sign decides: X-Auto-Response-Suppress never classifies by
// itself (Exchange puts it on human mail), and Auto-Submitted yields to the marks of a person replying
// (ServiceNow puts it on human replies). Hard signs are our own header and a delivery report.
AutoVerdict judge_auto_reply(Message const& message);

std::string_view name_of(AutoKind kind);

}  // namespace lotse::mail
