// SPDX-License-Identifier: Apache-2.0
#include "app/demo/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <queue>
#include <utility>

#include "app/demo/crowded_day.h"
#include "app/demo/names.h"
#include "app/demo/random.h"
#include "app/demo/verdicts.h"
#include "app/demo/work_rules.h"
#include "base/text.h"
#include "desk/accept.h"
#include "desk/commit_settlement.h"
#include "desk/create_ticket.h"
#include "desk/fire_timers.h"
#include "desk/learn.h"
#include "desk/note.h"
#include "desk/promises.h"
#include "desk/reply.h"
#include "desk/stream_events.h"
#include "desk/surveys.h"
#include "desk/update_ticket.h"
#include "desk/weigh_evidence.h"
#include "gateway/inbound_from_mail.h"
#include "mail/build_message.h"
#include "store/outbox.h"
#include "store/setup.h"
#include "store/tickets.h"

namespace lotse::app {
namespace {

constexpr std::size_t kWeighEvery = 50;  // steps of the story
// Two early fits; a new model has to prove itself from nothing, so the second one is given the time.
constexpr std::chrono::days kFirstFit{7};
constexpr std::chrono::days kSecondFit{14};
// One ticket in so many tells of the outage of the crowded day, beside the others.
constexpr int kOutageShare = 25;
// Who is not at work does it later.
constexpr std::chrono::minutes kLater{40};
constexpr char kReceiver[] = "mx.nordhafen.example";

struct Step {
    enum class Kind { open, note, first_reply, followup, resolve, judge };
    Instant at{};
    Kind kind = Kind::open;
    std::size_t tale = 0;
    bool operator>(Step const& other) const { return at > other.at; }
};

// One ticket of the story: its script with the names filled in, and what has become of it.
struct Tale {
    Script const* script = nullptr;
    domain::Customer customer;
    std::map<std::string, std::string> names;
    Instant opens_at{};
    Instant answered_at{};
    std::optional<int> outage;  // its place among those of the crowded day
    domain::TicketId ticket;
};

class Story {
  public:
    Story(desk::Desk& desk, FakeClock& clock, DemoFirm const& firm, std::uint64_t seed, Verdicts verdicts,
          CrowdedDay day)
        : desk_(desk),
          clock_(clock),
          firm_(firm),
          scope_(domain::ScopeMint::for_tenant(firm.tenant.id)),
          random_(seed),
          verdicts_(std::move(verdicts)),
          day_(std::move(day)) {}

    void plan(std::vector<Script> const& scripts, std::vector<Script> const& alerts, StoryPlan const& plan,
              Instant now);
    void plan_outage(std::vector<Script> const& scripts, StoryPlan const& plan);
    Result<void> live(StoryEnd const& end);

  private:
    Result<void> act(Step const& step);
    Result<bool> is_put_off(Step const& step);
    Result<void> open(Step const& step, Tale& tale);
    Result<void> answer(Tale const& tale, std::string const& text, domain::Status then);
    Result<void> follow_up(Step const& step, Tale& tale);
    Result<void> resolve(Step const& step, Tale const& tale);
    Result<void> judge(Tale const& tale);
    Result<void> pass_time(Instant until);
    Result<void> post_notices();
    Result<void> weigh();
    Result<void> learn_promises();
    Result<domain::AgentId> who_answers(domain::Ticket const& ticket, Tale const& tale);
    void schedule(Step::Kind kind, std::size_t tale, Instant at) { steps_.push({at, kind, tale}); }
    Instant after_work(Instant from, double mean_minutes);
    Tale make_tale(Script const& script, Instant at);

