// SPDX-License-Identifier: Apache-2.0
#include "desk/escalation_chains.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/renew_deadlines.h"
#include "store/agents.h"
#include "store/escalations.h"
#include "store/setup.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

Error at(char const* code, char const* message, std::string field) { return invalid(code, message, std::move(field)); }

template <class T>
Result<void> at_place(Result<T> const& found, std::string const& field) {
    if (found) return {};
    auto error = found.error();
    if (error.kind == Kind::not_found) return invalid(error.code, error.message, field);
    return error;
}

Result<void> check_people(store::ReadTxn& txn, domain::EscalationStep const& step, std::string const& field) {
    bool const names_people = step.to == domain::StepTo::agent || step.to == domain::StepTo::on_call;
    bool const fits = names_people ? !step.agents.empty() : step.agents.empty();
    if (!fits || (step.to == domain::StepTo::agent && step.agents.size() != 1))
        return at(
            "chain.person",
            "A step to a person names one, a step to who is on call names them in the order of the weeks, and one "
            "to the owner or the lead names nobody.",
            field + "/agents");
    if (step.to != domain::StepTo::webhook && step.webhook)
        return at("chain.webhook", "Only a step to a webhook names one.", field + "/webhook");
    if (step.to == domain::StepTo::webhook && !step.webhook)
        return at("chain.webhook", "Say which webhook is called.", field + "/webhook");
    if (step.webhook) CHECK_OK(at_place(store::get_webhook(txn, step.webhook), field + "/webhook"));
    for (std::size_t i = 0; i < step.agents.size(); ++i)
        CHECK_OK(at_place(store::get_agent(txn, step.agents[i]), fmt::format("{}/agents/{}", field, i)));
    return {};
}

Result<void> check_steps(store::ReadTxn& txn, domain::Chain const& chain) {
    if (chain.steps.empty()) return at("chain.no_step", "Say who is told first.", "/steps");
    int before = 0;
    for (std::size_t i = 0; i < chain.steps.size(); ++i) {
        auto const field = fmt::format("/steps/{}", i);
        CHECK_OK(check_people(txn, chain.steps[i], field));
        if (chain.steps[i].after_minutes < before)
            return at("chain.order", "A step cannot come before the one above it.", field + "/after_minutes");
        before = chain.steps[i].after_minutes;
    }
    return {};
}

Result<void> check_ladder(store::ReadTxn& txn, domain::Chain const& chain) {
    int before = 0;
    for (std::size_t i = 0; i < chain.ladder.size(); ++i) {
        auto const field = fmt::format("/ladder/{}", i);
        auto const& rung = chain.ladder[i];
        CHECK_OK(check_people(txn, rung.step, field));
        if (rung.percent < 1 || rung.percent > 100)
            return at("chain.percent", "Say a share between 1 and 100 percent of the time.", field + "/at_percent");
        if (rung.percent < before)
            return at("chain.order", "A step cannot come before the one above it.", field + "/at_percent");
        before = rung.percent;
    }
    return {};
}

// Steps are taken from a start on; a chain that only has a ladder needs neither.
Result<void> check(store::ReadTxn& txn, domain::Chain const& chain) {
    CHECK_OK(check_ladder(txn, chain));
    bool const only_climbs = !chain.ladder.empty() && chain.starts.empty() && chain.steps.empty();
    if (chain.starts.empty() && !only_climbs) return at("chain.no_start", "Say what it starts on.", "/starts");
    if (!chain.is_default && chain.queues.empty() && chain.policies.empty())
        return at("chain.for_nobody", "Say for which queues or policies it is, or make it the default.", "/queues");
    for (std::size_t i = 0; i < chain.queues.size(); ++i)
        CHECK_OK(at_place(store::get_queue(txn, chain.queues[i]), fmt::format("/queues/{}", i)));
    for (std::size_t i = 0; i < chain.policies.size(); ++i)
        CHECK_OK(at_place(store::get_policy(txn, chain.policies[i]), fmt::format("/policies/{}", i)));
    bool const on_silence = std::ranges::find(chain.starts, domain::EscalationStart::silence) != chain.starts.end();
    if (on_silence && chain.silent_after_minutes <= 0)
        return at("chain.silence", "Say after how many minutes an owner counts as silent.", "/silent_after_minutes");
    return only_climbs ? Result<void>() : check_steps(txn, chain);
}

