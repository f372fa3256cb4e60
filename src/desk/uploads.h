// SPDX-License-Identifier: Apache-2.0
// Files that an agent brings before there is an article to hang them on. Anybody of the desk who may write notes may read
// and use them, because drafts are the team's.
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/correspondence.h"
#include "domain/ticket.h"

namespace lotse::desk {

inline constexpr std::size_t kUploadBytes = 25UL * 1024 * 1024;
inline constexpr std::chrono::hours kUploadLife{48};

struct NewUpload {
    std::string name;
    std::string content_type;  // as claimed
    bool is_inline = false;  // an image within the text
    std::string bytes;
};

// Errors: invalid "upload.empty", "upload.dangerous", "upload.no_image" (at ?inline); too_large "upload.too_large".
Result<domain::Upload> upload(Desk& desk, access::Principal const& principal, NewUpload const& wanted);

struct UploadedFile {
    domain::Upload upload;
    std::string bytes;
};
Result<UploadedFile> read_upload(Desk& desk, domain::TenantScope const& scope, domain::UploadId id);
Result<void> drop_upload(Desk& desk, domain::TenantScope const& scope, domain::UploadId id);

// Inside a transaction: the uploads become attachments of the article, or the article has none of them. Error: invalid
// "upload.missing" or "upload.too_many" at /attachments/N.
Result<void> take_uploads(store::WriteTxn& txn, std::vector<domain::UploadId> const& ids,
                          domain::Article const& article, Instant now);
// The other way: the article's attachments are uploads again, held by a draft.
Result<std::vector<domain::UploadId>> give_back_uploads(store::WriteTxn& txn, domain::Article const& article,
                                                        domain::AgentId agent, Instant now);
// A draft holds these from now on, and no longer those. Error: invalid "upload.missing" at /attachments/N.
Result<void> hold_uploads(store::WriteTxn& txn, std::vector<domain::UploadId> const& held,
                          std::vector<domain::UploadId> const& before, Instant now);

}  // namespace lotse::desk
