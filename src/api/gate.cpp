// SPDX-License-Identifier: Apache-2.0
// The gate: what triage may do alone, how that was proven, and what an admin wishes of it.
#include "desk/gate.h"

#include <algorithm>

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr int kMoves = 100;

Schema stage_word() { return one_of({"shadow", "suggest", "automatic"}); }

Schema slice_schema() {
    return object(
        {need("value", text(0)), need("stage", stage_word()),
         need("acts_from", share().or_null().say("The confidence from which it acts alone; null unless automatic.")),
         need("threshold", share().say("Of the claim that counts: the lowest accepted, else the next.")),
         need("blind", integer(0, INT64_MAX).say("Decisions by people who had not seen what triage said.")),
         need("rows", integer(0, INT64_MAX).say("Of them at or above the threshold.")),
         need("right", integer(0, INT64_MAX).say("Of those, how often triage had said the same.")),
         need("precision_low", share().say("95 % interval (Wilson).")), need("precision_high", share()),
         need("among_three", share().say("How often the decision was among triage's first three.")),
         need("needed",
              integer(0, INT64_MAX)
                  .or_null()
                  .say("About so many further blind decisions until the next claim; null: never at this rate, "
                       "or nothing left to prove.")),
         need("model", text(0)), need("since", instant()), need("updated_at", instant())});
}

Schema field_input() {
    return object(
        {may("precision", number().say("Wanted of what acts alone, 0.5 to 0.999.").such_as(0.95)),
         may("delta", number().say("Chance of granting a right wrongly, 0.001 to 0.2.").such_as(0.05)),
         may("audit_share", number().say("Of the tickets is decided blind, 0.03 to 1.").such_as(0.10)),
         may("trusts_before_proof", boolean().say("Act before it is proven, marked so, audited all the same.")),
         may("is_stopped", boolean().say("Act on nothing in this field."))});
}

Schema field_schema() {
    auto out = field_input();
    for (auto& property : out.properties) property.is_required = true;
    out.properties.push_back(need("id", id()));
    out.properties.push_back(need("version", id()));
    out.properties.push_back(need("field", text(0)));
    out.properties.push_back(need("values", list(reference("GateValue"))));
    return out;
}

Schema evidence_schema() {
    return object({need("id", id()), need("ticket", id()), need("value", text(0)), need("score", share()),
                   need("decided", text(0).or_null()), need("outcome", choice<domain::Outcome>()),
                   need("shown", choice<domain::Shown>().say("hidden: a blind decision, the only kind that proves.")),
                   need("is_audit", boolean()), need("model", text(0)), need("made_at", instant()),
                   need("settled_at", instant().or_null())});
}

Schema move_schema() {
    return object({need("id", id()), need("field", text(0)), need("value", text(0)), need("from", stage_word()),
                   need("to", stage_word()), need("reason", text(0)),
                   need("evidence", anything().say("The counts at that moment.")),
                   need("rows", integer(0, INT64_MAX).say("Blind decisions that the right rested on, at that moment.")),
                   need("right", integer(0, INT64_MAX).say("Of them, how often triage had said the same.")),
                   need("precision_low", share().or_null().say("95 % interval (Wilson); null without decisions.")),
                   need("precision_high", share().or_null()), need("at", instant())});
}

JsonObject shown(desk::SliceView const& one) {
    return {{"value", one.value},
            {"stage", gate::name_of(one.stage)},
            {"acts_from", one.acts_from ? Json(*one.acts_from) : Json(nullptr)},
            {"threshold", one.threshold},
            {"blind", one.blind},
            {"rows", one.rows},
            {"right", one.right},
            {"precision_low", one.precision.low},
            {"precision_high", one.precision.high},
            {"among_three", one.among_three},
            {"needed", one.needed ? Json(*one.needed) : Json(nullptr)},
            {"model", one.model},
            {"since", to_rfc3339(one.since)},
            {"updated_at", to_rfc3339(one.updated_at)}};
}

