// SPDX-License-Identifier: Apache-2.0
#include "api/show_teamwork.h"

#include "api/show.h"

namespace lotse::api {

JsonObject show(desk::MentionItem const& item, desk::Setup const& setup) {
    return {{"id", item.mention.id.value},
            {"ticket", JsonObject{{"id", item.mention.ticket.value}, {"subject", item.subject}}},
            {"article", item.mention.article.value},
            {"by", show_agent_name(setup, item.mention.by)},
            {"excerpt", item.excerpt},
            {"at", show(item.mention.at)},
            {"read_at", show(item.mention.read_at)}};
}

JsonObject show(domain::ChecklistItem const& item, desk::Setup const& setup) {
    return {{"id", item.id.value},
            {"position", item.position},
            {"text", item.text},
            {"is_done", item.done_at.has_value()},
            {"done_by", show_agent_name(setup, item.done_by)},
            {"done_at", show(item.done_at)}};
}

JsonObject show(domain::TimeEntry const& entry, desk::Setup const& setup) {
    return {{"id", entry.id.value},
            {"minutes", entry.minutes},
            {"activity", entry.activity},
            {"note", entry.note},
            {"agent", show_agent_name(setup, entry.agent)},
            {"at", show(entry.at)}};
}

Schemas teamwork_schemas() {
    return {
        {"Mention", object({need("id", id()), need("ticket", object({need("id", id()), need("subject", text(0))})),
                            need("article", id()), need("by", reference("Named").or_null()), need("excerpt", text(0)),
                            need("at", instant()), need("read_at", instant().or_null())})},
        {"MentionPage", page_of("Mention")},
        {"MentionReading", object({need("up_to", id())})},
        {"Snooze", object({need("until", instant())})},
        {"Reversal", object({need("event", id()), need("changes", list(reference("Change"))), need("version", id())})},
        {"ChecklistItem",
         object({need("id", id()), need("position", integer(INT64_MIN, INT64_MAX).say("Smallest first.")),
                 need("text", text(0)), need("is_done", boolean()), need("done_by", reference("Named").or_null()),
                 need("done_at", instant().or_null())})},
        {"ChecklistPage", page_of("ChecklistItem")},
        {"NewChecklistItem", object({need("text", line(500, 1).such_as("Order the spare part"))})},
        {"ChecklistItemPatch",
         object({may("text", line(500, 1)), may("is_done", boolean()), may("position", integer(0, 1'000'000))})},
        {"TimeEntry",
         object({need("id", id()), need("minutes", integer(1, INT64_MAX)), need("activity", text(0)),
                 need("note", text(0)), need("agent", reference("Named").or_null()), need("at", instant())})},
        {"TimePage", page_of("TimeEntry")},
        {"NewTime", object({need("minutes", integer(1, 44'640)), may("activity", line(100).such_as("On site")),
                            may("note", text(2000)), may("at", instant().say("Now if left out."))})},
    };
}

}  // namespace lotse::api
