// SPDX-License-Identifier: Apache-2.0
#include "gateway/imap_poll.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "desk/mailbox_progress.h"
#include "gateway/receive_mail.h"
#include "mail/address.h"
#include "net/stop.h"

namespace lotse::gateway {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kMailBytes = std::size_t{50} << 20;

// What the coroutine knows of its mailbox; read anew for every connection.
struct Box {
    domain::TenantId tenant;
    desk::MailboxProgress progress;
};

std::string imap_day(Instant at) {
    static constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::chrono::year_month_day const day{std::chrono::floor<std::chrono::days>(at)};
    return fmt::format("{}-{}-{}", static_cast<unsigned>(day.day()), kMonths[static_cast<unsigned>(day.month()) - 1],
                       static_cast<int>(day.year()));
}

// Parse and accept on a work lane; the mail is durable when this gives a value.
Result<desk::Accepted> take(desk::Desk& desk, std::vector<std::string> const& trusted, Box const& box, std::int64_t uid,
                            std::string const& bytes) {
    MailDelivery delivery;
    delivery.door = "imap";
    auto const& mailbox = box.progress.mailbox;
    auto const canonical = mail::canonical_address(mailbox.address);
    Route const route{box.tenant, mailbox.queue, canonical ? canonical->key() : mailbox.address, {}};
    delivery.uid = fmt::format("{}|{}|{}", mailbox.id.value, box.progress.uid_validity, uid);
    delivery.trusted_receivers = trusted;
    delivery.received_at = desk.clock.now();
    return receive_mail(desk, bytes, delivery, {route}).front();
}

class Poll {
  public:
    Poll(MailboxParts& parts, Box box, net::ImapClient client)
        : parts_(parts),
          shared_box_(std::make_shared<Box>(std::move(box))),
          progress_(shared_box_->progress),
          client_(std::move(client)) {}

    asio::awaitable<Result<void>> begin() {
        CO_TRY(auto folder, co_await client_.select(progress_.mailbox.folder));
        bool const is_first = progress_.uid_validity == 0;
        // A server that numbers anew has forgotten what we took. Everything since we began is looked at again; what is
        // stored already is known by its delivery key and adds nothing.
        criteria_ = is_first ? "UNSEEN" : "OR UNSEEN SINCE " + progress_.since;
        if (folder.uid_validity != progress_.uid_validity) {
            if (!is_first) log(Level::warn, "a mailbox was numbered anew", {{"mailbox", progress_.mailbox.id.value}});
            progress_.uid_validity = folder.uid_validity;
            progress_.last_uid = 0;
            auto const since = is_first ? imap_day(parts_.desk.clock.now()) : std::string();
            if (is_first) progress_.since = since;
            CO_CHECK_OK(co_await save(since));
        } else {
            criteria_ = fmt::format("UID {}:*", progress_.last_uid + 1);
        }
        co_return Result<void>{};
    }

    asio::awaitable<Result<void>> take_new(std::shared_ptr<std::atomic<bool>> is_over) {
        CO_TRY(auto uids, co_await client_.search(criteria_));
        for (auto const uid : uids) {
            if (uid <= progress_.last_uid) continue;  // "n:*" names the last message even when it is older
            if (is_over->load()) co_return Result<void>{};
            CO_CHECK_OK(co_await take_one(uid));
        }
        criteria_ = fmt::format("UID {}:*", progress_.last_uid + 1);
        co_return Result<void>{};
    }

    asio::awaitable<Result<void>> wait() {
        if (client_.can_idle()) {
            CO_TRY([[maybe_unused]] auto is_new, co_await client_.idle(parts_.idle));
            co_return Result<void>{};
        }
        if (!co_await net::pause(parts_.poll)) co_return unavailable("net.stopped", "The desk is stopping.");
        co_return co_await client_.noop();
    }

    asio::awaitable<void> end() { co_await client_.logout(); }
    std::int64_t taken() const { return taken_; }

