// SPDX-License-Identifier: Apache-2.0
#include "desk/field_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/must.h"
#include "base/text.h"

namespace lotse::desk {
namespace {

using domain::Ticket;

template <class Tag>
std::string shown(Id<Tag> id) {
    return id ? std::to_string(id.value) : std::string();
}
template <class IdType>
IdType id_in(std::string const& value) {
    return IdType{to_int(value).value_or(0)};
}

struct Field {
    std::string_view name;
    std::string (*get)(Ticket const&);
    void (*put)(TicketEdit&, std::string const&, Instant, domain::Because const&);
};

constexpr std::array kFields{
    Field{"subject", [](Ticket const& t) { return t.subject; },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) { e.set_subject(v, b); }},
    Field{"status", [](Ticket const& t) { return std::string(domain::name_of(t.status)); },
          [](TicketEdit& e, std::string const& v, Instant now, domain::Because const& b) {
              e.set_status(domain::find_enum<domain::Status>(v).value_or(e.ticket().status), now, b);
          }},
    Field{"customer", [](Ticket const& t) { return shown(t.customer); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_customer(id_in<domain::CustomerId>(v), b);
          }},
    Field{"organization", [](Ticket const& t) { return shown(t.organization); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_organization(id_in<domain::OrganizationId>(v), b);
          }},
    Field{"queue", [](Ticket const& t) { return shown(t.queue); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_queue(id_in<domain::QueueId>(v), b);
          }},
    Field{"agent", [](Ticket const& t) { return shown(t.agent); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_agent(id_in<domain::AgentId>(v), b);
          }},
    Field{"category", [](Ticket const& t) { return shown(t.category); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_category(id_in<domain::CategoryId>(v), b);
          }},
    Field{"type", [](Ticket const& t) { return t.has_type ? std::string(domain::name_of(t.type)) : std::string(); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              auto const type = domain::find_enum<domain::TicketType>(v);
              type ? e.set_type(*type, b) : e.clear_type(b);
          }},
    Field{"impact", [](Ticket const& t) { return std::string(domain::name_of(t.impact)); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_impact(domain::find_enum<domain::Level>(v).value_or(e.ticket().impact), b);
          }},
    Field{"urgency", [](Ticket const& t) { return std::string(domain::name_of(t.urgency)); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_urgency(domain::find_enum<domain::Level>(v).value_or(e.ticket().urgency), b);
          }},
    Field{"priority", [](Ticket const& t) { return std::string(domain::name_of(t.priority)); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              e.set_priority(domain::find_enum<domain::Priority>(v).value_or(e.ticket().priority), b);
          }},
    Field{"language", [](Ticket const& t) { return t.language; },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) { e.set_language(v, b); }},
    Field{"due_at", [](Ticket const& t) { return t.due_at ? to_rfc3339(*t.due_at) : std::string(); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              auto const at = parse_rfc3339(v);
              e.set_due_at(at ? std::optional(*at) : std::nullopt, b);
          }},
    Field{"snoozed_until",
          [](Ticket const& t) { return t.snoozed_until ? to_rfc3339(*t.snoozed_until) : std::string(); },
          [](TicketEdit& e, std::string const& v, Instant, domain::Because const& b) {
              auto const at = parse_rfc3339(v);
              e.set_snoozed(at ? std::optional(*at) : std::nullopt, b);
          }},
};

Field const* find_field(std::string_view name) {
    for (auto const& field : kFields)
        if (field.name == name) return &field;
    return nullptr;
}

// Customers and organizations are never removed; what the set-up names may be.
bool is_there(Setup const& setup, std::string_view field, std::string const& value) {
    if (value.empty()) return true;
    if (field == "queue") return setup.find_queue(id_in<domain::QueueId>(value)) != nullptr;
    if (field == "category") return setup.find_category(id_in<domain::CategoryId>(value)) != nullptr;
    if (field == "tag") return setup.find_tag(id_in<domain::TagId>(value)) != nullptr;
    if (field != "agent") return true;
    auto const* agent = setup.find_agent(id_in<domain::AgentId>(value));
    return agent != nullptr && !agent->is_disabled;
}

Error gone(std::string_view field) {
    return invalid("change.gone", fmt::format("What the field {} was before is not there any more.", field),
                   fmt::format("/{}", field));
}

constexpr std::string_view kCustom = "field.";

domain::Field const* custom_field(Setup const& setup, std::string_view name) {
    return name.starts_with(kCustom) ? setup.find_field(name.substr(kCustom.size())) : nullptr;
}

std::string custom_value(Ticket const& ticket, domain::Field const& field) {
    auto const* kept = ticket.fields.if_contains(std::to_string(field.id.value));
    return kept == nullptr ? std::string() : domain::field_text(*kept);
}

void put_tag(TicketEdit& edit, domain::Change const& change, domain::Because const& because) {
    if (change.from.empty()) edit.remove_tag(id_in<domain::TagId>(change.to), because);
    else edit.add_tag(id_in<domain::TagId>(change.from), because);
}

}  // namespace

std::optional<std::string> value_now(Setup const& setup, Ticket const& ticket, domain::Change const& change) {
    if (change.field == "tag") {
        auto const& tag = change.to.empty() ? change.from : change.to;
        return std::ranges::binary_search(ticket.tags, id_in<domain::TagId>(tag)) ? tag : std::string();
    }
    if (auto const* custom = custom_field(setup, change.field)) return custom_value(ticket, *custom);
    auto const* field = find_field(change.field);
    if (field == nullptr) return std::nullopt;
    return field->get(ticket);
}

Result<void> put_old_value(Setup const& setup, TicketEdit& edit, domain::Change const& change, Instant now,
                           domain::Because const& because) {
    if (!is_there(setup, change.field, change.from)) return gone(change.field);
    if (change.field == "tag") {
        put_tag(edit, change, because);
        return {};
    }
    if (auto const* custom = custom_field(setup, change.field)) {
        auto value = domain::field_value_from(*custom, change.from);
        if (!value) return gone(change.field);  // a choice that was taken out since
        edit.set_field(*custom, *std::move(value), because);
        return {};
    }
    auto const* field = find_field(change.field);
    must(field != nullptr, "a field that value_now knows");
    field->put(edit, change.from, now, because);
    return {};
}

}  // namespace lotse::desk