std::int64_t id_of(std::string_view field) {
    return std::ranges::find(desk::kGatedFields, field) - desk::kGatedFields.begin() + 1;
}

Result<std::string_view> field_in(Call const& call) {
    auto const position = int_at(call.path, "gate_field");
    if (position < 1 || position > static_cast<std::int64_t>(desk::kGatedFields.size()))
        return not_found("gate.field", "The gate knows no such field.");
    return desk::kGatedFields[static_cast<std::size_t>(position - 1)];
}

JsonObject shown(desk::GateFieldView const& one) {
    JsonArray values;
    for (auto const& value : one.values) values.emplace_back(shown(value));
    return {{"id", id_of(one.wishes.field)},
            {"version", one.wishes.version + 1},
            {"field", one.wishes.field},
            {"precision", one.wishes.precision},
            {"delta", one.wishes.delta},
            {"audit_share", one.wishes.audit_share},
            {"trusts_before_proof", one.wishes.trusts_before_proof},
            {"is_stopped", one.wishes.is_stopped},
            {"values", std::move(values)}};
}

JsonObject shown(domain::Prediction const& one) {
    return {{"id", one.id.value},
            {"ticket", one.ticket.value},
            {"value", one.value},
            {"score", one.score},
            {"decided", one.decided.empty() ? Json(nullptr) : Json(one.decided)},
            {"outcome", domain::name_of(one.outcome)},
            {"shown", domain::name_of(one.shown)},
            {"is_audit", one.is_audit},
            {"model", one.model},
            {"made_at", to_rfc3339(one.made_at)},
            {"settled_at", one.settled_at ? Json(to_rfc3339(*one.settled_at)) : Json(nullptr)}};
}

JsonObject shown(store::GateMove const& one) {
    auto const stage = [](int value) { return gate::name_of(static_cast<gate::Stage>(value)); };
    auto const evidence = parse_json(one.evidence);
    auto const counts = desk::counts_of(one);
    return {{"id", one.id.value},
            {"field", one.field},
            {"value", one.value},
            {"from", stage(one.from)},
            {"to", stage(one.to)},
            {"reason", one.reason},
            {"evidence", evidence ? *evidence : Json(nullptr)},
            {"rows", counts.rows},
            {"right", counts.right},
            {"precision_low", counts.rows > 0 ? Json(counts.precision.low) : Json(nullptr)},
            {"precision_high", counts.rows > 0 ? Json(counts.precision.high) : Json(nullptr)},
            {"at", to_rfc3339(one.at)}};
}

Result<Reply> get_gate(Call& call) {
    TRY(auto view, desk::view_gate(call.desk(), call.scope()));
    JsonArray fields;
    for (auto const& field : view.fields) fields.emplace_back(shown(field));
    Reply out;
    out.body = JsonObject{{"is_stopped", view.is_stopped}, {"fields", std::move(fields)}};
    return out;
}

Result<Reply> show_field(Call const& call, std::string_view field) {
    TRY(auto view, desk::view_gate(call.desk(), call.scope()));
    for (auto const& one : view.fields)
        if (one.wishes.field == field) return versioned_reply(shown(one), one.wishes.version + 1);
    return not_found("gate.field", "The gate knows no such field.");
}

Result<Reply> get_gate_field(Call& call) {
    TRY(auto const field, field_in(call));
    return show_field(call, field);
}

Result<Reply> patch_gate_field(Call& call) {
    TRY(auto const field, field_in(call));
    Fields const fields(call.body);
    desk::GateWishes wishes;
    fields.take("precision", wishes.precision);
    fields.take("delta", wishes.delta);
    fields.take("audit_share", wishes.audit_share);
    fields.take("trusts_before_proof", wishes.trusts_before_proof);
    fields.take("is_stopped", wishes.is_stopped);
    TRY([[maybe_unused]] auto stored,
        desk::change_gate_field(call.desk(), call.principal(), field, call.expected_version, wishes));
    return show_field(call, field);
}

