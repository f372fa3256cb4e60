// SPDX-License-Identifier: Apache-2.0
#include "desk/slice_book.h"

#include <algorithm>
#include <set>

#include "base/log.h"
#include "desk/gate_state.h"
#include "gate/discoveries.h"

namespace lotse::desk {
namespace {

std::string evidence_text(gate::Standing const& standing) {
    JsonObject out{{"blind", standing.blind},
                   {"precision", standing.proof.target().precision},
                   {"delta", standing.proof.target().delta},
                   {"log_e", standing.proof.log_e_value()}};
    if (auto const from = standing.proof.earned()) out["acts_from"] = *from;
    if (!standing.proof.claims().empty()) {
        auto const accepted = standing.proof.accepted();
        auto const& claim = standing.proof.claims()[accepted > 0 ? accepted - 1 : 0];
        out["rows"] = claim.wealth.rows();
        out["right"] = claim.wealth.right();
    }
    return to_string(out);
}

store::GateMove move_of(store::GateSlice const& row, gate::Move const& move, std::string evidence, Instant now) {
    store::GateMove out;
    out.field = row.field;
    out.value = row.value;
    out.from = static_cast<int>(move.from);
    out.to = static_cast<int>(move.to);
    out.reason = gate::name_of(move.reason);
    out.evidence = std::move(evidence);
    out.at = now;
    return out;
}

}  // namespace

Result<SliceBook> SliceBook::open(store::ReadTxn& txn, GateRights const& rights) {
    SliceBook out;
    out.rights_ = &rights;
    TRY(auto rows, store::list_gate_slices(txn));
    for (auto& row : rows) {
        Slice slice;
        auto standing = standing_from(row.standing);
        if (!standing) {
            log_error("a standing begins anew", standing.error(), {{"field", row.field}, {"value", row.value}});
            continue;
        }
        slice.standing = *std::move(standing);
        Key key{row.field, row.value};
        slice.row = std::move(row);
        out.slices_.emplace(std::move(key), std::move(slice));
    }
    return out;
}

gate::Target SliceBook::target_of(std::string_view field) const {
    auto const found = rights_->fields.find(field);
    if (found == rights_->fields.end()) return {};
    return {found->second.wishes.precision, found->second.wishes.delta};
}

Result<void> SliceBook::begin(store::ReadTxn& txn, Slice& slice, domain::Prediction const& prediction, Instant now) {
    if (!plan_) {
        TRY(plan_, GatePlan::read(txn));
    }
    slice.row.model = prediction.model;
    slice.row.since = prediction.made_at;
    slice.row.updated_at = now;
    auto const target = target_of(prediction.field);
    auto const stage = slice.standing.stage;
    slice.standing = gate::Standing::starting(target, plan_->thresholds(prediction.field, prediction.value, target));
    slice.standing.stage = stage;
    return {};
}

// Null for a prediction that came too late.
Result<SliceBook::Slice*> SliceBook::slice_of(store::ReadTxn& txn, domain::Prediction const& prediction, Instant now) {
    auto const [found, is_new] = slices_.try_emplace(Key{prediction.field, prediction.value});
    auto& slice = found->second;
    if (is_new) {
        slice.row.field = prediction.field;
        slice.row.value = prediction.value;
        CHECK_OK(begin(txn, slice, prediction, now));
        return &slice;
    }
    auto const target = target_of(prediction.field);
    bool const is_other_model = slice.row.model != prediction.model;
    if (is_other_model && prediction.made_at < slice.row.since) return nullptr;
    auto const& proved = slice.standing.proof.target();
    bool const is_other_wish = proved.precision != target.precision || proved.delta != target.delta;
    if (!is_other_model && !is_other_wish) return &slice;
    auto const evidence = evidence_text(slice.standing);
    auto const reason = is_other_model ? gate::Reason::model_changed : gate::Reason::stopped;
    if (auto const move = slice.standing.withdraw(reason)) moves_.push_back(move_of(slice.row, *move, evidence, now));
    CHECK_OK(begin(txn, slice, prediction, now));
    return &slice;
}

Result<void> SliceBook::observe(store::ReadTxn& txn, domain::Prediction const& settled, Instant now) {
    TRY(auto* const slice, slice_of(txn, settled, now));
    if (slice == nullptr) return {};
    slice->is_touched = true;
    slice->row.updated_at = now;
    auto& standing = slice->standing;
    standing.observe_choice(settled.score);
    bool const is_right = settled.outcome == domain::Outcome::right;
    if (settled.outcome == domain::Outcome::unknown) return {};
    if (settled.shown == domain::Shown::hidden) {
        bool const is_among = std::ranges::find(settled.among, settled.decided) != settled.among.end();
        standing.observe_blind({settled.score, is_right, is_among});
    } else if (settled.shown == domain::Shown::acted) {
        standing.observe_act(!is_right);
    }
    return {};
}

void SliceBook::withdraw(domain::Prediction const& settled, Instant now) {
    auto const found = slices_.find(Key{settled.field, settled.value});
    if (found == slices_.end()) return;
    auto& slice = found->second;
    if (slice.row.model != settled.model || !settled.settled_at || *settled.settled_at < slice.row.since) return;
    auto const before = evidence_text(slice.standing);
    if (auto const move = slice.standing.withdraw(gate::Reason::stopped))
        moves_.push_back(move_of(slice.row, *move, before, now));
    slice.row.since = now;
    slice.row.updated_at = now;
    slice.is_touched = true;
}

Result<int> SliceBook::close(store::WriteTxn& txn, Instant now) {
    std::set<std::string> fields;
    for (auto const& [key, slice] : slices_)
        if (slice.is_touched) fields.insert(key.first);
    for (auto const& field : fields) {
        std::vector<Slice*> members;
        std::vector<double> evidence;
        for (auto& [key, slice] : slices_)
            if (key.first == field) {
                members.push_back(&slice);
                evidence.push_back(slice.standing.proof.log_e_value());
            }
        auto const granted = gate::discoveries(evidence);
        for (std::size_t i = 0; i < members.size(); ++i) {
            auto const before = evidence_text(members[i]->standing);
            auto const move = members[i]->standing.review(granted[i]);
            if (!move) continue;
            members[i]->is_touched = true;
            moves_.push_back(move_of(members[i]->row, *move, before, now));
        }
    }
    for (auto& [key, slice] : slices_) {
        if (!slice.is_touched) continue;
        slice.row.stage = static_cast<int>(slice.standing.stage);
        slice.row.standing = to_text(slice.standing);
        CHECK_OK(store::put_gate_slice(txn, slice.row));
    }
    for (auto const& move : moves_) CHECK_OK(store::add_gate_move(txn, move));
    return static_cast<int>(moves_.size());
}

}  // namespace lotse::desk
