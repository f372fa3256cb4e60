// SPDX-License-Identifier: Apache-2.0
// Which route a path belongs to. Pure; the table is compiled once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/route.h"

namespace lotse::api {

struct Match {
    Route const* route = nullptr;        // null: nothing with this path, or not with this verb
    JsonObject path;                     // {"ticket": 7}
    std::vector<std::string_view> verbs;  // that the path knows; for Allow
};

// Points into the routes; they outlive it.
class RouteTable {
  public:
    explicit RouteTable(std::vector<Group> const& groups);
    // Ids in a path are plain decimal numbers from 1; any other text there is no path of ours.
    Match find(std::string_view method, std::string_view path) const;

  private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
        std::unique_ptr<Node> number;
        std::string number_name;
        std::map<std::string_view, Route const*> routes;
    };
    Node root_;
};

}  // namespace lotse::api
