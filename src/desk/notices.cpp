// SPDX-License-Identifier: Apache-2.0
#include "desk/notices.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "desk/decide_escalations.h"
#include "desk/decide_promises.h"
#include "desk/gather_calls.h"
#include "desk/notice_phrases.h"
#include "desk/notice_text.h"
#include "desk/reply_token.h"
#include "desk/surveys.h"

namespace lotse::desk {
namespace {

using domain::EventKind;
using domain::NoticeKind;

constexpr int kPerTicketAndDay = 1;
constexpr int kPerAddressAndHour = 3;
constexpr int kPerAddressAndDay = 4;
constexpr int kPerDeskAndHour = 300;
constexpr std::size_t kExcerptBytes = 600;

class Writer {
  public:
    Writer(Facts const& facts, Settlement const& settlement) : facts_(facts), settlement_(settlement) {}
    std::vector<domain::Notice> write();

  private:
    void tell_customer();
    void tell_delay(domain::Awaited what);
    void tell_owner();
    void tell_lead();
    void tell_followers();
    void add_customer(NoticeKind kind);
    void add_agent(NoticeKind kind, domain::Agent const& agent, std::string reason);
    void add_promises(NoticeWords& words, std::string_view language) const;
    NoticeWords words(std::string_view language, std::string_view time_zone) const;
    domain::Change const* change_of(std::string_view field) const;
    std::string fired_timer() const;

