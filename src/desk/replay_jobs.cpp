// SPDX-License-Identifier: Apache-2.0
#include "desk/replay_jobs.h"

#include "base/log.h"
#include "desk/replay.h"
#include "store/models.h"
#include "store/replays.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::minutes kFresh{10};

// In steps of a tenth, so that telling costs nothing beside the work.
ReplayProgress teller(Desk& desk, domain::TenantScope const& scope, domain::ReplayId id) {
    return [&desk, &scope, id, told = 0](double done) mutable {
        auto const percent = static_cast<int>(done * 100);
        if (percent < told + 10 || percent >= 100) return;
        told = percent;
        auto const noted = desk.store.write(
            scope, [&](store::WriteTxn& txn) { return store::note_replay_progress(txn, id, percent); });
        if (!noted) log_error("progress of a replay was not noted", noted.error());
    };
}

Result<bool> run_one(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const job, desk.store.read(scope, [](store::ReadTxn& txn) { return store::next_replay(txn); }));
    if (!job) return false;
    auto const done = replay(desk, scope, job->question, teller(desk, scope, job->id));
    using domain::ReplayState;
    if (!done && answer_for(done.error().kind).retry) return done.error();
    auto const state = done ? ReplayState::done : ReplayState::failed;
    auto const answer = done ? to_string(to_json(*done))
                             : to_string(JsonObject{{"code", done.error().code}, {"message", done.error().message}});
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
        return store::finish_replay(txn, job->id, state, answer, desk.clock.now());
    }));
    return true;
}

}  // namespace

Result<domain::ReplayJob> ask_replay(Desk& desk, domain::TenantScope const& scope,
                                     domain::ReplayQuestion const& question) {
    CHECK_OK(check_question(question));
    auto const now = desk.clock.now();
    auto const find = [&](store::ReadTxn& txn) { return store::find_replay(txn, question, now - kFresh); };
    TRY(auto const known, desk.store.read(scope, find));
    if (known) return *known;
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<domain::ReplayJob> {
        TRY(auto const meanwhile, find(txn));
        if (meanwhile) return *meanwhile;
        txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.replay_stored(tenant); });
        return store::add_replay(txn, question, now);
    });
}

Result<bool> run_replay_step(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        TRY(auto const ran, run_one(desk, domain::ScopeMint::for_tenant(tenant.id)));
        has_more = has_more || ran;
    }
    return has_more;
}

}  // namespace lotse::desk
