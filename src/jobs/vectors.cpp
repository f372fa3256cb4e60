// SPDX-License-Identifier: Apache-2.0
#include "jobs/vectors.h"

#include <chrono>

#include "base/log.h"
#include "desk/follow_vectors.h"
#include "desk/make_vectors.h"

namespace lotse::jobs {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPoll{1'000};  // what people do rings no bell that this would need to hear sooner
constexpr milliseconds kNoModel{2'000};
constexpr milliseconds kAfterFailure{5'000};
constexpr milliseconds kBreath{2};
constexpr milliseconds kBusy{50};
constexpr int kMostBusy = 40;  // two seconds: then one text goes first, so that a busy desk gets its vectors, too

// Kept by the coroutine; what goes to a lane holds a share of it.
struct Making {
    explicit Making(desk::Desk& wanted) : desk(wanted), follower(wanted) {}
    desk::Desk& desk;
    desk::VectorFollower follower;
    std::size_t turn = 0;  // whose older tickets come next
};
using SharedMaking = std::shared_ptr<Making>;
using SharedBatch = std::shared_ptr<desk::VectorBatch>;

asio::awaitable<void> let_others_first(JobParts const& parts, std::shared_ptr<Wake> wake) {
    for (int i = 0; i < kMostBusy && parts.lanes.cpu_counters().waiting > 0; ++i) co_await wake->wait(kBusy);
}

// Encodes and stores what was found. `rests`: as long as each text took.
asio::awaitable<Result<bool>> store_batch(JobParts const& parts, std::shared_ptr<Wake> wake, SharedMaking making,
                                          domain::TenantId tenant, SharedBatch batch, bool rests) {
    for (std::size_t at = 0; at < batch->todo.size(); ++at) {
        co_await let_others_first(parts, wake);
        auto const begun = std::chrono::steady_clock::now();
        auto const made = co_await parts.lanes.cpu(
            [making, batch, at] { return desk::make_vector(making->desk.meanings, batch->todo[at]); });
        if (!made) co_return made.error();
        auto const took = std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - begun);
        if (rests) co_await wake->wait(took);
    }
    co_return co_await parts.lanes.work([making, batch, tenant] {
        return desk::put_vectors(making->desk, domain::ScopeMint::for_tenant(tenant), *batch);
    });
}

// Gives whether anything was done.
asio::awaitable<Result<bool>> make_some(JobParts const& parts, std::shared_ptr<Wake> wake, SharedMaking making,
                                        domain::TenantId tenant, std::string version, bool wants_old) {
    auto found = co_await parts.lanes.work([making, tenant, version, wants_old] {
        return desk::next_vectors(making->desk, domain::ScopeMint::for_tenant(tenant), version, wants_old);
    });
    if (!found) co_return found.error();
    if (found->is_idle()) co_return false;
    auto const batch = std::make_shared<desk::VectorBatch>(*std::move(found));
    auto const stored = co_await store_batch(parts, wake, making, tenant, batch, wants_old);
    if (!stored) co_return stored.error();
    co_return true;
}

asio::awaitable<Result<void>> follow(JobParts const& parts, SharedMaking making, domain::TenantId tenant,
                                     encoder::SharedEncoder encoder) {
    for (;;) {
        auto const more = co_await parts.lanes.work([making, tenant, encoder] {
            return making->follower.step(domain::ScopeMint::for_tenant(tenant), encoder);
        });
        if (!more) co_return more.error();
        if (!*more) co_return Result<void>{};
    }
}

// One round over all desks: what just came of each, then a few older ones of the next desk that has any.
asio::awaitable<Result<bool>> go_round(JobParts const& parts, std::shared_ptr<Wake> wake, SharedMaking making,
                                       encoder::SharedEncoder encoder) {
    auto const tenants = co_await parts.lanes.work([making] { return desk::desks_with_vectors(making->desk); });
    if (!tenants) co_return tenants.error();
    bool has_done = false;
    for (auto const tenant : *tenants) {
        auto const done = co_await make_some(parts, wake, making, tenant, encoder->version(), false);
        if (!done) co_return done.error();
        has_done = has_done || *done;
        if (auto const followed = co_await follow(parts, making, tenant, encoder); !followed)
            co_return followed.error();
    }
    for (std::size_t i = 0; !has_done && i < tenants->size(); ++i) {
        auto const tenant = (*tenants)[making->turn++ % tenants->size()];
        auto const done = co_await make_some(parts, wake, making, tenant, encoder->version(), true);
        if (!done) co_return done.error();
        has_done = *done;
    }
    co_return has_done;
}

}  // namespace

asio::awaitable<void> make_vectors(JobParts parts, std::shared_ptr<Wake> wake) {
    auto const making = std::make_shared<Making>(parts.desk);
    for (;;) {
        auto const encoder = parts.desk.meanings.encoder();
        if (!encoder) {
            making->follower.forget();
            co_await wake->wait(kNoModel);
            continue;
        }
        auto const done = co_await go_round(parts, wake, making, encoder);
        bool const is_gone = !done && done.error().code == "model.absent";
        if (!done && !is_gone) log_error("vectors could not be made", done.error());
        co_await wake->wait(is_gone ? kNoModel : !done ? kAfterFailure : *done ? kBreath : kPoll);
    }
}

}  // namespace lotse::jobs