    desk::Desk& desk_;
    FakeClock& clock_;
    DemoFirm const& firm_;
    domain::TenantScope scope_;
    Random random_;
    Verdicts verdicts_;
    CrowdedDay day_;
    domain::Calendar hours_;
    Instant files_anew_at_{};
    std::vector<Tale> tales_;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps_;
    std::size_t mails_ = 0;
};

// More on weekdays, most in the morning: the shape of every office.
Instant arrival(Random& random, Instant start, int days) {
    for (;;) {
        auto const at = start + std::chrono::seconds{static_cast<std::int64_t>(random.unit() * days * 86400)};
        auto const day = std::chrono::floor<std::chrono::days>(at);
        auto const weekday = std::chrono::weekday{day}.iso_encoding();
        auto const hour = std::chrono::duration_cast<std::chrono::hours>(at - day).count();
        double weight = weekday >= 6 ? 0.12 : 1.0;
        weight *= hour >= 6 && hour < 11 ? 1.0 : hour >= 11 && hour < 16 ? 0.7 : hour >= 16 && hour < 20 ? 0.25 : 0.05;
        if (random.chance(weight)) return at;
    }
}

// Six in ten tell of toner, as in every house with many printers.
Script const& pick_alert(Random& random, std::vector<Script> const& alerts) {
    bool const is_toner = random.chance(0.6);
    for (;;)
        if (auto const& one = alerts[random.below(alerts.size())];
            (one.type == domain::TicketType::request) == is_toner)
            return one;
}

Tale Story::make_tale(Script const& script, Instant at) {
    Tale out;
    out.script = &script;
    out.opens_at = at;
    std::vector<domain::Customer const*> speakers;
    for (auto const& customer : firm_.customers)
        if (customer.language == script.language) speakers.push_back(&customer);
    out.customer = *random_.pick(speakers);
    auto const organization =
        std::ranges::find(firm_.organizations, out.customer.organization, &domain::Organization::id);
    out.names = {{"name", out.customer.name},
                 {"first", out.customer.name.substr(0, out.customer.name.find(' '))},
                 {"org", organization->name},
                 {"order", fmt::format("NS-{}", 40000 + random_.below(9000))},
                 {"invoice", fmt::format("RE-2026-{:05}", random_.below(20000))},
                 {"asset", fmt::format("PC-{:04}", 1000 + random_.below(3000))}};
    return out;
}

void Story::plan(std::vector<Script> const& scripts, std::vector<Script> const& alerts, StoryPlan const& plan,
                 Instant now) {
    for (std::size_t day = 0; day < 5; ++day) hours_.week[day] = {{8 * 60, 18 * 60}};
    hours_.time_zone = firm_.tenant.time_zone;
    std::vector<std::size_t> order(scripts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    auto const start = now - std::chrono::days{plan.days};
    files_anew_at_ = start + std::chrono::seconds{static_cast<std::int64_t>(kFiledAnewFrom * plan.days * 86400)};
    std::vector<Instant> times;
    for (int i = 0; i < plan.tickets; ++i) times.push_back(arrival(random_, start, plan.days));
    std::ranges::sort(times);
    for (std::size_t i = 0; i < times.size(); ++i) {
        auto const& script = is_alert_turn(i) ? pick_alert(random_, alerts) : scripts[order[i % order.size()]];
        tales_.push_back(make_tale(script, times[i]));
        schedule(Step::Kind::open, i, times[i]);
    }
}

// Planned after all others and told at fixed times, so that the story's numbers stay those of the other tickets.
void Story::plan_outage(std::vector<Script> const& scripts, StoryPlan const& plan) {
    if (!day_.is_told()) return;
    auto const numbers = std::exchange(random_, Random(plan.seed + 2));
    int const count = plan.tickets / kOutageShare;
    for (int i = 0; i < count; ++i) {
        auto const at = day_.outage_opens(i, count);
        auto tale = make_tale(scripts[static_cast<std::size_t>(i) % scripts.size()], at);
        tale.outage = i;
        tales_.push_back(std::move(tale));
        schedule(Step::Kind::open, tales_.size() - 1, at);
    }
    random_ = numbers;
}

Result<void> Story::live(StoryEnd const& end) {
    auto const now = end.now;
    std::size_t opened = 0;
    std::size_t steps = 0;
    CHECK_OK(weigh());
    auto const begun = clock_.now();
    auto next_fit = begun + kFirstFit;
    auto next_promises = clock_.now() + std::chrono::days{2};
    while (!steps_.empty() && steps_.top().at < now) {
        if (end.stop.stop_requested()) return unavailable(kStopped, "The demo desk was not told to its end.");
        auto const step = steps_.top();
        steps_.pop();
        CHECK_OK(pass_time(step.at));
        if (step.at > next_fit) {
            TRY([[maybe_unused]] auto fitted, desk::refit(desk_, scope_));
            if (next_fit >= begun + kSecondFit)
                CHECK_OK(wish_for_proof(desk_, acting_as(firm_, firm_.agents.front().id)));
            next_fit = next_fit < begun + kSecondFit ? begun + kSecondFit : end.now;
        }
        clock_.set(step.at);
        if (step.at > next_promises) {
            CHECK_OK(learn_promises());
            next_promises = step.at + std::chrono::days{2};
        }
        CHECK_OK(act(step));
        TRY([[maybe_unused]] auto settled, desk::settle_all(desk_, scope_));
        if (++steps % kWeighEvery == 0) {
            CHECK_OK(weigh());
            CHECK_OK(ease_after_proof(desk_, acting_as(firm_, firm_.agents.front().id)));
        }
        if (step.kind == Step::Kind::open) end.progress(++opened, tales_.size());
    }
    CHECK_OK(pass_time(now));
    clock_.set(now);
    CHECK_OK(post_notices());
    CHECK_OK(weigh());
    CHECK_OK(learn_promises());
    CHECK_OK(rest(desk_, acting_as(firm_, firm_.agents.front().id)));
    TRY(auto const acts_by_right, has_earned(desk_, scope_));
    if (acts_by_right) return {};  // what has been earned is there to be looked at; the house fits at night
    TRY([[maybe_unused]] auto fitted, desk::refit(desk_, scope_));
    return {};
}

// As the house does it at night, so that the demo's customers were told a time and the desk was held to it.
Result<void> Story::learn_promises() {
    CHECK_OK(desk::learn_promises(desk_, scope_));
    return desk::judge_promises(desk_, scope_);
}

// On the crowded day people keep hours: what falls to somebody who is not there waits.
Result<bool> Story::is_put_off(Step const& step) {
    auto const& tale = tales_[step.tale];
    bool const is_work =
        step.kind == Step::Kind::note || step.kind == Step::Kind::first_reply || step.kind == Step::Kind::resolve;
    if (!is_work || !day_.has(step.at)) return false;
    TRY(auto const ticket,
        desk_.store.read(scope_, [&](store::ReadTxn& txn) { return store::get_ticket(txn, tale.ticket); }));
    TRY(auto const agent, who_answers(ticket, tale));
    TRY(bool const is_there, day_.is_at_work(agent, step.at));
    if (is_there) return false;
    auto const later = domain::add_open_time(hours_, step.at, kLater);
    schedule(step.kind, step.tale, later ? *later : step.at + kLater);
    return true;
}

Result<void> Story::act(Step const& step) {
    TRY(bool const is_for_later, is_put_off(step));
    if (is_for_later) return {};
    auto& tale = tales_[step.tale];
    switch (step.kind) {
        case Step::Kind::open: return open(step, tale);
        case Step::Kind::note: {
            TRY(auto ticket,
                desk_.store.read(scope_, [&](store::ReadTxn& txn) { return store::get_ticket(txn, tale.ticket); }));
            TRY(auto agent, who_answers(ticket, tale));
            desk::NewNote wanted;
            wanted.ticket = tale.ticket;
            wanted.text = tale.script->note;
            TRY([[maybe_unused]] auto note, desk::add_note(desk_, acting_as(firm_, agent), wanted));
            return {};
        }
        case Step::Kind::first_reply: {
            bool const asks = !tale.script->customer_followup.empty();
            CHECK_OK(answer(tale, tale.script->first_reply, asks ? domain::Status::waiting : domain::Status::open));
            if (asks) {
                schedule(Step::Kind::followup, step.tale,
                         step.at + std::chrono::minutes{static_cast<std::int64_t>(10 + random_.wait(150))});
            } else {
                auto const at = tale.outage
                                    ? std::max(day_.outage_solved(*tale.outage), step.at + std::chrono::minutes{5})
                                    : after_work(step.at, 300);
                schedule(Step::Kind::resolve, step.tale, at);
            }
            return {};
        }
        case Step::Kind::followup: return follow_up(step, tale);
        case Step::Kind::resolve: return resolve(step, tale);
        case Step::Kind::judge: return judge(tale);
    }
    return {};
}

Result<void> Story::open(Step const& step, Tale& tale) {
    auto const text = fill(tale.script->body, tale.names);
    auto const subject = fill(tale.script->subject, tale.names);
    if (tale.script->is_phone_note) {
        desk::NewTicket wanted;
        wanted.channel = domain::Channel::phone;
        wanted.subject = subject;
        wanted.text = text;
        wanted.customer = tale.customer.id;
        TRY(auto created, desk::create_ticket(desk_, acting_as(firm_, firm_.agents[2 + random_.below(3)].id), wanted));
        tale.ticket = created.ticket;
    } else {
        std::string const to = "help@nordhafen.example";
        auto const raw = customer_mail(tale.customer, to, subject, text, {}, fmt::format("demo-{}", ++mails_), step.at);
        gateway::MailDelivery delivery;
        delivery.door = "demo";
        delivery.route = {firm_.tenant.id, {}, to, {}};
        delivery.trusted_receivers = {kReceiver};
        delivery.received_at = step.at;
        TRY(auto accepted, desk::accept(desk_, scope_, gateway::inbound_from_mail(raw, delivery)));
        tale.ticket = accepted.ticket;
    }
    // Most are answered within their target; some wait too long, as on every desk.
    auto const answered_at =
        tale.outage ? day_.outage_answered(*tale.outage) : after_work(step.at, random_.chance(0.07) ? 1500 : 140);
    if (!tale.script->note.empty()) schedule(Step::Kind::note, step.tale, answered_at - std::chrono::minutes{1});
    tale.answered_at = answered_at;
    schedule(Step::Kind::first_reply, step.tale, answered_at);
    return {};
}

Result<void> Story::answer(Tale const& tale, std::string const& text, domain::Status then) {
    TRY(auto ticket,
        desk_.store.read(scope_, [&](store::ReadTxn& txn) { return store::get_ticket(txn, tale.ticket); }));
    TRY(auto agent, who_answers(ticket, tale));
    auto names = tale.names;
    names["agent"] = std::ranges::find(firm_.agents, agent, &domain::Agent::id)->name;
    desk::NewReply wanted;
    wanted.ticket = tale.ticket;
    wanted.text = fill(text, names);
    wanted.then = then;
    wanted.hold_seconds = 0;  // its past is long gone
    TRY([[maybe_unused]] auto written, desk::reply(desk_, acting_as(firm_, agent), wanted));
    return {};
}

Result<void> Story::follow_up(Step const& step, Tale& tale) {
    TRY(auto notices,
        desk_.store.read(scope_, [&](store::ReadTxn& txn) { return store::list_notices(txn, tale.ticket); }));
    auto const last =
        std::ranges::find(notices.rbegin(), notices.rend(), domain::NoticeKind::reply, &domain::Notice::kind);
    std::string const to = last == notices.rend() ? "help@nordhafen.example" : last->reply_to;
    std::string const answers = last == notices.rend() ? std::string() : last->message_id;
    auto const raw = customer_mail(tale.customer, to, "Re: " + fill(tale.script->subject, tale.names),
                                   fill(tale.script->customer_followup, tale.names), answers,
                                   fmt::format("demo-{}", ++mails_), step.at);
    gateway::MailDelivery delivery;
    delivery.door = "demo";
    delivery.route = {firm_.tenant.id, {}, "help@nordhafen.example", {}};
    delivery.trusted_receivers = {kReceiver};
    delivery.received_at = step.at;
    TRY([[maybe_unused]] auto accepted, desk::accept(desk_, scope_, gateway::inbound_from_mail(raw, delivery)));
    schedule(Step::Kind::resolve, step.tale, after_work(step.at, 240));
    return {};
}

// Whoever solves a ticket puts its category and type right: that is what triage learns from.
Result<void> Story::resolve(Step const& step, Tale const& tale) {
    desk::TicketPatch patch;
    TRY(auto ticket, desk_.store.read(scope_, [&](store::ReadTxn& txn) -> Result<domain::Ticket> {
        TRY(auto categories, store::list_categories(txn));
        auto const right = std::ranges::find(categories, tale.script->category, &domain::Category::key);
        if (right != categories.end()) patch.category = right->id;
        return store::get_ticket(txn, tale.ticket);
    }));
    if (ticket.status == domain::Status::closed) return {};
    patch.type = filed_as(*tale.script, step.at >= files_anew_at_);
    TRY(auto agent, who_answers(ticket, tale));
    TRY([[maybe_unused]] auto updated, desk::update_ticket(desk_, acting_as(firm_, agent), tale.ticket, 0, patch));
    CHECK_OK(answer(tale, tale.script->resolution, domain::Status::solved));
    // Who answers does so within hours, from the link in the mail: a fixed while, since the story's numbers are not spent on it.
    schedule(Step::Kind::judge, step.tale, step.at + std::chrono::minutes{20 + static_cast<int>(step.tale * 37 % 600)});
    return {};
}

Result<void> Story::judge(Tale const& tale) {
    bool const has_waited = domain::open_time_between(hours_, tale.opens_at, tale.answered_at) > std::chrono::hours{10};
    auto const verdict = verdicts_.draw(tale.script->language, has_waited);
    if (!verdict) return {};
    return desk_.store.write(scope_, [&](store::WriteTxn& txn) {
        return desk::store_survey(desk_, txn, tale.ticket, verdict->score, verdict->comment);
    });
}

Result<void> Story::pass_time(Instant until) {
    for (;;) {
        TRY(auto next, desk_.store.read(scope_, [](store::ReadTxn& txn) { return store::next_timer_at(txn); }));
        auto const day = day_.next_at();
        if (day && *day <= until && (!next || *day <= *next)) {
            clock_.set(std::max(clock_.now(), *day));
            CHECK_OK(day_.act());
            continue;
        }
        if (!next || *next > until) return {};
        clock_.set(std::max(clock_.now(), *next));
        TRY([[maybe_unused]] auto fired, desk::fire_timers(desk_, scope_, 100));
        TRY([[maybe_unused]] auto settled, desk::settle_all(desk_, scope_));
    }
}

// History has been mailed long ago: nothing of it may leave the house when a relay is set up.
Result<void> Story::post_notices() {
    for (;;) {
        TRY(auto sent, desk_.store.write(scope_, [&](store::WriteTxn& txn) -> Result<std::size_t> {
            TRY(auto notices, store::claim_notices(txn, clock_.now(), clock_.now() + std::chrono::minutes{1}, 200));
            for (auto const& notice : notices) CHECK_OK(store::mark_sent(txn, notice.id, notice.created_at));
            return notices.size();
        }));
        if (sent == 0) return {};
    }
}

// What people decided settles what triage had said, as it does behind a desk that runs.
Result<void> Story::weigh() {
    for (bool has_more = true; has_more;) {
        CHECK_OK(desk::place_events(desk_, scope_));
        TRY(has_more, desk::weigh_evidence(desk_, scope_));
    }
    return {};
}

Result<domain::AgentId> Story::who_answers(domain::Ticket const& ticket, Tale const& tale) {
    if (ticket.agent) return ticket.agent;
    domain::Agent const* any = nullptr;
    for (auto const& agent : firm_.agents) {
        if (std::ranges::find(agent.queues, ticket.queue) == agent.queues.end()) continue;
        if (any == nullptr) any = &agent;
        if (std::ranges::find(agent.languages, tale.script->language) != agent.languages.end()) return agent.id;
    }
    return any != nullptr ? any->id : firm_.agents.front().id;
}

Instant Story::after_work(Instant from, double mean_minutes) {
    auto const minutes = std::chrono::minutes{static_cast<std::int64_t>(3 + random_.wait(mean_minutes))};
    auto const at = domain::add_open_time(hours_, from, minutes);
    return at ? *at : from + minutes;
}

}  // namespace

std::string customer_mail(domain::Customer const& customer, std::string const& to, std::string const& subject,
                          std::string const& text, std::string const& in_reply_to, std::string const& id, Instant at) {
    mail::Outgoing out;
    out.from = {customer.name, customer.email};
    out.to = {{"", to}};
    out.subject = subject;
    out.text = text;
    out.message_id = fmt::format("{}@{}", id, customer.email.substr(customer.email.find('@') + 1));
    out.in_reply_to = in_reply_to;
    if (!in_reply_to.empty()) out.references = {in_reply_to};
    out.date = at;
    auto const built = mail::build_message(out);
    return fmt::format("Authentication-Results: {}; dmarc=pass\r\n{}", kReceiver, built ? *built : std::string());
}

Result<void> live_through(desk::Desk& desk, FakeClock& clock, DemoFirm const& firm, std::vector<Script> const& scripts,
                          StoryPlan const& plan, StoryEnd const& end) {
    TRY(auto verdicts, Verdicts::read(plan.seed + 1));
    TRY(auto const alerts, read_alerts());
    TRY(auto const outage, read_outage());
    TRY(auto day, CrowdedDay::within(desk, firm, end.now - std::chrono::days{plan.days}, end.now));
    Story story(desk, clock, firm, plan.seed, std::move(verdicts), std::move(day));
    story.plan(scripts, alerts, plan, end.now);
    story.plan_outage(outage, plan);
    return story.live(end);
}

}  // namespace lotse::app
