// SPDX-License-Identifier: Apache-2.0
#include "desk/mail_test.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/mailboxes.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kStart = "lotse-test.";
constexpr std::size_t kProofLength = 32;  // base32 of 20 bytes

std::string proof_of(Desk const& desk, std::string_view random) {
    return base32_lower(hmac_sha256(desk.master_key.reveal(), "mail test|" + std::string(random)).substr(0, 20));
}

}  // namespace

std::string make_test_id(Desk const& desk, std::string_view from_address) {
    auto const at = from_address.rfind('@');
    auto const random = base32_lower(random_bytes(10));
    return fmt::format("{}{}.{}@{}", kStart, random, proof_of(desk, random),
                       at == std::string_view::npos ? "lotse.invalid" : from_address.substr(at + 1));
}

bool is_test_id(Desk const& desk, std::string_view message_id) {
    if (!message_id.starts_with(kStart)) return false;
    auto const rest = message_id.substr(kStart.size());
    auto const dot = rest.find('.');
    auto const at = rest.find('@');
    if (dot == std::string_view::npos || at == std::string_view::npos || at != dot + 1 + kProofLength) return false;
    return equal_in_constant_time(rest.substr(dot + 1, kProofLength), proof_of(desk, rest.substr(0, dot)));
}

Result<MailTest> mail_test_of(Desk& desk, domain::TenantScope const& scope, domain::MailboxId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<MailTest> {
        MailTest out;
        TRY(out.mailbox, store::get_mailbox(txn, id));
        if (out.mailbox.host.empty())
            return conflict("mailbox.no_host", "This mailbox is fetched from no server; there is nothing to test.");
        TRY(out.password, password_of(desk, txn.tenant(), out.mailbox));
        TRY(out.submission, read_submission(desk, txn));
        TRY(auto const tenant, store::get_tenant(txn));
        out.from_name = tenant.name;
        out.from_address = tenant.mail_from;
        out.language = tenant.language;
        out.at = desk.clock.now();
        out.message_id = make_test_id(desk, tenant.mail_from);
        return out;
    });
}

}  // namespace lotse::desk
