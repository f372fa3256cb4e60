// SPDX-License-Identifier: Apache-2.0
#include "api/refusal.h"

#include "api/problem.h"
#include "api/show_log.h"
#include "desk/made.h"
#include "desk/reply.h"

namespace lotse::api {

Reply refusal_with(Error const& error, std::string_view name, Json value) {
    auto document = problem(error);
    document[name] = std::move(value);
    Reply out;
    out.status = status_of(error);
    out.content_type = "application/problem+json";
    out.bytes = to_string(document);
    return out;
}

Result<Reply> refusal_if_moved(Call const& call, Error const& error, domain::TicketId ticket, domain::ArticleId seen) {
    if (error.code != "ticket.moved") return error;
    TRY(auto const since, desk::written_since(call.desk(), call.principal(), ticket, seen));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& article : since) items.emplace_back(show(article, *setup));
    return refusal_with(error, "since", std::move(items));
}

}  // namespace lotse::api
