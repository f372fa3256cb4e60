// SPDX-License-Identifier: Apache-2.0
#include "desk/first_setup.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "access/password_rules.h"
#include "base/crypto.h"
#include "base/text.h"
#include "desk/first_queues.h"
#include "desk/made.h"
#include "store/agents.h"
#include "store/durable_file.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

Result<domain::Tenant> first_desk(Desk& desk) {
    TRY(auto tenants, store::list_tenants(desk.store));
    auto const found = std::ranges::find(tenants, false, &domain::Tenant::is_demo);
    if (found == tenants.end()) return not_found("setup.done", "There is nothing at this address.");
    return *found;
}

Result<bool> has_admin(store::ReadTxn& txn) {
    TRY(auto agents, store::list_agents(txn));
    return std::ranges::any_of(agents, [](auto const& agent) { return agent.role == domain::Role::admin; });
}

std::string path_of(std::string const& data_folder) { return data_folder + "/" + std::string(kSetupTokenFile); }

void remove_token(std::string const& data_folder) {
    std::error_code ignored;  // a file that stays behind opens nothing: the desk has its admin
    std::filesystem::remove(path_of(data_folder), ignored);
}

// The file: the token, and until when it is good.
Result<void> check_token(std::string const& data_folder, Secret<std::string> const& given, Instant now) {
    Error const refused{Kind::unauthenticated,
                        "setup.token",
                        "This token is not valid. It lives one hour; start Lotse again for another.",
                        {},
                        {}};
    std::ifstream file(path_of(data_folder));
    std::string token;
    std::string until;
    if (!std::getline(file, token) || !std::getline(file, until)) return refused;
    auto const limit = parse_rfc3339(until);
    bool const is_right = token.size() >= 43 && equal_in_constant_time(token, given.reveal());
    if (!is_right || !limit || *limit <= now) return refused;
    return {};
}

Result<domain::Tenant> named(domain::Tenant tenant, FirstSetup const& wanted) {
    TRY(tenant.name, check_name(wanted.desk_name, "/desk_name"));
    if (!wanted.language.empty()) tenant.language = to_lower_ascii(trim(wanted.language));
    if (!wanted.time_zone.empty()) {
        CHECK_OK(check_time_zone(wanted.time_zone));
        tenant.time_zone = wanted.time_zone;
    }
    // Mail goes out with the address that it comes in by, unless another one is given.
    auto const from =
        wanted.mail_from.empty() && wanted.mailbox ? wanted.mailbox->address.value_or("") : wanted.mail_from;
    if (!from.empty()) {
        TRY(tenant.mail_from, check_address(from, "/mail_from"));
        tenant.accepts_any_recipient = false;
    }
    return tenant;
}

Result<domain::Agent> admin_of(FirstSetup const& wanted, Instant now) {
    domain::Agent out;
    TRY(out.name, check_name(wanted.admin_name, "/admin/name"));
    TRY(out.email, check_address(wanted.admin_email, "/admin/email"));
    auto const password = access::check_password(wanted.admin_password, {wanted.desk_name, out.name, out.email});
    if (!password) return invalid(password.error().code, password.error().message, "/admin/password");
    out.role = domain::Role::admin;
    out.created_at = now;
    return out;
}

std::shared_ptr<domain::CallNote> note_of(FirstSetup const& wanted, Instant now) {
    auto out = std::make_shared<domain::CallNote>();
    out->at = now;
    out->credential = "setup-token";
    out->origin = wanted.origin;
    out->action = "complete_setup";
    out->object_kind = "agent";
    out->object_name = wanted.admin_name;
    return out;
}

// The field of a part of the set-up, where it stands in the whole.
template <class T>
Result<T> below(std::string_view part, Result<T> result) {
    if (result || result.error().field.empty()) return result;
    auto error = result.error();
    error.field = std::string(part) + error.field;
    return error;
}

