// SPDX-License-Identifier: Apache-2.0
// How uploads, recipients and drafts look in answers, and how recipients come in.
#pragma once

#include <string_view>
#include <vector>

#include "api/schema.h"
#include "base/json.h"
#include "desk/drafts.h"
#include "desk/setup.h"
#include "domain/correspondence.h"

namespace lotse::api {

JsonObject show(domain::Upload const& upload);
Schema upload_schema();

// [{"address", "name"?}]
Schema recipients_input();
std::vector<domain::Recipient> recipients_in(JsonObject const& body, std::string_view field);
JsonArray show(std::vector<domain::Recipient> const& recipients);
Schema recipients_schema();

JsonObject show(desk::DraftView const& view, desk::Setup const& setup);
Schema draft_schema();
// Of a draft: half an address is no fault yet.
Schema typed_recipients();

std::vector<domain::UploadId> upload_ids_in(JsonObject const& body, std::string_view field);

}  // namespace lotse::api
