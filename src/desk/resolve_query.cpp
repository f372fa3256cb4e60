// SPDX-License-Identifier: Apache-2.0
#include "desk/resolve_query.h"

#include <algorithm>

#include "desk/query_values.h"
#include "search/text_query.h"
#include "store/ticket_filter.h"

namespace lotse::desk {
namespace {

using search::Field;
using search::Node;
using search::TextQuery;
using store::Attribute;
using store::TicketFilter;

constexpr std::size_t kMostQueues = 16;  // that a list walks side by side

// Words next to each other are one question to the index.
class Resolver {
  public:
    explicit Resolver(ValueReader& values) : values_(values) {}

    Result<TicketFilter> resolve(Node const& node) {
        switch (node.kind) {
            case Node::Kind::everything: return TicketFilter{};
            case Node::Kind::all:
            case Node::Kind::any: return group(node);
            case Node::Kind::no: {
                TicketFilter out;
                out.kind = TicketFilter::Kind::no;
                TRY(auto inner, resolve(node.parts.front()));
                out.parts.push_back(std::move(inner));
                return out;
            }
            case Node::Kind::word: return words(search::text_query_of(node.text, node.is_beginning, false));
            case Node::Kind::phrase: return words(search::text_query_of(node.text, false, true));
            case Node::Kind::field: return values_.read(node);
        }
        return TicketFilter{};
    }

  private:
    static TicketFilter words(std::optional<TextQuery> query) {
        TicketFilter out;
        if (!query) return out;
        out.kind = TicketFilter::Kind::words;
        out.words = *std::move(query);
        return out;
    }

    Result<TicketFilter> group(Node const& node) {
        TicketFilter out;
        out.kind = node.kind == Node::Kind::all ? TicketFilter::Kind::all : TicketFilter::Kind::any;
        TextQuery text;
        text.kind = node.kind == Node::Kind::all ? TextQuery::Kind::all : TextQuery::Kind::any;
        for (auto const& part : node.parts) {
            TRY(auto one, resolve(part));
            bool const is_no =
                one.kind == TicketFilter::Kind::no && one.parts.front().kind == TicketFilter::Kind::words;
            if (one.kind == TicketFilter::Kind::words) {
                text.inner.push_back(std::move(one.words));
            } else if (is_no && out.kind == TicketFilter::Kind::all) {
                text.without.push_back(std::move(one.parts.front().words));
            } else {
                out.parts.push_back(std::move(one));
            }
        }
        add_text(out, std::move(text));
        if (out.parts.size() == 1) {
            TicketFilter only = std::move(out.parts.front());
            return only;
        }
        return out;
    }

    // Neither engine finds what merely lacks words: those are taken away from rows.
    static void add_text(TicketFilter& out, TextQuery text) {
        if (text.inner.empty()) {
            for (auto& without : text.without) {
                TicketFilter no;
                no.kind = TicketFilter::Kind::no;
                no.parts.push_back(words(std::move(without)));
                out.parts.push_back(std::move(no));
            }
            return;
        }
        bool const is_one = text.inner.size() == 1 && text.without.empty();
        out.parts.push_back(words(is_one ? std::move(text.inner.front()) : std::move(text)));
    }

    ValueReader& values_;
};

template <class T>
bool take_one(std::optional<T>& target, TicketFilter const& filter) {
    if (target || filter.values.size() != 1) return false;
    if constexpr (std::is_enum_v<T>) {
        target = static_cast<T>(filter.values[0]);
    } else {
        target = T{filter.values[0]};
    }
    return true;
}

bool take_choice(store::TicketQuery& query, TicketFilter const& filter) {
    switch (filter.attribute) {
        case Attribute::status:
            if (!query.statuses.empty() || filter.values.empty()) return false;
            for (auto const value : filter.values) query.statuses.push_back(static_cast<domain::Status>(value));
            return true;
        case Attribute::queue:
            if (take_one(query.queue, filter)) return true;
            if (!query.queues.empty() || filter.values.empty() || filter.values.size() > kMostQueues) return false;
            for (auto const value : filter.values) query.queues.emplace_back(value);
            return true;
        case Attribute::agent: return take_one(query.agent, filter);
        case Attribute::customer: return take_one(query.customer, filter);
        case Attribute::organization: return take_one(query.organization, filter);
        case Attribute::category: return take_one(query.category, filter);
        case Attribute::priority: return take_one(query.priority, filter);
        case Attribute::channel: return take_one(query.channel, filter);
        case Attribute::snoozed:
            if (query.snoozed || filter.values != std::vector<std::int64_t>{1}) return false;
            query.snoozed = true;
            return true;
        case Attribute::escalated:
            if (query.escalated || filter.values != std::vector<std::int64_t>{1}) return false;
            query.escalated = true;
            return true;
        default: return false;
    }
}

bool take(store::TicketQuery& query, TicketFilter& filter) {
    switch (filter.kind) {
        case TicketFilter::Kind::words:
            if (query.words) return false;
            query.words = std::move(filter.words);
            return true;
        case TicketFilter::Kind::one_of: return take_choice(query, filter);
        case TicketFilter::Kind::language:
            if (query.language || filter.languages.size() != 1) return false;
            query.language = filter.languages[0];
            return true;
        case TicketFilter::Kind::within:
            if (filter.attribute != Attribute::created || query.created_from || query.created_to) return false;
            if (filter.from != TicketFilter{}.from) query.created_from = instant(filter.from);
            if (filter.to != TicketFilter{}.to) query.created_to = instant(filter.to);
            return true;
        case TicketFilter::Kind::facets:
            if (filter.facets.size() != 1) return false;
            query.facets.push_back(filter.facets[0]);
            return true;
        default: return false;
    }
}

store::TicketQuery query_from(TicketFilter filter) {
    store::TicketQuery out;
    if (filter.kind != TicketFilter::Kind::all) {
        TicketFilter all;
        all.parts.push_back(std::move(filter));
        filter = std::move(all);
    }
    std::erase_if(filter.parts, [&](TicketFilter& part) { return take(out, part); });
    if (!filter.parts.empty()) out.filter = std::make_shared<TicketFilter const>(std::move(filter));
    return out;
}

}  // namespace

Result<Resolved> resolve_query(store::ReadTxn& txn, Setup const& setup, Asker const& asker, std::string_view query) {
    auto const parsed = search::parse_query(query);
    if (!parsed.mistakes.empty()) return Resolved(parsed.mistakes.front());
    ValueReader values(txn, setup, asker, query);
    auto filter = Resolver(values).resolve(parsed.node);
    if (values.mistake()) return Resolved(*values.mistake());
    if (!filter) return filter.error();
    return Resolved(query_from(*std::move(filter)));
}

Result<store::TicketQuery> ticket_query_of(store::ReadTxn& txn, Setup const& setup, Asker const& asker,
                                           std::string_view query, std::string_view field) {
    TRY(auto resolved, resolve_query(txn, setup, asker, query));
    if (auto const* mistake = std::get_if<search::Mistake>(&resolved)) return search::error_of(*mistake, field);
    return std::get<store::TicketQuery>(std::move(resolved));
}

}  // namespace lotse::desk
