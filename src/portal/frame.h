// SPDX-License-Identifier: Apache-2.0
// What all pages share: the document around them, the brand, the navigation, and the pieces of forms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/http.h"
#include "portal/html.h"
#include "portal/visit.h"

namespace lotse::portal {

// A whole page. `title` is that of the window and, unless the content brings its own, the heading.
net::Response page(Visit const& visit, std::string_view title, Html const& content, int status = 200);
// Heading and one paragraph; for what is missing, used up, too quick.
net::Response plain_page(Visit const& visit, std::string_view title, std::string_view lead, int status);
net::Response missing_page(Visit const& visit);
net::Response redirect(std::string_view path);  // 303: the browser asks for it by GET

// A form that sends to `action` by POST, with the token inside.
Html form(Visit const& visit, std::string_view action, std::vector<Html> const& content, bool has_files = false);

struct FieldText {
    std::string name;
    std::string label;
    std::string value;
    std::string hint;
    std::string fault;  // shown with the field and tied to it; "" = none
    std::string type = "text";
    std::string autocomplete;
    bool is_required = true;
    int max_length = 300;
};
Html input_field(FieldText const& field);
Html area_field(FieldText const& field);
Html files_field(Visit const& visit, std::string const& fault);
// What is wrong with a message that the desk does not take, in the customer's words.
std::string words_of_fault(Visit const& visit, Error const& error);
Html hidden(std::string_view name, std::string_view value);
Html submit(std::string_view label, std::string_view look = "primary");

}  // namespace lotse::portal
