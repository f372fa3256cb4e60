// SPDX-License-Identifier: Apache-2.0
#include "desk/index_tickets.h"

#include <algorithm>
#include <limits>

#include "base/log.h"
#include "base/must.h"
#include "base/text.h"
#include "search/terms.h"
#include "store/customers.h"
#include "store/people_words.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

using search::Part;

constexpr int kBatch = 32;       // entries of one write, fewer if they are long
constexpr std::size_t kLargeBatch = 400'000;  // bytes
constexpr int kAskedAtOnce = 200;
constexpr std::size_t kMostWords = 14'000;  // of the messages; a tsvector knows some 16,000 places
constexpr std::size_t kMostOfAPart = 600;   // of the other parts
constexpr std::size_t kMostKnown = 200'000;
constexpr std::string_view kNote = "search";
constexpr std::string_view kPeopleNote = "search_people";  // the last customer with words, or "all"
constexpr int kPeopleAtOnce = 100;
constexpr int kCountedChanges = 10'000;

// How far a rebuild is: everything from `below` on has been asked for.
struct State {
    int version = 0;
    std::int64_t top = 0;
    std::int64_t below = 0;
};

Result<State> read_state(store::ReadTxn& txn) {
    TRY(auto const text, store::read_note(txn, kNote));
    if (text.empty()) return State{};
    TRY(auto const parsed, parse_json(text));
    must(parsed.is_object(), "the stored state of the index");
    auto const& document = parsed.get_object();
    return State{static_cast<int>(int_at(document, "version")), int_at(document, "top"), int_at(document, "below")};
}

Result<void> write_state(store::WriteTxn& txn, State const& state) {
    return store::write_note(
        txn, kNote, to_string(JsonObject{{"version", state.version}, {"top", state.top}, {"below", state.below}}));
}

std::string& line(store::WordLines& lines, Part part) { return lines[static_cast<std::size_t>(part)]; }

// The texts one behind the other, up to a number of words.
std::string joined_lines(std::vector<std::string> const& texts, std::size_t most) {
    std::string out;
    std::size_t left = most;
    for (auto const& text : texts) {
        auto const piece = search::term_line(text, left);
        if (piece.empty()) continue;
        if (!out.empty()) out += ' ';
        out += piece;
        left -= std::min(left, 1 + static_cast<std::size_t>(std::ranges::count(piece, ' ')));
        if (left == 0) break;
    }
    return out;
}

bool is_plain_word(std::string_view word) {
    return word.size() >= 4 && word.size() <= 24 &&
           std::ranges::none_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '_'; });
}

struct Entry {
    store::SearchTodo todo;
    std::optional<store::WordLines> lines;  // none: the ticket is gone
};

Result<std::vector<Entry>> make_entries(store::ReadTxn& txn, std::vector<store::SearchTodo> const& todo) {
    std::vector<Entry> out;
    std::size_t size = 0;
    for (auto const& one : todo) {
        if (size > kLargeBatch) break;
        auto const source = store::read_search_source(txn, one.ticket);
        if (!source && source.error().kind != Kind::not_found) return source.error();
        out.push_back({one, source ? std::optional(word_lines(*source)) : std::nullopt});
        if (out.back().lines)
            for (auto const& text : *out.back().lines) size += text.size();
    }
    return out;
}

// An entry whose ticket has changed again meanwhile is left to the next batch.
Result<int> write_entries(store::WriteTxn& txn, std::vector<Entry> const& entries) {
    for (auto const& entry : entries) {
        TRY(bool const is_current, store::finish_search_todo(txn, entry.todo));
        if (!is_current) continue;
        if (entry.lines) {
            CHECK_OK(txn.words().put(entry.todo.ticket, *entry.lines));
        } else {
            TRY([[maybe_unused]] auto const gone, txn.words().remove(entry.todo.ticket, entry.todo.ticket));
        }
    }
    return static_cast<int>(entries.size());
}

}  // namespace

store::WordLines word_lines(store::SearchSource const& source) {
    store::WordLines out;
    line(out, Part::subject) = search::term_line(source.subject, kMostOfAPart);
    line(out, Part::people) = joined_lines(source.people, kMostOfAPart);
    line(out, Part::files) = joined_lines(source.files, kMostOfAPart);
    if (!source.files.empty()) line(out, Part::files) += " " + std::string(search::kHasFile);
    line(out, Part::text) = joined_lines(source.texts, kMostWords);
    return out;
}

