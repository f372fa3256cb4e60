// SPDX-License-Identifier: Apache-2.0
// lotse ticket list | show | reply | note | set.
#include <fmt/format.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "app/ticket_text.h"
#include "base/text.h"
#include "desk/commit_settlement.h"
#include "desk/find_tickets.h"
#include "desk/note.h"
#include "desk/reply.h"
#include "desk/update_ticket.h"
#include "desk/view_ticket.h"
#include "store/agents.h"

namespace lotse::app {
namespace {

struct ListOptions : DataOptions {
    std::vector<std::string> statuses;
    std::string queue;
    std::string agent;
    std::string query;
    int limit = 50;
};
struct OneOptions : DataOptions {
    std::int64_t id = 0;
};
struct TextOptions : OneOptions {
    std::string text;
    std::string as;  // agent's address
    std::string then = "waiting";
};
struct SetOptions : OneOptions {
    std::string as;
    std::string status, queue, agent, category, type, impact, urgency, priority;
};

// A desk opened for one call: acting as an agent, or as the operator.
struct Session {
    std::unique_ptr<OpenDesk> opened;
    access::Principal principal;
    std::shared_ptr<desk::Setup const> setup;
    desk::Desk& desk() { return opened->desk(); }
};

Result<Session> open_session(DataOptions const& options, std::string const& as = {}) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    Session out{std::move(opened), access::operator_of(tenant.id), nullptr};
    TRY(out.setup,
        out.desk().store.read(out.principal.scope, [&](store::ReadTxn& txn) { return out.desk().setups.get(txn); }));
    if (as.empty()) return out;
    for (auto const& agent : out.setup->agents)
        if (agent.email == to_lower_ascii(as)) out.principal.agent = agent.id;
    if (!out.principal.agent) return not_found("agent.missing", fmt::format("No agent has the address {}.", as));
    return out;
}

// By number or by name, case ignored.
template <class T>
Result<T> find_named(std::vector<T> const& items, std::string_view wanted, char const* noun) {
    auto const number = to_int(wanted);
    std::string names;
    for (auto const& item : items) {
        if ((number && item.id.value == *number) || to_lower_utf8(item.name) == to_lower_utf8(wanted)) return item;
        names += (names.empty() ? "" : ", ") + item.name;
    }
    return invalid("name.unknown", fmt::format("There is no {} '{}'; there are: {}.", noun, wanted, names));
}

template <class E>
Result<E> read_enum(std::string_view text, char const* noun) {
    if (auto const value = domain::find_enum<E>(text)) return *value;
    std::string names;
    for (auto const name : domain::EnumNames<E>::all) names += (names.empty() ? "" : ", ") + std::string(name);
    return invalid("value.unknown", fmt::format("'{}' is no {}; say one of {}.", text, noun, names));
}

Result<void> list(ListOptions const& options) {
    TRY(auto session, open_session(options));
    desk::TicketWish wish;
    wish.text = options.query;
    auto& query = wish.query;
    query.limit = options.limit;
    for (auto const& text : options.statuses) {
        TRY(auto status, read_enum<domain::Status>(text, "status"));
        query.statuses.push_back(status);
    }
    if (!options.queue.empty()) {
        TRY(auto queue, find_named(session.setup->queues, options.queue, "queue"));
        query.queue = queue.id;
    }
    if (options.agent == "none") {
        query.agent = domain::AgentId{};
    } else if (!options.agent.empty()) {
        TRY(auto agent, find_named(session.setup->agents, options.agent, "agent"));
        query.agent = agent.id;
    }
    TRY(auto found, desk::find_tickets(session.desk(), session.principal, wish));
    if (options.json) {
        JsonArray items;
        for (auto const& ticket : found.page.items) items.push_back(ticket_json(ticket, *found.setup));
        auto const next = found.page.next.empty() ? Json(nullptr) : Json(found.page.next);
        fmt::print("{}\n", to_string(JsonObject{{"items", std::move(items)}, {"next", next}}));
        return {};
    }
    auto const now = session.desk().clock.now();
    std::vector<std::vector<std::string>> rows;
    for (auto const& ticket : found.page.items) {
        auto const* queue = found.setup->find_queue(ticket.queue);
        auto const* agent = found.setup->find_agent(ticket.agent);
        auto const due = ticket.first_reply_due_at ? ticket.first_reply_due_at : ticket.solution_due_at;
        rows.push_back({std::to_string(ticket.id.value), std::string(domain::name_of(ticket.status)),
                        std::string(domain::name_of(ticket.priority)), ticket.subject, queue ? queue->name : "",
                        agent ? agent->name : "", due ? relative(*due, now) : "", relative(ticket.updated_at, now)});
    }
    fmt::print("{}", table({"#", "STATUS", "PRIORITY", "SUBJECT", "TEAM", "PERSON", "DUE", "CHANGED"}, rows));
    return {};
}

Result<void> show(OneOptions const& options) {
    TRY(auto session, open_session(options));
    desk::ViewLimits const whole{500, 5000, 500};
    TRY(auto view, desk::view_ticket(session.desk(), session.principal.scope, domain::TicketId{options.id}, whole));
    if (options.json) {
        fmt::print("{}\n", to_string(ticket_view_json(view)));
    } else {
        fmt::print("{}", ticket_text(view));
    }
    return {};
}

std::string text_or_stdin(std::string const& text) {
    if (!text.empty() && text != "-") return text;
    if (::isatty(0) == 1) fmt::print(stderr, "{}\n", paint(Colour::dim, "Type the text, end with Ctrl-D.", 2));
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

// The desk may not be running: what follows from this call is settled here.
Result<void> settle_and_tell(Session& session, TextOptions const& options, domain::ArticleId article) {
    TRY([[maybe_unused]] auto settled, desk::settle_all(session.desk(), session.principal.scope));
    if (options.json) {
        fmt::print("{}\n", to_string(JsonObject{{"ticket", options.id}, {"article", article.value}}));
    } else {
        fmt::print("Stored as article {} of ticket {}.\n", article.value, options.id);
    }
    return {};
}

Result<void> reply(TextOptions const& options) {
    TRY(auto session, open_session(options, options.as));
    TRY(auto then, read_enum<domain::Status>(options.then, "status"));
    desk::NewReply wanted;
    wanted.ticket = domain::TicketId{options.id};
    wanted.text = text_or_stdin(options.text);
    wanted.then = then;
    TRY(auto written, desk::reply(session.desk(), session.principal, wanted));
    return settle_and_tell(session, options, written.article);
}

Result<void> note(TextOptions const& options) {
    TRY(auto session, open_session(options, options.as));
    desk::NewNote wanted;
    wanted.ticket = domain::TicketId{options.id};
    wanted.text = text_or_stdin(options.text);
    TRY(auto written, desk::add_note(session.desk(), session.principal, wanted));
    return settle_and_tell(session, options, written.article);
}

Result<desk::TicketPatch> patch_of(SetOptions const& options, desk::Setup const& setup) {
    desk::TicketPatch patch;
    if (!options.status.empty()) {
        TRY(patch.status, read_enum<domain::Status>(options.status, "status"));
    }
    if (!options.queue.empty()) {
        TRY(auto queue, find_named(setup.queues, options.queue, "queue"));
        patch.queue = queue.id;
    }
    if (options.agent == "none") {
        patch.agent = domain::AgentId{};
    } else if (!options.agent.empty()) {
        TRY(auto agent, find_named(setup.agents, options.agent, "agent"));
        patch.agent = agent.id;
    }
    if (!options.category.empty()) {
        auto const* by_key = setup.find_category(options.category);
        if (by_key != nullptr) {
            patch.category = by_key->id;
        } else {
            TRY(auto category, find_named(setup.categories, options.category, "category"));
            patch.category = category.id;
        }
    }
    if (!options.type.empty()) {
        TRY(patch.type, read_enum<domain::TicketType>(options.type, "type"));
    }
    if (!options.impact.empty()) {
        TRY(patch.impact, read_enum<domain::Level>(options.impact, "impact"));
    }
    if (!options.urgency.empty()) {
        TRY(patch.urgency, read_enum<domain::Level>(options.urgency, "urgency"));
    }
    if (!options.priority.empty()) {
        TRY(patch.priority, read_enum<domain::Priority>(options.priority, "priority"));
    }
    return patch;
}

Result<void> set(SetOptions const& options) {
    TRY(auto session, open_session(options, options.as));
    TRY(auto patch, patch_of(options, *session.setup));
    TRY([[maybe_unused]] auto ticket,
        desk::update_ticket(session.desk(), session.principal, domain::TicketId{options.id}, 0, patch));
    TRY([[maybe_unused]] auto settled, desk::settle_all(session.desk(), session.principal.scope));
    return show(options);
}

void add_text_command(CLI::App& group, char const* name, char const* help, bool replies, int& exit_code,
                      Result<void> (*run)(TextOptions const&)) {
    auto* command = group.add_subcommand(name, help);
    auto options = std::make_shared<TextOptions>();
    add_data_options(*command, *options);
    command->add_option("TICKET", options->id, "Its number")->required();
    command->add_option("TEXT", options->text, "The text; left out or \"-\": read from standard input");
    command->add_option("--as", options->as, "Write as the agent with this address")->type_name("EMAIL");
    if (replies)
        command->add_option("--then", options->then, "Status afterwards: waiting, open or solved")
            ->capture_default_str();
    command->callback([options, run, &exit_code] { exit_code = finish(run(*options)); });
}

}  // namespace

void add_ticket(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("ticket", "List, read, answer and change tickets")->require_subcommand(1);

    auto* listing = group->add_subcommand("list", "List tickets, last changed first");
    auto listed = std::make_shared<ListOptions>();
    add_data_options(*listing, *listed);
    listing->add_option("--status", listed->statuses, "new, open, waiting, solved, closed")->delimiter(',');
    listing->add_option("--queue", listed->queue, "Name or number of a team's queue");
    listing->add_option("--agent", listed->agent, "Name or number of an agent, or none");
    listing->add_option("--query", listed->query, "Words and field:value, as in the search of the desk");
    listing->add_option("--limit", listed->limit, "How many, at most 200")
        ->check(CLI::Range(1, 200))
        ->capture_default_str();
    listing->callback([listed, &exit_code] { exit_code = finish(list(*listed)); });

    auto* showing = group->add_subcommand("show", "Show a ticket with every decision and its reason");
    auto shown = std::make_shared<OneOptions>();
    add_data_options(*showing, *shown);
    showing->add_option("TICKET", shown->id, "Its number")->required();
    showing->callback([shown, &exit_code] { exit_code = finish(show(*shown)); });

    add_text_command(*group, "reply", "Answer the customer by mail", true, exit_code, &reply);
    add_text_command(*group, "note", "Write a note that never leaves the house", false, exit_code, &note);

    auto* setting = group->add_subcommand("set", "Change fields of a ticket");
    auto changed = std::make_shared<SetOptions>();
    add_data_options(*setting, *changed);
    setting->add_option("TICKET", changed->id, "Its number")->required();
    setting->add_option("--as", changed->as, "Change as the agent with this address")->type_name("EMAIL");
    setting->add_option("--status", changed->status, "open, waiting, solved, closed");
    setting->add_option("--queue", changed->queue, "Name or number");
    setting->add_option("--agent", changed->agent, "Name or number, or none");
    setting->add_option("--category", changed->category, "Key, name or number");
    setting->add_option("--type", changed->type, "incident, request, question, complaint, no_action");
    setting->add_option("--impact", changed->impact, "low, medium, high");
    setting->add_option("--urgency", changed->urgency, "low, medium, high");
    setting->add_option("--priority", changed->priority, "low, normal, high, urgent");
    setting->callback([changed, &exit_code] { exit_code = finish(set(*changed)); });
}

}  // namespace lotse::app