Result<void> set_mail(Desk& desk, store::WriteTxn& txn, FirstSetup const& wanted) {
    if (wanted.mailbox) {
        TRY([[maybe_unused]] auto mailbox, below("/mailbox", add_mailbox(desk, txn, *wanted.mailbox)));
    }
    if (!wanted.submission) return {};
    TRY(auto const submission, below("/submission", with_fields({}, *wanted.submission)));
    return write_submission(desk, txn, submission);
}

}  // namespace

Result<bool> is_set_up(Desk& desk) {
    auto const tenant = first_desk(desk);
    if (!tenant) {
        if (tenant.error().kind == Kind::not_found) return true;
        return tenant.error();
    }
    return desk.store.read(domain::ScopeMint::for_tenant(tenant->id), has_admin);
}

Result<std::optional<Secret<std::string>>> offer_setup(Desk& desk, std::string const& data_folder) {
    TRY(auto is_done, is_set_up(desk));
    if (is_done) {
        remove_token(data_folder);
        return std::optional<Secret<std::string>>{};
    }
    auto token = random_token(32);
    auto const content = token + "\n" + to_rfc3339(desk.clock.now() + kSetupTokenLife) + "\n";
    CHECK_OK(store::write_file(data_folder, std::string(kSetupTokenFile), content));
    std::error_code failure;
    std::filesystem::permissions(path_of(data_folder),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failure);
    if (failure) return unavailable("setup.file", "The set-up token cannot be kept.", failure.message());
    return std::optional{Secret<std::string>(std::move(token))};
}

Result<void> check_setup_token(Desk& desk, std::string const& data_folder, Secret<std::string> const& given) {
    return check_token(data_folder, given, desk.clock.now());
}

Result<MailTest> setup_mail_test(Desk& desk, MailboxFields const& mailbox, SubmissionFields const& submission) {
    MailTest out;
    TRY(out.mailbox, below("/mailbox", mailbox_with(mailbox)));
    TRY(out.submission, below("/submission", with_fields({}, submission)));
    if (mailbox.password) out.password = *mailbox.password;
    out.from_name = "Lotse";
    out.from_address = out.mailbox.address;
    out.language = "en";
    out.at = desk.clock.now();
    out.message_id = make_test_id(desk, out.from_address);
    return out;
}

Result<access::Login> complete_setup(Desk& desk, std::string const& data_folder, FirstSetup const& wanted,
                                     access::Visit const& visit) {
    TRY(auto tenant, first_desk(desk));
    auto scope = domain::ScopeMint::for_tenant(tenant.id);
    auto const now = desk.clock.now();
    scope.record_as(note_of(wanted, now));
    TRY(auto is_done, desk.store.read(scope, has_admin));
    if (is_done) return not_found("setup.done", "There is nothing at this address.");
    CHECK_OK(check_token(data_folder, wanted.token, now));
    TRY(auto renamed, named(tenant, wanted));
    TRY(auto admin, admin_of(wanted, now));
    admin.languages = {renamed.language};
    auto const hash = hash_password(wanted.admin_password);
    auto made = desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<access::Login> {
        // Asked again inside: of two calls at once, one makes the admin.
        TRY(auto was_quicker, has_admin(txn));
        if (was_quicker) return not_found("setup.done", "There is nothing at this address.");
        CHECK_OK(store::update_tenant(txn, renamed));
        TRY(auto settings, store::read_settings(txn));
        settings.second_factor = wanted.second_factor;
        CHECK_OK(store::write_settings(txn, settings));
        CHECK_OK(fit_defaults(txn, renamed, wanted.queue_template));
        CHECK_OK(set_mail(desk, txn, wanted));
        TRY(auto const queues, store::list_queues(txn));
        auto first = admin;
        for (auto const& queue : queues) first.queues.push_back(queue.id);
        TRY(auto const agent, store::add_agent(txn, first));
        CHECK_OK(store::write_password_hash(txn, agent.id, hash));
        announce_setup(desk, txn);
        return access::start_session(txn, desk.clock, agent.id, store::SessionMeans::setup, visit);
    });
    if (made) remove_token(data_folder);
    return made;
}

}  // namespace lotse::desk
