// SPDX-License-Identifier: Apache-2.0
// Mail that goes out: the server it is handed to, and letters that did not go.
#include "desk/submission.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/mailbox_input.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

JsonObject shown(Call const& call, desk::Submission const& submission) {
    auto const* source = call.parts.has_relay ? "configuration" : submission.host.empty() ? "none" : "desk";
    return {{"host", submission.host}, {"port", submission.port}, {"security", submission.security},
            {"user", submission.user}, {"source", source},        {"has_password", !submission.password.empty()}};
}

Result<Reply> get_submission(Call& call) {
    TRY(auto const submission, desk::read_submission(call.desk(), call.scope()));
    return versioned_reply(shown(call, submission), submission.version);
}

Result<Reply> patch_submission(Call& call) {
    if (call.parts.has_relay)
        return conflict("submission.configured", "The configuration of the program names the outgoing server.");
    TRY(auto const submission,
        desk::change_submission(call.desk(), call.principal(), call.expected_version, submission_fields_in(call.body)));
    return versioned_reply(shown(call, submission), submission.version);
}

Result<Reply> test_mailbox(Call& call) {
    TRY(auto const test, desk::mail_test_of(call.desk(), call.scope(), call.id<domain::MailboxId>("mailbox")));
    return run_mail_test(call, test);
}

Schema submission_schema() {
    return object({need("host", text(0)), need("port", integer(1, 65535)),
                   need("security", one_of({"tls", "starttls", "none"})), need("user", text(0)),
                   need("source", one_of({"configuration", "desk", "none"})
                                      .say("Whose server is used: that of the program's configuration, or this one.")),
                   need("has_password", boolean())});
}

}  // namespace

Group submission_group() {
    Group out{"Outgoing mail", "The server that mail is handed to.", {}, {}};
    out.schemas = {
        {"Submission", submission_schema()}, {"SubmissionPatch", submission_input()}, {"MailTest", mail_test_schema()}};
    out.routes = {
        Route(Verb::get, "/api/v1/submission", "get_submission", Permission::mailboxes_manage, get_submission)
            .says("Read the outgoing server", "Without its password.")
            .answers(200, "Submission")
            .versioned(),
        Route(Verb::patch, "/api/v1/submission", "patch_submission", Permission::mailboxes_manage, patch_submission)
            .says("Set the outgoing server",
                  "Mail that waits is sent. 409 where the program's configuration names one.")
            .takes("SubmissionPatch")
            .answers(200, "Submission")
            .versioned(),
        Route(Verb::post, "/api/v1/mailboxes/{mailbox}/test", "test_mailbox", Permission::mailboxes_manage,
              test_mailbox)
            .says("Test a mailbox",
                  "Sends a real message to its address and waits up to half a minute until it has come in. No ticket "
                  "comes of it.")
            .answers(200, "MailTest"),
    };
    return out;
}

}  // namespace lotse::api
