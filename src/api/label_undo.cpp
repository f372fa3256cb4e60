// SPDX-License-Identifier: Apache-2.0
// Many labels taken back at once: a model's, a time span's, one person's.
#include "api/fields.h"
#include "api/groups.h"
#include "desk/undo_labels.h"

namespace lotse::api {
namespace {

using access::Permission;

std::vector<Property> wish_fields() {
    return {may("field", one_of({"category", "type", "impact", "urgency"}).say("Only this one.")),
            may("model", line(200, 1).say("Only what this model set; as the gate names it.")),
            may("from", instant().say("Set, or decided, at this time or later.")), may("until", instant()),
            may("agent", id().say("Instead of what triage set: what this person decided."))};
}

desk::UndoWish wish_in(JsonObject const& given) {
    Fields const fields(given);
    desk::UndoWish out;
    fields.take("field", out.field);
    fields.take("model", out.model);
    fields.take("from", out.from);
    fields.take("until", out.until);
    fields.take("agent", out.agent);
    return out;
}

Result<Reply> preview_label_undo(Call& call) {
    TRY(auto const preview, desk::preview_undo(call.desk(), call.scope(), wish_in(call.query)));
    Reply out;
    out.body = JsonObject{{"labels", preview.labels},
                          {"tickets", preview.tickets},
                          {"touched", preview.touched},
                          {"is_more", preview.is_more}};
    return out;
}

Result<Reply> start_label_undo(Call& call) {
    TRY(auto const started, desk::start_undo(call.desk(), call.principal(), wish_in(call.body), call.key()));
    Reply out;
    out.is_repeated = started.is_known;
    out.body = desk::to_json(started.job);
    return out;
}

}  // namespace

Group label_undo_group() {
    Group out{"Label undo", "Takes back many labels at once: a model's, a time span's, one person's.", {}, {}};
    out.schemas = {
        {"LabelUndo", object(wish_fields())},
        {"LabelUndoPreview",
         object({need("labels", integer(0, INT64_MAX).say("That would go back, at most.")),
                 need("tickets", integer(0, INT64_MAX)),
                 need("touched", integer(0, INT64_MAX).say("Left alone: people have confirmed or changed them since.")),
                 need("is_more", boolean().say("Only the newest 10,000 of a field were looked at; ask again for the "
                                               "others."))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/label-undo", "preview_label_undo", Permission::setup_read, preview_label_undo)
            .says("How much would go back?", "Names a model, a time span, or a person and a time span.")
            .asks(wish_fields())
            .answers(200, "LabelUndoPreview"),
        Route(Verb::post, "/api/v1/label-undo", "start_label_undo", Permission::setup_write, start_label_undo)
            .says(
                "Take many labels back",
                "As a job. What people have touched since is left alone. Each act that goes back counts against "
                "triage, as if a person had changed it by hand. Of a person's decisions, those that were evidence are "
                "none any more and their values prove themselves anew. The job can be taken back, the evidence "
                "cannot.")
            .takes("LabelUndo")
            .answers(202, "Job")
            .once(),
    };
    return out;
}

}  // namespace lotse::api
