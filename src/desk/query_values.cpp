// SPDX-License-Identifier: Apache-2.0
#include "desk/query_values.h"

#include <algorithm>

#include "base/must.h"
#include "base/text.h"
#include "domain/zone.h"
#include "search/edit_distance.h"
#include "search/fold.h"
#include "search/query_dates.h"
#include "store/customers.h"
#include "store/people_words.h"
#include "store/ticket_facets.h"

namespace lotse::desk {
namespace {

using search::Compare;
using search::Field;
using search::Node;
using store::Attribute;
using store::TicketFilter;

constexpr int kMostPeople = 50;  // customers or firms that one name stands for

Attribute attribute_of(Field field) {
    switch (field) {
        case Field::status: return Attribute::status;
        case Field::priority: return Attribute::priority;
        case Field::channel: return Attribute::channel;
        case Field::type: return Attribute::type;
        case Field::queue: return Attribute::queue;
        case Field::agent: return Attribute::agent;
        case Field::customer: return Attribute::customer;
        case Field::organization: return Attribute::organization;
        case Field::category: return Attribute::category;
        case Field::follows: return Attribute::follows;
        case Field::created: return Attribute::created;
        case Field::updated: return Attribute::updated;
        case Field::due: return Attribute::next_due;
        case Field::first_reply_due: return Attribute::first_reply_due;
        case Field::solved: return Attribute::solved;
        case Field::closed: return Attribute::closed;
        default: return Attribute::id;
    }
}

TicketFilter one_of(Attribute attribute, std::vector<std::int64_t> values) {
    TicketFilter out;
    out.kind = TicketFilter::Kind::one_of;
    out.attribute = attribute;
    out.values = std::move(values);
    return out;
}

TicketFilter within(Attribute attribute, std::int64_t from, std::int64_t to) {
    TicketFilter out;
    out.kind = TicketFilter::Kind::within;
    out.attribute = attribute;
    out.from = from;
    out.to = to;
    return out;
}

TicketFilter any_of(std::vector<TicketFilter> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    TicketFilter out;
    out.kind = TicketFilter::Kind::any;
    out.parts = std::move(parts);
    return out;
}

template <class E>
std::int64_t position_of(std::string_view word) {
    auto const found = domain::find_enum<E>(word);
    must(found.has_value(), "a word of a vocabulary");
    return static_cast<std::int64_t>(*found);
}

std::int64_t choice_value(Field field, std::string_view word) {
    switch (field) {
        case Field::status: return position_of<domain::Status>(word);
        case Field::priority: return position_of<domain::Priority>(word);
        case Field::type: return position_of<domain::TicketType>(word);
        default: return position_of<domain::Channel>(word);
    }
}

bool is_same(std::string_view a, std::string_view b) { return search::fold(a) == search::fold(b); }

constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

// Only `is` narrows from both sides.
TicketFilter compared(Compare compare, Attribute attribute, std::int64_t from, std::int64_t to) {
    switch (compare) {
        case Compare::less: return within(attribute, kLeast, from);
        case Compare::at_most: return within(attribute, kLeast, to);
        case Compare::more: return within(attribute, to, kMost);
        case Compare::at_least: return within(attribute, from, kMost);
        default: return within(attribute, from, to);
    }
}

bool looks_ahead(Field field) { return field == Field::due || field == Field::first_reply_due; }

}  // namespace

Result<TicketFilter> ValueReader::read(Node const& node) {
    switch (search::name_of(node.field).shape) {
        case search::Shape::choice: return read_choice(node);
        case search::Shape::name: return read_names(node);
        case search::Shape::number: return read_number(node);
        case search::Shape::date: return read_date(node);
        case search::Shape::words: return read_words(node);
        case search::Shape::custom: break;
    }
    return read_custom(node);
}

Result<TicketFilter> ValueReader::read_choice(Node const& node) {
    if (node.field == Field::is) return read_states(node);
    if (node.field == Field::has) return read_things(node);
    if (node.field == Field::sentiment) return read_sentiments(node);
    std::vector<std::int64_t> values;
    for (auto const& value : node.values) values.push_back(choice_value(node.field, value));
    return one_of(attribute_of(node.field), std::move(values));
}

Result<TicketFilter> ValueReader::read_things(Node const& node) {
    std::vector<TicketFilter> parts;
    for (auto const& value : node.values) {
        TicketFilter one;
        if (value == "unexplained_breach") {
            one.kind = TicketFilter::Kind::facets;
            one.facets = {std::string(store::kBreachFacet)};
        } else {
            one.kind = TicketFilter::Kind::words;
            one.words.terms = {std::string(search::kHasFile)};
            one.words.part = search::Part::files;
        }
        parts.push_back(std::move(one));
    }
    return any_of(std::move(parts));
}

// Calm tickets have no facet: they are those without the others.
Result<TicketFilter> ValueReader::read_sentiments(Node const& node) {
    std::vector<TicketFilter> parts;
    for (auto const& value : node.values) {
        TicketFilter one;
        one.kind = TicketFilter::Kind::facets;
        if (value != "calm") {
            one.facets = {store::sentiment_facet(*domain::find_enum<domain::Sentiment>(value))};
            parts.push_back(std::move(one));
            continue;
        }
        one.facets = {store::sentiment_facet(domain::Sentiment::unhappy),
                      store::sentiment_facet(domain::Sentiment::angry)};
        TicketFilter calm;
        calm.kind = TicketFilter::Kind::no;
        calm.parts.push_back(std::move(one));
        parts.push_back(std::move(calm));
    }
    return any_of(std::move(parts));
}

Result<TicketFilter> ValueReader::read_states(Node const& node) {
    std::vector<TicketFilter> parts;
    for (auto const& value : node.values) parts.push_back(state(value));
    return any_of(std::move(parts));
}

TicketFilter ValueReader::state(std::string_view word) const {
    if (word == "overdue") return within(Attribute::next_due, kLeast, micros(asker_.now));
    if (word == "unassigned") return one_of(Attribute::agent, {0});
    if (word == "snoozed") return one_of(Attribute::snoozed, {1});
    if (word == "escalated") return one_of(Attribute::escalated, {1});
    if (word == "unreadable") return one_of(Attribute::unreadable, {1});
    if (word == "open") return one_of(Attribute::status, {0, 1, 2});
    return one_of(Attribute::status, {position_of<domain::Status>(word)});
}

Result<TicketFilter> ValueReader::read_names(Node const& node) {
    if (node.field == Field::tag) return read_tags(node);
    if (node.field == Field::language) {
        TicketFilter out;
        out.kind = TicketFilter::Kind::language;
        for (auto const& value : node.values) out.languages.push_back(value == "none" ? "" : to_lower_ascii(value));
        return out;
    }
    std::vector<std::int64_t> ids;
    for (auto const& value : node.values) {
        TRY(auto const found, ids_of(node, value));
        ids.insert(ids.end(), found.begin(), found.end());
    }
    return one_of(attribute_of(node.field), std::move(ids));
}

Result<std::vector<std::int64_t>> ValueReader::ids_of(Node const& node, std::string const& value) {
    using Ids = std::vector<std::int64_t>;
    if (value == "none") return Ids{0};
    if (value == "me" && node.field == Field::agent) return Ids{asker_.agent.value};
    if (value == "mine" && node.field == Field::queue) {
        Ids mine;
        auto const* agent = setup_.find_agent(asker_.agent);
        if (agent != nullptr)
            for (auto const queue : agent->queues) mine.push_back(queue.value);
        if (mine.empty()) mine.push_back(-1);  // nobody's queue: without queues nothing is found
        return mine;
    }
    auto const number = to_int(value);
    std::vector<std::string> names;
    Ids found;
    auto const look = [&](auto const& all, auto... extra) {
        for (auto const& one : all) {
            bool const is = is_same(one.name, value) || (is_same(extra(one), value) || ...);
            if (is || number == one.id.value) found.push_back(one.id.value);
            names.push_back(one.name);
        }
    };
    switch (node.field) {
        case Field::queue: look(setup_.queues); break;
        case Field::category: look(setup_.categories, [](auto const& category) { return category.key; }); break;
        case Field::agent: look(setup_.agents, [](auto const& agent) { return agent.email; }); break;
        default: {
            if (number) return Ids{*number};
            TRY(found, node.field == Field::customer ? customers_like(value) : organizations_like(value));
        }
    }
    if (found.empty()) return missing(node, value, names);
    return found;
}

Result<std::vector<std::int64_t>> ValueReader::customers_like(std::string const& value) {
    TRY(auto const found, store::find_customers(txn_, value, kMostPeople));
    std::vector<std::int64_t> ids;
    for (auto const& customer : found) ids.push_back(customer.id.value);
    return ids;
}

Result<std::vector<std::int64_t>> ValueReader::organizations_like(std::string const& value) {
    TRY(auto const found, store::find_organizations(txn_, value, kMostPeople));
    std::vector<std::int64_t> ids;
    for (auto const& organization : found) ids.push_back(organization.id.value);
    return ids;
}

Result<TicketFilter> ValueReader::read_tags(Node const& node) {
    TicketFilter out;
    out.kind = TicketFilter::Kind::facets;
    std::vector<std::string> names;
    for (auto const& tag : setup_.tags) names.push_back(tag.name);
    for (auto const& value : node.values) {
        auto const tag = std::ranges::find_if(setup_.tags, [&](auto const& one) { return is_same(one.name, value); });
        if (tag == setup_.tags.end()) return missing(node, value, names);
        out.facets.push_back(store::tag_facet(tag->id));
    }
    return out;
}

Result<TicketFilter> ValueReader::read_custom(Node const& node) {
    TicketFilter out;
    out.kind = TicketFilter::Kind::facets;
    auto const field = std::ranges::find(setup_.fields, node.key, &domain::Field::key);
    std::vector<std::string> keys;
    for (auto const& one : setup_.fields) keys.push_back(one.key);
    if (field == setup_.fields.end()) return missing(node, node.key, keys);
    if (node.compare != Compare::is) return unordered(node);
    for (auto const& value : node.values) out.facets.push_back(store::field_facet(field->id, value));
    return out;
}

Result<TicketFilter> ValueReader::read_number(Node const& node) {
    auto const attribute = attribute_of(node.field);
    std::vector<std::int64_t> values;
    for (auto const& value : node.values) values.push_back(to_int(value).value_or(0));
    if (node.compare == Compare::is) return one_of(attribute, std::move(values));
    if (node.compare == Compare::between) return within(attribute, values[0], values[1] + (values[1] < kMost ? 1 : 0));
    return compared(node.compare, attribute, values[0], values[0] + (values[0] < kMost ? 1 : 0));
}

// [first, second) of a date; an age is a moment before now, or after it for what lies ahead.
std::pair<std::int64_t, std::int64_t> ValueReader::span(Node const& node, std::string const& value) const {
    if (auto const age = search::age_of(value)) {
        auto const at = micros(looks_ahead(node.field) ? asker_.now + *age : asker_.now - *age);
        return {at, at};
    }
    auto const zone = domain::Zone::find(setup_.tenant.time_zone);
    auto const to_utc = [&](std::int64_t local) {
        return zone ? zone->to_utc(domain::LocalTime{Duration{local}}) : instant(local);
    };
    auto const now = zone ? zone->to_local(asker_.now).time_since_epoch().count() : micros(asker_.now);
    auto const [from, to] = search::span_of(value, now, to_utc);
    return {micros(from), micros(to)};
}

Result<TicketFilter> ValueReader::read_date(Node const& node) {
    auto const attribute = attribute_of(node.field);
    if (node.compare == Compare::between) {
        auto const first = span(node, node.values[0]);
        auto const second = span(node, node.values[1]);
        return within(attribute, std::min(first.first, second.first), std::max(first.second, second.second));
    }
    std::vector<TicketFilter> parts;
    for (auto const& value : node.values) {
        auto const [from, to] = span(node, value);
        auto compare = node.compare;
        if (search::age_of(value)) {
            // An age of the past grows backwards: "<7d" is after that moment. A bare age means no older, no later.
            bool const is_near = compare == Compare::less || compare == Compare::at_most || compare == Compare::is;
            compare = is_near == looks_ahead(node.field) ? Compare::less : Compare::at_least;
        }
        parts.push_back(compared(compare, attribute, from, to));
    }
    return any_of(std::move(parts));
}

Result<TicketFilter> ValueReader::read_words(Node const& node) {
    auto const part = node.field == Field::subject  ? search::Part::subject
                      : node.field == Field::file   ? search::Part::files
                      : node.field == Field::people ? search::Part::people
                                                    : search::Part::text;
    std::vector<TicketFilter> parts;
    for (auto const& value : node.values) {
        std::string_view text = value;
        while (text.ends_with('*')) text.remove_suffix(1);
        auto words = search::text_query_of(text, text.size() < value.size(), false, part);
        if (!words) continue;
        parts.emplace_back();
        parts.back().kind = TicketFilter::Kind::words;
        parts.back().words = *std::move(words);
    }
    return any_of(std::move(parts));
}

// Values of custom fields are words, whatever they look like.
Error ValueReader::unordered(Node const& node) {
    search::Fault fault{"query.value", "order.none", {{"field", "field." + node.key}, {"sign", "< >"}}};
    auto const message = search::sentence_of(fault);
    if (!mistake_) mistake_ = search::Mistake{std::move(fault), node.column};
    return invalid("query.value", message);
}

Error ValueReader::missing(Node const& node, std::string const& value, std::vector<std::string> const& names) {
    auto const near = search::nearest(value, names);
    auto const& field = search::name_of(node.field).name;
    search::Fault fault{"query.value",
                        near ? "name.near" : "name.unknown",
                        {{"field", std::string(field)}, {"value", value}, {"near", near.value_or("")}}};
    auto const message = search::sentence_of(fault);
    if (!mistake_) {
        search::Mistake mistake{std::move(fault), node.column};
        bool const is_plain = near && near->find_first_of(" ,()\"") == std::string::npos;
        if (near) mistake.suggestion = replace_all(std::string(query_), value, is_plain ? *near : "\"" + *near + "\"");
        if (near && query_.contains("\"" + value + "\""))
            mistake.suggestion = replace_all(std::string(query_), value, *near);
        mistake_ = mistake;
    }
    return invalid("query.value", message);
}

}  // namespace lotse::desk
