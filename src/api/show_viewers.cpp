// SPDX-License-Identifier: Apache-2.0
#include "api/show_viewers.h"

namespace lotse::api {

JsonArray show(std::vector<Viewer> const& viewers, desk::Setup const& setup) {
    JsonArray out;
    for (auto const& viewer : viewers)
        out.push_back(JsonObject{
            {"agent", show_agent_name(setup, viewer.agent)}, {"state", viewer.state}, {"since", show(viewer.since)}});
    return out;
}

Schema viewer_schema() {
    return object({need("agent", reference("Named").or_null()), need("state", one_of({"viewing", "replying"})),
                   need("since", instant())});
}

}  // namespace lotse::api
