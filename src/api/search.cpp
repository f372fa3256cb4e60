// SPDX-License-Identifier: Apache-2.0
// Search over everything, queries as they are typed, and solved tickets that read alike.
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_people.h"
#include "api/show_ticket.h"
#include "desk/complete_query.h"
#include "desk/search_tickets.h"
#include "desk/similar_tickets.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr int kMostFound = 50;
constexpr std::array<std::string_view, search::kParts> kParts{"subject", "people", "file", "text"};

JsonObject shown(search::Snippet const& snippet) {
    JsonArray ranges;
    for (auto const& [start, length] : snippet.ranges) ranges.push_back(JsonArray{start, length});
    return {{"text", snippet.text}, {"ranges", std::move(ranges)}};
}

bool wants(JsonObject const& query, std::string_view kind) {
    auto const* kinds = query.if_contains("kinds");
    if (kinds == nullptr) return true;
    return std::ranges::any_of(kinds->as_array(), [&](Json const& one) { return one.as_string() == kind; });
}

Result<Reply> search_desk(Call& call) {
    desk::SearchWish wish;
    wish.text = text_at(call.query, "q");
    wish.limit = static_cast<int>(int_at(call.query, "limit", 10));
    wish.wants_tickets = wants(call.query, "tickets");
    wish.wants_customers = wants(call.query, "customers");
    wish.wants_organizations = wants(call.query, "organizations");
    TRY(auto const found, desk::search_desk(call.desk(), call.principal(), wish));
    std::vector<domain::Ticket> rows;
    for (auto const& one : found.tickets) rows.push_back(one.ticket);
    TRY(auto const names, desk::names_of(call.desk(), call.scope(), rows));
    JsonArray tickets;
    for (auto const& one : found.tickets)
        tickets.push_back(JsonObject{{"ticket", show(one.ticket, *found.setup, names)},
                                     {"snippet", one.snippet.text.empty() ? Json(nullptr) : Json(shown(one.snippet))},
                                     {"in", kParts[static_cast<std::size_t>(one.part)]},
                                     {"score", one.score}});
    JsonArray customers;
    for (auto const& one : found.customers) customers.emplace_back(show(one));
    JsonArray organizations;
    for (auto const& one : found.organizations) organizations.emplace_back(show(one));
    Reply out;
    out.body = JsonObject{{"tickets", std::move(tickets)},
                          {"customers", std::move(customers)},
                          {"organizations", std::move(organizations)},
                          {"did_you_mean", text_or_null(found.did_you_mean)},
                          {"query", found.query}};
    return out;
}

JsonObject show_mistake(search::Mistake const& mistake) {
    JsonObject values;
    for (auto const& [name, value] : mistake.fault.values)
        if (!value.empty()) values[name] = value;
    return {{"code", mistake.fault.code},
            {"reason", mistake.fault.reason},
            {"values", std::move(values)},
            {"column", mistake.column},
            {"message", search::sentence_of(mistake.fault)},
            {"suggestion", text_or_null(mistake.suggestion)}};
}

Result<Reply> complete_query(Call& call) {
    TRY(auto const state, desk::complete_query(call.desk(), call.principal(), text_at(call.query, "q")));
    JsonArray completions;
    for (auto const& one : state.completions)
        completions.push_back(JsonObject{{"text", one.text}, {"label", one.label}});
    Json error(nullptr);
    if (state.mistake) error = show_mistake(*state.mistake);
    Reply out;
    out.body = JsonObject{{"query", state.query},
                          {"is_valid", !state.mistake},
                          {"error", std::move(error)},
                          {"completions", std::move(completions)}};
    return out;
}

constexpr std::array<std::string_view, 3> kMeaningUses{"off", "not_yet", "on"};

JsonObject why(desk::SimilarTicket const& one) {
    JsonArray shared;
    for (auto const& word : one.shared) shared.emplace_back(word);
    return {{"by_words", one.is_by_words},
            {"by_meaning", one.is_by_meaning},
            {"words", one.words},
            {"meaning", one.meaning ? Json(*one.meaning) : Json(nullptr)},
            {"shared_words", std::move(shared)}};
}

Result<Reply> list_similar(Call& call) {
    TRY(auto const found, desk::similar_tickets(call.desk(), call.principal(), call.id<domain::TicketId>("ticket"),
                                                static_cast<int>(int_at(call.query, "limit", 5))));
    JsonArray items;
    for (auto const& one : found.items) {
        auto const& ticket = one.ticket;
        Json seconds(nullptr);
        if (ticket.solved_at)
            seconds = std::chrono::duration_cast<std::chrono::seconds>(*ticket.solved_at - ticket.created_at).count();
        items.push_back(JsonObject{{"ticket", JsonObject{{"id", ticket.id.value},
                                                         {"subject", ticket.subject},
                                                         {"status", domain::name_of(ticket.status)}}},
                                   {"category", show_category_name(*found.setup, ticket.category)},
                                   {"solved_at", show(ticket.solved_at)},
                                   {"seconds_to_solve", std::move(seconds)},
                                   {"score", one.score},
                                   {"why", why(one)},
                                   {"snippet", text_or_null(one.answer)}});
    }
    auto out = whole_list(std::move(items));
    out.body.as_object()["meaning"] = kMeaningUses[static_cast<std::size_t>(found.meaning)];
    return out;
}

