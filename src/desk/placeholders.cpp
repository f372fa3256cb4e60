// SPDX-License-Identifier: Apache-2.0
#include "desk/placeholders.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "domain/language_name.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kTextBytes = 64 * 1024;
constexpr std::size_t kMostLanguages = 30;

std::string first_name(std::string_view name) {
    name = trim(name);
    return std::string(name.substr(0, name.find(' ')));
}

// Calls text(piece) for what stands between placeholders and name(inside) for each; false where one does not end.
template <class OnText, class OnName>
bool walk(std::string_view text, OnText on_text, OnName on_name) {
    for (;;) {
        auto const begin = text.find("{{");
        on_text(text.substr(0, begin));
        if (begin == std::string_view::npos) return true;
        auto const end = text.find("}}", begin);
        if (end == std::string_view::npos) return false;
        on_name(trim(text.substr(begin + 2, end - begin - 2)));
        text.remove_prefix(end + 2);
    }
}

bool is_language(std::string_view code) {
    return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<Placeholder> const& placeholders() {
    static std::vector<Placeholder> const all{
        {"customer.name", "Anna Kowalska"},
        {"customer.first_name", "Anna"},
        {"customer.email", "anna@example.org"},
        {"ticket.id", "1234"},
        {"ticket.subject", "Printer on floor 2 is jammed"},
        {"agent.name", "Jan Nowak"},
        {"agent.first_name", "Jan"},
        {"queue.name", "Printing"},
        {"desk.name", "Hafen IT"},
    };
    return all;
}

Result<void> check_placeholders(std::string_view text, std::string const& field) {
    std::string unknown;
    bool const ends = walk(
        text, [](std::string_view) {},
        [&](std::string_view name) {
            if (std::ranges::find(placeholders(), name, &Placeholder::name) == placeholders().end() && unknown.empty())
                unknown = name;
        });
    if (!ends) return invalid("placeholder.unknown", "A placeholder begins with {{ and has no end }}.", field);
    if (unknown.empty()) return {};
    return invalid("placeholder.unknown",
                   fmt::format("There is no placeholder {{{{{}}}}}.", cut_utf8(to_valid_utf8(unknown), 60)), field);
}

PlaceholderValues placeholder_values(Setup const& setup, domain::Ticket const& ticket, domain::Customer const& customer,
                                     domain::Agent const* agent) {
    auto const* queue = setup.find_queue(ticket.queue);
    auto const name = agent != nullptr ? agent->name : setup.tenant.name;
    return {{"customer.name", customer.name},
            {"customer.first_name", first_name(customer.name)},
            {"customer.email", customer.email},
            {"ticket.id", std::to_string(ticket.id.value)},
            {"ticket.subject", ticket.subject},
            {"agent.name", name},
            {"agent.first_name", agent != nullptr ? first_name(name) : name},
            {"queue.name", queue != nullptr ? queue->name : setup.tenant.name},
            {"desk.name", setup.tenant.name}};
}

std::string fill_placeholders(std::string_view text, PlaceholderValues const& values) {
    std::string out;
    walk(
        text, [&](std::string_view piece) { out += piece; },
        [&](std::string_view name) {
            if (auto const found = values.find(name); found != values.end()) out += found->second;
        });
    return out;
}

Result<void> check_texts(domain::Texts const& texts, bool may_be_empty) {
    if (texts.empty() && !may_be_empty)
        return invalid("texts.empty", "Write the text in at least one language.", "/texts");
    if (texts.size() > kMostLanguages) return invalid("texts.too_many", "At most 30 languages.", "/texts");
    for (auto const& [language, text] : texts) {
        auto const field = fmt::format("/texts/{}", language);
        if (!is_language(language)) return invalid("texts.language", "A language is two letters, as in de.", field);
        if (trim(text).empty()) return invalid("text.empty", "There is no text.", field);
        if (text.size() > kTextBytes) return too_large("text.too_large", "A text has at most 64 KiB.", field);
        CHECK_OK(check_placeholders(text, field));
    }
    return {};
}

domain::Texts::value_type const* text_for(domain::Texts const& texts, Setup const& setup, std::string_view language) {
    for (auto const wanted : {language, std::string_view(setup.tenant.language), std::string_view("en")})
        for (auto const& entry : texts)
            if (!wanted.empty() && domain::is_same_language(entry.first, wanted)) return &entry;
    return texts.empty() ? nullptr : &*texts.begin();
}

}  // namespace lotse::desk
