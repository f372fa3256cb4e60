// SPDX-License-Identifier: Apache-2.0
#include "api/category_choice.h"

#include "desk/made.h"

namespace lotse::api {

Schema category_choice() { return either({line(100, 1), id()}).say("Its key or its id."); }

Result<domain::CategoryId> chosen_category(Call const& call) {
    auto const* value = call.body.if_contains("category");
    if (value == nullptr || value->is_null()) return domain::CategoryId{};
    if (value->is_number()) return domain::CategoryId{int_at(call.body, "category")};
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    auto const* found = setup->find_category(Fields::text_of(*value));
    if (found == nullptr) return invalid("category.missing", "There is no such category.", "/category");
    return found->id;
}

}  // namespace lotse::api
