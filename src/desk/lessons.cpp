// SPDX-License-Identifier: Apache-2.0
#include "desk/lessons.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "desk/category_by_label.h"
#include "desk/example_of.h"
#include "desk/gate_rights.h"
#include "desk/made.h"
#include "store/audit.h"
#include "store/lessons.h"
#include "store/models.h"
#include "store/setup.h"
#include "store/tickets.h"
#include "triage/suggest.h"

namespace lotse::desk {
namespace {

// Enough for any model of words, as in store/examples.cpp.
constexpr std::size_t kLongestText = 20'000;
constexpr std::size_t kNamed = 20;  // categories that an error names

Error no_such_category(Setup const& setup, std::string_view label) {
    std::vector<std::string> keys;
    for (auto const& category : setup.categories)
        if (keys.size() < kNamed) keys.push_back(category.key);
    if (setup.categories.size() > kNamed) keys.emplace_back("...");
    return invalid("category.missing",
                   fmt::format("There is no category '{}'. There are: {}. Send \"create\": true to add it.",
                               cut_utf8(label, 100), join(keys, ", ")),
                   "/labels/category");
}

// What triage says now, before it is told. Nothing where the model has learned meanings: a lesson is not read for its meaning,
// and what half of a model says is no evidence for the whole one.
void note_what_it_says(domain::Lesson& lesson, triage::TriageModel const& model, Setup const& setup) {
    if (!model.encoder.empty()) return;
    auto const suggestion = triage::suggest(input_of(lesson), model, setup.triage);
    for (auto& answer : lesson.answers) {
        answer.model = model.fitted.empty() ? "keywords" : model.fitted;
        auto const* label = suggestion.find(answer.field);
        if (label == nullptr || label->abstains()) continue;
        answer.said = label->value;
        answer.score = label->because.confidence.value_or(0);
        for (auto const& one : label->alternatives) answer.among.push_back(one.value);
        if (answer.among.empty()) answer.among.push_back(label->value);
    }
}

bool says_the_same(domain::Lesson const& one, domain::Lesson const& other) {
    return std::ranges::all_of(kGatedFields, [&](auto field) { return one.decided(field) == other.decided(field); });
}

Result<void> take_words(store::ReadTxn& txn, NewLesson& wanted) {
    auto& message = wanted.message;
    if (wanted.ticket) {
        TRY([[maybe_unused]] auto const ticket, store::get_ticket(txn, wanted.ticket));
        TRY(auto const example, store::find_example(txn, wanted.ticket));
        if (!example) return invalid("triage.empty", "No customer wrote in this ticket.", "/ticket");
        message.subject = example->subject;
        message.text = example->text;
        message.channel = example->channel;
        message.mailbox = example->mailbox;
        message.organization = example->organization;
        message.customer_language = example->customer_language;
        message.content_language = example->content_language;
        if (message.reference.empty()) message.reference = "ticket " + std::to_string(wanted.ticket.value);
    }
    message.subject = to_valid_utf8(message.subject);
    message.text = cut_utf8(to_valid_utf8(message.text), kLongestText);
    if (trim(message.subject).empty() && trim(message.text).empty())
        return invalid("triage.empty", "Send a subject or a body with some words.", "/body");
    return {};
}

Result<std::string> made_category(Desk& desk, store::WriteTxn& txn, access::Principal const& who,
                                  std::vector<domain::Category> const& known, std::string_view label) {
    domain::Category category;
    TRY(category.name, check_name(label, "/labels/category"));
    category.key = key_for(known, label);
    TRY(auto const made, store::add_category(txn, std::move(category)));
    domain::CallNote note;
    note.at = desk.clock.now();
    note.credential = who.id;
    note.agent = who.agent;
    note.action = "create_category";
    note.object_kind = "category";
    note.object_name = made.name;
    CHECK_OK(store::record_call(txn, note, made.id.value));
    announce_setup(desk, txn);
    return made.key;
}

// Reads the categories in this transaction: two callers may miss the same one at the same time.
Result<void> settle_category(Desk& desk, store::WriteTxn& txn, access::Principal const& who, bool creates,
                             domain::Lesson& lesson) {
    for (auto& answer : lesson.answers) {
        if (answer.field != "category") continue;
        TRY(auto const known, store::list_categories(txn));
        if (auto const* found = find_by_label(known, answer.decided)) {
            answer.decided = found->key;
        } else if (creates) {
            TRY(answer.decided, made_category(desk, txn, who, known, answer.decided));
        } else {
            TRY(auto const setup, desk.setups.get(txn));
            return no_such_category(*setup, answer.decided);
        }
    }
    return {};
}

Result<std::string> version_now(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(
        scope, [&](store::ReadTxn& txn) -> Result<std::string> { return desk.models.get_fresh(txn)->version(); });
}

}  // namespace

Result<Taught> teach(Desk& desk, access::Principal const& principal, NewLesson wanted, CallKey const& key) {
    auto& lesson = wanted.message;
    if (wanted.decided.empty())
        return invalid("lesson.nothing", "Say what was decided: one label at least.", "/labels");
    if (wanted.creates)
        CHECK_OK(access::authorize(principal, access::Permission::setup_write, {principal.scope.tenant(), {}}));
    for (auto& [field, value] : wanted.decided) lesson.answers.push_back({field, std::move(value), {}, 0, {}, {}});
    CHECK_OK(desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<void> {
        CHECK_OK(take_words(txn, wanted));
        TRY(auto const setup, desk.setups.get(txn));
        note_what_it_says(lesson, *desk.models.get_fresh(txn), *setup);
        return {};
    }));
    lesson.principal = principal.id;
    lesson.agent = principal.agent;
    Taught out;
    TRY(out, desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Taught> {
        TRY(auto const known, recall(txn, key));
        if (known) {
            TRY(auto told, store::get_lesson(txn, domain::LessonId{int_at(*known, "lesson")}));
            return Taught{std::move(told), false, true, {}};
        }
        auto fresh = lesson;
        fresh.at = desk.clock.now();
        CHECK_OK(settle_category(desk, txn, principal, wanted.creates, fresh));
        TRY(auto before, store::find_lesson(txn, store::words_hash(fresh)));
        if (before && says_the_same(*before, fresh)) return Taught{*std::move(before), true, false, {}};
        // Who has not seen it proves something, unless the model had been told these words before.
        fresh.is_evidence = !fresh.is_seen && !before && !wanted.ticket;
        TRY(fresh, store::add_lesson(txn, std::move(fresh)));
        CHECK_OK(remember(txn, key, JsonObject{{"lesson", fresh.id.value}}, fresh.at));
        return Taught{std::move(fresh), false, false, {}};
    }));
    TRY(out.model, version_now(desk, principal.scope));
    return out;
}

Result<std::vector<domain::Lesson>> list_lessons(Desk& desk, domain::TenantScope const& scope, domain::LessonId before,
                                                 int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_lessons(txn, before, limit); });
}

}  // namespace lotse::desk
