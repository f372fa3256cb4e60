// SPDX-License-Identifier: Apache-2.0
// Customers and their organizations.
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_people.h"
#include "desk/people.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema customer_input() {
    return object({need("name", line(200, 1).such_as("Anna Kowalska")),
                   may("email", line(254).or_null().such_as("anna@example.org")), may("phone", line(50).or_null()),
                   may("language", language().or_null()), may("time_zone", line(64).or_null().such_as("Europe/Warsaw")),
                   may("organization", id().or_null().say("Left out, the e-mail domain decides."))});
}

Schema customer_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("email", text(0).or_null()),
                   need("phone", text(0).or_null()), need("language", language().or_null()),
                   need("time_zone", text(0).or_null()), need("organization", id().or_null()),
                   need("created_at", instant())});
}

// As a list shows one: with the name that belongs to the number.
Schema listed_customer_schema() {
    auto out = customer_schema();
    out.properties.push_back(need("organization_name", text(0).or_null()));
    return out;
}

Schema organization_input() {
    return object({need("name", line(200, 1).such_as("Example Ltd")),
                   may("domains", list(line(253, 1), 100)
                                      .such_as(JsonArray{"example.org"})
                                      .say("Customers with such an address belong to it.")),
                   may("queue", id().or_null().say("Its tickets go here first.")),
                   may("policy", id().or_null().say("Its own targets.")), may("is_vip", boolean())});
}

Schema organization_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("domains", list(text(0))),
                   need("queue", id().or_null()), need("policy", id().or_null()), need("is_vip", boolean()),
                   need("created_at", instant())});
}

desk::CustomerFields customer_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::CustomerFields out;
    fields.take("name", out.name);
    fields.take("email", out.email);
    fields.take("phone", out.phone);
    fields.take("language", out.language);
    fields.take("time_zone", out.time_zone);
    fields.take("organization", out.organization);
    return out;
}

desk::OrganizationFields organization_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::OrganizationFields out;
    fields.take("name", out.name);
    fields.take("domains", out.domains);
    fields.take("queue", out.queue);
    fields.take("policy", out.policy);
    fields.take("is_vip", out.is_vip);
    return out;
}

Result<Reply> list_customers(Call& call) {
    TRY(auto page, desk::list_customers(call.desk(), call.scope(), text_at(call.query, "text"), page_after(call),
                                        page_limit(call)));
    TRY(auto const names, desk::organization_names(call.desk(), call.scope(), page.items));
    JsonArray items;
    for (auto const& customer : page.items) {
        auto item = show(customer);
        auto const name = names.find(customer.organization.value);
        item["organization_name"] = name == names.end() ? Json(nullptr) : Json(name->second);
        items.emplace_back(std::move(item));
    }
    return page_reply(call, std::move(items), page.next);
}

Result<Reply> create_customer(Call& call) {
    TRY(auto made, desk::make_customer(call.desk(), call.principal(), customer_fields(call.body), call.key()));
    return made_reply(call, show(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_customer(Call& call) {
    TRY(auto customer, desk::get_customer(call.desk(), call.scope(), call.id<domain::CustomerId>("customer")));
    return versioned_reply(show(customer), customer.version);
}

Result<Reply> patch_customer(Call& call) {
    TRY(auto customer, desk::change_customer(call.desk(), call.principal(), call.id<domain::CustomerId>("customer"),
                                             call.expected_version, customer_fields(call.body)));
    return versioned_reply(show(customer), customer.version);
}

Result<Reply> list_organizations(Call& call) {
    TRY(auto page, desk::list_organizations(call.desk(), call.scope(), page_after(call), page_limit(call)));
    JsonArray items;
    for (auto const& organization : page.items) items.emplace_back(show(organization));
    return page_reply(call, std::move(items), page.next);
}

Result<Reply> create_organization(Call& call) {
    TRY(auto made, desk::make_organization(call.desk(), call.principal(), organization_fields(call.body), call.key()));
    return made_reply(call, show(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_organization(Call& call) {
    TRY(auto organization,
        desk::get_organization(call.desk(), call.scope(), call.id<domain::OrganizationId>("organization")));
    return versioned_reply(show(organization), organization.version);
}

Result<Reply> patch_organization(Call& call) {
    TRY(auto organization,
        desk::change_organization(call.desk(), call.principal(), call.id<domain::OrganizationId>("organization"),
                                  call.expected_version, organization_fields(call.body)));
    return versioned_reply(show(organization), organization.version);
}

std::vector<Route> customer_routes() {
    return {
        Route(Verb::get, "/api/v1/customers", "list_customers", Permission::customers_read, list_customers)
            .says("List customers")
            .asks(paged({may("text", line(200).say("Beginnings of words of a name, an address or a phone number, as "
                                                   "in search. By name, at most `limit`, without a next page."))}))
            .answers(200, "CustomerPage"),
        Route(Verb::post, "/api/v1/customers", "create_customer", Permission::customers_write, create_customer)
            .says("Add a customer")
            .takes("NewCustomer")
            .answers(201, "Customer")
            .once(),
        Route(Verb::get, "/api/v1/customers/{customer}", "get_customer", Permission::customers_read, get_customer)
            .says("Read a customer")
            .answers(200, "Customer")
            .versioned(),
        Route(Verb::patch, "/api/v1/customers/{customer}", "patch_customer", Permission::customers_write,
              patch_customer)
            .says("Change a customer")
            .takes("CustomerPatch")
            .answers(200, "Customer")
            .versioned(),
    };
}

std::vector<Route> organization_routes() {
    return {
        Route(Verb::get, "/api/v1/organizations", "list_organizations", Permission::customers_read, list_organizations)
            .says("List organizations")
            .asks(paged())
            .answers(200, "OrganizationPage"),
        Route(Verb::post, "/api/v1/organizations", "create_organization", Permission::customers_write,
              create_organization)
            .says("Add an organization")
            .takes("NewOrganization")
            .answers(201, "Organization")
            .once(),
        Route(Verb::get, "/api/v1/organizations/{organization}", "get_organization", Permission::customers_read,
              get_organization)
            .says("Read an organization")
            .answers(200, "Organization")
            .versioned(),
        Route(Verb::patch, "/api/v1/organizations/{organization}", "patch_organization", Permission::customers_write,
              patch_organization)
            .says("Change an organization")
            .takes("OrganizationPatch")
            .answers(200, "Organization")
            .versioned(),
    };
}

}  // namespace

Group customers_group() {
    return {"Customers",
            "Who asks.",
            customer_routes(),
            {{"NewCustomer", customer_input()},
             {"CustomerPatch", partial(customer_input())},
             {"Customer", customer_schema()},
             {"ListedCustomer", listed_customer_schema()},
             {"CustomerPage", page_of("ListedCustomer")}}};
}

Group organizations_group() {
    return {"Organizations",
            "Firms that customers belong to, by their e-mail domains.",
            organization_routes(),
            {{"NewOrganization", organization_input()},
             {"OrganizationPatch", partial(organization_input())},
             {"Organization", organization_schema()},
             {"OrganizationPage", page_of("Organization")}}};
}

}  // namespace lotse::api
