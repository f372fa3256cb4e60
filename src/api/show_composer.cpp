// SPDX-License-Identifier: Apache-2.0
#include "api/show_composer.h"

#include <fmt/format.h>

#include "api/show.h"

namespace lotse::api {

JsonObject show(domain::Upload const& upload) {
    return {{"id", upload.id.value},
            {"name", upload.name},
            {"content_type", upload.content_type},
            {"content_id", text_or_null(upload.content_id)},
            {"is_inline", upload.is_inline},
            {"size", upload.size},
            {"expires_at", show(upload.expires_at)},
            {"url", fmt::format("/api/v1/uploads/{}", upload.id.value)}};
}

Schema upload_schema() {
    return object({need("id", id()), need("name", text(0)), need("content_type", text(0).say("By its first bytes.")),
                   need("content_id", text(0).or_null().say("Of a picture within the text: src=\"cid:...\".")),
                   need("is_inline", boolean()), need("size", integer(0, INT64_MAX)),
                   need("expires_at", instant().or_null().say("null while a draft holds it.")), need("url", text(0))});
}

Schema recipients_input() {
    return list(object({need("address", line(254, 3).such_as("anna@example.org")), may("name", line(200))}), 50);
}

std::vector<domain::Recipient> recipients_in(JsonObject const& body, std::string_view field) {
    std::vector<domain::Recipient> out;
    for (auto const& item : array_at(body, field)) {
        auto const& given = item.get_object();
        out.push_back({std::string(text_at(given, "name")), std::string(text_at(given, "address"))});
    }
    return out;
}

JsonArray show(std::vector<domain::Recipient> const& recipients) {
    JsonArray out;
    for (auto const& one : recipients)
        out.push_back(JsonObject{{"name", text_or_null(one.name)}, {"address", one.address}});
    return out;
}

Schema recipients_schema() { return list(object({need("name", text(0).or_null()), need("address", text(0))})); }

JsonObject show(desk::DraftView const& view, desk::Setup const& setup) {
    auto const& draft = view.draft;
    JsonArray attachments;
    for (auto const& upload : view.attachments) attachments.emplace_back(show(upload));
    return {{"kind", draft.kind == domain::ArticleKind::note ? "note" : "reply"},
            {"ticket", draft.ticket.value},
            {"revision", draft.revision},
            {"is_empty", draft.is_empty},
            {"text", draft.text},
            {"html", text_or_null(draft.html)},
            {"to", show(draft.to)},
            {"cc", show(draft.cc)},
            {"attachments", std::move(attachments)},
            {"agent", show_agent_name(setup, draft.agent)},
            {"updated_at", draft.revision > 0 ? show(draft.updated_at) : Json(nullptr)}};
}

Schema draft_schema() {
    return object({need("kind", one_of({"reply", "note"})), need("ticket", id()),
                   need("revision", integer(0, INT64_MAX).say("Counts on with every change, also when it is sent.")),
                   need("is_empty", boolean()), need("text", text(0)), need("html", text(0).or_null()),
                   need("to", recipients_schema()), need("cc", recipients_schema()),
                   need("attachments", list(reference("Upload"))),
                   need("agent", reference("Named").or_null().say("Who wrote last.")),
                   need("updated_at", instant().or_null())});
}

Schema typed_recipients() { return list(object({need("address", line(254)), may("name", line(200))}), 50); }

std::vector<domain::UploadId> upload_ids_in(JsonObject const& body, std::string_view field) {
    std::vector<domain::UploadId> out;
    for (auto const& item : array_at(body, field)) out.emplace_back(item.to_number<std::int64_t>());
    return out;
}

}  // namespace lotse::api