  private:
    asio::awaitable<Result<void>> take_one(std::int64_t uid) {
        auto fetched = co_await client_.fetch(uid, kMailBytes);
        if (!fetched && fetched.error().kind == Kind::too_large) {
            // The head tells who wrote; the rest stays on the server, which is said in the ticket.
            fetched = co_await client_.fetch_header(uid);
            if (fetched) *fetched += "\r\nThis message is larger than 50 MiB and stayed on the mail server.\r\n";
        }
        if (!fetched && fetched.error().kind == Kind::not_found) co_return co_await pass(uid);
        if (!fetched) co_return fetched.error();
        auto const bytes = std::make_shared<std::string const>(*std::move(fetched));
        // A job may outlive this coroutine when the desk stops: it owns what it needs.
        auto accepted =
            co_await parts_.lanes.work([desk = &parts_.desk, trusted = parts_.trusted_receivers, box = shared_box_, uid,
                                        bytes] { return take(*desk, trusted, *box, uid, *bytes); });
        parts_.on_inbound("imap", !accepted ? "failed" : accepted->is_known ? "known" : "accepted");
        if (!accepted) co_return accepted.error();  // the mail stays where it is
        ++taken_;
        if (progress_.mailbox.after == "move") {
            CO_CHECK_OK(co_await client_.move(uid, progress_.mailbox.move_to));
        } else {
            CO_CHECK_OK(co_await client_.mark_seen(uid));
        }
        co_return co_await pass(uid);
    }
    asio::awaitable<Result<void>> pass(std::int64_t uid) {
        progress_.last_uid = uid;
        co_return co_await save({});
    }
    asio::awaitable<Result<void>> save(std::string since) {
        co_return co_await parts_.lanes.work([desk = &parts_.desk, box = shared_box_, since] {
            auto const& progress = box->progress;
            return desk::write_progress(*desk, box->tenant, progress.mailbox.id, progress.uid_validity,
                                        progress.last_uid, since);
        });
    }

    MailboxParts& parts_;
    std::shared_ptr<Box> shared_box_;
    desk::MailboxProgress& progress_;
    net::ImapClient client_;
    std::string criteria_;
    std::int64_t taken_ = 0;
};

asio::awaitable<void> tell_state(MailboxParts& parts, domain::TenantId tenant, domain::MailboxId id,
                                 std::string state) {
    auto const written = co_await parts.lanes.work(
        [desk = &parts.desk, tenant, id, state] { return desk::write_mailbox_state(*desk, tenant, id, state); });
    if (!written) log_error("the state of a mailbox was not noted", written.error(), {{"mailbox", id.value}});
}

// One connection, from log-in to its end.
asio::awaitable<Result<void>> poll_once(MailboxParts& parts, domain::TenantId tenant, domain::MailboxId id,
                                        std::shared_ptr<std::atomic<bool>> is_over, int& failures) {
    CO_TRY(auto progress, co_await parts.lanes.work(
                              [desk = &parts.desk, tenant, id] { return desk::read_progress(*desk, tenant, id); }));
    auto const& mailbox = progress.mailbox;
    net::ImapAccount account{mailbox.host,      static_cast<std::uint16_t>(mailbox.port),
                             mailbox.security,  mailbox.user,
                             progress.password, mailbox.auth};
    CO_TRY(auto client, co_await net::ImapClient::open(std::move(account), parts.tls));
    Poll poll(parts, {tenant, std::move(progress)}, std::move(client));
    CO_CHECK_OK(co_await poll.begin());
    std::int64_t told = -1;
    while (!is_over->load()) {
        CO_CHECK_OK(co_await poll.take_new(is_over));
        failures = 0;
        if (poll.taken() != told) {
            told = poll.taken();
            co_await tell_state(
                parts, tenant, id,
                fmt::format("well: connected, {} mails taken since {}", told, to_rfc3339(parts.desk.clock.now())));
        }
        CO_CHECK_OK(co_await poll.wait());
    }
    co_await poll.end();
    co_return Result<void>{};
}

}  // namespace

std::chrono::seconds mailbox_pause(int failures, bool is_refused) {
    if (is_refused) return std::chrono::seconds{300};
    return std::chrono::seconds{std::min(300, 5 << std::clamp(failures - 1, 0, 6))};
}

asio::awaitable<void> poll_mailbox(MailboxParts parts, domain::TenantId tenant, domain::MailboxId mailbox,
                                   std::shared_ptr<std::atomic<bool>> is_over) {
    int failures = 0;
    while (!is_over->load()) {
        auto const ended = co_await poll_once(parts, tenant, mailbox, is_over, failures);
        if (ended) continue;
        if (ended.error().code == "net.stopped" || ended.error().code == "lanes.stopped") co_return;
        ++failures;
        bool const is_refused = ended.error().kind == Kind::unauthenticated;
        log_error("a mailbox could not be fetched", ended.error(),
                  {{"mailbox", mailbox.value}, {"tenant", tenant.value}});
        co_await tell_state(parts, tenant, mailbox,
                            fmt::format("failed: {} ({}, {} times)", ended.error().message,
                                        to_rfc3339(parts.desk.clock.now()), failures));
        auto left = mailbox_pause(failures, is_refused);
        // In short steps, so that a corrected password is used at once.
        while (left.count() > 0 && !is_over->load()) {
            if (!co_await net::pause(std::chrono::seconds{1})) co_return;
            left -= std::chrono::seconds{1};
        }
    }
}

}  // namespace lotse::gateway
