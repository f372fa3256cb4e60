// SPDX-License-Identifier: Apache-2.0
#include "portal/frame.h"

#include <fmt/format.h>

namespace lotse::portal {
namespace {

Html link(std::string_view path, std::string_view label, bool is_here) {
    HtmlAttributes attributes{{"href", std::string(path)}};
    if (is_here) attributes.push_back({"aria-current", "page"});
    return element("a", attributes, label);
}

Html navigation(Visit const& visit) {
    std::vector<Html> links;
    auto const add = [&](std::string_view path, std::string_view key) {
        links.push_back(element("li", {}, {link(path, visit.say(key), visit.request.path == path)}));
    };
    if (visit.may_write()) add("/help/new", "nav_new");
    if (visit.customer) {
        add("/help/tickets", "nav_mine");
        add("/help/settings", "nav_settings");
        links.push_back(
            element("li", {}, {form(visit, "/help/sign-out", {submit(visit.say("nav_sign_out"), "quiet")})}));
    } else {
        add("/help/sign-in", "nav_sign_in");
    }
    return element("nav", {{"aria-label", visit.say("nav_label")}}, {element("ul", {}, links)});
}

Html brand(Visit const& visit) {
    std::vector<Html> inside;
    if (!visit.portal.logo_mark.empty())
        inside.push_back(void_element("img", {{"src", "/help/logo?v=" + visit.portal.logo_mark}, {"alt", ""}}));
    inside.push_back(element("span", {}, visit.name()));
    return element("a", {{"class", "brand"}, {"href", "/help"}}, inside);
}

// Each language names itself, whatever the page speaks.
Html languages(Visit const& visit) {
    constexpr std::array<std::string_view, 3> kNames{"English", "Deutsch", "Polski"};
    std::vector<Html> buttons;
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        HtmlAttributes attributes{{"type", "submit"},
                                  {"name", "language"},
                                  {"value", std::string(kLanguages[i])},
                                  {"lang", std::string(kLanguages[i])},
                                  {"class", "quiet"}};
        if (visit.texts.language() == kLanguages[i]) attributes.push_back({"aria-pressed", "true"});
        buttons.push_back(element("button", attributes, kNames[i]));
    }
    buttons.push_back(hidden("back", visit.request.method == "GET" ? visit.request.path : std::string("/help")));
    return element("footer", {},
                   {element("div", {{"role", "group"}, {"aria-label", visit.say("language_label")}},
                            {form(visit, "/help/language", buttons)})});
}

Html head(Visit const& visit, std::string_view title) {
    auto const named = fmt::format("{} · {}", title, visit.name());
    std::vector<Html> parts{
        void_element("meta", {{"charset", "utf-8"}}),
        void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
        void_element("meta", {{"name", "robots"}, {"content", "noindex"}}),
        element("title", {}, named),
        void_element("link", {{"rel", "stylesheet"}, {"href", "/help/help.css"}}),
    };
    if (!visit.portal.color.empty())
        parts.push_back(void_element(
            "link", {{"rel", "stylesheet"}, {"href", "/help/brand.css?v=" + visit.portal.color.substr(1)}}));
    return element("head", {}, parts);
}

HtmlAttributes described(FieldText const& field, HtmlAttributes attributes) {
    std::string by;
    if (!field.hint.empty()) by = field.name + "-hint";
    if (!field.fault.empty()) by += (by.empty() ? "" : " ") + field.name + "-fault";
    if (!by.empty()) attributes.push_back({"aria-describedby", by});
    if (!field.fault.empty()) attributes.push_back({"aria-invalid", "true"});
    if (field.is_required) attributes.push_back({"required", ""});
    return attributes;
}

Html field_around(FieldText const& field, Html const& control) {
    std::vector<Html> parts{element("label", {{"for", field.name}}, field.label)};
    if (!field.hint.empty())
        parts.push_back(element("p", {{"class", "hint"}, {"id", field.name + "-hint"}}, field.hint));
    if (!field.fault.empty())
        parts.push_back(element("p", {{"class", "fault"}, {"id", field.name + "-fault"}}, field.fault));
    parts.push_back(control);
    return element("div", {{"class", "field"}}, parts);
}

}  // namespace