template <class T>
void take(std::optional<T> const& from, T& to) {
    if (from) to = *from;
}

Result<void> apply(store::ReadTxn& txn, ChainFields const& fields, domain::Chain& chain) {
    if (fields.name) {
        TRY(chain.name, check_name(*fields.name));
    }
    take(fields.is_default, chain.is_default);
    take(fields.queues, chain.queues);
    take(fields.policies, chain.policies);
    take(fields.starts, chain.starts);
    take(fields.ladder, chain.ladder);
    take(fields.is_round_the_clock, chain.is_round_the_clock);
    take(fields.steps, chain.steps);
    take(fields.repeats, chain.repeats);
    take(fields.round_minutes, chain.round_minutes);
    take(fields.silent_after_minutes, chain.silent_after_minutes);
    take(fields.taken_back_after_minutes, chain.taken_back_after_minutes);
    take(fields.tells_subject, chain.tells_subject);
    return check(txn, chain);
}

// The desk has one default: a new one takes the place of the old.
Result<void> keep_one_default(store::WriteTxn& txn, domain::Chain const& chain) {
    if (!chain.is_default) return {};
    TRY(auto all, store::list_chains(txn));
    for (auto& other : all) {
        if (other.id == chain.id || !other.is_default) continue;
        other.is_default = false;
        TRY([[maybe_unused]] auto stored, store::update_chain(txn, std::move(other)));
    }
    return {};
}

}  // namespace

Result<std::vector<domain::Chain>> list_chains(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_chains(txn); });
}

Result<domain::Chain> get_chain(Desk& desk, domain::TenantScope const& scope, domain::ChainId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_chain(txn, id); });
}

Result<Made<domain::Chain>> make_chain(Desk& desk, access::Principal const& principal, ChainFields const& fields,
                                       CallKey const& key) {
    return make_once<domain::Chain>(desk, principal, key, store::get_chain,
                                    [&](store::WriteTxn& txn) -> Result<domain::Chain> {
                                        domain::Chain chain;
                                        TRY(chain.name, check_name(fields.name.value_or("")));
                                        CHECK_OK(apply(txn, fields, chain));
                                        announce_setup(desk, txn);
                                        CHECK_OK(keep_one_default(txn, chain));
                                        if (!chain.ladder.empty()) CHECK_OK(ask_renewal(desk, txn));
                                        return store::add_chain(txn, std::move(chain));
                                    });
}

Result<domain::Chain> change_chain(Desk& desk, access::Principal const& principal, domain::ChainId id,
                                   std::int64_t expected_version, ChainFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Chain> {
        TRY(auto chain, store::get_chain(txn, id));
        if (expected_version != 0) chain.version = expected_version;
        bool const had_ladder = !chain.ladder.empty();
        CHECK_OK(apply(txn, fields, chain));
        announce_setup(desk, txn);
        CHECK_OK(keep_one_default(txn, chain));
        if (had_ladder || !chain.ladder.empty()) CHECK_OK(ask_renewal(desk, txn));
        return store::update_chain(txn, std::move(chain));
    });
}

Result<void> remove_chain(Desk& desk, access::Principal const& principal, domain::ChainId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        announce_setup(desk, txn);
        TRY(auto const chain, store::get_chain(txn, id));
        if (!chain.ladder.empty()) CHECK_OK(ask_renewal(desk, txn));
        return store::remove_chain(txn, id);
    });
}

}  // namespace lotse::desk
