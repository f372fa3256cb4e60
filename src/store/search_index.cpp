// SPDX-License-Identifier: Apache-2.0
#include "store/search_index.h"

#include <algorithm>
#include <limits>
#include <set>

#include "base/text.h"
#include "store/article_text.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/relations.h"
#include "store/rows.h"
#include "store/tickets.h"

namespace lotse::store {
namespace {

constexpr std::size_t kLongestText = 100'000;
constexpr int kPiece = 50;
constexpr std::size_t kMostMerged = 50;

struct Message {
    std::int64_t id = 0;
    domain::Article article;
};

Message read_message(Row const& row) {
    Message out;
    out.id = row.integer(0);
    out.article.from_name = row.text(1);
    out.article.from_address = row.text(2);
    out.article.text = row.text(4);
    restore_parts(out.article, array_column(row, 3));
    return out;
}

void add_people(SearchSource& source, domain::Article const& article) {
    for (auto const& text : {article.from_name, article.from_address})
        if (!text.empty() && std::ranges::count(source.people, text) == 0) source.people.push_back(text);
}

Result<void> read_texts(ReadTxn& txn, SearchSource& source, std::size_t most) {
    std::int64_t first = 0;
    std::size_t taken = 0;
    auto const add = [&](Message const& message, std::string const& text) {
        add_people(source, message.article);
        source.texts.emplace_back(cut_utf8(text, std::min(most, kLongestText)));
        taken += source.texts.back().size();
    };
    TRY(auto const opening, find_one(txn,
                                     "SELECT id, from_name, from_address, parts, text FROM article "
                                     "WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id LIMIT 1",
                                     {source.ticket}, read_message));
    if (!opening) return {};
    first = opening->id;
    add(*opening, opening->article.text);
    for (std::int64_t below = std::numeric_limits<std::int64_t>::max(); taken < most;) {
        TRY(auto const piece, list_all(txn,
                                       "SELECT id, from_name, from_address, parts, text FROM article WHERE tenant_id = "
                                       ":tenant AND ticket_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4",
                                       {source.ticket, first, below, kPiece}, read_message));
        for (auto const& message : piece)
            if (taken < most)
                add(message, message.article.new_text.empty() ? message.article.text : message.article.new_text);
        if (piece.size() < static_cast<std::size_t>(kPiece)) return {};
        below = piece.back().id;
    }
    return {};
}

Result<void> read_people(ReadTxn& txn, domain::Ticket const& ticket, SearchSource& source) {
    source.people.push_back(std::to_string(ticket.id.value));
    auto const customer = get_customer(txn, ticket.customer);
    if (customer) {
        for (auto const& text : {customer->name, customer->email, customer->phone})
            if (!text.empty()) source.people.push_back(text);
    } else if (customer.error().kind != Kind::not_found) {
        return customer.error();
    }
    if (!ticket.organization) return {};
    auto const organization = get_organization(txn, ticket.organization);
    if (organization) source.people.push_back(organization->name);
    if (!organization && organization.error().kind != Kind::not_found) return organization.error();
    return {};
}

// The messages of tickets merged into this one stand here; so their subjects and numbers do, too.
Result<void> read_merged(ReadTxn& txn, SearchSource& source) {
    TRY(auto const merges, list_merges_into(txn, source.ticket));
    for (std::size_t i = 0; i < merges.size() && i < kMostMerged; ++i) {
        auto const merged = get_ticket(txn, merges[i].source);
        if (!merged) return merged.error();
        source.people.push_back(std::to_string(merged->id.value));
        source.texts.push_back(merged->subject);
    }
    return {};
}

Result<void> nothing(Result<std::int64_t> const& done) {
    if (!done) return done.error();
    return {};
}

// By code point, as it stands in the column.
std::string letter_at(std::string_view word, std::size_t at) {
    std::string_view const before = cut_utf8(word, at);
    std::string_view const rest = word.substr(before.size());
    for (std::size_t size = 1; size <= 4 && size <= rest.size(); ++size)
        if (is_utf8(rest.substr(0, size))) return std::string(rest.substr(0, size));
    return {};
}

}  // namespace

Result<void> mark_for_search(WriteTxn& txn, domain::TicketId ticket) {
    return nothing(
        txn.run("INSERT INTO search_todo (tenant_id, ticket_id, n) VALUES (:tenant, ?1, 1) "
                "ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET n = search_todo.n + 1",
                {ticket}));
}

Result<void> mark_customer_for_search(WriteTxn& txn, domain::CustomerId customer) {
    return nothing(txn.run(
        "INSERT INTO search_todo (tenant_id, ticket_id, n) SELECT tenant_id, id, 1 FROM ticket WHERE tenant_id = "
        ":tenant AND customer_id = ?1 LIMIT 5000 "
        "ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET n = search_todo.n + 1",
        {customer}));
}

Result<void> mark_organization_for_search(WriteTxn& txn, domain::OrganizationId organization) {
    return nothing(txn.run(
        "INSERT INTO search_todo (tenant_id, ticket_id, n) SELECT tenant_id, id, 1 FROM ticket WHERE tenant_id = "
        ":tenant AND organization_id = ?1 AND organization_id <> 0 LIMIT 5000 "
        "ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET n = search_todo.n + 1",
        {organization}));
}

Result<std::vector<SearchTodo>> list_search_todo(ReadTxn& txn, int limit) {
    auto const read = [](Row const& row) { return SearchTodo{row.id<domain::TicketTag>(0), row.integer(1)}; };
    return list_all<SearchTodo>(
        txn, "SELECT ticket_id, n FROM search_todo WHERE tenant_id = :tenant ORDER BY ticket_id DESC LIMIT ?1", {limit},
        read);
}

Result<bool> finish_search_todo(WriteTxn& txn, SearchTodo const& done) {
    TRY(auto const changed, txn.run("DELETE FROM search_todo WHERE tenant_id = :tenant AND ticket_id = ?1 AND n = ?2",
                                    {done.ticket, done.n}));
    return changed == 1;
}

Result<SearchSource> read_search_source(ReadTxn& txn, domain::TicketId id, std::size_t most) {
    TRY(auto const ticket, get_ticket(txn, id));
    SearchSource source;
    source.ticket = id;
    source.subject = ticket.subject;
    CHECK_OK(read_people(txn, ticket, source));
    CHECK_OK(read_merged(txn, source));
    CHECK_OK(read_texts(txn, source, most));
    TRY(auto const files, list_attachments(txn, id));
    for (auto const& file : files) source.files.push_back(file.name);
    return source;
}

Result<std::vector<domain::TicketId>> list_ticket_ids_below(ReadTxn& txn, domain::TicketId below, int limit) {
    auto const read = [](Row const& row) { return row.id<domain::TicketTag>(0); };
    return list_all<domain::TicketId>(
        txn, "SELECT id FROM ticket WHERE tenant_id = :tenant AND id < ?1 ORDER BY id DESC LIMIT ?2", {below, limit},
        read);
}

Result<void> add_search_words(WriteTxn& txn, std::span<std::string const> words) {
    for (auto const& word : words)
        CHECK_OK(
            nothing(txn.run("INSERT INTO search_word (tenant_id, initial, size, word) VALUES (:tenant, ?1, ?2, ?3) "
                            "ON CONFLICT (tenant_id, initial, size, word) DO NOTHING",
                            {letter_at(word, 0), word.size(), word})));
    return {};
}

Result<std::vector<std::string>> list_search_words_like(ReadTxn& txn, std::string_view word) {
    constexpr int kMostOfALength = 4000;
    std::vector<std::string> out;
    auto const size = static_cast<std::int64_t>(word.size());
    std::string const first = letter_at(word, 0);
    for (auto const& initial : std::set<std::string>{first, letter_at(word, first.size())}) {
        for (std::int64_t length = size - 2; length <= size + 2; ++length)
            CHECK_OK(nothing(
                txn.each("SELECT word FROM search_word WHERE tenant_id = :tenant AND initial = ?1 AND size = "
                         "?2 ORDER BY word LIMIT ?3",
                         {initial, length, kMostOfALength}, [&](Row const& row) { out.emplace_back(row.text(0)); })));
    }
    return out;
}

}  // namespace lotse::store
