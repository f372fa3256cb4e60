// SPDX-License-Identifier: Apache-2.0
// One page of tickets: the ranges of a segment are read in order, a few rows each, and merged.
#include <algorithm>
#include <array>
#include <deque>
#include <limits>

#include "store/rows.h"
#include "store/text_hits.h"
#include "store/ticket_filter.h"
#include "store/ticket_order.h"
#include "store/ticket_paths.h"
#include "store/ticket_row.h"
#include "store/ticket_thin.h"
#include "store/tickets.h"

namespace lotse::store {
namespace {

using domain::Status;
using domain::Ticket;

// Rows that a page looks at when its filters are rarer than the best index knows. Then the page is short and its
// cursor goes on behind the last row looked at.
constexpr std::size_t kMostSeen = 5000;
// A set of tickets without an index in the wanted order is sorted here, if it is no larger.
constexpr std::int64_t kFew = 2000;
constexpr std::size_t kLongestRead = 500;
// The same for lists with words: places of the index are cheap to look at, single questions to the index of words less so.
constexpr std::size_t kMostPlaces = 25'000;
constexpr int kMostAsked = 2000;
constexpr int kMostPassed = 100'000;
constexpr std::size_t kFewHits = 800;

struct Range {
    Status status = Status::fresh;
    std::optional<domain::Priority> priority;
    std::optional<domain::QueueId> queue;
    std::int64_t key = 0;  // position before the next read
    std::int64_t id = 0;
    std::size_t read_size = 0;
    std::deque<Ticket> ready;
    bool is_done = false;
};

class Walk {
  public:
    Walk(ReadTxn& txn, TicketQuery const& query)
        : txn_(txn),
          query_(query),
          limit_(static_cast<std::size_t>(std::clamp(query.limit, 1, 200))),
          to_pass_(static_cast<std::size_t>(std::clamp(query.offset, 0, kMostPassed))) {}
    // To count: no page, but up to so many tickets.
    Walk(ReadTxn& txn, TicketQuery const& query, std::size_t limit) : txn_(txn), query_(query), limit_(limit) {}
    Result<TicketPage> page();

  private:
    Result<void> choose_path();
    Result<bool> is_few(Narrow narrow);
    Result<std::vector<Ticket>> read_all(Narrow narrow);
    Result<TicketPage> sort_few(Narrow narrow);
    Result<TicketPage> sort_hits();
    TicketPage sorted(std::optional<Place> const& after);
    Result<bool> has_words(search::TextQuery const& words, domain::TicketId ticket);
    Result<std::optional<Ticket>> wanted(Ticket ticket);
    bool has_looked_enough() const;
    Result<void> walk_segment(Segment const& segment);
    std::vector<Range> open_ranges(Segment const& segment) const;
    std::vector<std::optional<domain::QueueId>> queues_of_ranges() const;
    Result<void> read_more(Segment const& segment, Range& range);
    Result<void> read(Range& range, RangeKey key, std::size_t count);
    bool is_past_end(Segment const& segment, Ticket const& ticket) const;
    Range* first_of(Segment const& segment, std::vector<Range>& ranges) const;
    std::vector<Status> statuses() const;
    TicketPage finished();

