// SPDX-License-Identifier: Apache-2.0
#include "app/demo/scripts.h"

#include <fmt/format.h>

#include <array>

#include "base/json.h"
#include "base/text.h"

namespace lotse::embedded {
std::string_view demo_texts_en_jsonl();
std::string_view demo_texts_de_jsonl();
std::string_view demo_texts_pl_jsonl();
std::string_view demo_texts_alerts_jsonl();
std::string_view demo_texts_outage_jsonl();
}  // namespace lotse::embedded

namespace lotse::app {
namespace {

Result<Script> script_of(JsonObject const& object, std::string_view language) {
    Script out;
    out.id = text_at(object, "id");
    out.language = language;
    out.category = text_at(object, "category");
    auto const type = domain::find_enum<domain::TicketType>(text_at(object, "type"));
    if (!type || out.category.empty())
        return invalid("demo.script", fmt::format("Demo script {} lacks a known type or a category.", out.id));
    out.type = *type;
    for (auto const& style : array_at(object, "style"))
        if (style.is_string() && style.get_string() == "phone_note") out.is_phone_note = true;
    out.becomes = domain::find_enum<domain::TicketType>(text_at(object, "becomes"));
    out.subject = text_at(object, "subject");
    out.body = text_at(object, "body");
    out.first_reply = text_at(object, "first_reply");
    out.customer_followup = text_at(object, "customer_followup");
    out.resolution = text_at(object, "resolution");
    out.note = text_at(object, "note");
    return out;
}

// The language is that of the file, or stands in each line.
Result<void> read_file(std::string_view text, std::string_view language, std::vector<Script>& out) {
    for (auto const line : split(text, '\n')) {
        if (trim(line).empty()) continue;
        TRY(auto const value, parse_json(line));
        auto const object = value.is_object() ? value.get_object() : JsonObject{};
        TRY(auto script, script_of(object, language.empty() ? text_at(object, "language") : language));
        out.push_back(std::move(script));
    }
    return {};
}

}  // namespace

Result<std::vector<Script>> read_alerts() {
    std::vector<Script> out;
    CHECK_OK(read_file(embedded::demo_texts_alerts_jsonl(), {}, out));
    return out;
}

Result<std::vector<Script>> read_outage() {
    std::vector<Script> out;
    CHECK_OK(read_file(embedded::demo_texts_outage_jsonl(), {}, out));
    return out;
}

Result<std::vector<Script>> read_scripts() {
    std::array<std::pair<std::string_view, std::string_view>, 3> const files{{
        {"en", embedded::demo_texts_en_jsonl()},
        {"de", embedded::demo_texts_de_jsonl()},
        {"pl", embedded::demo_texts_pl_jsonl()},
    }};
    std::vector<Script> out;
    for (auto const& [language, text] : files) CHECK_OK(read_file(text, language, out));
    return out;
}

std::string fill(std::string text, std::map<std::string, std::string> const& values) {
    for (auto const& [key, value] : values) text = replace_all(std::move(text), "{" + key + "}", value);
    return text;
}

}  // namespace lotse::app
