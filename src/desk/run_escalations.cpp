// SPDX-License-Identifier: Apache-2.0
#include "desk/run_escalations.h"

#include <algorithm>
#include <set>

#include "base/crypto.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/decide_escalations.h"
#include "desk/desk_secrets.h"
#include "desk/escalation_words.h"
#include "desk/gather_calls.h"
#include "desk/notice_phrases.h"
#include "desk/notice_text.h"
#include "desk/notices.h"
#include "desk/send_webhooks.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "desk/webhook_text.h"
#include "store/articles.h"
#include "store/escalations.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/tickets.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

using domain::Escalation;
using domain::EscalationCause;
using domain::EscalationStart;
using domain::EscalationState;

constexpr std::chrono::hours kOnFault{1};

domain::Event event_of(Escalation const& one, std::string_view what, Instant now) {
    domain::Event out;
    out.ticket = one.ticket;
    out.kind = domain::EventKind::escalation;
    out.data["escalation"] = one.id.value;
    out.data["cause"] = name_of(one.cause);
    out.data["start"] = name_of(one.start);
    out.data["what"] = what;
    if (one.percent > 0) out.data["percent"] = one.percent;
    out.at = now;
    return out;
}

// One escalation in a transaction that may move several.
class Runner {
  public:
    Runner(Desk& desk, store::WriteTxn& txn, Setup const& setup, Escalation one)
        : desk_(desk), txn_(txn), setup_(setup), one_(std::move(one)), now_(desk.clock.now()) {}

    Result<void> run();

  private:
    Result<void> take_steps();
    Result<void> tell_rung();
    Result<bool> tell_step(domain::EscalationStep const& step);
    Result<bool> call_webhook(domain::EscalationStep const& step);
    Result<void> note(domain::EscalationTold told);
    Result<void> tell_admins();
    Result<bool> tell(domain::StepTo to, StepPerson const& person, bool by_mail, bool is_admins);
    Result<void> mail(domain::Agent const& agent);
    Result<std::optional<Instant>> take_back_at() const;
    Result<void> take_back();
    Result<void> end(char const* why);
    Result<void> put();

    Desk& desk_;
    store::WriteTxn& txn_;
    Setup const& setup_;
    Escalation one_;
    Instant now_;
    domain::Ticket ticket_;
    domain::Chain const* chain_ = nullptr;
    domain::Calendar const* calendar_ = nullptr;
    std::vector<domain::EscalationTold> told_;
    std::set<domain::AgentId> told_now_;
    int percent_ = 0;  // of the rung that is told
    bool has_rung_ = false;  // was told in this run
    std::string webhook_name_;  // of the one that is called
};

Result<void> Runner::put() {
    TRY(one_, store::put_escalation(txn_, one_));
    return {};
}

Result<void> Runner::end(char const* why) {
    bool const is_watch = one_.state == EscalationState::watching;
    one_.state = EscalationState::ended;
    one_.next_at = {};
    one_.ended_at = now_;
    one_.why_ended = is_watch ? "" : why;
    return put();
}

Result<void> Runner::run() {
    TRY(ticket_, store::get_ticket(txn_, one_.ticket));
    chain_ = domain::find_chain(setup_.chains, one_.chain);
    if (chain_ == nullptr) return end("no_chain");
    calendar_ = &escalation_calendar(setup_, ticket_.queue);
    Instant last_act{};
    if (one_.cause == EscalationCause::silence) {
        TRY(auto const events, store::list_events(txn_, ticket_.id));
        TRY(auto const changes, store::list_changes(txn_, ticket_.id));
        last_act = last_act_in(events, changes);
    }
    if (one_.state == EscalationState::watching) {
        bool const is_over = !ticket_.agent || why_over(one_, ticket_, {}).has_value();
        if (is_over) return end("");
        TRY(auto const silent_at, domain::minutes_after(*chain_, *calendar_, last_act, chain_->silent_after_minutes));
        if (silent_at > now_) {  // a note settles nothing, but is an act
            one_.started_at = last_act;
            one_.next_at = silent_at;
            return put();
        }
        one_.silent_since = last_act;
        one_.state = EscalationState::running;
        one_.started_at = now_;
        one_.next_step = 0;
    } else if (auto const why = why_over(one_, ticket_, last_act)) {
        return end(*why);
    }
    TRY(told_, store::list_told(txn_, one_.id));
    TRY(auto const taken_at, take_back_at());
    if (taken_at && *taken_at <= now_) return take_back();
    // A chain that was made shorter meanwhile still ends with the admins.
    CHECK_OK(tell_rung());
    if (one_.start == EscalationStart::rung) {  // the next rung is a timer's, and the steps wait for what they start on
        one_.next_at = {};
        return put();
    }
    bool const is_through = std::ranges::any_of(told_, &domain::EscalationTold::is_admins);
    if (!is_through) one_.next_step = std::min(one_.next_step, domain::place_of_admins(*chain_));
    CHECK_OK(take_steps());
    if (taken_at && (!one_.next_at || *taken_at < *one_.next_at)) one_.next_at = taken_at;
    return put();
}