    ReadTxn& txn_;
    TicketQuery const& query_;
    std::size_t limit_;
    std::size_t to_pass_ = 0;  // of the query's offset
    std::optional<Place> after_;
    Narrow narrow_ = Narrow::none;
    bool sorts_few_ = false;
    bool is_thin_ = false;  // tickets come with their place only (ticket_thin.h)
    std::vector<std::pair<search::TextQuery, TextHits>> hits_;  // of the words that were asked for so far
    std::vector<Ticket> found_;  // one more than the page, to know whether there is more
    Place seen_;  // the last ticket looked at
    std::size_t seen_count_ = 0;
    bool is_full_ = false;
};

Result<TicketPage> Walk::page() {
    TRY(after_, read_cursor(query_));
    if (query_.words) {
        TRY(auto hits, TextHits::read(txn_, *query_.words));
        hits_.emplace_back(*query_.words, std::move(hits));
        if (hits_[0].second.is_whole() && hits_[0].second.newest().size() <= kFewHits) return sort_hits();
    }
    CHECK_OK(choose_path());
    is_thin_ = query_.words && narrow_ == Narrow::none;
    if (sorts_few_) return sort_few(narrow_);
    for (auto const& segment : segments_of(query_)) {
        if (after_ && segment.number < after_->segment) continue;
        CHECK_OK(walk_segment(segment));
        if (is_full_) break;
    }
    return finished();
}

// Narrow is in order of preference. A filter without an index in the wanted order serves if few tickets have it;
// where many have it, a walk without it meets them often enough. The tail of a list by due time, which hardly anybody
// reads to its end, may do without.
Result<void> Walk::choose_path() {
    for (int i = 0; i <= static_cast<int>(Narrow::none); ++i) {
        narrow_ = static_cast<Narrow>(i);
        if (!narrows(query_, narrow_)) continue;
        bool const has_main = has_path(narrow_, main_key(query_.sort));
        if (has_main &&
            std::ranges::all_of(segments_of(query_), [&](auto const& s) { return has_path(narrow_, s.key); }))
            return {};
        TRY(sorts_few_, is_few(narrow_));
        if (sorts_few_ || has_main) return {};
    }
    return {};
}

std::vector<Status> Walk::statuses() const {
    std::vector<Status> all = query_.statuses;
    if (all.empty()) all = {Status::fresh, Status::open, Status::waiting, Status::solved, Status::closed};
    std::ranges::sort(all);
    auto const twice = std::ranges::unique(all);
    all.erase(twice.begin(), twice.end());
    return all;
}

Result<bool> Walk::is_few(Narrow narrow) {
    std::int64_t left = kFew;
    for (auto const status : statuses()) {
        std::vector<Value> values{stored(status), left + 1};
        if (has_value(narrow)) values.push_back(value_of(query_, narrow));
        TRY([[maybe_unused]] auto const rows, txn_.each(count_statement(narrow), std::span<Value const>(values),
                                                        [&](Row const& row) { left -= row.integer(0); }));
        if (left < 0) return false;
    }
    return true;
}

Result<std::vector<Ticket>> Walk::read_all(Narrow narrow) {
    narrow_ = narrow;
    std::vector<Ticket> all;
    Segment const everything{
        0,
        RangeKey::updated,
        {domain::Priority::low, domain::Priority::normal, domain::Priority::high, domain::Priority::urgent},
        false};
    after_.reset();
    for (auto& range : open_ranges(everything)) {
        CHECK_OK(read(range, RangeKey::updated, static_cast<std::size_t>(kFew)));
        std::ranges::move(range.ready, std::back_inserter(all));
    }
    return all;
}

Result<TicketPage> Walk::sort_few(Narrow narrow) {
    auto const after = after_;
    TRY(auto all, read_all(narrow));
    for (auto& ticket : all) {
        TRY(auto good, wanted(std::move(ticket)));
        if (good) found_.push_back(*std::move(good));
    }
    return sorted(after);
}

Result<TicketPage> Walk::sort_hits() {
    is_thin_ = true;
    auto const hits = hits_[0].second.newest();
    for (auto const id : hits) {
        Ticket thin;
        thin.id.value = id;
        TRY(auto good, wanted(std::move(thin)));
        if (good) found_.push_back(*std::move(good));
    }
    return sorted(after_);
}

TicketPage Walk::sorted(std::optional<Place> const& after) {
    std::erase_if(found_, [&](Ticket const& ticket) {
        return after && !is_before(*after, place_of(ticket, query_), query_.descending);
    });
    std::ranges::sort(found_, [&](Ticket const& a, Ticket const& b) {
        return is_before(place_of(a, query_), place_of(b, query_), query_.descending);
    });
    auto const passed = std::min(found_.size(), to_pass_);
    found_.erase(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(passed));
    is_full_ = found_.size() > limit_;
    if (is_full_) found_.resize(limit_ + 1);
    return finished();
}

Result<bool> Walk::has_words(search::TextQuery const& words, domain::TicketId ticket) {
    auto known = std::ranges::find(hits_, words, [](auto const& pair) { return pair.first; });
    if (known == hits_.end()) {
        TRY(auto hits, TextHits::read(txn_, words));
        known = hits_.emplace(hits_.end(), words, std::move(hits));
    }
    return known->second.has(txn_, ticket);
}

// The whole ticket, if it belongs in the list. What costs nothing is asked first.
Result<std::optional<Ticket>> Walk::wanted(Ticket ticket) {
    if (is_thin_) {
        TRY(bool const has, has_words(*query_.words, ticket.id));
        if (!has) return std::optional<Ticket>{};
        // An entry may outlive its ticket for a moment.
        auto whole = get_ticket(txn_, ticket.id);
        if (!whole && whole.error().kind == Kind::not_found) return std::optional<Ticket>{};
        if (!whole) return whole.error();
        ticket = *std::move(whole);
    }
    if (!matches(ticket, query_)) return std::optional<Ticket>{};
    if (query_.words && !is_thin_) {
        TRY(bool const has, has_words(*query_.words, ticket.id));
        if (!has) return std::optional<Ticket>{};
    }
    if (query_.filter) {
        auto const asked = [&](search::TextQuery const& words, domain::TicketId id) { return has_words(words, id); };
        TRY(bool const is, passes(*query_.filter, ticket, asked));
        if (!is) return std::optional<Ticket>{};
    }
    return std::optional(std::move(ticket));
}

bool Walk::has_looked_enough() const {
    int asked = 0;
    for (auto const& [words, hits] : hits_) asked += hits.asked();
    std::size_t const passed = static_cast<std::size_t>(std::clamp(query_.offset, 0, kMostPassed));
    return seen_count_ >= (is_thin_ ? kMostPlaces : kMostSeen) + passed || asked >= kMostAsked;
}

TicketPage Walk::finished() {
    TicketPage page;
    if (found_.size() > limit_) {
        found_.resize(limit_);
        seen_ = place_of(found_.back(), query_);
    }
    if (is_full_) page.next = cursor_of(query_, seen_);
    page.items = std::move(found_);
    return page;
}

std::vector<Range> Walk::open_ranges(Segment const& segment) const {
    Range first;
    if (after_ && after_->segment == segment.number) {
        first.key = after_->key;
        first.id = after_->id;
    } else {
        first.key = first.id =
            query_.descending ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
        // Ids are positive, so (bound, 0) lies just before the first ticket of that instant.
        auto const& bound = query_.descending ? query_.created_to : query_.created_from;
        if (segment.key == RangeKey::created && bound) first.key = micros(*bound);
        if (segment.key == RangeKey::created && bound) first.id = 0;
    }
    std::vector<Range> ranges;
    for (auto const status : statuses()) {
        first.status = status;
        for (auto const& queue : queues_of_ranges()) {
            first.queue = queue;
            if (segment.priorities.empty()) ranges.push_back(first);
            for (auto const priority : segment.priorities) {
                ranges.push_back(first);
                ranges.back().priority = priority;
            }
        }
    }
    for (auto& range : ranges) range.read_size = (limit_ + 1) / ranges.size() + 2;
    return ranges;
}

// One range for each of several queues; else the query's own queue, or none.
std::vector<std::optional<domain::QueueId>> Walk::queues_of_ranges() const {
    if (narrow_ != Narrow::queue || query_.queue) return {query_.queue};
    return {query_.queues.begin(), query_.queues.end()};
}

Result<void> Walk::walk_segment(Segment const& segment) {
    auto ranges = open_ranges(segment);
    for (;;) {
        for (auto& range : ranges) {
            if (range.ready.empty() && !range.is_done) CHECK_OK(read_more(segment, range));
        }
        Range* const first = first_of(segment, ranges);
        if (first == nullptr) return {};
        Ticket ticket = std::move(first->ready.front());
        first->ready.pop_front();
        seen_ = {segment.number, key_of(ticket, segment.key), ticket.id.value};
        ++seen_count_;
        TRY(auto good, wanted(std::move(ticket)));
        bool const is_wanted = good && !(segment.wants_no_due && has_due(*good, query_.sort));
        if (is_wanted && to_pass_ > 0) {
            --to_pass_;
        } else if (is_wanted) {
            found_.push_back(*std::move(good));
        }
        is_full_ = found_.size() > limit_ || has_looked_enough();
        if (is_full_) return {};
    }
}

Result<void> Walk::read_more(Segment const& segment, Range& range) {
    CHECK_OK(read(range, segment.key, range.read_size));
    while (!range.ready.empty() && is_past_end(segment, range.ready.back())) {
        range.ready.pop_back();
        range.is_done = true;
    }
    range.read_size = std::min(kLongestRead, range.read_size + range.read_size / 2);
    return {};
}

Result<void> Walk::read(Range& range, RangeKey key, std::size_t count) {
    std::vector<Value> values{stored(range.status), range.key, range.id, count};
    if (range.priority) values.push_back(stored(*range.priority));
    Narrow const narrow = has_path(narrow_, key) ? narrow_ : Narrow::none;
    if (has_value(narrow)) values.push_back(narrow == Narrow::queue ? Value(range.queue) : value_of(query_, narrow));
    auto const rows =
        txn_.each(is_thin_ ? thin_statement(key, query_.descending) : path_statement(narrow, key, query_.descending),
                  std::span<Value const>(values),
                  [&](Row const& row) { range.ready.push_back(is_thin_ ? thin_ticket(row, key) : read_ticket(row)); });
    if (!rows) return rows.error();
    range.is_done = range.ready.size() < count;
    if (range.ready.empty()) return {};
    range.key = key_of(range.ready.back(), key);
    range.id = range.ready.back().id.value;
    return {};
}

bool Walk::is_past_end(Segment const& segment, Ticket const& ticket) const {
    if (segment.key != RangeKey::created) return false;
    if (query_.descending) return query_.created_from && ticket.created_at < *query_.created_from;
    return query_.created_to && ticket.created_at >= *query_.created_to;
}

Range* Walk::first_of(Segment const& segment, std::vector<Range>& ranges) const {
    Range* best = nullptr;
    Place best_place;
    for (auto& range : ranges) {
        if (range.ready.empty()) continue;
        Place const place{0, key_of(range.ready.front(), segment.key), range.ready.front().id.value};
        if (best != nullptr && !is_before(place, best_place, query_.descending)) continue;
        best = &range;
        best_place = place;
    }
    return best;
}

}  // namespace

Result<TicketPage> list_tickets(ReadTxn& txn, TicketQuery const& query) { return Walk(txn, query).page(); }

Result<bool> meets(ReadTxn& txn, Ticket const& ticket, TicketQuery const& query) {
    if (!matches(ticket, query)) return false;
    if (!query.filter) return true;
    return passes(*query.filter, ticket,
                  [&](search::TextQuery const& words, domain::TicketId id) { return holds_words(txn, words, id); });
}

Result<TicketTotal> count_tickets(ReadTxn& txn, TicketQuery const& query, int most) {
    TicketQuery all = query;
    all.after.clear();
    all.offset = 0;
    TRY(auto const page, Walk(txn, all, static_cast<std::size_t>(most)).page());
    return TicketTotal{static_cast<std::int64_t>(page.items.size()), page.next.empty()};
}

Result<std::int64_t> count_tickets_since(ReadTxn& txn, Instant since, std::int64_t most) {
    std::int64_t out = 0;
    for (std::size_t status = 0; status < domain::EnumNames<domain::Status>::all.size(); ++status) {
        TRY(auto const found,
            find_one<std::int64_t>(txn,
                                   "SELECT COUNT(*) FROM (SELECT id FROM ticket WHERE tenant_id = :tenant AND status = "
                                   "?1 AND created_at >= ?2 LIMIT ?3) AS counted",
                                   {status, since, most}, [](Row const& row) { return row.integer(0); }));
        out += found.value_or(0);
    }
    return out;
}

}  // namespace lotse::store
