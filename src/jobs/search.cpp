// SPDX-License-Identifier: Apache-2.0
#include "jobs/search.h"

#include "base/log.h"
#include "desk/index_tickets.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{500};  // another process may have changed a ticket
constexpr std::chrono::milliseconds kAfterFailure{5000};
constexpr std::chrono::milliseconds kBreath{2};  // between batches, so that the desk's own writes come first

}  // namespace

asio::awaitable<void> index_tickets(JobParts parts, std::shared_ptr<Wake> wake) {
    auto const indexer = std::make_shared<desk::TicketIndexer>(parts.desk);
    for (;;) {
        auto const done = co_await parts.lanes.work([indexer] { return indexer->step(); });
        if (!done) log_error("tickets could not be indexed", done.error());
        co_await wake->wait(!done ? kAfterFailure : *done > 0 ? kBreath : kPoll);
    }
}

}  // namespace lotse::jobs
