// SPDX-License-Identifier: Apache-2.0
// Mailboxes: addresses that mail comes in by, and where it is fetched.
#include "desk/mailboxes.h"

#include "api/groups.h"
#include "api/mailbox_input.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema mailbox_schema() {
    auto fields = mailbox_properties();
    for (auto& field : fields) field.is_required = true;
    fields.insert(fields.begin(), {need("id", id()), need("version", id())});
    fields.push_back(need("has_password", boolean()));
    return object(std::move(fields));
}

JsonObject shown(domain::Mailbox const& mailbox) {
    return {{"id", mailbox.id.value},
            {"version", mailbox.version},
            {"address", mailbox.address},
            {"queue", id_or_null(mailbox.queue)},
            {"host", mailbox.host},
            {"port", mailbox.port},
            {"security", mailbox.security},
            {"user", mailbox.user},
            {"auth", mailbox.auth},
            {"folder", mailbox.folder},
            {"after", mailbox.after},
            {"move_to", mailbox.move_to},
            {"is_enabled", mailbox.is_enabled},
            {"has_password", !mailbox.password.empty()}};
}

Result<Reply> list_mailboxes(Call& call) {
    TRY(auto mailboxes, desk::list_mailboxes(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& mailbox : mailboxes) items.emplace_back(shown(mailbox));
    return whole_list(std::move(items));
}

Result<Reply> create_mailbox(Call& call) {
    TRY(auto made, desk::make_mailbox(call.desk(), call.principal(), mailbox_fields_in(call.body), call.key()));
    call.parts.addresses_changed();
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_mailbox(Call& call) {
    TRY(auto mailbox, desk::get_mailbox(call.desk(), call.scope(), call.id<domain::MailboxId>("mailbox")));
    return versioned_reply(shown(mailbox), mailbox.version);
}

Result<Reply> patch_mailbox(Call& call) {
    TRY(auto mailbox, desk::change_mailbox(call.desk(), call.principal(), call.id<domain::MailboxId>("mailbox"),
                                           call.expected_version, mailbox_fields_in(call.body)));
    call.parts.addresses_changed();
    return versioned_reply(shown(mailbox), mailbox.version);
}

}  // namespace

Group mailboxes_group() {
    Group out{"Mailboxes", "Addresses that mail comes in by, and where it is fetched.", {}, {}};
    out.schemas = {{"NewMailbox", mailbox_input()},
                   {"MailboxPatch", partial(mailbox_input())},
                   {"Mailbox", mailbox_schema()},
                   {"MailboxPage", page_of("Mailbox")}};
    out.routes = {
        Route(Verb::get, "/api/v1/mailboxes", "list_mailboxes", Permission::mailboxes_manage, list_mailboxes)
            .says("List mailboxes")
            .answers(200, "MailboxPage"),
        Route(Verb::post, "/api/v1/mailboxes", "create_mailbox", Permission::mailboxes_manage, create_mailbox)
            .says("Add a mailbox")
            .takes("NewMailbox")
            .answers(201, "Mailbox")
            .once(),
        Route(Verb::get, "/api/v1/mailboxes/{mailbox}", "get_mailbox", Permission::mailboxes_manage, get_mailbox)
            .says("Read a mailbox", "Without its password.")
            .answers(200, "Mailbox")
            .versioned(),
        Route(Verb::patch, "/api/v1/mailboxes/{mailbox}", "patch_mailbox", Permission::mailboxes_manage, patch_mailbox)
            .says("Change a mailbox", "Another host needs the password anew.")
            .takes("MailboxPatch")
            .answers(200, "Mailbox")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
