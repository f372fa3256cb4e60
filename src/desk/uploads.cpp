// SPDX-License-Identifier: Apache-2.0
#include "desk/uploads.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/file_type.h"
#include "store/articles.h"
#include "store/correspondence.h"
#include "store/leftover_blobs.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostFiles = 50;
constexpr std::int64_t kMessageBytes = 30LL * 1024 * 1024;  // what most mail servers take, as base64

Error missing_at(std::size_t i) {
    return invalid("upload.missing", "There is no such upload any more; add the file again.",
                   fmt::format("/attachments/{}", i));
}

Result<domain::Upload> find_at(store::ReadTxn& txn, std::vector<domain::UploadId> const& ids, std::size_t i) {
    auto found = store::get_upload(txn, ids[i]);
    if (!found && found.error().kind == Kind::not_found) return missing_at(i);
    return found;
}

}  // namespace

Result<domain::Upload> upload(Desk& desk, access::Principal const& principal, NewUpload const& wanted) {
    if (wanted.bytes.empty()) return invalid("upload.empty", "This file is empty.");
    if (wanted.bytes.size() > kUploadBytes) return too_large("upload.too_large", "A file has at most 25 MB.");
    domain::Upload out;
    out.name = shown_file_name(wanted.name);
    if (is_program(wanted.bytes, out.name))
        return invalid(
            "upload.dangerous",
            "This file is a program, and mail servers refuse those. Pack it into an archive with a password, "
            "or share a link to it.",
            "?name");
    out.content_type = type_of_bytes(wanted.bytes, wanted.content_type);
    out.is_inline = wanted.is_inline;
    if (wanted.is_inline && !is_inline_image(out.content_type))
        return invalid("upload.no_image", "Only PNG, JPEG, GIF and WebP pictures can stand within a message.",
                       "?inline");
    if (wanted.is_inline) out.content_id = base32_lower(random_bytes(15)) + "@lotse";
    out.agent = principal.agent;
    out.size = static_cast<std::int64_t>(wanted.bytes.size());
    out.created_at = desk.clock.now();
    out.expires_at = out.created_at + kUploadLife;
    TRY(out.sha256, desk.blobs.put(principal.scope, wanted.bytes));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) { return store::add_upload(txn, out); });
}

Result<UploadedFile> read_upload(Desk& desk, domain::TenantScope const& scope, domain::UploadId id) {
    UploadedFile out;
    TRY(out.upload, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_upload(txn, id); }));
    TRY(out.bytes, desk.blobs.get(scope, out.upload.sha256));
    return out;
}

// What a draft holds goes with the draft.
Result<void> drop_upload(Desk& desk, domain::TenantScope const& scope, domain::UploadId id) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto found, store::get_upload(txn, id));
        if (!found.expires_at) return conflict("upload.in_draft", "A draft has this file; take it out of the draft.");
        TRY([[maybe_unused]] auto gone, store::remove_upload(txn, id));
        return store::leave_blob(txn, {found.sha256, found.size}, desk.clock.now());
    });
}

Result<void> take_uploads(store::WriteTxn& txn, std::vector<domain::UploadId> const& ids,
                          domain::Article const& article, Instant now) {
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        TRY(auto found, find_at(txn, ids, i));
        bytes += found.size;
        if (i >= kMostFiles || bytes > kMessageBytes)
            return invalid("upload.too_many", "A message has at most 50 files and 30 MB.",
                           fmt::format("/attachments/{}", i));
        TRY(auto is_ours, store::remove_upload(txn, found.id));
        if (!is_ours || (found.expires_at && *found.expires_at <= now)) return missing_at(i);
        domain::Attachment attachment;
        attachment.article = article.id;
        attachment.ticket = article.ticket;
        attachment.name = found.name;
        attachment.content_type = found.content_type;
        attachment.content_id = found.content_id;
        attachment.is_inline = found.is_inline;
        attachment.size = found.size;
        attachment.sha256 = found.sha256;
        TRY([[maybe_unused]] auto stored, store::add_attachment(txn, std::move(attachment)));
    }
    return {};
}

Result<std::vector<domain::UploadId>> give_back_uploads(store::WriteTxn& txn, domain::Article const& article,
                                                        domain::AgentId agent, Instant now) {
    std::vector<domain::UploadId> out;
    TRY(auto files, store::attachments_of(txn, article.ticket, article.id));
    for (auto& file : files) {
        domain::Upload upload;
        upload.agent = agent;
        upload.name = std::move(file.name);
        upload.content_type = std::move(file.content_type);
        upload.content_id = std::move(file.content_id);
        upload.is_inline = file.is_inline;
        upload.size = file.size;
        upload.sha256 = std::move(file.sha256);
        upload.created_at = now;
        TRY(auto stored, store::add_upload(txn, std::move(upload)));
        out.push_back(stored.id);
    }
    return out;
}

Result<void> hold_uploads(store::WriteTxn& txn, std::vector<domain::UploadId> const& held,
                          std::vector<domain::UploadId> const& before, Instant now) {
    for (std::size_t i = 0; i < held.size(); ++i) {
        TRY(auto found, find_at(txn, held, i));
        if (found.expires_at && *found.expires_at <= now) return missing_at(i);
        if (found.expires_at) CHECK_OK(store::set_upload_expiry(txn, held[i], {}));
    }
    for (auto const id : before)
        if (std::ranges::find(held, id) == held.end()) CHECK_OK(store::set_upload_expiry(txn, id, now + kUploadLife));
    return {};
}

}  // namespace lotse::desk
