// SPDX-License-Identifier: Apache-2.0
// Chains of escalations: who is told of a ticket in trouble, in which order.
#include "desk/escalation_chains.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/kept_records.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::int64_t kMostMinutes = 60 * 24 * 60;

Schema step_schema() {
    return object(
        {need("to", one_of({"owner", "lead", "agent", "on_call", "webhook"})
                        .say("lead: of the ticket's queue. webhook: a program, by HTTP.")),
         may("agents", list(id(), 60).say("agent: the one person. on_call: by week from Monday, in turn.")),
         need("after_minutes",
              integer(0, kMostMinutes).say("Since the start, without anybody saying that they look after it.")),
         may("by_mail", boolean().say("Beside the page of escalations, where it always stands; true if left out.")),
         may("webhook", id().or_null().say("Of a step to a webhook."))});
}

Schema rung_schema() {
    return object({need("at_percent", integer(1, 100).say("Of the working time of a target; 100: the target itself.")),
                   need("to", one_of({"owner", "lead", "agent", "on_call", "webhook"})), may("agents", list(id(), 60)),
                   may("by_mail", boolean()), may("webhook", id().or_null().say("Of a step to a webhook."))});
}

Schema chain_input() {
    auto const first = JsonObject{{"to", "owner"}, {"after_minutes", 0}};
    auto const near = JsonObject{{"at_percent", 80}, {"to", "owner"}};
    auto const then = JsonObject{{"to", "lead"}, {"after_minutes", 30}};
    return object(
        {need("name", line(100, 1).such_as("Usual")),
         may("is_default", boolean()
                               .say("For all tickets that no other chain is for; takes the place of the old one.")
                               .such_as(true)),
         may("queues", list(id(), 200).say("Goes before policies, and these before the default.")),
         may("policies", list(id(), 200)),
         need("starts", list(one_of({"promise", "warning", "silence", "breach"}), 4)
                            .say("promise: a time that a customer was told is near. silence: the owner does nothing.")
                            .such_as(JsonArray{"breach"})),
         may("ladder", list(reference("EscalationRung"), 20)
                           .say("Who is told when so much of a target's time is used, before anything is missed: each "
                                "share once for each target, in ascending order.")
                           .such_as(JsonArray{near})),
         may("is_round_the_clock", boolean().say("false: only open time of the queue's calendar counts.")),
         need("steps", list(reference("EscalationStep"), 20).such_as(JsonArray{first, then})),
         may("repeats", integer(0, 20).say("So many more rounds; at the end the admins are told.")),
         may("round_minutes", integer(1, kMostMinutes).say("From the last step to the next round, or to the admins.")),
         may("silent_after_minutes", integer(0, kMostMinutes).say("Open time without an act of the owner.")),
         may("taken_back_after_minutes",
             integer(0, kMostMinutes).say("After the first warning the ticket leaves its silent owner; 0: never.")),
         may("tells_subject", boolean().say("Webhooks are sent the subject of the ticket, too."))});
}

Schema chain_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("is_default", boolean()),
                   need("queues", list(id())), need("policies", list(id())),
                   need("starts", list(one_of({"promise", "warning", "silence", "breach"}))),
                   need("ladder", list(reference("EscalationRung"))), need("is_round_the_clock", boolean()),
                   need("steps", list(reference("EscalationStep"))), need("repeats", integer(0, 20)),
                   need("round_minutes", integer(1, kMostMinutes)),
                   need("silent_after_minutes", integer(0, kMostMinutes)),
                   need("taken_back_after_minutes", integer(0, kMostMinutes)), need("tells_subject", boolean())});
}

JsonObject shown_chain(domain::Chain const& chain) {
    auto out = domain::chain_document(chain);
    out["id"] = chain.id.value;
    out["version"] = chain.version;
    out["name"] = chain.name;
    return out;
}

struct Chains {
    using Id = domain::ChainId;
    static constexpr char const* kName = "chain";
    static constexpr auto kList = desk::list_chains;
    static constexpr auto kMake = desk::make_chain;
    static constexpr auto kGet = desk::get_chain;
    static constexpr auto kChange = desk::change_chain;
    static constexpr auto kRemove = desk::remove_chain;

    static desk::ChainFields fields(JsonObject const& body) {
        Fields const fields(body);
        desk::ChainFields out;
        auto const read = domain::chain_from(body);
        fields.take("name", out.name);
        fields.take("is_default", out.is_default);
        fields.take("queues", out.queues);
        fields.take("policies", out.policies);
        if (fields.has("starts")) out.starts = read.starts;
        if (fields.has("ladder")) out.ladder = read.ladder;
        fields.take("is_round_the_clock", out.is_round_the_clock);
        if (fields.has("steps")) out.steps = read.steps;
        fields.take("repeats", out.repeats);
        fields.take("round_minutes", out.round_minutes);
        fields.take("silent_after_minutes", out.silent_after_minutes);
        fields.take("taken_back_after_minutes", out.taken_back_after_minutes);
        fields.take("tells_subject", out.tells_subject);
        return out;
    }
    static Result<JsonObject> shown(Call const&, domain::Chain const& chain) { return shown_chain(chain); }
    static std::int64_t version_of(domain::Chain const& chain) { return chain.version; }
};
using Kept = KeptRecords<Chains>;

}  // namespace

Group escalation_chains_group() {
    Group out{"Escalation chains", "Who is told of a ticket in trouble, one after the other.", {}, {}};
    out.schemas = {{"EscalationStep", step_schema()},     {"EscalationRung", rung_schema()},
                   {"NewEscalationChain", chain_input()}, {"EscalationChainPatch", partial(chain_input())},
                   {"EscalationChain", chain_schema()},   {"EscalationChainPage", page_of("EscalationChain")}};
    out.routes = {
        Route(Verb::get, "/api/v1/escalation-chains", "list_escalation_chains", Permission::setup_read, Kept::list)
            .says("List chains")
            .answers(200, "EscalationChainPage"),
        Route(Verb::post, "/api/v1/escalation-chains", "create_escalation_chain", Permission::setup_write, Kept::create)
            .says("Add a chain")
            .takes("NewEscalationChain")
            .answers(201, "EscalationChain")
            .once(),
        Route(Verb::get, "/api/v1/escalation-chains/{chain}", "get_escalation_chain", Permission::setup_read, Kept::get)
            .says("Read a chain")
            .answers(200, "EscalationChain")
            .versioned(),
        Route(Verb::patch, "/api/v1/escalation-chains/{chain}", "patch_escalation_chain", Permission::setup_write,
              Kept::patch)
            .says("Change a chain", "What runs by it takes its next steps by the new one.")
            .takes("EscalationChainPatch")
            .answers(200, "EscalationChain")
            .versioned(),
        Route(Verb::remove, "/api/v1/escalation-chains/{chain}", "delete_escalation_chain", Permission::setup_write,
              Kept::remove)
            .says("Remove a chain", "What runs by it ends.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