net::Response page(Visit const& visit, std::string_view title, Html const& content, int status) {
    auto const body =
        element("body", {},
                {element("a", {{"class", "skip"}, {"href", "#content"}}, visit.say("skip")),
                 element("header", {}, {element("div", {{"class", "bar"}}, {brand(visit), navigation(visit)})}),
                 element("main", {{"id", "content"}, {"tabindex", "-1"}}, {element("h1", {}, title), content}),
                 languages(visit)});
    net::Response out;
    out.status = status;
    out.content_type = "text/html; charset=utf-8";
    out.body = document(visit.texts.language(), head(visit, title), body);
    out.headers.set("Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
                    "frame-ancestors 'none'; require-trusted-types-for 'script'");
    // With "no-referrer" a browser would hide from us that its own form came from here (Origin: null).
    out.headers.set("Referrer-Policy", "same-origin");
    out.headers.set("Vary", "Cookie, Accept-Language");
    if (visit.is_new_browser) out.headers.add("Set-Cookie", visit_cookie(visit.request, visit.visit_key));
    return out;
}

net::Response plain_page(Visit const& visit, std::string_view title, std::string_view lead, int status) {
    return page(visit, title,
                join({element("p", {{"class", "lead"}}, lead),
                      element("p", {}, {element("a", {{"href", "/help"}}, visit.say("back_home"))})}),
                status);
}

net::Response missing_page(Visit const& visit) {
    return plain_page(visit, visit.say("missing_title"), visit.say("missing_lead"), 404);
}

net::Response redirect(std::string_view path) {
    net::Response out;
    out.status = 303;
    out.content_type = "text/plain";
    out.headers.set("Location", std::string(path));
    return out;
}

Html form(Visit const& visit, std::string_view action, std::vector<Html> const& content, bool has_files) {
    HtmlAttributes attributes{{"method", "post"}, {"action", std::string(action)}};
    if (has_files) attributes.push_back({"enctype", "multipart/form-data"});
    auto all = content;
    all.push_back(hidden("form", visit.form_token()));
    return element("form", attributes, all);
}

Html input_field(FieldText const& field) {
    auto attributes = described(field, {{"id", field.name},
                                        {"name", field.name},
                                        {"type", field.type},
                                        {"value", field.value},
                                        {"maxlength", std::to_string(field.max_length)}});
    if (!field.autocomplete.empty()) attributes.push_back({"autocomplete", field.autocomplete});
    return field_around(field, void_element("input", attributes));
}

Html area_field(FieldText const& field) {
    auto const attributes = described(field, {{"id", field.name}, {"name", field.name}, {"rows", "8"}});
    // A browser drops one line break at the very beginning.
    return field_around(field, element("textarea", attributes, "\n" + field.value));
}

Html files_field(Visit const& visit, std::string const& fault) {
    FieldText field;
    field.name = "files";
    field.label = visit.say("field_files");
    field.hint = visit.say("field_files_hint");
    field.fault = fault;
    field.is_required = false;
    auto const attributes = described(field, {{"id", "files"}, {"name", "files"}, {"type", "file"}, {"multiple", ""}});
    return field_around(field, void_element("input", attributes));
}

std::string words_of_fault(Visit const& visit, Error const& error) {
    if (error.code == "help.program") return visit.say("error_program");
    if (error.kind == Kind::too_large) return visit.say("error_size");
    if (error.code == "help.subject") return visit.say("error_subject");
    if (error.code == "address.format") return visit.say("error_email");
    return visit.say("error_text");
}

Html hidden(std::string_view name, std::string_view value) {
    return void_element("input", {{"type", "hidden"}, {"name", std::string(name)}, {"value", std::string(value)}});
}

Html submit(std::string_view label, std::string_view look) {
    return element("button", {{"type", "submit"}, {"class", std::string(look)}}, label);
}

}  // namespace lotse::portal
