// SPDX-License-Identifier: Apache-2.0
#include "desk/housekeeping.h"

#include "base/log.h"
#include "base/text.h"
#include "desk/audit_chain.h"
#include "desk/forget_escalations.h"
#include "desk/forget_lessons.h"
#include "desk/learn.h"
#include "desk/promises.h"
#include "desk/risk.h"
#include "domain/zone.h"
#include "store/correspondence.h"
#include "store/credentials.h"
#include "store/leftover_blobs.h"
#include "store/letters.h"
#include "store/one_time.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::hours kKeyLife{48};
constexpr std::chrono::hours kLeftoverLife{24};
constexpr int kUploadsAtOnce = 500;
constexpr std::chrono::days kDeadLetterLife{30};
constexpr std::string_view kLastRefit = "last_refit";

bool is_night(domain::Tenant const& tenant, Instant now) {
    auto const zone = domain::Zone::find(tenant.time_zone);
    auto const local = zone ? zone->to_local(now) : domain::LocalTime{now.time_since_epoch()};
    auto const hour = std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local));
    return hour >= std::chrono::hours{2} && hour < std::chrono::hours{5};
}

bool is_refit_due(domain::Tenant const& tenant, Instant last, Instant now) {
    auto const since = now - last;
    return since > std::chrono::hours{26} || (since > std::chrono::hours{12} && is_night(tenant, now));
}

// In pieces, so that others write in between.
Result<void> forget_uploads(Desk& desk, domain::TenantScope const& scope, Instant now) {
    for (;;) {
        TRY(auto gone, desk.store.write(scope, [&](store::WriteTxn& txn) {
            return store::forget_uploads(txn, now, kUploadsAtOnce);
        }));
        if (gone < kUploadsAtOnce) return {};
    }
}

// Content that uploads left behind a day ago. A day, because a backup that began before must still find it. The file
// goes before the row that tells of it, so that a crash in between only means to look again; and content that
// somebody put since is looked at anew a day later.
Result<void> remove_leftovers(Desk& desk, domain::TenantScope const& scope, Instant now) {
    TRY(auto const left, desk.store.read(scope, [&](store::ReadTxn& txn) {
        return store::list_leftovers(txn, now - kLeftoverLife, kUploadsAtOnce);
    }));
    for (auto const& blob : left) {
        TRY(bool const is_used,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return store::is_blob_used(txn, blob); }));
        bool is_done = is_used;
        if (!is_used) {
            TRY(is_done, desk.blobs.remove_unused(scope, blob.sha256, kLeftoverLife));
        }
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
            return is_done ? store::forget_leftover(txn, blob.sha256) : store::leave_blob(txn, blob, now);
        }));
    }
    return {};
}

}  // namespace

Result<int> keep_house(Desk& desk, triage::Progress const& progress) {
    int refits = 0;
    TRY(auto tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        auto const now = desk.clock.now();
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
            CHECK_OK(store::forget_keyed_calls(txn, now - kKeyLife));
            CHECK_OK(store::forget_sessions(txn, now));
            CHECK_OK(store::forget_one_times(txn, now));
            return store::forget_letters(txn, now - kDeadLetterLife);
        }));
        CHECK_OK(forget_uploads(desk, scope, now));
        CHECK_OK(remove_leftovers(desk, scope, now));
        TRY([[maybe_unused]] auto const forgotten, forget_old_audit(desk, scope));
        CHECK_OK(forget_old_lessons(desk, scope));
        TRY([[maybe_unused]] auto const ended, forget_old_escalations(desk, scope));
        CHECK_OK(judge_promises(desk, scope));
        TRY(auto note, desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_note(txn, kLastRefit); }));
        auto const last = instant(to_int(note).value_or(0));
        if (!is_refit_due(tenant, last, now)) continue;
        auto const fitted = refit(desk, scope, progress);
        if (progress) progress(1);
        if (!fitted && desk.stopping.stop_requested()) return refits;
        TRY(auto const done, fitted);
        CHECK_OK(learn_risks(desk, scope));
        CHECK_OK(learn_promises(desk, scope));
        if (done.replaced) {
            ++refits;
            log(Level::info, "triage was fitted anew", {{"tenant", tenant.id.value}, {"version", done.version}});
        }
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
            return store::write_note(txn, kLastRefit, std::to_string(micros(now)));
        }));
    }
    return refits;
}

}  // namespace lotse::desk
