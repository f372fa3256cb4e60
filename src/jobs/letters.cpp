// SPDX-License-Identifier: Apache-2.0
#include "jobs/letters.h"

#include "base/log.h"
#include "desk/letters.h"
#include "gateway/relay.h"

namespace lotse::jobs {
namespace {

constexpr int kAtOnce = 20;
constexpr std::chrono::milliseconds kPoll{10'000};

Result<void> send_one(desk::Desk& desk, gateway::SmtpRelay const& relay, desk::DueLetter const& due) {
    gateway::PlainLetter letter{due.letter.to_name,    due.letter.to_address, due.letter.language,
                                due.letter.message_id, due.letter.subject,    due.letter.text.reveal(),
                                due.letter.created_at};
    auto const outcome = gateway::send_letter(relay, {due.from_name, due.from_address}, letter);
    CHECK_OK(desk::note_letter_outcome(desk, due, outcome));
    return outcome;
}

Result<void> send_due(desk::Desk& desk, gateway::SmtpRelay const& relay) {
    TRY(auto const due, desk::claim_due_letters(desk, kAtOnce, gateway::way_out(desk, relay)));
    for (auto const& letter : due) {
        TRY(auto const way, gateway::relay_of(desk, letter.tenant, relay));
        if (auto const sent = send_one(desk, way, letter); !sent)
            log_error("a letter was not sent", sent.error(), {{"letter", letter.letter.id.value}});
    }
    return {};
}

}  // namespace

asio::awaitable<void> send_letters(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const done = co_await parts.lanes.work([&desk, relay = parts.relay] { return send_due(desk, relay); });
        if (!done) log_error("letters could not be read", done.error());
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