Schema found_ticket_schema() {
    auto const snippet = object(
        {need("text", text(0)), need("ranges", list(list(integer(0, INT64_MAX), 2))
                                                   .say("Where a word that was asked for begins and how long it is, in "
                                                        "code points."))});
    return object({need("ticket", reference("Ticket")), need("snippet", snippet.or_null()),
                   need("in", one_of({"subject", "people", "file", "text"}).say("Where the snippet stands.")),
                   need("score", number().say("Comparable within one answer. 0: nothing was ranked."))});
}

Schema similar_schema() {
    auto const ticket = object({need("id", id()), need("subject", text(0)), need("status", choice<domain::Status>())});
    auto const why = object(
        {need("by_words", boolean().say("Its words alone would have shown it.")),
         need("by_meaning", boolean().say("Its meaning alone would have shown it, in whatever language.")),
         need("words", number().say("0..1: the share of this ticket's telling words that it has.")),
         need("meaning", number().or_null().say("0..1: 0 as any ticket of its language, 1 the same text; null: not "
                                                "compared.")),
         need("shared_words", list(text(0), 3).say("The rarest that both have."))});
    return object({need("ticket", ticket), need("category", reference("NamedCategory").or_null()),
                   need("solved_at", instant().or_null()), need("seconds_to_solve", integer(0, INT64_MAX).or_null()),
                   need("score", number().say("0..1, of words and meaning; of words alone where meaning is not on.")),
                   need("why", why), need("snippet", text(0).or_null().say("How the last answer to it begins."))});
}

Schema query_state_schema() {
    auto const error =
        object({need("code", text(0)),
                need("reason", one_of({search::fault_reasons().begin(), search::fault_reasons().end()})
                                   .say("What is wrong, for a sentence of your own.")),
                need("values", map(text(0)).say("The words that the sentence names.")),
                need("column", integer(1, INT64_MAX).say("In code points, from 1.")), need("message", text(0)),
                need("suggestion", text(0).or_null().say("The whole query."))});
    auto const completion =
        object({need("text", text(0).say("The whole query, so completed.")), need("label", text(0))});
    return object({need("query", text(0).say("In canonical form, or as typed while it cannot be read.")),
                   need("is_valid", boolean()), need("error", error.or_null()), need("completions", list(completion))});
}

}  // namespace

Group search_group() {
    Group out{"Search", "Find anything, and say precisely what.", {}, {}};
    out.schemas = {
        {"FoundTicket", found_ticket_schema()},
        {"SearchAnswer",
         object({need("tickets", list(reference("FoundTicket"))), need("customers", list(reference("Customer"))),
                 need("organizations", list(reference("Organization"))),
                 need("did_you_mean", text(0).or_null().say("The query with its mistyped words put right.")),
                 need("query", text(0).say("As it was understood."))})},
        {"QueryState", query_state_schema()},
        {"SimilarTicket", similar_schema()},
        {"SimilarTicketPage",
         object(
             {need("items", list(reference("SimilarTicket"))), need("next", line(4000).or_null()),
              need("meaning", one_of({"off", "not_yet", "on"})
                                  .say("Whether meaning was compared: off, no language model serves; not_yet, it has "
                                       "not read this ticket."))})}};
    auto const kinds = list(one_of({"tickets", "customers", "organizations"}), 3);
    out.routes = {
        Route(Verb::get, "/api/v1/search", "search", Permission::tickets_read, search_desk)
            .says(
                "Search the desk",
                "The best first. \"123\" puts ticket 123 first. Customers and organizations with customers:read only.")
            .asks({need("q", line(4096).say("Words and field:value, as docs/user/query.md tells.").such_as("printer")),
                   may("kinds", kinds.say("All of them if left out.")),
                   may("limit", integer(1, kMostFound).say("Of each kind; 10 if left out."))})
            .answers(200, "SearchAnswer"),
        Route(Verb::get, "/api/v1/queries", "complete_query", Permission::tickets_read, complete_query)
            .says("Ask how a query may go on", "And what is wrong with it so far: for a field in which one is typed.")
            .asks({need("q", text(4096).such_as("status:op"))})
            .answers(200, "QueryState"),
        Route(Verb::get, "/api/v1/tickets/{ticket}/similar", "list_similar", Permission::tickets_read, list_similar)
            .says("List solved tickets that read alike",
                  "By their words and, where a language model serves, by their meaning; the most alike first.")
            .asks({may("limit", integer(1, 20).say("5 if left out."))})
            .answers(200, "SimilarTicketPage"),
    };
    return out;
}

}  // namespace lotse::api
