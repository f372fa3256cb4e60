// SPDX-License-Identifier: Apache-2.0
// What the desk's own solved tickets teach. A model must not learn from its own guesses, so a value that a machine set
// counts only when a person solved the ticket and let it stand for three days.
#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "store/article_text.h"
#include "store/change_row.h"
#include "store/models.h"
#include "store/rows.h"
#include "store/setup.h"

namespace lotse::store {
namespace {

using domain::Status;

constexpr Duration kStood = std::chrono::hours{72};
// Enough for any model of words; a log file pasted into a mail teaches nothing more.
constexpr std::size_t kLongestText = 20'000;

// What the log says of one ticket. Fields that nobody changed were given when it was opened: by a person.
struct Past {
    bool is_category_guessed = false;
    bool is_type_guessed = false;
    domain::AgentId category_by;
    domain::AgentId type_by;
    domain::AgentId solved_by;
    std::optional<Instant> solved_by_person_at;
};
using Pasts = std::unordered_map<std::int64_t, Past>;

struct Candidate {
    Example example;
    std::int64_t category = 0;
};

// The desk's own time: its last event. A job that asks twice gets the same answer, whatever the hour.
Result<Instant> last_event_at(ReadTxn& txn) {
    TRY(auto const found,
        find_one<Instant>(txn, "SELECT at FROM event WHERE tenant_id = :tenant ORDER BY id DESC LIMIT 1", {},
                          [](Row const& row) { return row.at(0); }));
    return found.value_or(Instant{});
}

void note_change(Past& past, domain::Change const& change, domain::AgentId who, Instant at) {
    bool const is_person = change.because.source == "person";
    if (change.field == "category") past.is_category_guessed = !is_person, past.category_by = who;
    if (change.field == "type") past.is_type_guessed = !is_person, past.type_by = who;
    if (change.field != "status") return;
    auto const is_done = [](std::string_view name) {
        return name == domain::name_of(Status::solved) || name == domain::name_of(Status::closed);
    };
    if (is_done(change.from) && is_done(change.to)) return;  // solved -> closed: nothing new was judged
    past.solved_by_person_at = is_person && is_done(change.to) ? std::optional(at) : std::nullopt;
    past.solved_by = who;
}

// Which tickets of a status: the newest `limit` of those opened in [from, before).
struct Range {
    Status status = Status::solved;
    Instant from{};
    ExamplePlace before{instant(INT64_MAX), {}};
    int limit = 0;
};

// Both statements walk the same index range.
Result<void> read_pasts(ReadTxn& txn, Range const& range, Pasts& pasts) {
    struct Step {
        std::int64_t id = 0;
        Instant at{};
        domain::AgentId who;
        std::vector<domain::Change> changes;
    };
    std::unordered_map<std::int64_t, std::vector<Step>> sets;
    auto const done = txn.each(
        "SELECT c.ticket_id, c.id, c.at, c.changes, COALESCE(e.agent_id, 0) FROM (SELECT id FROM ticket WHERE "
        "tenant_id "
        "= :tenant AND status = ?1 AND created_at >= ?2 AND created_at <= ?3 AND (created_at < ?3 OR id < ?4) "
        "ORDER BY created_at DESC, id DESC LIMIT ?5) AS newest "
        "JOIN change_set AS c ON c.tenant_id = :tenant AND c.ticket_id = newest.id "
        "LEFT JOIN event AS e ON e.tenant_id = :tenant AND e.id = c.event_id",
        {stored(range.status), range.from, range.before.created_at, range.before.ticket, range.limit},
        [&](Row const& row) {
            sets[row.integer(0)].push_back(
                {row.integer(1), row.at(2), row.id<domain::AgentTag>(4), changes_from(array_column(row, 3))});
        });
    if (!done) return done.error();
    for (auto& [ticket, steps] : sets) {
        std::ranges::sort(steps, {}, &Step::id);
        for (auto const& step : steps)
            for (auto const& change : step.changes) note_change(pasts[ticket], change, step.who, step.at);
    }
    return {};
}

Candidate read_candidate(Row const& row) {
    domain::Article first;
    first.text = row.text(8);
    restore_parts(first, array_column(row, 7));
    auto const opened = object_column(row, 9);
    Candidate out;
    out.example.ticket = row.id<domain::TicketTag>(0);
    out.example.subject = row.text(1);
    out.example.channel = enum_at<domain::Channel>(row, 2);
    out.category = row.integer(3);
    if (row.flag(5)) out.example.type = domain::name_of(enum_at<domain::TicketType>(row, 4));
    out.example.at = row.at(6);
    out.example.mailbox = text_at(opened, "recipient");
    out.example.content_language = text_at(opened, "language_hint");
    out.example.organization = row.id<domain::OrganizationTag>(10);
    out.example.customer_language = row.text(11);
    std::string const& text = first.new_text.empty() ? first.text : first.new_text;
    out.example.text = cut_utf8(text, kLongestText);
    return out;
}

// The first event of a ticket is the one that opened it.
constexpr std::string_view kSelect =
    "SELECT t.id, t.subject, t.channel, t.category_id, t.type, t.has_type, t.created_at, a.parts, a.text, "
    "COALESCE(e.data, ''), t.organization_id, COALESCE(c.language, '') "
    "FROM ticket AS t JOIN article AS a ON a.tenant_id = :tenant AND a.id = (SELECT f.id FROM article AS f "
    "WHERE f.tenant_id = :tenant AND f.ticket_id = t.id AND f.author = 0 ORDER BY f.id LIMIT 1) "
    "LEFT JOIN event AS e ON e.tenant_id = :tenant AND e.id = (SELECT o.id FROM event AS o "
    "WHERE o.tenant_id = :tenant AND o.ticket_id = t.id ORDER BY o.id LIMIT 1) "
    "LEFT JOIN customer AS c ON c.tenant_id = :tenant AND c.id = t.customer_id "
    "WHERE t.tenant_id = :tenant ";

Result<std::vector<Candidate>> read_candidates(ReadTxn& txn, Range const& range) {
    auto const sql = std::string(kSelect) +
                     "AND t.status = ?1 AND t.created_at >= ?2 AND t.created_at <= ?3 "
                     "AND (t.created_at < ?3 OR t.id < ?4) ORDER BY t.created_at DESC, t.id DESC LIMIT ?5";
    return list_all(txn, sql,
                    {stored(range.status), range.from, range.before.created_at, range.before.ticket, range.limit},
                    read_candidate);
}

// A guess beside a value that a person stands for is left out; where there are only guesses, the example weighs nothing.
void weigh(Example& example, Past const& past, Instant now) {
    bool const has_stood = past.solved_by_person_at && now - *past.solved_by_person_at >= kStood;
    bool const trusts_category = !example.category.empty() && (!past.is_category_guessed || has_stood);
    bool const trusts_type = !example.type.empty() && (!past.is_type_guessed || has_stood);
    if (!trusts_category && !trusts_type) {
        example.weight = 0;
        return;
    }
    if (!trusts_category) example.category.clear();
    if (!trusts_type) example.type.clear();
    example.category_by = past.is_category_guessed ? past.solved_by : past.category_by;
    example.type_by = past.is_type_guessed ? past.solved_by : past.type_by;
}

}  // namespace

Result<std::optional<Example>> find_example(ReadTxn& txn, domain::TicketId ticket) {
    TRY(auto found, find_one(txn, std::string(kSelect) + "AND t.id = ?1", {ticket.value}, read_candidate));
    if (!found) return std::optional<Example>();
    return std::optional(std::move(found->example));
}

namespace {

using Keys = std::unordered_map<std::int64_t, std::string>;

Result<Keys> category_keys(ReadTxn& txn) {
    TRY(auto const categories, list_categories(txn));
    Keys out;
    for (auto const& category : categories) out[category.id.value] = category.key;
    return out;
}

Result<std::vector<Example>> read_examples(ReadTxn& txn, Range const& range, Keys const& keys, Instant now) {
    Pasts pasts;
    CHECK_OK(read_pasts(txn, range, pasts));
    TRY(auto candidates, read_candidates(txn, range));
    std::vector<Example> out;
    for (auto& candidate : candidates) {
        if (auto const key = keys.find(candidate.category); key != keys.end()) candidate.example.category = key->second;
        weigh(candidate.example, pasts[candidate.example.ticket.value], now);
        out.push_back(std::move(candidate.example));
    }
    return out;
}

}  // namespace

// A ticket in which no customer wrote is no example, so the examples of a page may reach beyond its tickets: where it ends is
// asked for by itself.
Result<ExamplePage> list_example_page(ReadTxn& txn, Status status, Instant from, ExamplePlace const& before,
                                      int limit) {
    ExamplePage out;
    TRY(auto const now, last_event_at(txn));
    TRY(auto const keys, category_keys(txn));
    TRY(out.items, read_examples(txn, {status, from, before, limit}, keys, now));
    TRY(auto const tickets,
        txn.each("SELECT created_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                 "created_at >= ?2 AND created_at <= ?3 AND (created_at < ?3 OR id < ?4) "
                 "ORDER BY created_at DESC, id DESC LIMIT ?5",
                 {stored(status), from, before.created_at, before.ticket, limit},
                 [&](Row const& row) { out.next = ExamplePlace{row.at(0), row.id<domain::TicketTag>(1)}; }));
    if (tickets < limit) out.next.reset();
    if (out.next)
        std::erase_if(out.items, [&](auto const& one) {
            return std::tie(one.at, one.ticket) < std::tie(out.next->created_at, out.next->ticket);
        });
    return out;
}

Result<std::int64_t> count_done_tickets(ReadTxn& txn, Instant from, Instant until) {
    std::int64_t out = 0;
    for (auto const status : {Status::solved, Status::closed}) {
        auto const done = txn.each(
            "SELECT COUNT(*) FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND created_at >= ?2 AND "
            "created_at < ?3",
            {stored(status), from, until}, [&](Row const& row) { out += row.integer(0); });
        if (!done) return done.error();
    }
    return out;
}

}  // namespace lotse::store
