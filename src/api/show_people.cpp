// SPDX-License-Identifier: Apache-2.0
#include "api/show_people.h"

#include "api/show.h"

namespace lotse::api {

JsonObject show(domain::Customer const& customer) {
    return {{"id", customer.id.value},
            {"version", customer.version},
            {"name", customer.name},
            {"email", text_or_null(customer.email)},
            {"phone", text_or_null(customer.phone)},
            {"language", text_or_null(customer.language)},
            {"time_zone", text_or_null(customer.time_zone)},
            {"organization", id_or_null(customer.organization)},
            {"created_at", show(customer.created_at)}};
}

JsonObject show(domain::Organization const& organization) {
    return {{"id", organization.id.value},
            {"version", organization.version},
            {"name", organization.name},
            {"domains", show(organization.domains)},
            {"queue", id_or_null(organization.queue)},
            {"policy", id_or_null(organization.policy)},
            {"is_vip", organization.is_vip},
            {"created_at", show(organization.created_at)}};
}

}  // namespace lotse::api
