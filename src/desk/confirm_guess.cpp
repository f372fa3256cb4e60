// SPDX-License-Identifier: Apache-2.0
#include "desk/confirm_guess.h"

#include <algorithm>

#include "store/events.h"

namespace lotse::desk {
namespace {

// Fields of the patch that triage or routing sets, with the value that stands.
std::vector<std::string_view> sent_again(TicketPatch const& patch, TicketEdit const& edit) {
    auto const& ticket = edit.ticket();
    std::vector<std::string_view> out;
    auto const note = [&](std::string_view name, auto const& given, auto const& stands) {
        auto const moved = [&](auto const& change) { return change.field == name; };
        if (given && *given == stands && std::ranges::none_of(edit.changes(), moved)) out.push_back(name);
    };
    note("queue", patch.queue, ticket.queue);
    if (ticket.category) note("category", patch.category, ticket.category);
    if (ticket.has_type) note("type", patch.type, ticket.type);
    note("impact", patch.impact, ticket.impact);
    note("urgency", patch.urgency, ticket.urgency);
    note("priority", patch.priority, ticket.priority);
    if (!ticket.language.empty()) note("language", patch.language, ticket.language);
    return out;
}

}  // namespace

Result<std::set<std::string, std::less<>>> fields_of_people(store::ReadTxn& txn, domain::TicketId ticket) {
    std::set<std::string, std::less<>> out;
    TRY(auto const events, store::list_events(txn, ticket));
    if (!events.empty())
        for (auto const& field : array_at(events.front().data, "given"))
            if (field.is_string()) out.emplace(field.get_string().data(), field.get_string().size());
    TRY(auto const changes, store::list_changes(txn, ticket));
    for (auto const& stored : changes) {
        auto const& because = stored.change.because;
        if (because.source == "person" && because.code != "person.undid") {
            out.insert(stored.change.field);
        } else {
            out.erase(stored.change.field);
        }
    }
    return out;
}

Result<void> confirm_guesses(store::ReadTxn& txn, TicketPatch const& patch, domain::Because because, TicketEdit& edit) {
    auto const again = sent_again(patch, edit);
    if (again.empty()) return {};
    TRY(auto const known, fields_of_people(txn, edit.ticket().id));
    because.code += ".confirmed";
    if (because.text.starts_with("Set ")) because.text.replace(0, 3, "Confirmed");
    for (auto const field : again)
        if (!known.contains(field)) edit.confirm(field, because);
    return {};
}

}  // namespace lotse::desk