Result<int> TicketIndexer::step() {
    int done = 0;
    TRY(auto const tenants, store::list_tenants(desk_.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(int made, index_changed(scope));
        if (made == 0) {
            TRY(made, ask_for_next(scope));
        }
        if (made == 0) {
            TRY(made, index_people(scope));
        }
        done += made;
    }
    return done;
}

Result<int> TicketIndexer::index_changed(domain::TenantScope const& scope) {
    TRY(auto const entries, desk_.store.read(scope, [](store::ReadTxn& txn) -> Result<std::vector<Entry>> {
        TRY(auto const todo, store::list_search_todo(txn, kBatch));
        return make_entries(txn, todo);
    }));
    if (entries.empty()) return 0;
    std::vector<store::WordLines> lines;
    for (auto const& entry : entries)
        if (entry.lines) lines.push_back(*entry.lines);
    auto const words = new_words(scope.tenant(), lines);
    auto const written = desk_.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        CHECK_OK(store::add_search_words(txn, words));
        return write_entries(txn, entries);
    });
    if (!written) known_.erase(scope.tenant().value);
    return written;
}

Result<int> TicketIndexer::ask_for_next(domain::TenantScope const& scope) {
    TRY(auto state, desk_.store.read(scope, read_state));
    if (state.version == search::kTermsVersion && state.below == 0) return 0;
    return desk_.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        auto next = state;
        if (next.version != search::kTermsVersion)
            next = {search::kTermsVersion, 0, std::numeric_limits<std::int64_t>::max()};
        TRY(auto const ids, store::list_ticket_ids_below(txn, domain::TicketId(next.below), kAskedAtOnce));
        if (next.top == 0 && !ids.empty()) next.top = ids.front().value;
        for (auto const id : ids) CHECK_OK(store::mark_for_search(txn, id));
        next.below = ids.empty() ? 0 : ids.back().value;
        CHECK_OK(write_state(txn, next));
        if (next.below == 0 && next.top > 0)
            log(Level::info, "all tickets are indexed", {{"tenant", txn.tenant().value}, {"newest", next.top}});
        return static_cast<int>(ids.size());
    });
}

// People of a desk that was made before they had words. Firms are few: all of them with the first customers.
Result<int> TicketIndexer::index_people(domain::TenantScope const& scope) {
    TRY(auto const last,
        desk_.store.read(scope, [](store::ReadTxn& txn) { return store::read_note(txn, kPeopleNote); }));
    if (last == "all") return 0;
    return desk_.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        for (std::string after; last.empty();) {
            TRY(auto const firms, store::list_organizations(txn, after, 500));
            for (auto const& firm : firms.items) CHECK_OK(store::write_organization_words(txn, firm));
            after = firms.next;
            if (after.empty()) break;
        }
        TRY(auto const page, store::list_customers(txn, last, kPeopleAtOnce));
        for (auto const& customer : page.items) CHECK_OK(store::write_customer_words(txn, customer));
        CHECK_OK(store::write_note(txn, kPeopleNote, page.next.empty() ? std::string("all") : page.next));
        return static_cast<int>(page.items.size());
    });
}

std::vector<std::string> TicketIndexer::new_words(domain::TenantId tenant,
                                                  std::vector<store::WordLines> const& entries) {
    auto& known = known_[tenant.value];
    if (known.size() > kMostKnown) known.clear();
    std::vector<std::string> out;
    for (auto const& lines : entries) {
        for (auto const& text : lines) {
            for (auto const word : split(text, ' ')) {
                auto const folded = word.substr(0, word.find('|'));
                if (is_plain_word(folded) && known.emplace(folded).second) out.emplace_back(folded);
            }
        }
    }
    return out;
}

Result<IndexProgress> index_progress(store::ReadTxn& txn) {
    IndexProgress out;
    TRY(auto const todo, store::list_search_todo(txn, kCountedChanges));
    out.changed = static_cast<std::int64_t>(todo.size());
    TRY(auto const state, read_state(txn));
    if (state.version == search::kTermsVersion && state.below == 0) return out;
    TRY(auto const newest,
        store::list_ticket_ids_below(txn, domain::TicketId(std::numeric_limits<std::int64_t>::max()), 1));
    if (newest.empty()) return out;
    std::int64_t const top = newest.front().value;
    out.never = state.version == search::kTermsVersion ? std::min(state.below, top) : top;
    return out;
}

}  // namespace lotse::desk
