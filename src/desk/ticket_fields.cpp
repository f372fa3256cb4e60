// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace lotse::desk {
namespace {

constexpr int kDeepest = 20;  // of categories below each other, and of fields that show each other

Result<std::vector<domain::TagId>> tags_named(Setup const& setup, std::vector<std::string> const& names,
                                              std::string_view list) {
    std::vector<domain::TagId> out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const* tag = setup.find_tag(names[i]);
        if (tag == nullptr)
            return invalid("tag.missing", fmt::format("There is no tag '{}'.", names[i]),
                           fmt::format("/{}/{}", list, i));
        out.push_back(tag->id);
    }
    return out;
}

bool is_below(Setup const& setup, domain::CategoryId category, std::vector<domain::CategoryId> const& tops) {
    for (int depth = 0; category && depth < kDeepest; ++depth) {
        if (std::ranges::find(tops, category) != tops.end()) return true;
        auto const* found = setup.find_category(category);
        category = found == nullptr ? domain::CategoryId{} : found->parent;
    }
    return false;
}

bool has_one_of(domain::Ticket const& ticket, domain::Field const& field, std::vector<std::string> const& wanted) {
    auto const* value = ticket.fields.if_contains(std::to_string(field.id.value));
    if (value == nullptr) return false;
    auto const terms = domain::field_terms(*value);
    return std::ranges::any_of(
        wanted, [&](std::string const& one) { return std::ranges::find(terms, to_lower_utf8(one)) != terms.end(); });
}

bool is_shown_within(Setup const& setup, domain::Field const& field, domain::Ticket const& ticket, int depth) {
    if (!field.queues.empty() && std::ranges::find(field.queues, ticket.queue) == field.queues.end()) return false;
    if (!field.categories.empty() && !is_below(setup, ticket.category, field.categories)) return false;
    if (!field.shown_when) return true;
    auto const* other = setup.find_field(field.shown_when->field);
    if (other == nullptr || depth > kDeepest) return false;
    return has_one_of(ticket, *other, field.shown_when->values) && is_shown_within(setup, *other, ticket, depth + 1);
}

std::string name_in(domain::Field const& field, std::string_view language) {
    for (auto const& [of, name] : field.names)
        if (of == language) return name;
    return field.names.empty() ? field.key : field.names.front().second;
}

}  // namespace

Result<void> set_tags(Setup const& setup, TagWishes const& wishes, domain::Because const& because, TicketEdit& edit) {
    if (wishes.whole) {
        TRY(auto const wanted, tags_named(setup, *wishes.whole, "tags"));
        auto const had = edit.ticket().tags;
        for (auto const tag : had)
            if (std::ranges::find(wanted, tag) == wanted.end()) edit.remove_tag(tag, because);
        for (auto const tag : wanted) edit.add_tag(tag, because);
    }
    TRY(auto const added, tags_named(setup, wishes.add, "tags_add"));
    for (auto const tag : added) edit.add_tag(tag, because);
    // What no longer exists is not on the ticket either.
    for (auto const& name : wishes.remove)
        if (auto const* tag = setup.find_tag(name)) edit.remove_tag(tag->id, because);
    if (edit.ticket().tags.size() > kMostTags)
        return invalid("tag.too_many", "A ticket has at most 50 tags.", wishes.whole ? "/tags" : "/tags_add");
    return {};
}

Result<void> set_fields(Setup const& setup, JsonObject const& values, domain::Because const& because,
                        TicketEdit& edit) {
    for (auto const& [key, given] : values) {
        auto const* field = setup.find_field(std::string_view(key.data(), key.size()));
        if (field == nullptr)
            return invalid("field.missing", "There is no such field.",
                           "/fields/" + std::string(key.data(), key.size()));
        TRY(auto value, domain::check_field_value(*field, given));
        edit.set_field(*field, std::move(value), because);
    }
    return {};
}

bool is_shown(Setup const& setup, domain::Field const& field, domain::Ticket const& ticket) {
    return is_shown_within(setup, field, ticket, 0);
}

Result<void> check_required(Setup const& setup, domain::Ticket const& ticket, domain::Status wanted) {
    bool const solves = wanted == domain::Status::solved;
    bool const closes = wanted == domain::Status::closed;
    if (!solves && !closes) return {};
    std::vector<std::string> empty;
    std::string first;
    for (auto const& field : setup.fields) {
        bool const counts = field.required_at == domain::FieldStage::solve ||
                            (closes && field.required_at == domain::FieldStage::close);
        if (!counts || ticket.fields.contains(std::to_string(field.id.value))) continue;
        if (!is_shown(setup, field, ticket)) continue;
        if (empty.empty()) first = field.key;
        empty.push_back(name_in(field, setup.tenant.language));
    }
    if (empty.empty()) return {};
    return invalid("field.required",
                   fmt::format("Before a ticket is {}, fill in: {}.", solves ? "solved" : "closed", join(empty, ", ")),
                   "/fields/" + first);
}

}  // namespace lotse::desk