Result<Reply> list_gate_evidence(Call& call) {
    TRY(auto const field, field_in(call));
    TRY(auto page, desk::list_evidence(call.desk(), call.scope(), field, text_at(call.query, "value"), page_after(call),
                                       page_limit(call)));
    JsonArray items;
    for (auto const& one : page.items) items.emplace_back(shown(one));
    return page_reply(call, std::move(items), page.next);
}

Result<Reply> list_gate_moves(Call& call) {
    TRY(auto const field, field_in(call));
    TRY(auto moves, desk::list_moves(call.desk(), call.scope(), field, text_at(call.query, "value"), kMoves));
    JsonArray items;
    for (auto const& one : moves) items.emplace_back(shown(one));
    return whole_list(std::move(items));
}

Result<Reply> list_all_gate_moves(Call& call) {
    TRY(auto moves, desk::list_moves(call.desk(), call.scope(), {}, {}, kMoves));
    JsonArray items;
    for (auto const& one : moves) items.emplace_back(shown(one));
    return whole_list(std::move(items));
}

Result<Reply> stop_gate(Call& call) {
    CHECK_OK(desk::stop_gate(call.desk(), call.principal(), true));
    return Reply{};
}

Result<Reply> resume_gate(Call& call) {
    CHECK_OK(desk::stop_gate(call.desk(), call.principal(), false));
    return Reply{};
}

}  // namespace

Group gate_group() {
    Group out{
        "Gate", "What triage may do alone: earned by blind decisions, audited, taken back at the first alarm.", {}, {}};
    out.schemas = {{"GateValue", slice_schema()},
                   {"GateFieldPatch", field_input()},
                   {"GateField", field_schema()},
                   {"Gate", object({need("is_stopped", boolean()), need("fields", list(reference("GateField")))})},
                   {"Evidence", evidence_schema()},
                   {"EvidencePage", page_of("Evidence")},
                   {"GateMove", move_schema()},
                   {"GateMovePage", page_of("GateMove")}};
    auto const of_value = need("value", line(200, 1).say("As the gate lists it."));
    out.routes = {
        Route(Verb::get, "/api/v1/gate", "get_gate", Permission::setup_read, get_gate)
            .says("See what triage may do alone", "By field and value, with what was proven and what is missing.")
            .answers(200, "Gate"),
        Route(Verb::put, "/api/v1/gate/stop", "stop_gate", Permission::setup_write, stop_gate)
            .says("Stop every automatic act of triage", "At once; what is proven stays proven.")
            .answers_nothing(),
        Route(Verb::remove, "/api/v1/gate/stop", "resume_gate", Permission::setup_write, resume_gate)
            .says("Let triage act again")
            .answers_nothing(),
        Route(Verb::get, "/api/v1/gate/moves", "list_all_gate_moves", Permission::setup_read, list_all_gate_moves)
            .says("List the rights that were given and lost, in every field", "The newest 100.")
            .answers(200, "GateMovePage"),
        Route(Verb::get, "/api/v1/gate/{gate_field}", "get_gate_field", Permission::setup_read, get_gate_field)
            .says("See what triage may do in one field")
            .answers(200, "GateField")
            .versioned(),
        Route(Verb::patch, "/api/v1/gate/{gate_field}", "patch_gate_field", Permission::setup_write, patch_gate_field)
            .says("Wish for more or less of it",
                  "Another precision or delta makes every value of the field prove itself anew.")
            .takes("GateFieldPatch")
            .answers(200, "GateField")
            .versioned(),
        Route(Verb::get, "/api/v1/gate/{gate_field}/evidence", "list_gate_evidence", Permission::setup_read,
              list_gate_evidence)
            .says("List what a value's standing rests on", "Settled predictions, newest first.")
            .asks(paged({of_value}))
            .answers(200, "EvidencePage"),
        Route(Verb::get, "/api/v1/gate/{gate_field}/moves", "list_gate_moves", Permission::setup_read, list_gate_moves)
            .says("List the rights that a value was given and lost", "The newest 100.")
            .asks({of_value})
            .answers(200, "GateMovePage"),
    };
    return out;
}

}  // namespace lotse::api
