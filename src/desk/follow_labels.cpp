// SPDX-License-Identifier: Apache-2.0
#include "desk/follow_labels.h"

#include <algorithm>

#include "desk/ask_for_labels.h"
#include "desk/confirm_guess.h"
#include "store/label_requests.h"

namespace lotse::desk {
namespace {

constexpr std::uint64_t kSecondLook = 0x5ec0'4d00'0000'0000;  // another draw than that of blind tickets

}  // namespace

Result<void> follow_event(store::WriteTxn& txn, domain::Event const& event, bool is_over, Instant now) {
    TRY(auto request, store::find_label_request(txn, event.ticket));
    if (!request || request->kind == domain::AskKind::second || request->claim.until >= now) return {};
    if (is_over) return store::remove_label_request(txn, event.ticket);
    TRY(auto const decided, fields_of_people(txn, event.ticket));
    if (std::erase_if(request->fields, [&](auto const& field) { return decided.contains(field); }) == 0) return {};
    if (request->fields.empty()) return store::remove_label_request(txn, event.ticket);
    TRY([[maybe_unused]] auto const is_ours, store::update_label_request(txn, *request, request->claim.number));
    return {};
}

Result<void> offer_second_look(store::WriteTxn& txn, GateRights const& rights, domain::Prediction const& settled,
                               double share, Instant now) {
    if (!settled.decided_by || draw(settled.ticket, kSecondLook) >= share) return {};
    TRY(auto request, store::find_label_request(txn, settled.ticket));
    if (request && request->kind != domain::AskKind::second) return {};
    if (request) {
        bool const is_known = std::ranges::find(request->fields, settled.field) != request->fields.end();
        if (is_known || request->not_agent != settled.decided_by || request->claim.until >= now) return {};
        request->fields.push_back(settled.field);
        TRY([[maybe_unused]] auto const is_ours, store::update_label_request(txn, *request, request->claim.number));
        return {};
    }
    TRY(auto const waiting, store::count_second_looks(txn));
    if (waiting >= store::kMostSecondLooks) return {};
    domain::LabelRequest fresh;
    fresh.ticket = settled.ticket;
    fresh.kind = domain::AskKind::second;
    fresh.asked_at = now;
    fresh.fields = {settled.field};
    fresh.value = blind_value(rights, fresh.fields);
    fresh.not_agent = settled.decided_by;
    return store::put_label_request(txn, fresh);
}

}  // namespace lotse::desk
