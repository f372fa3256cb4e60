// SPDX-License-Identifier: Apache-2.0
#include "desk/models.h"

#include <optional>

#include "base/log.h"
#include "desk/example_of.h"
#include "desk/reliability.h"
#include "desk/risk.h"
#include "store/lessons.h"
#include "store/models.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::minutes kBookAge{10};

using Model = std::shared_ptr<triage::TriageModel const>;

// Of the rest the next fit learns.
constexpr int kLessonsAtOnce = 2'000;

Model loaded(store::ReadTxn& txn, std::string_view version) {
    auto const stored = store::get_model(txn, version);
    auto model = stored ? triage::load_triage_model(stored->bytes) : Result<triage::TriageModel>(stored.error());
    if (model) return std::make_shared<triage::TriageModel const>(*std::move(model));
    // A damaged model must not stop tickets.
    log_error("a triage model cannot be used", model.error(), {{"tenant", txn.tenant().value}, {"version", version}});
    return nullptr;
}

// The serving model, or the newest of those before it that can be read. Null: none.
Model any_loaded(store::ReadTxn& txn) {
    auto const all = store::list_models(txn);
    if (!all) return nullptr;
    for (auto const& one : *all)
        if (auto model = loaded(txn, one.version)) return model;
    return nullptr;
}

// Lessons that are older than the model are no news to it, if it was fitted on this desk; the rest is taught now.
domain::LessonId lessons_before(store::ReadTxn& txn, std::string_view version) {
    auto const all = store::list_models(txn);
    auto const newest = store::list_lessons(txn, {}, kLessonsAtOnce);
    if (!all || !newest) return {};
    Instant made{};
    for (auto const& one : *all)
        if (one.version == version) made = one.created_at;
    for (auto const& lesson : *newest)
        if (lesson.at <= made) return lesson.id;
    return newest->empty() ? domain::LessonId{} : domain::LessonId{newest->back().id.value - 1};
}

std::shared_ptr<triage::RiskModel const> read_risks(store::ReadTxn& txn) {
    auto const note = store::read_note(txn, kRiskNote);
    if (!note) log_error("the risk model cannot be read", note.error(), {{"tenant", txn.tenant().value}});
    if (!note || note->empty()) return std::make_shared<triage::RiskModel const>();
    auto model = triage::RiskModel::load(*note);
    if (model) return std::make_shared<triage::RiskModel const>(*std::move(model));
    log_error("the risk model is damaged", model.error(), {{"tenant", txn.tenant().value}});
    return std::make_shared<triage::RiskModel const>();
}

}  // namespace

std::shared_ptr<triage::RiskModel const> Models::risks(store::ReadTxn& txn) {
    auto const kept = risks_.with([&](auto& models) -> std::shared_ptr<triage::RiskModel const> {
        auto const found = models.find(txn.tenant().value);
        return found == models.end() ? nullptr : found->second;
    });
    if (kept) return kept;
    auto fresh = read_risks(txn);
    return risks_.with([&](auto& models) { return models.emplace(txn.tenant().value, fresh).first->second; });
}

void Models::put_risks(domain::TenantId tenant, std::shared_ptr<triage::RiskModel const> model) {
    risks_.with([&](auto& models) { models[tenant.value] = std::move(model); });
}

std::shared_ptr<PromiseBook const> Models::promises(store::ReadTxn& txn) {
    auto const now = std::chrono::steady_clock::now();
    auto const kept = books_.with([&](auto& books) -> std::shared_ptr<PromiseBook const> {
        auto const found = books.find(txn.tenant().value);
        return found == books.end() || now - found->second.read_at > kBookAge ? nullptr : found->second.book;
    });
    if (kept) return kept;
    auto fresh = read_promise_book(txn);
    books_.with([&](auto& books) { books[txn.tenant().value] = {fresh, now}; });
    return fresh;
}

void Models::drop_promises(domain::TenantId tenant) {
    books_.with([&](auto& books) { books.erase(tenant.value); });
}

Models::Entry Models::entry_of(domain::TenantId tenant) const {
    return entries_.with([&](auto const& entries) {
        auto const found = entries.find(tenant.value);
        return found == entries.end() ? Entry{} : found->second;
    });
}

Models::Entry Models::brought_up(store::ReadTxn& txn, Entry entry) const {
    auto const version = store::serving_version(txn);
    auto const last = store::last_lesson(txn);
    entry.checked_at = std::chrono::steady_clock::now();
    if (!version || !last) {
        log_error("the triage model cannot be read", version ? last.error() : version.error(),
                  {{"tenant", txn.tenant().value}});
        if (!entry.model) entry.model = std::make_shared<triage::TriageModel const>();
        return entry;
    }
    if (!entry.model || *version != entry.version) {
        auto fresh = version->empty() ? nullptr : entry.model ? loaded(txn, *version) : any_loaded(txn);
        bool const stays = !fresh && entry.model && !version->empty();
        if (fresh || !stays) entry.lessons = lessons_before(txn, *version);
        if (fresh) entry.model = std::move(fresh);
        else if (!stays) entry.model = std::make_shared<triage::TriageModel const>();
        entry.version = *version;
    }
    if (last->value <= entry.lessons.value) return entry;
    auto const lessons = store::list_lessons_after(txn, entry.lessons, kLessonsAtOnce);
    if (!lessons) {
        log_error("lessons were not learned", lessons.error(), {{"tenant", txn.tenant().value}});
        return entry;
    }
    auto const reliability = Reliability::read(txn, lessons->empty() ? Instant{} : lessons->back().at);
    if (!reliability) {
        log_error("lessons were not learned", reliability.error(), {{"tenant", txn.tenant().value}});
        return entry;
    }
    auto taught = std::make_shared<triage::TriageModel>(*entry.model);
    for (auto const& lesson : *lessons) {
        triage::learn_one(*taught, example_of(lesson, *reliability));
        entry.lessons = lesson.id;
    }
    entry.model = std::move(taught);
    return entry;
}

std::shared_ptr<triage::TriageModel const> Models::get(store::ReadTxn& txn) {
    auto const kept = entry_of(txn.tenant());
    if (kept.model && std::chrono::steady_clock::now() - kept.checked_at < max_age_) return kept.model;
    return get_fresh(txn);
}

std::shared_ptr<triage::TriageModel const> Models::get_fresh(store::ReadTxn& txn) {
    Lock const lock(writing_);
    auto entry = brought_up(txn, entry_of(txn.tenant()));
    return entries_.with([&](auto& entries) { return (entries[txn.tenant().value] = std::move(entry)).model; });
}

void Models::teach(store::ReadTxn& txn, std::function<void(triage::TriageModel&)> const& change) {
    Lock const lock(writing_);
    auto entry = brought_up(txn, entry_of(txn.tenant()));
    auto taught = std::make_shared<triage::TriageModel>(*entry.model);
    change(*taught);
    entry.model = std::move(taught);
    entries_.with([&](auto& entries) { entries[txn.tenant().value] = std::move(entry); });
}

void Models::drop(domain::TenantId tenant) {
    entries_.with([&](auto& entries) { entries.erase(tenant.value); });
}

}  // namespace lotse::desk