// Where nobody of a rung can be told, those of the next one are, at once.
Result<void> Runner::tell_rung() {
    bool is_told = false;
    int last = one_.rung;
    for (auto const& rung : chain_->ladder) {
        if (one_.rung == 0 || rung.percent < one_.rung) continue;
        if (rung.percent > last && is_told) break;
        last = rung.percent;
        percent_ = one_.rung;
        has_rung_ = true;
        TRY(bool const is_this_one, tell_step(rung.step));
        is_told = is_told || is_this_one;
    }
    percent_ = 0;
    one_.rung = 0;
    return {};
}

// Whoever cannot be told makes room for the next at once: nobody waits for somebody who does not know.
Result<void> Runner::take_steps() {
    bool is_pulled = false;
    for (;; ++one_.next_step) {
        TRY(auto const due, domain::step_at(*chain_, *calendar_, one_.started_at, one_.next_step));
        one_.next_at = due;
        if (!due || (*due > now_ && !is_pulled)) return {};
        auto const* step = domain::step_in(*chain_, one_.next_step);
        if (step == nullptr) {
            CHECK_OK(tell_admins());
            is_pulled = false;
            continue;
        }
        TRY(bool const is_told, tell_step(*step));
        is_pulled = !is_told;
    }
}

Result<bool> Runner::tell_step(domain::EscalationStep const& step) {
    if (step.to == domain::StepTo::webhook) return call_webhook(step);
    return tell(step.to, person_of(setup_, ticket_, step, now_), step.by_mail, false);
}

// The call is in the outbox with this very step, or neither is.
Result<bool> Runner::call_webhook(domain::EscalationStep const& step) {
    domain::EscalationTold told;
    told.to = step.to;
    told.webhook = step.webhook;
    auto const webhook = store::get_webhook(txn_, step.webhook);
    if (!webhook && webhook.error().kind != Kind::not_found) return webhook.error();
    webhook_name_ = webhook ? webhook->name : std::string();
    if (!webhook) told.passed_over = "nobody";
    if (webhook && !webhook->is_enabled) told.passed_over = "disabled";
    bool const is_called = told.passed_over.empty();
    if (is_called) {
        auto id = new_event_id();
        CallSubject const about{one_, ticket_, *chain_, percent_ > 0 ? 0 : one_.next_step + 1, percent_};
        auto body = call_body(id, about, desk_.public_url, now_);
        CHECK_OK(add_webhook_call(desk_, txn_, step.webhook, ticket_.id, std::move(id), std::move(body)));
    }
    CHECK_OK(note(std::move(told)));
    return is_called;
}

Result<void> Runner::tell_admins() {
    for (auto const& agent : setup_.agents) {
        if (agent.role != domain::Role::admin || agent.is_disabled) continue;
        TRY([[maybe_unused]] bool const is_told, tell(domain::StepTo::agent, {&agent, {}}, true, true));
    }
    return {};
}

Result<bool> Runner::tell(domain::StepTo to, StepPerson const& person, bool by_mail, bool is_admins) {
    domain::EscalationTold told;
    told.to = to;
    told.is_admins = is_admins;
    if (person.agent != nullptr) told.agent = person.agent->id;
    told.passed_over = person.passed_over;
    bool const is_known = told.passed_over.empty() && !told_now_.insert(told.agent).second;
    if (is_known && has_rung_) return true;  // has just heard by the rung
    if (is_known) told.passed_over = "told";
    bool const is_told = told.passed_over.empty();
    told.by_mail = is_told && by_mail && !person.agent->email.empty();
    if (told.by_mail) CHECK_OK(mail(*person.agent));
    CHECK_OK(note(std::move(told)));
    return is_told;
}

// Into the row and the ticket's log.
Result<void> Runner::note(domain::EscalationTold told) {
    bool const is_told = told.passed_over.empty();
    told.escalation = one_.id;
    told.nth = static_cast<int>(told_.size());
    told.ticket = one_.ticket;
    told.percent = percent_;
    told.at = now_;
    CHECK_OK(store::add_told(txn_, told, is_told && told.agent));
    told_.push_back(told);
    auto event = event_of(one_, is_told ? "told" : "passed_over", now_);
    event.data["agent"] = told.agent.value;
    if (told.webhook) event.data["webhook"] = told.webhook.value;
    if (told.webhook && !webhook_name_.empty()) event.data["name"] = webhook_name_;
    event.data["to"] = told.is_admins ? std::string_view("admins") : name_of(told.to);
    event.data["by_mail"] = told.by_mail;
    if (!is_told) event.data["reason"] = told.passed_over;
    TRY([[maybe_unused]] auto stored, store::add_event(txn_, std::move(event)));
    return {};
}

