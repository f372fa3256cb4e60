// SPDX-License-Identifier: Apache-2.0
#include "api/facet_filter.h"

#include "desk/find_facets.h"
#include "desk/made.h"

namespace lotse::api {

std::vector<Property> facet_filters() {
    return {may("tag", list(line(50, 1), 5).say("By name; all of these.")),
            may("field", list(line(300, 3), 5)
                             .say("A custom field's key, a colon and the value: office:Berlin. In a tree also what "
                                  "stands below it. All of these."))};
}

Result<std::vector<std::string>> facets_in(Call const& call) {
    Fields const fields(call.query);
    std::vector<std::string> tags;
    std::vector<std::string> values;
    fields.take("tag", tags);
    fields.take("field", values);
    if (tags.empty() && values.empty()) return std::vector<std::string>{};
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    return desk::find_facets(*setup, tags, values);
}

}  // namespace lotse::api
