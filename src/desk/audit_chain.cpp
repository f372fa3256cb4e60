// SPDX-License-Identifier: Apache-2.0
#include "desk/audit_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/crypto.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr int kPiece = 1000;

struct Anchors {
    std::optional<store::AuditAnchor> checkpoint;
    std::optional<store::AuditAnchor> base;
};
Result<Anchors> read_anchors(store::ReadTxn& txn) {
    Anchors out;
    TRY(auto all, store::list_anchors(txn));
    for (auto& anchor : all) (anchor.is_base ? out.base : out.checkpoint) = std::move(anchor);
    return out;
}

// Row by row, with what the row before was.
class Walk {
  public:
    Walk(domain::TenantId tenant, ChainCheck& check, std::string before)
        : tenant_(tenant), check_(check), before_(std::move(before)) {}

    bool step(store::ChainRow const& row) {
        if (row.seq != check_.last + 1) return fail(ChainFault::row_missing, check_.last + 1);
        if (!equal_in_constant_time(store::commitment_of(row), row.commitment) ||
            !equal_in_constant_time(store::hash_of(tenant_, before_, row), row.hash))
            return fail(ChainFault::row_changed, row.seq);
        if (check_.checkpoint && check_.checkpoint->seq == row.seq && check_.checkpoint->hash != row.hash)
            return fail(ChainFault::anchor_differs, row.seq);
        before_ = row.hash;
        check_.last = row.seq;
        ++check_.checked;
        return true;
    }
    // At the end: the head tells the same, and nothing that was signed is missing.
    bool finish(std::optional<store::ChainEnd> const& head) {
        auto const end = head.value_or(store::ChainEnd{0, store::chain_start()});
        if (end.seq > check_.last) return fail(ChainFault::row_missing, check_.last + 1);
        if (end.seq < check_.last || end.hash != before_) return fail(ChainFault::head_differs, check_.last);
        for (auto const& anchor : {check_.checkpoint, check_.base})
            if (anchor && anchor->seq > end.seq) return fail(ChainFault::anchor_differs, anchor->seq);
        return true;
    }
    bool fail(ChainFault fault, std::int64_t at) {
        check_.fault = fault;
        check_.fault_at = at;
        check_.next = 0;
        return false;
    }

  private:
    domain::TenantId tenant_;
    ChainCheck& check_;
    std::string before_;
};

bool check_anchors(domain::TenantId tenant, ChainCheck& check) {
    for (auto const& anchor : {check.base, check.checkpoint}) {
        if (!anchor || is_signed(check.public_key, signed_text(tenant, *anchor), anchor->signature)) continue;
        check.fault = ChainFault::anchor_forged;
        check.fault_at = anchor->seq;
        return false;
    }
    return true;
}

// What the first row to look at follows.
Result<std::string> hash_before(store::ReadTxn& txn, ChainCheck& check, std::int64_t after) {
    auto const base = check.base ? check.base->seq : 0;
    check.last = std::max(after, base);
    if (check.last == base) return check.base ? check.base->hash : store::chain_start();
    TRY(auto const row, store::find_in_chain(txn, check.last));
    if (!row) return not_found("audit.no_row", fmt::format("The audit list has no row number {}.", after));
    return row->hash;
}

store::AuditAnchor signed_anchor(domain::TenantId tenant, std::string_view seed, store::AuditAnchor anchor) {
    anchor.signature = sign(seed, signed_text(tenant, anchor));
    return anchor;
}

// How far rows may go: those before the first that is young enough, as long as they hold.
struct Reach {
    std::int64_t rows = 0;
    store::ChainEnd end;
    bool is_whole = true;
};
Reach reach_of(domain::TenantId tenant, std::vector<store::ChainRow> const& rows, ChainCheck check, std::string before,
               Instant limit) {
    Reach out;
    Walk walk(tenant, check, std::move(before));
    for (auto const& row : rows) {
        if (row.entry.call.at >= limit) break;
        out.is_whole = walk.step(row);
        if (!out.is_whole) break;
        out.end = {row.seq, row.hash};
        ++out.rows;
    }
    return out;
}