Result<void> Runner::mail(domain::Agent const& agent) {
    Facts facts;
    facts.now = now_;
    facts.setup = std::shared_ptr<Setup const>(&setup_, [](Setup const*) {});
    facts.ticket = ticket_;
    TRY(facts.reply_key, reply_key(desk_, txn_));
    TRY(auto const articles, store::list_articles(txn_, ticket_.id, {}, 1));
    if (!articles.empty()) facts.first = articles.front();
    facts.unique = base32_lower(random_bytes(10));
    auto const language = notice_language(setup_.tenant.language, "en");
    auto notice = address_notice(facts, domain::NoticeKind::escalated, agent.name, agent.email, language, 0);
    notice.next_try_at = now_ + kCallHold;
    NoticeWords words;
    words.ticket = ticket_.id.value;
    words.subject = ticket_.subject;
    auto const* queue = setup_.find_queue(ticket_.queue);
    words.team = queue != nullptr ? queue->name : setup_.tenant.name;
    if (auto const* owner = setup_.find_agent(ticket_.agent)) words.person = owner->name;
    words.priority = phrases_of(language).priorities[static_cast<std::size_t>(ticket_.priority)];
    words.reason = escalation_words(one_, told_, setup_, desk_.public_url, language);
    auto text = write_notice(notice.kind, language, words);
    notice.subject = std::move(text.subject);
    notice.text = std::move(text.text);
    notice.html = std::move(text.html);
    TRY([[maybe_unused]] auto stored, store::add_notice(txn_, std::move(notice)));
    return {};
}

Result<std::optional<Instant>> Runner::take_back_at() const {
    bool const is_wanted = one_.cause == EscalationCause::silence && chain_->taken_back_after_minutes > 0;
    if (!is_wanted || one_.state != EscalationState::running) return std::nullopt;
    TRY(auto const at, domain::minutes_after(*chain_, *calendar_, one_.started_at, chain_->taken_back_after_minutes));
    return std::optional(at);
}

Result<void> Runner::take_back() {
    auto const* owner = setup_.find_agent(ticket_.agent);
    TicketEdit edit(ticket_);
    edit.set_agent({},
                   domain::Because{"timer",
                                   "escalation.taken_back",
                                   (owner != nullptr ? owner->name : std::string("Its owner")) +
                                       " did nothing in it and did not answer the warning, so somebody else takes it.",
                                   {},
                                   {},
                                   false});
    domain::Event event;
    event.ticket = ticket_.id;
    event.kind = domain::EventKind::updated;
    event.data["given_back"] = true;
    event.data["taken_back_from"] = ticket_.agent.value;
    event.at = now_;
    event.needs_settling = true;
    TRY([[maybe_unused]] auto done, store_step(txn_, std::move(event), edit.changes(), edit.ticket()));
    TRY([[maybe_unused]] auto told, store::add_event(txn_, event_of(one_, "taken_back", now_)));
    return end("taken_back");
}

}  // namespace

Result<int> run_escalations(Desk& desk, domain::TenantScope const& scope, int limit) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const due, store::claim_escalations(txn, desk.clock.now(), limit));
        for (auto one : due) {
            auto const done = Runner(desk, txn, *setup, one).run();
            if (done) continue;
            if (done.error().code != "calendar.never_open") return done.error();
            log_error("an escalation could not go on", done.error(), {{"escalation", one.id.value}});
            one.next_at = desk.clock.now() + kOnFault;
            TRY([[maybe_unused]] auto put, store::put_escalation(txn, one));
        }
        if (due.empty()) return 0;
        txn.after_commit([&desk, tenant = txn.tenant()] {
            desk.signals.event_stored(tenant);
            desk.signals.notice_stored(tenant);
            desk.signals.hint(tenant, "escalation", "{}");
        });
        return static_cast<int>(due.size());
    });
}

StepPerson person_of(Setup const& setup, domain::Ticket const& ticket, domain::EscalationStep const& step,
                     Instant now) {
    domain::AgentId id;
    switch (step.to) {
        case domain::StepTo::owner: id = ticket.agent; break;
        case domain::StepTo::lead:
            if (auto const* queue = setup.find_queue(ticket.queue)) id = queue->lead;
            break;
        case domain::StepTo::agent:
            if (!step.agents.empty()) id = step.agents.front();
            break;
        case domain::StepTo::on_call: id = domain::on_call_at(step, now, setup.tenant.time_zone); break;
        case domain::StepTo::webhook: break;
    }
    auto const* agent = setup.find_agent(id);
    if (agent == nullptr) return {nullptr, "nobody"};
    if (agent->is_disabled) return {agent, "disabled"};
    // Whoever is on call is called out of their free time, too; a break is short enough to wait for.
    auto const duty = setup.roster->duty(*agent, now);
    bool const is_there = duty.is_at_work() || duty.off == domain::OffBy::pause;
    if (!is_there && step.to != domain::StepTo::on_call) return {agent, "absent"};
    return {agent, {}};
}

}  // namespace lotse::desk
