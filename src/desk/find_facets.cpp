// SPDX-License-Identifier: Apache-2.0
#include "desk/find_facets.h"

#include <fmt/format.h>

#include "store/ticket_facets.h"

namespace lotse::desk {

Result<std::vector<std::string>> find_facets(Setup const& setup, std::vector<std::string> const& tags,
                                             std::vector<std::string> const& values) {
    std::vector<std::string> out;
    for (auto const& name : tags) {
        auto const* tag = setup.find_tag(name);
        if (tag == nullptr) return invalid("tag.missing", fmt::format("There is no tag '{}'.", name), "?tag");
        out.push_back(store::tag_facet(tag->id));
    }
    for (std::string_view const one : values) {
        auto const colon = one.find(':');
        if (colon == std::string_view::npos)
            return invalid("field.filter", "Write a field's key, a colon and the value.", "?field");
        auto const* field = setup.find_field(one.substr(0, colon));
        if (field == nullptr) return invalid("field.missing", "There is no such field.", "?field");
        out.push_back(store::field_facet(field->id, one.substr(colon + 1)));
    }
    return out;
}

}  // namespace lotse::desk
