// SPDX-License-Identifier: Apache-2.0
// The mail server that a desk hands its outgoing mail to, where the configuration of the program names none. The password
// goes in and never comes out: it is sealed with the desk's master key.
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "base/secret.h"
#include "desk/desk.h"

namespace lotse::desk {

struct Submission {
    std::int64_t version = 0;  // 0: nobody has set one
    std::string host;  // "" = none: mail waits
    int port = 587;
    std::string security = "starttls";  // starttls | tls | none (this machine only)
    std::string user;  // "" = without log-in
    Secret<std::string> password;
};
// Only what is given is set.
struct SubmissionFields {
    std::optional<std::string> host;
    std::optional<int> port;
    std::optional<std::string> security;
    std::optional<std::string> user;
    std::optional<Secret<std::string>> password;
};

// As it was set, its password readable: for whoever sends. Error: corrupt where the seal does not fit.
Result<Submission> read_submission(Desk const& desk, store::ReadTxn& txn);
Result<Submission> read_submission(Desk& desk, domain::TenantScope const& scope);

// `before` with what is given. Errors: invalid with the field (no TLS but to this machine, another server without the
// password anew).
Result<Submission> with_fields(Submission before, SubmissionFields const& fields);

// Error: conflict "submission.stale_version"; those of with_fields. `expected_version` 0 = whatever it is.
Result<Submission> change_submission(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                     SubmissionFields const& fields);
// For the first start, inside its transaction.
Result<void> write_submission(Desk const& desk, store::WriteTxn& txn, Submission const& submission);

}  // namespace lotse::desk
