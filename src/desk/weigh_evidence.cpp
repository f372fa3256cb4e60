// SPDX-License-Identifier: Apache-2.0
#include "desk/weigh_evidence.h"

#include <algorithm>

#include "base/text.h"
#include "desk/follow_labels.h"
#include "desk/reliability.h"
#include "desk/slice_book.h"
#include "desk/waiting_work.h"
#include "store/events.h"
#include "store/lessons.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kPlace = "gate_position";  // in the live stream: each event is seen once, in order
constexpr std::string_view kLessonPlace = "gate_lesson";
constexpr int kAtOnce = 200;

bool is_gated(std::string_view field) { return std::ranges::find(kGatedFields, field) != kGatedFields.end(); }

// As triage calls a value: a category by its key.
std::string value_of(Setup const& setup, domain::Change const& change) {
    if (change.field != "category") return change.to;
    auto const id = to_int(change.to);
    auto const* category = id ? setup.find_category(domain::CategoryId{*id}) : nullptr;
    return category != nullptr ? category->key : std::string();
}

bool ends_ticket(domain::Change const& change) {
    return change.field == "status" && (change.to == "solved" || change.to == "closed");
}

// An act that had stood until the ticket was solved, and that a person changes after all.
bool is_change_of_settled_act(domain::Prediction const& prediction, std::vector<store::StoredChange> const& changes) {
    if (prediction.shown != domain::Shown::acted || prediction.outcome != domain::Outcome::right) return false;
    if (!prediction.decided.empty()) return false;
    return std::ranges::any_of(changes, [&](auto const& stored) {
        auto const& change = stored.change;
        return change.field == prediction.field && change.because.source == "person" && change.from != change.to;
    });
}

// One step: settles predictions into the book.
class Weighing {
  public:
    Weighing(store::WriteTxn& txn, Setup const& setup, SliceBook& book, Instant now)
        : txn_(txn), setup_(setup), book_(book), now_(now) {}

    Result<void> weigh(domain::Event const& event) {
        TRY(auto const changes, store::list_changes_between(txn_, event.ticket, event.id, event.id));
        auto const matters = [](auto const& stored) {
            return ends_ticket(stored.change) ||
                   (is_gated(stored.change.field) && stored.change.because.source == "person");
        };
        if (std::ranges::none_of(changes, matters)) return {};
        TRY(auto predictions, store::list_predictions(txn_, event.ticket));
        bool const is_over = std::ranges::any_of(changes, [](auto const& s) { return ends_ticket(s.change); });
        for (auto& prediction : predictions) {
            if (is_change_of_settled_act(prediction, changes)) CHECK_OK(settle_as(domain::Outcome::wrong, prediction));
            if (prediction.outcome != domain::Outcome::open) continue;
            for (auto const& stored : changes)
                if (stored.change.field == prediction.field && stored.change.because.source == "person")
                    CHECK_OK(decide(prediction, stored.change, event));
            if (is_over && prediction.outcome == domain::Outcome::open) CHECK_OK(settle(prediction));
        }
        return follow_event(txn_, event, is_over, now_);
    }

    // Of another system's message: it was settled when it was told.
    Result<void> weigh(domain::Lesson const& lesson) {
        if (!lesson.is_evidence) return {};
        for (auto const& answer : lesson.answers) {
            if (answer.said.empty() || !is_gated(answer.field)) continue;
            domain::Prediction prediction;
            prediction.field = answer.field;
            prediction.value = answer.said;
            prediction.score = answer.score;
            prediction.among = answer.among;
            prediction.model = answer.model;
            prediction.made_at = lesson.at;
            prediction.decided = answer.decided;
            prediction.outcome = answer.said == answer.decided ? domain::Outcome::right : domain::Outcome::wrong;
            CHECK_OK(book_.observe(txn_, prediction, now_));
        }
        return {};
    }

    Result<void> settle(domain::Prediction& prediction) {
        using domain::Outcome;
        if (!prediction.decided.empty())
            return settle_as(prediction.decided == prediction.value ? Outcome::right : Outcome::wrong, prediction);
        // An act that stood until the ticket was solved is no proof, but the watch on acts wants to know.
        return settle_as(prediction.shown == domain::Shown::acted ? Outcome::right : Outcome::unknown, prediction);
    }

