// SPDX-License-Identifier: Apache-2.0
// lotse agent add | list | set, and lotse user password.
#include <fmt/format.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <iostream>

#include "access/password_rules.h"
#include "app/commands/commands.h"
#include "app/hidden_input.h"
#include "app/terminal.h"
#include "base/crypto.h"
#include "base/json.h"
#include "base/text.h"
#include "desk/sign_in_link.h"
#include "store/agents.h"
#include "store/credentials.h"
#include "store/setup.h"

namespace lotse::app {
namespace {

struct AgentOptions : DataOptions {
    std::string email;
    std::string name;
    std::string role;
    std::vector<std::string> languages, skills, queues;
    int capacity = 0;
    std::string available;
    std::string disabled;
};
struct PasswordOptions : DataOptions {
    std::string email;
};
struct LinkOptions : DataOptions {
    std::string email;
    std::string url = "http://127.0.0.1:8080";
};

// "network" or "network:3".
Result<std::vector<domain::Skill>> read_skills(std::vector<std::string> const& texts) {
    std::vector<domain::Skill> out;
    for (auto const& text : texts) {
        auto const parts = split(text, ':');
        auto const level = parts.size() > 1 ? to_int(parts[1]) : std::optional<std::int64_t>(3);
        if (!level || *level < 1 || *level > 5 || parts.size() > 2)
            return invalid("agent.skill",
                           fmt::format("'{}' is no skill; write name or name:level with level 1 to 5.", text));
        out.push_back({std::string(parts[0]), static_cast<int>(*level)});
    }
    return out;
}

Result<std::vector<domain::QueueId>> read_queues(store::ReadTxn& txn, std::vector<std::string> const& names) {
    TRY(auto queues, store::list_queues(txn));
    std::vector<domain::QueueId> out;
    for (auto const& name : names) {
        auto const before = out.size();
        for (auto const& queue : queues)
            if (to_lower_utf8(queue.name) == to_lower_utf8(name) || std::to_string(queue.id.value) == name)
                out.push_back(queue.id);
        if (out.size() == before)
            return invalid("queue.missing", fmt::format("There is no queue '{}'.", name), "--queues");
    }
    return out;
}

Result<bool> read_yes(std::string const& text, char const* option) {
    if (text == "yes") return true;
    if (text == "no") return false;
    return invalid("agent.yes_no", fmt::format("{} takes yes or no.", option), option);
}

// Puts what was given onto the agent; what was left out stays.
Result<void> apply(store::ReadTxn& txn, AgentOptions const& options, domain::Agent& agent) {
    if (!options.name.empty()) agent.name = options.name;
    if (!options.role.empty()) {
        auto const role = domain::find_enum<domain::Role>(options.role);
        if (!role) return invalid("agent.role", "A role is admin, lead, agent, light_agent or auditor.", "--role");
        agent.role = *role;
    }
    if (!options.languages.empty()) agent.languages = options.languages;
    if (!options.skills.empty()) {
        TRY(agent.skills, read_skills(options.skills));
    }
    if (!options.queues.empty()) {
        TRY(agent.queues, read_queues(txn, options.queues));
    }
    if (options.capacity > 0) agent.capacity = options.capacity;
    if (!options.available.empty()) {
        TRY(agent.is_available, read_yes(options.available, "--available"));
    }
    if (!options.disabled.empty()) {
        TRY(agent.is_disabled, read_yes(options.disabled, "--disabled"));
    }
    return {};
}

JsonObject to_json(domain::Agent const& agent) {
    JsonArray languages, skills, queues;
    for (auto const& language : agent.languages) languages.emplace_back(language);
    for (auto const& skill : agent.skills) skills.push_back(JsonObject{{"name", skill.name}, {"level", skill.level}});
    for (auto const queue : agent.queues) queues.emplace_back(queue.value);
    return JsonObject{{"id", agent.id.value},
                      {"name", agent.name},
                      {"email", agent.email},
                      {"role", domain::name_of(agent.role)},
                      {"languages", languages},
                      {"skills", skills},
                      {"queues", queues},
                      {"capacity", agent.capacity},
                      {"available", agent.is_available},
                      {"disabled", agent.is_disabled}};
}

void print(AgentOptions const& options, domain::Agent const& agent) {
    if (options.json) {
        fmt::print("{}\n", to_string(to_json(agent)));
    } else {
        fmt::print("Agent {}: {} <{}>, {}.\n", agent.id.value, agent.name, agent.email, domain::name_of(agent.role));
    }
}

Result<void> add(AgentOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto& desk = opened->desk();
    auto const scope = opened->recorded_scope(tenant, "create_agent", "agent", options.email);
    TRY(auto stored, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<domain::Agent> {
        domain::Agent agent;
        agent.email = to_lower_ascii(trim(options.email));
        if (agent.email.find('@') == std::string::npos)
            return invalid("agent.email", fmt::format("'{}' is no e-mail address.", options.email), "EMAIL");
        agent.name = agent.email.substr(0, agent.email.find('@'));
        agent.languages = {tenant.language};
        agent.created_at = desk.clock.now();
        CHECK_OK(apply(txn, options, agent));
        return store::add_agent(txn, std::move(agent));
    }));
    print(options, stored);
    return {};
}

Result<void> set(AgentOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto& desk = opened->desk();
    auto const scope = opened->recorded_scope(tenant, "patch_agent", "agent", options.email);
    TRY(auto stored, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<domain::Agent> {
        TRY(auto agent, store::find_agent_by_email(txn, to_lower_ascii(trim(options.email))));
        if (!agent) return not_found("agent.missing", fmt::format("No agent has the address {}.", options.email));
        CHECK_OK(apply(txn, options, *agent));
        if (agent->is_disabled) CHECK_OK(store::remove_sessions_of(txn, agent->id));
        return store::update_agent(txn, *std::move(agent));
    }));
    print(options, stored);
    return {};
}

