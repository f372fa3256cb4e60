// SPDX-License-Identifier: Apache-2.0
#include "api/problem.h"

#include "net/http.h"

namespace lotse::api {

int status_of(Error const& error) {
    if (error.code.ends_with(".stale_version")) return 412;
    if (error.code == "json.syntax") return 400;
    return answer_for(error.kind).http;
}

JsonObject problem(Error const& error) {
    std::vector<Fault> faults;
    if (!error.field.empty()) faults.push_back({error.field, error.message});
    return problem(status_of(error), error.code, error.message, faults);
}

JsonObject problem(int status, std::string_view code, std::string_view detail, std::vector<Fault> const& faults) {
    JsonObject out{{"type", "about:blank"},
                   {"title", net::reason_phrase(status)},
                   {"status", status},
                   {"detail", detail},
                   {"code", code}};
    JsonArray errors;
    for (auto const& fault : faults) errors.push_back(JsonObject{{"pointer", fault.pointer}, {"detail", fault.detail}});
    if (!errors.empty()) out["errors"] = std::move(errors);
    return out;
}

Schema problem_schema() {
    auto const fault =
        object({need("pointer", text(0).say("JSON pointer to the field of the body; \"?name\" for a query parameter.")),
                need("detail", text(0))});
    return object({need("type", text(0)), need("title", text(0)), need("status", integer(400, 599)),
                   need("detail", text(0).say("One sentence that tells what to do.")),
                   need("code", text(0).say("Stable name of the failure.").such_as("ticket.stale_version")),
                   may("errors", list(fault)),
                   may("since", list(reference("Article")).say("ticket.moved: what others have written meanwhile.")),
                   may("current", reference("Draft").say("draft.moved: what the draft is now."))})
        .say("A failure, as RFC 9457 describes.");
}

}  // namespace lotse::api
