// SPDX-License-Identifier: Apache-2.0
#include "api/show.h"

namespace lotse::api {

JsonArray show(std::vector<std::string> const& items) {
    JsonArray out;
    for (auto const& item : items) out.emplace_back(item);
    return out;
}

Json show_queue_name(desk::Setup const& setup, domain::QueueId id) {
    if (!id) return nullptr;
    auto const* queue = setup.find_queue(id);
    return JsonObject{{"id", id.value}, {"name", queue != nullptr ? queue->name : std::string()}};
}

Json show_agent_name(desk::Setup const& setup, domain::AgentId id) {
    if (!id) return nullptr;
    auto const* agent = setup.find_agent(id);
    return JsonObject{{"id", id.value}, {"name", agent != nullptr ? agent->name : std::string()}};
}

Json show_category_name(desk::Setup const& setup, domain::CategoryId id) {
    if (!id) return nullptr;
    auto const* category = setup.find_category(id);
    return JsonObject{{"id", id.value},
                      {"key", category != nullptr ? category->key : std::string()},
                      {"name", category != nullptr ? category->name : std::string()}};
}

JsonObject show(domain::Because const& because) {
    return {{"source", because.source},
            {"code", because.code},
            {"text", because.text},
            {"confidence", because.confidence ? Json(*because.confidence) : Json(nullptr)},
            {"version", text_or_null(because.version)},
            {"unproven", because.unproven}};
}

Schema because_schema() {
    return object({need("source",
                        line(50).say("model, keywords, matrix, routing, policy, address, person, prior, timer.")),
                   need("code", line(100).say("Stable name of the reason.")),
                   need("text", text(0).say("The reason as one sentence.")),
                   need("confidence", share().or_null().say("Calibrated; null where nothing was estimated.")),
                   need("version", line(200).or_null().say("Of the model, rule or policy.")),
                   need("unproven", boolean().say("A suggestion that has not yet earned the right to act."))})
        .say("Why a value is what it is.");
}

Schema named_schema() { return object({need("id", id()), need("name", text(0))}); }

}  // namespace lotse::api
