// SPDX-License-Identifier: Apache-2.0
#include "bench/fill.h"

#include <fmt/format.h>

#include "app/demo/firm.h"
#include "app/demo/scripts.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/setup.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr std::size_t kCustomers = 5'000;
constexpr std::int64_t kBatch = 100;  // tickets a transaction, as many as a busy group commit takes
constexpr auto kSpan = std::chrono::days{730};

Result<void> add_customers(store::WriteTxn& txn, FilledDesk& filled, app::Random& random, Instant now) {
    for (auto i = filled.customers.size(); i < kCustomers; ++i) {
        domain::Customer customer;
        customer.name = fmt::format("Customer {}", i);
        customer.email = fmt::format("customer{}@client{}.example", i, i % filled.organizations.size());
        customer.language = i % 3 == 0 ? "en" : i % 3 == 1 ? "de" : "pl";
        customer.organization = filled.organizations[skewed(random, filled.organizations.size())];
        customer.created_at = now;
        TRY(auto stored, store::add_customer(txn, std::move(customer)));
        filled.customers.push_back(stored.id);
    }
    return {};
}

Result<FilledDesk> make_people(desk::Desk& desk, app::Random& random) {
    FilledDesk out;
    TRY(auto firm, app::make_firm(desk));
    out.tenant = firm.tenant.id;
    for (auto const& agent : firm.agents) out.agents.push_back(agent.id);
    for (auto const& organization : firm.organizations) out.organizations.push_back(organization.id);
    for (auto const& customer : firm.customers) out.customers.push_back(customer.id);
    auto const scope = domain::ScopeMint::for_tenant(out.tenant);
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto queues, store::list_queues(txn));
        for (auto const& queue : queues) out.queues.push_back(queue.id);
        TRY(auto categories, store::list_categories(txn));
        for (auto const& category : categories) out.categories.push_back(category.id);
        return add_customers(txn, out, random, desk.clock.now());
    }));
    return out;
}

domain::Priority draw_priority(app::Random& random) {
    double const p = random.unit();
    if (p < 0.2) return domain::Priority::low;
    if (p < 0.8) return domain::Priority::normal;
    return p < 0.95 ? domain::Priority::high : domain::Priority::urgent;
}

// `age` runs from 0 (the newest) to 1.
domain::Status draw_status(app::Random& random, double age) {
    if (!random.chance(age < 0.05 ? 0.4 : 0.02 / 0.95))
        return age < 0.02 ? domain::Status::solved : domain::Status::closed;
    double const p = random.unit();
    if (p < 0.15) return domain::Status::fresh;
    return p < 0.6 ? domain::Status::open : domain::Status::waiting;
}

void add_times(domain::Ticket& ticket, app::Random& random, Instant created) {
    ticket.created_at = ticket.updated_at = created;
    if (ticket.status != domain::Status::fresh) {
        ticket.first_reply_at = created + std::chrono::minutes{10 + random.below(600)};
        ticket.updated_at = *ticket.first_reply_at;
    }
    if (ticket.status >= domain::Status::solved) {
        ticket.solved_at = ticket.updated_at = *ticket.first_reply_at + std::chrono::minutes{random.below(4000)};
    } else {
        ticket.solution_due_at = created + std::chrono::minutes{60 * 8 + random.below(60 * 60)};
        if (!ticket.first_reply_at) ticket.first_reply_due_at = created + std::chrono::minutes{60 + random.below(960)};
    }
    if (ticket.status == domain::Status::closed) {
        ticket.closed_at = *ticket.solved_at + std::chrono::days{7};
        ticket.updated_at = *ticket.closed_at;
    }
}

domain::Ticket draw_ticket(FilledDesk const& filled, app::Random& random, app::Script const& script, double age,
                           Instant now) {
    domain::Ticket out;
    out.subject = script.subject;
    out.channel = random.chance(0.8) ? domain::Channel::email : domain::Channel::api;
    auto const customer = skewed(random, filled.customers.size());
    out.customer = filled.customers[customer];
    out.organization = filled.organizations[customer % filled.organizations.size()];
    out.queue = filled.queues[skewed(random, filled.queues.size())];
    out.category = random.pick(filled.categories);
    out.type = script.type;
    out.has_type = true;
    out.priority = draw_priority(random);
    out.language = script.language;
    out.status = draw_status(random, age);
    if (out.status != domain::Status::fresh || random.chance(0.5)) out.agent = random.pick(filled.agents);
    out.escalated = out.status == domain::Status::open && random.chance(0.05);
    add_times(out, random, now - std::chrono::duration_cast<Duration>(kSpan * age));
    return out;
}

Result<void> add_one(store::WriteTxn& txn, domain::Ticket const& drawn, app::Script const& script) {
    TRY(auto ticket, store::add_ticket(txn, drawn));
    domain::Article article;
    article.ticket = ticket.id;
    article.from_name = "Customer";
    article.from_address = "customer@client.example";
    article.to = "help@nordhafen.example";
    article.subject = script.subject;
    article.text = article.new_text = script.body;
    article.language = script.language;
    article.message_id = fmt::format("fill-{}@client.example", ticket.id.value);
    article.created_at = ticket.created_at;
    TRY(auto stored, store::add_article(txn, std::move(article)));
    domain::Event event;
    event.ticket = ticket.id;
    event.article = stored.id;
    event.kind = domain::EventKind::opened;
    event.actor = domain::Actor::customer;
    event.data["door"] = "smtp";
    event.at = ticket.created_at;
    TRY([[maybe_unused]] auto added, store::add_event(txn, std::move(event)));
    return {};
}

}  // namespace

std::size_t skewed(app::Random& random, std::size_t n) {
    double const u = random.unit();
    return std::min(n - 1, static_cast<std::size_t>(u * u * static_cast<double>(n)));
}

Result<FilledDesk> fill(desk::Desk& desk, std::int64_t tickets) {
    app::Random random(42);
    TRY(auto scripts, app::read_scripts());
    TRY(auto out, make_people(desk, random));
    auto const scope = domain::ScopeMint::for_tenant(out.tenant);
    auto const now = desk.clock.now();
    while (out.tickets < tickets) {
        auto const count = std::min(kBatch, tickets - out.tickets);
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
            for (auto i = out.tickets; i < out.tickets + count; ++i) {
                double const age = 1.0 - static_cast<double>(i + 1) / static_cast<double>(tickets);
                auto const& script = random.pick(scripts);
                CHECK_OK(add_one(txn, draw_ticket(out, random, script, age, now), script));
            }
            return {};
        }));
        out.tickets += count;
        if (out.tickets % 50'000 == 0 || out.tickets == tickets)
            fmt::print(stderr, "scale: {} of {} tickets\n", out.tickets, tickets);
    }
    return out;
}

}  // namespace lotse::bench
