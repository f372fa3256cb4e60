// SPDX-License-Identifier: Apache-2.0
#include "desk/submission.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/mailboxes.h"
#include "store/submission.h"

namespace lotse::desk {
namespace {

std::string seal_context(domain::TenantId tenant) { return fmt::format("submission|{}|password", tenant.value); }

Result<void> check(Submission const& submission) {
    if (submission.host.empty()) return {};
    if (submission.host.find_first_of(" /@\\") != std::string::npos)
        return invalid("mailbox.host", "This is no host name.", "/host");
    if (submission.security == "none" && !is_this_machine(submission.host))
        return invalid("mailbox.security", "Without TLS the password would cross the network in clear text.",
                       "/security");
    return {};
}

}  // namespace

Result<Submission> read_submission(Desk const& desk, store::ReadTxn& txn) {
    Submission out;
    TRY(auto const found, store::find_submission(txn));
    if (!found) return out;
    out.version = found->version;
    out.host = found->host;
    out.port = found->port;
    out.security = found->security;
    out.user = found->user;
    if (!found->password.empty()) {
        TRY(auto plain, unseal(desk.master_key.reveal(), found->password.reveal(), seal_context(txn.tenant())));
        out.password = Secret<std::string>(std::move(plain));
    }
    return out;
}

Result<Submission> read_submission(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return read_submission(desk, txn); });
}

Result<Submission> with_fields(Submission before, SubmissionFields const& fields) {
    auto const host = before.host;
    if (fields.host) before.host = to_lower_ascii(trim(*fields.host));
    if (fields.port) before.port = *fields.port;
    if (fields.security) before.security = *fields.security;
    if (fields.user) before.user = *fields.user;
    // Else whoever may change the host could send the stored password to a server of their own.
    if (before.host != host && !fields.password && !before.password.empty())
        return invalid("mailbox.password", "Another host needs the password anew.", "/password");
    if (fields.password) before.password = *fields.password;
    CHECK_OK(check(before));
    return before;
}

Result<Submission> change_submission(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                     SubmissionFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Submission> {
        TRY(auto known, read_submission(desk, txn));
        TRY(auto wanted, with_fields(std::move(known), fields));
        if (expected_version != 0) wanted.version = expected_version;
        CHECK_OK(write_submission(desk, txn, wanted));
        return read_submission(desk, txn);
    });
}

Result<void> write_submission(Desk const& desk, store::WriteTxn& txn, Submission const& submission) {
    store::StoredSubmission row{submission.version,  submission.host, submission.port,
                                submission.security, submission.user, Secret<std::string>()};
    if (!submission.password.empty())
        row.password = Secret<std::string>(
            seal(desk.master_key.reveal(), submission.password.reveal(), seal_context(txn.tenant())));
    TRY([[maybe_unused]] auto const stored, store::put_submission(txn, std::move(row)));
    // What waits in the outbox, and letters, may go now.
    txn.after_commit([&desk, id = txn.tenant()] {
        desk.signals.notice_stored(id);
        desk.signals.letter_stored(id);
    });
    return {};
}

}  // namespace lotse::desk
