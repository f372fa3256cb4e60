// SPDX-License-Identifier: Apache-2.0
#include "api/openapi.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/example.h"
#include "api/routes.h"
#include "base/text.h"

namespace lotse::api {
namespace {

JsonObject reference_to(std::string_view kind, std::string_view name) {
    return {{"$ref", fmt::format("#/components/{}/{}", kind, name)}};
}

JsonObject content(std::string_view type, Json schema) { return {{type, JsonObject{{"schema", std::move(schema)}}}}; }

JsonArray path_parameters(Route const& route) {
    JsonArray out;
    for (auto const segment : split(route.path, '/')) {
        if (!segment.starts_with('{')) continue;
        out.push_back(JsonObject{{"name", segment.substr(1, segment.size() - 2)},
                                 {"in", "path"},
                                 {"required", true},
                                 {"schema", to_json(id())}});
    }
    return out;
}

JsonArray parameters(Route const& route) {
    auto out = path_parameters(route);
    for (auto const& property : route.query) {
        JsonObject parameter{{"name", property.name},
                             {"in", "query"},
                             {"required", property.is_required},
                             {"schema", to_json(property.schema)}};
        if (!property.schema.about.empty()) parameter["description"] = property.schema.about;
        out.push_back(std::move(parameter));
    }
    if (route.is_versioned && route.verb != Verb::get) out.push_back(reference_to("parameters", "IfMatch"));
    if (route.is_versioned && route.verb == Verb::get) out.push_back(reference_to("parameters", "IfNoneMatch"));
    if (route.is_once) out.push_back(reference_to("parameters", "IdempotencyKey"));
    return out;
}

JsonObject request_body(Route const& route) {
    if (route.takes_file)
        return {{"required", true}, {"content", content("application/octet-stream", JsonObject{{"type", "string"}})}};
    auto const schema = reference(route.body);
    JsonObject media{{"schema", to_json(schema)}, {"example", example_of(all_schemas(), schema)}};
    return {{"required", true}, {"content", JsonObject{{"application/json", std::move(media)}}}};
}

JsonObject success(Route const& route, Answering const& answer) {
    JsonObject out{{"description", answer.about.empty() ? "Done." : answer.about}};
    JsonObject types;
    if (!answer.schema.empty()) types = content("application/json", to_json(reference(answer.schema)));
    if (!answer.content_type.empty())
        types[answer.content_type] = JsonObject{{"schema", JsonObject{{"type", "string"}}}};
    if (!types.empty()) out["content"] = std::move(types);
    JsonObject headers;
    if (route.is_versioned && answer.status == 200) headers["ETag"] = reference_to("headers", "ETag");
    if (route.is_once) headers["Idempotency-Replayed"] = reference_to("headers", "IdempotencyReplayed");
    if (!headers.empty()) out["headers"] = std::move(headers);
    return out;
}

JsonObject responses(Route const& route) {
    JsonObject out{{std::to_string(route.answer.status), success(route, route.answer)}};
    if (route.other_answer) out[std::to_string(route.other_answer->status)] = success(route, *route.other_answer);
    auto const add = [&](std::string_view status) { out[status] = reference_to("responses", "Problem"); };
    if (!route.access.is_open()) add("401");
    if (route.access.needs_permission()) add("403");
    if (route.path.find('{') != std::string::npos) add("404");
    if (route.is_versioned && route.verb != Verb::get) add("412");
    if (!route.body.empty() || route.takes_file || !route.query.empty()) add("422");
    if (!route.access.is_open()) add("429");
    add("default");
    return out;
}

JsonObject operation(Route const& route, std::string_view tag) {
    JsonObject out{{"operationId", route.operation}, {"summary", route.summary}, {"tags", JsonArray{Json(tag)}}};
    if (!route.more.empty()) out["description"] = route.more;
    out["x-permission"] = route.access.name();
    if (route.access.allows_own_record()) out["x-own-record"] = true;
    if (route.access.allows_this_machine()) out["x-this-machine"] = true;
    if (route.access.is_open()) out["security"] = JsonArray{};
    if (auto list = parameters(route); !list.empty()) out["parameters"] = std::move(list);
    if (!route.body.empty() || route.takes_file) out["requestBody"] = request_body(route);
    if (!route.samples.empty()) {
        JsonArray samples;
        for (auto const& [language, text] : route.samples)
            samples.push_back(JsonObject{{"lang", language}, {"source", text}});
        out["x-codeSamples"] = std::move(samples);
    }
    out["responses"] = responses(route);
    return out;
}

JsonObject paths() {
    JsonObject out;
    for (auto const& group : all_groups()) {
        for (auto const& route : group.routes) {
            if (!out.contains(route.path)) out[route.path] = JsonObject{};
            out[route.path].get_object()[to_lower_ascii(name_of(route.verb))] = operation(route, group.tag);
        }
    }
    return out;
}

JsonObject header_parameter(std::string_view name, std::string_view about) {
    return {
        {"name", name}, {"in", "header"}, {"required", false}, {"schema", to_json(line(200))}, {"description", about}};
}

JsonObject components() {
    JsonObject schemas;
    for (auto const& [name, schema] : all_schemas()) schemas[name] = to_json(schema);
    return {
        {"securitySchemes",
         JsonObject{{"token", JsonObject{{"type", "http"},
                                         {"scheme", "bearer"},
                                         {"description", "A token, as POST /api/v1/tokens issues it."}}},
                    {"session", JsonObject{{"type", "apiKey"},
                                           {"in", "cookie"},
                                           {"name", "__Host-lotse"},
                                           {"description",
                                            "Set by POST /api/v1/session; changes need X-CSRF-Token. "
                                            "On this machine without TLS it is called lotse."}}}}},
        {"parameters",
         JsonObject{
             {"IfMatch", header_parameter("If-Match", "The ETag that was read; 412 if the object has changed since.")},
             {"IfNoneMatch", header_parameter("If-None-Match", "The ETag that is known; 304 if it still holds.")},
             {"IdempotencyKey", header_parameter("Idempotency-Key",
                                                 "A random text of yours. The same key with the same body has its "
                                                 "effect once, within 48 hours; with another body it is 422.")}}},
        {"headers",
         JsonObject{{"ETag", JsonObject{{"description", "The version, for If-Match."}, {"schema", to_json(line(50))}}},
                    {"IdempotencyReplayed", JsonObject{{"description", "true: an earlier call did it."},
                                                       {"schema", to_json(one_of({"true"}))}}}}},
        {"responses", JsonObject{{"Problem", JsonObject{{"description", "What went wrong, and what to do."},
                                                        {"content", content("application/problem+json",
                                                                            to_json(reference("Problem")))}}}}},
        {"schemas", std::move(schemas)}};
}

JsonArray tags() {
    JsonArray out;
    std::vector<std::string_view> seen;
    for (auto const& group : all_groups()) {
        if (std::ranges::find(seen, group.tag) != seen.end()) continue;
        seen.push_back(group.tag);
        out.push_back(JsonObject{{"name", group.tag}, {"description", group.about}});
    }
    return out;
}

constexpr std::string_view kAbout =
    "Everything that Lotse can do, over HTTP. Send a token as 'Authorization: Bearer ...'. Lists come in pages, "
    "{\"items\": [...], \"next\": URL or null}. Failures are problem documents (RFC 9457) that name the field at "
    "fault; a "
    "field that an operation does not know is one. Absent and foreign objects both answer 404. Times are RFC 3339 in "
    "UTC.";

}  // namespace

Json openapi_document() {
    return JsonObject{
        {"openapi", "3.1.0"},
        {"info", JsonObject{{"title", "Lotse API"},
                            {"version", "1"},
                            {"description", kAbout},
                            {"license", JsonObject{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", JsonArray{JsonObject{{"url", "/"}}}},
        {"security", JsonArray{JsonObject{{"token", JsonArray{}}}, JsonObject{{"session", JsonArray{}}}}},
        {"tags", tags()},
        {"paths", paths()},
        {"components", components()}};
}

}  // namespace lotse::api
