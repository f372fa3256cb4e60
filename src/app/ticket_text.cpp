// SPDX-License-Identifier: Apache-2.0
#include "app/ticket_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/terminal.h"
#include "base/text.h"
#include "desk/notice_text.h"

namespace lotse::app {
namespace {

std::string name_or(auto const* found, std::string_view otherwise) {
    return found != nullptr ? found->name : std::string(otherwise);
}

std::string indent(std::string_view text, std::string_view by) {
    std::string out;
    for (auto const line : split(trim(text), '\n')) {
        out += by;
        out += line;
        out += '\n';
    }
    return out;
}

std::string percent(std::optional<double> confidence) {
    return confidence ? fmt::format("{:.0f} %", *confidence * 100) : std::string();
}

std::string label_line(std::string_view name, std::string_view value, domain::Because const* because) {
    auto line = fmt::format("  {}  {}", fit(name, 9), paint(Colour::bold, value));
    if (because == nullptr) return line + "\n";
    auto const sure = percent(because->confidence);
    line += paint(Colour::dim, fmt::format("   {}{}{}", because->text, sure.empty() ? "" : " (" + sure + ")",
                                           because->unproven ? ", unproven" : ""));
    return line + "\n";
}

// The last reason for a field's value.
domain::Because const* reason(desk::TicketView const& view, std::string_view field) {
    for (auto change = view.changes.rbegin(); change != view.changes.rend(); ++change)
        if (change->change.field == field) return &change->change.because;
    return nullptr;
}

domain::Because const* label_reason(desk::TicketView const& view, std::string_view field) {
    if (auto const* because = reason(view, field)) return because;
    auto const* label = view.suggestion ? view.suggestion->find(field) : nullptr;
    return label != nullptr ? &label->because : nullptr;
}

std::string due_text(desk::TicketView const& view, std::optional<Instant> due) {
    if (!due) return "no target running";
    auto const& tenant = view.setup->tenant;
    return desk::local_time_text(*due, tenant.time_zone, "en") + " (" + tenant.time_zone + ")";
}

std::string notice_state(domain::Notice const& notice) {
    if (notice.sent_at) return "sent";
    if (notice.is_dead) return "given up: " + notice.last_error;
    return notice.tries > 0 ? "will be tried again: " + notice.last_error : "waiting in the outbox";
}

}  // namespace

std::string change_value(desk::Setup const& setup, std::string_view field, std::string_view value) {
    if (value.empty()) return "nobody";
    auto const id = to_int(value).value_or(0);
    if (field == "queue") return name_or(setup.find_queue(domain::QueueId{id}), value);
    if (field == "agent") return name_or(setup.find_agent(domain::AgentId{id}), value);
    if (field == "category") return name_or(setup.find_category(domain::CategoryId{id}), value);
    return std::string(value);
}

std::string relative(Instant at, Instant now) {
    bool const is_past = at < now;
    auto const minutes = std::chrono::duration_cast<std::chrono::minutes>(is_past ? now - at : at - now).count();
    auto const span = minutes < 60        ? fmt::format("{} min", minutes)
                      : minutes < 48 * 60 ? fmt::format("{} h", minutes / 60)
                                          : fmt::format("{} d", minutes / 1440);
    return is_past ? span + " ago" : "in " + span;
}

std::string decision_text(desk::TicketView const& view) {
    auto const& ticket = view.ticket;
    auto const& setup = *view.setup;
    std::string out;
    out +=
        label_line("language", ticket.language.empty() ? "unknown" : ticket.language, label_reason(view, "language"));
    out +=
        label_line("category", name_or(setup.find_category(ticket.category), "none"), label_reason(view, "category"));
    out += label_line("type", ticket.has_type ? domain::name_of(ticket.type) : "none", label_reason(view, "type"));
    out += label_line("priority", domain::name_of(ticket.priority), reason(view, "priority"));
    out += label_line("team", name_or(setup.find_queue(ticket.queue), "none"), reason(view, "queue"));
    out += label_line("person", name_or(setup.find_agent(ticket.agent), "nobody yet"), reason(view, "agent"));
    out += label_line("reply due", due_text(view, ticket.first_reply_due_at), nullptr);
    out += label_line("solve by", due_text(view, ticket.solution_due_at), nullptr);
    for (auto const& notice : view.notices) {
        if (notice.to_address != view.customer.email) continue;
        out += label_line("told", notice.subject, nullptr);
        out += paint(Colour::dim, indent(notice.text, "             "));
    }
    return out;
}

std::string ticket_text(desk::TicketView const& view) {
    auto const& ticket = view.ticket;
    std::string out =
        fmt::format("{}  {}\n", paint(Colour::bold, fmt::format("#{} {}", ticket.id.value, ticket.subject)),
                    domain::name_of(ticket.status));
    out += fmt::format("  from       {} <{}>\n", view.customer.name, view.customer.email);
    out += decision_text(view);
    for (auto const& article : view.articles) {
        auto const kind = article.kind == domain::ArticleKind::note ? "note" : domain::name_of(article.author);
        out += fmt::format("\n{} {} {}\n", paint(Colour::blue, kind), article.from_name,
                           paint(Colour::dim, to_rfc3339(article.created_at)));
        if (!article.remark.empty()) out += paint(Colour::yellow, indent(article.remark, "  ! "));
        out += indent(article.new_text.empty() ? article.text : article.new_text, "  ");
        for (auto const& file : view.attachments)
            if (file.article == article.id)
                out += fmt::format("  [{} {}, {} bytes]\n", file.name, file.content_type, file.size);
    }
    if (!view.notices.empty()) out += '\n';
    for (auto const& notice : view.notices)
        out += paint(Colour::dim, fmt::format("{} to {}: {}\n", domain::name_of(notice.kind), notice.to_address,
                                              notice_state(notice)));
    return out;
}

JsonObject ticket_json(domain::Ticket const& ticket, desk::Setup const& setup) {
    auto const time = [](std::optional<Instant> at) { return at ? Json(to_rfc3339(*at)) : Json(nullptr); };
    auto const named = [](auto const* found) {
        return found != nullptr ? Json(JsonObject{{"id", found->id.value}, {"name", found->name}}) : Json(nullptr);
    };
    return JsonObject{{"id", ticket.id.value},
                      {"version", ticket.version},
                      {"subject", ticket.subject},
                      {"status", domain::name_of(ticket.status)},
                      {"channel", domain::name_of(ticket.channel)},
                      {"customer", ticket.customer.value},
                      {"queue", named(setup.find_queue(ticket.queue))},
                      {"agent", named(setup.find_agent(ticket.agent))},
                      {"category", named(setup.find_category(ticket.category))},
                      {"type", ticket.has_type ? Json(domain::name_of(ticket.type)) : Json(nullptr)},
                      {"impact", domain::name_of(ticket.impact)},
                      {"urgency", domain::name_of(ticket.urgency)},
                      {"priority", domain::name_of(ticket.priority)},
                      {"language", ticket.language},
                      {"unreadable", ticket.unreadable},
                      {"escalated", ticket.escalated},
                      {"created_at", to_rfc3339(ticket.created_at)},
                      {"updated_at", to_rfc3339(ticket.updated_at)},
                      {"first_reply_due_at", time(ticket.first_reply_due_at)},
                      {"solution_due_at", time(ticket.solution_due_at)},
                      {"solved_at", time(ticket.solved_at)}};
}

JsonObject ticket_view_json(desk::TicketView const& view) {
    auto out = ticket_json(view.ticket, *view.setup);
    JsonArray articles;
    for (auto const& article : view.articles)
        articles.push_back(JsonObject{{"id", article.id.value},
                                      {"kind", domain::name_of(article.kind)},
                                      {"author", domain::name_of(article.author)},
                                      {"from", article.from_address},
                                      {"text", article.text},
                                      {"new_text", article.new_text},
                                      {"remark", article.remark},
                                      {"created_at", to_rfc3339(article.created_at)}});
    out["articles"] = std::move(articles);
    JsonArray changes;
    for (auto const& stored : view.changes)
        changes.push_back(JsonObject{{"field", stored.change.field},
                                     {"from", stored.change.from},
                                     {"to", stored.change.to},
                                     {"because", domain::to_json(stored.change.because)},
                                     {"at", to_rfc3339(stored.at)}});
    out["changes"] = std::move(changes);
    JsonArray notices;
    for (auto const& notice : view.notices)
        notices.push_back(JsonObject{{"kind", domain::name_of(notice.kind)},
                                     {"to", notice.to_address},
                                     {"subject", notice.subject},
                                     {"text", notice.text},
                                     {"state", notice_state(notice)}});
    out["notices"] = std::move(notices);
    out["suggestion"] = view.suggestion ? Json(domain::to_json(*view.suggestion)) : Json(nullptr);
    return out;
}

}  // namespace lotse::app
