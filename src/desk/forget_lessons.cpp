// SPDX-License-Identifier: Apache-2.0
#include "desk/forget_lessons.h"

#include "store/lessons.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr int kAtOnce = 500;

}  // namespace

Result<void> forget_lesson(Desk& desk, access::Principal const& principal, domain::LessonId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const lesson, store::get_lesson(txn, id));
        return store::remove_lessons(txn, store::words_hash(lesson));
    });
}

Result<int> forget_lessons_about(Desk& desk, access::Principal const& principal, std::string_view reference) {
    if (reference.empty())
        return invalid("lesson.reference", "Say whose feedback goes: the reference that it was told with.",
                       "/reference");
    int gone = 0;
    domain::LessonId before;
    for (;;) {
        std::vector<domain::Lesson> page;
        CHECK_OK(desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(page, store::list_lessons(txn, before, kAtOnce));
            for (auto const& one : page)
                if (one.reference == reference) CHECK_OK(store::remove_lessons(txn, store::words_hash(one)));
            return {};
        }));
        for (auto const& one : page) gone += one.reference == reference ? 1 : 0;
        if (page.size() < static_cast<std::size_t>(kAtOnce)) return gone;
        before = page.back().id;
    }
}

Result<void> forget_old_lessons(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const settings, desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_settings(txn); }));
    if (settings.lesson_days == 0) return {};
    auto const limit = desk.clock.now() - std::chrono::days{settings.lesson_days};
    for (;;) {
        TRY(auto const gone, desk.store.write(scope, [&](store::WriteTxn& txn) {
            return store::forget_lessons_before(txn, limit, kAtOnce);
        }));
        if (gone < kAtOnce) return {};
    }
}

}  // namespace lotse::desk