  private:
    Result<void> decide(domain::Prediction& prediction, domain::Change const& change, domain::Event const& event) {
        // A confirmation that was taken back: nobody stands for the value any more, and nobody has changed it either.
        bool const is_withdrawn = change.from == change.to && change.because.code == "person.undid";
        auto value = is_withdrawn ? std::string() : value_of(setup_, change);
        bool const is_undone = !is_withdrawn && prediction.shown == domain::Shown::acted && value != prediction.value;
        prediction.decided = std::move(value);
        prediction.decided_at = prediction.decided.empty() ? std::optional<Instant>() : event.at;
        prediction.decided_by = prediction.decided.empty() ? domain::AgentId() : event.agent;
        if (is_undone) return settle_as(domain::Outcome::wrong, prediction);
        return store::update_prediction(txn_, prediction);
    }

    Result<void> settle_as(domain::Outcome outcome, domain::Prediction& prediction) {
        prediction.outcome = outcome;
        prediction.settled_at = now_;
        CHECK_OK(store::update_prediction(txn_, prediction));
        bool const is_blind = prediction.shown == domain::Shown::hidden && outcome != domain::Outcome::unknown;
        if (!is_blind) return book_.observe(txn_, prediction, now_);
        if (!reliability_) {
            TRY(reliability_, Reliability::read(txn_, now_));
        }
        CHECK_OK(
            offer_second_look(txn_, setup_.gate, prediction, reliability_->second_share(prediction.decided_by), now_));
        // Evidence of somebody whom the others contradict would prove what is not so.
        if (!reliability_->counts(prediction.decided_by)) return {};
        return book_.observe(txn_, prediction, now_);
    }

    store::WriteTxn& txn_;
    Setup const& setup_;
    SliceBook& book_;
    Instant now_;
    std::optional<Reliability> reliability_;  // read when the first blind decision settles
};

Result<std::int64_t> place_in_log(store::ReadTxn& txn) {
    TRY(auto const note, store::read_note(txn, kPlace));
    if (auto const place = to_int(note)) return *place;
    // Before the first step nothing was predicted.
    return store::last_position(txn);
}

Result<domain::LessonId> place_in_lessons(store::ReadTxn& txn) {
    TRY(auto const note, store::read_note(txn, kLessonPlace));
    return domain::LessonId{to_int(note).value_or(0)};
}

}  // namespace

Result<bool> weigh_evidence(Desk& desk, domain::TenantScope const& scope) {
    auto const now = desk.clock.now();
    std::shared_ptr<Setup const> setup;
    TRY(bool const has_work, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<bool> {
        TRY(setup, desk.setups.get(txn));
        TRY(auto const note, store::read_note(txn, kPlace));
        TRY(auto const last, store::last_position(txn));
        if (note.empty() || last > to_int(note).value_or(0)) return true;
        TRY(auto const lessons, place_in_lessons(txn));
        TRY(auto const last_lesson, store::last_lesson(txn));
        if (last_lesson.value > lessons.value) return true;
        TRY(auto const ripe, store::list_ripe_predictions(txn, now - kDecisionStands, 1));
        return !ripe.empty();
    }));
    if (!has_work) return false;
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<bool> {
        TRY(auto const place, place_in_log(txn));
        TRY(auto const events, store::list_events_after(txn, place, kAtOnce));
        TRY(auto book, SliceBook::open(txn, setup->gate));
        Weighing weighing(txn, *setup, book, now);
        for (auto const& event : events) CHECK_OK(weighing.weigh(event));
        // Read behind the events, which may have settled some of them.
        TRY(auto ripe, store::list_ripe_predictions(txn, now - kDecisionStands, kAtOnce));
        for (auto& prediction : ripe) CHECK_OK(weighing.settle(prediction));
        TRY(auto const lessons_place, place_in_lessons(txn));
        TRY(auto const lessons, store::list_lessons_after(txn, lessons_place, kAtOnce));
        for (auto const& lesson : lessons) CHECK_OK(weighing.weigh(lesson));
        if (!lessons.empty()) CHECK_OK(store::write_note(txn, kLessonPlace, std::to_string(lessons.back().id.value)));
        TRY(auto const moved, book.close(txn, now));
        auto const last = events.empty() ? place : events.back().position;
        CHECK_OK(store::write_note(txn, kPlace, std::to_string(last)));
        if (moved > 0)
            txn.after_commit([&desk, tenant = txn.tenant()] {
                desk.setups.drop(tenant);
                desk.signals.setup_changed(tenant);
            });
        return events.size() == kAtOnce || ripe.size() == kAtOnce || lessons.size() == kAtOnce;
    });
}

Result<bool> weigh_all(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        auto const more = weigh_evidence(desk, domain::ScopeMint::for_tenant(tenant.id));
        if (!more) return more.error();
        has_more = has_more || *more;
    }
    return has_more;
}

}  // namespace lotse::desk
