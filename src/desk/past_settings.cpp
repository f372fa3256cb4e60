// SPDX-License-Identifier: Apache-2.0
#include "desk/past_settings.h"

#include <algorithm>

#include "base/json.h"
#include "store/audit.h"

namespace lotse::desk {
namespace {

constexpr int kPage = 200;
constexpr int kMostPages = 10;

void take_back(domain::Queue& queue, JsonObject const& change) {
    auto const field = text_at(change, "field");
    auto const* from = change.if_contains("from");
    if (from == nullptr) return;
    if (field == "assignment" && from->is_string())
        queue.assignment = domain::find_enum<domain::Assignment>(text_at(change, "from")).value_or(queue.assignment);
    if (field == "hands_out_below" && from->is_int64())
        queue.hands_out_below = static_cast<int>(std::clamp<std::int64_t>(from->as_int64(), 1, 1000));
}

void take_back(std::vector<domain::Queue>& queues, domain::CallNote const& call) {
    auto const queue = std::ranges::find(queues, domain::QueueId(call.object_id), &domain::Queue::id);
    if (queue == queues.end() || call.is_refused || call.changes.empty()) return;
    auto const changes = parse_json(call.changes);
    if (!changes || !changes->is_array()) return;
    for (auto const& change : changes->as_array())
        if (auto const* object = change.if_object()) take_back(*queue, *object);
}

}  // namespace

Result<std::vector<domain::Queue>> queues_as_of(Desk& desk, domain::TenantScope const& scope,
                                                std::vector<domain::Queue> queues, Instant at) {
    store::AuditQuery query{.object_kind = "queue", .from = at, .limit = kPage};
    for (int page = 0; page < kMostPages; ++page) {
        TRY(auto const rows,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_audit(txn, query); }));
        for (auto const& row : rows.items) take_back(queues, row.call);
        if (rows.next.empty()) break;
        query.after = rows.next;
    }
    return queues;
}

}  // namespace lotse::desk
