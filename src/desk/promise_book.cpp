// SPDX-License-Identifier: Apache-2.0
#include "desk/promise_book.h"

#include <fmt/format.h>

#include "base/log.h"
#include "base/rate_interval.h"
#include "domain/zone.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

using domain::Awaited;

constexpr std::int64_t kLeastDue = 50;
constexpr double kWithdrawBelow = 0.85;
constexpr double kPromised = kPromisedPercent / 100.0;
constexpr double kTellAgainFrom = 0.88;
constexpr std::string_view kStandingNote = "promise_standing";

std::string model_note(Awaited what) { return fmt::format("wait_model.{}", domain::name_of(what)); }

// Three hours of a day of the week on the desk's clock: 56 values.
std::string part_of_week(Setup const& setup, Instant at) {
    auto const zone = domain::Zone::find(setup.tenant.time_zone);
    auto const local = zone ? zone->to_local(at) : domain::LocalTime{at.time_since_epoch()};
    auto const day = std::chrono::floor<std::chrono::days>(local);
    auto const hour = std::chrono::duration_cast<std::chrono::hours>(local - day).count();
    return fmt::format("{}/{}", std::chrono::weekday{day}.iso_encoding(), hour / 3);
}

JsonObject show(PromiseStanding const& one) {
    return {{"may_tell", one.may_tell},
            {"due", one.due},
            {"kept", one.kept},
            {"told_due", one.told_due},
            {"told_kept", one.told_kept},
            {"since", micros(one.since)},
            {"judged_at", micros(one.judged_at)}};
}

PromiseStanding standing_from(JsonObject const& object) {
    return {bool_at(object, "may_tell", true),   int_at(object, "due"),       int_at(object, "kept"),
            int_at(object, "told_due"),          int_at(object, "told_kept"), instant(int_at(object, "since")),
            instant(int_at(object, "judged_at"))};
}

}  // namespace

PromiseStanding judge_standing(PromiseStanding before, Instant now) {
    before.judged_at = now;
    if (before.due < kLeastDue) return before;
    double const rate = static_cast<double>(before.kept) / static_cast<double>(before.due);
    auto const band = wilson(static_cast<std::size_t>(before.kept), static_cast<std::size_t>(before.due));
    bool const fails = rate < kWithdrawBelow && band.high < kPromised;
    bool const holds = rate >= kTellAgainFrom && band.low >= kWithdrawBelow;
    bool const may_tell = before.may_tell ? !fails : holds;
    if (may_tell != before.may_tell) before.since = now;
    before.may_tell = may_tell;
    return before;
}

insight::WaitFacts wait_facts(domain::Ticket const& ticket, Setup const& setup, std::int64_t load) {
    auto const id = [](auto const& one) { return one ? std::to_string(one.value) : std::string(); };
    std::string const priority(domain::name_of(ticket.priority));
    auto const queue = id(ticket.queue);
    auto const category = id(ticket.category);
    insight::WaitFacts out;
    out.values = {priority,
                  queue,
                  category,
                  queue + "/" + category,
                  queue + "/" + priority,
                  id(ticket.customer),
                  id(ticket.organization),
                  part_of_week(setup, ticket.created_at),
                  std::string(domain::name_of(ticket.channel)),
                  ticket.has_type ? std::string(domain::name_of(ticket.type)) : std::string(),
                  ticket.language};
    out.load = load;
    return out;
}

domain::Calendar const& promise_calendar(Setup const& setup, domain::QueueId queue) {
    static auto const always = domain::always_open();
    auto const* policy = setup.policy_for(nullptr);
    static domain::Policy const none;
    auto const* found = setup.find_queue(queue);
    if (policy == nullptr && (found == nullptr || !found->calendar)) return always;
    return setup.calendar_for(found, policy != nullptr ? *policy : none);
}

std::optional<Instant> came_at(domain::Ticket const& ticket, Awaited what) {
    if (what == Awaited::first_reply && ticket.first_reply_at) return ticket.first_reply_at;
    if (ticket.status != domain::Status::solved && ticket.status != domain::Status::closed) return std::nullopt;
    return ticket.solved_at ? ticket.solved_at : ticket.closed_at;
}

std::optional<Instant> told_time(domain::Calendar const& calendar, Instant from, Duration open, Instant now) {
    using namespace std::chrono;
    auto const at = domain::add_open_time(calendar, from, open);
    if (!at) return std::nullopt;
    auto const least = std::max(*at, now);
    using Quarters = duration<std::int64_t, std::ratio<900>>;
    if (least - now < hours{4}) return Instant{ceil<Quarters>(least.time_since_epoch())};
    return Instant{ceil<hours>(least.time_since_epoch())};
}

std::shared_ptr<PromiseBook const> read_promise_book(store::ReadTxn& txn) {
    auto book = std::make_shared<PromiseBook>();
    auto const read = [&](std::string_view key) -> std::string {
        auto note = store::read_note(txn, key);
        if (note) return *note;
        log_error("what promises are made by cannot be read", note.error(), {{"tenant", txn.tenant().value}});
        return {};
    };
    auto const standings = parse_json(read(kStandingNote));
    for (auto const what : {Awaited::first_reply, Awaited::solution}) {
        auto const at = static_cast<std::size_t>(what);
        if (standings && standings->is_object())
            book->standings[at] = standing_from(object_at(standings->get_object(), domain::name_of(what)));
        auto const text = read(model_note(what));
        if (text.empty()) continue;
        auto model = insight::WaitModel::load(text);
        if (model) book->models[at] = *std::move(model);
        else log_error("the model of waiting times is damaged", model.error(), {{"tenant", txn.tenant().value}});
    }
    return book;
}

Result<void> write_model(store::WriteTxn& txn, Awaited what, insight::WaitModel const& model) {
    return store::write_note(txn, model_note(what), model.save());
}

Result<void> write_standings(store::WriteTxn& txn, PromiseBook const& book) {
    JsonObject out;
    for (auto const what : {Awaited::first_reply, Awaited::solution})
        out[domain::name_of(what)] = show(book.standing(what));
    return store::write_note(txn, kStandingNote, to_string(out));
}

}  // namespace lotse::desk
