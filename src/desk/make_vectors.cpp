// SPDX-License-Identifier: Apache-2.0
#include "desk/make_vectors.h"

#include <algorithm>
#include <limits>
#include <set>

#include "base/crypto.h"
#include "base/json.h"
#include "base/log.h"
#include "base/must.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/search_index.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kNote = "vectors";
constexpr std::size_t kAtOnce = 4;  // texts of one write: what a kill loses, and what others wait for
constexpr int kLookedAt = 200;
constexpr std::int64_t kNoneYet = std::numeric_limits<std::int64_t>::max();

Result<void> write_place(store::WriteTxn& txn, VectorPlace const& place) {
    return store::write_note(
        txn, kNote,
        to_string(JsonObject{{"encoder", place.encoder}, {"position", place.position}, {"below", place.below}}));
}

// By settling, firing and sending no text changes.
bool may_change_text(domain::EventKind kind) {
    using enum domain::EventKind;
    return kind == opened || kind == customer_wrote || kind == updated || kind == noted || kind == agent_replied;
}

// Nothing where the stored vector is of this very text.
Result<std::optional<VectorTodo>> todo_of(store::ReadTxn& txn, domain::TicketId id, std::string_view encoder) {
    VectorTodo out;
    out.vector.ticket = id;
    out.vector.encoder = encoder;
    auto const ticket = store::get_ticket(txn, id);
    if (!ticket && ticket.error().kind != Kind::not_found) return ticket.error();
    if (ticket) {
        TRY(auto const articles, store::list_articles(txn, id, {}, 1));
        std::string_view text;
        if (!articles.empty()) text = articles[0].new_text.empty() ? articles[0].text : articles[0].new_text;
        out.text = meaning_text(ticket->subject, text);
    }
    out.vector.text_hash = sha256(out.text);
    TRY(auto const stored, store::find_vector(txn, id));
    bool const is_known = stored && stored->encoder == encoder && stored->text_hash == out.vector.text_hash;
    if (is_known || (!stored && out.text.empty())) return std::optional<VectorTodo>();
    return std::optional(std::move(out));
}

Result<void> add_changed(store::ReadTxn& txn, VectorBatch& batch) {
    TRY(auto const events, store::list_events_after(txn, batch.after.position, kLookedAt));
    std::set<std::int64_t> seen;
    for (auto const& event : events) {
        if (may_change_text(event.kind) && seen.insert(event.ticket.value).second) {
            TRY(auto todo, todo_of(txn, event.ticket, batch.after.encoder));
            if (todo && batch.todo.size() == kAtOnce) return {};
            if (todo) batch.todo.push_back(*std::move(todo));
        }
        batch.after.position = event.position;
    }
    return {};
}

Result<void> add_old(store::ReadTxn& txn, VectorBatch& batch) {
    if (batch.after.below == 0) return {};
    TRY(auto const ids, store::list_ticket_ids_below(txn, domain::TicketId{batch.after.below}, kLookedAt));
    for (auto const id : ids) {
        TRY(auto todo, todo_of(txn, id, batch.after.encoder));
        if (todo && batch.todo.size() == kAtOnce) return {};
        if (todo) batch.todo.push_back(*std::move(todo));
        batch.after.below = id.value;
    }
    if (ids.size() < static_cast<std::size_t>(kLookedAt)) batch.after.below = 0;
    return {};
}

}  // namespace

Result<std::vector<domain::TenantId>> desks_with_vectors(Desk& desk) {
    TRY(auto const tenants, store::list_tenants(desk.store));
    std::vector<domain::TenantId> out;
    for (auto const& tenant : tenants) out.push_back(tenant.id);
    return out;
}

Result<VectorPlace> read_vector_place(store::ReadTxn& txn) {
    TRY(auto const text, store::read_note(txn, kNote));
    if (text.empty()) return VectorPlace{};
    TRY(auto const parsed, parse_json(text));
    must(parsed.is_object(), "the stored place of the vectors");
    auto const& document = parsed.get_object();
    return VectorPlace{std::string(text_at(document, "encoder")), int_at(document, "position"),
                       int_at(document, "below")};
}

Result<VectorBatch> next_vectors(Desk& desk, domain::TenantScope const& scope, std::string_view encoder,
                                 bool wants_old) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<VectorBatch> {
        VectorBatch out;
        TRY(out.before, read_vector_place(txn));
        out.after = out.before;
        if (out.before.encoder != encoder) {
            TRY(auto const position, store::last_position(txn));
            out.after = {std::string(encoder), position, kNoneYet};
        }
        CHECK_OK(add_changed(txn, out));
        if (wants_old && out.todo.empty() && out.after.position == out.before.position) CHECK_OK(add_old(txn, out));
        return out;
    });
}

Result<void> make_vector(Meanings& meanings, VectorTodo& todo) {
    if (todo.text.empty()) return {};
    auto const made = meanings.of(todo.text);
    if (!made) {
        // One text must not hold up all others.
        log_error("a ticket has no vector", made.error(), {{"ticket", todo.vector.ticket.value}});
        todo.text.clear();
        return {};
    }
    auto const& meaning = *made;
    if (meaning.encoder != todo.vector.encoder)
        return unavailable("model.absent", "The language model was taken away or replaced.");
    todo.vector.bytes = encoder::to_bytes(encoder::compact(meaning.vector));
    return {};
}

Result<bool> put_vectors(Desk& desk, domain::TenantScope const& scope, VectorBatch const& batch) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<bool> {
        TRY(auto const place, read_vector_place(txn));
        if (place != batch.before) return false;
        for (auto const& one : batch.todo) {
            if (one.text.empty()) {
                CHECK_OK(store::remove_vector(txn, one.vector.ticket));
            } else {
                CHECK_OK(store::put_vector(txn, one.vector));
            }
        }
        CHECK_OK(write_place(txn, batch.after));
        return true;
    });
}

Result<VectorProgress> vector_progress(store::ReadTxn& txn, std::string_view encoder) {
    VectorProgress out;
    TRY(auto const newest, store::list_ticket_ids_below(txn, domain::TicketId{kNoneYet}, 1));
    if (newest.empty()) return out;
    TRY(auto const place, read_vector_place(txn));
    if (place.encoder != encoder) {
        out.never = newest.front().value;
        return out;
    }
    TRY(auto const last, store::last_position(txn));
    out.changed = std::max<std::int64_t>(0, last - place.position);
    out.never = std::min(place.below, newest.front().value);
    return out;
}

}  // namespace lotse::desk