Result<void> list(DataOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    TRY(auto agents, opened->desk().store.read(scope, [](store::ReadTxn& txn) { return store::list_agents(txn); }));
    if (options.json) {
        JsonArray items;
        for (auto const& agent : agents) items.push_back(to_json(agent));
        fmt::print("{}\n", to_string(JsonObject{{"items", std::move(items)}, {"next", nullptr}}));
        return {};
    }
    std::vector<std::vector<std::string>> rows;
    for (auto const& agent : agents) {
        std::vector<std::string> skills;
        for (auto const& skill : agent.skills) skills.push_back(skill.name);
        rows.push_back({std::to_string(agent.id.value), agent.name, agent.email,
                        std::string(domain::name_of(agent.role)), join(agent.languages, ","), join(skills, ","),
                        std::to_string(agent.capacity),
                        agent.is_disabled    ? "disabled"
                        : agent.is_available ? "yes"
                                             : "no"});
    }
    fmt::print("{}", table({"ID", "NAME", "EMAIL", "ROLE", "LANGUAGES", "SKILLS", "CAPACITY", "AVAILABLE"}, rows));
    return {};
}

Result<void> set_password(PasswordOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    TRY(auto password, read_hidden("New password: "));
    CHECK_OK(access::check_password(password, {options.email, tenant.name, "lotse"}));
    auto const hash = hash_password(password);
    auto const scope = opened->recorded_scope(tenant, "set_password", "agent", options.email);
    CHECK_OK(opened->desk().store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto agent, store::find_agent_by_email(txn, to_lower_ascii(options.email)));
        if (!agent) return not_found("agent.missing", fmt::format("No agent has the address {}.", options.email));
        CHECK_OK(store::write_password_hash(txn, agent->id, hash));
        return store::remove_sessions_of(txn, agent->id);
    }));
    if (options.json) {
        fmt::print("{}\n", to_string(JsonObject{{"email", options.email}, {"changed", true}}));
    } else {
        fmt::print("The password of {} is changed; open sessions are ended.\n", options.email);
    }
    return {};
}

Result<void> print_link(LinkOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto const scope = opened->recorded_scope(tenant, "create_sign_in_link", "agent", options.email);
    TRY(auto link, desk::make_sign_in_link(opened->desk(), scope, options.email));
    auto const address = fmt::format("{}/sign-in/link/{}", options.url, link.reveal());
    if (options.json) {
        fmt::print("{}\n", to_string(JsonObject{{"url", address}}));
    } else {
        fmt::print("{}\n", address);
        fmt::print(stderr, "{}\n", paint(Colour::dim, "Good once, for 15 minutes.", 2));
    }
    return {};
}

void add_agent_words(CLI::App& command, AgentOptions& options) {
    add_data_options(command, options, true);
    command.add_option("EMAIL", options.email, "The agent's address")->required();
    command.add_option("--name", options.name, "Full name");
    command.add_option("--role", options.role, "admin, lead, agent, light_agent, auditor");
    command.add_option("--languages", options.languages, "en,de,pl")->delimiter(',');
    command.add_option("--skills", options.skills, "network:4,printing")->delimiter(',');
    command.add_option("--queues", options.queues, "Names of the queues this agent works for")->delimiter(',');
    command
        .add_option("--capacity", options.capacity,
                    "Units at once; an open ticket is one, unless the desk weighs its channel")
        ->check(CLI::Range(1, 1000));
    command.add_option("--available", options.available, "yes or no");
}

}  // namespace

void add_agent(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("agent", "Add, list and change agents")->require_subcommand(1);
    auto* adding = group->add_subcommand("add", "Add an agent");
    auto added = std::make_shared<AgentOptions>();
    add_agent_words(*adding, *added);
    adding->callback([added, &exit_code] { exit_code = finish(add(*added)); });

    auto* listing = group->add_subcommand("list", "List agents");
    auto listed = std::make_shared<DataOptions>();
    add_data_options(*listing, *listed);
    listing->callback([listed, &exit_code] { exit_code = finish(list(*listed)); });

    auto* setting = group->add_subcommand("set", "Change an agent; what is left out stays");
    auto changed = std::make_shared<AgentOptions>();
    add_agent_words(*setting, *changed);
    setting->add_option("--disabled", changed->disabled, "yes ends sessions and assignments");
    setting->callback([changed, &exit_code] { exit_code = finish(set(*changed)); });
}

void add_user(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("user", "Accounts of people who sign in")->require_subcommand(1);
    auto* password =
        group->add_subcommand("password", "Set an agent's password; asks for it, or reads one line of standard input");
    auto options = std::make_shared<PasswordOptions>();
    add_data_options(*password, *options);
    password->add_option("EMAIL", options->email, "The agent's address")->required();
    password->callback([options, &exit_code] { exit_code = finish(set_password(*options)); });

    auto* link = group->add_subcommand("link", "Print a link that signs an agent in, once and within 15 minutes");
    auto linked = std::make_shared<LinkOptions>();
    add_data_options(*link, *linked);
    link->add_option("EMAIL", linked->email, "The agent's address")->required();
    link->add_option("--url", linked->url, "Where the desk is reached")->capture_default_str()->type_name("URL");
    link->callback([linked, &exit_code] { exit_code = finish(print_link(*linked)); });
}

}  // namespace lotse::app
