// SPDX-License-Identifier: Apache-2.0
#include "desk/first_queues.h"

#include <algorithm>

#include "desk/queue_templates.h"
#include "store/setup.h"
#include "triage/taxonomy.h"

namespace lotse::desk {
namespace {

// One in hand and one to follow. docs/decisions/0016-late-binding.md
constexpr int kHandsOutBelow = 2;

// A new team begins with what serves customers best; one that is used to pushing says so on the queue's page.
void let_pull(domain::Queue& queue) {
    queue.assignment = domain::Assignment::pull;
    queue.hands_out_below = kHandsOutBelow;
}

Result<void> name_queues(store::WriteTxn& txn, std::string const& language, std::string const& key) {
    auto const all = queue_templates(language);
    auto const found = std::ranges::find(all, key, &QueueTemplate::key);
    if (found == all.end()) return invalid("setup.template", "There is no such set of queues.", "/template");
    TRY(auto queues, store::list_queues(txn));
    for (std::size_t i = 0; i < found->queues.size(); ++i) {
        if (i < queues.size()) {
            queues[i].name = found->queues[i];
            let_pull(queues[i]);
            TRY([[maybe_unused]] auto stored, store::update_queue(txn, queues[i]));
        } else {
            domain::Queue queue;
            queue.name = found->queues[i];
            let_pull(queue);
            TRY([[maybe_unused]] auto stored, store::add_queue(txn, std::move(queue)));
        }
    }
    return {};
}

Result<void> name_categories(store::WriteTxn& txn, std::string const& language) {
    auto const words = triage::default_taxonomy(language);
    TRY(auto categories, store::list_categories(txn));
    for (auto& category : categories) {
        auto const found = std::ranges::find(words, category.key, &domain::Category::key);
        if (found == words.end() || found->name == category.name) continue;
        category.name = found->name;
        TRY([[maybe_unused]] auto stored, store::update_category(txn, category));
    }
    return {};
}

Result<void> move_calendars(store::WriteTxn& txn, std::string const& time_zone) {
    TRY(auto calendars, store::list_calendars(txn));
    for (auto& calendar : calendars) {
        if (calendar.time_zone == time_zone) continue;
        calendar.time_zone = time_zone;
        TRY([[maybe_unused]] auto stored, store::update_calendar(txn, calendar));
    }
    return {};
}

}  // namespace

Result<void> fit_defaults(store::WriteTxn& txn, domain::Tenant const& tenant, std::string const& template_key) {
    if (!template_key.empty()) CHECK_OK(name_queues(txn, tenant.language, template_key));
    CHECK_OK(name_categories(txn, tenant.language));
    return move_calendars(txn, tenant.time_zone);
}

}  // namespace lotse::desk
