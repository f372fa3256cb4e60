// SPDX-License-Identifier: Apache-2.0
#include "app/demo/firm.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "app/demo/names.h"
#include "app/demo/random.h"
#include "app/demo/ready_words.h"
#include "base/text.h"
#include "desk/bootstrap.h"
#include "store/agents.h"
#include "store/customers.h"
#include "store/setup.h"
#include "store/tenants.h"
#include "triage/taxonomy.h"

namespace lotse::app {
namespace {

constexpr std::size_t kCustomers = 150;

struct TeamPlan {
    char const* name;
    char const* address;
    std::vector<std::string> categories;
    bool always_open;
};

std::vector<TeamPlan> const& teams() {
    static std::vector<TeamPlan> const plan{
        {"Service Desk", "servicedesk", {"access", "onboarding"}, false},
        {"Workplace", "workplace", {"hardware", "printing", "telephony"}, false},
        {"Network & Security", "network", {"network", "security"}, true},
        {"Applications", "applications", {"email", "software"}, false},
        {"Billing & Contracts", "billing", {"billing", "contract"}, false},
        {"Orders & Returns", "orders", {"order", "feedback"}, false},
    };
    return plan;
}

struct AgentPlan {
    char const* name;
    std::vector<std::string> languages;
    std::vector<std::string> skills;
    std::vector<std::size_t> teams;  // by position; the first is the own one
    int capacity;
    domain::Role role;
};

std::vector<AgentPlan> const& people() {
    using domain::Role;
    static std::vector<AgentPlan> const plan{
        {"Anna Kowalska", {"pl", "en", "de"}, {"network", "security"}, {2, 0}, 10, Role::agent},
        {"Jonas Petersen", {"de", "en"}, {"network", "security"}, {2}, 10, Role::lead},
        {"Maja Nowicka", {"pl", "en"}, {"access", "onboarding", "email", "software"}, {0, 3}, 12, Role::agent},
        {"Lena Brandt", {"de", "en"}, {"access", "onboarding", "hardware"}, {0, 1}, 12, Role::admin},
        {"Oliver Grant", {"en", "de"}, {"access", "onboarding", "software"}, {0, 3}, 12, Role::agent},
        {"Henrik Sommer", {"de", "en"}, {"hardware", "printing", "telephony"}, {1}, 10, Role::lead},
        {"Tomasz Zielak", {"pl", "en", "de"}, {"hardware", "printing", "telephony"}, {1, 2}, 10, Role::agent},
        {"Priya Nair", {"en"}, {"email", "software"}, {3}, 10, Role::lead},
        {"Felix Albers", {"de", "en"}, {"email", "software"}, {3, 1}, 10, Role::agent},
        {"Katarzyna Lis", {"pl", "de", "en"}, {"billing", "order"}, {4, 5}, 12, Role::lead},
        {"Grace Hollis", {"en", "de"}, {"billing", "order"}, {4, 5}, 12, Role::agent},
        {"Marek Dudek", {"pl", "en", "de"}, {"order", "billing"}, {5, 4}, 12, Role::lead},
    };
    return plan;
}

domain::Calendar office(std::string name, std::vector<domain::Interval> day, bool saturday) {
    using namespace std::chrono;
    domain::Calendar out;
    out.name = std::move(name);
    out.time_zone = "Europe/Berlin";
    for (std::size_t i = 0; i < 5; ++i) out.week[i] = day;
    if (saturday) out.week[5] = {{9 * 60, 13 * 60}};
    for (int y = 2025; y <= 2030; ++y) {
        out.holidays.push_back({year{y} / January / 1, "New Year"});
        out.holidays.push_back({year{y} / May / 1, "Labour Day"});
        out.holidays.push_back({year{y} / October / 3, "German Unity Day"});
        out.holidays.push_back({year{y} / December / 25, "Christmas Day"});
        out.holidays.push_back({year{y} / December / 26, "St Stephen's Day"});
    }
    return out;
}

struct Hours {
    domain::CalendarId office;
    domain::CalendarId always;
    domain::PolicyId gold;
};

Result<Hours> add_hours(store::WriteTxn& txn) {
    Hours out;
    TRY(auto split_day,
        store::add_calendar(txn, office("Office, Bremen", {{8 * 60, 12 * 60 + 30}, {13 * 60, 18 * 60}}, false)));
    TRY(auto service, store::add_calendar(txn, office("Service hours", {{7 * 60, 19 * 60}}, true)));
    auto round_the_clock = domain::always_open("Europe/Berlin");
    round_the_clock.name = "Round the clock";
    TRY(auto always, store::add_calendar(txn, std::move(round_the_clock)));
    domain::Policy standard;
    standard.name = "Standard";
    standard.calendar = split_day.id;
    standard.is_default = true;
    standard.targets = {{{16 * 60, 60 * 60}, {8 * 60, 30 * 60}, {4 * 60, 16 * 60}, {60, 8 * 60}}};
    TRY([[maybe_unused]] auto first, store::add_policy(txn, std::move(standard)));
    domain::Policy gold;
    gold.name = "Gold";
    gold.calendar = service.id;
    gold.targets = {{{8 * 60, 40 * 60}, {4 * 60, 16 * 60}, {2 * 60, 8 * 60}, {30, 4 * 60}}};
    TRY(auto second, store::add_policy(txn, std::move(gold)));
    out.office = split_day.id;
    out.always = always.id;
    out.gold = second.id;
    return out;
}

// Contracts need no skill of their own beside billing; thanks and praise anybody can read.
std::string skill_for(std::string_view category) {
    if (category == "contract") return "billing";
    if (category == "feedback") return "order";
    return std::string(category);
}

Result<std::vector<domain::Queue>> add_teams(store::WriteTxn& txn, Hours const& hours) {
    std::vector<domain::Queue> out;
    for (auto const& plan : teams()) {
        domain::Queue queue;
        queue.name = plan.name;
        queue.address = fmt::format("{}@nordhafen.example", plan.address);
        queue.calendar = plan.always_open ? hours.always : hours.office;
        TRY(auto stored, store::add_queue(txn, std::move(queue)));
        out.push_back(std::move(stored));
    }
    for (auto& category : triage::default_taxonomy("en")) {
        for (std::size_t i = 0; i < teams().size(); ++i)
            for (auto const& key : teams()[i].categories)
                if (key == category.key) category.queue = out[i].id;
        category.skills = {skill_for(category.key)};
        TRY([[maybe_unused]] auto stored, store::add_category(txn, std::move(category)));
    }
    return out;
}

std::string address_of(std::string_view name, std::string_view domain) {
    return fmt::format("{}@{}", replace_all(without_diacritics(name), " ", "."), domain);
}

Result<std::vector<domain::Agent>> add_people(store::WriteTxn& txn, std::vector<domain::Queue>& queues, Instant now) {
    std::vector<domain::Agent> out;
    for (auto const& plan : people()) {
        domain::Agent agent;
        agent.name = plan.name;
        agent.email = to_lower_ascii(address_of(plan.name, "team.nordhafen.example"));
        agent.role = plan.role;
        agent.languages = plan.languages;
        for (auto const& skill : plan.skills) agent.skills.push_back({skill, 3});
        for (auto const team : plan.teams) agent.queues.push_back(queues[team].id);
        agent.capacity = plan.capacity;
        agent.created_at = now;
        TRY(auto stored, store::add_agent(txn, std::move(agent)));
        if (plan.role != domain::Role::agent) queues[plan.teams.front()].lead = stored.id;
        out.push_back(std::move(stored));
    }
    for (auto& queue : queues) {
        TRY([[maybe_unused]] auto updated, store::update_queue(txn, queue));
    }
    return out;
}

Result<std::vector<domain::Organization>> add_clients(store::WriteTxn& txn, Hours const& hours, Instant now) {
    std::vector<domain::Organization> out;
    for (auto const& client : demo_clients()) {
        domain::Organization organization;
        organization.name = client.name;
        organization.domains = {client.domain};
        organization.created_at = now;
        if (out.size() % 10 == 3) {
            organization.is_vip = true;
            organization.policy = hours.gold;
        }
        TRY(auto stored, store::add_organization(txn, std::move(organization)));
        out.push_back(std::move(stored));
    }
    return out;
}

Result<std::vector<domain::Customer>> add_customers(store::WriteTxn& txn,
                                                    std::vector<domain::Organization> const& organizations,
                                                    Instant now) {
    std::vector<domain::Customer> out;
    Random random(20260101);
    std::map<std::string, bool> taken;
    while (out.size() < kCustomers) {
        auto const at = out.size() % organizations.size();
        auto const& client = demo_clients()[at];
        domain::Customer customer;
        customer.name = random_name(random, client.language);
        customer.email = to_lower_ascii(address_of(customer.name, client.domain));
        if (taken[customer.email]) continue;
        taken[customer.email] = true;
        customer.language = client.language;
        customer.organization = organizations[at].id;
        customer.created_at = now;
        TRY(auto stored, store::add_customer(txn, std::move(customer)));
        out.push_back(std::move(stored));
    }
    return out;
}

}  // namespace

Result<DemoFirm> make_firm(desk::Desk& desk) {
    desk::NewDesk wanted;
    wanted.name = "Nordhafen Systems";
    wanted.slug = kDemoSlug;
    wanted.time_zone = "Europe/Berlin";
    wanted.mail_from = "help@nordhafen.example";
    wanted.is_demo = true;
    wanted.with_defaults = false;
    DemoFirm out;
    TRY(out.tenant, desk::make_desk(desk, wanted));
    auto const scope = domain::ScopeMint::for_tenant(out.tenant.id);
    auto const now = desk.clock.now();
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        auto tenant = out.tenant;
        tenant.accepts_any_recipient = false;
        CHECK_OK(store::update_tenant(txn, tenant));
        TRY(auto hours, add_hours(txn));
        TRY(auto queues, add_teams(txn, hours));
        TRY(out.agents, add_people(txn, queues, now));
        TRY(out.organizations, add_clients(txn, hours, now));
        TRY(out.customers, add_customers(txn, out.organizations, now));
        return add_ready_words(txn);
    }));
    return out;
}

access::Principal acting_as(DemoFirm const& firm, domain::AgentId agent) {
    auto out = access::operator_of(firm.tenant.id);
    out.id = fmt::format("agent:{}", agent.value);
    out.agent = agent;
    return out;
}

}  // namespace lotse::app