Result<Reach> forget_piece(Desk& desk, store::WriteTxn& txn, Instant limit) {
    ChainCheck check;
    TRY(auto anchors, read_anchors(txn));
    check.base = std::move(anchors.base);
    TRY(auto const seed, audit_seed(desk, txn));
    check.public_key = signing_public_key(seed);
    if (!check_anchors(txn.tenant(), check)) return Reach{0, {}, false};
    TRY(auto before, hash_before(txn, check, 0));
    TRY(auto const rows, store::list_chain(txn, check.last, kPiece));
    auto const reach = reach_of(txn.tenant(), rows, check, std::move(before), limit);
    if (reach.rows > 0) {
        store::AuditAnchor base{true, reach.end.seq, desk.clock.now(), reach.end.hash, {}};
        CHECK_OK(store::put_anchor(txn, signed_anchor(txn.tenant(), seed, std::move(base))));
    }
    TRY([[maybe_unused]] auto const gone, store::forget_audit(txn, reach.rows > 0 ? reach.end.seq : check.last, limit));
    return reach;
}

}  // namespace

std::string_view name_of(ChainFault fault) {
    constexpr std::array<std::string_view, 6> kNames{"none",         "row_changed",    "row_missing",
                                                     "head_differs", "anchor_differs", "anchor_forged"};
    return kNames[static_cast<std::size_t>(fault)];
}

std::string signed_text(domain::TenantId tenant, store::AuditAnchor const& anchor) {
    return fmt::format("lotse audit|{}|{}|{}|{}|{}", tenant.value, anchor.is_base ? "base" : "checkpoint", anchor.seq,
                       micros(anchor.at), hex(anchor.hash));
}

Result<ChainCheck> check_chain(Desk& desk, domain::TenantScope const& scope, std::int64_t after, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<ChainCheck> {
        ChainCheck out;
        TRY(auto const head, store::chain_head(txn));
        out.head = head ? head->seq : 0;
        TRY(auto anchors, read_anchors(txn));
        out.checkpoint = std::move(anchors.checkpoint);
        out.base = std::move(anchors.base);
        TRY(auto const seed, audit_seed(desk, txn));
        out.public_key = signing_public_key(seed);
        if (!check_anchors(scope.tenant(), out)) return out;
        TRY(auto before, hash_before(txn, out, after));
        TRY(auto const rows, store::list_chain(txn, out.last, limit));
        Walk walk(scope.tenant(), out, std::move(before));
        if (!std::ranges::all_of(rows, [&](auto const& row) { return walk.step(row); })) return out;
        if (std::ssize(rows) == limit) out.next = out.last;
        else walk.finish(head);
        return out;
    });
}

Result<ChainCheck> check_whole_chain(Desk& desk, domain::TenantScope const& scope) {
    std::int64_t checked = 0;
    std::int64_t after = 0;
    for (;;) {
        TRY(auto out, check_chain(desk, scope, after, kPiece));
        out.checked += checked;
        if (out.next == 0) return out;
        checked = out.checked;
        after = out.next;
    }
}

Result<bool> make_checkpoint(Desk& desk, domain::TenantScope const& scope) {
    TRY(bool const has_grown, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<bool> {
        TRY(auto const head, store::chain_head(txn));
        TRY(auto const anchors, read_anchors(txn));
        return head && (!anchors.checkpoint || anchors.checkpoint->seq < head->seq);
    }));
    if (!has_grown) return false;
    TRY(auto const made, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<store::AuditAnchor> {
        TRY(auto const head, store::chain_head(txn));
        TRY(auto const seed, audit_seed(desk, txn));
        store::AuditAnchor wanted{false, head->seq, desk.clock.now(), head->hash, {}};
        auto anchor = signed_anchor(scope.tenant(), seed, std::move(wanted));
        CHECK_OK(store::put_anchor(txn, anchor));
        return anchor;
    }));
    log(Level::info, "audit checkpoint",
        {{"tenant", scope.tenant().value},
         {"seq", made.seq},
         {"signed_at", micros(made.at)},
         {"hash", hex(made.hash)},
         {"signature", base64(made.signature)}});
    return true;
}

Result<void> make_checkpoints(Desk& desk) {
    TRY(auto const tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        TRY([[maybe_unused]] auto const made, make_checkpoint(desk, domain::ScopeMint::for_tenant(tenant.id)));
    }
    return {};
}

Result<std::int64_t> forget_old_audit(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const settings, desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_settings(txn); }));
    if (settings.audit_days == 0) return 0;
    auto const limit = desk.clock.now() - std::chrono::days{settings.audit_days};
    std::int64_t gone = 0;
    for (;;) {
        TRY(auto const reach,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return forget_piece(desk, txn, limit); }));
        gone += reach.rows;
        if (!reach.is_whole)
            log_error("the audit list is not whole; nothing of it is forgotten",
                      Error{Kind::corrupt, "audit.broken", "See `lotse audit verify`.", {}, {}},
                      {{"tenant", scope.tenant().value}});
        if (!reach.is_whole || reach.rows < kPiece) return gone;
    }
}

}  // namespace lotse::desk