    Facts const& facts_;
    Settlement const& settlement_;
    std::vector<domain::Notice> out_;
};

bool is_own_address(Setup const& setup, std::string_view address) {
    if (equals_ignoring_case(setup.tenant.mail_from, address)) return true;
    return std::ranges::any_of(setup.queues,
                               [&](auto const& queue) { return equals_ignoring_case(queue.address, address); });
}

}  // namespace

bool is_address_full(SentCounts const& sent) {
    return sent.to_address_on_ticket_24h >= kPerTicketAndDay || sent.to_address_1h >= kPerAddressAndHour ||
           sent.to_address_24h >= kPerAddressAndDay;
}

std::optional<std::string> held_back(Facts const& facts) {
    if (auto const reason = held_back_always(facts)) return reason;
    if (facts.sent.to_address_on_ticket_24h >= kPerTicketAndDay)
        return "This address was answered in the last 24 hours.";
    return std::nullopt;
}

std::optional<std::string> held_back_always(Facts const& facts) {
    auto const& address = facts.customer.email;
    if (address.empty()) return "The customer has no e-mail address.";
    if (is_own_address(*facts.setup, address)) return "The address is one of this desk.";
    if (facts.article && facts.article->is_automatic) return "The message was sent by a machine.";
    if (facts.article && facts.article->is_quarantined) return "The message is in quarantine.";
    if (bool_at(facts.event.data, "forwarded") && facts.first.from_address != address &&
        facts.first.proof != domain::SenderProof::pass)
        return "The message was forwarded and nothing proves who forwarded it.";
    if (text_at(facts.event.data, "door") == "import") return "The message was imported from an archive.";
    if (text_at(facts.event.data, "door") == "split") return "The ticket was split from another one.";
    if (facts.sent.to_address_1h >= kPerAddressAndHour) return "Three automatic notices went there in the last hour.";
    if (facts.sent.to_address_24h >= kPerAddressAndDay) return "Four automatic notices went there in the last day.";
    if (facts.sent.of_desk_1h >= kPerDeskAndHour) return "The desk has sent 300 automatic notices in the last hour.";
    return std::nullopt;
}

domain::Notice address_notice(Facts const& facts, NoticeKind kind, std::string_view to_name,
                              std::string_view to_address, std::string_view language, std::size_t nth) {
    auto const from = desk_address(*facts.setup, facts.ticket.queue);
    auto const token = make_reply_token(facts.reply_key, facts.setup->tenant.id, facts.ticket.id, to_address);
    auto const at = from.find('@');
    domain::Notice out;
    out.ticket = facts.ticket.id;
    out.kind = kind;
    out.to_name = to_name;
    out.to_address = to_address;
    out.language = language;
    out.message_id = make_message_id(token, fmt::format("{}{}", facts.unique, nth),
                                     at == std::string::npos ? "lotse.invalid" : from.substr(at + 1));
    out.reply_to = reply_address(from, token);
    out.references = facts.first.message_id;
    out.created_at = facts.now;
    out.next_try_at = facts.now;
    return out;
}

std::vector<domain::Notice> notices_for(Facts const& facts, Settlement const& settlement) {
    return Writer(facts, settlement).write();
}

std::string desk_address(Setup const& setup, domain::QueueId queue) {
    auto const* found = setup.find_queue(queue);
    return found != nullptr && !found->address.empty() ? found->address : setup.tenant.mail_from;
}

namespace {

std::vector<domain::Notice> Writer::write() {
    tell_customer();
    tell_owner();
    tell_lead();
    tell_followers();
    return std::move(out_);
}

domain::Change const* Writer::change_of(std::string_view field) const {
    auto const found = std::ranges::find(settlement_.changes, field, &domain::Change::field);
    return found == settlement_.changes.end() ? nullptr : &*found;
}

std::string Writer::fired_timer() const {
    return facts_.event.kind == EventKind::timer_fired ? std::string(text_at(facts_.event.data, "timer"))
                                                       : std::string();
}

// Once for a promise, because its timer fires once; a confirmation of the same day does not stand against it.
void Writer::tell_delay(domain::Awaited what) {
    auto const& ticket = settlement_.ticket;
    bool const is_ours = ticket.status == domain::Status::fresh || ticket.status == domain::Status::open;
    bool const is_wanted = is_ours && facts_.setup->settings.tells_delays && !came_at(ticket, what);
    auto const promises = promises_after(facts_, settlement_);
    auto const found = std::ranges::find(promises, what, &domain::Promise::what);
    if (!is_wanted || found == promises.end() || !found->is_told || found->told_until <= facts_.now) return;
    if (!held_back_always(facts_)) add_customer(NoticeKind::delayed);
}

void Writer::tell_customer() {
    for (auto const what : {domain::Awaited::first_reply, domain::Awaited::solution})
        if (fired_timer() == name_of(promise_timer(what))) return tell_delay(what);
    if (facts_.event.kind == EventKind::opened) {
        if (!held_back(facts_)) add_customer(NoticeKind::confirmation);
        return;
    }
    auto const* status = change_of("status");
    bool const reopened = status != nullptr && status->from == "solved" && status->to == "open";
    bool const is_other = bool_at(facts_.event.data, "from_other");
    if (facts_.event.kind == EventKind::customer_wrote && reopened && !is_other && !held_back(facts_))
        add_customer(NoticeKind::reopened);
    // Solved by a person without a word to the customer: the customer still hears it. A reply says it itself.
    bool const solved_silently = facts_.event.kind == EventKind::updated && bool_at(facts_.event.data, "solved");
    if (solved_silently && !facts_.customer.email.empty() && !is_own_address(*facts_.setup, facts_.customer.email))
        add_customer(NoticeKind::solved);
}

void Writer::tell_owner() {
    auto const* owner = facts_.setup->find_agent(settlement_.ticket.agent);
    if (owner == nullptr || owner->email.empty()) return;
    bool const by_person = facts_.event.kind == EventKind::updated && bool_at(facts_.event.data, "assigned");
    if (settlement_.assigned_now || (by_person && facts_.event.agent != owner->id)) {
        auto const* change = change_of("agent");
        // A ticket from the pool was given before this settlement; its event keeps the reason.
        add_agent(NoticeKind::assigned, *owner,
                  change != nullptr ? change->because.text : std::string(text_at(facts_.event.data, "reason")));
        return;
    }
    bool const reopened = bool_at(facts_.event.data, "reopened_by_customer");
    bool const wrote = facts_.event.kind == EventKind::customer_wrote || reopened;
    if (wrote && !(facts_.article && facts_.article->is_automatic)) add_agent(NoticeKind::customer_replied, *owner, {});
    if (chain_of_event(facts_, settlement_.ticket) != nullptr) return;  // it tells the owner, too
    auto const timer = fired_timer();
    bool const is_open =
        settlement_.ticket.status != domain::Status::solved && settlement_.ticket.status != domain::Status::closed;
    if (is_open && timer.ends_with("_warning")) add_agent(NoticeKind::warning, *owner, {});
    if (is_open && timer.ends_with("_breach") && bool_at(facts_.event.data, "missed"))
        add_agent(NoticeKind::breach, *owner, {});
}

// The lead hears of every breach, and of warnings that have no owner.
void Writer::tell_lead() {
    auto const timer = fired_timer();
    bool const is_target = timer.ends_with("_warning") || timer.ends_with("_breach");
    if (!is_target || chain_of_event(facts_, settlement_.ticket) != nullptr) return;
    auto const* queue = facts_.setup->find_queue(settlement_.ticket.queue);
    auto const* lead = queue != nullptr ? facts_.setup->find_agent(queue->lead) : nullptr;
    if (lead == nullptr || lead->email.empty() || lead->id == settlement_.ticket.agent) return;
    bool const is_breach = timer.ends_with("_breach");
    if (is_breach ? !bool_at(facts_.event.data, "missed") : static_cast<bool>(settlement_.ticket.agent)) return;
    auto const* change = change_of("escalated");
    add_agent(is_breach ? NoticeKind::breach : NoticeKind::warning, *lead,
              change != nullptr ? change->because.text : std::string());
}

// They hear of what the customer writes; the owner hears it anyway.
void Writer::tell_followers() {
    bool const wrote = facts_.event.kind == EventKind::customer_wrote;
    if (!wrote || (facts_.article && (facts_.article->is_automatic || facts_.article->is_quarantined))) return;
    for (auto const id : facts_.followers) {
        auto const* agent = facts_.setup->find_agent(id);
        bool const hears = agent != nullptr && !agent->is_disabled && !agent->email.empty();
        if (hears && id != settlement_.ticket.agent) add_agent(NoticeKind::customer_replied, *agent, {});
    }
}

NoticeWords Writer::words(std::string_view language, std::string_view time_zone) const {
    auto const& ticket = settlement_.ticket;
    NoticeWords out;
    out.desk_name = facts_.setup->tenant.name;
    out.ticket = ticket.id.value;
    out.page_url = domain::ticket_page_url(facts_.portal, ticket.id);
    if (!out.page_url.empty() && facts_.portal.asks_satisfaction && ticket.solved_at)
        out.survey_url = survey_url(facts_.portal, facts_.reply_key, facts_.setup->tenant.id, ticket);
    auto const* queue = facts_.setup->find_queue(ticket.queue);
    out.team = queue != nullptr ? queue->name : facts_.setup->tenant.name;
    auto const* owner = facts_.setup->find_agent(ticket.agent);
    if (owner != nullptr) out.person = owner->name;
    out.priority = phrases_of(language).priorities[static_cast<std::size_t>(ticket.priority)];
    auto const due = ticket.first_reply_due_at ? ticket.first_reply_due_at : ticket.solution_due_at;
    if (due && *due > facts_.now) out.due = local_time_text(*due, time_zone, language);
    return out;
}

// The promise as this settle leaves it.
void Writer::add_promises(NoticeWords& words, std::string_view language) const {
    auto const promises = promises_after(facts_, settlement_);
    auto const& zone = facts_.customer.time_zone.empty() ? facts_.setup->tenant.time_zone : facts_.customer.time_zone;
    auto const* reply = told_promise(promises, domain::Awaited::first_reply, facts_.now);
    auto const* solution = told_promise(promises, domain::Awaited::solution, facts_.now);
    for (auto const& one : promises) {
        bool const is_late = fired_timer() == name_of(promise_timer(one.what));
        if (is_late) words.told_by = local_time_text(one.told_until, zone, language);
        if (is_late) words.awaits_solution = one.what == domain::Awaited::solution;
        // What is not later than what was told is no news.
        if (is_late && one.until <= one.told_until) return;
    }
    if (reply != nullptr) words.reply_by = local_time_text(reply->until, zone, language);
    if (solution != nullptr) words.solved_by = local_time_text(solution->until, zone, language);
}

void Writer::add_customer(NoticeKind kind) {
    auto const& setup = *facts_.setup;
    auto const language =
        notice_language(settlement_.ticket.language.empty() ? facts_.customer.language : settlement_.ticket.language,
                        setup.tenant.language);
    auto notice = address_notice(facts_, kind, facts_.customer.name, facts_.customer.email, language, out_.size());
    auto filled =
        words(language, facts_.customer.time_zone.empty() ? setup.tenant.time_zone : facts_.customer.time_zone);
    add_promises(filled, language);
    // Nothing that a stranger chose goes to an address that nobody has proved (H-13).
    if (facts_.first.proof == domain::SenderProof::pass) {
        filled.customer_name = facts_.customer.name;
        filled.subject = settlement_.ticket.subject;
    }
    auto text = write_notice(kind, language, filled);
    notice.subject = std::move(text.subject);
    notice.text = std::move(text.text);
    notice.html = std::move(text.html);
    out_.push_back(std::move(notice));
}

void Writer::add_agent(NoticeKind kind, domain::Agent const& agent, std::string reason) {
    auto const& setup = *facts_.setup;
    auto const language = setup.tenant.language;
    auto notice = address_notice(facts_, kind, agent.name, agent.email, language, out_.size());
    bool const is_call = kind == NoticeKind::warning || kind == NoticeKind::breach;
    if (is_call) notice.next_try_at = facts_.now + kCallHold;
    auto filled = words(language, setup.tenant.time_zone);
    filled.subject = settlement_.ticket.subject;
    filled.reason = std::move(reason);
    auto const& shown = facts_.article ? *facts_.article : facts_.first;
    filled.excerpt = std::string(cut_utf8(trim(shown.new_text), kExcerptBytes));
    auto text = write_notice(kind, notice_language(language, "en"), filled);
    notice.subject = std::move(text.subject);
    notice.text = std::move(text.text);
    notice.html = std::move(text.html);
    out_.push_back(std::move(notice));
}

}  // namespace

}  // namespace lotse::desk
