// SPDX-License-Identifier: Apache-2.0
#include "desk/considered.h"

#include <cmath>

namespace lotse::desk {
namespace {

double short_number(double value) { return std::round(value * 1000) / 1000; }

}  // namespace

JsonArray considered_json(std::vector<routing::Considered> const& considered) {
    JsonArray out;
    for (auto const& one : considered) {
        JsonObject row{{"agent", one.agent.value},
                       {"load", one.relative_load},
                       {"verdict", one.verdict},
                       {"code", routing::name_of(one.code)}};
        if (!one.what.empty()) row["what"] = one.what;
        if (one.until) row["until"] = micros(*one.until);
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<routing::Considered> considered_in(JsonArray const& stored) {
    std::vector<routing::Considered> out;
    for (auto const& item : stored) {
        if (!item.is_object()) continue;
        auto const& row = item.get_object();
        routing::Considered one;
        one.agent = domain::AgentId{int_at(row, "agent")};
        if (auto const* load = row.if_contains("load"); load && load->is_number())
            one.relative_load = load->to_number<double>();
        one.verdict = text_at(row, "verdict");
        one.code = routing::find_verdict(text_at(row, "code"), one.verdict);
        one.what = text_at(row, "what");
        if (row.contains("until")) one.until = instant(int_at(row, "until"));
        out.push_back(std::move(one));
    }
    return out;
}

JsonArray weighed_json(std::vector<routing::WeighedTicket> const& weighed) {
    JsonArray out;
    for (auto const& one : weighed)
        out.push_back(JsonObject{{"ticket", one.ticket.ticket.value},
                                 {"index", short_number(one.terms.index())},
                                 {"weight", one.terms.weight},
                                 {"urgency", short_number(one.terms.urgency)},
                                 {"speed", short_number(one.terms.speed)},
                                 {"affinity", one.terms.affinity},
                                 {"scarcity", short_number(one.terms.scarcity)},
                                 {"used", one.used_percent}});
    return out;
}

}  // namespace lotse::desk
