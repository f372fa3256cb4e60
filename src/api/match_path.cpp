// SPDX-License-Identifier: Apache-2.0
#include "api/match_path.h"

#include <algorithm>

#include "base/must.h"
#include "base/text.h"

namespace lotse::api {
namespace {

std::vector<std::string_view> segments(std::string_view path) {
    if (!path.starts_with('/')) return {std::string_view("\0", 1)};
    if (path == "/") return {};
    return split(path.substr(1), '/');
}

std::optional<std::int64_t> id_in(std::string_view segment) {
    bool const is_plain = !segment.empty() && segment.size() <= 18 && segment.front() != '0' &&
                          std::ranges::all_of(segment, [](char c) { return c >= '0' && c <= '9'; });
    return is_plain ? to_int(segment) : std::nullopt;
}

}  // namespace

RouteTable::RouteTable(std::vector<Group> const& groups) {
    for (auto const& group : groups) {
        for (auto const& route : group.routes) {
            auto* node = &root_;
            for (auto const segment : segments(route.path)) {
                bool const is_value = segment.starts_with('{') && segment.ends_with('}');
                auto& next = is_value ? node->number : node->words[std::string(segment)];
                if (!next) next = std::make_unique<Node>();
                if (is_value) {
                    std::string const name(segment.substr(1, segment.size() - 2));
                    must(node->number_name.empty() || node->number_name == name, "one name for one place of a path");
                    node->number_name = name;
                }
                node = next.get();
            }
            must(node->routes.emplace(name_of(route.verb), &route).second, "one operation for a verb and path");
        }
    }
}

Match RouteTable::find(std::string_view method, std::string_view path) const {
    Match out;
    auto const* node = &root_;
    for (auto const segment : segments(path)) {
        if (auto const word = node->words.find(segment); word != node->words.end()) {
            node = word->second.get();
        } else if (auto const id = id_in(segment); id && node->number) {
            out.path[node->number_name] = *id;
            node = node->number.get();
        } else {
            return {};
        }
    }
    for (auto const& [verb, route] : node->routes) {
        out.verbs.push_back(verb);
        if (verb == method) out.route = route;
    }
    return out;
}

}  // namespace lotse::api
