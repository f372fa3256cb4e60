// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sample_mail.h"

#include <fmt/format.h>

#include "app/demo/story.h"
#include "base/crypto.h"
#include "gateway/inbound_from_mail.h"
#include "gateway/mail_out.h"
#include "mail/parse_message.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"

namespace lotse::app {
namespace {

struct Words {
    char const* language;
    char const* subject;
    char const* text;
};

constexpr Words kSamples[] = {
    {"en", "Nobody in the front office can get on the wifi",
     "Hello,\n\nsince this morning none of us in the front office can connect to the wireless network. The laptops see "
     "it "
     "but refuse the password, and we cannot take bookings. Could somebody look at it today, please?\n\nMany "
     "thanks\n-- \n"},
    {"de", "Drucker im Lager druckt nur noch leere Seiten",
     "Guten Tag,\n\nunser Etikettendrucker im Lager wirft seit gestern nur noch leere Seiten aus, ein neuer Toner hat "
     "nicht "
     "geholfen. Die Lieferscheine schreiben wir gerade von Hand. Wann kann jemand vorbeikommen?\n\nMit freundlichen "
     "Grüßen\n-- \n"},
    {"pl", "Podwójna faktura za wrzesień",
     "Dzień dobry,\n\notrzymaliśmy dwa razy fakturę za wrzesień, obie z tym samym numerem zamówienia, ale na różne "
     "kwoty. "
     "Proszę o korektę jednej z nich i informację, którą mamy zapłacić.\n\nPozdrawiam\n-- \n"},
};

Result<domain::Customer> find_speaker(store::ReadTxn& txn, std::string_view language) {
    std::string after;
    do {
        TRY(auto page, store::list_customers(txn, after, 200));
        for (auto const& customer : page.items)
            if (customer.language == language && !customer.email.empty()) return customer;
        after = page.next;
    } while (!after.empty());
    return not_found("demo.missing", "There is no demo desk in this data folder. Load it: lotse demo load");
}

}  // namespace

Result<SampleMail> make_sample_mail(desk::Desk& desk, domain::TenantScope const& scope, std::string_view language) {
    Words const* words = nullptr;
    for (auto const& sample : kSamples)
        if (sample.language == language) words = &sample;
    if (words == nullptr) return invalid("demo.language", "There are samples in en, de and pl.", "--lang");
    SampleMail out;
    TRY(out.customer, desk.store.read(scope, [&](store::ReadTxn& txn) { return find_speaker(txn, language); }));
    out.language = language;
    out.to = "help@nordhafen.example";
    out.subject = words->subject;
    out.text = words->text + out.customer.name + "\n";
    out.bytes =
        customer_mail(out.customer, out.to, out.subject, out.text, {}, "sample-" + random_token(8), desk.clock.now());
    // What the firm's own receiving server would have written is not ours to claim here.
    out.bytes.erase(0, out.bytes.find("\r\n") + 2);
    return out;
}

Result<void> hand_over(SampleMail const& mail, std::string const& endpoint) {
    gateway::SmtpRelay relay;
    relay.url = fmt::format("smtp://{}", endpoint);
    relay.security = "none";
    return gateway::send_mail(relay, mail.customer.email, mail.to, mail.bytes);
}

Result<std::optional<domain::TicketId>> find_settled(desk::Desk& desk, domain::TenantScope const& scope,
                                                     SampleMail const& mail) {
    auto const message = mail::parse_message(mail.bytes);
    gateway::MailDelivery delivery;
    delivery.route.recipient = mail.to;
    auto const key = gateway::delivery_key(mail.bytes, message.message_id, "", delivery);
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::optional<domain::TicketId>> {
        TRY(auto found, store::find_delivery(txn, key));
        if (!found) return std::optional<domain::TicketId>{};
        TRY(auto events, store::list_events(txn, found->ticket));
        for (auto const& event : events)
            if (event.needs_settling) return std::optional<domain::TicketId>{};
        return std::optional<domain::TicketId>{found->ticket};
    });
}

}  // namespace lotse::app
