// SPDX-License-Identifier: Apache-2.0
// One `field:value` of a query to a condition on tickets; used by resolve_query.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/resolve_query.h"
#include "store/ticket_filter.h"

namespace lotse::desk {

class ValueReader {
  public:
    ValueReader(store::ReadTxn& txn, Setup const& setup, Asker const& asker, std::string_view query)
        : txn_(txn), setup_(setup), asker_(asker), query_(query) {}
    // A value that means nothing is a mistake() and a failed result.
    Result<store::TicketFilter> read(search::Node const& node);
    std::optional<search::Mistake> const& mistake() const { return mistake_; }

  private:
    Result<store::TicketFilter> read_choice(search::Node const& node);
    Result<store::TicketFilter> read_names(search::Node const& node);
    Result<store::TicketFilter> read_tags(search::Node const& node);
    Result<store::TicketFilter> read_custom(search::Node const& node);
    Result<store::TicketFilter> read_number(search::Node const& node);
    Result<store::TicketFilter> read_date(search::Node const& node);
    Result<store::TicketFilter> read_words(search::Node const& node);
    Result<store::TicketFilter> read_sentiments(search::Node const& node);
    Result<store::TicketFilter> read_things(search::Node const& node);
    Result<store::TicketFilter> read_states(search::Node const& node);
    Result<std::vector<std::int64_t>> ids_of(search::Node const& node, std::string const& value);
    Result<std::vector<std::int64_t>> customers_like(std::string const& value);
    Result<std::vector<std::int64_t>> organizations_like(std::string const& value);
    store::TicketFilter state(std::string_view word) const;
    Error unordered(search::Node const& node);
    Error missing(search::Node const& node, std::string const& value, std::vector<std::string> const& names);
    std::pair<std::int64_t, std::int64_t> span(search::Node const& node, std::string const& value) const;

    store::ReadTxn& txn_;
    Setup const& setup_;
    Asker const& asker_;
    std::string_view query_;
    std::optional<search::Mistake> mistake_;
};

}  // namespace lotse::desk
