// SPDX-License-Identifier: Apache-2.0
#include "api/mailbox_input.h"

#include <algorithm>
#include <semaphore>

#include "api/fields.h"
#include "api/show.h"

namespace lotse::api {
namespace {

// A test holds a work thread for up to a minute.
std::counting_semaphore<2>& places() {
    static std::counting_semaphore<2> all(2);
    return all;
}

class Place {
  public:
    Place() : is_ours_(places().try_acquire()) {}
    ~Place() {
        if (is_ours_) places().release();
    }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;
    bool is_ours() const { return is_ours_; }

  private:
    bool is_ours_;
};

}  // namespace

std::vector<Property> mailbox_properties() {
    return {need("address", line(254, 3).such_as("support@example.org")),
            may("queue", id().or_null().say("Where its mail lands; else triage decides.")),
            may("host", line(253).such_as("imap.example.org").say("IMAP server; \"\" only receives by SMTP.")),
            may("port", integer(1, 65535)),
            may("security", one_of({"tls", "starttls", "none"}).say("none only to this machine.")),
            may("user", line(254).such_as("support@example.org")),
            may("auth", one_of({"plain", "login", "xoauth2"})),
            may("folder", line(200)),
            may("after", one_of({"seen", "move"}).say("What becomes of stored mail on the server.")),
            may("move_to", line(200)),
            may("is_enabled", boolean())};
}

Schema mailbox_input() {
    auto fields = mailbox_properties();
    fields.push_back(may("password", line(4000).say("Or the OAuth token. Goes in and never comes out.")));
    return object(std::move(fields));
}

desk::MailboxFields mailbox_fields_in(JsonObject const& body) {
    Fields const fields(body);
    desk::MailboxFields out;
    fields.take("address", out.address);
    fields.take("queue", out.queue);
    fields.take("host", out.host);
    fields.take("port", out.port);
    fields.take("security", out.security);
    fields.take("user", out.user);
    fields.take("auth", out.auth);
    fields.take("folder", out.folder);
    fields.take("after", out.after);
    fields.take("move_to", out.move_to);
    fields.take("is_enabled", out.is_enabled);
    if (fields.has("password")) out.password = Secret<std::string>(std::string(text_at(body, "password")));
    return out;
}

Schema submission_input() {
    return object({may("host", line(253).such_as("smtp.example.org").say("\"\": none; mail waits.")),
                   may("port", integer(1, 65535)),
                   may("security", one_of({"tls", "starttls", "none"}).say("none only to this machine.")),
                   may("user", line(254).say("\"\": without log-in.")),
                   may("password", line(4000).say("Goes in and never comes out. Another host needs it anew."))});
}

desk::SubmissionFields submission_fields_in(JsonObject const& body) {
    Fields const fields(body);
    desk::SubmissionFields out;
    fields.take("host", out.host);
    fields.take("port", out.port);
    fields.take("security", out.security);
    fields.take("user", out.user);
    if (fields.has("password")) out.password = Secret<std::string>(std::string(text_at(body, "password")));
    return out;
}

Schema mail_test_schema() {
    auto const steps = one_of({"smtp_connect", "smtp_send", "imap_connect", "imap_folder", "arrived"});
    return object(
        {need("is_well", boolean().say("Every step is.")),
         need("steps",
              list(object(
                  {need("step", steps), need("is_well", boolean().or_null().say("null: it was not tried.")),
                   need("says", text(0).say("What went wrong, in words.")),
                   need("code", text(0).or_null().such_as("imap.login").say("The same, for a sentence of your own.")),
                   need("answer", text(0).or_null().say("The mail server's own words."))})))});
}

Result<Reply> run_mail_test(Call const& call, desk::MailTest const& test) {
    Place const place;
    if (!place.is_ours())
        return unavailable("limit.mail_tests", "Two mailboxes are being tested already; try again in a minute.");
    auto const steps = call.parts.test_mail(test);
    JsonArray rows;
    for (auto const& step : steps)
        rows.emplace_back(JsonObject{{"step", step.step},
                                     {"is_well", step.is_well ? Json(*step.is_well) : Json(nullptr)},
                                     {"says", step.says},
                                     {"code", text_or_null(step.code)},
                                     {"answer", text_or_null(step.answer)}});
    bool const is_well = std::ranges::all_of(steps, [](auto const& step) { return step.is_well == true; });
    Reply out;
    out.body = JsonObject{{"is_well", is_well}, {"steps", std::move(rows)}};
    return out;
}

}  // namespace lotse::api
