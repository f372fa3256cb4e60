// SPDX-License-Identifier: Apache-2.0
#include "api/reference_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "api/example.h"
#include "api/routes.h"
#include "base/must.h"
#include "base/text.h"

namespace lotse::api {
namespace {

// Words for a shape: "text, at most 200", "one of: low, normal", "list of Article".
std::string type_words(Schema const& schema) {
    std::string out;
    switch (schema.shape) {
        case Shape::anything: out = "any value"; break;
        case Shape::text:
            if (!schema.choices.empty()) {
                out = fmt::format("one of <code>{}</code>", fmt::join(schema.choices, "</code> <code>"));
            } else if (schema.format == "date-time") {
                out = "time";
            } else {
                out = schema.most > 0 ? fmt::format("text, at most {}", schema.most) : "text";
            }
            break;
        case Shape::integer: {
            bool const is_range = schema.minimum && schema.maximum && *schema.maximum < 1'000'000'000;
            out = is_range ? fmt::format("whole number, {} to {}", *schema.minimum, *schema.maximum) : "whole number";
            break;
        }
        case Shape::number: out = "number"; break;
        case Shape::boolean: out = "true or false"; break;
        case Shape::list: out = "list of " + type_words(schema.inner.front()); break;
        case Shape::map: out = "object of " + type_words(schema.inner.front()); break;
        case Shape::object: out = "object"; break;
        case Shape::reference: out = fmt::format("<a href=\"#schema-{}\">{}</a>", schema.name, schema.name); break;
        case Shape::either: {
            std::vector<std::string> words;
            for (auto const& alternative : schema.inner) words.push_back(type_words(alternative));
            out = join(words, " or ");
            break;
        }
    }
    return schema.is_nullable ? out + ", or null" : out;
}

void write_property(Property const& property, std::string const& prefix, std::string& out) {
    auto const name = prefix + property.name;
    out += fmt::format("<tr><th scope=\"row\"><code>{}</code>{}</th><td>{}{}</td></tr>\n", html_escape(name),
                       property.is_required ? "" : " <small>optional</small>", type_words(property.schema),
                       property.schema.about.empty() ? "" : "<br>" + html_escape(property.schema.about));
    auto const* inner = &property.schema;
    std::string mark = ".";
    if (inner->shape == Shape::list) {
        inner = &inner->inner.front();
        mark = "[].";
    }
    if (inner->shape != Shape::object) return;
    for (auto const& field : inner->properties) write_property(field, name + mark, out);
}

void write_table(std::string_view title, std::vector<Property> const& properties, std::string& out) {
    if (properties.empty()) return;
    out += fmt::format("<table><caption>{}</caption><tbody>\n", title);
    for (auto const& property : properties) write_property(property, "", out);
    out += "</tbody></table>\n";
}

// Single quotes hold everything in a shell but themselves.
std::string shell_quoted(std::string_view text) { return "'" + replace_all(std::string(text), "'", "'\\''") + "'"; }

std::string curl_line(Route const& route) {
    std::string path;
    for (auto const segment : split(route.path.substr(1), '/'))
        path += segment.starts_with('{') ? "/1" : "/" + std::string(segment);
    char separator = '?';
    for (auto const& property : route.query) {
        if (!property.is_required) continue;
        path += fmt::format("{}{}=60", separator, property.name);
        separator = '&';
    }
    std::string out = "curl";
    if (route.verb != Verb::get && route.verb != Verb::post) out += fmt::format(" -X {}", name_of(route.verb));
    if (route.verb == Verb::post && route.body.empty()) out += " -X POST";
    if (!route.access.is_open()) out += " -H \"Authorization: Bearer $TOKEN\"";
    if (!route.body.empty())
        out += fmt::format(" \\\n  -H 'Content-Type: application/json' -d {}",
                           shell_quoted(to_string(example_of(all_schemas(), reference(route.body)))));
    return out + fmt::format(" \\\n  \"$LOTSE{}\"", path);
}

std::string answer_words(Answering const& answer) {
    std::string out = fmt::format("Answers <code>{}</code>", answer.status);
    if (!answer.schema.empty()) out += fmt::format(" with <a href=\"#schema-{0}\">{0}</a>", answer.schema);
    if (!answer.content_type.empty())
        out += fmt::format("{} <code>{}</code>: {}", answer.schema.empty() ? " with" : ", or",
                           html_escape(answer.content_type), html_escape(answer.about));
    return out + (out.ends_with('.') ? "" : ".");
}

void write_route(Route const& route, std::string& out) {
    auto const verb = name_of(route.verb);
    out += fmt::format(
        "<article id=\"{}\">\n<h3><span class=\"verb {}\">{}</span> <code>{}</code></h3>\n<p><strong>{}.</strong> "
        "{}</p>\n",
        route.operation, to_lower_ascii(verb), verb, replace_all(html_escape(route.path), "/", "/<wbr>"),
        html_escape(route.summary), html_escape(route.more));
    out += fmt::format("<p class=\"needs\">Permission: <code>{}</code>{}{}{}</p>\n", route.access.name(),
                       route.access.allows_own_record() ? ", or the record is your own" : "",
                       route.is_versioned && route.verb != Verb::get ? " · takes <code>If-Match</code>" : "",
                       route.is_once ? " · takes <code>Idempotency-Key</code>" : "");
    write_table("Query", route.query, out);
    if (!route.body.empty()) {
        auto const found = all_schemas().find(route.body);
        must(found != all_schemas().end(), "a schema that exists");
        write_table(fmt::format("Body: {}", route.body), found->second.properties, out);
    }
    out += fmt::format("<p>{}</p>\n", answer_words(route.answer));
    if (route.samples.empty())
        out += fmt::format("<pre tabindex=\"0\"><code>{}</code></pre>\n", html_escape(curl_line(route)));
    for (auto const& [language, text] : route.samples)
        out += fmt::format("<h4>{}</h4>\n<pre tabindex=\"0\"><code>{}</code></pre>\n", html_escape(language),
                           html_escape(trim(text)));
    out += "</article>\n";
}

// Groups that share a tag are one chapter.
std::vector<std::string_view> chapters() {
    std::vector<std::string_view> out;
    for (auto const& group : all_groups())
        if (std::ranges::find(out, group.tag) == out.end()) out.push_back(group.tag);
    return out;
}

void write_contents(std::string& out) {
    out += "<nav aria-label=\"Operations\"><ul>\n";
    for (auto const tag : chapters()) {
        out += fmt::format("<li><a href=\"#tag-{0}\">{0}</a><ul>\n", tag);
        for (auto const& group : all_groups())
            if (group.tag == tag)
                for (auto const& route : group.routes)
                    out +=
                        fmt::format("<li><a href=\"#{}\">{}</a></li>\n", route.operation, html_escape(route.summary));
        out += "</ul></li>\n";
    }
    out += "<li><a href=\"#schemas\">Schemas</a></li>\n</ul></nav>\n";
}

void write_chapters(std::string& out) {
    for (auto const tag : chapters()) {
        bool is_first = true;
        out += fmt::format("<section id=\"tag-{0}\"><h2>{0}</h2>\n", tag);
        for (auto const& group : all_groups()) {
            if (group.tag != tag) continue;
            if (is_first) out += fmt::format("<p>{}</p>\n", html_escape(group.about));
            is_first = false;
            for (auto const& route : group.routes) write_route(route, out);
        }
        out += "</section>\n";
    }
}

void write_schemas(std::string& out) {
    out += "<section id=\"schemas\"><h2>Schemas</h2>\n";
    for (auto const& [name, schema] : all_schemas()) {
        out += fmt::format("<article id=\"schema-{0}\"><h3>{0}</h3>\n", name);
        if (!schema.about.empty()) out += fmt::format("<p>{}</p>\n", html_escape(schema.about));
        if (schema.shape == Shape::object) {
            write_table("Fields", schema.properties, out);
        } else {
            out += fmt::format("<p>{}</p>\n", type_words(schema));
        }
        out += "</article>\n";
    }
    out += "</section>\n";
}

constexpr std::string_view kHead = R"html(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lotse API</title>
<link rel="stylesheet" href="/api/style.css">
</head>
<body>
<header><h1>Lotse API</h1>
<p>Everything that Lotse can do, over HTTP. Programs read <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
</header>
<main>
<section id="start"><h2>Start</h2>
<p>Make a token on the machine that runs Lotse, then open a ticket:</p>
<pre tabindex="0"><code>export LOTSE=http://127.0.0.1:8080
export TOKEN=$(lotse token create --data DIR --scopes admin --json | sed 's/.*"token": *"\([^"]*\)".*/\1/')
curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"subject": "Printer jammed", "customer": {"email": "anna@example.org"}}' "$LOTSE/api/v1/tickets"</code></pre>
<ul>
<li>Lists come in pages: <code>{"items": [...], "next": URL or null}</code>. Follow <code>next</code> until it is null.</li>
<li>Failures are problem documents (RFC 9457): <code>code</code> is stable, <code>detail</code> is a sentence, <code>errors</code> names the fields at fault by JSON pointer. A field that an operation does not know is a fault.</li>
<li>What is absent and what belongs to another desk both answer 404.</li>
<li><code>Idempotency-Key</code>: the same key with the same body has its effect once, within 48 hours.</li>
<li><code>If-Match</code> with the <code>ETag</code> that you read: 412 if somebody was quicker.</li>
<li>429 and 503 say in <code>Retry-After</code> how many seconds to wait.</li>
</ul></section>
)html";

}  // namespace

std::string reference_page() {
    std::string out(kHead);
    write_contents(out);
    write_chapters(out);
    write_schemas(out);
    out += "</main>\n</body>\n</html>\n";
    return out;
}

}  // namespace lotse::api
