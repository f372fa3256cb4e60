// SPDX-License-Identifier: Apache-2.0
#include "desk/simulation_jobs.h"

#include <algorithm>

#include "base/log.h"
#include "desk/simulation.h"
#include "store/simulations.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

using domain::SimulationState;

constexpr std::ptrdiff_t kMostWaiting = 20;

// Tells every second percent, and hears at the same time whether somebody wants it stopped.
SimulationProgress teller(Desk& desk, domain::TenantScope const& scope, domain::SimulationId id) {
    return [&desk, &scope, id, told = 0](double done) mutable {
        if (desk.stopping.stop_requested()) return false;
        auto const percent = std::min(99, static_cast<int>(done * 100));
        if (percent < told + 2) return true;
        told = percent;
        auto const goes_on = desk.store.write(
            scope, [&](store::WriteTxn& txn) { return store::note_simulation_progress(txn, id, percent); });
        if (!goes_on) log_error("progress of a simulation was not noted", goes_on.error());
        return !goes_on || *goes_on;
    };
}

Result<bool> run_one(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const job, desk.store.read(scope, [](store::ReadTxn& txn) { return store::next_simulation(txn); }));
    if (!job) return false;
    auto const done = simulate(desk, scope, job->question, teller(desk, scope, job->id));
    // Stopped by a person it has its state; stopped with the program it waits for the next start.
    if (!done && done.error().code == "simulation.stopped") return !desk.stopping.stop_requested();
    if (!done && answer_for(done.error().kind).retry) return done.error();
    auto const state = done ? SimulationState::done : SimulationState::failed;
    auto const answer = done ? to_string(to_json(*done))
                             : to_string(JsonObject{{"code", done.error().code}, {"message", done.error().message}});
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
        return store::finish_simulation(txn, job->id, state, answer, desk.clock.now());
    }));
    return true;
}

}  // namespace

Result<Made<domain::Simulation>> ask_simulation(Desk& desk, access::Principal const& principal,
                                                domain::SimulationQuestion const& question, CallKey const& key) {
    auto const add = [&](store::WriteTxn& txn) -> Result<domain::Simulation> {
        TRY(auto const setup, desk.setups.get(txn));
        CHECK_OK(check_question(*setup, question));
        TRY(auto const known, store::list_simulations(txn));
        if (std::ranges::count(known, SimulationState::waiting, &domain::Simulation::state) >= kMostWaiting)
            return conflict("simulation.busy", "Twenty questions wait already. Ask again when one is answered.");
        domain::Simulation out;
        out.question = question;
        out.asked_by = principal.agent;
        out.created_at = desk.clock.now();
        txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.replay_stored(tenant); });
        return store::add_simulation(txn, std::move(out));
    };
    return make_once<domain::Simulation>(desk, principal, key, store::get_simulation, add);
}

Result<domain::Simulation> get_simulation(Desk& desk, domain::TenantScope const& scope, domain::SimulationId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_simulation(txn, id); });
}

Result<std::vector<domain::Simulation>> list_simulations(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_simulations(txn); });
}

Result<domain::Simulation> stop_simulation(Desk& desk, domain::TenantScope const& scope, domain::SimulationId id) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<domain::Simulation> {
        TRY([[maybe_unused]] auto const there, store::get_simulation(txn, id));
        CHECK_OK(store::finish_simulation(txn, id, SimulationState::stopped, "", desk.clock.now()));
        return store::get_simulation(txn, id);
    });
}

std::vector<std::string> simulated_figures() { return {insight::kFigureNames.begin(), insight::kFigureNames.end()}; }

Result<bool> run_simulation_step(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        TRY(auto const ran, run_one(desk, domain::ScopeMint::for_tenant(tenant.id)));
        has_more = has_more || ran;
    }
    return has_more;
}

}  // namespace lotse::desk
