// SPDX-License-Identifier: Apache-2.0
#include "gateway/test_mailbox.h"

#include <fmt/format.h>

#include <chrono>
#include <future>

#include "gateway/relay.h"
#include "net/imap_client.h"
#include "net/stop.h"

namespace lotse::gateway {
namespace {

namespace asio = boost::asio;
using Steps = std::vector<desk::MailTestStep>;

constexpr std::chrono::seconds kLongestWait{30};
constexpr std::chrono::seconds kLongestTest{60};

desk::MailTestStep step_of(std::string_view step, Result<void> const& outcome) {
    if (outcome) return {step, true};
    return {step, false, outcome.error().message, outcome.error().code, outcome.error().detail};
}
desk::MailTestStep not_tried(std::string_view step) { return {step, std::nullopt}; }

// True once the message has gone out.
bool send(MailTestParts const& parts, desk::MailTest const& test, Steps& steps) {
    auto relay = parts.relay.url.empty() ? relay_from(test.submission, parts.relay) : parts.relay;
    relay.timeout_seconds = 20;
    auto const reached = relay.url.empty()
                             ? Result<void>(invalid("relay.missing", "No server for outgoing mail is set."))
                             : try_relay(relay);
    steps.push_back(step_of("smtp_connect", reached));
    if (!reached) {
        steps.push_back(not_tried("smtp_send"));
        return false;
    }
    PlainLetter letter;
    letter.to_address = test.mailbox.address;
    letter.language = test.language;
    letter.message_id = test.message_id;
    letter.subject = "Lotse";
    letter.text = "This is the test of a mailbox. It may be deleted.";
    letter.at = test.at;
    auto const sent = send_letter(relay, {test.from_name, test.from_address}, letter);
    steps.push_back(step_of("smtp_send", sent));
    return sent.has_value();
}

// The part of the id that we made ourselves: letters, digits and dots.
std::string criteria_of(desk::MailTest const& test) {
    return fmt::format("HEADER Message-ID \"{}\"", test.message_id.substr(0, test.message_id.find('@')));
}

// A fetching coroutine may have been quicker and have moved it.
asio::awaitable<Result<bool>> is_in(net::ImapClient& client, std::string folder, std::string criteria) {
    if (folder.empty()) co_return false;
    CO_TRY([[maybe_unused]] auto const selected, co_await client.select(folder));
    CO_TRY(auto const found, co_await client.search(criteria));
    for (auto const uid : found) CO_CHECK_OK(co_await client.mark_seen(uid));
    co_return !found.empty();
}

asio::awaitable<Result<void>> wait_for(net::ImapClient& client, desk::MailTest const& test) {
    auto const until = std::chrono::steady_clock::now() + kLongestWait;
    while (std::chrono::steady_clock::now() < until) {
        CO_TRY(auto const is_here, co_await is_in(client, test.mailbox.folder, criteria_of(test)));
        if (is_here) co_return Result<void>{};
        CO_TRY(auto const was_moved, co_await is_in(client, test.mailbox.move_to, criteria_of(test)));
        if (was_moved) co_return Result<void>{};
        if (!co_await net::pause(std::chrono::seconds{1})) break;
    }
    co_return unavailable("mailbox.nothing_came", "The message went out but has not come in within 30 seconds.");
}

asio::awaitable<Steps> look(desk::MailTest test, std::shared_ptr<net::TlsClient> tls, bool is_sent) {
    Steps steps;
    auto const& box = test.mailbox;
    net::ImapAccount account{box.host, static_cast<std::uint16_t>(box.port), box.security, box.user, test.password,
                             box.auth};
    auto client = co_await net::ImapClient::open(std::move(account), std::move(tls));
    steps.push_back(step_of("imap_connect", client ? Result<void>{} : Result<void>(client.error())));
    if (!client) {
        steps.push_back(not_tried("imap_folder"));
        steps.push_back(not_tried("arrived"));
        co_return steps;
    }
    auto const folder = co_await client->select(box.folder);
    steps.push_back(step_of("imap_folder", folder ? Result<void>{} : Result<void>(folder.error())));
    if (folder && is_sent) {
        auto const arrived = co_await wait_for(*client, test);
        steps.push_back(step_of("arrived", arrived));
    } else {
        steps.push_back(not_tried("arrived"));
    }
    co_await client->logout();
    co_return steps;
}

asio::awaitable<void> look_and_tell(desk::MailTest test, std::shared_ptr<net::TlsClient> tls, bool is_sent,
                                    std::shared_ptr<std::promise<Steps>> told) {
    auto steps = co_await look(std::move(test), std::move(tls), is_sent);
    told->set_value(std::move(steps));
}

// Also where the desk stops meanwhile: the promise breaks then.
Steps unfinished() {
    return {{"imap_connect", false, "The mail server did not answer in time.", "net.timeout"},
            not_tried("imap_folder"),
            not_tried("arrived")};
}

}  // namespace

std::vector<desk::MailTestStep> test_mailbox(MailTestParts const& parts, desk::MailTest const& test) {
    Steps steps;
    bool const is_sent = send(parts, test, steps);
    auto told = std::make_shared<std::promise<Steps>>();
    auto future = told->get_future();
    parts.runtime.spawn("mailbox test", parts.runtime.make_strand(),
                        look_and_tell(test, parts.tls, is_sent, std::move(told)));
    Steps rest;
    try {
        rest = future.wait_for(kLongestTest) == std::future_status::ready ? future.get() : unfinished();
    } catch (std::future_error const&) {
        rest = unfinished();
    }
    steps.insert(steps.end(), rest.begin(), rest.end());
    return steps;
}

}  // namespace lotse::gateway
