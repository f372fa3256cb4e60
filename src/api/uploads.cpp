// SPDX-License-Identifier: Apache-2.0
// Files on their way into a message: bring one, look at it, throw it away.
#include <fmt/format.h>

#include "api/call_limits.h"
#include "api/download.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/show_composer.h"
#include "desk/uploads.h"

namespace lotse::api {
namespace {

using access::Permission;

Result<Reply> bring_upload(Call& call) {
    CHECK_OK(call.limits.count_upload(call.principal(), call.request.body.size()));
    desk::NewUpload wanted;
    wanted.name = text_at(call.query, "name", "file");
    wanted.content_type = text_at(call.query, "content_type");
    wanted.is_inline = bool_at(call.query, "inline");
    wanted.bytes = call.request.body;
    TRY(auto made, desk::upload(call.desk(), call.principal(), wanted));
    Reply out;
    out.body = show(made);
    out.headers.emplace_back("Location", fmt::format("/api/v1/uploads/{}", made.id.value));
    return out;
}

Result<Reply> get_upload(Call& call) {
    TRY(auto file, desk::read_upload(call.desk(), call.scope(), call.id<domain::UploadId>("upload")));
    return show_or_download(std::move(file.bytes), file.upload.name);
}

Result<Reply> drop_upload(Call& call) {
    CHECK_OK(desk::drop_upload(call.desk(), call.scope(), call.id<domain::UploadId>("upload")));
    return Reply{};
}

}  // namespace

Group uploads_group() {
    Group out{"Uploads", "Files on their way into a message.", {}, {}};
    out.schemas["Upload"] = upload_schema();
    out.routes = {
        Route(Verb::post, "/api/v1/uploads", "create_upload", Permission::notes_write, bring_upload)
            .says(
                "Bring a file",
                "The body is the file itself, at most 25 MB. It is kept for 48 hours, until a message or a draft takes "
                "it. What it is told by its first bytes; programs are refused.")
            .asks({may("name", line(255, 1).such_as("scan.png")), may("content_type", line(200)),
                   may("inline", boolean().say("A picture within the text; html names it as cid:CONTENT_ID."))})
            .takes_bytes(desk::kUploadBytes + 1)
            .answers(201, "Upload"),
        Route(Verb::get, "/api/v1/uploads/{upload}", "get_upload", Permission::notes_write, get_upload)
            .says("Look at a file that was brought")
            .answers_bytes("application/octet-stream", "Pictures come with their type; everything else is a download."),
        Route(Verb::remove, "/api/v1/uploads/{upload}", "delete_upload", Permission::notes_write, drop_upload)
            .says("Throw a file away that no message and no draft has")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
